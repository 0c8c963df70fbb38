// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What went wrong, or what to know, in words and with a sign: never by colour alone.
Rectangle {
    id: root

    enum Kind { Attention, Information, Good }

    property string text
    property int kind: Notice.Kind.Attention
    property string picture: "" // of what to do, in place of the sign; the words say it too
    property bool closable: false
    readonly property color ink: kind === Notice.Kind.Attention ? Theme.attention : kind === Notice.Kind.Good ? Theme.positive : Theme.ink

    signal closed

    implicitHeight: Math.max(words.implicitHeight, closable ? Theme.target : 0, sign.height) + 24
    visible: text !== ""
    radius: Theme.radius
    color: kind === Notice.Kind.Attention ? Theme.attentionGround : Theme.surface
    border.width: Theme.line
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Announcement {
        item: root
        text: root.text
        urgent: root.kind === Notice.Kind.Attention
    }

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        size: root.picture === "" ? Theme.icon : 2 * Theme.icon
        name: root.picture !== "" ? root.picture : root.kind === Notice.Kind.Good ? "dialog-ok-apply" : root.kind === Notice.Kind.Information ? "documentinfo" : "data-warning"
        color: root.ink
    }
    Words {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: 14
        anchors.right: root.closable ? close.left : parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: root.ink
        font.bold: root.kind !== Notice.Kind.Information
        Accessible.ignored: true
    }
    ActionButton {
        id: close
        objectName: "dismiss"
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: root.closable
        kind: ActionButton.Kind.Pill
        text: qsTr("Close")
        onActivated: root.closed()
    }
}
