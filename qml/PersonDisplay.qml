// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import QtQuick.Window
import Guichet

// The person's own screen. Nothing personal is in its title.
Window {
    id: root

    required property KioskModel kiosk

    title: "Guichet"
    onClosing: close => close.accepted = kiosk.windowed
    color: Theme.ground

    Binding {
        target: Theme
        property: "look"
        value: root.kiosk.personView.look
    }
    Binding {
        target: Theme
        property: "keysInUse"
        value: root.kiosk.keysInUse
    }
    PersonView {
        anchors.fill: parent
        focus: true
        model: root.kiosk.personView
        documents: root.kiosk.documents
        keyboardHeight: keyboard.shown ? keyboard.height : 0
    }
    InputPanel {
        id: keyboard

        readonly property bool shown: active && root.active && Theme.keyboardWanted && !root.kiosk.keysInUse

        readonly property bool everyTouch: true // SecondTouch asks for it

        objectName: "personKeyboard"
        onShownChanged: if (shown)
            VirtualKeyboardSettings.locale = root.kiosk.personView.keyboard
        visible: shown
        width: Math.min(parent.width, Theme.keyboardWidth)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
}
