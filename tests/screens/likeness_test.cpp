// SPDX-License-Identifier: GPL-3.0-or-later
// The screens look as they were approved.
#include "tests/qml/application.h"
#include "tests/screens/draw.h"
#include "tests/screens/likeness.h"

#include <QGuiApplication>
#include <QPainter>
#include <QQuickItem>
#include <QStyleHints>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace guichet::test {
namespace {

Shot shotOf(const std::vector<State> &states, std::string_view name) {
    const auto found = std::ranges::find_if(states, [&](const State &state) { return state.name == name; });
    REQUIRE(found != states.end());
    return {.state = static_cast<std::size_t>(found - states.begin())};
}

QImage homeNow() {
    static const auto states = allStates();
    Painter painter(states, Painter::Icons::LeftOut);
    return painter.draw(shotOf(states, "home")).picture;
}

bool alike(const QImage &one, const QImage &other) { return !difference(reduced(one), reduced(other)); }

/// As another version of the libraries might draw it: text a little bolder or thinner.
QImage withGamma(const QImage &picture, double gamma) {
    auto made = picture.convertToFormat(QImage::Format_RGB32);
    const auto bent = [gamma](int value) { return static_cast<int>(255 * std::pow(value / 255.0, gamma)); };
    const auto paper = made.pixel(40, 600);
    for (int y = 0; y < made.height(); ++y) {
        for (int x = 0; x < made.width(); ++x) {
            const auto pixel = made.pixel(x, y);
            if (pixel != paper) {
                made.setPixel(x, y, qRgb(bent(qRed(pixel)), bent(qGreen(pixel)), bent(qBlue(pixel))));
            }
        }
    }
    return made;
}

} // namespace

TEST_CASE("the screens look as they were approved", "[screens]") {
    QGuiApplication::styleHints()->setCursorFlashTime(0); // the same picture at any moment
    const auto states = allStates();
    Painter painter(states, Painter::Icons::LeftOut);
    for (const auto *state : {"sign-in", "home", "identify-many", "presence", "person", "person-offline", "documents",
                              "opt-outs-answered", "opt-outs-signing", "request-fields", "end", "locked"}) {
        const auto shot = shotOf(states, state);
        checkAlike("screens/" + nameOf(shot, states), painter.draw(shot).picture);
    }
}

TEST_CASE("what another version of the libraries draws a little otherwise is alike", "[screens]") {
    const auto home = homeNow();
    CHECK(alike(home, home));
    SECTION("a pixel beside") {
        // Not up: the bar's buttons are at the edge of the window, beyond which nothing is drawn.
        const auto by = GENERATE(QPoint(1, 0), QPoint(0, 1), QPoint(-1, 0), QPoint(1, 1));
        QImage moved = home.copy();
        QPainter(&moved).drawImage(by, home);
        CHECK(alike(home, moved));
    }
    SECTION("text a little bolder or thinner") {
        const auto gamma = GENERATE(0.93, 1.07);
        CHECK(alike(home, withGamma(home, gamma)));
    }
}

TEST_CASE("what is moved, lost, new or of another colour is not alike", "[screens]") {
    const auto states = allStates();
    const auto state = states.at(shotOf(states, "home").state);
    Scene scene(state);
    auto &stage = scene.stage();
    stage.settleAll();
    const auto before = stage.window().grabWindow();
    const auto after = [&] {
        stage.settleAll();
        return stage.window().grabWindow();
    };
    REQUIRE(alike(before, after()));
    SECTION("a button eight pixels beside its place") {
        auto *lock = stage.find(QStringLiteral("lock"));
        REQUIRE(lock != nullptr);
        lock->parentItem()->setProperty("spacing", lock->parentItem()->property("spacing").toInt() + 8);
        CHECK(!alike(before, after()));
    }
    SECTION("a button that is gone") {
        auto *hide = stage.find(QStringLiteral("hide"));
        REQUIRE(hide != nullptr);
        hide->setVisible(false);
        CHECK(!alike(before, after()));
    }
    SECTION("an icon that is lost") {
        const auto name = GENERATE("lock", "hide", "receipt", "nextPerson");
        auto *button = stage.find(QString::fromLatin1(name));
        REQUIRE(button != nullptr);
        const auto items = button->findChildren<QQuickItem *>();
        int icons = 0;
        std::function<void(QQuickItem &)> drop = [&](QQuickItem &item) {
            if (item.inherits("QQuickImage")) {
                item.setOpacity(0); // its place stays
                ++icons;
            }
            for (auto *child : item.childItems()) {
                drop(*child);
            }
        };
        drop(*button);
        REQUIRE(icons == 1);
        CHECK(!alike(before, after()));
    }
    SECTION("another colour") {
        const auto by = GENERATE(QColor(20, 0, 0), QColor(0, 20, 0), QColor(0, 0, 20));
        QImage other = before.copy();
        auto *next = stage.find(QStringLiteral("nextPerson"));
        REQUIRE(next != nullptr);
        const auto place = next->mapRectToScene(QRectF(0, 0, next->width(), next->height())).toRect();
        QPainter painter(&other);
        painter.setCompositionMode(QPainter::CompositionMode_Plus);
        painter.fillRect(place, by);
        painter.end();
        CHECK(!alike(before, other));
    }
    SECTION("another word") {
        stage.kiosk().setPrinter({.words = "Plus de papier", .ready = true});
        CHECK(!alike(before, after()));
    }
    SECTION("another size") { CHECK(difference(reduced(before), reduced(before.copy(0, 0, 1280, 720))).has_value()); }
}

} // namespace guichet::test
