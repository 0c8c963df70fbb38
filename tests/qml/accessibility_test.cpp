// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technology, a keyboard and weak eyes find on every screen in every state.
#include "kiosk/ui/look.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/stage.h"
#include "tests/qml/states.h"

#include <QQmlEngine>
#include <QQmlExpression>
#include <QRegularExpression>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace guichet::test {
namespace {

std::string lines(const QStringList &wrong) { return wrong.join(u'\n').toStdString(); }

/// Calls `check` with the window in each state that needs no store: nothing then changes under the walk.
template <class Check>
void onEach(const std::vector<State> &all, Check check) {
    for (const auto &state : all) {
        DYNAMIC_SECTION(state.name) {
            const Listening listening;
            Stage stage;
            state.enter(stage);
            stage.settle();
            std::ignore = stage.window().grabWindow(); // rows and columns are laid out when they are drawn
            stage.settleAll();
            check(stage);
        }
    }
}

/// All but the longest list, whose rows are made and destroyed as they come into sight: the keyboard's stops in it are
/// those of the same list with a few rows.
std::vector<State> statesThatStay() {
    auto all = states();
    std::erase_if(all, [](const State &state) { return state.name == std::string_view("documents-many"); });
    return all;
}

QStringList namesOf(const std::vector<TabStop> &stops) {
    QStringList names;
    for (const auto &stop : stops) {
        names.push_back(typeOf(*stop.item) + u' ' + stop.item->objectName());
    }
    return names;
}

double targetOf(Stage &stage) {
    auto *page = stage.window().contentItem()->childItems().constFirst();
    return QQmlExpression(qmlContext(page), page, QStringLiteral("Theme.target")).evaluate().toDouble();
}

} // namespace

TEST_CASE("every screen tells in words what is on it, under one heading, in clear text and with large targets",
          "[ui]") {
    onEach(states(), [](Stage &stage) {
        CHECK(lines(withoutWords(stage.window())) == "");
        CHECK(lines(unfitRoles(stage.window())) == "");
        CHECK(lines(twins(stage.window())) == "");
        CHECK(lines(fieldsThatDoNotTell(stage.window())) == "");
        const auto found = headings(stage.window());
        INFO("headings: " << lines(found));
        CHECK(found.size() == 1);
        const auto target = targetOf(stage);
        CHECK(target >= 56);
        CHECK(lines(tooSmall(stage.window(), target)) == "");
        for (const auto scheme : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
            stage.kiosk().look()->setScheme(scheme);
            stage.settle();
            CAPTURE(static_cast<int>(scheme));
            CHECK(lines(faintTexts(stage.window(), stage.window().grabWindow(), 7)) == "");
        }
    });
}

TEST_CASE("Tab comes to every item that can be used, in the order of reading, and goes back the same way", "[ui]") {
    onEach(statesThatStay(), [](Stage &stage) {
        QTest::keyClick(&stage.window(), Qt::Key_Shift); // keys: the keyboard on the screen goes
        std::ignore = stage.window().grabWindow();
        REQUIRE(stage.window().activeFocusItem() != nullptr);
        // Where a screen opens, somebody can start.
        CHECK(stage.window().activeFocusItem() != stage.window().contentItem());
        auto stops = tabStops(stage.window());
        REQUIRE(stops.size() < 500); // it comes round: there is no trap
        CHECK(lines(unreached(stage.window(), stops)) == "");
        CHECK(lines(againstReading(stops, stage.find(QStringLiteral("personHeading")) != nullptr &&
                                              stage.kiosk().personView()->look()->mirrored())) == "");
        auto back = tabStops(stage.window(), Qt::Key_Backtab);
        std::reverse(back.begin() + 1, back.end());
        CHECK(lines(namesOf(back)) == lines(namesOf(stops)));
    });
}

TEST_CASE("arrows go round the choices of a group and back, and choose none", "[ui]") {
    onEach(statesThatStay(), [](Stage &stage) {
        auto choices = usableItems(stage.window());
        std::erase_if(choices, [](const QQuickItem *item) {
            return !item->inherits("QQuickRadioButton") && !item->inherits("QQuickTabButton");
        });
        const auto chosen = [&choices] {
            QStringList names;
            for (const auto *choice : choices) {
                names.push_back(choice->property("chosen").toString());
            }
            return names.join(u' ').toStdString();
        };
        const auto before = chosen();
        std::map<const QQuickItem *, QString> groups;
        for (const auto &item : accessibleItems(stage.window())) {
            groups[item.item] = item.group;
        }
        std::set<const QQuickItem *> seen;
        for (auto *choice : choices) {
            if (!seen.insert(choice).second) {
                continue;
            }
            INFO(choice->objectName().toStdString());
            choice->forceActiveFocus();
            std::size_t group = 1;
            while (QTest::keyClick(&stage.window(), Qt::Key_Down), stage.window().activeFocusItem() != choice) {
                REQUIRE(stage.window().activeFocusItem() != nullptr);
                REQUIRE(seen.insert(stage.window().activeFocusItem()).second);
                ++group;
            }
            CHECK(group == static_cast<std::size_t>(std::ranges::count_if(
                               choices, [&](const auto *other) { return groups[other] == groups[choice]; })));
            QTest::keyClick(&stage.window(), Qt::Key_Down);
            QTest::keyClick(&stage.window(), Qt::Key_Up);
            CHECK(stage.window().activeFocusItem() == choice);
        }
        CHECK(chosen() == before);
    });
}

TEST_CASE("what has the focus is in sight, and the focus is seen", "[ui]") {
    onEach(statesThatStay(), [](Stage &stage) {
        stage.kiosk().setKeysInUse(true);
        stage.settle();
        const auto count = tabStops(stage.window()).size();
        REQUIRE(count < 500);
        std::map<QString, int> looked; // thirty cards are seen as three are
        for (std::size_t step = 0; step < count; ++step) {
            auto *stop = stage.window().activeFocusItem();
            static const QRegularExpression number(QStringLiteral("\\d+"));
            if (++looked[typeOf(*stop) + QString(stop->objectName()).remove(number)] > 3) {
                QTest::keyClick(&stage.window(), Qt::Key_Tab);
                continue;
            }
            INFO(typeOf(*stop).toStdString() << " [" << stop->objectName().toStdString() << "]");
            stage.settle();
            const auto place = placeOf(*stop);
            const auto seen = seenPart(*stop);
            CHECK(seen.width() * seen.height() >= 0.99 * place.width() * place.height());
            const auto with = stage.window().grabWindow();
            QTest::keyClick(&stage.window(), Qt::Key_Tab);
            stage.settle();
            // As much as a line of two pixels around it; where the page has scrolled, and where the focus has nowhere
            // else to go, there is nothing to compare.
            if (count > 1 && placeOf(*stop) == place) {
                CHECK(changedPixels(with, stage.window().grabWindow(), place) >=
                      4 * (place.width() + place.height()) - 16);
            }
        }
    });
}

} // namespace guichet::test
