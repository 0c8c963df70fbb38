// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/register/register.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::storage {

/// Opt-outs and requests: projections of the register's entries. Every change appends an entry and applies it to the
/// tables by the same code that rebuilds them, in the caller's transaction.

enum class ActType { Optout, Request };
enum class ActStatus {
    // opt-outs
    Recorded,
    Sent,
    Confirmed,
    Refused,
    // requests
    Incomplete,
    Filed,
    Forwarded,
    DecidedYes,
    DecidedNo,
    Deemed,
    // both
    Withdrawn,
};

[[nodiscard]] std::string_view actTypeName(ActType type);       ///< "optout", "request"
[[nodiscard]] std::string_view actStatusName(ActStatus status); ///< "recorded", …, "decided-yes", …
[[nodiscard]] std::optional<ActStatus> parseActStatus(std::string_view name);

/// The one table of what may follow what. An opt-out that was confirmed or refused stays so: re-opening is another one.
[[nodiscard]] bool mayFollow(ActType type, ActStatus from, ActStatus to);
/// Nothing may follow.
[[nodiscard]] bool isFinal(ActType type, ActStatus status);

/// What silence means, and from when (CRPA L231-1 and after).
struct DeemedRule {
    std::string rule;            ///< in words or the rule's id; the time may start with an event that has no date yet
    std::string means;           ///< "acceptance", "refusal", "none"
    std::optional<CivilDate> on; ///< where a date exists

    bool operator==(const DeemedRule &) const = default;
};

/// One scope of an opt-out, or one request.
struct ActDraft {
    std::string reference;                ///< drawn by Acts::drawReference()
    std::string subject;                  ///< the scope's or the form's id
    std::string detail = "{}";            ///< canonical JSON object: `--detail K=V`
    std::string answers = "{}";           ///< canonical JSON object: a request's answers
    std::optional<CivilDate> due;         ///< by when something was promised
    std::vector<std::string> piecesGiven; ///< ids
    std::vector<std::string> piecesMissing;
    std::optional<CivilDate> completeBy;
    std::optional<DeemedRule> deemed;
};

/// A receipt's paper as it is kept with its entry, so that the same can be printed again. The digest is sealed and may
/// be seen by whoever checks the receipt; the words are kept beside it.
struct KeptPaper {
    std::string language; ///< BCP 47
    std::string digest;   ///< of the paper, hexadecimal
    std::string words;    ///< the paper itself, as printing::keepPaper() writes it

    bool operator==(const KeptPaper &) const = default;
};

/// What one signature covers: one entry, one receipt, one or several acts. The first act's reference is the receipt's.
struct Signing {
    ActType type = ActType::Optout;
    std::string agent; ///< the author: who is signed in
    std::string person;
    std::vector<ActDraft> acts; ///< several for opt-outs only
    std::string by = "self";    ///< WHO
    std::string byName;         ///< in the details only
    std::string identitySeen = "none";
    std::string vitaleSerial;
    std::string signedHow = "signature"; ///< "signature", "mark", "oral"
    CivilDate received;
    std::optional<CivilDate> deposited; ///< when it is not the day it was entered
    std::string paperNumber;            ///< of a hand-written receipt; unique in the store
    std::string number;                 ///< masked, for the core
    std::string initials;
    std::string edition;           ///< of the receipt's template
    std::string more = "{}";       ///< canonical JSON object of anything else to be kept (texts' edition)
    std::vector<KeptPaper> papers; ///< the receipt, and its reading copies: each language once
    std::optional<CivilDate> keepUntil;
    std::optional<Instant> at; ///< the moment that the receipt shows; nothing: now
};

/// The signing that an act belongs to, as the tables hold it.
struct Act {
    std::string reference;
    std::string receipt; ///< the reference of the receipt: the first act's of the same signing
    ActType type = ActType::Optout;
    std::string person;
    std::string subject; ///< scope or form
    ActStatus status = ActStatus::Recorded;
    std::string detail;
    std::string answers;
    std::optional<CivilDate> due;
    std::string slip; ///< empty when on none
    std::vector<std::string> piecesGiven;
    std::vector<std::string> piecesMissing;
    std::optional<CivilDate> completeBy;
    std::optional<DeemedRule> deemed;
    std::string by;
    std::string byName;
    std::string identitySeen;
    std::string vitaleSerial;
    std::string signedHow;
    CivilDate received;
    std::optional<CivilDate> deposited;
    std::string paperNumber;
    std::string author; ///< the agent's code, for ever
    std::string edition;
    std::string more;
    std::string number;
    std::string initials;
    Instant at;    ///< when it was registered
    EntryId entry; ///< the signing's

    bool operator==(const Act &) const = default;
};

struct ActStep {
    int number = 1;              ///< from 1, in the order of the register
    Instant at;                  ///< when it was written
    std::string what;            ///< a status, or "slip", "piece-added", or what note() was told
    std::string means;           ///< "registered-post", …; how it was signed for the first
    std::string evidence;        ///< text; a reason for "refused"
    std::optional<CivilDate> on; ///< the day it happened, where it is not that of `at`
    std::string agent;
    EntryId entry;

    bool operator==(const ActStep &) const = default;
};

/// What is noted about an act, and changes nothing of its state.
enum class ActNote {
    Contact,       ///< how the person wants to be told: `means`, and the address or number as `evidence`
    NoticeMade,    ///< a letter to the person was made: where it goes as `means`, what for as `evidence`
    CopyHanded,    ///< the person has the paper copy that the act waited for
    CopyWaived,    ///< the person no longer wants it
    Called,        ///< the operator was called about it: how as `means`, what was answered as `evidence`
    IdentityShown, ///< who may ask for it has come since: what was shown as `means`, on what ground as `evidence`
};
[[nodiscard]] std::string_view actNoteName(ActNote note); ///< "contact", "notice-made", "copy-handed", …

struct SlipLine {
    int line = 1;
    std::string reference;
    bool operator==(const SlipLine &) const = default;
};
struct Slip {
    std::string id; ///< spelled as a reference
    Instant at;
    std::string agent;
    std::vector<SlipLine> lines; ///< never change: the slip can be made again
    EntryId entry;
};

struct Signed {
    std::vector<Act> acts;
    Entry entry;
};

/// One later step of one act.
struct ActChange {
    std::string agent;
    std::string reference;
    std::string means;
    std::string evidence;
    std::optional<CivilDate> on;
    std::string edition;                ///< of the template, when a receipt is made
    std::vector<KeptPaper> papers;      ///< likewise
    std::optional<CivilDate> keepUntil; ///< when given, for all the act's payloads
    std::optional<Instant> at;
};

struct ActFilter {
    std::optional<ActType> type;
    std::string person;
    std::optional<ActStatus> status;
    std::string slip;
    std::string receipt;
    std::optional<CivilDate> dueBefore; ///< with a day (due, completeBy, deemed.on) on or before it, and not final
    int limit = 10000;
};

/// What came after a request was filed, and how it stands then.
struct Addition {
    std::vector<std::string> pieces;  ///< ids that came
    std::string answers;              ///< canonical JSON object: all answers, the new among them; "": none came
    std::vector<std::string> missing; ///< ids of pieces and fields that are missing still
    std::optional<DeemedRule> deemed; ///< these three replace what was promised
    std::optional<CivilDate> due;
    std::optional<CivilDate> completeBy;
};

/// How an act went, without anybody in it.
struct ActCourse {
    ActType type = ActType::Optout;
    std::string receipt; ///< of the signing
    std::string subject; ///< scope or form
    ActStatus status = ActStatus::Recorded;
    CivilDate deposited;
    std::optional<CivilDate> due;
    std::optional<DeemedRule> deemed;
    bool missesPieces = false;
    /// Of the last decision: the day that was said, else when it was written.
    std::optional<CivilDate> decidedOn;
    std::optional<Instant> decidedAt;
};

/// `entries` must outlive it. What writes needs the caller's transaction (Register::write()).
class Acts {
public:
    explicit Acts(Register &entries) : register_(entries) {}

    /// A reference that no act and no slip has. Before signing, so that the paper can be made first.
    [[nodiscard]] std::string drawReference();

    /// Registers what was signed: entry (`optout.registered`, `request.filed`), acts, first steps.
    /// Errors: PaperNumberUsed, BadValue (no act, too long a core, a reference that is taken).
    [[nodiscard]] Result<Signed> sign(const Signing &signing);

    /// A numbered slip of the acts given, in this order (`slip.made`); they stay `recorded`.
    /// Errors: Nothing (empty, or no such act), WrongState.
    [[nodiscard]] Result<Slip> makeSlip(std::string_view agent, std::span<const std::string> references,
                                        std::optional<CivilDate> keepUntil);

    /// `optout.sent`, `optout.confirmed`, `optout.refused`, `optout.withdrawn`; `request.advanced`,
    /// `request.withdrawn`. Errors: Nothing, WrongState (mayFollow(); detail: the status it has).
    [[nodiscard]] Result<Signed> change(ActStatus to, const ActChange &change);

    /// `request.piece-added`: pieces, answers or both; nothing missing any more makes an incomplete request `filed`.
    /// Errors: Nothing, WrongState (decided, deemed or withdrawn), UnknownPiece (one that was given already or is
    /// missing still; nothing that came), BadValue (answers). Nothing is written then.
    [[nodiscard]] Result<Signed> add(const ActChange &change, const Addition &addition);

    /// `optout.noted`, `request.noted`: a step that leaves the act as it is, in any state. Errors: BadReference,
    /// Nothing.
    [[nodiscard]] Result<Signed> note(ActNote note, const ActChange &change);

    /// By the act's reference, however it is written. Errors: BadReference, Nothing.
    [[nodiscard]] Result<Act> get(std::string_view reference);
    [[nodiscard]] std::vector<Act> list(const ActFilter &filter);
    /// Opt-outs that are recorded and on no slip, oldest first.
    [[nodiscard]] std::vector<Act> waitingForSlip();
    [[nodiscard]] std::vector<Act> due(CivilDate onOrBefore);
    /// In order. Error: BadReference, Nothing.
    [[nodiscard]] Result<std::vector<ActStep>> steps(std::string_view reference);
    /// The notes of one kind on all acts, with their references, in order.
    [[nodiscard]] std::vector<std::pair<std::string, ActStep>> notes(ActNote note);
    /// Of what was deposited from one day to another, both among them, in the order of the references.
    [[nodiscard]] std::vector<ActCourse> courses(CivilDate from, CivilDate to);
    /// The entries that made a receipt of the act, the oldest first: its signing's, and those by which pieces came.
    /// Errors: BadReference, Nothing.
    [[nodiscard]] Result<std::vector<EntryId>> receipts(const Act &act);
    /// What was kept with such an entry, by language. Error: Nothing (no such entry, or destroyed).
    [[nodiscard]] Result<std::vector<KeptPaper>> papers(const EntryId &entry);
    /// Errors: BadReference, Nothing.
    [[nodiscard]] Result<Slip> slip(std::string_view id);
    [[nodiscard]] bool paperNumberUsed(std::string_view paperNumber);

    /// Empties the tables and fills them again from the register's payloads.
    [[nodiscard]] Result<void> rebuild();
    /// What differs between the tables and what the register says, one line each ("act K7-…"); empty when nothing does.
    /// Writes nothing.
    [[nodiscard]] std::vector<std::string> check();

private:
    Register &register_;
};

} // namespace guichet::storage
