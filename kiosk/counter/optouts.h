// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/notices.h"
#include "kiosk/counter/paper_numbers.h"
#include "kiosk/counter/receipts.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Opt-outs: what a person does not want. Prepared (a form to sign, nothing registered), signed and registered (one
/// transaction: entry, acts, seal), sent, confirmed. Nothing is said to be done before it is.
namespace guichet::kiosk {

/// What is asked, for whom, by whom.
struct OptoutWish {
    std::string person;
    std::vector<std::string> scopes; ///< as the person said them: "ens-refusal" stands for two
    /// "document" → which one; "archive" → "ten-years": with the closure, that what is in the space be kept so long was
    /// the person's own choice (without it, it is what the law does); "copy" → "first" or "none": with the deletion,
    /// whether it waits until the person has a paper copy (without it, it does not)
    std::vector<std::pair<std::string, std::string>> details;
    Presence presence;
    bool operator==(const OptoutWish &) const = default;
};

/// The scopes that are registered for a wish, in the order asked, each once; what stands for others is replaced.
/// Errors: UnknownScope, ScopeNotAvailable, ScopeDetail (missing, or with no scope that wants it), MissingOption
/// (none).
[[nodiscard]] Result<std::vector<const Scope *>>
expandScopes(const Catalogue &catalogue, const std::vector<std::string> &scopes,
             const std::vector<std::pair<std::string, std::string>> &details);

struct PreparedOptout {
    std::string draft;
    MadePaper form; ///< to be signed
};
/// A draft and its form. Errors: NotAllowed, Nobody, MissingOption, those of expandScopes(), MentionMissing.
[[nodiscard]] Result<PreparedOptout> prepareOptout(Desk &desk, const OptoutWish &wish, const PaperWish &paper);
/// The form alone. Errors: as above.
[[nodiscard]] Result<MadePaper> optoutForm(Desk &desk, const OptoutWish &wish, const PaperWish &paper);

/// The form of these scopes to be filled in by hand: none is ticked. Errors: NotAllowed, UnknownScope,
/// ScopeNotAvailable, MissingOption (none), MentionMissing.
[[nodiscard]] Result<MadePaper> blankOptoutForm(Desk &desk, const std::vector<std::string> &scopes,
                                                const PaperWish &paper);
/// As numberedForms() does. Errors: as above, BadValue (count).
[[nodiscard]] Result<NumberedPapers> numberedOptoutForms(Desk &desk, const std::vector<std::string> &scopes, int count,
                                                         const PaperWish &paper);

/// What was prepared. Errors: NotAllowed, Nothing (no such draft, or its time is over).
[[nodiscard]] Result<OptoutWish> optoutDraft(Desk &desk, std::string_view draft);
/// Undone before it was signed. Errors: NotAllowed, Nothing.
[[nodiscard]] Result<void> dropOptoutDraft(Desk &desk, std::string_view draft);

/// What an opt-out that is recorded waits for before it may leave.
enum class Wait {
    Identity, ///< somebody who may ask for it shows who they are, and the mandate
    Letter,   ///< nobody has: the letter that tells the person, at the known address (NoticeCause::Declared)
    Number,   ///< the person's: who it goes to can't tell them by anything else
    Copy,     ///< the paper copy that was asked for before the deletion
};
[[nodiscard]] std::string_view toText(Wait wait); ///< "identity", "letter", "number", "copy"
/// In words, as something that an opt-out waits for.
[[nodiscard]] std::string waitWords(const Texts &say, Wait wait);
/// In the order of Wait; nothing of an act that is not, or no longer, recorded.
[[nodiscard]] std::vector<Wait> waitsOf(Desk &desk, const storage::Act &act);
/// Errors: IdentityNotShown, WrongState (what else it waits for first is the detail).
[[nodiscard]] Result<void> mayLeave(Desk &desk, const storage::Act &act);

struct RegisteredOptouts {
    std::vector<storage::Act> acts;
    MadeReceipt receipt;
    /// Acts of the same person and scope that are still open: both stay, the receipt points to them.
    std::vector<storage::Act> earlier;
    /// Scopes that wait for identity, or mandate: those that can't be undone; all where the title gives no opt-out, or
    /// no letter reaches the person.
    std::vector<std::string> held;
    std::vector<Wait> waits; ///< what any of them waits for, each once
    /// To the person, where nobody has shown that they may ask: by sendNotice(), and then it waits no more for that.
    std::optional<MadeNotice> letter;
    bool serialUnusual = false; ///< the card's serial number is not 5 to 12 digits: kept as it is
};
/// Registers what was signed: one entry, one act a scope, one receipt, whole or not at all. An opt-out is received from
/// anyone, with or without a document. `draft`: removed with it; empty: directly. Errors: those of prepareOptout(),
/// FutureDate, PaperNumberUsed, RolledBack, Busy; nothing is written then.
[[nodiscard]] Result<RegisteredOptouts> registerOptout(Desk &desk, const OptoutWish &wish, const SigningNote &note,
                                                       const PaperWish &paper, std::string_view draft = {});

struct OptoutFilter {
    std::string person; ///< "" everybody's
    std::optional<storage::ActStatus> status;
    bool due = false; ///< what has to be done by today: not sent in time, or not answered in time
};
/// The oldest first. Error: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Act>> listOptouts(Desk &desk, const OptoutFilter &filter);

struct ShownOptout {
    storage::Act act;
    std::vector<storage::ActStep> steps;
    CivilDate transmitBy{}; ///< when it leaves at the latest
    std::vector<Wait> waits;
    std::vector<storage::ContactPreference> contact; ///< how the person wants to be told
};
/// Errors: NotAllowed, BadReference, Nothing (no such opt-out).
[[nodiscard]] Result<ShownOptout> showOptout(Desk &desk, std::string_view reference);

struct MadeSlip {
    storage::Slip slip;
    std::vector<std::string> held; ///< references left out: they wait (waitsOf())
    MadePaper paper;
};
/// A numbered slip of all that is signed and waits. They stay `recorded`. Errors: NotAllowed, NothingWaits,
/// MentionMissing.
[[nodiscard]] Result<MadeSlip> makeSlip(Desk &desk, const PaperWish &paper);
/// The same slip again. Errors: NotAllowed, BadReference, Nothing.
[[nodiscard]] Result<MadeSlip> slipAgain(Desk &desk, std::string_view slip, const PaperWish &paper);

/// How something really left.
struct Sending {
    std::string slip;                    ///< all that is on it, still `recorded`, and waits for nothing; or
    std::vector<std::string> references; ///< these
    std::string means;                   ///< "registered-post", "post", "hand", "call-3422", "internal-mail"
    std::string evidence;                ///< number of the registered letter, who answered…; not empty
    std::optional<CivilDate> on;         ///< none: today
};
/// Now `sent`, all or none. Errors: NotAllowed, BadValue (means, a date before it was recorded), MissingOption
/// (evidence), FutureDate, NoAddressee (a live store whose addressee has no address), Nothing,
/// WrongState, those of mayLeave().
[[nodiscard]] Result<std::vector<storage::Act>> sendOptouts(Desk &desk, const Sending &sending);

/// What came back. Errors: NotAllowed (a supervisor's matter), MissingOption (evidence, reason), BadReference, Nothing,
/// WrongState.
[[nodiscard]] Result<storage::Act> confirmOptout(Desk &desk, std::string_view reference, std::string_view evidence);
[[nodiscard]] Result<storage::Act> refuseOptout(Desk &desk, std::string_view reference, std::string_view reason);
/// "Je renonce à ma demande". Errors: NotAllowed, BadReference, Nothing, WrongState.
[[nodiscard]] Result<storage::Act> withdrawOptout(Desk &desk, std::string_view reference);

/// Somebody who may ask for it has come since, and shown who they are, or their mandate: what was signed together waits
/// for that no longer. It is a step of each. Errors: NotAllowed, BadReference, Nothing, Nobody, AlreadyDone (none of it
/// lacks that), MissingOption (a name), NotForThem (their title gives it not, or only to carry), IdentityNotShown.
[[nodiscard]] Result<storage::Act> showIdentity(Desk &desk, std::string_view reference, const Presence &presence);

/// The paper copy that a deletion waited for was handed over; `waived`: the person no longer wants it. `evidence`: what
/// was handed, or said; may be empty. The deletion leaves with the next slip. Errors: NotAllowed, BadReference,
/// Nothing, WrongState (it waits for no copy).
[[nodiscard]] Result<storage::Act> copyDone(Desk &desk, std::string_view reference, std::string_view evidence,
                                            bool waived);

/// The same, by itself, for the deletions of this person whose copy is whole by now: all records were handed over on
/// paper since it was asked for (allInHand()). In the caller's transaction. Errors: those of allInHand().
[[nodiscard]] Result<void> noteCopies(Desk &desk, std::string_view person);

} // namespace guichet::kiosk
