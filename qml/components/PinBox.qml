// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// A PIN as dots. It takes digits from a keyboard; the pad beside it calls the same two functions.
FocusScope {
    id: root

    required property SignInModel model

    implicitHeight: label.height + 6 + Theme.target + 6 + answer.height
    implicitWidth: Theme.padWidth

    Words {
        id: label
        text: qsTr("PIN")
        font.pixelSize: Theme.smallText
        font.bold: true
        Accessible.ignored: true
    }
    Rectangle {
        id: box

        readonly property bool takesDigits: true // KeypadDigits asks for it

        objectName: "pin"
        anchors.top: label.bottom
        anchors.topMargin: 6
        width: parent.width
        height: Theme.target
        radius: Theme.radius - 2
        color: Theme.surface
        border.width: activeFocus ? Theme.focusWidth : Theme.border
        border.color: root.model.problem !== "" ? Theme.attention : activeFocus ? Theme.accent : Theme.control
        focus: true
        activeFocusOnTab: true
        // Not as a password: then Qt would withhold its name. There is no text in it to be read.
        Accessible.role: Accessible.EditableText
        Accessible.name: label.text
        Accessible.description: qsTr("%n digits", "", root.model.pinLength)
        Accessible.focusable: true
        Keys.onPressed: event => event.accepted = root.model.type(event.key, event.text)

        FocusFrame {
            shown: box.activeFocus && Theme.keysInUse
        }
        Row {
            anchors.left: parent.left
            anchors.leftMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12

            Repeater {
                model: root.model.pinLength

                Rectangle {
                    width: Theme.dot
                    height: Theme.dot
                    radius: width / 2
                    color: Theme.ink
                }
            }
        }
        TapHandler {
            onTapped: box.forceActiveFocus()
        }
    }
    // It has its place before there is anything to say: the pad stays under the finger.
    Words {
        id: answer
        objectName: "signInProblem"
        anchors.top: box.bottom
        anchors.topMargin: 6
        width: parent.width
        height: Math.max(implicitHeight, Math.ceil(2 * metrics.lineSpacing))
        text: root.model.problem
        color: Theme.attention
        font.pixelSize: Theme.smallText
        font.bold: true

        Announcement {
            item: answer
            text: answer.text
            urgent: true
        }
        FontMetrics {
            id: metrics
            font: answer.font
        }
    }
}
