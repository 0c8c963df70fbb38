// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet

// The very pages that would be printed, one above the other.
ListView {
    id: root

    required property DocumentsModel documents
    required property string name

    spacing: 24
    clip: true
    activeFocusOnTab: true
    // The keys move the list, not from page to page: a list that gets its rows gives them to the first.
    onModelChanged: {
        if (currentItem)
            currentItem.focus = false;
        currentIndex = -1;
    }
    boundsBehavior: Flickable.StopAtBounds
    model: visible ? documents.previewPages : null
    T.ScrollBar.vertical: ScrollMark {}
    Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 120))
    Keys.onUpPressed: contentY = Math.max(0, contentY - 120)
    Accessible.role: Accessible.List
    Accessible.name: name

    FocusFrame {
        parent: root // and not among the pages, which move
        around: 0 // what is outside is cut
        shown: root.activeFocus && Theme.keysInUse
    }

    delegate: Item {
        id: page

        required property int index
        required property string source
        required property real ratio
        required property string label

        width: ListView.view.width
        height: sheet.height
        Component.onCompleted: root.documents.drawPage(index)

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
