// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The agent's side of what is written with a person who does not hear.
Sheet {
    id: root

    required property KioskModel kiosk
    readonly property Dialogue dialogue: kiosk.personView.dialogue

    title: qsTr("Write to each other")
    onClosed: root.dialogue.close()

    Words {
        width: parent.width
        text: root.kiosk.personDisplay ? qsTr("The person reads it on their screen and answers there. Nothing is kept: it is forgotten at the end of the visit.")
                                       : qsTr("Write, then turn the screen: the person reads and answers. Nothing is kept: it is forgotten at the end of the visit.")
    }
    DialogueLines {
        width: parent.width
        height: Math.min(contentHeight, Theme.words(240))
        visible: count > 0
        model: root.dialogue.lines
        dialogue: root.dialogue
        agent: qsTr("You")
        person: qsTr("The person")
        name: qsTr("What was written")
    }
    Field {
        objectName: "dialogueField"
        width: parent.width
        label: qsTr("Your words")
        maximumLength: 300
        text: root.dialogue.agents
        onEdited: text => root.dialogue.agents = text
        onAccepted: root.dialogue.sendAgents()
    }
    ActionButton {
        objectName: "dialogueSend"
        width: Math.min(implicitWidth, parent.width)
        kind: ActionButton.Kind.Filled
        missing: root.dialogue.agents.trim() === "" ? qsTr("Write something") : ""
        text: qsTr("Show it to the person")
        onActivated: root.dialogue.sendAgents()
    }
    ActionButton {
        objectName: "dialogueTurn"
        visible: root.kiosk.canTurn
        width: Math.min(implicitWidth, parent.width)
        icon.name: "view-visible"
        text: qsTr("Turn the screen towards the person")
        onActivated: root.kiosk.turn()
    }
}
