// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technology, a keyboard and weak eyes find on every screen in every state.
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/stage.h"
#include "tests/qml/states.h"

#include <QQmlEngine>
#include <QQmlExpression>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace guichet::test {
namespace {

std::string lines(const QStringList &wrong) { return wrong.join(u'\n').toStdString(); }

enum class Window { Agents, AgentsBeside, Theirs };

struct Walked {
    State state;
    Window window = Window::Agents; ///< beside: the person has one of their own
};

State sheet(const char *name, std::function<void(Stage &)> open) {
    return {"sheet", name, [open = std::move(open)](Stage &stage) {
                stage.hold();
                serve(stage.kiosk());
                open(stage);
            }};
}

/// A touch of the bar opens it.
void openWithPerson(Stage &stage) {
    stage.kiosk().go(ui::KioskModel::Person);
    stage.settle();
    QMetaObject::invokeMethod(stage.find(QStringLiteral("withPerson")), "activated");
}

/// Every state of the agent's window, what only a touch there opens, and the person's window in each of its steps.
std::vector<Walked> walked() {
    std::vector<Walked> all;
    static const std::set<std::string_view> theirs{"documents-ask",
                                                   "documents-titles",
                                                   "documents-titles-long",
                                                   "preview",
                                                   "preview-many",
                                                   "opt-outs-signing",
                                                   "request-signing",
                                                   "opt-outs-registered",
                                                   "request-filed",
                                                   "dialogue-written",
                                                   "home-owed",
                                                   "person",
                                                   "hidden"};
    for (const auto &state : allStates()) {
        all.push_back({state});
    }
    all.push_back({sheet("alone", [](Stage &stage) {
        auto presence = stage.kiosk().visit().presence;
        presence.accompanied = true;
        stage.kiosk().setPresence(presence, {});
        stage.kiosk().documents()->show(records(4), document::Category::Result);
        stage.kiosk().go(ui::KioskModel::Documents);
        stage.kiosk().documents()->askTitles();
    })});
    all.push_back({sheet("with-person", openWithPerson)});
    all.push_back({sheet("with-person", openWithPerson), Window::AgentsBeside});
    for (const auto &state : allStates()) {
        if (theirs.contains(state.name) || std::string_view(state.screen) == "person-view") {
            all.push_back({state, Window::Theirs});
        }
    }
    return all;
}

/// Calls `check` with the window in each state: what the worker was asked is answered, and nothing changes under the
/// walk.
template <class Check>
void onEach(const std::vector<Walked> &all, Check check) {
    for (const auto &[state, which] : all) {
        DYNAMIC_SECTION(state.name << (which == Window::Agents   ? ""
                                       : which == Window::Theirs ? ", theirs"
                                                                 : ", beside")) {
            const Listening listening;
            Scene scene(state, "fr", which != Window::Agents);
            auto &stage = scene.stage();
            auto &window = which == Window::Theirs ? *scene.theirs().window() : stage.window();
            window.requestActivate();
            stage.settle();
            std::ignore = window.grabWindow(); // rows and columns are laid out when they are drawn
            stage.settleAll();
            check(stage, window);
        }
    }
}

/// All but the longest list, whose rows are made and destroyed as they come into sight: the keyboard's stops in it are
/// those of the same list with a few rows.
std::vector<Walked> thoseThatStay() {
    auto all = walked();
    std::erase_if(all, [](const Walked &at) { return at.state.name == std::string_view("documents-many"); });
    return all;
}

/// Those of these names, in the agent's window and, where the person reads them, in theirs.
std::vector<Walked> someOf(const std::set<std::string_view> &names) {
    auto all = walked();
    std::erase_if(all, [&](const Walked &at) { return !names.contains(at.state.name); });
    return all;
}

QStringList namesOf(const std::vector<TabStop> &stops) {
    QStringList names;
    for (const auto &stop : stops) {
        names.push_back(typeOf(*stop.item) + u' ' + stop.item->objectName());
    }
    return names;
}

double targetOf(const QQuickWindow &window) {
    auto *page = window.contentItem()->childItems().constFirst();
    return QQmlExpression(qmlContext(page), page, QStringLiteral("Theme.target")).evaluate().toDouble();
}

} // namespace

TEST_CASE("every screen tells in words what is on it, under one heading, in clear text and with large targets",
          "[ui]") {
    onEach(walked(), [](Stage &stage, QQuickWindow &window) {
        CHECK(lines(withoutWords(window)) == "");
        CHECK(lines(unfitRoles(window)) == "");
        CHECK(lines(twins(window)) == "");
        CHECK(lines(fieldsThatDoNotTell(window)) == "");
        CHECK(lines(unlikeTheirLabels(window)) == "");
        const auto found = headings(window);
        INFO("headings: " << lines(found));
        CHECK(found.size() == 1);
        const auto target = targetOf(window);
        CHECK(target >= 56);
        CHECK(lines(tooSmall(window, target)) == "");
        for (const auto scheme : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
            stage.kiosk().look()->setScheme(scheme);
            stage.kiosk().personView()->look()->setScheme(scheme);
            stage.settle();
            CAPTURE(static_cast<int>(scheme));
            CHECK(lines(faintTexts(window, window.grabWindow(), 7)) == "");
        }
    });
}

TEST_CASE("Tab comes to every item that can be used, in the order of reading, and goes back the same way", "[ui]") {
    onEach(thoseThatStay(), [](Stage &stage, QQuickWindow &window) {
        QTest::keyClick(&window, Qt::Key_Shift); // keys: the keyboard on the screen goes
        std::ignore = window.grabWindow();
        REQUIRE(window.activeFocusItem() != nullptr);
        // Where a screen opens, somebody can start.
        CHECK(window.activeFocusItem() != window.contentItem());
        CHECK(!window.activeFocusItem()->inherits("QQuickLoader"));
        auto stops = tabStops(window);
        REQUIRE(stops.size() < 500); // it comes round: there is no trap
        CHECK(lines(unreached(window, stops)) == "");
        CHECK(lines(againstReading(stops, findIn(window, QStringLiteral("personHeading")) != nullptr &&
                                              stage.kiosk().personView()->look()->mirrored())) == "");
        auto back = tabStops(window, Qt::Key_Backtab);
        std::reverse(back.begin() + 1, back.end());
        CHECK(lines(namesOf(back)) == lines(namesOf(stops)));
    });
}

TEST_CASE("arrows go round the choices of a group and back, and choose none", "[ui]") {
    onEach(thoseThatStay(), [](Stage &, QQuickWindow &window) {
        auto choices = usableItems(window);
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
        for (const auto &item : accessibleItems(window)) {
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
            while (QTest::keyClick(&window, Qt::Key_Down), window.activeFocusItem() != choice) {
                REQUIRE(window.activeFocusItem() != nullptr);
                REQUIRE(seen.insert(window.activeFocusItem()).second);
                ++group;
            }
            CHECK(group == static_cast<std::size_t>(std::ranges::count_if(
                               choices, [&](const auto *other) { return groups[other] == groups[choice]; })));
            QTest::keyClick(&window, Qt::Key_Down);
            QTest::keyClick(&window, Qt::Key_Up);
            CHECK(window.activeFocusItem() == choice);
        }
        CHECK(chosen() == before);
    });
}

TEST_CASE("what has the focus is in sight, and the focus is seen", "[ui]") {
    onEach(thoseThatStay(), [](Stage &stage, QQuickWindow &window) {
        stage.kiosk().setKeysInUse(true);
        stage.settle();
        const auto stops = tabStops(window);
        const auto count = stops.size();
        INFO("it begins at " << lines(
                 namesOf({stops.begin(), stops.begin() + std::min<std::ptrdiff_t>(3, std::ssize(stops))})));
        REQUIRE(count < 500);
        std::map<QString, int> looked; // thirty cards are seen as three are
        for (std::size_t step = 0; step < count; ++step) {
            auto *stop = window.activeFocusItem();
            static const QRegularExpression number(QStringLiteral("\\d+"));
            if (++looked[typeOf(*stop) + QString(stop->objectName()).remove(number)] > 3) {
                QTest::keyClick(&window, Qt::Key_Tab);
                continue;
            }
            INFO(typeOf(*stop).toStdString() << " [" << stop->objectName().toStdString() << "]");
            stage.settle();
            const auto place = placeOf(*stop);
            const auto seen = seenPart(*stop);
            CHECK(seen.width() * seen.height() >= 0.99 * place.width() * place.height());
            const auto with = window.grabWindow();
            QTest::keyClick(&window, Qt::Key_Tab);
            stage.settle();
            // As much as a line of two pixels around it; where the page has scrolled, and where the focus has nowhere
            // else to go, there is nothing to compare.
            if (count > 1 && placeOf(*stop) == place) {
                CHECK(changedPixels(with, window.grabWindow(), place) >= 4 * (place.width() + place.height()) - 16);
            }
        }
    });
}

TEST_CASE("a press that slides off does nothing, and no letter, digit or sign alone does", "[ui]") {
    onEach(someOf({"home-owed", "person", "documents", "opt-outs", "request-fields", "documents-titles",
                   "person-agreement", "person-sentence"}),
           [](Stage &stage, QQuickWindow &window) {
               const auto usable = usableItems(window);
               for (auto *item : usable) {
                   const auto seen = seenPart(*item);
                   if (!item->inherits("QQuickAbstractButton") || seen.height() < 8) {
                       continue;
                   }
                   INFO(typeOf(*item).toStdString() << " [" << item->objectName().toStdString() << "]");
                   const QSignalSpy clicked(item, SIGNAL(clicked()));
                   const auto at = seen.center().toPoint();
                   // Sideways: up or down would be a page that is moved.
                   const QPoint beside(at.x() < window.width() / 2 ? window.width() - 1 : 1, at.y());
                   QTest::mousePress(&window, Qt::LeftButton, {}, at);
                   CHECK(item->property("down").toBool());
                   QTest::mouseMove(&window, beside);
                   QTest::mouseRelease(&window, Qt::LeftButton, {}, beside);
                   CHECK(clicked.count() == 0);
               }
               stage.kiosk().setKeysInUse(true);
               REQUIRE(window.activeFocusItem() != nullptr);
               while (window.activeFocusItem()->inherits("QQuickTextInput")) {
                   QTest::keyClick(&window, Qt::Key_Tab); // there they are typed
               }
               stage.settle();
               const auto before = window.grabWindow();
               for (char key = '!'; key <= '~'; ++key) {
                   QTest::keyClick(&window, key);
               }
               stage.settle();
               CHECK(window.grabWindow() == before);
           });
}

TEST_CASE("what is chosen differs by 3 to 1 in light from what is not, whatever the colour", "[ui]") {
    onEach(someOf({"opt-outs", "request-fields", "presence", "documents"}), [](Stage &stage, QQuickWindow &window) {
        int compared = 0;
        for (const auto scheme : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
            stage.kiosk().look()->setScheme(scheme);
            stage.kiosk().personView()->look()->setScheme(scheme);
            CAPTURE(static_cast<int>(scheme));
            const auto usable = usableItems(window);
            for (const auto &choice : std::vector<QPointer<QQuickItem>>(usable.begin(), usable.end())) {
                if (choice.isNull() || !choice->property("chosen").isValid() || choice->property("chosen").toBool() ||
                    seenPart(*choice) != placeOf(*choice)) {
                    continue;
                }
                INFO(typeOf(*choice).toStdString() << " [" << choice->objectName().toStdString() << "]");
                stage.settle();
                const auto place = placeOf(*choice);
                const auto without = window.grabWindow();
                QMetaObject::invokeMethod(choice, "clicked");
                stage.settle();
                if (choice.isNull() || !choice->property("chosen").toBool() || placeOf(*choice) != place) {
                    continue;
                }
                ++compared;
                CHECK(changedPixels(without, window.grabWindow(), place) >= 60);
            }
        }
        CHECK(compared > 2);
    });
}

} // namespace guichet::test
