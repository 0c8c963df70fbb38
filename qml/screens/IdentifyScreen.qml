// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property IdentifyModel model: kiosk.identify

    title: qsTr("Who is it for?")
    under: qsTr("Ask for the date of birth first. Three letters of a name are enough.")
    back: qsTr("Back")
    action: qsTr("Search")
    actionIcon: "edit-find"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    first: model.byCard ? (card as Item) : model.byNumber ? (number as Item) : (birth as Item)
    onBacked: root.kiosk.back()
    onActivated: root.model.find()

    others: [
        ActionButton {
            objectName: "withoutName"
            text: qsTr("Go on without a name")
            onActivated: root.model.goOnWithoutName()
        }
    ]

    Flow {
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Search by")

        Chip {
            objectName: "byBirth"
            mostWidth: parent.width
            text: qsTr("Date of birth and letters")
            chosen: !root.model.byNumber && !root.model.byCard
            onActivated: root.model.byNumber = false
        }
        Chip {
            objectName: "byNumber"
            mostWidth: parent.width
            text: qsTr("Social security number")
            chosen: root.model.byNumber
            onActivated: root.model.byNumber = true
        }
        Chip {
            id: card
            objectName: "byCard"
            mostWidth: parent.width
            visible: root.model.cardThere || root.model.byCard
            text: qsTr("Vitale card")
            chosen: root.model.byCard
            onChosenChanged: if (chosen) forceActiveFocus() // the field that had it is gone
            onActivated: root.model.byCard = true
        }
    }
    Columns {
        width: parent.width
        visible: !root.model.byNumber && !root.model.byCard

        DateField {
            id: birth
            objectName: "birth"
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            Layout.alignment: Qt.AlignTop
            label: qsTr("Date of birth")
            large: true
            text: root.model.birth
            understood: root.model.birthUnderstood
            problem: root.model.birthProblem
            onEdited: text => root.model.birth = text
            onAccepted: if (root.model.enterBirth()) letters.forceActiveFocus()
        }
        Field {
            id: letters
            objectName: "letters"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.alignment: Qt.AlignTop
            label: qsTr("Up to three letters")
            hint: qsTr("Of a surname or first name")
            large: true
            maximumLength: 3
            text: root.model.letters
            inputMethodHints: Qt.ImhPreferUppercase
            onEdited: text => root.model.letters = text
            onAccepted: if (root.model.enterBirth()) root.model.find(); else birth.forceActiveFocus()
        }
    }
    MaskedField {
        id: number
        objectName: "number"
        width: parent.width
        visible: root.model.byNumber
        label: qsTr("Social security number")
        hint: qsTr("13 characters, or 15 with the key")
        large: true
        maximumLength: 30
        value: root.model.number
        masked: root.model.numberMasked
        understood: activeFocus ? root.model.numberUnderstood : ""
        problem: root.model.numberProblem
        inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhPreferUppercase
        onVisibleChanged: if (visible) forceActiveFocus()
        onTyped: text => root.model.number = text
        onAccepted: root.model.find()
    }
    Notice {
        objectName: "cardWords"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.cardWords
    }
    Column {
        id: onCard
        width: parent.width
        spacing: 10
        visible: root.model.byCard && root.model.cardPeople.count > 0

        Repeater {
            model: root.model.cardPeople

            WayCard {
                required property int index
                required property string label
                required property string about

                objectName: "onCard" + index
                width: onCard.width
                text: label
                detail: about
                Accessible.name: (index + 1) + ". " + label
                onActivated: root.model.chooseOnCard(index)
            }
        }
    }
    Words {
        id: found
        objectName: "found"
        width: parent.width
        visible: text !== ""
        text: root.model.found
        font.bold: true

        Announcement {
            item: found
            text: found.text
        }
    }
    Column {
        id: list
        width: parent.width
        spacing: 10

        Repeater {
            model: root.model.candidates

            WayCard {
                required property int index
                required property string label
                required property string about

                objectName: "candidate" + index
                width: list.width
                text: label
                detail: about
                Accessible.name: (index + 1) + ". " + label
                onActivated: root.model.choose(index)
            }
        }
    }
    Tile {
        objectName: "addPerson"
        width: parent.width
        visible: root.model.nobody
        icon.name: "contact-new"
        text: qsTr("Add the person")
        detail: qsTr("A newborn, a traveller, somebody who is in no list yet")
        onActivated: root.kiosk.openAddPerson()
    }
}
