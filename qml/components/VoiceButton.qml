// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// One thing that a voice which reads can be told; by its sign alone where there is little room.
ActionButton {
    id: root

    required property string words
    property bool brief: false

    kind: ActionButton.Kind.Pill
    text: brief ? "" : words
    opacity: enabled ? 1 : 0.5
    Accessible.name: words
}
