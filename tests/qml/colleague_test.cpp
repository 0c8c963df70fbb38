// SPDX-License-Identifier: GPL-3.0-or-later
// Calling a colleague: without a sound, without a change that the person could see, and told truly.
#include "kiosk/counter/calls.h"
#include "kiosk/ui/call_signal.h"
#include "kiosk/ui/colleague_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace guichet::test {
namespace {

using ui::ColleagueModel;
using ui::KioskModel;

void press(Stage &stage) {
    QTest::keyClick(&stage.window(), Qt::Key_F8);
    stage.settleAll();
}

/// Where there are two windows in one process no key is either's own.
void call(Stage &stage) {
    stage.kiosk().colleague()->call();
    stage.settleAll();
}

/// A second window on the store, as a colleague has it open.
void signIn(Stage &stage, const char *agent, const std::string &pin) {
    auto &signIn = *stage.kiosk().signIn();
    signIn.setAgent(QString::fromLatin1(agent));
    for (const char digit : pin) {
        signIn.press(QString(QChar::fromLatin1(digit)));
    }
    signIn.submit();
    stage.until([&] { return !signIn.waiting(); });
}

/// The small sign, as somebody hears it who does not see it; "" where there is none.
QString sign(Stage &stage) {
    const auto items = accessibleItems(stage.window());
    const auto found = std::ranges::find(items, QStringLiteral("callSign"), &AccessibleItem::object);
    return found == items.end() ? QString() : found->name;
}

} // namespace

TEST_CASE("a colleague at another window sees the call and comes, and the sign says so", "[ui]") {
    const Listening listening;
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    Stage other(counter.store(), &counter.printer);
    signIn(other, "S01", counter.pin);
    const bool hidden = GENERATE(false, true);
    if (hidden) {
        other.kiosk().hide();
    }
    CHECK(other.find("come") == nullptr);

    call(counter.stage);
    REQUIRE(counter.kiosk.colleague()->state() == ColleagueModel::Asked);
    CHECK(sign(counter.stage) ==
          QStringLiteral("Un collègue est demandé\u00a0; personne n’a encore répondu. Toucher quand c’est fini."));
    CHECK(counter.stage.find("callNotice") == nullptr); // not by the one who asks
    other.until([&] { return other.find("come") != nullptr; });
    CHECK(other.find("caller")->property("text").toString() == QStringLiteral("A01 demande un collègue, sans bruit."));
    CHECK(other.cutWords().join(u'\n').toStdString() == "");
    std::ignore = other.grab(hidden ? "call-notice-hidden" : "call-notice");

    other.kiosk().colleague()->come();
    other.settleAll();
    CHECK(other.find("come") == nullptr);
    counter.stage.until([&] { return counter.kiosk.colleague()->state() == ColleagueModel::Answered; });
    CHECK(sign(counter.stage) == QStringLiteral("S01 arrive. Toucher quand c’est fini."));
    std::ignore = counter.stage.grab("call-answered");

    counter.kiosk.colleague()->end();
    counter.stage.settleAll();
    CHECK(counter.stage.find("callSign") == nullptr);
    counter.stage.atDesk([](kiosk::Desk &desk) { CHECK(must(kiosk::openCalls(desk)).empty()); });
}

TEST_CASE("who says that it is not for them is asked no more, and others still are", "[ui]") {
    Counter counter;
    counter.signIn();
    Stage other(counter.store(), &counter.printer);
    signIn(other, "S01", counter.pin);
    call(counter.stage);
    other.until([&] { return other.find("declineCall") != nullptr; });
    other.kiosk().colleague()->decline();
    other.settleAll();
    CHECK(other.find("callNotice") == nullptr);
    counter.stage.atDesk([](kiosk::Desk &desk) {
        const auto calls = must(kiosk::openCalls(desk));
        REQUIRE(calls.size() == 1);
        CHECK(calls.front().answeredBy.empty());
    });
}

TEST_CASE("the call makes no sound, and changes nothing on a screen that is turned, hidden or locked", "[ui]") {
    const auto veil = GENERATE(KioskModel::Turned, KioskModel::Hidden, KioskModel::Locked);
    const Listening listening;
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    const QSignalSpy heard(&counter.kiosk, &KioskModel::warned);
    if (veil == KioskModel::Turned) {
        counter.kiosk.turn();
    } else if (veil == KioskModel::Hidden) {
        counter.kiosk.hide();
    } else {
        counter.kiosk.lock();
    }
    REQUIRE(counter.kiosk.veil() == veil);
    counter.stage.settleAll();
    std::ignore = Listening::announced();
    auto *focus = counter.stage.window().activeFocusItem();
    const auto before = counter.stage.grab("call-before");
    press(counter.stage);
    CHECK(counter.stage.grab("call-after") == before);
    CHECK(counter.stage.window().activeFocusItem() == focus);
    CHECK(heard.isEmpty());
    CHECK(Listening::announced().isEmpty());
    // Locked, the store can't be written to, and nothing is said to be done.
    CHECK((counter.kiosk.colleague()->state() == ColleagueModel::Asked) == (veil != KioskModel::Locked));
}

TEST_CASE("the person's display is the same before and after a call", "[ui]") {
    Counter counter;
    TheirDisplay display(counter.kiosk);
    REQUIRE(display.load());
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.stage.settleAll();
    display.window()->requestActivate(); // the person touched it: the keys go there
    counter.stage.until([&] { return display.window()->isActive(); });
    const auto before = display.window()->grabWindow();
    QTest::keyClick(display.window(), Qt::Key_F8);
    counter.stage.settleAll();
    REQUIRE(counter.kiosk.colleague()->state() == ColleagueModel::Asked);
    CHECK(display.window()->grabWindow() == before);
}

TEST_CASE("a call that could not be written says so, and is not said to be made", "[ui]") {
    const Listening listening;
    Stage stage; // without a store
    signIn(stage.kiosk());
    press(stage);
    CHECK(stage.kiosk().colleague()->state() == ColleagueModel::Failed);
    CHECK(sign(stage) ==
          QStringLiteral("Personne n’a pu être demandé\u00a0: l’appel n’a pas été noté. Demander autrement."));
    stage.kiosk().colleague()->end();
    stage.settle();
    CHECK(stage.find("callSign") == nullptr);
}

TEST_CASE("the agency's own signal carries a call until it is over, and whether it could is said", "[ui]") {
    const Listening listening;
    const TemporaryFolder folder;
    const auto heard = folder.path() / "heard";
    const auto lamp = folder.path() / "lamp";
    const bool broken = GENERATE(false, true);
    std::ofstream(lamp) << "#!/bin/sh\necho \"$* ${GUICHET_PIN-none}\" >> " << heard.string() << "\nexit " << broken
                        << '\n';
    std::filesystem::permissions(lamp, std::filesystem::perms::owner_all);
    qputenv("GUICHET_PIN", "1234");
    const auto forget = qScopeGuard([] { qunsetenv("GUICHET_PIN"); });
    ui::CallSignal signal(lamp);
    Counter counter;
    counter.kiosk.colleague()->use(signal);
    counter.signIn();
    const auto lines = [&] {
        std::ifstream file(heard);
        return std::string(std::istreambuf_iterator(file), {});
    };

    press(counter.stage);
    counter.stage.until([&] { return lines() == "asked A01 none\n"; });
    if (broken) {
        counter.stage.until([&] { return counter.kiosk.colleague()->state() == ColleagueModel::Failed; });
        CHECK(sign(counter.stage) ==
              QStringLiteral("Les autres guichets sont prévenus, mais le signal de l’agence n’a pas "
                             "pu être donné. Demander autrement."));
        return;
    }
    press(counter.stage); // again, and once is enough
    counter.kiosk.lock();
    counter.signIn(); // it lasts
    counter.stage.until([&] { return counter.kiosk.colleague()->state() == ColleagueModel::Asked; });
    CHECK(lines() == "asked A01 none\n");
    counter.kiosk.colleague()->end();
    counter.stage.until([&] { return lines() == "asked A01 none\nover A01 none\n"; });
    CHECK(counter.kiosk.colleague()->state() == ColleagueModel::Quiet);
}

TEST_CASE("a call that only the agency's own signal carries says so", "[ui]") {
    const Listening listening;
    const auto [program, says] = GENERATE(table<const char *, QString>(
        {{"/bin/true",
          QStringLiteral("Le signal de l’agence est donné, mais les autres guichets ne sont pas prévenus\u00a0: "
                         "l’appel n’a pas été noté.")},
         {"/nowhere/lamp",
          QStringLiteral("Personne n’a pu être demandé\u00a0: l’appel n’a pas été noté. Demander autrement.")}}));
    ui::CallSignal signal(program);
    Stage stage; // without a store
    stage.kiosk().colleague()->use(signal);
    signIn(stage.kiosk());
    press(stage);
    CHECK(sign(stage) == says);
}

TEST_CASE("nobody is called where nobody is signed in, and the next agent finds no sign of the last one's", "[ui]") {
    Counter counter;
    press(counter.stage);
    CHECK(counter.kiosk.colleague()->state() == ColleagueModel::Quiet);
    counter.signIn();
    press(counter.stage);
    CHECK(counter.kiosk.colleague()->state() == ColleagueModel::Asked);
    counter.kiosk.signOut();
    counter.stage.settleAll();
    CHECK(counter.kiosk.colleague()->state() == ColleagueModel::Quiet);
    CHECK(counter.stage.find("callSign") == nullptr);
}

TEST_CASE("who has no keyboard calls from the help", "[ui]") {
    Counter counter;
    CHECK_FALSE(counter.kiosk.help()->canCall());
    counter.signIn();
    counter.kiosk.help()->toggle();
    counter.stage.settle();
    REQUIRE(counter.stage.find("helpCall") != nullptr);
    counter.kiosk.help()->callColleague();
    counter.stage.settleAll();
    CHECK_FALSE(counter.kiosk.help()->open());
    CHECK(counter.kiosk.colleague()->state() == ColleagueModel::Asked);
}

} // namespace guichet::test
