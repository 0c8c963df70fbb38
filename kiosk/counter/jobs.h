// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "storage/jobs.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// A paper to be printed. Its PDF is kept in the store until it is in somebody's hand.
struct PaperJob {
    std::string what;  ///< a neutral title, seen at the printer: never a name, never a matter of health
    std::string label; ///< what the screens call it; "": by its title
    int pages = 0;
    int copies = 1;
    storage::PaperPurpose purpose = storage::PaperPurpose::Hand;
    std::string visit;     ///< id, "" for none
    std::string person;    ///< id, "" for none
    std::string reference; ///< of the act whose receipt it is, "" for none
};

/// Writes the job to the store, then sends it, then notes the printing system's number: whatever happens in between, a
/// restart finds out what became of it, and nothing is printed twice by itself. `printer` empty: the one of the
/// settings; in a demo store without one, the folder printer. Errors: NotAllowed, NoPrinter, PrinterUnknown,
/// PrinterRefused, PrinterUnreachable (the job is there all the same, and `retryJob` sends it again).
[[nodiscard]] Result<storage::Job> sendPaper(Desk &desk, const PaperJob &paper, ByteView pdf,
                                             std::string_view printer = {});

/// Writes the job to the store and sends it nowhere: it is owed to its person, until somebody prints it (retryJob()).
/// Errors: NotAllowed, NoPrinter.
[[nodiscard]] Result<storage::Job> owePaper(Desk &desk, const PaperJob &paper, ByteView pdf);

/// What is on its way or owed, asked of the printing system anew. Errors: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Job>> listJobs(Desk &desk, const storage::JobFilter &filter = {});

/// Waits until the printing system is done with it, or until `limit`, or until it needs somebody (stopped, held).
/// Errors: NotAllowed, Nothing.
[[nodiscard]] Result<storage::Job> followJob(Desk &desk, std::string_view id, std::chrono::milliseconds limit);

/// Held until somebody types a password at the printing system, which this counter never does.
[[nodiscard]] bool wantsPassword(const storage::Job &job);
/// Refused because the printing system has no room for it: an administrator has to make some.
[[nodiscard]] bool lacksRoom(const storage::Job &job);
/// Asks the printing system to give it up. Errors: NotAllowed, Nothing, WrongState.
[[nodiscard]] Result<storage::Job> cancelJob(Desk &desk, std::string_view id);
/// What it was printed for is no more: taken back where it still can be, and owed to nobody. True where the paper is
/// out: somebody has to destroy it. Errors: NotAllowed, Nothing.
[[nodiscard]] Result<bool> withdrawPaper(Desk &desk, std::string_view id);
/// The person signed it, and the agency keeps it; what the printing system still has of it is given up. Errors:
/// NotAllowed, Nothing, WrongState (in hand, or kept already).
[[nodiscard]] Result<storage::Job> keepPaper(Desk &desk, std::string_view id);
/// Takes the papers back whose visit has ended before they came out (storage::Jobs::recall()): they stay owed, and are
/// printed again by somebody's decision. Waits up to `limit` for all of them together until the printing system has let
/// go of them. Nobody needs a role for it. Returns how many it still has, or can't be asked about: the next call tries
/// again.
[[nodiscard]] Result<int> takeBackRecalled(Desk &desk, std::chrono::milliseconds limit);
/// It came out, nobody wants it, and somebody destroyed it; journaled. Errors: NotAllowed, Nothing, WrongState (not
/// known to be out; in hand; kept).
[[nodiscard]] Result<storage::Job> destroyPaper(Desk &desk, std::string_view id);
/// It came out, and was put in the post to the person; journaled. Errors: NotAllowed, Nothing, WrongState (not sent to
/// any printer; in hand; kept; posted or replaced already).
[[nodiscard]] Result<storage::Job> postPaper(Desk &desk, std::string_view id);
/// The person leaves with a receipt written by hand, on a sheet with this printed number, in place of this one;
/// journaled. What the printer has of it is taken back, now or later; what came out of it meanwhile is not replaced,
/// and is given as it is. Errors: NotAllowed, Nothing, BadValue, PaperNumberUsed, WrongState (no receipt; in hand;
/// kept; posted or replaced already).
[[nodiscard]] Result<storage::Job> replacePaper(Desk &desk, std::string_view id, std::string_view number);
/// Sends it again, elsewhere if a printer is named; only somebody's decision prints twice. What the printer before has
/// of it is taken back first; what came out of it meanwhile is not sent again. Errors: NotAllowed, Nothing, WrongState,
/// PrinterUnreachable (it can't be taken back), and those of sendPaper().
/// `visit`: whose paper it is from now on, so that it does not come out once that is over; "" as before.
[[nodiscard]] Result<storage::Job> retryJob(Desk &desk, std::string_view id, std::string_view printer = {},
                                            std::string_view visit = {});
/// How the title of a job begins that prints records: nothing else is called so.
inline constexpr std::string_view kRecordsTitle = "Documents (";

/// Whether who is here may be given a paper that is somebody's and was not made for them now: the title gives it, and
/// what it is about; the records on it may be printed for them, whatever their marks. Of records that are gone nobody
/// knows the marks: only the person alone gets them. Nobody's paper goes to anybody. Errors: Nobody, MissingOption
/// (their name), NotForThem, those of mayDisclose() and recordsOf().
[[nodiscard]] Result<void> mayCollect(const Desk &desk, const storage::Job &job, const Presence &presence);
/// What is owed to the person from before this visit, and who is here may collect (mayCollect()); the oldest first. Not
/// what belongs to another visit that goes on. Errors: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Job>> papersToCollect(Desk &desk, std::string_view person,
                                                                const Presence &presence, std::string_view visit);
/// The person has it in hand; journaled. A deletion that waited for it waits no longer (noteCopies()). `by`: who
/// collects it. Errors: NotAllowed, Nothing, AlreadyDone, BadValue, those of mayCollect().
[[nodiscard]] Result<storage::Job> handedJob(Desk &desk, std::string_view id, int sheets,
                                             const std::optional<Presence> &by = {});

} // namespace guichet::kiosk
