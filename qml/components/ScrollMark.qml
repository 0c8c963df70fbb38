// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// How far down a long page is; wide enough for a finger.
T.ScrollBar {
    id: root

    implicitWidth: 14
    minimumSize: 0.1
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        radius: 5
        color: root.pressed ? Theme.ink : Theme.card
    }
}
