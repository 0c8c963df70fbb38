// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One opt-out or request in a list: what it is, its reference, how it stands; it leads to its page.
T.AbstractButton {
    id: root

    required property int index
    required property string title
    required property string reference
    required property string status
    required property string detail

    signal activated

    objectName: "act" + index
    onClicked: activated()

    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()

    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.target, lines.implicitHeight + 24)
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + reference
    Accessible.description: stand.text

    contentItem: Item { // qmllint disable deferred-property-id
        Column {
            id: lines
            anchors.left: parent.left
            anchors.leftMargin: 18
            anchors.right: way.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.title
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: root.reference
                font.bold: true
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
            Words {
                id: stand
                objectName: "actStatus" + root.index
                width: parent.width
                text: root.detail === "" ? root.status : root.status + " · " + root.detail
                color: Theme.quietInk
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
        }
        Icon {
            id: way
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            name: LayoutMirroring.enabled ? "go-previous" : "go-next"
        }
    }
    background: CardGround {
        down: root.down
        focused: root.activeFocus
    }
}
