// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet

// What was written to each other, the last at the foot.
ListView {
    id: root

    required property Dialogue dialogue
    required property string agent // how each is named to whoever reads
    required property string person
    required property string name
    property int size: Theme.bodyText

    spacing: Theme.gap
    clip: true
    activeFocusOnTab: true
    currentIndex: -1 // the keys move the list, not from line to line
    boundsBehavior: Flickable.StopAtBounds
    model: dialogue.lines // for good: a list that gets another model gives the keys to its first line
    onCountChanged: positionViewAtEnd()
    onHeightChanged: positionViewAtEnd()
    T.ScrollBar.vertical: ScrollMark {}
    Accessible.role: Accessible.List
    Accessible.name: name

    FocusFrame {
        parent: root // and not among the lines, which move
        around: 0 // what is outside is cut
        shown: root.activeFocus && Theme.keysInUse
    }

    delegate: Column {
        id: line

        required property int index
        required property string words
        required property bool byAgent

        width: ListView.view.width - 20
        Accessible.role: Accessible.ListItem
        Accessible.name: writer.text + ": " + words

        Words {
            id: writer
            width: parent.width
            text: line.byAgent ? root.agent : root.person
            font.pixelSize: Theme.smallText
            font.bold: true
            color: Theme.quietInk
            Accessible.ignored: true
        }
        Words {
            objectName: "written" + line.index
            width: parent.width
            text: line.words
            font.pixelSize: root.size
            font.bold: line.byAgent
            Accessible.ignored: true

            Announcement {
                item: line
                text: line.words
            }
        }
    }
}
