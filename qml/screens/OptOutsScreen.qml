// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property OptOutsModel model: kiosk.optOuts

    title: model.title
    under: model.under
    back: qsTr("Back")
    action: model.action
    actionIcon: model.actionIcon
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    signing: model.stage === OptOutsModel.Signing
    page: model.title
    first: model.stage === OptOutsModel.Choosing ? choosing : signing
    others: [
        ActionButton {
            objectName: "takeSigned"
            kind: ActionButton.Kind.Plain
            visible: root.model.stage === OptOutsModel.Choosing && root.model.missing === ""
            text: qsTr("It is signed already")
            onActivated: root.model.takeSigned()
        }
    ]
    onBacked: root.model.back()
    onActivated: root.model.next()

    Notice {
        objectName: "agreement"
        width: parent.width
        kind: root.model.declined ? Notice.Kind.Attention : Notice.Kind.Good
        text: root.model.stage === OptOutsModel.Choosing ? root.model.agreement : ""
    }
    Notice {
        objectName: "already"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.already
    }
    Column {
        id: choosing
        width: parent.width
        spacing: Theme.gap
        visible: root.model.stage === OptOutsModel.Choosing

        Columns {
            width: parent.width

            Bullets {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                title: qsTr("What this does")
                sentences: root.model.does
            }
            Bullets {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                title: qsTr("What this does not do")
                sentences: root.model.doesNot
                iconName: "dialog-cancel"
                iconColor: Theme.attention
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.question
            font.bold: true
        }
        Columns {
            width: parent.width
            most: 3
            visible: root.model.question !== ""
            Accessible.role: Accessible.Grouping
            Accessible.name: root.model.question

            Repeater {
                model: root.model.answers

                ChoiceCard {
                    required property int index
                    required property string label
                    required property string about
                    required property bool picked

                    objectName: "answer" + index
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    text: label
                    detail: about
                    chosen: picked
                    onActivated: root.model.answer(index)
                }
            }
        }
        Field {
            objectName: "scopeDetail"
            width: parent.width
            visible: root.model.asksDetail
            label: root.model.detailLabel
            text: root.model.detail
            onEdited: text => root.model.detail = text
        }
        Words {
            width: parent.width
            visible: root.model.scopes.count > 0
            text: qsTr("Or another right")
            font.bold: true
        }
        Column {
            id: scopes
            width: parent.width
            spacing: 10

            Repeater {
                model: root.model.scopes

                WayCard {
                    required property int index
                    required property string label

                    objectName: "scope" + index
                    width: scopes.width
                    text: label
                    onActivated: root.model.chooseScope(index)
                }
            }
        }
    }
    Signing {
        id: signing
        width: parent.width
        visible: root.model.stage === OptOutsModel.Signing
        model: root.model
    }
    Removal {
        width: parent.width
        visible: root.model.stage === OptOutsModel.Removed
        model: root.model
    }
    Receipt {
        width: parent.width
        visible: root.model.stage === OptOutsModel.Registered
        reference: root.model.reference
        sentences: root.model.outcome
    }
    WayCard {
        objectName: "callTogether"
        width: parent.width
        visible: root.model.canCall
        text: qsTr("Call the operator together")
        detail: qsTr("What to say, and room for who answered: kept as evidence")
        onActivated: root.kiosk.openCall(root.model.reference)
    }
}
