// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet

// A question to the person served, on this screen turned towards them: nothing else is readable, both answers weigh
// the same and stay in sight.
Cover {
    id: root

    required property DocumentsModel model

    visible: model.asking
    onVisibleChanged: if (visible) no.forceActiveFocus()
    name: question.text
    Keys.onEscapePressed: root.model.answerTitles(false)

    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: answers.top
        anchors.bottomMargin: Theme.margin
        contentHeight: Math.max(height, words.implicitHeight + 2 * Theme.margin)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: words
            anchors.centerIn: parent
            width: answers.width
            spacing: Theme.margin

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
                font.pixelSize: Theme.personTitleText
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Words {
                width: parent.width
                text: qsTr("The agent may see them too. That they were shown is written down. You can have them printed without showing them.")
                font.pixelSize: Theme.personText
            }
        }
    }
    Columns {
        id: answers
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.max(Theme.margin, (parent.height - words.implicitHeight - height) / 4)
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
        columnSpacing: Theme.margin

        ActionButton {
            id: no
            objectName: "titlesNo"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.minimumHeight: Theme.room(44, 60)
            font.pixelSize: Theme.personText
            text: qsTr("No, keep them sealed")
            onActivated: root.model.answerTitles(false)
            KeyNavigation.tab: yes
            KeyNavigation.backtab: yes
        }
        ActionButton {
            id: yes
            objectName: "titlesYes"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.minimumHeight: Theme.room(44, 60)
            font.pixelSize: Theme.personText
            text: qsTr("Yes, show them")
            onActivated: root.model.answerTitles(true)
            KeyNavigation.tab: no
            KeyNavigation.backtab: no
        }
    }
}
