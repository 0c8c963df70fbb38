// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property PapersModel model: kiosk.owed

    title: qsTr("Papers owed")
    under: qsTr("Not in anybody’s hand yet. Whoever comes for one shows its reference, or is identified first.")
    back: qsTr("Back")
    waiting: model.waiting
    problem: model.problem
    first: list
    onBacked: root.kiosk.back()

    Words {
        objectName: "nothingOwed"
        visible: root.model.rows.count === 0
        text: qsTr("Nothing is owed.")
        color: Theme.quietInk
    }
    Column {
        id: list
        width: parent.width
        spacing: 12

        Repeater {
            model: root.model.rows

            PaperCard {
                width: list.width
                handsOver: true
                onRetried: root.model.retry(index)
                onCancelled: root.model.cancel(index)
                onHanded: root.model.handed(index)
            }
        }
    }
}
