// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property ReceiptModel model: kiosk.receipt

    title: qsTr("A receipt")
    under: qsTr("Scan the code on the paper, or type its reference. Without identification the answer is only: genuine, or not found.")
    back: qsTr("Back")
    action: qsTr("Check")
    actionIcon: "dialog-ok-apply"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    first: code
    others: [
        ActionButton {
            objectName: "identifyFor"
            kind: ActionButton.Kind.Plain
            icon.name: "im-user"
            visible: root.model.canIdentify
            text: qsTr("Identify the person")
            onActivated: root.model.identify()
        }
    ]
    onBacked: root.kiosk.back()
    onActivated: root.model.check()

    Field {
        id: code
        objectName: "receiptCode"
        width: parent.width
        label: qsTr("Code or reference")
        hint: qsTr("For example K7-3F9Q-M2XD-4")
        text: root.model.text
        inputMethodHints: Qt.ImhPreferUppercase
        onEdited: text => root.model.text = text
        onAccepted: root.model.check()
    }
    Notice {
        objectName: "receiptGenuine"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.genuine
    }
    Notice {
        objectName: "receiptUnknown"
        width: parent.width
        text: root.model.unknown
    }
    Words {
        objectName: "receiptDetail"
        width: parent.width
        visible: text !== ""
        text: root.model.detail
        color: Theme.quietInk
    }
}
