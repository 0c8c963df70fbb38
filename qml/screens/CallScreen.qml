// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property CallModel model: kiosk.call

    title: model.title
    under: model.hours
    back: qsTr("Back")
    action: qsTr("Keep and print")
    actionIcon: "document-print"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    papers: kiosk.papers
    first: who
    onBacked: root.kiosk.back()
    onActivated: root.model.note()

    Notice {
        objectName: "callDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Columns {
        width: parent.width

        Bullets {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("To say")
            sentences: root.model.toSay
        }
        Bullets {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("To ask for")
            sentences: root.model.toAsk
        }
    }
    // Read out into a telephone, at arm's length.
    Column {
        width: parent.width
        spacing: 4
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Numbers that they ask for")

        Repeater {
            model: root.model.numbers

            Column {
                id: number

                required property int index
                required property string label
                required property string value

                objectName: "callNumber" + index
                width: parent ? parent.width : 0
                Accessible.role: Accessible.ListItem
                Accessible.name: number.label + ": " + number.value

                Words {
                    width: parent.width
                    text: number.label
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    text: number.value
                    font.pixelSize: Theme.titleText
                    font.bold: true
                    Accessible.ignored: true
                }
            }
        }
    }
    Field {
        id: who
        objectName: "callWho"
        width: parent.width
        label: qsTr("Who answered: name or code")
        text: root.model.who
        onEdited: text => root.model.who = text
    }
    Field {
        objectName: "callFile"
        width: parent.width
        label: qsTr("The file number that they gave")
        text: root.model.file
        onEdited: text => root.model.file = text
    }
    Field {
        objectName: "callSaid"
        width: parent.width
        label: qsTr("What was said")
        text: root.model.said
        onEdited: text => root.model.said = text
    }
    Column {
        id: proofs
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("A written proof")

        Repeater {
            model: root.model.proofs

            ChoiceCard {
                required property int index
                required property string label
                required property bool picked

                objectName: "callProof" + index
                width: proofs.width
                text: label
                chosen: picked
                onActivated: root.model.chooseProof(index)
            }
        }
    }
    WayCard {
        objectName: "callNobody"
        width: parent.width
        text: qsTr("Nobody answers")
        detail: qsTr("It is kept, and a sheet to call from home is printed")
        onActivated: root.model.noteNobody()
    }
}
