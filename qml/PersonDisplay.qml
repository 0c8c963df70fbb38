// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
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
    RestWarning {
        objectName: "personRest"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(560))
        visible: root.kiosk.secondsLeft > 0 && root.kiosk.visiting && root.kiosk.veil === KioskModel.Clear
        kiosk: root.kiosk
        theirs: true
        LayoutMirroring.enabled: root.kiosk.personView.look.mirrored
        LayoutMirroring.childrenInherit: true
    }
    ScreenKeyboard {
        id: keyboard
        objectName: "personKeyboard"
        usable: root.active
        layout: root.kiosk.personView.keyboard
        close: root.kiosk.personView.close
    }
}
