// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// How the paper was made final, and what the agent notes where nobody signed it by hand; and the
// languages that its receipt is to be read in beside the French.
Column {
    id: root

    required property ActModel model

    spacing: 12

    Column {
        width: parent.width
        spacing: root.spacing
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("How the paper was signed")

        Repeater {
            model: root.model.signings

            ChoiceCard {
                required property int index
                required property string label
                required property string about
                required property bool picked

                objectName: "signed" + index
                width: root.width
                text: label
                detail: about
                chosen: picked
                onActivated: root.model.chooseSigning(index)
            }
        }
    }
    Field {
        objectName: "agentNote"
        width: root.width
        visible: root.model.noteLabel !== ""
        label: root.model.noteLabel
        text: root.model.note
        maximumLength: 300
        onEdited: text => root.model.note = text
    }
    Column {
        objectName: "deposit"
        width: root.width
        spacing: root.spacing
        visible: root.model.earlier

        DayField {
            objectName: "deposited"
            width: parent.width
            label: qsTr("On which day was it handed in?")
            text: root.model.deposited
            understood: root.model.depositedOn
            problem: root.model.depositProblem
            onEdited: text => root.model.deposited = text
        }
        Field {
            objectName: "paperNumber"
            width: parent.width
            label: qsTr("The number on the paper – optional")
            hint: qsTr("For example K7-3F9Q-M2XD-4")
            text: root.model.paperNumber
            maximumLength: 60
            inputMethodHints: Qt.ImhPreferUppercase
            onEdited: text => root.model.paperNumber = text
        }
    }
    ContactWay {
        width: root.width
        contact: root.model.contact
        onActivated: root.model.openContact()
    }
    Words {
        width: root.width
        text: qsTr("A copy to read after the French receipt, in")
        font.pixelSize: Theme.smallText
        font.bold: true
    }
    Flow {
        id: copies
        width: root.width
        spacing: 10
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("A copy to read after the French receipt, in")

        Repeater {
            model: root.model.copies

            TickChip {
                required property int index
                required property string label
                required property bool picked

                objectName: "copy" + index
                mostWidth: copies.width
                text: label
                chosen: picked
                onActivated: root.model.toggleCopy(index)
            }
        }
    }
    ActionButton {
        objectName: "removeDraft"
        width: Math.min(implicitWidth, root.width)
        text: qsTr("Remove this draft")
        onActivated: root.model.removeDraft()
    }
}
