// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/look.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/stage.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QQmlEngine>
#include <QQmlExpression>
#include <QTest>

#include <array>

namespace guichet::test {

using ui::Look;

namespace {

/// The first that is seen of what can be scrolled.
QQuickItem *longPage(QQuickItem &item) {
    if (item.isVisible() && item.inherits("QQuickFlickable") &&
        item.property("contentHeight").toDouble() > item.height()) {
        return &item;
    }
    const auto children = item.isVisible() ? item.childItems() : QList<QQuickItem *>();
    for (auto *child : children) {
        if (auto *found = longPage(*child); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("sizes follow the real screen, in eighths, as long as enough fits on it", "[ui]") {
    struct Screen {
        const char *what;
        double pixelsPerInch;
        QSizeF pixels;
        double density;
    };
    const auto screen = GENERATE(
        Screen{"a usual one of 24 inches", 92, {1920, 1080}, 1},
        Screen{"a fine one of 15.6 inches", 141, {1920, 1080}, 1.5},
        Screen{"one of 10 inches that has no room to give", 149, {1280, 800}, 1.25},
        Screen{"the same on its side", 149, {800, 1280}, 1.25}, Screen{"a very fine one", 330, {3840, 2160}, 2},
        Screen{"a large coarse one", 52, {1920, 1080}, 1}, Screen{"one that says it is a stamp", 5000, {1920, 1080}, 1},
        Screen{"one that says nothing", 0, {1280, 800}, 1});
    CAPTURE(screen.what);
    Look look;
    look.setScreen(screen.pixelsPerInch, screen.pixels);
    CHECK(look.density() == screen.density);
    look.setTextPercent(150);
    CHECK(look.scale() == screen.density * 1.5);
}

TEST_CASE("words grow from 100 to 200 per cent and no further", "[ui]") {
    Look look;
    CHECK(Look::sizes() == QList<int>{100, 125, 150, 175, 200});
    look.reduce();
    CHECK(look.textPercent() == 100);
    for (int step = 0; step < 9; ++step) {
        look.enlarge();
    }
    CHECK(look.textPercent() == 200);
    look.reset();
    CHECK(look.textPercent() == 100);
}

TEST_CASE("the size of the words is one touch, and what was touched stays in sight", "[ui]") {
    const auto [width, height] = GENERATE(table<int, int>({{1280, 800}, {1920, 1080}, {1080, 1920}}));
    CAPTURE(width, height);
    Stage stage;
    stage.window().resize(width, height);
    stage.settle();
    const auto press = [&stage](const QString &name) {
        std::ignore = stage.grab("look-sizes"); // laid out as it is shown
        auto *item = stage.find(name);
        REQUIRE(item != nullptr);
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        stage.settle();
        std::ignore = stage.grab("look-sizes");
    };
    press(QStringLiteral("look"));
    for (const int percent : {200, 125, 175}) {
        const auto name = QStringLiteral("words%1").arg(percent);
        CAPTURE(percent);
        press(name);
        CHECK(stage.kiosk().look()->textPercent() == percent);
        auto *chip = stage.find(name);
        REQUIRE(chip != nullptr);
        const auto *text = stage.find(QStringLiteral("sheetText"));
        CHECK(text->contains(chip->mapToItem(text, QPointF(2, 2))));
        CHECK(text->contains(chip->mapToItem(text, QPointF(chip->width() - 2, chip->height() - 2))));
        CHECK(chip->hasActiveFocus());
    }
}

TEST_CASE("whoever works here changes words and colours from the bar, before signing in too", "[ui]") {
    Stage stage;
    const auto press = [&stage](const char *name) {
        auto *item = stage.find(QLatin1String(name));
        REQUIRE(item != nullptr);
        REQUIRE(item->isEnabled());
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        stage.settle();
    };
    const auto ground = [&stage] { return stage.grab("look").pixelColor(600, 790); };
    const QColor light = ground();
    press("look");
    press("words125");
    press("scheme1");
    press("closeSheet");
    CHECK(stage.kiosk().look()->textPercent() == 125);
    CHECK(stage.kiosk().look()->scheme() == Look::Dark);
    CHECK(ground().lightness() < light.lightness() / 4);
    CHECK(stage.warnings().join(u'\n').toStdString() == "");
}

TEST_CASE("the border of whatever can be used differs from the grounds on both sides by 3 to 1", "[ui]") {
    struct Border {
        const char *border;
        const char *ground;
    };
    constexpr std::array kBorders{
        Border{"control", "surface"},
        Border{"control", "ground"},
        Border{"card", "surface"},
        Border{"card", "ground"},
        Border{"strong", "surface"},
        Border{"strong", "ground"},
        Border{"accent", "ground"},
        Border{"accent", "surface"},
        Border{"barQuietInk", "bar"},
        Border{"attention", "ground"},
        Border{"attention", "attentionGround"},
    };
    Stage stage;
    auto *page = stage.window().contentItem()->childItems().constFirst();
    const auto colour = [page](const char *name) {
        return QQmlExpression(qmlContext(page), page, QLatin1String("Theme.") + QLatin1String(name))
            .evaluate()
            .value<QColor>();
    };
    for (const auto scheme : {Look::Light, Look::Dark, Look::HighContrast}) {
        stage.kiosk().look()->setScheme(scheme);
        for (const auto &[border, ground] : kBorders) {
            CAPTURE(static_cast<int>(scheme), border, ground);
            REQUIRE(colour(border).isValid());
            CHECK(contrast(colour(border), colour(ground)) >= 3);
        }
    }
}

TEST_CASE("where nothing may move by itself a page stops with the finger, and a wheel moves it all the same", "[ui]") {
    Stage stage;
    auto &look = *stage.kiosk().look();
    look.setTextPercent(200);
    stage.kiosk().help()->toggle();
    stage.settleAll();
    auto *page = longPage(*stage.window().contentItem());
    REQUIRE(page != nullptr);
    const auto at = [page] { return page->property("contentY").toDouble(); };
    const QPoint start = page->mapToScene({page->width() / 2, page->height() * 0.8}).toPoint();
    look.setStill(true);
    QWheelEvent down(start, start, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QGuiApplication::sendEvent(&stage.window(), &down);
    stage.until([&] { return at() > 0 && !page->property("moving").toBool(); });
    for (const bool still : {false, true}) {
        CAPTURE(still);
        look.setStill(still);
        page->setProperty("contentY", 0);
        QTest::mousePress(&stage.window(), Qt::LeftButton, {}, start);
        for (int up = 0; up <= 150; up += 15) {
            QTest::mouseMove(&stage.window(), start - QPoint(0, up), 8);
        }
        const double left = at();
        REQUIRE(left > 0);
        QTest::mouseRelease(&stage.window(), Qt::LeftButton, {}, start - QPoint(0, 150));
        if (still) {
            QTest::qWait(200);
            CHECK(at() == left);
        } else {
            stage.until([&] { return at() > left; });
        }
    }
}

} // namespace guichet::test
