// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Agent code and PIN, with the pad: for signing in, and for coming back after a lock. The pad stands beside the fields,
// or under them where there is no room.
Grid {
    id: root

    required property SignInModel model
    property string action: qsTr("Sign in")
    property real room: 0 // what there is

    readonly property real fieldsWidth: Math.min(room, Theme.words(400))

    columns: fieldsWidth + spacing + Theme.padWidth <= room ? 2 : 1
    spacing: Theme.margin
    horizontalItemAlignment: Grid.AlignHCenter

    function start(): void {
        (code.text === "" ? code : pin).forceActiveFocus();
    }

    Column {
        width: root.fieldsWidth
        spacing: Theme.gap

        Field {
            id: code
            objectName: "agentCode"
            width: parent.width
            label: qsTr("Agent code")
            hint: qsTr("For example A01")
            text: root.model.agent
            large: true
            maximumLength: 16
            inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhPreferUppercase
            onEdited: text => root.model.agent = text
            onAccepted: pin.forceActiveFocus()
        }
        PinBox {
            id: pin
            width: parent.width
            model: root.model
        }
        ActionButton {
            objectName: "signIn"
            width: parent.width
            kind: ActionButton.Kind.Filled
            icon.name: "object-unlocked"
            text: root.action
            missing: root.model.missing
            onActivated: root.model.submit()
        }
    }
    NumberPad {
        onPressed: digit => {
            pin.forceActiveFocus();
            root.model.press(digit);
        }
        onErased: root.model.erase()
    }
}
