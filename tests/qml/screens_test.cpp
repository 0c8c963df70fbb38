// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/counter.h"
#include "tests/qml/layout_faults.h"
#include "tests/qml/states.h"

#include "kiosk/ui/day_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <functional>
#include <set>
#include <string_view>

namespace guichet::test {
using namespace ui;

namespace {

void opensWithoutFault(const State &state) {
    Scene scene(state);
    auto &stage = scene.stage();
    stage.settleAll();
    CHECK(stage.grab(state.name).size() == QSize(1280, 800));
    CHECK(layoutFaults(stage.window()).join(u'\n').toStdString() == "");
    CHECK(stage.warnings().join(u'\n').toStdString() == "");
}

} // namespace

TEST_CASE("every screen opens in each of its states without a warning", "[ui]") {
    for (const auto &state : states()) {
        DYNAMIC_SECTION(state.name) { opensWithoutFault(state); }
    }
}

TEST_CASE("every screen opens in each of the states that a store brings without a warning", "[ui]") {
    for (const auto &state : counterStates()) {
        DYNAMIC_SECTION(state.name) { opensWithoutFault(state); }
    }
}

TEST_CASE("no two states have the same name, and those of a screen stand together", "[ui]") {
    std::set<std::string_view> names;
    std::set<std::string_view> screens;
    std::string_view before;
    for (const auto &state : allStates()) {
        CAPTURE(state.name);
        CHECK(names.insert(state.name).second);
        CHECK(bool(state.enter) != bool(state.work));
        if (state.screen != before) {
            CHECK(screens.insert(state.screen).second);
            before = state.screen;
        }
    }
}

TEST_CASE("many papers of a visit end above the words under them", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    std::vector<storage::Job> jobs;
    for (int number = 0; number < 8; ++number) {
        jobs.push_back(job("Reçu", ("K7-3F9Q-M2XD-" + std::to_string(number)).c_str(), 2, storage::JobState::Completed,
                           storage::PaperState::CameOut));
    }
    showPapers(stage.kiosk(), std::move(jobs));
    stage.kiosk().person()->show(page());
    stage.kiosk().go(KioskModel::Person);
    stage.settle();
    const auto *list = stage.find(QStringLiteral("papersList"));
    const auto *words = stage.find(QStringLiteral("papersSummary"));
    const auto *button = stage.find(QStringLiteral("allInHand"));
    REQUIRE(list != nullptr);
    REQUIRE(words != nullptr);
    REQUIRE(button != nullptr);
    CHECK(list->mapRectToScene(list->boundingRect()).bottom() <= words->mapToScene({0, 0}).y());
    CHECK(words->mapRectToScene(words->boundingRect()).bottom() <= button->mapToScene({0, 0}).y());
    CHECK(list->property("contentHeight").toDouble() > list->height()); // there is more than fits: it scrolls
    stage.grab("papers-many");
}

TEST_CASE("the keys go back to the screen when what covered it has gone", "[ui]") {
    struct Cover {
        const char *name;
        std::function<void(KioskModel &)> put;
        std::function<void(KioskModel &)> take;
    };
    const auto cover =
        GENERATE(Cover{"the question", [](KioskModel &kiosk) { kiosk.documents()->askTitles(); },
                       [](KioskModel &kiosk) {
                           kiosk.lock();
                           emit kiosk.signIn()->signedIn(QStringLiteral("A01"), static_cast<int>(storage::Role::Agent));
                       }},
                 Cover{"the veil", [](KioskModel &kiosk) { kiosk.hide(); }, [](KioskModel &kiosk) { kiosk.show(); }},
                 Cover{"the lock", [](KioskModel &kiosk) { kiosk.lock(); },
                       [](KioskModel &kiosk) {
                           emit kiosk.signIn()->signedIn(QStringLiteral("A01"), static_cast<int>(storage::Role::Agent));
                       }});
    CAPTURE(cover.name);
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().documents()->show(records(4), document::Category::Result);
    stage.kiosk().go(KioskModel::Documents);
    stage.settle();
    auto *large = stage.find(QStringLiteral("large"));
    REQUIRE(large != nullptr);
    large->forceActiveFocus();
    REQUIRE(large->hasActiveFocus());
    cover.put(stage.kiosk());
    stage.settle();
    CHECK_FALSE(large->hasActiveFocus());
    cover.take(stage.kiosk());
    stage.settle();
    CHECK(large->hasActiveFocus()); // where they were
}

TEST_CASE("the keys go on where the screen begins when the button that had them has gone", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().documents()->show(records(4), document::Category::Result);
    stage.kiosk().go(KioskModel::Documents);
    stage.settle();
    const QPointer<QQuickItem> began = stage.window().activeFocusItem();
    REQUIRE(stage.find(QStringLiteral("cancelPaper1")) != nullptr);
    stage.find(QStringLiteral("cancelPaper1"))->forceActiveFocus();
    REQUIRE(stage.window().activeFocusItem() != began);
    showPapers(stage.kiosk(), {});
    stage.settle();
    CHECK(stage.window().activeFocusItem() == began);
}

TEST_CASE("what has the focus stays in sight when the keyboard on the screen takes half of it", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    stage.kiosk().request()->chooseForm(formRow("s3705"));
    stage.kiosk().request()->next();
    while (stage.kiosk().request()->fields()->count() < 4 &&
           stage.kiosk().request()->stage() == RequestModel::Filling) {
        stage.kiosk().request()->next();
    }
    stage.settle();
    auto *last = stage.find(QStringLiteral("field3choice0"));
    auto *back = stage.find(QStringLiteral("back"));
    REQUIRE(last != nullptr);
    REQUIRE(back != nullptr);
    last->forceActiveFocus(Qt::MouseFocusReason);
    const auto bottom = [&] { return last->mapRectToScene(last->boundingRect()).bottom(); };
    const auto before = bottom();
    auto *page = back->window()->contentItem()->childItems().constFirst(); // the room that the keyboard leaves
    stage.window().setHeight(640);
    stage.until([&] { return page->height() < 700; });
    CHECK(before > back->mapToScene({0, 0}).y()); // it would be behind the bar
    CHECK(bottom() < back->mapToScene({0, 0}).y());
}

TEST_CASE("the keyboard on the screen leaves the field in sight, and goes and comes by a touch", "[ui]") {
    const int percent = GENERATE(100, 200);
    CAPTURE(percent);
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().nextPerson();
    stage.kiosk().look()->setTextPercent(percent);
    stage.window().resize(1280, 800);
    stage.settleAll();
    const auto *letters = stage.find(QStringLiteral("lettersInput"));
    const auto *action = stage.find(QStringLiteral("action"));
    const auto keyboard = [&stage] { return stage.find(QStringLiteral("keyboard")); };
    REQUIRE(keyboard() == nullptr);
    const auto touch = [&stage](const QQuickItem &item) {
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, item.mapToScene(item.boundingRect().center()).toPoint());
        stage.settle();
    };
    touch(*letters);
    REQUIRE(keyboard() != nullptr);
    stage.until([&] {
        const auto place = letters->mapRectToScene(letters->boundingRect());
        return place.bottom() < keyboard()->mapToScene({0, 0}).y() &&
               place.top() > stage.find(QStringLiteral("hide"))->mapToScene({0, 0}).y();
    });
    CHECK(action->isVisible() == (percent == 100)); // where there is hardly room, it is the field's
    touch(*stage.find(QStringLiteral("keyboardClose")));
    CHECK(keyboard() == nullptr);
    CHECK(letters->hasActiveFocus());
    CHECK(action->isVisible());
    touch(*letters);
    CHECK(keyboard() != nullptr);
}

TEST_CASE("a finger on a button does what it says while the keyboard is on the screen, which goes when it is lifted",
          "[ui]") {
    const auto *name = GENERATE("action", "back", "form0", "look");
    CAPTURE(name);
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    stage.settleAll();
    const auto centre = [](const QQuickItem &item) { return item.mapToScene(item.boundingRect().center()).toPoint(); };
    auto &window = stage.window();
    QTest::mouseClick(&window, Qt::LeftButton, {}, centre(*stage.find(QStringLiteral("saidInput"))));
    stage.settleAll();
    REQUIRE(stage.find(QStringLiteral("keyboard")) != nullptr);
    const auto *button = stage.find(name);
    REQUIRE(button != nullptr);
    const QSignalSpy clicked(button, SIGNAL(clicked()));
    const auto at = centre(*button);
    REQUIRE(at.y() < stage.find(QStringLiteral("keyboard"))->mapToScene({0, 0}).y());
    QTest::mousePress(&window, Qt::LeftButton, {}, at);
    stage.settleAll();
    CHECK(stage.find(QStringLiteral("keyboard")) != nullptr);
    CHECK(centre(*button) == at);
    QTest::mouseRelease(&window, Qt::LeftButton, {}, at);
    CHECK(clicked.count() == 1);
    stage.settleAll();
    CHECK(stage.find(QStringLiteral("keyboard")) == nullptr);
}

TEST_CASE("what could not be read says so, and is read again by a touch", "[ui]") {
    Counter counter;
    counter.signIn();
    auto &day = *counter.kiosk.day();
    // As behind a lock that came at that moment.
    counter.stage.atDesk([](kiosk::Desk &desk) { desk.store.lock(); });
    counter.kiosk.openDay();
    counter.answered(day);
    REQUIRE(day.unread());
    CHECK(day.missing() == QStringLiteral("D’abord réessayer"));
    counter.kiosk.lock();
    counter.typePin(counter.pin);
    const auto *again = counter.stage.find(QStringLiteral("readAgain"));
    REQUIRE(again != nullptr);
    QTest::mouseClick(&counter.stage.window(), Qt::LeftButton, {},
                      again->mapToScene(again->boundingRect().center()).toPoint());
    counter.answered(day);
    counter.stage.settleAll();
    CHECK(day.wasRead());
    CHECK(day.missing() == QString());
    CHECK(day.rows()->count() > 0);
    CHECK(counter.stage.find(QStringLiteral("readAgain")) == nullptr);
}

TEST_CASE("a row of documents keeps its lines apart when it becomes narrow, and when it becomes wide again", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().documents()->show(records(4), document::Category::Result);
    stage.kiosk().go(KioskModel::Documents);
    stage.settleAll();
    std::set<bool> narrow;
    for (const int percent : {100, 200, 150, 100}) {
        CAPTURE(percent);
        stage.kiosk().look()->setTextPercent(percent);
        stage.settleAll();
        std::ignore = stage.grab("documents-narrow");
        narrow.insert(stage.find(QStringLiteral("record0"))->property("narrow").toBool());
        CHECK(layoutFaults(stage.window()).join(u'\n').toStdString() == "");
        CHECK(stage.warnings().join(u'\n').toStdString() == "");
    }
    CHECK(narrow.size() == 2);
}

TEST_CASE("of several people found, one who fits only nearly is marked so", "[ui]") {
    Stage stage;
    for (const auto &state : states()) {
        if (std::string_view(state.name) == "identify-many") {
            state.enter(stage);
        }
    }
    stage.settle();
    REQUIRE(stage.find("candidate1") != nullptr);
    CHECK(stage.find("candidate0")->property("detail").toString() == QString());
    CHECK(stage.find("candidate1")->property("detail").toString() ==
          QStringLiteral("Tout ne correspond pas\u00a0: vérifier avec soin"));
}

} // namespace guichet::test
