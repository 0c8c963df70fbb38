// SPDX-License-Identifier: GPL-3.0-or-later
// The warning before what was left alone is hidden: seen, heard, announced, and put off by whoever is still there.
#include "kiosk/ui/bell.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/counter.h"
#include "tests/qml/stage.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <linux/input.h>

#include <fstream>
#include <vector>

namespace guichet::test {
namespace {

using namespace std::chrono_literals;
using ui::KioskModel;

const QString kHiding =
    QStringLiteral("Il n’y a plus personne\u00a0? Tout sera bientôt masqué\u00a0; la visite est gardée.");
const QString kLocking = QStringLiteral("Il n’y a plus personne\u00a0? Le code personnel sera bientôt demandé.");

std::vector<input_event> written(const std::filesystem::path &device) {
    std::vector<input_event> events;
    std::ifstream file(device, std::ios::binary);
    for (input_event event{}; file.read(reinterpret_cast<char *>(&event), sizeof event);) {
        events.push_back(event);
    }
    return events;
}

/// Since the stage was there: its own look at the clock says the same.
void quietFor(Stage &stage, std::chrono::milliseconds quiet) {
    stage.clock().set(must(parseInstant("2026-11-24T08:15:00Z")));
    stage.clock().advance(quiet);
    stage.kiosk().rest(quiet);
}

} // namespace

TEST_CASE(
    "twenty seconds before everything is hidden, and before the PIN is asked for, that is seen, heard and announced",
    "[ui]") {
    const Listening listening;
    Stage stage;
    const QSignalSpy heard(&stage.kiosk(), &KioskModel::warned);
    serve(stage.kiosk());
    stage.settle();
    std::ignore = Listening::announced();

    quietFor(stage, 100s - 1ms);
    stage.settle();
    CHECK(stage.find("stillHere") == nullptr);
    CHECK(heard.isEmpty());

    quietFor(stage, 100s);
    stage.settle();
    REQUIRE(stage.find("stillHere") != nullptr);
    CHECK(stage.find("secondsLeft")->property("text").toString() == QStringLiteral("Encore 20 secondes"));
    CHECK(heard.count() == 1);
    CHECK(Listening::announced().count(kHiding) == 1);
    std::ignore = stage.grab("rest-warning");

    quietFor(stage, 119s);
    stage.settle();
    CHECK(stage.find("secondsLeft")->property("text").toString() == QStringLiteral("Encore 1 seconde"));
    CHECK(heard.count() == 1); // once, not each second
    CHECK(Listening::announced().isEmpty());

    quietFor(stage, 2min);
    stage.settle();
    CHECK(stage.kiosk().veil() == KioskModel::Hidden);
    CHECK(stage.find("stillHere") == nullptr);

    quietFor(stage, 10min - 20s);
    stage.settle();
    CHECK(stage.find("stillHere") != nullptr);
    CHECK(heard.count() == 2);
    CHECK(Listening::announced().count(kLocking) == 1);
    quietFor(stage, 10min);
    stage.settle();
    CHECK(stage.kiosk().veil() == KioskModel::Locked);
    CHECK(stage.find("stillHere") == nullptr);
}

TEST_CASE("the person who reads is warned in their own words, on their screen and on one that is turned", "[ui]") {
    const bool turned = GENERATE(false, true);
    CAPTURE(turned);
    const Listening listening;
    Counter counter;
    TheirDisplay display(counter.kiosk);
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    if (turned) {
        counter.kiosk.turn();
    } else {
        REQUIRE(display.load());
    }
    counter.kiosk.personView()->chooseLanguage(4);
    settle();
    auto &window = turned ? counter.stage.window() : *display.window();
    CHECK(findIn(window, "stillHere") == nullptr);
    quietFor(counter.stage, 100s);
    settle();
    const auto *here = findIn(window, "stillHere");
    REQUIRE(here != nullptr);
    std::ignore = counter.stage.grab(turned ? "rest-turned" : "rest-theirs");
    CHECK(here->property("text").toString() == QStringLiteral("Estoy aquí"));
    CHECK(findIn(window, "secondsLeft")->property("text").toString() == QStringLiteral("Segundos restantes: 20"));
    CHECK(Listening::announced().filter(QStringLiteral("Parece que no hay nadie")).size() == 1);
    QTest::mouseClick(&window, Qt::LeftButton, {}, here->mapToScene({here->width() / 2, here->height() / 2}).toPoint());
    settle();
    CHECK(findIn(window, "stillHere") == nullptr);
    quietFor(counter.stage, 120s);
    settle();
    CHECK(findIn(window, "stillHere") == nullptr);
    CHECK(counter.kiosk.veil() == (turned ? KioskModel::Locked : KioskModel::Hidden));
}

TEST_CASE("nobody is warned where nobody is signed in", "[ui]") {
    Stage stage;
    quietFor(stage, 100s);
    stage.settle();
    CHECK(stage.find("stillHere") == nullptr);
}

TEST_CASE("any touch and any key put the hiding off, as often as wanted, and are not lost", "[ui]") {
    const auto by = GENERATE("a key", "a touch beside it", "its button");
    CAPTURE(by);
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().nextPerson();
    stage.settle();
    auto *field = stage.window().activeFocusItem();
    REQUIRE(field->objectName() == QStringLiteral("birthInput"));
    for (int time = 0; time < 12; ++time) { // ten times at least: WCAG 2.2.1
        stage.clock().advance(100s);
        stage.until([&] { return stage.find("stillHere") != nullptr; }); // the program's own look at the clock
        CHECK(stage.window().activeFocusItem() == field);                // what is being typed is not disturbed
        if (std::string_view(by) == "a key") {
            QTest::keyClick(&stage.window(), Qt::Key_1);
        } else if (std::string_view(by) == "a touch beside it") {
            QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, {8, 690});
        } else {
            const auto *button = stage.find("stillHere");
            QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                              button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
            field->forceActiveFocus();
        }
        stage.settle();
        CHECK(stage.find("stillHere") == nullptr);
        stage.kiosk().rest(2min - 21s); // counted anew
        CHECK(stage.kiosk().veil() == KioskModel::Clear);
    }
    CHECK(stage.kiosk().identify()->birth() == (std::string_view(by) == "a key" ? QString(12, u'1') : QString()));
}

TEST_CASE("the warning is heard on the machine's own speaker, softly and briefly", "[ui]") {
    const TemporaryFolder folder;
    const auto device = folder / "speaker";
    ui::Bell bell(device);
    CHECK_FALSE(bell.ring()); // no such device: nothing is heard, and it says so
    {
        const std::ofstream made(device);
    }
    CHECK(bell.ring());
    CHECK(QTest::qWaitFor([&] { return written(device).size() == 2; }, 5000));
    const auto events = written(device);
    REQUIRE(events.size() == 2);
    CHECK(events[0].type == EV_SND);
    CHECK(events[0].code == SND_TONE);
    CHECK(events[0].value == ui::Bell::kHertz);
    CHECK(events[1].code == SND_TONE);
    CHECK(events[1].value == 0);
}

} // namespace guichet::test
