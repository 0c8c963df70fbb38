// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Where we are, what the printer says, hide, and who is signed in.
Rectangle {
    id: root

    required property KioskModel kiosk

    height: Theme.barHeight
    color: Theme.bar

    Words {
        id: place

        readonly property real room: actions.x - x - 24 - (steps.visible ? steps.width + 24 : 0)

        objectName: "place"
        x: 24
        width: Math.min(implicitWidth, room)
        elide: Text.ElideMiddle
        anchors.verticalCenter: parent.verticalCenter
        text: root.kiosk.place
        color: Theme.barInk
        font.pixelSize: Theme.smallText
        font.bold: true
        wrapMode: Text.NoWrap
    }
    Steps {
        id: steps
        anchors.left: place.right
        anchors.leftMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        visible: root.kiosk.step > 0
        current: root.kiosk.step
    }
    Row {
        id: actions
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: 24
        visible: root.kiosk.agent !== ""

        Row {
            spacing: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: root.kiosk.printer !== "" // not asked yet

            Icon {
                name: root.kiosk.printerReady ? "printer-symbolic" : "data-warning"
                color: Theme.barInk
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                objectName: "printerState"
                text: root.kiosk.printer
                color: Theme.barInk
                font.pixelSize: Theme.smallText
                font.bold: !root.kiosk.printerReady
                wrapMode: Text.NoWrap
            }
        }
        ActionButton {
            objectName: "hide"
            kind: ActionButton.Kind.OnBar
            icon.name: "view-hidden"
            text: qsTr("Hide")
            onActivated: root.kiosk.hide()
        }
        ActionButton {
            objectName: "lock"
            kind: ActionButton.Kind.OnBar
            icon.name: "object-locked"
            text: root.kiosk.agent
            Accessible.name: qsTr("Lock: %1 is signed in").arg(root.kiosk.agent)
            onActivated: root.kiosk.lock()
        }
    }
}
