// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A draft is gone: what that means, and one touch to have it back.
Column {
    id: root

    required property ActModel model

    spacing: Theme.gap

    Notice {
        objectName: "removal"
        width: root.width
        kind: Notice.Kind.Information
        text: root.model.removal
    }
    ActionButton {
        objectName: "undoRemoval"
        width: Math.min(implicitWidth, root.width)
        icon.name: "edit-undo"
        text: qsTr("Undo: bring the draft back")
        onActivated: root.model.undoRemoval()
    }
}
