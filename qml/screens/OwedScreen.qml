// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property PapersModel model: kiosk.owed

    title: qsTr("Papers owed")
    under: qsTr("Not in anybody’s hand yet. Before a paper is handed over, it is asked who collects it. A paper too many is destroyed.")
    back: qsTr("Back")
    waiting: model.waiting
    problem: model.problem
    read: model
    first: list
    onBacked: root.kiosk.back()

    Words {
        objectName: "nothingOwed"
        visible: root.model.rows.count === 0 && root.model.wasRead && !root.model.waiting
        text: qsTr("Nothing is owed.")
        color: Theme.quietInk
    }
    PaperCards {
        id: list
        width: parent.width
        papers: root.model
    }
    ActionButton {
        objectName: "moreOwed"
        visible: root.model.unshown > 0
        kind: ActionButton.Kind.Pill
        text: qsTr("Show more (%n are left)", "", root.model.unshown)
        onActivated: root.model.showMore()
    }
}
