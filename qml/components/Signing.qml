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
    Repeater {
        model: root.model.copies

        TickCard {
            required property int index
            required property string label
            required property bool picked

            objectName: "copy" + index
            width: root.width
            text: label
            chosen: picked
            onActivated: root.model.toggleCopy(index)
        }
    }
    ActionButton {
        objectName: "removeDraft"
        width: Math.min(implicitWidth, root.width)
        text: qsTr("Remove this draft")
        onActivated: root.model.removeDraft()
    }
}
