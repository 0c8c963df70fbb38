// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk

    first: panel

    Item {
        width: parent.width
        height: Math.max(root.contentRoom - 48, panel.height + 120)

        Column {
            anchors.centerIn: parent
            spacing: 32

            Words {
                objectName: "title"
                width: Math.min(implicitWidth, root.width - 2 * Theme.margin)
                text: root.kiosk.place === "" ? qsTr("Guichet") : root.kiosk.place
                font.pixelSize: Theme.titleText
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            SignInPanel {
                id: panel
                room: root.contentWidth
                model: root.kiosk.signIn
                Component.onCompleted: start()
            }
        }
    }
}
