// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The pages before they are printed.
Cover {
    id: root

    required property DocumentsModel model

    signal hideWanted

    visible: model.previewing
    onVisibleChanged: if (visible) pages.forceActiveFocus()
    name: heading.text
    Keys.onEscapePressed: root.model.closePreview()

    Words {
        id: heading
        objectName: "previewTitle"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: hide.left
        anchors.rightMargin: 16
        y: 16
        text: qsTr("Pages to be printed")
        font.pixelSize: Theme.tileText
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    HideButton {
        id: hide
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: 16
        onActivated: root.hideWanted()
    }
    PageList {
        id: pages
        objectName: "pages"
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        anchors.topMargin: 16 + Math.max(heading.height, hide.height) + 16
        focus: true
        documents: root.model
        name: heading.text
    }
    ActionBar {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        back: qsTr("Close")
        action: qsTr("Print these pages")
        actionIcon: "printer-symbolic"
        onBacked: root.model.closePreview()
        onActivated: root.model.printPreviewed()
    }
}
