// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Back on the left, the one filled action on the right, others between; the others stand above where there is no room.
Rectangle {
    id: root

    property string back
    property string backIcon: LayoutMirroring.enabled ? "go-next" : "go-previous"
    property string action
    property string actionIcon
    property string missing
    property bool waiting: false
    property bool usual: true // the act that is expected here is this one
    property int papers: 0 // of the visit, where they have no panel beside the content
    property bool papersOpen: false
    default property alias others: between.data

    readonly property int side: Math.round(24 * Theme.density)
    readonly property real ends: (backButton.visible ? backButton.implicitWidth + 16 : 0)
                                 + (actionButton.visible ? actionButton.implicitWidth + 16 : 0) + 2 * side
    readonly property bool stacked: between.width > 0 && ends + between.width + 16 > width
    readonly property int pad: Math.round((Theme.actionBarHeight - Theme.actionHeight) / 2)

    signal backed
    signal activated
    signal refused // pressed though something is missing
    signal papersToggled

    implicitHeight: Math.max(backButton.height, actionButton.height, between.width > 0 && !stacked ? between.height : 0)
                    + 2 * pad + (stacked ? between.height + pad : 0)
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }
    ActionButton {
        id: backButton
        objectName: "back"
        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.pad
        visible: root.back !== ""
        kind: ActionButton.Kind.Plain
        icon.name: root.backIcon
        text: root.back
        onActivated: root.backed()
    }
    Row {
        id: between

        readonly property real start: backButton.visible && !root.stacked ? backButton.width + 16 : 0

        anchors.left: parent.left
        anchors.leftMargin: root.side + start
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.stacked ? 2 * root.pad + Math.max(backButton.height, actionButton.height) : root.pad
        spacing: 16

        ActionButton {
            objectName: "papers"
            visible: root.papers > 0
            icon.name: root.papersOpen ? "window-close" : "printer-symbolic"
            text: root.papersOpen ? qsTr("Close") : root.papers
            Accessible.name: root.papersOpen ? qsTr("Close the papers of the visit") : qsTr("Papers of the visit: %1").arg(root.papers)
            onActivated: root.papersToggled()
        }
    }
    ActionButton {
        id: actionButton
        objectName: "action"
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.pad
        width: Math.min(implicitWidth, root.width - 2 * root.side - (backButton.visible ? backButton.width + 16 : 0))
        visible: root.action !== ""
        kind: root.usual ? ActionButton.Kind.Filled : ActionButton.Kind.Outlined
        icon.name: root.actionIcon
        text: root.action
        missing: root.waiting ? qsTr("One moment…") : root.missing
        onActivated: root.activated()
        onRefused: root.refused()
    }
}
