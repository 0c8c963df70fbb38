// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/who.h"
#include "kiosk/papers/optout_form.h"
#include "kiosk/papers/receipt.h"
#include "printing/layout.h"
#include "storage/people.h"
#include "storage/register/acts.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What opt-outs and requests have in common: how they are signed, who may, and the papers that come of them.
namespace guichet::kiosk {

/// How a paper is made: its size of type, and the language of a reading copy beside the French ("" for none).
struct PaperWish {
    printing::Layout layout = printing::Layout::Standard;
    std::string readingCopy;
};

/// A paper as a PDF, ready to be written to a file or sent to a printer.
struct MadePaper {
    Bytes pdf;
    int pages = 0;
    std::string what; ///< a neutral title for the job: never a name, never a matter of health
    storage::PaperPurpose purpose = storage::PaperPurpose::Hand;
    std::vector<printing::Paper> says; ///< what is on it: the French first, then the reading copy where there is one
};

/// The job that prints it, of nobody's visit yet; the screens call it by its French title.
[[nodiscard]] PaperJob jobFor(const MadePaper &paper);

/// How something was signed, when it was taken in, and how its signer wants to be told of it.
struct SigningNote {
    Signed how = Signed::Signature;
    std::string vitaleSerial;           ///< as read from the card, or "" ; nothing is refused for it
    std::optional<CivilDate> deposited; ///< earlier than today: a paper that is keyed in later
    std::string paperNumber;            ///< of the hand-written receipt given then
    std::string agentNote;              ///< what the agent saw and heard, where nobody could sign by hand, or "";
                                        ///< up to 1000 bytes, printed on the receipt
    std::optional<storage::ContactPreference> contact; ///< for this one; nothing: as for all else (checkedContact())
};

[[nodiscard]] CivilDate today(const Desk &desk);

/// The act of this type by its reference, however it is written. Errors: BadReference, Nothing (of the other type too).
[[nodiscard]] Result<storage::Act> actOf(storage::Acts &acts, storage::ActType type, std::string_view reference);
/// Writes the next step of an act. Errors: those of actOf(), WrongState (not after what it is), those of
/// storage::Acts::change().
[[nodiscard]] Result<storage::Act> takeStep(Desk &desk, storage::ActType type, std::string_view reference,
                                            storage::ActStatus to, std::string_view evidence);
/// Notes something about an act, in the caller's transaction. Errors: those of storage::Acts::note().
[[nodiscard]] Result<storage::Signed> noteStep(Desk &desk, const storage::Act &act, storage::ActNote note,
                                               std::string_view means, std::string_view evidence);
/// The last day that what is written on `day` of such an act is kept; nothing: as long as the register. A later step
/// keeps all payloads of the act as long again.
[[nodiscard]] std::optional<CivilDate> keptUntil(Desk &desk, storage::ActType type, CivilDate day);

[[nodiscard]] Texts textsOf(const Desk &desk, std::string_view language, CivilDate day);
[[nodiscard]] papers::Making makingOf(const Desk &desk, std::string_view agent, Instant at);
[[nodiscard]] papers::PaperPerson paperPerson(const Texts &say, const storage::Person &person);
/// Nothing where the person acts.
[[nodiscard]] std::optional<papers::PaperRepresentative> representativeOf(const Texts &say, const Presence &presence);

/// The settings of today, as papers ask for them. `desk` must outlive it.
[[nodiscard]] papers::SettingOf settingsOf(Desk &desk);
/// The agency has looked at the rules that the law does not give.
[[nodiscard]] bool rulesChecked(const papers::SettingOf &settings);

/// What is kept with an act beside its columns: for lists, for statements, for its later receipts.
struct ActMore {
    std::string born;                              ///< date of birth as it was known, storage::BirthDate::text()
    std::string number;                            ///< masked
    std::vector<storage::ContactPreference> reply; ///< how the person wants to be answered
    std::vector<std::string> earlier;              ///< references of open acts of the same kind
    std::vector<std::string> held;                 ///< scopes that wait for identity or mandate
    std::vector<std::string> toCheck;              ///< answers that do not look like what was asked
    bool entitled = true;
    bool gives = true;     ///< the title of who signed has the act at all; else it waits for somebody who may do it
    bool declared = false; ///< nobody has shown that they may: a letter to the known address comes first
    std::string note;      ///< SigningNote::agentNote
    std::string texts;     ///< edition of the catalogue's texts
    std::string form;      ///< edition of a request's form
    std::string formFrom;  ///< the day that edition is valid from, YYYY-MM-DD
    std::string formText;  ///< the form itself (Form::source): what it asks and promises stays as it was

    /// Whether an act of this subject waits for identity or mandate.
    [[nodiscard]] bool isHeld(std::string_view subject) const;
    /// Canonical JSON object. Error: BadValue (text that is not UTF-8).
    [[nodiscard]] Result<std::string> json() const;
    /// What is missing or of another kind stays as it is by default.
    [[nodiscard]] static ActMore parse(std::string_view json);
};
/// Filled from the person and the wishes, and `contact` where it was said for this act; the rest is left to the caller.
/// Errors: those of checkedContact().
[[nodiscard]] Result<ActMore> moreOf(Desk &desk, const storage::Person &person,
                                     const std::optional<storage::ContactPreference> &contact);

/// A wish with what it needs: an address for another one, a number for a call, which is the known one where none is
/// said. Errors: BadValue (no such means, longer than 400 bytes), MissingOption ("--contact-detail").
[[nodiscard]] Result<storage::ContactPreference> checkedContact(const storage::Person &person,
                                                                storage::ContactPreference wish);
/// The means by its word on the command line ("post", "address", "collect", "phone", "email", "none") or by its name
/// in storage::ContactPreference. Error: BadValue.
[[nodiscard]] Result<std::string> parseContactMeans(std::string_view text);
/// The means that there are, as storage::ContactPreference has them, in the order in which they are offered.
[[nodiscard]] std::vector<std::string> contactMeans();
/// How the person wants to be told of whatever they sign from now on, unless they say otherwise for one act: said by
/// somebody who may be shown what is held. Journaled ("person.contact"). Errors: NotAllowed, Nobody, those of
/// mayDisclose() and checkedContact().
[[nodiscard]] Result<void> changePersonContact(Desk &desk, std::string_view person, const Presence &presence,
                                               const storage::ContactPreference &wish);
/// How the person wants to be told about an act: as it was said last.
[[nodiscard]] Result<std::vector<storage::ContactPreference>> contactOf(storage::Acts &acts, const storage::Act &act);
/// Said anew, of everything that was signed together with it. Errors: NotAllowed, BadReference, Nothing (of the other
/// type too), Nobody, those of checkedContact().
[[nodiscard]] Result<storage::Act> changeContact(Desk &desk, storage::ActType type, std::string_view reference,
                                                 const storage::ContactPreference &wish);

/// The act as it will be in the tables once it is signed: papers are made from it before and after alike.
[[nodiscard]] storage::Act actBefore(const storage::Signing &signing, const storage::ActDraft &draft);

/// When it was received, on which paper, and when it was keyed in where that is another day.
[[nodiscard]] papers::ReceivedMention receivedMention(const Desk &desk, const storage::Act &act);

/// "D. P., date de naissance 28 mars 1979, numéro 2 79 03 •• ••• ••• ••".
[[nodiscard]] std::string personLine(const Texts &say, std::string_view initials, std::string_view born,
                                     std::string_view maskedNumber);
/// Who asked, what was seen, how it was signed, as `storage::Signing` has them.
[[nodiscard]] std::string byLine(const Texts &say, std::string_view by, std::string_view identitySeen,
                                 std::string_view signedHow);
/// A status or step in words: "Enregistrée", "Transmise"…
[[nodiscard]] std::string statusWords(const Texts &say, std::string_view status);
[[nodiscard]] std::string meansWords(const Texts &say, std::string_view means);
/// How the person wants to be answered, in words, with the address or number that was said.
[[nodiscard]] std::string replyWords(const Texts &say, const std::vector<storage::ContactPreference> &reply);
/// What a receipt says of who had no title for it (`by`), or has not shown it; nothing where they did.
void addAuthorityFact(std::vector<std::pair<std::string, std::string>> &facts, const Texts &say, std::string_view by,
                      const ActMore &more);
/// A step's evidence as people read it.
[[nodiscard]] std::string evidenceWords(const Texts &say, const storage::ActStep &step);
/// A date of birth in words, as far as it is known.
[[nodiscard]] std::string bornWords(const Texts &say, const storage::BirthDate &born);

/// An address as it is written on an envelope, without empty lines.
[[nodiscard]] std::vector<std::string> addressLines(std::string_view address);
/// Where a letter reaches the person whoever was at the counter: the lines of the address that was known before, or of
/// the one that they said for all, with their identity. Nothing where there is none, or where they want no letter; nor
/// where nothing is to come home by what was `wished` at the counter.
[[nodiscard]] std::optional<std::vector<std::string>>
knownAddress(Desk &desk, const storage::Person &person, const std::vector<storage::ContactPreference> &wished);

/// What goes into every signing: who, how, when, masked number and initials. `more` is left to the caller.
/// Errors: MissingOption (presence without a name), FutureDate (deposited).
[[nodiscard]] Result<storage::Signing> signingOf(Desk &desk, storage::ActType type, const storage::Person &person,
                                                 const Presence &presence, const SigningNote &note);

/// The language of the reading copy that is wished beside the French, or "". Error: BadValue (one that the catalogue
/// has no texts in).
[[nodiscard]] Result<std::string> readingLanguage(const Desk &desk, const PaperWish &wish);

/// A paper in the language of `say`; a reading copy says that the French prevails.
using PaperIn = std::function<Result<printing::Paper>(const Texts &say, bool readingCopy)>;
/// The paper in French, then its reading copy where one is wished. Errors: those of `paper` and of readingLanguage().
[[nodiscard]] Result<std::vector<printing::Paper>> withReadingCopy(const Desk &desk, CivilDate day,
                                                                   const PaperWish &wish, const PaperIn &paper);

/// A paper without a letterhead, with its footer and file dates filled in: for what says something of the counter only,
/// and is made before all settings are there.
[[nodiscard]] printing::Paper unheadedPaper(const Desk &desk);

/// Lays out and renders; several papers are one PDF, each with its own numbering. Error: NotPrintable.
[[nodiscard]] Result<MadePaper> makePaper(const Desk &desk, std::vector<printing::Paper> papers,
                                          printing::Layout layout, std::string what);

} // namespace guichet::kiosk
