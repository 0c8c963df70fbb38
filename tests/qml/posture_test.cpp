// SPDX-License-Identifier: GPL-3.0-or-later
// What a glance at the screen tells nobody: everything hidden at once, nothing of who was here before.
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <tuple>

namespace guichet::test {
namespace {

using ui::KioskModel;

/// What is drawn of words, but on the veil.
QStringList wordsBesideVeil(const QQuickItem &item) {
    QStringList words;
    if (!item.isVisible() || QByteArray(item.metaObject()->className()).startsWith("VeilScreen")) {
        return words;
    }
    if (item.inherits("QQuickText") || item.inherits("QQuickTextInput")) {
        words.push_back(item.property("text").toString());
    }
    for (const auto *child : item.childItems()) {
        words += wordsBesideVeil(*child);
    }
    return words;
}

void checkHidden(Stage &stage) {
    stage.settle();
    const auto veil = stage.kiosk().veil();
    CHECK((veil == KioskModel::Hidden || veil == KioskModel::Locked));
    CHECK(stage.find("veilTitle") != nullptr);
    CHECK(wordsBesideVeil(*stage.window().contentItem()).join(u'\n').toStdString() == "");
}

/// Of the bar, of what covers it, of the screen turned towards the person.
void touchHide(Stage &stage) {
    for (const char *name : {"hide", "hideAll", "agentBack"}) {
        if (auto *button = stage.find(QLatin1String(name)); button != nullptr && button->isEnabled()) {
            QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                              button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
            return;
        }
    }
    FAIL("nothing hides what is shown");
}

} // namespace

TEST_CASE("one touch, and one key, hide everything at once on every screen in every state", "[ui][posture]") {
    int hidden = 0;
    for (const auto &state : allStates()) {
        CAPTURE(state.name);
        for (const bool byTouch : {true, false}) {
            CAPTURE(byTouch);
            Scene scene(state);
            auto &stage = scene.stage();
            std::ignore = stage.window().grabWindow(); // rows and columns are laid out when they are drawn
            const auto &kiosk = stage.kiosk();
            if (kiosk.agent().isEmpty() || (kiosk.veil() != KioskModel::Clear && kiosk.veil() != KioskModel::Turned)) {
                continue; // there is nothing to hide
            }
            if (byTouch) {
                touchHide(stage);
            } else {
                QTest::keyClick(&stage.window(), Qt::Key_F9);
            }
            checkHidden(stage);
            ++hidden;
        }
    }
    CHECK(hidden > 100);
}

TEST_CASE("the keys that hide both screens, and call for help, are those of the person's own too", "[ui][posture]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    ui::PersonDisplay display(counter.kiosk, true);
    REQUIRE(display.load());
    settle();
    counter.openOnlyRecord();
    counter.kiosk.documents()->answerTitles(true);
    counter.answered(*counter.kiosk.documents());
    settle();
    auto &theirs = *display.window();
    REQUIRE(findIn(theirs, QStringLiteral("personTitle0")) != nullptr);
    SECTION("F1, then F9") {
        QTest::keyClick(&theirs, Qt::Key_F1);
        CHECK(counter.kiosk.help()->open());
        QTest::keyClick(&theirs, Qt::Key_F9);
        CHECK(counter.kiosk.veil() == KioskModel::Hidden);
    }
    SECTION("F9") {
        QTest::keyClick(&theirs, Qt::Key_F9);
        CHECK(counter.kiosk.veil() == KioskModel::Hidden);
    }
    SECTION("F10") {
        QTest::keyClick(&theirs, Qt::Key_F10);
        CHECK(counter.kiosk.veil() == KioskModel::Locked);
    }
    checkHidden(counter.stage);
    CHECK(counter.kiosk.personView()->step() == ui::PersonViewModel::Waiting);
    CHECK(findIn(theirs, QStringLiteral("personTitle0")) == nullptr);
}

} // namespace guichet::test
