// SPDX-License-Identifier: GPL-3.0-or-later
// A numeric keypad as the only keyboard.
#include "kiosk/ui/keypad_typing.h"

#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/states.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <map>
#include <string_view>

namespace guichet::test {
namespace {

using ui::KeypadTyping;
using ui::KioskModel;

constexpr int kPastThePauseMs = 3'500;

/// What the signs of a keypad's keys stand for, with NumLock on and off.
struct Keypad {
    Stage &stage;
    bool numLock = true;

    void press(std::string_view keys) const {
        for (const char sign : keys) {
            send(sign, false);
        }
    }
    /// Held down for so many repeats.
    void hold(char sign, int repeats) const {
        send(sign, false);
        for (int time = 0; time < repeats; ++time) {
            send(sign, true);
        }
    }

private:
    void send(char sign, bool repeats) const {
        static const std::map<char, std::pair<int, int>> kKeys{
            {'0', {Qt::Key_0, Qt::Key_Insert}},      {'1', {Qt::Key_1, Qt::Key_End}},
            {'2', {Qt::Key_2, Qt::Key_Down}},        {'3', {Qt::Key_3, Qt::Key_PageDown}},
            {'4', {Qt::Key_4, Qt::Key_Left}},        {'5', {Qt::Key_5, Qt::Key_Clear}},
            {'6', {Qt::Key_6, Qt::Key_Right}},       {'7', {Qt::Key_7, Qt::Key_Home}},
            {'8', {Qt::Key_8, Qt::Key_Up}},          {'9', {Qt::Key_9, Qt::Key_PageUp}},
            {'.', {Qt::Key_Period, Qt::Key_Delete}}, {'+', {Qt::Key_Plus, Qt::Key_Plus}},
            {'-', {Qt::Key_Minus, Qt::Key_Minus}},   {'*', {Qt::Key_Asterisk, Qt::Key_Asterisk}},
            {'/', {Qt::Key_Slash, Qt::Key_Slash}},   {'\n', {Qt::Key_Enter, Qt::Key_Enter}}};
        const auto [on, off] = kKeys.at(sign);
        const bool types = sign != '\n' && (numLock || on == off);
        QKeyEvent key(QEvent::KeyPress, numLock ? on : off, Qt::KeypadModifier,
                      types ? QString(QChar::fromLatin1(sign)) : QString(), repeats);
        QCoreApplication::sendEvent(&stage.window(), &key);
        QKeyEvent up(QEvent::KeyRelease, key.key(), Qt::KeypadModifier, key.text());
        QCoreApplication::sendEvent(&stage.window(), &up);
        stage.settle();
    }
};

/// A field for any text, empty, with the keys.
struct FreeText {
    Stage stage;
    KioskModel &kiosk = stage.kiosk();

    FreeText() {
        signIn(kiosk);
        kiosk.openForms();
        stage.settle();
        REQUIRE(stage.find("saidInput")->hasActiveFocus());
    }
    [[nodiscard]] QString text() { return kiosk.forms()->said(); }
    [[nodiscard]] QString marked() { return stage.find("saidInput")->property("selectedText").toString(); }
};

/// The search for a person.
struct Searching {
    Stage stage;
    KioskModel &kiosk = stage.kiosk();

    Searching() {
        signIn(kiosk);
        kiosk.nextPerson();
        stage.settle();
        REQUIRE(stage.find("birthInput")->hasActiveFocus());
    }
};

} // namespace

TEST_CASE("a keypad types letters as a telephone does, with NumLock on and off", "[ui][keypad]") {
    struct Row {
        const char *keys;
        const char *text;
    };
    const auto row = GENERATE(values<Row>({
        {"2", "a"},         {"222", "c"},       {"2222", "2"},
        {"22222", "à"},     {"2222222", "ç"},   {"2222222222", "a"}, // round
        {"33333", "é"},     {"333333", "è"},    {"3333333", "ê"},
        {"8884442", "via"}, {"222/2", "ca"}, // / lets a letter stay that the same key follows
        {"0", " "},         {"00", "0"},        {"1", "."},
        {"1111", "-"},      {"11111", "1"},     {"/2/33", "AE"},
        {"/33333", "É"},    {"//1200", "1200"}, {"//12/07778833", "12 rue"},
        {"22.", ""},        {"223.", "b"},      {"...", ""},
    }));
    const bool numLock = GENERATE(true, false);
    CAPTURE(row.keys, numLock);
    FreeText field;
    const Keypad keypad{field.stage, numLock};
    keypad.press("*");
    keypad.press(row.keys);
    CHECK(field.text().toStdString() == row.text);
}

TEST_CASE("who has a keyboard never gets letters from digits", "[ui][keypad]") {
    FreeText field;
    const Keypad keypad{field.stage};
    SECTION("the keypad types digits, and signs, unless letters were asked for") {
        keypad.press("22/4+1-.");
        CHECK(field.text().toStdString() == "22/4+1-.");
        CHECK(field.stage.find("keypadSign") == nullptr);
    }
    SECTION("the main keyboard's digits are digits, and end it") {
        keypad.press("*2");
        QTest::keyClick(&field.stage.window(), Qt::Key_2);
        keypad.press("2");
        CHECK(field.text().toStdString() == "a22");
        CHECK(field.kiosk.keypad()->keys() == KeypadTyping::AsEver);
    }
    SECTION("* ends it") {
        keypad.press("*2*2");
        CHECK(field.text().toStdString() == "a2");
    }
    SECTION("a * that is held is one") {
        keypad.hold('*', 3);
        CHECK(field.kiosk.keypad()->keys() == KeypadTyping::Small);
    }
    SECTION("signing out ends it, and the lock does not") {
        keypad.press("*");
        field.kiosk.lock();
        CHECK(field.kiosk.keypad()->keys() != KeypadTyping::AsEver);
        field.kiosk.signOut();
        CHECK(field.kiosk.keypad()->keys() == KeypadTyping::AsEver);
    }
}

TEST_CASE("a letter that may still change is marked, and stays at any other key or after a pause", "[ui][keypad]") {
    FreeText field;
    const Keypad keypad{field.stage};
    keypad.press("*22");
    CHECK(field.text() == "b");
    CHECK(field.marked() == "b");
    SECTION("a pause") {
        field.stage.until([&] { return field.marked().isEmpty(); });
        keypad.press("2");
        CHECK(field.text() == "ba");
    }
    SECTION("no pause where nothing may move by itself") {
        field.kiosk.look()->setStill(true);
        keypad.press("2");
        CHECK_FALSE(QTest::qWaitFor([&] { return field.marked().isEmpty(); }, kPastThePauseMs));
        keypad.press("2");
        CHECK(field.text() == "2");
    }
    SECTION("/ and nothing else") {
        keypad.press("/");
        CHECK(field.marked().isEmpty());
        CHECK(field.kiosk.keypad()->keys() == KeypadTyping::Small);
    }
    SECTION("an arrow of a keyboard") {
        QTest::keyClick(&field.stage.window(), Qt::Key_Home);
        keypad.press("2");
        CHECK(field.text() == "ab");
    }
    SECTION("a letter of a keyboard") {
        QTest::keyClick(&field.stage.window(), Qt::Key_X);
        CHECK(field.text() == "bx");
    }
    SECTION("a finger on the field") {
        const auto *input = field.stage.find("saidInput");
        QTest::mouseClick(&field.stage.window(), Qt::LeftButton, {},
                          input->mapToScene({input->width() - 20, input->height() / 2}).toPoint());
        keypad.press("2");
        CHECK(field.text() == "ba");
    }
    SECTION("a key that is held is pressed once, but for the one that erases") {
        keypad.hold('2', 5);
        CHECK(field.text() == "c");
        keypad.press("3344");
        keypad.hold('.', 1);
        CHECK(field.text() == "c");
    }
}

TEST_CASE("a field says what its keys type, and is full when it is full", "[ui][keypad]") {
    Searching search;
    auto &identify = *search.kiosk.identify();
    const Keypad keypad{search.stage, GENERATE(true, false)};
    keypad.press("*");
    CHECK(search.kiosk.keypad()->keys() == KeypadTyping::Digits);
    keypad.press("03041984");
    CHECK(identify.birth() == "03041984");
    keypad.press(".");
    CHECK(identify.birth() == "0304198");
    SECTION("capitals, and no more than there is room for") {
        keypad.press("4\n");
        CHECK(search.kiosk.keypad()->keys() == KeypadTyping::Capitals);
        keypad.press("888444233");
        CHECK(identify.letters() == "VIA");
        keypad.press("..3");
        CHECK(identify.letters() == "VD");
    }
    SECTION("a letter among digits") {
        identify.setByNumber(true);
        search.stage.settle();
        REQUIRE(search.stage.find("numberInput")->hasActiveFocus());
        keypad.press("155082/2///004"); // Corsica: / to small letters; it stays; past capitals to digits
        CHECK(identify.number() == "155082a004");
    }
}

TEST_CASE("who writes Arabic on the turned screen has its letters first", "[ui][keypad]") {
    Stage stage;
    KioskModel &kiosk = stage.kiosk();
    signIn(kiosk);
    serve(kiosk);
    kiosk.personView()->chooseLanguage(2);
    kiosk.personView()->dialogue()->start();
    kiosk.turn();
    stage.settle();
    stage.find("personWritingInput")->forceActiveFocus();
    const Keypad keypad{stage, GENERATE(true, false)};
    keypad.press("*");
    CHECK(kiosk.keypad()->keys() == KeypadTyping::Arabic);
    CHECK(kiosk.keypad()->letters().contains(QStringLiteral("2\u00a0بتةث")));
    keypad.press("777788/8888/333/"); // / lets a letter stay
    CHECK(kiosk.personView()->dialogue()->persons() == QStringLiteral("يقلإ"));
    SECTION("then come Latin letters, capitals, digits, and Arabic again") {
        for (const auto next :
             {KeypadTyping::Small, KeypadTyping::Capitals, KeypadTyping::Digits, KeypadTyping::Arabic}) {
            keypad.press("/");
            CHECK(kiosk.keypad()->keys() == next);
        }
    }
}

TEST_CASE("+ and − go to the next item and the one before, and the digits are arrows elsewhere", "[ui][keypad]") {
    Searching search;
    auto &window = search.stage.window();
    const Keypad keypad{search.stage};
    keypad.press("*");
    keypad.press("+");
    CHECK(window.activeFocusItem()->objectName() == "lettersInput");
    keypad.press("-");
    CHECK(window.activeFocusItem()->objectName() == "birthInput");
    keypad.press("--");
    CHECK(search.kiosk.keypad()->keys() == KeypadTyping::Arrows);
    REQUIRE(window.activeFocusItem()->objectName() == "byBirth");
    keypad.press("6");
    CHECK(window.activeFocusItem()->objectName() == "byNumber");
    CHECK_FALSE(search.kiosk.identify()->byNumber());
    keypad.press("4\n");
    CHECK_FALSE(search.kiosk.identify()->byNumber());
    keypad.press("8\n");
    CHECK(search.kiosk.identify()->byNumber());
}

TEST_CASE("a PIN takes a keypad's digits and no letters", "[ui][keypad]") {
    Stage stage;
    const Keypad keypad{stage, GENERATE(true, false)};
    stage.find("agentCodeInput")->forceActiveFocus();
    keypad.press("*2//01\n"); // what / does once the letter stays
    CHECK(stage.kiosk().signIn()->agent() == "A01");
    keypad.press("1/23.");
    CHECK(stage.kiosk().signIn()->pinLength() == 2);
    CHECK(stage.kiosk().keypad()->keys() == KeypadTyping::Digits);
}

TEST_CASE("what a keypad's keys do is shown and told while it is the only keyboard", "[ui][keypad]") {
    const Listening listening;
    Searching search;
    const Keypad keypad{search.stage};
    std::ignore = Listening::announced();
    keypad.press("*");
    const auto *sign = search.stage.find("keypadSign");
    REQUIRE(sign != nullptr);
    CHECK(sign->property("does").toString() == QStringLiteral("Pavé numérique\u00a0: chiffres"));
    CHECK(search.stage.find("keypadLetters") == nullptr);
    CHECK(Listening::announced().count(QStringLiteral("Pavé numérique\u00a0: chiffres")) == 1);
    keypad.press("+");
    CHECK(sign->property("does").toString() == QStringLiteral("Pavé numérique\u00a0: majuscules"));
    CHECK(search.stage.find("keypadLetters")->property("text").toString().contains(u"7\u00a0PQRS"));
    CHECK(Listening::announced().count(QStringLiteral("Pavé numérique\u00a0: majuscules")) == 1);
    keypad.press("*");
    CHECK(search.stage.find("keypadSign") == nullptr);
}

TEST_CASE("on the screen that is turned the keypad's keys are the person's, and / goes on", "[ui][keypad]") {
    Stage stage;
    stage.voice().find();
    serve(stage.kiosk());
    stage.settle();
    const Keypad keypad{stage};
    keypad.press("*");
    stage.kiosk().turn();
    stage.settle();
    CHECK(stage.find("keypadSign") == nullptr);
    const auto *first = stage.window().activeFocusItem();
    keypad.press("-"); // softer
    CHECK(stage.window().activeFocusItem() == first);
    keypad.press("/");
    CHECK(stage.window().activeFocusItem() != first);
    for (int turn = 0; turn < 40 && stage.window().activeFocusItem()->objectName() != "agentBack"; ++turn) {
        keypad.press("/");
    }
    keypad.press("\n");
    CHECK(stage.kiosk().veil() == KioskModel::Locked);
}

} // namespace guichet::test
