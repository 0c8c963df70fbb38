// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import Guichet

// A dialog: a title, what is asked or told, one way to close it. It scrolls where it is higher than the window.
Cover {
    id: root

    property string title
    property string close: qsTr("Close")
    property bool hideable: false // somebody works here
    property alias others: others.data // buttons beside the one that closes
    readonly property real othersWidth: foot.width - 56 - closeButton.width - 16 // that they have
    default property alias content: column.data

    signal closed
    signal hideWanted

    name: title
    ground: Theme.scrim
    onVisibleChanged: if (visible) closeButton.forceActiveFocus()
    Keys.onEscapePressed: closed()
    Keys.onDownPressed: scroll(Theme.target)
    Keys.onUpPressed: scroll(-Theme.target)

    function scroll(by: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by));
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin, Theme.words(720))
        height: Math.min(root.height - Theme.margin, header.height + column.implicitHeight + foot.height + 56)
        radius: Theme.largeRadius
        color: Theme.surface
        border.width: Theme.line
        border.color: Theme.card

        Item {
            id: header
            x: 28
            y: 28
            width: parent.width - 56
            height: Math.max(words.implicitHeight, hide.visible ? hide.height : 0) + Theme.gap

            Words {
                id: words
                objectName: "sheetTitle"
                anchors.left: parent.left // to the right where the layout is mirrored
                width: parent.width - (hide.visible ? hide.width + 16 : 0)
                text: root.title
                font.pixelSize: Theme.tileText
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            HideButton {
                id: hide
                anchors.right: parent.right
                visible: root.hideable
                onActivated: root.hideWanted()
            }
        }
        Scroller {
            id: flick
            objectName: "sheetText"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: foot.top
            contentHeight: column.implicitHeight + 12
            around: 12

            Column {
                id: column
                x: 28
                y: 4 // for the frame of a button that comes first
                width: parent.width - 56
                spacing: Theme.gap
            }
        }
        Item {
            id: foot
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Math.max(closeButton.height, others.height) + 40

            Row {
                id: others
                anchors.right: closeButton.left
                anchors.rightMargin: 16
                anchors.verticalCenter: parent.verticalCenter
                spacing: 16
            }
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
