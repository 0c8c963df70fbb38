// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property RequestModel model: kiosk.request

    title: model.title
    under: model.under
    back: qsTr("Back")
    action: model.action
    actionIcon: model.actionIcon
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    signing: model.stage === RequestModel.Signing
    page: model.stage + "." + model.page + "." + model.whole
    onBacked: root.model.back()
    onActivated: root.model.next()
    onRefused: root.model.insist()

    others: [
        ActionButton {
            objectName: "otherView"
            kind: ActionButton.Kind.Plain
            visible: root.model.otherView !== ""
            text: root.model.otherView
            onActivated: root.model.toggleWhole()
        },
        ActionButton {
            objectName: "takeSigned"
            kind: ActionButton.Kind.Plain
            visible: root.model.stage === RequestModel.Pieces && !root.model.declined
            text: qsTr("It is signed already")
            onActivated: root.model.takeSigned()
        }
    ]

    Connections {
        target: root.model
        function onFieldWanted(row: int): void {
            root.bring(questions.itemAt(row));
        }
    }

    Notice {
        objectName: "agreement"
        width: parent.width
        kind: root.model.declined ? Notice.Kind.Attention : Notice.Kind.Good
        text: root.model.stage === RequestModel.Pieces ? root.model.agreement : ""
    }
    Column {
        id: forms
        width: parent.width
        spacing: 12
        visible: root.model.stage === RequestModel.Choosing
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Field {
            objectName: "said"
            width: parent.width
            label: qsTr("What is it about, in the person’s words?")
            hint: qsTr("I lost my card, my daughter was born")
            text: root.model.said
            maximumLength: 200
            onEdited: text => root.model.said = text
            onAccepted: root.model.chooseFirst()
        }
        Notice {
            objectName: "found"
            width: parent.width
            kind: Notice.Kind.Information
            text: root.model.found
        }
        Repeater {
            model: root.model.forms

            ChoiceCard {
                required property int index
                required property string label
                required property string about
                required property bool picked

                objectName: "form" + index
                width: forms.width
                text: label
                detail: about
                chosen: picked
                onActivated: root.model.chooseForm(index)
            }
        }
    }
    Column {
        id: fields
        width: parent.width
        spacing: Theme.gap
        visible: root.model.stage === RequestModel.Filling

        Repeater {
            id: questions
            model: root.model.fields

            FormField {
                width: fields.width
                onEdited: text => root.model.setField(index, text)
                onToggled: choice => root.model.chooseField(index, choice)
                onConfirmed: root.model.confirmField(index)
            }
        }
    }
    Words {
        objectName: "edition"
        width: parent.width
        visible: text !== ""
        text: root.model.edition
        font.pixelSize: Theme.smallText
    }
    Column {
        objectName: "answers"
        width: parent.width
        spacing: 10
        visible: root.model.stage === RequestModel.Pieces && root.model.answers.count > 0

        Repeater {
            model: root.model.answers

            Column {
                id: answer

                required property string label
                required property string value

                width: parent ? parent.width : 0
                spacing: 2

                Words {
                    width: answer.width
                    text: answer.label
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
                Words {
                    width: answer.width
                    text: answer.value
                    font.bold: true
                }
            }
        }
    }
    Column {
        id: pieces
        width: parent.width
        spacing: 12
        visible: root.model.stage === RequestModel.Pieces

        Repeater {
            model: root.model.pieces

            TickCard {
                required property int index
                required property string label
                required property string about
                required property bool picked

                objectName: "piece" + index
                width: pieces.width
                text: label
                detail: about
                chosen: picked
                onActivated: root.model.togglePiece(index)
            }
        }
        Notice {
            objectName: "missingPieces"
            width: parent.width
            kind: Notice.Kind.Information
            text: root.model.piecesNote
        }
    }
    Column {
        id: signatories
        objectName: "signatories"
        width: parent.width
        spacing: 10
        visible: root.model.signatories.count > 0

        Words {
            width: parent.width
            text: qsTr("Who signs")
            font.bold: true
        }
        Repeater {
            model: root.model.signatories

            Column {
                id: signatory

                required property int index
                required property string label
                required property string about

                width: signatories.width
                spacing: 2

                Words {
                    objectName: "signatory" + signatory.index
                    width: parent.width
                    text: signatory.label
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: signatory.about
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
            }
        }
        Notice {
            objectName: "signedElsewhere"
            width: parent.width
            kind: Notice.Kind.Information
            text: root.model.signedElsewhere
        }
    }
    Signing {
        width: parent.width
        visible: root.model.stage === RequestModel.Signing
        model: root.model
    }
    Removal {
        width: parent.width
        visible: root.model.stage === RequestModel.Removed
        model: root.model
    }
    Receipt {
        width: parent.width
        visible: root.model.stage === RequestModel.Filed
        reference: root.model.reference
        sentences: root.model.outcome
    }
}
