// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A way to somewhere else, among several of the same weight.
T.AbstractButton {
    id: root

    property string detail

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * verticalPadding)
    implicitWidth: Theme.words(400)
    horizontalPadding: 24
    verticalPadding: detail === "" ? 14 : 18
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail

    contentItem: CardFace {
        words: root.text
        detail: root.detail
        mark: CardFace.Mark.Arrow
    }
    background: CardGround {
        down: root.down
        focused: root.activeFocus
    }
}
