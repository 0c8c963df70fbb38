// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// The first run, step by step.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property SetupModel model: kiosk.setup

    title: model.title
    under: model.under
    back: model.back
    action: model.action
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    page: model.title
    onBacked: root.model.goBack()
    onActivated: root.model.next()

    others: [
        ActionButton {
            objectName: "setupOther"
            visible: root.model.other !== ""
            text: root.model.other
            onActivated: root.model.goOtherWay()
        }
    ]

    Words {
        objectName: "recoveryCode"
        width: parent.width
        visible: text !== ""
        text: root.model.recoveryCode
        font.pixelSize: Theme.titleText
        font.bold: true
        font.letterSpacing: 2
    }
    Words {
        objectName: "setupPin"
        width: parent.width
        visible: root.model.pin !== ""
        text: qsTr("PIN of the administrator: %1").arg(root.model.pin)
        font.pixelSize: Theme.tileText
        font.bold: true
    }
    Column {
        id: printers
        width: parent.width
        spacing: 12
        visible: root.model.printers.count > 0
        Accessible.role: Accessible.Grouping
        Accessible.name: root.model.title

        Repeater {
            model: root.model.printers

            ChoiceCard {
                required property int index
                required property string label
                required property string about
                required property bool picked

                objectName: "printer" + index
                width: printers.width
                text: label
                detail: about
                chosen: picked
                onActivated: root.model.choosePrinter(index)
            }
        }
    }
    Repeater {
        model: root.model.fields

        Field {
            required property int index
            required property string named
            required property string example
            required property string value
            required property bool digits

            objectName: "setup" + index
            width: parent ? parent.width : 0
            label: named
            hint: example
            text: value
            inputMethodHints: (digits ? Qt.ImhPreferNumbers : 0) | Qt.ImhNoPredictiveText
            onEdited: text => root.model.setField(index, text)
            onAccepted: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Notice {
        objectName: "setupNote"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.note
    }
}
