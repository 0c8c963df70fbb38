// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet

// Ten digits and "erase", as on a keypad. What is pressed goes to whoever listens; nothing is kept here.
Grid {
    id: root

    property int keyHeight: Theme.target + 8

    signal pressed(string digit)
    signal erased

    width: Theme.padWidth
    LayoutMirroring.enabled: false // digits stand as on every keypad
    columns: 3
    spacing: Theme.grid

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase"]

        T.AbstractButton {
            id: key

            required property string modelData
            readonly property bool isErase: modelData === "erase"
            readonly property bool everyTouch: true // SecondTouch asks for it

            objectName: "pad" + modelData
            width: (root.width - 2 * root.spacing) / 3
            height: root.keyHeight
            // A keyboard has its own digits: it never needs to walk over these.
            focusPolicy: Qt.NoFocus
            activeFocusOnTab: false
            opacity: modelData === "" ? 0 : 1
            enabled: modelData !== ""
            onClicked: isErase ? root.erased() : root.pressed(modelData)
            Accessible.role: Accessible.Button
            Accessible.name: isErase ? qsTr("Erase the last digit") : modelData
            Accessible.ignored: modelData === ""

            contentItem: Item {
                Words {
                    anchors.centerIn: parent
                    visible: !key.isErase
                    text: key.isErase ? "" : key.modelData
                    font.pixelSize: Theme.tileText
                    font.bold: true
                    Accessible.ignored: true
                }
                Icon {
                    anchors.centerIn: parent
                    visible: key.isErase
                    name: "edit-clear-locationbar-rtl"
                    size: Theme.icon + 4
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: key.down ? Theme.pressed : Theme.surface
                border.width: Theme.line
                border.color: Theme.card
            }
        }
    }
}
