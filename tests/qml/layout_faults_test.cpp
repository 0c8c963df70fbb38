// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/application.h"
#include "tests/qml/layout_faults.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlEngine>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <memory>
#include <string>

namespace guichet::test {
namespace {

/// The faults of a window of 400 × 300 with this in it.
std::string faultsOf(const char *inside) {
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport QtQuick.Templates as T\n"
                      "Window { width: 400; height: 300; visible: true; Item { anchors.fill: parent\n" +
                          QByteArray(inside) + "\n} }",
                      {});
    CAPTURE(component.errorString().toStdString());
    const std::unique_ptr<QObject> made(component.create());
    REQUIRE(made != nullptr);
    auto &window = *qobject_cast<QQuickWindow *>(made.get());
    QCoreApplication::processEvents();
    std::ignore = window.grabWindow(); // laid out
    auto faults = layoutFaults(window).join(u'\n').toStdString();
    std::ignore = takeWarnings();
    return faults;
}

struct Row {
    const char *what;
    const char *inside;
    const char *fault;
};

} // namespace

TEST_CASE("what is wrong with a layout is found", "[ui]") {
    const auto row = GENERATE(
        Row{"an elided text", "Text { width: 60; text: 'much too long'; elide: Text.ElideRight }",
            "shortened: “much too long”"},
        Row{"a text wider than its place", "Text { width: 60; text: 'much too long' }",
            "wider than its place: “much too long”"},
        Row{"a text beside the window", "Text { x: 360; text: 'outside' }", "out of sight: “outside”"},
        Row{"a text below the window", "Text { y: 292; text: 'below' }", "out of sight: “below”"},
        Row{"a text left of what scrolls",
            "Flickable { anchors.fill: parent; contentHeight: 900; Text { x: -20; text: 'left' } }",
            "out of sight: “left”"},
        Row{"a text below what can be scrolled to",
            "Flickable { anchors.fill: parent; contentHeight: 900; Text { y: 895; text: 'deep' } }",
            "out of sight: “deep”"},
        Row{"a text that its box cuts",
            "Rectangle { width: 100; height: 10; Text { text: 'Tall'; font.pixelSize: 30 } }",
            "leaves its box: “Tall”"},
        Row{"a text that an item cuts",
            "Item { width: 100; height: 10; clip: true; Text { text: 'Tall'; font.pixelSize: 30 } }",
            "out of sight: “Tall”"},
        Row{"a button beside the window", "T.Button { objectName: 'go'; x: 380; width: 50; height: 50 }",
            "out of reach: “go”"},
        Row{"two texts on each other", "Text { text: 'one' } Text { x: 8; text: 'other' }",
            "on each other: “one” and “other”"},
        Row{"a text on a button", "T.Button { objectName: 'go'; width: 50; height: 50 } Text { x: 30; text: 'beside' }",
            "on each other: “go” and “beside”"},
        Row{"a button on a button that is not in it",
            "T.Button { objectName: 'go'; width: 50; height: 50 } "
            "T.Button { objectName: 'stay'; x: 40; width: 50; height: 50 }",
            "on each other: “go” and “stay”"});
    CAPTURE(row.what);
    CHECK(faultsOf(row.inside) == row.fault);
}

TEST_CASE("nothing is said of a layout that is right", "[ui]") {
    const auto row = GENERATE(
        Row{"lines under each other", "Column { Text { text: 'one' } Text { text: 'other' } }", ""},
        Row{"what can be scrolled to",
            "Flickable { anchors.fill: parent; contentHeight: 900; Text { y: 800; text: 'deep' } }", ""},
        Row{"what has been scrolled away",
            "Text { text: 'head' } Flickable { y: 40; width: 400; height: 200; contentY: 100; contentHeight: 900; "
            "clip: true; Text { y: 80; text: 'gone' } }",
            ""},
        Row{"what is hidden", "Text { x: 900; text: 'hidden'; visible: false } Text { x: 900; opacity: 0; text: 'x' }",
            ""},
        Row{"a label in its button",
            "T.Button { width: 200; height: 50; Text { anchors.centerIn: parent; text: 'go' } }", ""},
        Row{"a place's name", "Text { objectName: 'place'; width: 60; text: 'much too long'; elide: Text.ElideRight }",
            ""},
        Row{"centred text in a wide item",
            "Text { x: -100; width: 600; horizontalAlignment: Text.AlignHCenter; text: 'middle' }", ""});
    CAPTURE(row.what);
    CHECK(faultsOf(row.inside) == row.fault);
}

} // namespace guichet::test
