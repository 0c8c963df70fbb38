// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import QtQuick.Window
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Guichet

// The agent's window: bar, one screen, and what may cover it.
Window {
    id: root

    required property KioskModel kiosk
    readonly property bool bare: kiosk.veil === KioskModel.Clear // no veil over what is open

    visible: true
    title: "Guichet"
    // Where no window manager runs, as at a kiosk, nobody else makes it as large as the screen.
    width: kiosk.windowed ? 1280 : Screen.width
    height: kiosk.windowed ? 800 : Screen.height
    minimumWidth: kiosk.windowed ? 1024 : 0
    minimumHeight: kiosk.windowed ? 640 : 0
    color: Theme.ground
    visibility: kiosk.windowed ? Window.Windowed : Window.FullScreen

    LayoutMirroring.enabled: kiosk.look.mirrored
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "keysInUse"
        value: root.kiosk.keysInUse
    }
    Binding {
        target: Theme
        property: "look"
        value: root.kiosk.veil === KioskModel.Turned ? root.kiosk.personView.look : root.kiosk.look
    }
    Connections {
        target: root.kiosk
        // Whoever types on a real keyboard gets the other one back only by touching a field: it must not come up, and
        // move everything, under a finger that touches something else.
        function onKeysInUseChanged(): void {
            if (root.kiosk.keysInUse)
                Theme.keyboardWanted = false;
        }
        function onCodeRead(code: string, onUsKeys: string): void {
            if (page.enabled)
                root.kiosk.takeCode(code, onUsKeys);
        }
        function onVisitChanged(): void {
            if (!root.kiosk.visiting)
                personSheet.wanted = false;
        }
    }
    // In every window: the person's own may have the keys, once they touched it.
    Shortcut {
        sequences: ["F1"]
        context: Qt.ApplicationShortcut
        enabled: page.enabled || helpSheet.visible
        onActivated: root.kiosk.help.toggle()
    }
    Shortcut {
        sequences: ["F8"]
        context: Qt.ApplicationShortcut
        onActivated: root.kiosk.colleague.call()
    }
    Shortcut {
        sequences: ["F9"]
        context: Qt.ApplicationShortcut
        onActivated: root.kiosk.hide()
    }
    Shortcut {
        sequences: ["F10"]
        context: Qt.ApplicationShortcut
        onActivated: root.kiosk.lock()
    }

    Item {
        id: page
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: keyboard.shown ? keyboard.top : parent.bottom
        enabled: root.bare && !aloneSheet.visible && !preview.visible && !lookSheet.visible && !personSheet.visible
                 && !dialogueSheet.visible && !helpSheet.visible && !newsSheet.visible
        visible: enabled // neither seen nor read behind what covers it
        // What covered the screen had the keys: they go back to where they were, or nobody with a keyboard goes on.
        onEnabledChanged: if (enabled) screen.forceActiveFocus()

        Bar {
            id: bar
            anchors.left: parent.left
            anchors.right: parent.right
            kiosk: root.kiosk
            z: 1
            onLookWanted: lookSheet.wanted = true
            onPersonWanted: personSheet.wanted = true
        }
        // They make room for themselves: nothing is behind them.
        CallNotice {
            id: callNotice
            objectName: "callNotice"
            anchors.top: bar.bottom
            anchors.topMargin: 12
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(900))
            visible: model.caller !== ""
            model: root.kiosk.colleague
        }
        Notice {
            id: banner
            objectName: "banner"
            anchors.top: callNotice.visible ? callNotice.bottom : bar.bottom
            anchors.topMargin: 12
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(900))
            text: root.kiosk.banner
            closable: true
            onClosed: root.kiosk.dismissBanner()
        }
        Loader {
            id: screen
            objectName: "screen"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: banner.visible ? banner.bottom : callNotice.visible ? callNotice.bottom : bar.bottom
            anchors.bottom: parent.bottom
            focus: true
            sourceComponent: [signIn, home, receipt, forms, owed, identify, addPerson, presence, person, documents, optOuts, request, end, setup][root.kiosk.screen]
        }
    }
    PersonView {
        anchors.fill: parent
        visible: root.kiosk.veil === KioskModel.Turned
        turned: true
        model: root.kiosk.personView
        documents: root.kiosk.documents
        keyboardHeight: keyboard.shown ? keyboard.height : 0
        onAgentWanted: root.kiosk.lock()
    }
    AloneSheet {
        id: aloneSheet
        anchors.fill: parent
        visible: model.askingAlone && root.bare
        model: root.kiosk.documents
        hideable: true
        onHideWanted: root.kiosk.hide()
    }
    PersonSheet {
        id: personSheet

        property bool wanted: false

        anchors.fill: parent
        visible: wanted && root.bare
        kiosk: root.kiosk
        hideable: true
        onClosed: wanted = false
        onHideWanted: root.kiosk.hide()
    }
    DialogueSheet {
        id: dialogueSheet
        anchors.fill: parent
        anchors.bottomMargin: keyboard.shown ? keyboard.height : 0
        visible: dialogue.open && root.bare
        kiosk: root.kiosk
        hideable: true
        onHideWanted: root.kiosk.hide()
    }
    Preview {
        id: preview
        anchors.fill: parent
        visible: model.previewing && root.bare && !root.kiosk.personDisplay
        model: root.kiosk.documents
        onHideWanted: root.kiosk.hide()
    }
    HelpSheet {
        id: helpSheet
        anchors.fill: parent
        visible: model.open && root.bare
        model: root.kiosk.help
        hideable: root.kiosk.agent !== ""
        onClosed: model.close()
        onHideWanted: root.kiosk.hide()
    }
    NewsSheet {
        id: newsSheet
        anchors.fill: parent
        visible: model.shown && root.bare
        model: root.kiosk.news
        hideable: true
        onClosed: model.close()
        onHideWanted: root.kiosk.hide()
    }
    LookSheet {
        id: lookSheet

        property bool wanted: false

        anchors.fill: parent
        visible: wanted && root.bare
        look: root.kiosk.look
        hideable: root.kiosk.agent !== ""
        onClosed: wanted = false
        onHideWanted: root.kiosk.hide()
    }
    VeilScreen {
        anchors.fill: parent
        anchors.bottomMargin: keyboard.shown ? keyboard.height : 0
        kiosk: root.kiosk
    }
    RestWarning {
        objectName: "restWarning"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.actionBarHeight + 24
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(560))
        kiosk: root.kiosk
    }
    InputPanel {
        id: keyboard

        // A keyboard on the desk needs none on the screen.
        readonly property bool shown: active && Theme.keyboardWanted && !root.kiosk.keysInUse
                                      && (root.active || !root.kiosk.personDisplay)

        objectName: "keyboard"
        // The person's layout where they type on this screen.
        readonly property string layout: root.kiosk.veil === KioskModel.Turned ? root.kiosk.personView.keyboard
                                         : Qt.locale().name === "en_GB" ? "en_GB" : "fr_FR"

        onLayoutChanged: VirtualKeyboardSettings.locale = layout
        onShownChanged: if (shown)
            VirtualKeyboardSettings.locale = layout
        visible: shown
        width: Math.min(parent.width, Theme.keyboardWidth)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }

    // Not bound to this file: the Loader of Qt 6.4 cannot make bound components.
    // qmllint disable unqualified
    Component { id: signIn; SignInScreen { kiosk: root.kiosk } }
    Component { id: home; HomeScreen { kiosk: root.kiosk } }
    Component { id: receipt; ReceiptScreen { kiosk: root.kiosk } }
    Component { id: forms; FormsScreen { kiosk: root.kiosk } }
    Component { id: owed; OwedScreen { kiosk: root.kiosk } }
    Component { id: identify; IdentifyScreen { kiosk: root.kiosk } }
    Component { id: addPerson; AddPersonScreen { kiosk: root.kiosk } }
    Component { id: presence; PresenceScreen { kiosk: root.kiosk } }
    Component { id: person; PersonScreen { kiosk: root.kiosk } }
    Component { id: documents; DocumentsScreen { kiosk: root.kiosk } }
    Component { id: optOuts; OptOutsScreen { kiosk: root.kiosk } }
    Component { id: request; RequestScreen { kiosk: root.kiosk } }
    Component { id: end; EndScreen { kiosk: root.kiosk } }
    Component { id: setup; SetupScreen { kiosk: root.kiosk } }
    // qmllint enable unqualified
}
