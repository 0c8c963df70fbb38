// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Where the keyboard is: a frame outside the control, seen on every ground.
Rectangle {
    id: root

    property bool shown: false
    property int around: 4

    anchors.fill: parent
    anchors.margins: -around
    visible: shown
    color: "transparent"
    radius: Theme.radius + around
    border.width: Theme.focusWidth
    border.color: Theme.focus
    z: 1
}
