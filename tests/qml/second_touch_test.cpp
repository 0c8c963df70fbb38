// SPDX-License-Identifier: GPL-3.0-or-later
// A touch that comes twice counts once, but where keys are typed.
#include "kiosk/ui/look.h"
#include "kiosk/ui/sign_in_model.h"
#include "tests/qml/stage.h"

#include <catch2/catch_test_macros.hpp>

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPointingDevice>

namespace guichet::test {
namespace {

struct Finger {
    Stage &stage;
    ulong now = 1000;

    void send(QEvent::Type type, const QPointF &at) {
        const bool up = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, at, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        event.setTimestamp(now);
        QGuiApplication::sendEvent(&stage.window(), &event);
        stage.settle();
    }
    /// Down for 80 ms, `after` the end of the one before.
    void touch(const char *name, ulong after, const QPointF &beside = {}) {
        now += after;
        const auto *item = stage.find(QLatin1String(name));
        REQUIRE(item != nullptr);
        const auto at = item->mapToScene({item->width() / 2, item->height() / 2}) + beside;
        send(QEvent::MouseButtonPress, at);
        now += 80;
        send(QEvent::MouseButtonRelease, at);
    }
};

} // namespace

TEST_CASE("a touch that comes twice within three tenths of a second counts once", "[ui]") {
    Stage stage;
    Finger finger{stage};
    finger.touch("help", 0);
    REQUIRE(stage.find(QStringLiteral("sheetTitle")) != nullptr);
    finger.touch("closeSheet", 1000);
    REQUIRE(stage.find(QStringLiteral("sheetTitle")) == nullptr);

    auto *look = stage.kiosk().look();
    finger.touch("look", 1000);
    REQUIRE_FALSE(look->still());
    SECTION("a hand that trembles") {
        finger.touch("still", 1000);
        CHECK(look->still());
        finger.touch("still", 120, {6, -4});
        CHECK(look->still());
        finger.touch("still", 299);
        CHECK(look->still());
    }
    SECTION("who means it twice") {
        finger.touch("still", 1000);
        finger.touch("still", 301);
        CHECK_FALSE(look->still());
    }
    SECTION("somewhere else") {
        finger.touch("scheme1", 1000);
        finger.touch("scheme2", 100);
        CHECK(look->scheme() == ui::Look::HighContrast);
    }
}

TEST_CASE("every touch of the pad counts, however fast", "[ui]") {
    Stage stage;
    Finger finger{stage};
    for (int i = 0; i < 4; ++i) {
        finger.touch("pad1", 40);
    }
    CHECK(stage.kiosk().signIn()->pinLength() == 4);
}

} // namespace guichet::test
