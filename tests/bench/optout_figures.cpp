// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/sign_in.h"
#include "storage/store.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"
#include "tests/bench/station.h"

#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <string>

namespace guichet::bench {
namespace {

/// When the last transaction was on the disk: SQLite calls back once a commit is written and synced to the WAL.
class Commits {
public:
    using Clock = std::chrono::steady_clock;

    explicit Commits(storage::Database &database) {
        sqlite3_wal_hook(
            database.handle(),
            [](void *self, sqlite3 *connection, const char *name, int pages) {
                static_cast<Commits *>(self)->last_ = Clock::now();
                constexpr int kUsualPages = 1000; // SQLite's own hook, which this one replaces, does the same
                if (pages >= kUsualPages) {
                    sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
                }
                return SQLITE_OK;
            },
            this);
    }
    Commits(const Commits &) = delete;
    Commits &operator=(const Commits &) = delete;

    [[nodiscard]] Clock::time_point last() const { return last_; }

private:
    Clock::time_point last_;
};

} // namespace

std::vector<Figure> optoutFigures(const Ground &ground) {
    // The register's head is kept outside the store: here too on the disk that is measured.
    std::filesystem::create_directory(ground.folder / "optout-state");
    ::setenv("XDG_STATE_HOME", (ground.folder / "optout-state").c_str(), 1);
    Station station;
    kiosk::DemoWish wish;
    wish.folder = ground.folder / "optouts";
    wish.persons = 50;
    const kiosk::DemoStore made = must(kiosk::makeDemo(station.machine, wish));
    const auto session = must(kiosk::Session::open(station.machine, wish.folder, "A01", made.pin));
    kiosk::Desk &desk = session->desk();

    std::vector<double> untilDurable;
    std::vector<double> whole;
    std::vector<double> synced;
    SyncedWrites disk(ground.folder);
    Commits commits(desk.store.database());
    kiosk::OptoutWish asked;
    asked.scopes = {"ens-refusal"};
    asked.presence.seen = kiosk::IdentitySeen::IdCard;
    const CivilDate today = kiosk::today(desk);
    for (int i = 0; i < ground.optouts; ++i) {
        storage::Traits traits;
        traits.birthName = "ESSAI";
        traits.givenNames = "CAMILLE";
        traits.born = {.year = 1950, .month = 1, .day = 1};
        asked.person = must(inTransaction(desk.store.database(), [&] {
            return desk.store.people().add(traits, std::nullopt, station.clock.now(), today, station.random);
        }));
        const auto called = Commits::Clock::now();
        whole.push_back(millisecondsOf([&] { must(kiosk::registerOptout(desk, asked, {}, {})); }));
        untilDurable.push_back(std::chrono::duration<double, std::milli>(commits.last() - called).count());
        synced.push_back(disk.one());
    }
    return {{.what = "an opt-out from call to durable, median of " + std::to_string(ground.optouts),
             .value = median(untilDurable),
             .unit = "ms",
             .peer = "4 KiB write + fdatasync",
             .peerValue = median(synced),
             .limit = 3,
             .note = "until its commit is synced; with its receipt as a PDF " +
                     std::to_string(static_cast<int>(median(whole))) + " ms"}};
}

} // namespace guichet::bench
