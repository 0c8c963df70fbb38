// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/visit.h"

#include "kiosk/counter/journal.h"
#include "kiosk/counter/printers.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <set>
#include <vector>

namespace guichet::kiosk {
namespace {

using storage::FileLock;

constexpr std::string_view kNote = "visit";
/// A note ends with its visit, never by itself.
constexpr std::chrono::years kForEver{100};

/// A byte of the lock file for each visit, behind those of the keyring.
std::int64_t byteOf(std::string_view visit) {
    constexpr std::int64_t kFirst = std::int64_t{1} << 32;
    const Digest digest = sha256(visit);
    return kFirst + ((std::int64_t{digest[0]} << 24) | (digest[1] << 16) | (digest[2] << 8) | digest[3]);
}

/// What a note holds: a visit's id, as JSON.
std::string contentOf(const std::string &visit) { return '"' + visit + '"'; }
std::string visitOf(const storage::Draft &note) { return note.content.substr(1, note.content.size() - 2); }

std::vector<storage::Draft> notes(Desk &desk) { return desk.store.drafts().list(kNote, {}, desk.machine.clock.now()); }

} // namespace

Result<storage::FileLock> beginVisit(Desk &desk, const Visit &visit) {
    GUICHET_ASSIGN(FileLock held, FileLock::take(desk.store.folder(), byteOf(visit.id), std::chrono::milliseconds(0)));
    const Instant now = desk.machine.clock.now();
    GUICHET_TRY(storage::inTransaction(desk.store.database(), [&]() -> Result<std::string> {
        return desk.store.drafts().add(kNote, visit.person.value(), contentOf(visit.id), desk.agent, now,
                                       now + kForEver, desk.machine.random);
    }));
    return held;
}

Result<int> endVisit(Desk &desk, const Visit &visit) {
    int gone = 0;
    const auto purgeFor = [&](const std::optional<std::string> &person) -> Result<void> {
        const int now = desk.store.records().purge(desk.machine.clock.now(), person);
        gone += now;
        if (now == 0) {
            return {};
        }
        return journal(desk, {.kind = "record.purged",
                              .person = person.value_or(""),
                              .by = {},
                              .details = {{"count", std::to_string(now)}}});
    };
    const auto purge = [&]() -> Result<void> {
        GUICHET_TRY(purgeFor(visit.person));
        for (const storage::Draft &note : notes(desk)) {
            if (visitOf(note) == visit.id) {
                if (note.person != visit.person) {
                    GUICHET_TRY(purgeFor(note.person));
                }
                GUICHET_TRY(desk.store.drafts().remove(note.id));
            }
        }
        return {};
    };
    GUICHET_TRY(desk.entries.write(purge));
    std::set<std::string> ongoing;
    for (const storage::Draft &note : notes(desk)) {
        ongoing.insert(visitOf(note));
    }
    const auto emptied = emptyPapersFolder(desk, ongoing);
    // Also where nothing went: an earlier end may have been kept from it.
    GUICHET_TRY(desk.store.finishPurge());
    GUICHET_TRY(emptied);
    return gone;
}

Result<int> endLeftVisits(Desk &desk) {
    int gone = 0;
    std::optional<Error> failed;
    for (const storage::Draft &note : notes(desk)) {
        const std::string visit = visitOf(note);
        const auto left = FileLock::take(desk.store.folder(), byteOf(visit), std::chrono::milliseconds(0));
        if (!left && left.error().code == ErrorCode::Busy) {
            continue;
        }
        const auto ended = left ? endVisit(desk, {.id = visit, .person = note.person, .presence = {}})
                                : Result<int>(fail(left.error()));
        gone += ended.value_or(0);
        if (!ended && !failed) {
            failed = ended.error();
        }
    }
    if (failed) {
        return fail(*failed);
    }
    return gone;
}

} // namespace guichet::kiosk
