// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One of a row of short choices, with a count where there is one.
T.AbstractButton {
    id: root

    property bool chosen: false
    property string count

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Theme.target
    implicitWidth: content.implicitWidth + 42
    Accessible.role: Accessible.RadioButton
    Accessible.name: count === "" ? text : text + " " + count
    Accessible.checkable: true
    Accessible.checked: chosen

    contentItem: Item { // qmllint disable deferred-property-id
        Row {
            id: content
            anchors.centerIn: parent
            spacing: 10

            Icon {
                name: "dialog-ok-apply"
                color: Theme.selectedInk
                visible: root.chosen && root.count === ""
                size: Theme.icon - 4
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                text: root.text
                font.family: Theme.family
                font.pixelSize: Theme.smallText
                color: root.chosen ? Theme.selectedInk : Theme.ink
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                visible: root.count !== ""
                text: root.count
                font.family: Theme.family
                font.pixelSize: Theme.smallText
                color: root.chosen ? Theme.selectedInk : Theme.quietInk
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: height / 2
        color: root.chosen ? Theme.selected : root.down ? Theme.pressed : Theme.surface
        border.width: Theme.line
        border.color: root.chosen ? Theme.selected : Theme.card

        FocusFrame {
            shown: root.activeFocus && Theme.keysInUse
            radius: height / 2
        }
    }
}
