// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What a card shows: its mark (a circle, a box, or an arrow that leads somewhere), its words, and what they mean.
Item {
    id: root

    enum Mark { Circle, Box, Arrow }

    property string words
    property string detail
    property bool chosen: false
    property int mark: CardFace.Mark.Circle

    implicitHeight: column.implicitHeight

    Rectangle {
        id: sign
        anchors.left: parent.left
        width: Theme.mark
        height: Theme.mark
        visible: root.mark !== CardFace.Mark.Arrow
        radius: root.mark === CardFace.Mark.Box ? 6 : width / 2
        anchors.verticalCenter: root.detail === "" ? parent.verticalCenter : undefined
        color: root.chosen && root.mark === CardFace.Mark.Box ? Theme.accent : Theme.surface
        border.width: root.chosen ? 3 : Theme.border
        border.color: root.chosen ? Theme.accent : Theme.control

        Rectangle {
            visible: root.chosen && root.mark === CardFace.Mark.Circle
            anchors.centerIn: parent
            width: Theme.dot
            height: Theme.dot
            radius: width / 2
            color: Theme.accent
        }
        Icon {
            visible: root.chosen && root.mark === CardFace.Mark.Box
            anchors.centerIn: parent
            name: "dialog-ok-apply"
            color: Theme.accentInk
            size: Theme.mark - 10
        }
    }
    Column {
        id: column
        anchors.left: sign.visible ? sign.right : parent.left
        anchors.leftMargin: sign.visible ? 18 : 0
        anchors.right: arrow.visible ? arrow.left : parent.right
        anchors.rightMargin: arrow.visible ? 18 : 0
        // Beside a sign that stands above, in a card that is higher than its words.
        anchors.verticalCenter: root.detail === "" || !sign.visible ? parent.verticalCenter : undefined

        Words {
            width: parent.width
            text: root.words
            font.pixelSize: root.detail === "" ? Theme.bodyText : Theme.bodyText + 2
            font.bold: root.detail !== ""
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.detail
            color: Theme.quietInk
            font.pixelSize: Theme.smallText
            Accessible.ignored: true
        }
    }
    Icon {
        id: arrow
        visible: root.mark === CardFace.Mark.Arrow
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: "go-next"
        color: Theme.quietInk
    }
}
