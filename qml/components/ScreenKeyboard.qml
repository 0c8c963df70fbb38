// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Guichet

// Qt's keyboard at the bottom of a window, once a finger touched a field there, and what puts it away: beside it where
// there is room, above it otherwise.
Item {
    id: root

    property bool usable: true // what is typed goes to this window
    required property string layout // "fr_FR"
    required property string close // the word of the button
    property string closeName: close
    // A keyboard on the desk needs none on the screen.
    readonly property bool wanted: panel.active && Theme.keyboardWanted && !Theme.keysInUse && usable
    // It comes and goes, and what is above it moves, once no finger is down: what was pressed stays under the finger.
    property bool shown: false
    readonly property real side: (width - panel.width) / 2 - 2 * edge
    readonly property bool beside: away.least <= side
    readonly property int edge: 8

    anchors.left: parent.left
    anchors.right: parent.right
    anchors.bottom: parent.bottom
    visible: shown
    height: panel.height + (beside ? 0 : away.height + 2 * edge)
    onLayoutChanged: VirtualKeyboardSettings.locale = layout
    onShownChanged: if (shown)
        VirtualKeyboardSettings.locale = layout
    onWantedChanged: follow()

    function follow(): void {
        if (!finger.down)
            shown = wanted;
    }

    FingerWatch {
        id: finger
        onDownChanged: root.follow()
    }

    ActionButton {
        id: away
        objectName: root.objectName + "Close"
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        anchors.top: parent.top
        anchors.topMargin: root.edge
        kind: ActionButton.Kind.Pill
        focusPolicy: Qt.NoFocus // the field keeps it
        activeFocusOnTab: false // whoever has keys does not see it
        icon.name: "go-down"
        text: !root.beside || words.advanceWidth + Theme.icon + 60 <= root.side ? root.close : ""
        Accessible.name: root.closeName
        onActivated: Theme.keyboardWanted = false

        TextMetrics {
            id: words
            font: away.font
            text: root.close
        }
    }
    InputPanel {
        id: panel

        readonly property bool everyTouch: true // SecondTouch asks for it

        objectName: root.objectName + "Panel"
        width: Math.min(parent.width, Theme.keyboardWidth)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
}
