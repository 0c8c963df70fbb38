// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Short sentences under a heading with a sign: what something does, what it does not do.
Rectangle {
    id: root

    required property string title
    required property list<string> sentences
    property string iconName: "dialog-ok-apply"
    property color iconColor: Theme.positive

    implicitHeight: column.implicitHeight + 36
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline

    Column {
        id: column
        x: 20
        y: 18
        width: parent.width - 40
        spacing: 4

        Row {
            width: parent.width
            spacing: 10

            Icon {
                id: sign
                name: root.iconName
                color: root.iconColor
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                width: parent.width - sign.width - 10
                text: root.title
                font.bold: true
            }
        }
        Repeater {
            model: root.sentences

            Row {
                id: sentence

                required property string modelData

                width: column.width
                spacing: 12

                Rectangle {
                    width: Theme.words(6)
                    height: width
                    radius: width / 2
                    y: Theme.words(11)
                    color: Theme.ink
                }
                Words {
                    width: parent.width - Theme.words(6) - 12
                    text: sentence.modelData
                    font.pixelSize: Theme.smallText
                }
            }
        }
    }
}
