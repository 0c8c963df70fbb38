// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The ground of a chip: filled when it is chosen, framed when the keyboard is there.
Rectangle {
    id: root

    property bool chosen: false
    property bool down: false
    property bool focused: false

    radius: Math.min(height, Theme.target) / 2
    color: chosen ? Theme.selected : down ? Theme.pressed : Theme.surface
    border.width: Theme.line
    border.color: chosen ? Theme.selected : Theme.card

    FocusFrame {
        shown: root.focused && Theme.keysInUse
        radius: root.radius + around
    }
}
