// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Soon everything is hidden, because nobody touched anything: in the agent's words, or in those of the person who reads
// here. Any touch and any key put that off; nothing is taken from what is being done: not the focus, not a touch beside
// it.
Rectangle {
    id: root

    required property KioskModel kiosk
    property bool theirs: false // the person reads here
    readonly property bool veiled: kiosk.veil !== KioskModel.Clear

    visible: kiosk.secondsLeft > 0
    implicitHeight: content.implicitHeight + 48
    radius: Theme.largeRadius
    color: Theme.attentionGround
    border.width: Theme.border
    border.color: Theme.attention
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Announcement {
        item: root
        text: words.text // without the seconds: said once
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
            width: parent.width
            text: root.theirs ? root.kiosk.personView.rest : root.veiled ? qsTr("Nobody seems to be here: the PIN will be asked for soon.") : qsTr("Nobody seems to be here: everything will be hidden soon, and the visit kept.")
            color: Theme.attention
            font.bold: true
            Accessible.ignored: true
        }
        Words {
            objectName: "secondsLeft"
            width: parent.width
            text: root.theirs ? root.kiosk.personView.restLeft(root.kiosk.secondsLeft) : qsTr("%n seconds left", "", root.kiosk.secondsLeft)
            color: Theme.attention
        }
        ActionButton {
            objectName: "stillHere"
            width: parent.width
            kind: ActionButton.Kind.Filled
            text: root.theirs ? root.kiosk.personView.restHere : qsTr("I am still here")
            onActivated: root.kiosk.stir()
        }
    }
}
