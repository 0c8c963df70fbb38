// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// The four steps of a visit; where there is no room, only the one that we are in.
Row {
    id: root

    required property int current
    property bool brief: false

    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1 of 4").arg(current)

    Words {
        visible: root.brief
        text: root.current + "/4"
        color: Theme.barQuietInk
        font.pixelSize: Theme.smallText
        Accessible.ignored: true
    }
    Repeater {
        model: [qsTr("Who"), qsTr("What"), qsTr("Papers"), qsTr("End")]

        Row {
            id: step

            required property string modelData
            required property int index
            readonly property bool here: index + 1 === root.current

            spacing: 10
            visible: here || !root.brief

            Words {
                visible: step.index > 0 && !root.brief
                text: root.LayoutMirroring.enabled ? "‹" : "›"
                color: Theme.barQuietInk
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
            Words {
                text: step.modelData
                color: step.here ? Theme.barInk : Theme.barQuietInk
                font.pixelSize: Theme.smallText
                font.bold: step.here
                font.underline: step.here
                Accessible.ignored: true
            }
        }
    }
}
