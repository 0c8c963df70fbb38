// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What the keys of a keypad do now, where it is all that somebody has: as a keyboard on the screen it stands under
// everything, and covers nothing.
Rectangle {
    id: root

    required property KeypadTyping keypad
    readonly property bool shown: keypad.keys !== KeypadTyping.AsEver
    readonly property string does: switch (keypad.keys) {
        case KeypadTyping.Small: return qsTr("Keypad: small letters")
        case KeypadTyping.Capitals: return qsTr("Keypad: capital letters")
        case KeypadTyping.Digits: return qsTr("Keypad: digits")
        case KeypadTyping.Arabic: return qsTr("Keypad: Arabic letters")
        default: return qsTr("Keypad: arrows on 2 4 6 8")
    }
    readonly property string others: switch (keypad.keys) {
        case KeypadTyping.Small: return qsTr("/ this letter stays, or capitals · Del . erases · + next · − before · * ends")
        case KeypadTyping.Capitals: return qsTr("/ this letter stays, or digits · Del . erases · + next · − before · * ends")
        case KeypadTyping.Arabic: return qsTr("/ this letter stays, or a b c · Del . erases · + next · − before · * ends")
        case KeypadTyping.Digits: return qsTr("/ letters · Del . erases · + next · − before · * ends")
        default: return qsTr("Enter chooses · + next · − before · * ends")
    }

    implicitHeight: column.implicitHeight + 16
    color: Theme.bar
    Accessible.role: Accessible.AlertMessage
    Accessible.name: does
    Accessible.description: letters.visible ? qsTr("%1 · %2").arg(letters.text).arg(others) : others

    Rectangle {
        width: parent.width
        height: Theme.line
        visible: Theme.contrasted // where the ground is as dark
        color: Theme.hairline
    }
    Announcement {
        item: root
        text: root.does
    }
    Column {
        id: column
        x: Theme.margin
        y: 8
        width: parent.width - 2 * Theme.margin

        Words {
            width: parent.width
            text: qsTr("%1 · %2").arg(root.does).arg(root.others)
            color: Theme.barInk
            font.pixelSize: Theme.smallText
            font.bold: true
            Accessible.ignored: true
        }
        Words {
            id: letters
            objectName: "keypadLetters"
            width: parent.width
            visible: text !== ""
            text: root.keypad.letters === "" ? "" : qsTr("%1   0 space").arg(root.keypad.letters)
            color: Theme.barInk
            font.pixelSize: Theme.smallText
            Accessible.ignored: true
        }
    }
}
