// SPDX-License-Identifier: GPL-3.0-or-later
// What types at a counter beside hands: code readers, and keypads without NumLock.
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/keypad_digits.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/scanner.h"
#include "kiosk/ui/sign_in_model.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

namespace guichet::test {
namespace {

using namespace std::chrono_literals;
using ui::KioskModel;
using ui::Scanner;

/// X11's number of the key that says this on a US keyboard; 0 for what the tests do not type.
quint32 usKey(char letter) {
    const std::string top = "1234567890-";
    const std::string rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm,./"};
    const quint32 firsts[] = {24, 38, 52};
    if (const auto place = top.find(letter); place != std::string::npos) {
        return 10 + static_cast<quint32>(place);
    }
    const auto small = static_cast<char>(QChar::fromLatin1(letter).toLower().toLatin1());
    for (int row = 0; row < 3; ++row) {
        if (const auto place = rows[row].find(small); place != std::string::npos) {
            return firsts[row] + static_cast<quint32>(place);
        }
    }
    return 0;
}

/// Keys that come to the window, each so many milliseconds after the one before.
class Typist {
public:
    Typist(Stage &stage, std::chrono::milliseconds gap) : stage_(stage), gap_(gap) {}

    void key(int key, const QString &text, quint32 scanCode = 0, Qt::KeyboardModifiers modifiers = {}) {
        at_ += static_cast<quint64>(gap_.count());
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, scanCode, 0, 0, text);
            event.setTimestamp(at_);
            QCoreApplication::sendEvent(&stage_.window(), &event);
        }
    }
    /// `pressed`: the keys that are pressed, as a US keyboard has them, where the text comes from another layout.
    void type(const std::string &text, const std::string &pressed = {}) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto letter = QChar::fromLatin1(text[i]);
            key(letter.toUpper().unicode(), QString(letter), usKey(pressed.empty() ? text[i] : pressed[i]),
                letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
        }
    }
    void enter() { key(Qt::Key_Return, QStringLiteral("\r")); }

private:
    Stage &stage_;
    std::chrono::milliseconds gap_;
    quint64 at_ = 1000;
};

/// A stage whose application tells readers from hands, as the program does.
struct Desk {
    explicit Desk(Stage &theStage) : stage(theStage) {
        qApp->installEventFilter(&scanner);
        QObject::connect(&scanner, &Scanner::scanned, &stage.kiosk(), &KioskModel::codeRead);
    }
    ~Desk() { qApp->removeEventFilter(&scanner); }
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    void scan(const std::string &text, const std::string &pressed = {}) {
        Typist reader(stage, 4ms);
        reader.type(text, pressed);
        reader.enter();
        stage.settle();
    }

    Stage &stage;
    Scanner scanner;
};

} // namespace

TEST_CASE("a code that is scanned at home is checked as a receipt, twice as well as once", "[ui][scanner]") {
    Counter counter;
    counter.signIn();
    Desk desk(counter.stage);
    const int scans = GENERATE(1, 2);
    for (int i = 0; i < scans; ++i) {
        desk.scan("K7-3F9Q-M2XD-4");
    }
    counter.answered(*counter.kiosk.receipt());
    CHECK(counter.kiosk.screen() == KioskModel::Receipt);
    CHECK(counter.kiosk.receipt()->text() == "K7-3F9Q-M2XD-4");
    CHECK_FALSE(counter.kiosk.receipt()->unknown().isEmpty());
    desk.scan("K7-0000-0000-0"); // another one takes its place
    counter.answered(*counter.kiosk.receipt());
    CHECK(counter.kiosk.receipt()->text() == "K7-0000-0000-0");
}

TEST_CASE("a reader that types as on a US keyboard is understood on a French one", "[ui][scanner]") {
    Stage stage;
    Desk desk(stage);
    const QSignalSpy read(&desk.scanner, &Scanner::scanned);
    desk.scan("k_-#q'ma", "K7-3A4MQ"); // what the French keys say matters less than which they are
    REQUIRE(read.count() == 1);
    CHECK(read.at(0).at(0).toString() == "k_-#q'ma");
    CHECK(read.at(0).at(1).toString() == "k7-3a4mq");
}

TEST_CASE("a card of settings sets the person's display, for this visit only", "[ui][scanner]") {
    Stage stage;
    Desk desk(stage);
    auto &kiosk = stage.kiosk();
    auto &theirs = *kiosk.personView();
    signIn(kiosk);
    const auto before = theirs.preferences();
    const bool waiting = GENERATE(true, false);
    CAPTURE(waiting);
    const bool onFrenchKeys = GENERATE(true, false);
    const auto scan = [&] {
        desk.scan(onFrenchKeys ? "gpref&:qr:&(@:c:&" : "GPREF1.AR.150.C.1", onFrenchKeys ? "gpref1.ar.150.c.1" : "");
    };
    if (waiting) {
        scan(); // at home, by who comes next
        CHECK(kiosk.screen() == KioskModel::Home);
        kiosk.nextPerson();
    } else {
        kiosk.nextPerson();
        scan();
        CHECK(kiosk.screen() == KioskModel::Identify);
    }
    CHECK(kiosk::papers::preferencesCode(theirs.preferences()) == "GPREF1.AR.150.C.1");
    CHECK(kiosk.visit().language == "ar");
    CHECK(theirs.look()->mirrored());
    kiosk.wipeVisit();
    CHECK(theirs.preferences() == before);
}

TEST_CASE("the card that is printed is the one that is scanned", "[ui][scanner]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.nextPerson();
    auto &theirs = *counter.kiosk.personView();
    theirs.chooseLanguage(3);
    theirs.enlarge();
    theirs.changeContrast();
    theirs.reading()->faster();
    const auto wished = theirs.preferences();
    theirs.printPreferences();
    theirs.printPreferences(); // while it is on its way: one
    REQUIRE(QTest::qWaitFor([&] { return !counter.kiosk.banner().isEmpty(); }));
    CHECK(counter.printer.sent() == 1);
    counter.kiosk.wipeVisit();
    CHECK(theirs.preferences() != wished);
    CHECK(theirs.takePreferences(QString::fromStdString(kiosk::papers::preferencesCode(wished)), {}));
    CHECK(theirs.preferences() == wished);
    CHECK_FALSE(theirs.takePreferences(QStringLiteral("GPREF1.DE.150.C.2"), {})); // no display is in German
    CHECK(theirs.preferences() == wished);
}

TEST_CASE("a code scanned where none is asked for changes nothing", "[ui][scanner]") {
    Stage stage;
    Desk desk(stage);
    auto &kiosk = stage.kiosk();
    SECTION("while somebody signs in it is no PIN") {
        kiosk.signIn()->setAgent(QStringLiteral("A01"));
        stage.settle();
        stage.find(QStringLiteral("pin"))->forceActiveFocus();
        desk.scan("3456789012345");
        CHECK(kiosk.signIn()->pinLength() == 0);
        CHECK_FALSE(kiosk.signIn()->waiting());
        CHECK(kiosk.screen() == KioskModel::SignIn);
    }
    SECTION("in a name it is not typed, and the search not begun") {
        signIn(kiosk);
        kiosk.nextPerson();
        kiosk.identify()->setLetters(QStringLiteral("mo"));
        stage.settle();
        stage.find(QStringLiteral("lettersInput"))->forceActiveFocus();
        desk.scan("K7-3F9Q-M2XD-4");
        CHECK(kiosk.identify()->letters() == "mo");
        CHECK(kiosk.screen() == KioskModel::Identify);
        CHECK_FALSE(kiosk.identify()->waiting());
        CHECK_FALSE(kiosk.banner().isEmpty()); // and that is said
    }
    SECTION("on a button its Enter presses nothing") {
        signIn(kiosk);
        serve(kiosk);
        kiosk.go(KioskModel::Person);
        stage.settleAll();
        stage.find(QStringLiteral("optOuts"))->forceActiveFocus();
        desk.scan("K7-3F9Q-M2XD-4");
        CHECK(kiosk.screen() == KioskModel::Person);
    }
    SECTION("under the veil nothing is opened") {
        signIn(kiosk);
        kiosk.go(KioskModel::Home);
        kiosk.hide();
        stage.settle();
        desk.scan("K7-3F9Q-M2XD-4");
        CHECK(kiosk.screen() == KioskModel::Home);
        CHECK(kiosk.veil() == KioskModel::Hidden);
    }
    SECTION("behind a sheet neither") {
        signIn(kiosk);
        kiosk.go(KioskModel::Home);
        kiosk.help()->toggle();
        stage.settle();
        desk.scan("K7-3F9Q-M2XD-4");
        CHECK(kiosk.screen() == KioskModel::Home);
        CHECK(kiosk.help()->open());
    }
}

TEST_CASE("what a hand types arrives whole, in its order, however fast", "[ui][scanner]") {
    Stage stage;
    Desk desk(stage);
    auto &kiosk = stage.kiosk();
    signIn(kiosk);
    kiosk.nextPerson();
    stage.settle();
    stage.find(QStringLiteral("birthInput"))->forceActiveFocus();
    const auto gap = GENERATE(10ms, 29ms, 31ms, 120ms);
    CAPTURE(gap.count());
    Typist hand(stage, gap);
    hand.type("03041");
    SECTION("with nothing behind it") {
        stage.until([&] { return kiosk.identify()->birth() == "03041"; });
    }
    SECTION("with a key that does something") {
        hand.key(Qt::Key_Backspace, {});
        stage.until([&] { return kiosk.identify()->birth() == "0304"; });
    }
    SECTION("with Enter, which stays at what is no date yet") {
        hand.enter();
        stage.until([&] { return kiosk.identify()->birth() == "03041"; });
        CHECK(stage.find(QStringLiteral("birthInput"))->hasActiveFocus());
    }
}

TEST_CASE("a keypad types digits where digits are asked for, and moves elsewhere, without NumLock", "[ui][keypad]") {
    Stage stage;
    auto &kiosk = stage.kiosk();
    Typist hand(stage, 100ms);
    const auto pad = [&](int key) { hand.key(key, {}, 0, Qt::KeypadModifier); };
    SECTION("the PIN") {
        stage.find(QStringLiteral("pin"))->forceActiveFocus();
        for (const int key : {Qt::Key_Insert, Qt::Key_End, Qt::Key_Home, Qt::Key_PageUp}) {
            pad(key);
        }
        CHECK(kiosk.signIn()->pinLength() == 4);
    }
    SECTION("a date") {
        signIn(kiosk);
        kiosk.nextPerson();
        stage.settle();
        stage.find(QStringLiteral("birthInput"))->forceActiveFocus();
        for (const int key :
             {Qt::Key_Insert, Qt::Key_PageDown, Qt::Key_Insert, Qt::Key_Left, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Left,
              Qt::Key_End, Qt::Key_Down, Qt::Key_Clear, Qt::Key_Right, Qt::Key_Home, Qt::Key_Up}) {
            pad(key);
        }
        CHECK(kiosk.identify()->birth() == "0304194125678");
    }
    SECTION("letters have none") {
        signIn(kiosk);
        kiosk.nextPerson();
        stage.settle();
        stage.find(QStringLiteral("lettersInput"))->forceActiveFocus();
        pad(Qt::Key_Left);
        CHECK(kiosk.identify()->letters().isEmpty());
    }
}

} // namespace guichet::test
