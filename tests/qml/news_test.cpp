// SPDX-License-Identifier: GPL-3.0-or-later
// What changed for an agent, told once after an upgrade.
#include "kiosk/counter/news.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/news_model.h"
#include "storage/read_news.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using ui::KioskModel;

/// As if the agent had last worked with an older version.
void upgrade(Counter &counter, const char *agent) {
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        must(storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
            storage::ReadNews(desk.store.database()).set(agent, "0.0.1", desk.machine.clock.now());
            return {};
        }));
    });
}

} // namespace

TEST_CASE("after an upgrade each agent is told once what changed, and can read it again", "[ui]") {
    Counter counter;
    counter.signIn();
    CHECK_FALSE(counter.kiosk.news()->shown()); // new here: nothing has changed
    upgrade(counter, "A01");
    upgrade(counter, "S01");
    counter.kiosk.signOut();

    counter.signIn();
    counter.stage.settle();
    REQUIRE(counter.kiosk.news()->shown());
    REQUIRE(counter.stage.find("change0") != nullptr);
    CHECK(counter.stage.find("change0")->property("text").toString().startsWith(QStringLiteral("Version ")));
    CHECK(counter.stage.find("next") == nullptr); // home is behind
    CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
    counter.kiosk.signOut(); // not closed: not read
    counter.signIn();
    CHECK(counter.kiosk.news()->shown());
    QTest::keyClick(&counter.stage.window(), Qt::Key_Escape);
    counter.stage.settleAll();
    CHECK_FALSE(counter.kiosk.news()->shown());
    counter.kiosk.signOut();
    counter.signIn();
    CHECK_FALSE(counter.kiosk.news()->shown());
    counter.kiosk.signOut();
    counter.signIn("S01");
    CHECK(counter.kiosk.news()->shown()); // each for themselves

    counter.kiosk.news()->close();
    counter.kiosk.help()->toggle();
    counter.kiosk.help()->openNews();
    CHECK_FALSE(counter.kiosk.help()->open());
    CHECK(counter.kiosk.news()->shown());
    CHECK(counter.kiosk.news()->changes()->count() > 1);
}

TEST_CASE("who comes back into a visit is not told in the middle of it", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    upgrade(counter, "A01");
    counter.kiosk.lock();
    counter.typePin(counter.pin);
    CHECK(counter.kiosk.screen() == KioskModel::Person);
    CHECK_FALSE(counter.kiosk.news()->shown());
    counter.kiosk.signOut();
    counter.signIn();
    CHECK(counter.kiosk.news()->shown());
}

} // namespace guichet::test
