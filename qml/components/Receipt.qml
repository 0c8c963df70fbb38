// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What was registered, in the words of the receipt.
Rectangle {
    id: root

    required property string reference
    required property list<string> sentences

    implicitHeight: column.implicitHeight + 48
    radius: Theme.largeRadius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.card

    Column {
        id: column
        x: 28
        y: 24
        width: parent.width - 56
        spacing: 10

        Row {
            spacing: 12

            Icon {
                name: "dialog-ok-apply"
                color: Theme.positive
                size: Theme.icon + 8
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                id: code
                objectName: "reference"
                text: root.reference
                font.pixelSize: Theme.tileText
                font.bold: true
                font.letterSpacing: 1

                Announcement {
                    item: code
                    text: {
                        let words = root.reference;
                        for (const sentence of root.sentences)
                            words += ". " + sentence;
                        return words;
                    }
                }
            }
        }
        Repeater {
            model: root.sentences

            Words {
                required property string modelData

                width: column.width
                text: modelData
            }
        }
    }
}
