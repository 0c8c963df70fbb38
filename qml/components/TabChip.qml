// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One of a row of lists, of which one is shown, with how many are in it.
T.TabButton {
    id: root

    property bool chosen: false
    property string count
    property real mostWidth: Infinity // what does not fit goes to a second line

    signal activated

    // What is chosen is said by the view model alone.
    checked: chosen
    onToggled: checked = Qt.binding(() => root.chosen)
    autoExclusive: false
    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 16)
    implicitWidth: Math.min(mostWidth, implicitContentWidth + leftPadding + rightPadding)
    horizontalPadding: 21
    Accessible.name: count === "" ? text : text + " " + count
    Accessible.selectable: true
    Accessible.selected: chosen
    Accessible.onPressAction: activated()

    contentItem: ChipFace {
        words: root.text
        count: root.count
        choosable: true
        chosen: root.chosen
    }
    background: ChipGround {
        chosen: root.chosen
        down: root.down
        focused: root.activeFocus
    }
}
