// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Opening the counter.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property DayModel model: kiosk.day

    title: qsTr("Opening")
    under: qsTr("What this counter found out. The sheet is for what only eyes can check.")
    back: qsTr("Back")
    action: qsTr("Print the opening sheet")
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    onBacked: root.kiosk.back()
    onActivated: root.model.print()

    Notice {
        objectName: "dayDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Repeater {
        model: root.model.rows

        CheckRow {
            required property int index

            objectName: "check" + index
            width: parent ? parent.width : 0
        }
    }
}
