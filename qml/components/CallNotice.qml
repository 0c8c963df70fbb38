// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A colleague at another window asks for somebody beside them. Nothing is taken from what is being done: not the focus,
// not a touch beside it.
Rectangle {
    id: root

    required property ColleagueModel model

    implicitHeight: content.implicitHeight + 48
    radius: Theme.largeRadius
    color: Theme.attentionGround
    border.width: Theme.border
    border.color: Theme.attention
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Announcement {
        item: root
        text: words.text
        urgent: true
    }
    Column {
        id: content
        x: 24
        y: 24
        width: parent.width - 48
        spacing: Theme.gap

        Words {
            id: words
            objectName: "caller"
            width: parent.width
            text: root.model.caller
            color: Theme.attention
            font.bold: true
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            ActionButton {
                objectName: "come"
                kind: ActionButton.Kind.Filled
                text: qsTr("I am coming")
                onActivated: root.model.come()
            }
            ActionButton {
                objectName: "declineCall"
                text: qsTr("Not me")
                onActivated: root.model.decline()
            }
        }
    }
}
