// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// The visit's papers, on the right through the whole visit.
Rectangle {
    id: root

    required property PapersModel papers
    property alias signing: cards.signing

    color: Theme.surface

    Rectangle {
        width: Theme.line
        height: parent.height
        color: Theme.hairline
    }
    Words {
        id: heading
        x: 20
        y: 24
        text: qsTr("Papers of the visit")
        font.bold: true
    }
    Words {
        anchors.top: heading.bottom
        anchors.topMargin: 12
        x: 20
        width: parent.width - 40
        visible: list.count === 0
        text: qsTr("Nothing printed yet.")
        color: Theme.quietInk
        font.pixelSize: Theme.smallText
    }
    Notice {
        id: trouble
        objectName: "papersProblem"
        anchors.top: heading.bottom
        anchors.topMargin: visible ? 12 : 0
        x: 20
        width: parent.width - 40
        height: visible ? implicitHeight : 0
        text: root.papers.problem
    }
    Scroller {
        id: list
        readonly property int count: root.papers.rows.count
        objectName: "papersList"
        anchors.top: trouble.bottom
        anchors.topMargin: 12
        anchors.bottom: allInHand.visible ? allInHand.top : parent.bottom
        anchors.bottomMargin: allInHand.visible ? 8 : 16
        x: 20
        width: parent.width - 40
        around: 12
        contentHeight: cards.implicitHeight
        onCountChanged: newest.start()
        T.ScrollBar.vertical: ScrollMark {
            parent: root
            anchors.left: list.right
            anchors.leftMargin: 3
            anchors.top: list.top
            anchors.bottom: list.bottom
        }

        PaperCards {
            id: cards
            width: list.width
            papers: root.papers
            walkable: list.contentHeight > list.height
            Accessible.role: Accessible.List
            Accessible.name: heading.text
        }
        // The newest is below, once it is there.
        Timer {
            id: newest
            interval: 0
            onTriggered: list.contentY = Math.max(0, list.contentHeight - list.height)
        }
    }
    AllInHand {
        id: allInHand
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        x: 20
        width: parent.width - 40
        papers: root.papers
    }
}
