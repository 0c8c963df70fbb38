// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// The four steps of a visit.
Row {
    id: root

    required property int current

    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1 of 4").arg(current)

    Repeater {
        model: [qsTr("Who"), qsTr("What"), qsTr("Papers"), qsTr("End")]

        Row {
            id: step

            required property string modelData
            required property int index

            spacing: 10

            Words {
                visible: step.index > 0
                text: "›"
                color: Theme.barQuietInk
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
            Words {
                text: step.modelData
                color: step.index + 1 === root.current ? Theme.barInk : Theme.barQuietInk
                font.pixelSize: Theme.smallText
                font.bold: step.index + 1 === root.current
                font.underline: step.index + 1 === root.current
                Accessible.ignored: true
            }
        }
    }
}
