// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What a chip shows: its words, on a second line where they need one, and its count where there is one.
Item {
    id: root

    property string words
    property string count
    property bool choosable: false // has room for a tick, chosen or not: nothing moves when another is chosen
    property bool chosen: false
    readonly property real others: (choosable && count === "" ? sign.width + row.spacing : 0) + (amount.visible ? amount.width + row.spacing : 0)
    readonly property real wordsWidth: Math.ceil(measure.advanceWidth) + 2

    implicitWidth: others + wordsWidth
    implicitHeight: label.implicitHeight

    TextMetrics {
        id: measure
        font: label.font
        text: root.words
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 10

        Icon {
            id: sign
            name: "dialog-ok-apply"
            color: Theme.selectedInk
            visible: root.chosen && root.count === ""
            size: Theme.icon - 4
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            id: label
            width: Math.min(root.wordsWidth, root.width - root.others)
            text: root.words
            font.family: Theme.family
            font.pixelSize: Theme.smallText
            color: root.chosen ? Theme.selectedInk : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            id: amount
            visible: root.count !== ""
            text: root.count
            font: label.font
            color: root.chosen ? Theme.selectedInk : Theme.quietInk
            anchors.verticalCenter: parent.verticalCenter
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}
