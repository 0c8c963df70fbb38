// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// A row of lists, of which one is shown: rows of "label" and "picked".
Flow {
    id: root

    property alias rows: repeater.model
    required property string name   // what they are, to who does not see them
    required property string prefix // of each one's objectName, before its number

    signal chosen(index: int)

    spacing: 12
    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    Repeater {
        id: repeater

        TabChip {
            required property int index
            required property string label
            required property bool picked

            objectName: root.prefix + index
            mostWidth: root.width
            text: label
            chosen: picked
            onActivated: root.chosen(index)
        }
    }
}
