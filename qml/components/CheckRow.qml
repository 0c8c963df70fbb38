// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// One thing that was looked at, and what was found: by a sign, a word and the words.
Item {
    id: root

    required property string state
    required property string words
    required property bool good
    required property bool wrong

    implicitHeight: Math.max(text.implicitHeight, label.implicitHeight, sign.height) + 12
    Accessible.role: Accessible.ListItem
    Accessible.name: root.state + ": " + root.words

    Icon {
        id: sign
        anchors.left: parent.left // and so on the right where one reads from there
        anchors.verticalCenter: parent.verticalCenter
        name: root.good ? "dialog-ok-apply" : root.wrong ? "data-warning" : "documentinfo"
        color: label.color
    }
    Words {
        id: label
        anchors.left: sign.right
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.words(110)
        text: root.state
        color: root.good ? Theme.positive : root.wrong ? Theme.attention : Theme.ink
        font.bold: true
        Accessible.ignored: true
    }
    Words {
        id: text
        anchors.left: label.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.words
        Accessible.ignored: true
    }
}
