// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What the agent's window does not need to show sign-in: the other screens, what may cover them, and the keyboard.
Item {
    id: root

    required property KioskModel kiosk
    required property WindowState window
    readonly property bool bare: kiosk.veil === KioskModel.Clear // no veil over what is open
    readonly property real keyboardHeight: keyboard.shown ? keyboard.height : 0
    readonly property real signHeight: keypadSign.visible ? keypadSign.height : 0

    anchors.fill: parent

    Binding {
        target: root.window
        property: "covered"
        value: aloneSheet.visible || preview.visible || lookSheet.visible || personSheet.visible || dialogueSheet.visible
               || helpSheet.visible || newsSheet.visible
    }
    Binding {
        target: root.window
        property: "keyboardRoom"
        value: root.keyboardHeight + root.signHeight
    }
    Binding {
        target: Theme
        property: "keyboardShown"
        value: keyboard.shown
    }
    // In every window: the person's own may have the keys, once they touched it.
    Shortcut {
        sequences: ["F1"]
        context: Qt.ApplicationShortcut
        enabled: root.bare && (!root.window.covered || helpSheet.visible)
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
    Connections {
        target: root.kiosk
        function onVisitChanged(): void {
            if (!root.kiosk.visiting)
                root.window.personAsked = false;
        }
    }

    // Not bound to this file: the Loader of Qt 6.4 cannot make bound components.
    // qmllint disable unqualified
    Late {
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.kiosk.veil === KioskModel.Turned

        PersonView {
            turned: true
            model: root.kiosk.personView
            documents: root.kiosk.documents
            keyboardHeight: root.keyboardHeight
            onAgentWanted: root.kiosk.lock()
        }
    }
    Late {
        id: aloneSheet
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.kiosk.documents.askingAlone && root.bare

        AloneSheet {
            model: root.kiosk.documents
            hideable: true
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: personSheet
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.window.personAsked && root.bare

        PersonSheet {
            kiosk: root.kiosk
            hideable: true
            onClosed: root.window.personAsked = false
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: dialogueSheet
        anchors.fill: parent
        anchors.bottomMargin: root.window.keyboardRoom
        wanted: root.kiosk.personView.dialogue.open && root.bare

        DialogueSheet {
            kiosk: root.kiosk
            hideable: true
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: preview
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.kiosk.documents.previewing && root.bare && !root.kiosk.personDisplay

        Preview {
            model: root.kiosk.documents
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: helpSheet
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.kiosk.help.open && root.bare

        HelpSheet {
            model: root.kiosk.help
            hideable: root.kiosk.agent !== ""
            onClosed: model.close()
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: newsSheet
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.kiosk.news.shown && root.bare

        NewsSheet {
            model: root.kiosk.news
            hideable: true
            onClosed: model.close()
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        id: lookSheet
        anchors.fill: parent
        anchors.bottomMargin: root.signHeight
        wanted: root.window.lookAsked && root.bare

        LookSheet {
            look: root.kiosk.look
            hideable: root.kiosk.agent !== ""
            onClosed: root.window.lookAsked = false
            onHideWanted: root.kiosk.hide()
        }
    }
    Late {
        anchors.fill: parent
        anchors.bottomMargin: root.window.keyboardRoom
        wanted: root.kiosk.veil === KioskModel.Hidden || root.kiosk.veil === KioskModel.Locked

        VeilScreen { kiosk: root.kiosk }
    }
    RestWarning {
        objectName: "restWarning"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.actionBarHeight + 24
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(560))
        kiosk: root.kiosk
        theirs: root.kiosk.veil === KioskModel.Turned
        LayoutMirroring.enabled: theirs ? root.kiosk.personView.look.mirrored : root.kiosk.look.mirrored
        LayoutMirroring.childrenInherit: true
    }
    KeypadSign {
        id: keypadSign
        objectName: "keypadSign"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        // The person's page says what the keys mean there, but where they write.
        visible: shown && !keyboard.shown && (root.kiosk.veil !== KioskModel.Turned || root.kiosk.personView.step === PersonViewModel.Writing)
        keypad: root.kiosk.keypad
    }
    ScreenKeyboard {
        id: keyboard

        // The person's where they type on this screen.
        readonly property bool persons: root.kiosk.veil === KioskModel.Turned

        objectName: "keyboard"
        usable: root.Window.active || !root.kiosk.personDisplay
        layout: persons ? root.kiosk.personView.keyboard : Qt.locale().name === "en_GB" ? "en_GB" : "fr_FR"
        close: persons ? root.kiosk.personView.close : qsTr("Close")
        closeName: persons ? close : qsTr("Close the keyboard")
    }

    Component { id: home; HomeScreen { kiosk: root.kiosk } }
    Component { id: receipt; ReceiptScreen { kiosk: root.kiosk } }
    Component { id: forms; FormsScreen { kiosk: root.kiosk } }
    Component { id: day; DayScreen { kiosk: root.kiosk } }
    Component { id: cases; CasesScreen { kiosk: root.kiosk } }
    Component { id: oneCase; CaseScreen { kiosk: root.kiosk } }
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
    Component { id: call; CallScreen { kiosk: root.kiosk } }
    Component { id: contact; ContactScreen { kiosk: root.kiosk } }
    Component { id: imports; ImportScreen { kiosk: root.kiosk } }
    Component { id: doubts; DoubtsScreen { kiosk: root.kiosk } }
    Component { id: reports; ReportsScreen { kiosk: root.kiosk } }
    Component { id: pack; PackScreen { kiosk: root.kiosk } }
    // qmllint enable unqualified
    Component.onCompleted: window.screens = [null, home, receipt, forms, owed, identify, addPerson, presence, person, documents, optOuts, request, end, setup, day, cases, oneCase, call, contact, imports, doubts, reports, pack]
}
