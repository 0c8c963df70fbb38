// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// One field of a form: text, or a choice among a few answers.
Column {
    id: root

    required property int index
    required property string label
    required property string hint
    required property string value
    required property string masked // what it shows while nobody is in it
    required property string understood
    required property string trouble
    required property bool odd // and may be right all the same
    required property bool digits
    required property list<string> choices
    required property int picked

    signal edited(string text)
    signal toggled(int choice)
    signal confirmed

    spacing: 8

    MaskedField {
        objectName: "field" + root.index
        width: parent.width
        visible: root.choices.length === 0
        label: root.label
        hint: root.hint
        value: root.value
        masked: root.masked
        understood: root.understood
        problem: root.trouble
        inputMethodHints: root.digits ? Qt.ImhPreferNumbers : Qt.ImhNone
        onTyped: text => root.edited(text)
        onAccepted: if (root.trouble === "") nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    Words {
        width: parent.width
        visible: root.choices.length > 0
        text: root.label
        font.pixelSize: Theme.smallText
        font.bold: true
    }
    Flow {
        width: parent.width
        spacing: 10
        visible: root.choices.length > 1
        Accessible.role: Accessible.Grouping
        Accessible.name: root.label
        Accessible.description: root.trouble

        Repeater {
            model: root.choices.length > 1 ? root.choices : []

            Chip {
                required property int index
                required property string modelData

                objectName: "field" + root.index + "choice" + index
                mostWidth: root.width
                text: modelData
                chosen: root.picked === index
                onActivated: root.toggled(index)
            }
        }
    }
    // One choice is none: it does something.
    WayChip {
        objectName: "field" + root.index + "choice0"
        visible: root.choices.length === 1
        text: visible ? root.choices[0] : ""
        Accessible.description: root.label
        onActivated: root.toggled(0)
    }
    Words {
        width: parent.width
        visible: root.choices.length > 0 && text !== ""
        text: root.trouble
        color: Theme.attention
        font.pixelSize: Theme.smallText
        font.bold: true
    }
    WayChip {
        objectName: "field" + root.index + "confirm"
        visible: root.odd
        text: qsTr("It is right as it is written")
        Accessible.description: root.label
        onActivated: root.confirmed()
    }
}
