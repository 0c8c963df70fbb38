// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet

// The very pages that would be printed, one above the other.
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
    ListView {
        id: pages
        objectName: "pages"
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        anchors.topMargin: heading.y + heading.height + 16
        spacing: 24
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.model.previewPages
        T.ScrollBar.vertical: ScrollMark {}
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 120))
        Keys.onUpPressed: contentY = Math.max(0, contentY - 120)
        Accessible.role: Accessible.List
        Accessible.name: heading.text

        delegate: Item {
            id: page

            required property int index
            required property string source
            required property real ratio
            required property string label

            width: ListView.view.width
            height: sheet.height
            Component.onCompleted: root.model.drawPage(index)

            Rectangle {
                id: sheet
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width - 2 * Theme.margin, Theme.words(860))
                height: width / page.ratio
                color: Theme.paper
                border.width: Theme.line
                border.color: Theme.card

                Image {
                    anchors.fill: parent
                    anchors.margins: 1
                    source: page.source
                    asynchronous: true
                    cache: false
                    mipmap: true
                    Accessible.role: Accessible.Graphic
                    Accessible.name: page.label
                }
            }
        }
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
