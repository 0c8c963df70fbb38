// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property EndModel model: kiosk.end

    title: qsTr("End of visit")
    under: kiosk.personTitle
    back: qsTr("Back")
    action: model.action
    actionIcon: "dialog-ok-apply"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    first: list
    onBacked: root.kiosk.back()
    onActivated: root.model.finish()

    Words {
        objectName: "endSentence"
        width: parent.width
        text: root.model.sentence
        font.pixelSize: Theme.tileText
    }
    Column {
        id: list
        width: parent.width
        spacing: 10

        Repeater {
            model: root.model.left

            TickCard {
                required property int index
                required property string what
                required property string state
                required property bool picked

                objectName: "left" + index
                width: list.width
                text: what
                detail: state
                chosen: picked
                onActivated: root.model.toggle(index)
            }
        }
    }
    Words {
        width: parent.width
        text: qsTr("Then everything about this visit leaves the screen. What was registered stays in the register.")
        color: Theme.quietInk
    }
}
