// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Everything hidden, the visit kept. After a while, or at one key, the PIN is asked, and a colleague may give theirs.
Cover {
    id: root

    required property KioskModel kiosk
    readonly property bool locked: kiosk.veil === KioskModel.Locked

    visible: kiosk.veil === KioskModel.Hidden || locked
    onVisibleChanged: open()
    onLockedChanged: open()
    name: heading.text

    function open(): void {
        if (visible && locked)
            panel.start();
        else if (visible)
            show.forceActiveFocus();
    }

    Column {
        anchors.centerIn: parent
        spacing: 32

        Words {
            id: heading
            objectName: "veilTitle"
            text: root.locked ? qsTr("Locked") : qsTr("Hidden")
            font.pixelSize: Theme.titleText
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Words {
            text: root.kiosk.visiting ? qsTr("The visit is kept. Nothing of it can be read here.") : qsTr("Nothing can be read here.")
            color: Theme.quietInk
        }
        ActionButton {
            id: show
            objectName: "show"
            visible: !root.locked
            kind: ActionButton.Kind.Filled
            icon.name: "view-visible"
            text: qsTr("Show again")
            onActivated: root.kiosk.show()
        }
        ActionButton {
            objectName: "lockNow"
            visible: !root.locked
            icon.name: "object-locked"
            text: qsTr("Lock with the PIN")
            onActivated: root.kiosk.lock()
        }
        CallNotice {
            objectName: "callNotice"
            width: Math.min(root.width - 2 * Theme.margin, Theme.words(560))
            visible: !root.locked && model.caller !== ""
            model: root.kiosk.colleague
        }
        SignInPanel {
            id: panel
            room: root.width - 2 * Theme.margin
            visible: root.locked
            model: root.kiosk.signIn
            action: qsTr("Open again")
        }
    }
}
