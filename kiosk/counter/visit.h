// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/counter/who.h"
#include "storage/file_lock.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

struct Desk;

/// What the store counts of visits that ended (storage::Figures).
inline constexpr std::string_view kVisitTally = "visit";
inline constexpr std::string_view kAnsweredVisit = "answered";
inline constexpr std::string_view kUnansweredVisit = "unanswered"; ///< with no paper and no act

/// From "next person" to "end of visit": who is served, who is here for them, and the papers made meanwhile. Held in
/// memory by the touchscreen, and noted in the store so that an interruption loses nothing; the papers themselves are
/// jobs in the store, under the visit's id. A command is a visit of its own.
struct Visit {
    std::string id;
    std::optional<std::string> person; ///< none: served without a name
    Presence presence;
    std::string language = "fr"; ///< of the person
};

/// Where a visit stands, in names and values of the screens' own: which one, what was chosen and typed there.
using Place = std::map<std::string, std::string, std::less<>>;
/// Of a Place: the draft whose paper waits for a signature; behind a point where several acts are under way.
inline constexpr std::string_view kDraftToSign = "draft";
/// What a place says under this name.
[[nodiscard]] std::optional<std::string> noted(const Place &place, std::string_view name);

/// A visit that goes on at this screen. Its lock is given back by the system when the process ends: a note that nobody
/// holds is a visit that was left.
struct HeldVisit {
    storage::FileLock held;
    std::string note; ///< id of what the store keeps of it
};

/// A visit that something interrupted: nothing here says for whom.
struct LeftVisit {
    std::string id;
    std::string agent; ///< who began it, whoever goes on with it
    Instant begun{};
};

/// A visit that somebody goes on with.
struct TakenUpVisit {
    Visit visit;
    Place place;
    HeldVisit held;
};

/// The visit holds on to its person's records from now on: noted in the store until endVisit(), so that a visit that
/// never comes to its end (a crash, a power cut, a colleague who needs the screen) is found. Errors: Busy,
/// FileUnwritable (the store's lock file).
[[nodiscard]] Result<HeldVisit> beginVisit(Desk &desk, const Visit &visit);

/// Where it stands now, in place of what was noted before; who began it stays. Errors: Busy, Nothing (it is over).
[[nodiscard]] Result<void> noteVisit(Desk &desk, const std::string &note, const Visit &visit, const Place &place);

/// Ids of those that were begun and are not over, whoever holds them.
[[nodiscard]] std::set<std::string> visitsNotOver(const Desk &desk);

/// Today's visits that were begun, are not over, and that nobody holds: the oldest first. Error: NotAllowed.
[[nodiscard]] Result<std::vector<LeftVisit>> leftVisits(Desk &desk);

/// Whoever may serve goes on with one of these. A receipt of it that was registered and never reached the printer's
/// queue is sent there now. Errors: NotAllowed, Nothing (it is over), Busy (somebody else goes on with it).
[[nodiscard]] Result<TakenUpVisit> takeUpVisit(Desk &desk, std::string_view visit);

/// The visit is over: what was kept for it alone goes, and so does whatever else has reached its time. The person's
/// records without a number of days to stay are destroyed, journaled by their number; what was deleted is taken out of
/// the write-ahead log as well. What has not come out is taken back from the printer
/// (takeBackRecalled()), and a live store's folder printer is emptied (emptyPapersFolder()). Acts and requests stay,
/// and so do in the store the papers that somebody still waits for. Returns how many records went. Nobody needs a role
/// for it: it only forgets. Errors: Busy (another process writes just now: nothing happened; or reads the log: the
/// records are gone, and the next end of a visit empties it), those of emptyPapersFolder() (the records are gone).
[[nodiscard]] Result<int> endVisit(Desk &desk, const Visit &visit);

/// Ends the visits that were left on an earlier day: their person has gone home. Those that somebody holds go on. A
/// receipt of theirs that was never made is owed from now on (owePaper()). Returns how many records went. Nobody needs
/// a role for it, but one whose receipt has to be made waits for who may. Errors: the first of those of endVisit() and
/// FileUnwritable; the other visits are ended all the same, and what could not be done is tried again by the next call.
[[nodiscard]] Result<int> endLeftVisits(Desk &desk);

} // namespace guichet::kiosk
