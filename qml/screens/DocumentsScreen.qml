// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet

// The list fills the screen and scrolls by itself: a person may have thousands of records.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property DocumentsModel model: kiosk.documents

    title: kiosk.personTitle
    under: kiosk.personUnder
    back: qsTr("Back")
    action: model.printText
    actionIcon: "printer-symbolic"
    missing: model.printMissing
    waiting: model.waiting
    problem: model.problem
    read: model
    papers: kiosk.papers
    first: list
    onBacked: root.kiosk.back()
    onActivated: root.model.print()

    Flow {
        id: chips
        width: parent.width
        spacing: 8
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Kinds of documents")

        Repeater {
            model: root.model.categories

            TabChip {
                required property int index
                required property string label
                required property string amount
                required property bool picked

                objectName: "category" + index
                mostWidth: chips.width
                text: label
                count: amount
                chosen: picked
                onActivated: root.model.chooseCategory(index)
            }
        }
    }
    ListView {
        id: list

        // Down to the buttons under it, so that the screen itself needs no scrolling.
        readonly property real room: root.contentRoom - parent.y - y - Theme.gap - foot.height - 24

        objectName: "records"
        width: parent.width
        height: Math.min(contentHeight, Math.max(root.compact ? root.contentRoom - 32 : Theme.room(60, 100), room))
        spacing: 10
        clip: true
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        cacheBuffer: 0 // Qt 6.8 tells assistive technology nothing of a row that it makes ahead
        onCountChanged: if (count > 0 && currentIndex < 0) currentIndex = 0
        // Whoever comes back by Tab comes to the row again, not behind its buttons.
        onActiveFocusChanged: if (!activeFocus && currentItem) currentItem.focus = true
        boundsBehavior: Flickable.StopAtBounds
        model: root.model.rows
        T.ScrollBar.vertical: ScrollMark {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Documents")

        delegate: DocumentRow {
            objectName: "record" + index
            width: ListView.view.width - (ListView.view.contentHeight > ListView.view.height ? 20 : 0)
            onTicked: {
                ListView.view.currentIndex = index;
                root.model.toggle(index);
            }
            onPrinted: root.model.printOne(index)
            onViewed: root.model.view(index)
        }
    }
    Column {
        width: parent.width
        spacing: 8
        visible: list.count === 0 && root.model.wasRead && !root.model.waiting

        Words {
            objectName: "nothingHere"
            width: parent.width
            text: qsTr("Nothing of this kind has come to this counter, or nothing that can be shown here.")
            font.bold: true
        }
        Words {
            id: askTitle
            width: parent.width
            text: qsTr("Ask for it, with a receipt:")
        }
        Columns {
            id: asks
            width: parent.width
            Accessible.role: Accessible.Grouping
            Accessible.name: askTitle.text

            Repeater {
                model: root.model.asks

                WayCard {
                    required property int index
                    required property string label
                    required property string about

                    objectName: "ask" + index
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    text: label
                    detail: about
                    onActivated: root.model.askFor(index)
                }
            }
        }
    }
    Flow {
        id: foot
        width: parent.width
        spacing: 12

        TickChip {
            objectName: "allDocuments"
            visible: root.model.countable > 1
            mostWidth: foot.width
            text: qsTr("All %n document(s)", "", root.model.countable)
            chosen: root.model.allChosen
            onActivated: root.model.toggleAll()
        }
        ActionButton {
            objectName: "showTitles"
            width: Math.min(implicitWidth, foot.width)
            kind: ActionButton.Kind.Pill
            visible: !root.model.titlesOpen && list.count > 0
            icon.name: "view-visible"
            text: qsTr("Let the person see the titles")
            onActivated: root.model.askTitles()
        }
        ActionButton {
            objectName: "sealTitles"
            kind: ActionButton.Kind.Pill
            visible: root.model.titlesOpen
            icon.name: "object-locked"
            text: qsTr("Seal the titles again")
            onActivated: root.model.sealTitles()
        }
        TickChip {
            objectName: "large"
            visible: list.count > 0
            text: qsTr("Large type")
            chosen: root.model.large
            onActivated: root.model.large = !root.model.large
        }
    }
}
