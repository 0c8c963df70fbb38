// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A question to the person served, on this screen turned towards them: nothing else is readable, both answers weigh
// the same.
FocusScope {
    id: root

    required property DocumentsModel model

    visible: model.asking
    onVisibleChanged: if (visible) no.forceActiveFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: question.text
    Keys.onEscapePressed: root.model.answerTitles(false)

    Rectangle {
        anchors.fill: parent
        color: Theme.ground

        TapHandler {} // nothing behind is reached
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 1088 * Theme.scale)
        spacing: 32

        Words {
            width: parent.width
            text: qsTr("Turn the screen towards the person")
            color: Theme.quietInk
            font.pixelSize: Theme.smallText
        }
        Words {
            id: question
            width: parent.width
            text: qsTr("Do you want the titles of your documents to be shown here?")
            font.pixelSize: Math.round(52 * Theme.scale)
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: qsTr("The agent may see them too. That they were shown is written down. You can have them printed without showing them.")
            font.pixelSize: Math.round(30 * Theme.scale)
        }
        Row {
            width: parent.width
            spacing: 32

            ActionButton {
                id: no
                objectName: "titlesNo"
                width: (parent.width - 32) / 2
                height: 104 * Theme.scale
                font.pixelSize: Math.round(30 * Theme.scale)
                text: qsTr("No, keep them sealed")
                onActivated: root.model.answerTitles(false)
                KeyNavigation.tab: yes
                KeyNavigation.backtab: yes
            }
            ActionButton {
                id: yes
                objectName: "titlesYes"
                width: (parent.width - 32) / 2
                height: 104 * Theme.scale
                font.pixelSize: Math.round(30 * Theme.scale)
                text: qsTr("Yes, show them")
                onActivated: root.model.answerTitles(true)
                KeyNavigation.tab: no
                KeyNavigation.backtab: no
            }
        }
    }
}
