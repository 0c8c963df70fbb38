// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A field with its label above, what it was understood as under it, or what is wrong with it.
FocusScope {
    id: root

    property string label
    property string hint
    property string understood
    property string problem
    property alias text: input.text
    property int inputMethodHints: Qt.ImhNone // beside what every field asks for
    property bool arabic: false // who writes here writes Arabic
    property alias maximumLength: input.maximumLength
    property alias echoMode: input.echoMode
    property alias readOnly: input.readOnly
    property bool large: false

    signal edited(string text)
    signal accepted

    implicitHeight: column.implicitHeight
    implicitWidth: Theme.words(320)

    Column {
        id: column
        width: parent.width
        spacing: 6

        Words {
            width: parent.width
            visible: text !== ""
            text: root.label
            font.pixelSize: Theme.smallText
            font.bold: true
            Accessible.ignored: true
        }
        T.TextField {
            id: input
            objectName: root.objectName + "Input"
            readonly property bool takesArabic: root.arabic // KeypadTyping asks for it
            focus: true
            width: parent.width
            height: Theme.target
            leftPadding: 16
            rightPadding: 16
            horizontalAlignment: TextInput.AlignLeft
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            font.family: Theme.family
            font.pixelSize: root.large ? Theme.tileText : Theme.bodyText
            font.letterSpacing: root.large && !root.arabic ? 2 : 0 // its letters are joined
            // What is typed here is somebody's: the keyboard on the screen learns none of it.
            inputMethodHints: root.inputMethodHints | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            onPressed: Theme.keyboardWanted = true
            onTextEdited: root.edited(text)
            onAccepted: root.accepted()
            Accessible.name: root.label
            // Never drawn: the template makes it the description again, whatever was said there.
            placeholderText: {
                let words = root.problem;
                for (const more of [root.understood, root.hint])
                    words += words !== "" && more !== "" ? ". " + more : more;
                return words;
            }
            Accessible.description: placeholderText

            FocusFrame { shown: input.activeFocus && Theme.keysInUse }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                x: input.leftPadding
                width: input.width - 2 * x
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                visible: input.text === "" && input.preeditText === ""
                text: root.hint
                color: Theme.quietInk
                Accessible.ignored: true
            }

            background: Rectangle {
                radius: Theme.radius - 2
                color: Theme.surface
                border.width: input.activeFocus ? Theme.focusWidth : Theme.border
                border.color: root.problem !== "" ? Theme.attention : input.activeFocus ? Theme.accent : Theme.control
            }
        }
        Words {
            id: answer
            objectName: root.objectName + "Answer"
            width: parent.width
            visible: text !== ""
            text: root.problem !== "" ? root.problem : root.understood
            color: root.problem !== "" ? Theme.attention : Theme.quietInk
            font.pixelSize: Theme.smallText
            font.bold: root.problem !== ""

            Announcement {
                item: answer
                text: answer.text
                urgent: root.problem !== ""
            }
        }
    }
}
