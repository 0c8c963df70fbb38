// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Back on the left, the one filled action on the right, others between.
Rectangle {
    id: root

    property string back
    property string action
    property string actionIcon
    property string missing
    property bool waiting: false
    default property alias others: between.data

    signal backed
    signal activated

    implicitHeight: Theme.actionBarHeight
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }
    ActionButton {
        id: backButton
        objectName: "back"
        x: 24
        anchors.verticalCenter: parent.verticalCenter
        visible: root.back !== ""
        kind: ActionButton.Kind.Plain
        icon.name: "go-previous"
        text: root.back
        onActivated: root.backed()
    }
    Row {
        id: between
        anchors.left: backButton.visible ? backButton.right : parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16
    }
    ActionButton {
        objectName: "action"
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        visible: root.action !== ""
        kind: ActionButton.Kind.Filled
        icon.name: root.actionIcon
        text: root.action
        missing: root.waiting ? qsTr("One moment…") : root.missing
        onActivated: root.activated()
    }
}
