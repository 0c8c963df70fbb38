// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What changed for whoever works here, version by version.
Sheet {
    id: root

    required property NewsModel model

    title: qsTr("What changed for you")

    Repeater {
        model: root.model.changes

        Words {
            required property int index
            required property string words
            required property bool heading

            objectName: "change" + index
            width: parent ? parent.width : 0
            text: words
            font.bold: heading
        }
    }
    Words {
        width: parent.width
        text: qsTr("This can be read again from the help: F1, then “What changed with this version”.")
        color: Theme.quietInk
        font.pixelSize: Theme.smallText
    }
}
