// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// The size of the words, the colours, and whether anything moves: seen at once on the screen behind.
Sheet {
    id: root

    required property Look look

    title: qsTr("Words and colours")

    Words {
        id: sizeQuestion
        width: parent.width
        text: qsTr("Size of the words")
        font.bold: true
    }
    // Each size by one touch: what is under the finger moves with the words.
    Flow {
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.Grouping
        Accessible.name: sizeQuestion.text

        Repeater {
            model: root.look.sizes

            Chip {
                required property int modelData

                objectName: "words" + modelData
                text: qsTr("%1 %").arg(modelData)
                chosen: root.look.textPercent === modelData
                onActivated: root.look.textPercent = modelData
            }
        }
    }
    Words {
        width: parent.width
        text: qsTr("Colours")
        font.bold: true
    }
    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [qsTr("Light"), qsTr("Dark"), qsTr("High contrast")]

            Chip {
                required property int index
                required property string modelData

                objectName: "scheme" + index
                mostWidth: parent ? parent.width : Infinity
                text: modelData
                chosen: root.look.scheme === index
                onActivated: root.look.scheme = index
            }
        }
    }
    TickCard {
        objectName: "still"
        width: parent.width
        text: qsTr("Nothing moves by itself")
        chosen: root.look.still
        onActivated: root.look.still = !root.look.still
    }
    ActionButton {
        objectName: "resetLook"
        kind: ActionButton.Kind.Plain
        text: qsTr("As it was at first")
        onActivated: root.look.reset()
    }
}
