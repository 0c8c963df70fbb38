// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/dialogue.h"

#include "kiosk/ui/look.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/application.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using namespace ui;

struct Served : Counter {
    PersonViewModel &view = *kiosk.personView();
    Dialogue &dialogue = *view.dialogue();

    Served() {
        signIn();
        serve(import(prescription().build()));
    }
    void type(QQuickWindow &window, const char *field, const char *words) const {
        std::ignore = window.grabWindow();
        auto *input = findIn(window, QLatin1String(field) + QStringLiteral("Input"));
        REQUIRE(input != nullptr);
        window.requestActivate(); // as a touch does: the keys are for one window
        input->forceActiveFocus();
        settle();
        for (const char letter : std::string(words)) {
            QTest::keyClick(&window, letter);
        }
        REQUIRE(QTest::qWaitFor([&] { return input->property("text").toString() == QLatin1String(words); }, 5'000));
        settle();
    }
    void press(QQuickWindow &window, const char *name) const {
        std::ignore = window.grabWindow();
        auto *item = findIn(window, QLatin1String(name));
        REQUIRE(item != nullptr);
        QTest::mouseClick(&window, Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        settle();
    }
};

} // namespace

TEST_CASE("agent and person write to each other on their two screens", "[ui][dialogue]") {
    Served counter;
    TheirDisplay display(counter.kiosk);
    REQUIRE(display.load());
    auto &agents = counter.stage.window();
    auto &theirs = *display.window();
    counter.dialogue.start();
    settle();
    CHECK(counter.view.step() == PersonViewModel::Writing);
    counter.type(agents, "dialogueField", "Bonjour");
    CHECK(counter.dialogue.lines()->count() == 0); // shown when it is sent, not letter by letter
    counter.press(agents, "dialogueSend");
    REQUIRE(counter.dialogue.lines()->count() == 1);
    CHECK(findIn(theirs, QStringLiteral("written0"))->property("text").toString() == QStringLiteral("Bonjour"));
    counter.type(theirs, "personWriting", "Mes papiers");
    counter.press(theirs, "personSend");
    CHECK(findIn(agents, QStringLiteral("written1"))->property("text").toString() == QStringLiteral("Mes papiers"));
    CHECK(counter.dialogue.persons().isEmpty());
    counter.press(agents, "closeSheet");
    CHECK(counter.view.step() == PersonViewModel::Waiting);
    CHECK(takeWarnings().join(u'\n').toStdString() == "");
}

TEST_CASE("on one screen they write by turns, and only the PIN brings the agent's side back", "[ui][dialogue]") {
    Served counter;
    auto &window = counter.stage.window();
    counter.dialogue.start();
    counter.type(window, "dialogueField", "Bonjour");
    counter.press(window, "dialogueSend");
    counter.press(window, "dialogueTurn");
    REQUIRE(counter.kiosk.veil() == KioskModel::Turned);
    CHECK(counter.stage.find(QStringLiteral("dialogueField")) == nullptr);
    counter.type(window, "personWriting", "Oui");
    counter.press(window, "personSend");
    counter.press(window, "agentBack");
    CHECK(counter.stage.find(QStringLiteral("personDialogue")) == nullptr);
    counter.typePin(counter.pin);
    settle();
    REQUIRE(counter.stage.find(QStringLiteral("written1")) != nullptr);
    CHECK(counter.stage.find(QStringLiteral("written1"))->property("text").toString() == QStringLiteral("Oui"));
}

TEST_CASE("what was written is forgotten with the visit", "[ui][dialogue]") {
    Served counter;
    counter.dialogue.start();
    counter.dialogue.setAgents(QStringLiteral("zanzibar"));
    counter.dialogue.sendAgents();
    counter.dialogue.setPersons(QStringLiteral("begun"));
    counter.kiosk.wipeVisit();
    CHECK(counter.dialogue.lines()->count() == 0);
    CHECK(counter.dialogue.persons().isEmpty());
    CHECK_FALSE(counter.dialogue.open());
    CHECK(counter.view.step() == PersonViewModel::Welcome);
}

TEST_CASE("blank words are not sent, long ones are cut, and the oldest go", "[ui][dialogue]") {
    Dialogue dialogue;
    dialogue.setAgents(QStringLiteral("before it is open"));
    dialogue.sendAgents();
    CHECK(dialogue.lines()->count() == 0);
    dialogue.start();
    dialogue.setAgents(QStringLiteral("   "));
    dialogue.sendAgents();
    CHECK(dialogue.lines()->count() == 0);
    dialogue.setPersons(QString(1000, u'a'));
    dialogue.sendPersons();
    CHECK(dialogue.lines()->at(0, "words").toString().size() == Dialogue::kLongest);
    CHECK_FALSE(dialogue.lines()->at(0, "byAgent").toBool());
    for (int i = 0; i < 2 * Dialogue::kMost; ++i) {
        dialogue.setAgents(QString::number(i));
        dialogue.sendAgents();
    }
    CHECK(dialogue.lines()->count() == Dialogue::kMost);
    CHECK(dialogue.lines()->at(Dialogue::kMost - 1, "words").toString() == QString::number(2 * Dialogue::kMost - 1));
}

} // namespace guichet::test
