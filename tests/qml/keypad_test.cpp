// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keypad.h"

#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/pad_device.h"
#include "kiosk/ui/person_view_model.h"
#include "tests/qml/application.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCoreApplication>
#include <QTest>

#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guichet::test {
namespace {

using namespace ui;
using namespace std::chrono_literals;

struct ServedByKeypad : Counter {
    PersonViewModel &view = *kiosk.personView();
    OptOutsModel &optOuts = *kiosk.optOuts();
    TheirDisplay display{kiosk};

    ServedByKeypad() {
        stage.voice().find();
        signIn();
        serve(import(prescription().build()));
        kiosk.openOptOuts();
    }
    void ask() {
        optOuts.answer(0);
        settle();
    }
    /// A key goes down, as a window gets it.
    static void press(QWindow &window, int key, Qt::KeyboardModifiers modifiers = Qt::KeypadModifier,
                      bool repeats = false) {
        QKeyEvent down(QEvent::KeyPress, key, modifiers, {}, repeats);
        QCoreApplication::sendEvent(&window, &down);
        settle();
    }
};

} // namespace

TEST_CASE("the keypad agrees and refuses on the person's screen, with NumLock on and off", "[ui][keypad]") {
    struct Key {
        int key;
        bool agrees;
    };
    const auto pressed =
        GENERATE(Key{Qt::Key_1, true}, Key{Qt::Key_End, true}, Key{Qt::Key_2, false}, Key{Qt::Key_Down, false});
    ServedByKeypad counter;
    REQUIRE(counter.display.load());
    counter.ask();
    REQUIRE(counter.view.step() == PersonViewModel::Agreement);
    CHECK(counter.view.keys().contains(QStringLiteral("1 Je suis d’accord · 2 Je ne le veux pas")));
    auto &theirs = *counter.display.window();
    CHECK(findIn(theirs, QStringLiteral("personKeys")) != nullptr);
    counter.stage.clock().advance(1s);
    ServedByKeypad::press(theirs, pressed.key);
    CHECK(counter.optOuts.agreed() == pressed.agrees);
}

TEST_CASE("the keypad answers a sentence, with what is not understood too", "[ui][keypad]") {
    ServedByKeypad counter;
    REQUIRE(counter.display.load());
    counter.view.say(8);
    counter.stage.clock().advance(1s);
    ServedByKeypad::press(*counter.display.window(), Qt::Key_PageDown);
    CHECK(counter.view.answer() == QStringLiteral("Êtes-vous d’accord\u00a0? – Je ne comprends pas"));
}

TEST_CASE("a key answers only what was asked before it went down", "[ui][keypad]") {
    ServedByKeypad counter;
    REQUIRE(counter.display.load());
    auto &theirs = *counter.display.window();
    SECTION("nothing is asked") {
        ServedByKeypad::press(theirs, Qt::Key_1);
        counter.ask();
        CHECK_FALSE(counter.optOuts.agreed().has_value());
    }
    SECTION("it is held from before") {
        ServedByKeypad::press(theirs, Qt::Key_1);
        counter.ask();
        counter.stage.clock().advance(2s);
        ServedByKeypad::press(theirs, Qt::Key_1, Qt::KeypadModifier, true);
        CHECK_FALSE(counter.optOuts.agreed().has_value());
    }
    SECTION("it comes at the moment of the question") {
        counter.ask();
        counter.stage.clock().advance(400ms);
        ServedByKeypad::press(theirs, Qt::Key_1);
        CHECK_FALSE(counter.optOuts.agreed().has_value());
        counter.stage.clock().advance(100ms);
        ServedByKeypad::press(theirs, Qt::Key_1);
        CHECK(counter.optOuts.agreed().has_value());
    }
    SECTION("the question has changed since") {
        counter.ask();
        counter.stage.clock().advance(1s);
        counter.optOuts.answer(1); // erased, not archived
        settle();
        ServedByKeypad::press(theirs, Qt::Key_1);
        CHECK_FALSE(counter.optOuts.agreed().has_value());
    }
    SECTION("it is hidden") {
        counter.ask();
        counter.stage.clock().advance(1s);
        counter.kiosk.hide();
        ServedByKeypad::press(theirs, Qt::Key_1);
        counter.kiosk.show();
        CHECK_FALSE(counter.optOuts.agreed().has_value());
    }
    SECTION("it is a digit of the main keyboard") {
        counter.ask();
        counter.stage.clock().advance(1s);
        ServedByKeypad::press(theirs, Qt::Key_1, Qt::NoModifier);
        CHECK_FALSE(counter.optOuts.agreed().has_value());
    }
}

TEST_CASE("the keypad on the agent's side answers for nobody, until the screen is turned", "[ui][keypad]") {
    ServedByKeypad counter;
    counter.ask();
    counter.stage.clock().advance(1s);
    ServedByKeypad::press(counter.stage.window(), Qt::Key_1);
    CHECK_FALSE(counter.optOuts.agreed().has_value());
    counter.kiosk.turn();
    REQUIRE(counter.kiosk.veil() == KioskModel::Turned);
    ServedByKeypad::press(counter.stage.window(), Qt::Key_1);
    CHECK(counter.optOuts.agreed() == true);
}

TEST_CASE("a keypad of the person's own is read from its device, may come late, and its held keys press nothing",
          "[ui][keypad]") {
    const TemporaryFolder folder;
    const auto path = folder / "keypad";
    PadDevice device(path);
    CHECK_FALSE(device.isThere());
    REQUIRE(mkfifo(path.c_str(), S_IRUSR | S_IWUSR) == 0);
    std::vector<PadKey> pressed;
    QObject::connect(&device, &PadDevice::pressed, &device, [&](PadKey key) { pressed.push_back(key); });
    REQUIRE(QTest::qWaitFor([&] { return device.isThere(); }, 10'000));
    const int end = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(end >= 0);
    const auto send = [&](std::uint16_t type, std::uint16_t code, std::int32_t value) {
        input_event event{};
        event.type = type;
        event.code = code;
        event.value = value;
        CHECK(write(end, &event, sizeof event) == static_cast<ssize_t>(sizeof event));
    };
    send(EV_KEY, KEY_NUMLOCK, 1);
    send(EV_KEY, KEY_KP1, 1);
    send(EV_SYN, SYN_REPORT, 0);
    send(EV_KEY, KEY_KP1, 2); // held
    send(EV_KEY, KEY_KP1, 0);
    send(EV_KEY, KEY_KP0, 1);
    send(EV_KEY, KEY_KPPLUS, 1);
    CHECK(QTest::qWaitFor([&] { return pressed.size() == 3; }, 5'000));
    CHECK(pressed == std::vector{PadKey::Yes, PadKey::Repeat, PadKey::Louder});
    close(end); // pulled out
    CHECK(QTest::qWaitFor([&] { return !device.isThere(); }, 5'000));
}

TEST_CASE("by the keypad alone the person chooses a language, ticks a record and sees its pages", "[ui][keypad]") {
    ServedByKeypad counter;
    REQUIRE(counter.display.load());
    auto &theirs = *counter.display.window();
    auto &documents = *counter.kiosk.documents();
    const auto walkTo = [&](const char *name) {
        for (int steps = 0; steps < 30; ++steps) {
            ServedByKeypad::press(theirs, Qt::Key_6);
            const auto *frame = findIn(theirs, QStringLiteral("personMarked"));
            REQUIRE(frame != nullptr); // in sight
            if (frame->parentItem()->objectName() == QLatin1String(name)) {
                return;
            }
        }
        FAIL("not reached: " << name);
    };
    walkTo("language4");
    ServedByKeypad::press(theirs, Qt::Key_Up); // 8 without NumLock
    CHECK(counter.view.language() == "es");
    counter.openOnlyRecord();
    documents.askTitles();
    counter.stage.clock().advance(1s);
    ServedByKeypad::press(theirs, Qt::Key_1);
    counter.answered(documents);
    std::ignore = theirs.grabWindow();
    REQUIRE(counter.view.step() == PersonViewModel::Titles);
    CHECK(counter.view.keys().contains(QStringLiteral("4 y 6 de un botón a otro")));
    walkTo("personTitle0");
    ServedByKeypad::press(theirs, Qt::Key_8);
    CHECK(documents.rows()->at(0, "chosen").toBool());
    ServedByKeypad::press(theirs, Qt::Key_6);
    ServedByKeypad::press(theirs, Qt::Key_8);
    counter.answered(documents);
    REQUIRE(counter.view.step() == PersonViewModel::Pages);
    ServedByKeypad::press(theirs, Qt::Key_8); // nothing is marked any more
    CHECK(counter.view.step() == PersonViewModel::Pages);
    walkTo("personClosePages");
    ServedByKeypad::press(theirs, Qt::Key_8);
    CHECK(counter.view.step() == PersonViewModel::Titles);
    CHECK(takeWarnings().join(u'\n').toStdString() == "");
}

TEST_CASE("the keypad works the voice", "[ui][keypad]") {
    ServedByKeypad counter;
    REQUIRE(counter.display.load());
    counter.ask();
    auto &theirs = *counter.display.window();
    auto &voice = counter.stage.voice();
    ServedByKeypad::press(theirs, Qt::Key_Clear); // 5 without NumLock
    CHECK(voice.speaking);
    voice.finish();
    const auto second = voice.last();
    ServedByKeypad::press(theirs, Qt::Key_0);
    CHECK(voice.last() == second);
    CHECK(voice.heard.size() == 3);
    ServedByKeypad::press(theirs, Qt::Key_Minus);
    CHECK(voice.volume < 1);
    ServedByKeypad::press(theirs, Qt::Key_Plus);
    CHECK(voice.volume == 1);
    ServedByKeypad::press(theirs, Qt::Key_5);
    CHECK_FALSE(voice.speaking);
}

} // namespace guichet::test
