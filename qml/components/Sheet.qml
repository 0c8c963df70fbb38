// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import QtQuick.Templates as T
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

    // What has the focus is in sight.
    function reveal(item: Item): void {
        let at = item;
        while (at && at !== column)
            at = at.parent;
        if (!at)
            return;
        const top = item.mapToItem(column, 0, 0).y - 12;
        const bottom = item.mapToItem(column, 0, item.height).y + 12;
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top);
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, bottom - flick.height);
    }

    function scroll(by: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by));
    }

    Connections {
        target: root.Window.window
        enabled: root.visible
        function onActiveFocusItemChanged(): void {
            root.reveal(root.Window.window.activeFocusItem);
        }
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
        Flickable {
            id: flick
            objectName: "sheetText"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: foot.top
            contentHeight: column.implicitHeight + 12
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ScrollMark {}

            Column {
                id: column
                x: 28
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
