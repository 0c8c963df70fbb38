// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/notices.h"
#include "kiosk/counter/paper_numbers.h"
#include "kiosk/counter/receipts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Requests: a form of the catalogue, filled and signed. A request is taken from anyone, complete or not (CRPA
/// L114-5-1): what is missing is listed, and nothing is refused for it.
namespace guichet::kiosk {

/// What is asked, for whom, by whom.
struct RequestWish {
    std::string person;
    std::string form;
    std::string answers = "{}"; ///< JSON object: field → text, number, true, false; a list is an array of such objects
    std::vector<std::string> pieces; ///< ids of those that are there
    Presence presence;
    /// The form that was prepared and signed, where the catalogue may have another edition by now (Form::source); ""
    /// the catalogue's.
    std::string formText;
    bool operator==(const RequestWish &) const = default;
};

/// The form that a request was made on: as it was then, whatever the catalogue has become. Nothing where the request
/// kept none and the catalogue has none of its id.
[[nodiscard]] std::optional<Form> formOf(const Catalogue &catalogue, const storage::Act &act);
/// What an act asks for: the title of its scope, or of the form that it was made on; their id where that is gone.
[[nodiscard]] std::string titleOf(const Catalogue &catalogue, const storage::Act &act, std::string_view language);

/// Answers as they are kept, and what is wrong with them.
struct ReadAnswers {
    std::string json;                 ///< canonical: texts, "yes", "no"; lists of objects of texts; empty ones left out
    std::vector<std::string> missing; ///< ids of fields that have to be filled in and are not ("children.born")
    std::vector<std::string> toCheck; ///< ids of answers that do not look like what was asked: kept as written
};
/// Errors: UnknownField (with its name), BadValue (not JSON, not an object, an answer that is an object).
[[nodiscard]] Result<ReadAnswers> readAnswers(const Form &form, std::string_view json);

/// Whether an answer looks like what is asked, in whatever way it is spelled. One that does not is kept all the same,
/// to be checked: who knows better writes it.
[[nodiscard]] bool looksRight(const Field &field, const std::string &answer);

struct PreparedRequest {
    std::string draft;
    std::vector<std::string> missing;
    MadePaper form; ///< filled, to be read again and signed
};
/// A draft and its form; nothing is registered. Errors: NotAllowed, Nobody, UnknownForm, UnknownPiece, MissingOption,
/// MentionMissing, those of readAnswers().
[[nodiscard]] Result<PreparedRequest> prepareRequest(Desk &desk, const RequestWish &wish, const PaperWish &paper);
/// The form alone. Errors: as above.
[[nodiscard]] Result<MadePaper> requestForm(Desk &desk, const RequestWish &wish, const PaperWish &paper);
/// Errors: NotAllowed, Nothing.
[[nodiscard]] Result<RequestWish> requestDraft(Desk &desk, std::string_view draft);
[[nodiscard]] Result<void> dropRequestDraft(Desk &desk, std::string_view draft);

/// The form to be filled in by hand. Errors: NotAllowed, UnknownForm, MentionMissing.
[[nodiscard]] Result<MadePaper> blankForm(Desk &desk, std::string_view form, const PaperWish &paper);
/// `count` copies of it for the queue, each with its number on every page and a receipt to tear off
/// (papers/tear_off.h). Keyed in later as SigningNote::paperNumber with the day of deposit. Journaled
/// ("paper.numbered"). Errors: as above, BadValue (count).
[[nodiscard]] Result<NumberedPapers> numberedForms(Desk &desk, std::string_view form, int count,
                                                   const PaperWish &paper);

struct FiledRequest {
    storage::Act act;
    MadeReceipt receipt;
    std::vector<std::string> toCheck;  ///< see ReadAnswers; empty after pieces were added
    std::vector<storage::Act> earlier; ///< open requests of the same person on the same form
    std::optional<MadeNotice> letter;  ///< to the person, with whose signed paper somebody else came: by sendNotice()
};
/// Registers what was signed, complete or not: entry, act and receipt, whole or not at all. `draft`: removed with it.
/// Errors: those of prepareRequest(), FutureDate, PaperNumberUsed, RolledBack, Busy; nothing is written then.
[[nodiscard]] Result<FiledRequest> fileRequest(Desk &desk, const RequestWish &wish, const SigningNote &note,
                                               const PaperWish &paper, std::string_view draft = {});

/// What comes later: pieces, answers that were not given, or both.
struct RequestAddition {
    /// Ids of pieces; the id of a signature that was missing (a field that must be "yes") is taken too.
    std::vector<std::string> pieces;
    std::string answers; ///< JSON object as RequestWish::answers; "" none
};
/// Kept with the request, and a new receipt. With the last of what was missing the time from which silence counts
/// begins (CRPA L114-5). An answer may ask for a piece that was not needed before. Errors: NotAllowed, BadReference,
/// Nothing, WrongState, UnknownPiece (not one of the form, or there already), FieldNotAPiece, AnsweredAlready (an
/// answer that was given stays), those of readAnswers(), MentionMissing; nothing is written then.
[[nodiscard]] Result<FiledRequest> addToRequest(Desk &desk, std::string_view reference, const RequestAddition &addition,
                                                const PaperWish &paper);

/// `to`: Forwarded, DecidedYes, DecidedNo, Deemed. Errors: NotAllowed, BadValue (another status), WrongState (not after
/// what it is; Deemed before its day), BadReference, Nothing.
[[nodiscard]] Result<storage::Act> advanceRequest(Desk &desk, std::string_view reference, storage::ActStatus to,
                                                  std::string_view evidence);
/// "Je renonce à ma demande". Errors: as above.
[[nodiscard]] Result<storage::Act> withdrawRequest(Desk &desk, std::string_view reference);

struct RequestFilter {
    std::string person; ///< "" everybody's
    std::optional<storage::ActStatus> status;
    std::string form; ///< "" any
    bool due = false; ///< a day that was promised, or set, has come
};
/// The oldest first. Error: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Act>> listRequests(Desk &desk, const RequestFilter &filter);

struct ShownRequest {
    storage::Act act;
    std::vector<storage::ActStep> steps;
    std::vector<storage::ContactPreference> contact; ///< how the person wants to be told
};
/// Errors: NotAllowed, BadReference, Nothing (no such request).
[[nodiscard]] Result<ShownRequest> showRequest(Desk &desk, std::string_view reference);

/// What a missing id of a form means, in words: a piece, a field or a field of a list.
[[nodiscard]] std::string missingWords(const Form &form, std::string_view id, std::string_view language);

} // namespace guichet::kiosk
