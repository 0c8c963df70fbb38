// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What became of one opt-out or request, and what is done with it.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property CaseModel model: kiosk.oneCase

    title: model.title
    under: model.under
    back: qsTr("Back")
    action: model.action
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    papers: kiosk.visiting ? kiosk.papers : null
    page: model.stage
    onBacked: root.model.back()
    onActivated: root.model.next()
    onRefused: if (root.model.stage === CaseModel.Answering) root.model.insist()

    Notice {
        objectName: "caseDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.stage === CaseModel.Shown ? root.model.done : ""
    }
    Words {
        objectName: "caseState"
        width: parent.width
        visible: text !== ""
        text: root.model.state
        font.bold: true
    }
    Column {
        id: facts
        width: parent.width
        spacing: 8
        visible: root.model.stage === CaseModel.Shown && root.model.facts.count > 0

        Repeater {
            model: root.model.facts

            Column {
                id: fact

                required property int index
                required property string label
                required property string value

                width: facts.width

                Words {
                    width: parent.width
                    text: fact.label
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
                Words {
                    objectName: "fact" + fact.index
                    width: parent.width
                    text: fact.value
                }
            }
        }
    }
    Flow {
        id: ways
        width: parent.width
        spacing: 12
        visible: root.model.stage === CaseModel.Shown && root.model.ways.count > 0

        Repeater {
            model: root.model.ways

            WayChip {
                required property int index
                required property string label

                objectName: "way" + index
                mostWidth: ways.width
                text: label
                onActivated: root.model.choose(index)
            }
        }
    }
    ContactWay {
        width: parent.width
        contact: root.model.contact
        onActivated: root.model.openContact()
    }
    WayCard {
        objectName: "callTogether"
        width: parent.width
        visible: root.model.canCall
        text: qsTr("Call the operator together")
        onActivated: root.kiosk.openCall(root.model.referenceText())
    }
    Column {
        id: papers
        width: parent.width
        spacing: 12
        visible: root.model.stage === CaseModel.Shown && root.model.papers.count > 0

        Words {
            width: parent.width
            text: qsTr("To print")
            font.bold: true
        }
        Flow {
            id: prints
            width: parent.width
            spacing: 12

            Repeater {
                model: root.model.papers

                WayChip {
                    required property int index
                    required property string label

                    objectName: "print" + index
                    mostWidth: prints.width
                    text: label
                    onActivated: root.model.print(index)
                }
            }
        }
    }
    Column {
        id: pieces
        width: parent.width
        spacing: 12
        visible: root.model.stage === CaseModel.Adding

        Repeater {
            model: root.model.pieces

            TickCard {
                required property int index
                required property string label
                required property string about
                required property bool picked

                objectName: "came" + index
                width: pieces.width
                text: label
                detail: about
                chosen: picked
                onActivated: root.model.togglePiece(index)
            }
        }
    }
    Column {
        id: fields
        width: parent.width
        spacing: Theme.gap
        visible: root.model.stage === CaseModel.Answering

        Repeater {
            model: root.model.fields

            FormField {
                width: fields.width
                onEdited: text => root.model.setField(index, text)
                onToggled: choice => root.model.chooseField(index, choice)
                onConfirmed: root.model.confirmField(index)
            }
        }
    }
    Column {
        id: decisions
        width: parent.width
        spacing: 12
        visible: root.model.stage === CaseModel.Deciding

        Column {
            width: parent.width
            spacing: 12
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("What came back")

            Repeater {
                model: root.model.decisions

                ChoiceCard {
                    required property int index
                    required property string label
                    required property bool picked

                    objectName: "decision" + index
                    width: decisions.width
                    text: label
                    chosen: picked
                    onActivated: root.model.chooseDecision(index)
                }
            }
        }
        Field {
            objectName: "evidence"
            width: parent.width
            visible: root.model.evidenceLabel !== ""
            label: root.model.evidenceLabel
            text: root.model.evidence
            maximumLength: 300
            onEdited: text => root.model.evidence = text
        }
    }
    Words {
        objectName: "identifying"
        width: parent.width
        visible: root.model.stage === CaseModel.Identifying
        text: qsTr("It is noted that this was shown: %1. What was signed together then waits for it no longer.").arg(root.model.shown)
    }
    Words {
        objectName: "withdrawing"
        width: parent.width
        visible: root.model.stage === CaseModel.Withdrawing
        text: qsTr("The person gives it up: “je renonce à ma demande”. It stays written that it was asked and given up; nothing undoes this.")
    }
    Column {
        id: steps
        width: parent.width
        spacing: 10
        visible: root.model.stage === CaseModel.Shown && root.model.steps.count > 0

        Words {
            width: parent.width
            text: qsTr("What happened")
            font.bold: true
        }
        Repeater {
            model: root.model.steps

            Column {
                id: step

                required property int index
                required property string when
                required property string what
                required property string evidence

                width: steps.width

                Words {
                    width: parent.width
                    text: step.when
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
                Words {
                    objectName: "step" + step.index
                    width: parent.width
                    text: step.what
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: step.evidence
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
            }
        }
    }
}
