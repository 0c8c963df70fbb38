// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// How far long work is, by a bar and in words: never by colour alone.
Column {
    id: root

    required property real value // 0 to 1
    required property string words

    spacing: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words

    Rectangle {
        width: parent.width
        height: 20
        radius: Theme.radius
        color: Theme.ground
        border.width: Theme.line
        border.color: Theme.hairline

        Rectangle {
            x: LayoutMirroring.enabled ? parent.width - width : 0
            width: Math.max(parent.radius * 2, parent.width * Math.min(1, root.value))
            height: parent.height
            radius: parent.radius
            color: Theme.accent
            visible: root.value > 0
        }
    }
    Words {
        width: parent.width
        text: root.words
        Accessible.ignored: true
    }
}
