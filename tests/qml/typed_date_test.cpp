// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with what was typed is said beside it, in sight, and nobody is sent on from it.
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/look.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/states.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QQmlProperty>
#include <QTest>

namespace guichet::test {
namespace {

using ui::KioskModel;

/// Whole between the bar and the buttons.
bool inSight(Stage &stage, const char *name) {
    std::ignore = stage.grab("typed-date");
    const auto *item = stage.find(QLatin1String(name));
    const auto *action = stage.find(QStringLiteral("action"));
    const auto *bar = stage.find(QStringLiteral("look"));
    REQUIRE((action != nullptr && bar != nullptr));
    return item != nullptr && item->mapToScene({0, 0}).y() >= bar->mapToScene({0, bar->height()}).y() &&
           item->mapToScene({0, item->height()}).y() <= action->mapToScene({0, 0}).y();
}

void open(Stage &stage, KioskModel::Screen screen, int width, int height, int percent) {
    signIn(stage.kiosk());
    stage.kiosk().nextPerson();
    stage.window().resize(width, height);
    stage.kiosk().look()->setTextPercent(percent);
    stage.kiosk().go(screen);
    stage.settleAll();
    std::ignore = stage.grab("typed-date");
}

void type(Stage &stage, const char *keys) {
    for (const char *key = keys; *key != '\0'; ++key) {
        QTest::keyClick(&stage.window(), *key);
    }
}

} // namespace

TEST_CASE("Enter does not go on from what is no date: it says so in sight, and keeps what was typed", "[ui]") {
    const auto [width, height] = GENERATE(table<int, int>({{1280, 800}, {1920, 1080}, {1080, 1920}}));
    const int percent = GENERATE(100, 200);
    const auto screen = GENERATE(KioskModel::Identify, KioskModel::AddPerson);
    const char *typed = GENERATE("32131941", "0313"); // whole, and too short to be judged while it is typed
    CAPTURE(width, height, percent, screen, typed);
    Stage stage;
    open(stage, screen, width, height, percent);
    const QString name = screen == KioskModel::Identify ? QStringLiteral("birth") : QStringLiteral("born");
    const auto input = name + QStringLiteral("Input");
    const auto answer = name + QStringLiteral("Answer");
    stage.find(input)->forceActiveFocus();
    type(stage, typed);
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    stage.settle();
    CHECK(stage.find(input)->hasActiveFocus());
    CHECK(stage.find(input)->property("text").toString() == QLatin1String(typed));
    REQUIRE(stage.find(answer) != nullptr);
    CHECK(stage.find(answer)->property("text").toString() == QStringLiteral("Ce n’est pas une date."));
    stage.until([&] { return inSight(stage, answer.toUtf8().constData()); });
    CHECK(inSight(stage, input.toUtf8().constData()));

    for (int at = 0; typed[at] != '\0'; ++at) {
        QTest::keyClick(&stage.window(), Qt::Key_Backspace);
    }
    type(stage, "03041941");
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    stage.settle();
    CHECK_FALSE(stage.find(input)->hasActiveFocus());
    CHECK(stage.warnings().join(u'\n').toStdString() == "");
}

TEST_CASE("letters without a date ask for the date, and search for nobody", "[ui]") {
    Stage stage;
    open(stage, KioskModel::Identify, 1280, 800, 100);
    stage.find(QStringLiteral("lettersInput"))->forceActiveFocus();
    type(stage, "ESS");
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    stage.settle();
    CHECK(stage.find(QStringLiteral("birthInput"))->hasActiveFocus());
    CHECK(stage.kiosk().identify()->birthProblem() == QStringLiteral("Saisir la date de naissance"));
    CHECK(stage.kiosk().identify()->letters() == QStringLiteral("ESS"));
    CHECK_FALSE(stage.kiosk().identify()->waiting());
}

TEST_CASE("a button that can't be used yet says what it waits for when it is pressed", "[ui]") {
    Stage stage;
    open(stage, KioskModel::Identify, 1280, 800, 100);
    const Listening listening;
    auto *action = stage.find(QStringLiteral("action"));
    const auto press = [&] {
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                          action->mapToScene({action->width() / 2, action->height() / 2}).toPoint());
        stage.settle();
    };
    const auto quiet = stage.grab("button-waits");
    std::ignore = Listening::announced();
    press();
    CHECK(Listening::announced().contains(QStringLiteral("Saisir la date de naissance")));
    CHECK(stage.grab("button-insists") != quiet);
    CHECK(stage.kiosk().screen() == KioskModel::Identify);
    stage.kiosk().identify()->setBirth(QStringLiteral("03041941"));
    stage.settle();
    CHECK_FALSE(action->property("insisted").toBool());
    stage.kiosk().identify()->setBirth(QString());
    stage.settle();
    CHECK_FALSE(action->property("insisted").toBool()); // nobody has pressed it again
}

TEST_CASE("a choice takes the same room chosen or not", "[ui]") {
    Stage stage;
    open(stage, KioskModel::Identify, 1280, 800, 100);
    const auto places = [&stage] {
        std::ignore = stage.grab("chips");
        QList<QRectF> all;
        for (const char *name : {"byBirth", "byNumber"}) {
            const auto *chip = stage.find(QLatin1String(name));
            all.push_back(chip->mapRectToScene({0, 0, chip->width(), chip->height()}));
        }
        return all;
    };
    const auto before = places();
    stage.kiosk().identify()->setByNumber(true);
    stage.settle();
    CHECK(places() == before);
}

TEST_CASE("leaving the counter and locking it are told apart by words and signs", "[ui]") {
    Stage stage;
    open(stage, KioskModel::Home, 1920, 1080, 100);
    const auto *leave = stage.find(QStringLiteral("back"));
    const auto *lock = stage.find(QStringLiteral("lock"));
    CHECK(leave->property("text").toString() == QStringLiteral("Se déconnecter"));
    CHECK(QQmlProperty::read(leave, QStringLiteral("icon.name")).toString() == QString()); // no way back
    CHECK(lock->property("text").toString() == QStringLiteral("Verrouiller"));
    CHECK(stage.find(QStringLiteral("whoIsHere"))->property("text").toString() == stage.kiosk().agent());
}

} // namespace guichet::test
