// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet

// A text sentence by sentence under its title, with a mark on the one that is being read.
Item {
    id: root

    required property ReadAloud reading
    readonly property Flickable list: view

    activeFocusOnTab: true
    Keys.onDownPressed: view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY + Theme.target))
    Keys.onUpPressed: view.contentY = Math.max(0, view.contentY - Theme.target)
    Accessible.role: Accessible.List
    Accessible.name: reading.title

    SpokenLine {
        id: title
        objectName: "personHeading"
        width: parent.width - 20
        sentence: root.reading.title
        marked: root.reading.current === 0
        size: Theme.personText
        bold: true
        role: Accessible.Heading
    }
    FocusFrame {
        shown: root.activeFocus && Theme.keysInUse
    }
    ListView {
        id: view

        readonly property int marked: root.reading.current

        objectName: "personLines"
        anchors.top: title.bottom
        anchors.topMargin: 4
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        cacheBuffer: 0 // another text comes while lines out of sight are made: Qt complains of theirs
        boundsBehavior: Flickable.StopAtBounds
        model: root.visible ? root.reading.lines : null
        onMarkedChanged: if (marked >= 0)
            positionViewAtIndex(marked, ListView.Contain)
        T.ScrollBar.vertical: ScrollMark {}

        delegate: SpokenLine {
            required property int index
            required property string words
            required property bool heading

            objectName: "line" + index
            visible: index > 0 // that is the title
            width: ListView.view.width - 20
            height: visible ? implicitHeight : 0
            sentence: words
            marked: visible && index === view.marked
            bold: heading
        }
    }
}
