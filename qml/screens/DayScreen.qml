// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Opening the counter, closing it, and the week of who follows it all.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property DayModel model: kiosk.day

    title: qsTr("The day")
    under: qsTr("What this counter found out. The sheet is for what only eyes can check.")
    back: qsTr("Back")
    action: root.model.action
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    others: [
        ActionButton {
            objectName: "kit"
            kind: ActionButton.Kind.Plain
            icon.name: "printer-symbolic"
            text: qsTr("Ten receipts to write by hand")
            onActivated: root.model.printKit()
        }
    ]
    onBacked: root.kiosk.back()
    onActivated: root.model.print()

    TabChips {
        width: parent.width
        rows: root.model.sheets
        name: root.title
        prefix: "sheet"
        onChosen: index => root.model.choose(index)
    }
    Notice {
        objectName: "dayDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Repeater {
        model: root.model.rows

        Item {
            id: check

            required property int index
            required property string state
            required property string words
            required property bool good
            required property bool wrong
            required property bool opens

            width: parent ? parent.width : 0
            height: opens ? way.implicitHeight : row.implicitHeight

            CheckRow {
                id: row
                objectName: "check" + check.index
                width: parent.width
                visible: !check.opens
                state: check.state
                words: check.words
                good: check.good
                wrong: check.wrong
            }
            CheckWay {
                id: way
                objectName: "openCheck" + check.index
                width: parent.width
                visible: check.opens
                state: check.state
                words: check.words
                good: check.good
                wrong: check.wrong
                onActivated: root.model.open(check.index)
            }
        }
    }
}
