// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/who.h"
#include "storage/file_lock.h"

#include <optional>
#include <string>

namespace guichet::kiosk {

struct Desk;

/// From "next person" to "end of visit": who is served, who is here for them, and the papers made meanwhile. Held in
/// memory by the touchscreen; the papers themselves are jobs in the store, under the visit's id, so that a crash loses
/// none. A command is a visit of its own.
struct Visit {
    std::string id;
    std::optional<std::string> person; ///< none: served without a name
    Presence presence;
    std::string language = "fr"; ///< of the person
};

/// The visit holds on to its person's records from now on: noted in the store until endVisit(), so that a visit that
/// never comes to its end (a crash, a power cut) is found. What is returned is held for as long as the visit goes on,
/// and given back by the system when the process ends: a note that nobody holds is a visit that was left. `visit` has a
/// person. Errors: Busy, FileUnwritable (the store's lock file).
[[nodiscard]] Result<storage::FileLock> beginVisit(Desk &desk, const Visit &visit);

/// The visit is over: what was kept for it alone goes, and so does whatever else has reached its time. The person's
/// records without a number of days to stay are destroyed, journaled by their number; what was deleted is taken out of
/// the write-ahead log as well. A live store's folder printer is emptied (emptyPapersFolder()). Acts and requests stay,
/// and so do in the store the papers that somebody still waits for. Returns how many records went. Nobody needs a role
/// for it: it only forgets. Errors: Busy (another process writes just now: nothing happened; or reads the log: the
/// records are gone, and the next end of a visit empties it), those of emptyPapersFolder() (the records are gone).
[[nodiscard]] Result<int> endVisit(Desk &desk, const Visit &visit);

/// Ends the visits that were begun and left; those that somebody holds go on. Returns how many records went. Nobody
/// needs a role for it. Errors: the first of those of endVisit() and FileUnwritable; the other visits are ended all the
/// same, and what could not be done is tried again by the next call.
[[nodiscard]] Result<int> endLeftVisits(Desk &desk);

} // namespace guichet::kiosk
