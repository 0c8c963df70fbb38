// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The ground of a card: its frame says that it is chosen, as its mark does, and another where the keyboard is.
Rectangle {
    id: root

    property bool chosen: false
    property bool down: false
    property bool focused: false

    radius: Theme.radius
    color: chosen ? Theme.chosen : down ? Theme.pressed : Theme.surface
    border.width: Theme.border
    border.color: chosen ? Theme.accent : Theme.card

    FocusFrame { shown: root.focused && Theme.keysInUse }
}
