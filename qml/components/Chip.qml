// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One of a row of short choices, with a count where there is one.
T.AbstractButton {
    id: root

    property bool chosen: false
    property string count
    property real mostWidth: Infinity // what does not fit goes to a second line

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 16)
    implicitWidth: Math.min(mostWidth, content.fullWidth + leftPadding + rightPadding)
    horizontalPadding: 21
    font.family: Theme.family
    font.pixelSize: Theme.smallText
    Accessible.role: Accessible.RadioButton
    Accessible.name: count === "" ? text : text + " " + count
    Accessible.checkable: true
    Accessible.checked: chosen

    contentItem: Item { // qmllint disable deferred-property-id
        id: content

        readonly property real others: (sign.visible ? sign.width + row.spacing : 0) + (amount.visible ? amount.width + row.spacing : 0)
        readonly property real fullWidth: others + Math.ceil(measure.advanceWidth) + 2

        TextMetrics {
            id: measure
            font: root.font
            text: root.text
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
                width: Math.min(Math.ceil(measure.advanceWidth) + 2, content.width - content.others)
                text: root.text
                font: root.font
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
                font: root.font
                color: root.chosen ? Theme.selectedInk : Theme.quietInk
                anchors.verticalCenter: parent.verticalCenter
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Math.min(height, Theme.target) / 2
        color: root.chosen ? Theme.selected : root.down ? Theme.pressed : Theme.surface
        border.width: Theme.line
        border.color: root.chosen ? Theme.selected : Theme.card

        FocusFrame {
            shown: root.activeFocus && Theme.keysInUse
            radius: Math.min(height, Theme.target) / 2
        }
    }
}
