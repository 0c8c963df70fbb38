// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import QtQuick.Window
import Guichet

// The agent's window: bar and one screen. What may cover it, and every screen but the first, are backstage, which is made
// once sign-in is shown: whoever starts does not wait for it.
Window {
    id: root

    required property KioskModel kiosk
    property Component backstage: null
    property bool complete: false // the backstage is there

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

    // In the background; whoever comes to need it before it is there waits for it.
    function prepare(): void {
        backstage = Qt.createComponent("Backstage.qml", Component.Asynchronous);
        if (backstage.status === Component.Loading)
            backstage.statusChanged.connect(makeBackstage);
        else
            makeBackstage();
    }
    function makeBackstage(): void {
        if (complete)
            return;
        const component = Qt.createComponent("Backstage.qml");
        if (component.status === Component.Error)
            console.error(component.errorString());
        else
            complete = component.createObject(contentItem, {
                kiosk: kiosk,
                window: shared
            }) !== null;
    }

    // What had the keys has gone, as the buttons of a paper that came out, and what held it is left with them: they go
    // on where the screen begins.
    readonly property bool focusLost: activeFocusItem instanceof Loader && page.enabled
    onFocusLostChanged: if (focusLost)
        lost.start()
    onAfterAnimating: if (!backstage)
        afterFrame.start() // this is before the frame
    Component.onCompleted: if (kiosk.screen !== KioskModel.SignIn)
        makeBackstage()

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
        function onScreenChanged(): void {
            root.makeBackstage();
        }
    }
    Timer {
        id: lost
        interval: 0
        onTriggered: {
            const frame = screen.item as ScreenFrame;
            if (frame && root.focusLost)
                frame.takeFocus();
        }
    }
    Timer {
        id: afterFrame
        interval: 0
        onTriggered: root.prepare()
    }
    WindowState {
        id: shared
    }

    Item {
        id: page
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: shared.keyboardRoom
        enabled: root.kiosk.veil === KioskModel.Clear && !shared.covered
        visible: enabled // neither seen nor read behind what covers it
        // What covered the screen had the keys: they go back to where they were, or nobody with a keyboard goes on.
        onEnabledChanged: if (enabled) screen.forceActiveFocus()

        Bar {
            id: bar
            anchors.left: parent.left
            anchors.right: parent.right
            kiosk: root.kiosk
            z: 1
            onLookWanted: shared.lookAsked = true
            onPersonWanted: shared.personAsked = true
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
            sourceComponent: root.kiosk.screen === KioskModel.SignIn ? signIn : shared.screens[root.kiosk.screen] ?? null
        }
    }

    // Not bound to this file: the Loader of Qt 6.4 cannot make bound components.
    // qmllint disable unqualified
    Component { id: signIn; SignInScreen { kiosk: root.kiosk } }
    // qmllint enable unqualified
}
