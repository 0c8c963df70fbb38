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
    under: qsTr("The oldest first. Each leads to what became of it, and to what can be done.")
    back: qsTr("Back")
    waiting: model.waiting
    problem: model.problem
    first: list
    onBacked: root.kiosk.back()

    Words {
        objectName: "noCases"
        visible: root.model.none
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
        visible: root.model.unshown > 0
        kind: ActionButton.Kind.Pill
        text: qsTr("Show more (%n are left)", "", root.model.unshown)
        onActivated: root.model.showMore()
    }
}
