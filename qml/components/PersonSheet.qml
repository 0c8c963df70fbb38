// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What helps the agent and the person to understand each other: the screen turned, sentences in the person's language.
Sheet {
    id: root

    required property KioskModel kiosk

    title: qsTr("With the person")

    Notice {
        objectName: "personAnswer"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.kiosk.personView.answer
    }
    ActionButton {
        objectName: "turn"
        visible: root.kiosk.canTurn
        width: Math.min(implicitWidth, parent.width)
        icon.name: "view-visible"
        text: qsTr("Turn the screen towards the person")
        onActivated: {
            root.closed();
            root.kiosk.turn();
        }
    }
    ActionButton {
        objectName: "write"
        width: Math.min(implicitWidth, parent.width)
        icon.name: "document-edit"
        text: qsTr("Write to each other")
        onActivated: {
            root.closed();
            root.kiosk.personView.dialogue.start();
        }
    }
    ActionButton {
        objectName: "printPreferences"
        width: Math.min(implicitWidth, parent.width)
        icon.name: "printer-symbolic"
        text: qsTr("Print a card of their settings")
        onActivated: {
            root.closed();
            root.kiosk.personView.printPreferences();
        }
    }
    Words {
        width: parent.width
        visible: root.kiosk.personDisplay
        text: qsTr("Read aloud what is on the person’s screen:")
    }
    ReadingBar {
        width: parent.width
        visible: root.kiosk.personDisplay
        reading: root.kiosk.personView.reading
        listen: reading.playing ? qsTr("Pause") : reading.open ? qsTr("Go on") : qsTr("Listen")
        repeat: qsTr("Repeat")
        slower: qsTr("Slower")
        faster: qsTr("Faster")
        softer: qsTr("Softer")
        louder: qsTr("Louder")
    }
    Notice {
        objectName: "readingTrouble"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.kiosk.personDisplay ? root.kiosk.personView.voiceTrouble : ""
    }
    Words {
        width: parent.width
        text: root.kiosk.personDisplay ? qsTr("A sentence is shown on the person’s screen, in their language:")
                                       : qsTr("A sentence is shown in the person’s language; then turn the screen:")
    }
    Column {
        id: list
        width: parent.width
        spacing: 8
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Sentences")

        Repeater {
            model: root.kiosk.personView.sentences

            ChoiceCard {
                required property int index
                required property string label
                required property bool picked

                objectName: "sentence" + index
                width: list.width
                text: label
                chosen: picked
                onActivated: root.kiosk.personView.say(index)
            }
        }
    }
}
