// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One answer among several of the same weight; `several` makes it a box to tick.
T.AbstractButton {
    id: root

    property string detail
    property bool chosen: false
    property bool several: false

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, words.implicitHeight + 2 * verticalPadding)
    implicitWidth: Theme.words(400)
    horizontalPadding: 24
    verticalPadding: detail === "" ? 14 : 18
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: chosen

    contentItem: Item { // qmllint disable deferred-property-id
        Rectangle {
            id: mark
            anchors.left: parent.left
            width: Theme.mark
            height: Theme.mark
            radius: root.several ? 6 : width / 2
            anchors.verticalCenter: root.detail === "" ? parent.verticalCenter : undefined
            color: root.chosen && root.several ? Theme.accent : Theme.surface
            border.width: root.chosen ? 3 : Theme.border
            border.color: root.chosen ? Theme.accent : Theme.control

            Rectangle {
                visible: root.chosen && !root.several
                anchors.centerIn: parent
                width: Theme.dot
                height: Theme.dot
                radius: width / 2
                color: Theme.accent
            }
            Icon {
                visible: root.chosen && root.several
                anchors.centerIn: parent
                name: "dialog-ok-apply"
                color: Theme.accentInk
                size: Theme.mark - 10
            }
        }
        Column {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: 18
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.text
                font.pixelSize: root.detail === "" ? Theme.bodyText : Theme.bodyText + 2
                font.bold: root.detail !== ""
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.detail
                color: Theme.quietInk
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.chosen ? Theme.chosen : root.down ? Theme.pressed : Theme.surface
        border.width: Theme.border
        border.color: root.chosen ? Theme.accent : Theme.card

        FocusFrame { shown: root.activeFocus && Theme.keysInUse }
    }
}
