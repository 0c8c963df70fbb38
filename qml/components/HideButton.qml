// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Hides everything by one touch, where the bar is covered.
ActionButton {
    objectName: "hideAll"
    kind: ActionButton.Kind.Pill
    icon.name: "view-hidden"
    Accessible.name: qsTr("Hide")
}
