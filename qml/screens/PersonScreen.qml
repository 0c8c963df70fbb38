// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property PersonModel model: kiosk.person

    title: kiosk.personTitle
    under: kiosk.personUnder
    back: qsTr("End of visit")
    problem: model.problem
    papers: kiosk.papers
    first: model.mayRead ? documents : acts
    onBacked: root.kiosk.endVisit()

    others: [
        ActionButton {
            objectName: "number"
            kind: ActionButton.Kind.Plain
            icon.name: root.model.number === "" ? "view-visible" : "view-hidden"
            visible: root.model.hasNumber
            text: root.model.number === "" ? qsTr("Show the number") : qsTr("Mask the number")
            onActivated: root.model.toggleNumber()
        },
        ActionButton {
            objectName: "someoneElse"
            kind: ActionButton.Kind.Plain
            icon.name: "im-user"
            visible: root.kiosk.named
            text: qsTr("Who is here")
            onActivated: root.kiosk.openPresence()
        }
    ]

    Words {
        id: wholeNumber
        objectName: "wholeNumber"
        width: parent.width
        visible: text !== ""
        text: root.model.number
        font.pixelSize: Theme.tileText
        font.bold: true

        Announcement {
            item: wholeNumber
            text: wholeNumber.text
        }
    }
    Words {
        width: parent.width
        text: qsTr("Documents")
        font.bold: true
        visible: root.kiosk.named
    }
    Notice {
        objectName: "noRecords"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.notice
    }
    Flow {
        id: documents
        width: parent.width
        spacing: 12
        visible: root.model.mayRead

        Repeater {
            model: root.model.categories

            WayChip {
                required property int index
                required property string label
                required property string amount

                objectName: "category" + index
                mostWidth: documents.width
                text: label
                count: amount
                onActivated: root.kiosk.openDocuments(index)
            }
        }
    }
    Columns {
        id: acts
        width: parent.width

        Tile {
            objectName: "optOuts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: root.kiosk.named
            icon.name: "dialog-cancel"
            text: qsTr("Refuse, close, hide")
            detail: qsTr("“I don’t want Mon espace santé”, and the other rights")
            onActivated: root.kiosk.openOptOuts()
        }
        Tile {
            objectName: "requests"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: root.kiosk.named
            icon.name: "document-edit"
            text: qsTr("A request")
            detail: qsTr("Fill in a form together, complete or not")
            onActivated: root.kiosk.openRequest()
        }
        Tile {
            objectName: "blankForms"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !root.kiosk.named
            icon.name: "document-new"
            text: qsTr("Blank forms")
            detail: qsTr("To fill in at home or in the queue")
            onActivated: root.kiosk.openForms()
        }
        Tile {
            objectName: "addPerson"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !root.kiosk.named
            icon.name: "contact-new"
            text: qsTr("Add the person")
            detail: qsTr("For a request, somebody has to be named")
            onActivated: root.kiosk.openAddPerson()
        }
    }
    ContactWay {
        width: parent.width
        contact: root.model.contact
        onActivated: root.model.openContact()
    }
    Words {
        width: parent.width
        text: qsTr("Requests and refusals")
        font.bold: true
        visible: root.model.acts.count > 0
    }
    Column {
        id: list
        width: parent.width
        spacing: 10

        Repeater {
            model: root.model.acts

            ActRow {
                width: list.width
                onActivated: root.model.openAct(index)
            }
        }
    }
}
