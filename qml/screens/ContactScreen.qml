// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// How the person wants to be told: of all, or of one request.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property ContactModel model: kiosk.contact

    title: model.title
    under: model.under
    back: qsTr("Back")
    action: qsTr("Note it")
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.visiting ? kiosk.papers : null
    onBacked: root.kiosk.back()
    onActivated: root.model.note()

    Column {
        id: ways
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Repeater {
            model: root.model.rows

            ChoiceCard {
                required property int index
                required property string label
                required property bool picked

                objectName: "contact" + index
                width: ways.width
                text: label
                chosen: picked
                onActivated: root.model.choose(index)
            }
        }
    }
    Field {
        objectName: "contactDetail"
        width: parent.width
        visible: root.model.detailLabel !== ""
        label: root.model.detailLabel
        hint: root.model.known
        text: root.model.detail
        maximumLength: 200
        inputMethodHints: root.model.digits ? Qt.ImhPreferNumbers : Qt.ImhNone
        onEdited: text => root.model.detail = text
    }
}
