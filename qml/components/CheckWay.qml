// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A CheckRow that leads to what it counts.
T.AbstractButton {
    id: root

    required property string state
    required property string words
    required property bool good
    required property bool wrong

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, row.implicitHeight + 8)
    Accessible.role: Accessible.Button
    Accessible.name: row.state + ": " + row.words

    contentItem: Item { // qmllint disable deferred-property-id
        CheckRow {
            id: row
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.right: way.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            state: root.state
            words: root.words
            good: root.good
            wrong: root.wrong
            Accessible.ignored: true
        }
        Icon {
            id: way
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            name: LayoutMirroring.enabled ? "go-previous" : "go-next"
        }
    }
    background: CardGround {
        down: root.down
        focused: root.activeFocus
    }
}
