// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A short way to somewhere else, with how many are there.
T.AbstractButton {
    id: root

    property string count
    property real mostWidth: Infinity // what does not fit goes to a second line

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 16)
    implicitWidth: Math.min(mostWidth, implicitContentWidth + leftPadding + rightPadding)
    horizontalPadding: 21
    Accessible.role: Accessible.Button
    Accessible.name: count === "" ? text : text + " " + count

    contentItem: ChipFace {
        words: root.text
        count: root.count
    }
    background: ChipGround {
        down: root.down
        focused: root.activeFocus
    }
}
