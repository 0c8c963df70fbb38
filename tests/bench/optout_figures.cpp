// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/random.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/demo.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/sign_in.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"

#include <cstdlib>
#include <string>

namespace guichet::bench {

std::vector<Figure> optoutFigures(const Ground &ground) {
    // The register's head is kept outside the store: here too on the disk that is measured.
    std::filesystem::create_directory(ground.folder / "optout-state");
    ::setenv("XDG_STATE_HOME", (ground.folder / "optout-state").c_str(), 1);
    const SystemClock clock;
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    const kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
    kiosk::DemoWish wish;
    wish.folder = ground.folder / "optouts";
    wish.persons = 50;
    const kiosk::DemoStore made = must(kiosk::makeDemo(machine, wish));
    const auto session = must(kiosk::Session::open(machine, wish.folder, "A01", made.pin));
    kiosk::Desk &desk = session->desk();

    std::vector<double> untilDurable;
    std::vector<double> whole;
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
            return desk.store.people().add(traits, std::nullopt, clock.now(), today, random);
        }));
        std::string reference;
        const double both =
            millisecondsOf([&] { reference = must(kiosk::registerOptout(desk, asked, {}, {})).receipt.reference; });
        // The receipt is made from what is written by then; made again, it takes the same time.
        const double receipt = millisecondsOf([&] { must(kiosk::receiptAgain(desk, reference, std::nullopt, {})); });
        whole.push_back(both);
        untilDurable.push_back(both - receipt);
    }
    const double synced = syncedWriteMilliseconds(ground.folder, ground.optouts);
    return {{.what = "an opt-out from call to durable, median of " + std::to_string(ground.optouts),
             .value = median(untilDurable),
             .unit = "ms",
             .peer = "4 KiB write + fdatasync",
             .peerValue = synced,
             .limit = 3,
             .note = "with its receipt as a PDF " + std::to_string(median(whole)) + " ms"}};
}

} // namespace guichet::bench
