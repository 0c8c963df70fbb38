// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// One sentence of a text that can be read aloud, with a mark while it is.
Rectangle {
    id: root

    property string sentence
    property bool marked: false
    property bool bold: false
    property int size: Theme.tileText
    property int role: Accessible.StaticText

    implicitHeight: line.implicitHeight + 16
    radius: Theme.radius
    color: marked ? Theme.chosen : "transparent"
    Accessible.role: role
    Accessible.name: sentence

    Rectangle {
        objectName: "mark"
        visible: root.marked
        anchors.left: parent.left
        width: 6
        height: parent.height
        radius: 3
        color: Theme.strong
    }
    Words {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 18
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        text: root.sentence
        font.pixelSize: root.size
        font.bold: root.bold || root.marked
        Accessible.ignored: true
    }
}
