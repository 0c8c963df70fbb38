// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// How the paper was made final.
Column {
    id: root

    required property RowModel rows

    signal chosen(int index)

    spacing: 12

    Repeater {
        model: root.rows

        ChoiceCard {
            required property int index
            required property string label
            required property string about
            required property bool picked

            objectName: "signed" + index
            width: root.width
            text: label
            detail: about
            chosen: picked
            onActivated: root.chosen(index)
        }
    }
}
