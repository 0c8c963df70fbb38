// SPDX-License-Identifier: GPL-3.0-or-later
// The veil, the lock, and who may open it again.
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/left_visits_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <tuple>

namespace guichet::test {
namespace {

using namespace std::chrono_literals;
using ui::KioskModel;

void touch(Counter &counter) { QTest::mouseClick(&counter.stage.window(), Qt::LeftButton, {}, {8, 790}); }

void untilVeil(Counter &counter, KioskModel::Veil veil) {
    counter.stage.until([&] { return counter.kiosk.veil() == veil; });
}

} // namespace

TEST_CASE("two minutes without a touch hide everything, ten ask for the PIN, and the visit is kept", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    const auto title = counter.kiosk.personTitle();
    touch(counter);
    counter.stage.clock().advance(2min - 1ms);
    counter.kiosk.rest(2min - 1ms);
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
    CHECK(counter.stage.find("category0") != nullptr);
    counter.stage.clock().advance(1ms);
    untilVeil(counter, KioskModel::Hidden);
    CHECK(counter.stage.find("category0") == nullptr);
    CHECK(counter.stage.find("personTitle") == nullptr);
    REQUIRE(counter.stage.find("show") != nullptr);

    SECTION("one touch shows it again, before the ten minutes") {
        counter.kiosk.show();
        CHECK(counter.kiosk.veil() == KioskModel::Clear);
        touch(counter);
        counter.stage.clock().advance(2min - 1ms);
        counter.kiosk.rest(2min - 1ms); // counted anew from that touch
        CHECK(counter.kiosk.veil() == KioskModel::Clear);
    }
    SECTION("the PIN opens it again where it was") {
        counter.stage.clock().advance(8min);
        untilVeil(counter, KioskModel::Locked);
        counter.kiosk.show();
        CHECK(counter.kiosk.veil() == KioskModel::Locked);
        CHECK(counter.stage.find("show") == nullptr);
        // Nothing is answered meanwhile.
        counter.kiosk.openPerson();
        counter.typePin(counter.pin);
        CHECK(counter.kiosk.veil() == KioskModel::Clear);
        CHECK(counter.kiosk.agent() == QStringLiteral("A01"));
    }
    SECTION("a colleague goes on with the visit, and what follows is theirs") {
        counter.kiosk.lock();
        counter.signIn("S01");
        CHECK(counter.kiosk.veil() == KioskModel::Clear);
        CHECK(counter.kiosk.agent() == QStringLiteral("S01"));
        CHECK(counter.kiosk.screen() == KioskModel::Home);
        counter.stage.until([&] { return counter.kiosk.left()->rows()->count() == 1; });
        counter.kiosk.left()->takeUp(0);
        counter.answered(*counter.kiosk.left());
        counter.stage.atDesk([](kiosk::Desk &desk) {
            CHECK(desk.agent == "S01");
            CHECK(desk.role == storage::Role::Supervisor);
        });
    }
    CHECK(counter.kiosk.screen() == KioskModel::Person);
    CHECK(counter.kiosk.visiting());
    CHECK(counter.kiosk.personTitle() == title);
}

TEST_CASE("pages whose count the lock broke off are counted once somebody is back", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.openOnlyRecord();
    counter.kiosk.lock();
    counter.kiosk.documents()->setLarge(true); // asked for too late
    counter.stage.settleAll();
    const auto pages = [&] { return counter.kiosk.documents()->rows()->at(0, "pages").toString(); };
    REQUIRE(pages().isEmpty());
    counter.typePin(counter.pin);
    counter.stage.until([&] { return !pages().isEmpty(); });
    CHECK(pages().endsWith(QStringLiteral("pages")));
}

TEST_CASE("how long until everything is hidden, and until the PIN, are settings, read at sign-in", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.set("lock-after", "12");
    counter.set("veil-after", "4");
    counter.kiosk.rest(2min);
    CHECK(counter.kiosk.veil() == KioskModel::Hidden); // as it was when this agent came
    counter.kiosk.lock();
    counter.typePin(counter.pin);
    const auto after = [&](std::chrono::milliseconds quiet) {
        counter.kiosk.rest(quiet);
        return counter.kiosk.veil();
    };
    CHECK(after(4min - 1ms) == KioskModel::Clear);
    CHECK(counter.kiosk.secondsLeft() == 1);
    CHECK(after(4min) == KioskModel::Hidden);
    CHECK(after(12min - 20s) == KioskModel::Hidden);
    CHECK(counter.kiosk.secondsLeft() == 20);
    CHECK(after(12min) == KioskModel::Locked);
}

TEST_CASE("a PIN that was begun and left is forgotten after two minutes, at sign-in and on the lock screen", "[ui]") {
    Counter counter;
    const bool locked = GENERATE(false, true);
    CAPTURE(locked);
    auto &model = *counter.kiosk.signIn();
    if (locked) {
        counter.signIn();
        counter.kiosk.lock();
    } else {
        model.setAgent(QStringLiteral("A01"));
    }
    touch(counter);
    model.press(QStringLiteral("4"));
    model.press(QStringLiteral("8"));
    counter.stage.clock().advance(2min - 1ms);
    counter.kiosk.rest(2min - 1ms);
    CHECK(model.pinLength() == 2);
    counter.stage.clock().advance(1ms);
    counter.stage.until([&] { return model.pinLength() == 0; });
    CHECK(model.agent() == QStringLiteral("A01"));
    counter.typePin(counter.pin);
    CHECK(counter.kiosk.agent() == QStringLiteral("A01"));
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
}

TEST_CASE("the preview is hidden with the rest, and comes back with it", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.openOnlyRecord();
    auto &documents = *counter.kiosk.documents();
    documents.answerTitles(true);
    counter.answered(documents);
    documents.view(0);
    counter.answered(documents);
    counter.stage.settle();
    REQUIRE(counter.stage.find(QStringLiteral("pages")) != nullptr);
    counter.kiosk.hide();
    counter.stage.settle();
    CHECK(counter.stage.find(QStringLiteral("pages")) == nullptr);
    counter.kiosk.show();
    counter.stage.settle();
    CHECK(counter.stage.find(QStringLiteral("pages")) != nullptr);
}

TEST_CASE("a locked counter does nothing for anybody", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.lock();
    bool asked = false;
    QObject receiver;
    counter.kiosk.worker().ask<ui::Done>(
        &receiver,
        [](ui::Seat &seat) -> Result<ui::Done> {
            GUICHET_TRY(seat.desk());
            return ui::Done{};
        },
        [&](const std::optional<Result<ui::Done>> &answer) {
            asked = true;
            REQUIRE(answer);
            REQUIRE(!*answer);
            CHECK(answer->error().code == ErrorCode::WhoActs);
        });
    counter.stage.until([&] { return asked; });
}

TEST_CASE("a wrong PIN, a wait and a lock-out are said in words, and a wait passes with the clock", "[ui]") {
    Counter counter;
    auto &model = *counter.kiosk.signIn();
    const bool locked = GENERATE(false, true); // at sign-in, and on the lock screen
    CAPTURE(locked);
    if (locked) {
        counter.signIn();
        counter.kiosk.lock();
    } else {
        model.setAgent(QStringLiteral("A01"));
    }
    const auto wrong = [&] {
        counter.typePin("00000000");
        CHECK(model.pinLength() == 0);
        return model.problem().toStdString();
    };
    const auto padAt = [&] {
        std::ignore = counter.stage.grab(locked ? "locked" : "sign-in");
        return counter.stage.find("pad5")->mapToScene({0, 0});
    };
    counter.stage.settle();
    const auto before = padAt();
    CHECK(wrong() == "L’agent ou le code personnel n’est pas le bon.");
    counter.stage.settle();
    CHECK(padAt() == before); // the next digit is where the finger is
    CHECK(wrong() == "L’agent ou le code personnel n’est pas le bon.");
    CHECK(wrong() == "L’agent ou le code personnel n’est pas le bon.");
    CHECK(wrong() == "Trop d’essais\u00a0: attendre encore 5\u00a0s.");
    counter.stage.settle();
    REQUIRE(counter.stage.find("signInProblem") != nullptr);
    std::ignore = counter.stage.grab(locked ? "locked-wait" : "sign-in-wait");
    CHECK(counter.stage.cutWords().isEmpty());
    CHECK(counter.stage.find("signInProblem")->property("text").toString() == model.problem());

    SECTION("the right PIN has to wait as well, and then opens") {
        counter.typePin(counter.pin);
        CHECK(model.problem() == QStringLiteral("Trop d’essais\u00a0: attendre encore 5\u00a0s."));
        counter.stage.clock().advance(5s);
        counter.typePin(counter.pin);
        CHECK(counter.kiosk.screen() == KioskModel::Home);
        CHECK(counter.kiosk.veil() == KioskModel::Clear);
    }
    SECTION("too many lock it, and it says who opens it") {
        std::string said;
        for (int tries = 0; tries < 30 && said.find("bloqué") == std::string::npos; ++tries) {
            counter.stage.clock().advance(1h);
            said = wrong();
        }
        CHECK(said == "L’accès est bloqué après trop d’essais. Un administrateur peut le rouvrir.");
        counter.stage.clock().advance(24h);
        counter.typePin(counter.pin);
        CHECK(model.problem().toStdString() == said);
        CHECK((locked ? counter.kiosk.veil() == KioskModel::Locked : counter.kiosk.screen() == KioskModel::SignIn));
        // Somebody else still can.
        counter.signIn("S01");
        CHECK(counter.kiosk.agent() == QStringLiteral("S01"));
    }
}

} // namespace guichet::test
