// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The pages before they are printed.
Cover {
    id: root

    required property DocumentsModel model

    visible: model.previewing
    onVisibleChanged: if (visible) pages.forceActiveFocus()
    name: heading.text
    Keys.onEscapePressed: root.model.closePreview()

    Words {
        id: heading
        objectName: "previewTitle"
        x: Theme.margin
        y: 16
        width: parent.width - 2 * Theme.margin
        text: qsTr("Pages to be printed")
        font.pixelSize: Theme.tileText
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    PageList {
        id: pages
        objectName: "pages"
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        anchors.topMargin: heading.y + heading.height + 16
        focus: true
        documents: root.model
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
