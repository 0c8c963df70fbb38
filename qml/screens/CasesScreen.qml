// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What a line of the day counts, each leading to its page.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property CasesModel model: kiosk.cases

    title: model.title
    under: model.sending ? qsTr("What proves that it left. Nothing is done yet: only the answer says so.") : qsTr("The oldest first. Each leads to what became of it, and to what can be done.")
    back: qsTr("Back")
    action: model.action
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    first: model.sending ? sending : list
    page: model.sending ? "sending" : "list"
    others: [
        ActionButton {
            objectName: "slipAgain"
            kind: ActionButton.Kind.Plain
            icon.name: "printer-symbolic"
            visible: root.model.sending
            text: qsTr("Print it again")
            onActivated: root.model.printAgain()
        }
    ]
    onBacked: root.model.back()
    onActivated: root.model.next()

    Notice {
        objectName: "casesDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Column {
        id: sending
        width: parent.width
        spacing: 12
        visible: root.model.sending

        Column {
            width: parent.width
            spacing: sending.spacing
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("How it left")

            Repeater {
                model: root.model.means

                ChoiceCard {
                    required property int index
                    required property string label
                    required property bool picked

                    objectName: "means" + index
                    width: sending.width
                    text: label
                    chosen: picked
                    onActivated: root.model.chooseMeans(index)
                }
            }
        }
        Field {
            objectName: "slipEvidence"
            width: parent.width
            label: qsTr("The number of the registered letter, or who took it")
            text: root.model.evidence
            maximumLength: 300
            onEdited: text => root.model.evidence = text
        }
        DayField {
            objectName: "leftOn"
            width: parent.width
            text: root.model.leftOn
            understood: root.model.leftOnDay
            problem: root.model.leftOnProblem
            onEdited: text => root.model.leftOn = text
        }
    }
    Column {
        id: slips
        width: parent.width
        spacing: 10
        visible: root.model.slips.count > 0

        Repeater {
            model: root.model.slips

            WayCard {
                required property int index
                required property string label
                required detail

                objectName: "slip" + index
                width: slips.width
                text: label
                onActivated: root.model.chooseSlip(index)
            }
        }
    }

    Words {
        objectName: "noCases"
        visible: root.model.none && !root.model.sending
        text: qsTr("Nothing is left in this list.")
        color: Theme.quietInk
    }
    Column {
        id: list
        width: parent.width
        spacing: 10

        Repeater {
            model: root.model.rows

            ActRow {
                width: list.width
                onActivated: root.model.choose(index)
            }
        }
    }
    ActionButton {
        objectName: "moreCases"
        visible: root.model.unshown > 0 && !root.model.sending
        kind: ActionButton.Kind.Pill
        text: qsTr("Show more (%n are left)", "", root.model.unshown)
        onActivated: root.model.showMore()
    }
}
