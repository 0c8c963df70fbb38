// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One answer among several of the same weight, of which one holds.
T.RadioButton {
    id: root

    property string detail
    property bool chosen: false

    signal activated

    // What is chosen is said by the view model alone.
    checked: chosen
    onToggled: checked = Qt.binding(() => root.chosen)
    autoExclusive: false
    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * verticalPadding)
    implicitWidth: Theme.words(400)
    horizontalPadding: 24
    verticalPadding: detail === "" ? 14 : 18
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.name: text
    Accessible.description: detail

    contentItem: CardFace {
        words: root.text
        detail: root.detail
        chosen: root.chosen
        mark: CardFace.Mark.Circle
    }
    background: CardGround {
        chosen: root.chosen
        down: root.down
        focused: root.activeFocus
    }
}
