// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A large way in: icon, words, a line that says what one finds there, and a count where something waits.
T.AbstractButton {
    id: root

    property string detail
    property string badge
    property bool filled: false
    property int least: Theme.room(60, 50) // height
    readonly property color ink: filled ? Theme.accentInk : Theme.ink

    signal activated

    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(least, (filled ? Math.max(sign.height, words.implicitHeight) : words.implicitHeight) + 2 * padding)
    implicitWidth: Theme.words(400)
    padding: 22
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: badge === "" ? detail : detail + ", " + badge

    contentItem: Item { // qmllint disable deferred-property-id
        Icon {
            id: sign
            anchors.left: parent.left
            name: root.icon.name
            color: root.ink
            size: root.filled ? Theme.largeIcon + 16 : Theme.largeIcon
            anchors.verticalCenter: root.filled ? parent.verticalCenter : undefined
        }
        Column {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: root.filled ? 28 : 20
            anchors.right: count.visible ? count.left : parent.right
            anchors.verticalCenter: root.filled ? parent.verticalCenter : undefined
            spacing: 4

            Words {
                width: parent.width
                text: root.text
                color: root.ink
                font.pixelSize: root.filled ? Theme.titleText : Theme.tileText
                font.bold: true
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: root.detail
                color: root.filled ? Theme.accentQuietInk : Theme.quietInk
                font.pixelSize: root.filled ? Theme.bodyText : Theme.smallText
                Accessible.ignored: true
            }
        }
        Rectangle {
            id: count
            visible: root.badge !== ""
            anchors.right: parent.right
            width: number.implicitWidth + 28
            height: number.implicitHeight + 8
            radius: height / 2
            color: Theme.attentionGround

            Words {
                id: number
                anchors.centerIn: parent
                text: root.badge
                color: Theme.attention
                font.pixelSize: Theme.smallText
                font.bold: true
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.largeRadius
        color: root.filled ? (root.down ? Theme.accentPressed : Theme.accent) : root.down ? Theme.pressed : Theme.surface
        border.width: root.filled ? 0 : Theme.line
        border.color: Theme.card

        FocusFrame {
            shown: root.activeFocus && Theme.keysInUse
            radius: Theme.largeRadius + 4
        }
    }
}
