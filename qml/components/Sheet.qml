// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A dialog: a title, what is asked or told, one way to close it. It scrolls where it is higher than the window.
Cover {
    id: root

    property string title
    property string close: qsTr("Close")
    default property alias content: column.data

    signal closed

    name: title
    ground: Theme.scrim
    onVisibleChanged: if (visible) closeButton.forceActiveFocus()
    Keys.onEscapePressed: closed()

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin, Theme.words(720))
        height: Math.min(root.height - Theme.margin, column.implicitHeight + foot.height + 56)
        radius: Theme.largeRadius
        color: Theme.surface
        border.width: Theme.line
        border.color: Theme.card

        TapHandler {}
        Flickable {
            id: flick
            anchors.fill: parent
            anchors.topMargin: 28
            anchors.bottomMargin: foot.height
            contentHeight: column.implicitHeight + 12
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ScrollMark {}

            Column {
                id: column
                x: 28
                width: parent.width - 56
                spacing: Theme.gap

                Words {
                    objectName: "sheetTitle"
                    width: parent.width
                    text: root.title
                    font.pixelSize: Theme.tileText
                    font.bold: true
                    Accessible.role: Accessible.Heading
                }
            }
        }
        Item {
            id: foot
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: closeButton.height + 40

            ActionButton {
                id: closeButton
                objectName: "closeSheet"
                anchors.right: parent.right
                anchors.rightMargin: 28
                anchors.verticalCenter: parent.verticalCenter
                text: root.close
                onActivated: root.closed()
            }
        }
    }
}
