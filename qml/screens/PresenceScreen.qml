// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property PresenceModel model: kiosk.presence

    title: model.title
    under: model.under
    back: qsTr("Back")
    action: qsTr("Continue")
    actionIcon: "go-next"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    first: trait.visible ? trait : whos
    onBacked: root.kiosk.back()
    onActivated: root.model.confirm()

    Column {
        width: parent.width
        spacing: 8
        visible: root.model.asksTrait

        Words {
            id: traitQuestion
            width: parent.width
            text: qsTr("One more thing that the person says, not you")
            font.bold: true
        }
        Flow {
            width: parent.width
            spacing: 10
            Accessible.role: Accessible.Grouping
            Accessible.name: traitQuestion.text

            Repeater {
                model: root.model.traits

                Chip {
                    required property int index
                    required property string label
                    required property bool picked

                    objectName: "trait" + index
                    mostWidth: parent ? parent.width : Infinity
                    text: label
                    chosen: picked
                    onActivated: root.model.chooseTrait(index)
                }
            }
        }
        MaskedField {
            id: trait
            objectName: "trait"
            width: parent.width
            hint: root.model.traitHint
            label: root.model.traitLabel
            value: root.model.trait
            masked: root.model.traitMasked
            inputMethodHints: root.model.traitOfDigits ? Qt.ImhPreferNumbers : Qt.ImhNone
            problem: root.model.traitProblem
            onTyped: text => root.model.trait = text
            onAccepted: root.model.checkTrait()
            onProblemChanged: if (problem !== "") forceActiveFocus() // what was wrong is typed again

            Connections {
                target: root.model
                // It goes with its question: whoever was in it goes on with the next one.
                function onTraitMatched(): void {
                    if (trait.activeFocus)
                        whos.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }
    Notice {
        objectName: "traitMatch"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.traitMatch
    }
    Words {
        id: whoQuestion
        width: parent.width
        text: qsTr("Who is here")
        font.bold: true
    }
    Flow {
        id: whos
        width: parent.width
        spacing: 10
        Accessible.role: Accessible.Grouping
        Accessible.name: whoQuestion.text

        Repeater {
            model: root.model.whos

            Chip {
                required property int index
                required property string label
                required property bool picked

                objectName: "who" + index
                mostWidth: parent ? parent.width : Infinity
                text: label
                chosen: picked
                onActivated: root.model.chooseWho(index)
            }
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.whoDetail
        color: Theme.quietInk
        font.pixelSize: Theme.smallText
    }
    Field {
        objectName: "whoName"
        width: parent.width
        visible: root.model.asksName
        label: qsTr("Name of the one who is here")
        text: root.model.name
        onEdited: text => root.model.name = text
    }
    TickCard {
        objectName: "mandate"
        width: parent.width
        visible: root.model.mandate !== ""
        text: root.model.mandate
        chosen: root.model.mandateSeen
        onActivated: root.model.toggleMandate()
    }
    DateField {
        objectName: "mandateDay"
        width: parent.width
        visible: root.model.asksMandateDay
        label: qsTr("From which day it holds")
        text: root.model.mandateDay
        understood: root.model.mandateDayRead
        problem: root.model.mandateDayProblem
        onEdited: text => root.model.mandateDay = text
    }
    Words {
        id: seenQuestion
        width: parent.width
        text: qsTr("What was shown to you")
        font.bold: true
    }
    Flow {
        width: parent.width
        spacing: 10
        Accessible.role: Accessible.Grouping
        Accessible.name: seenQuestion.text

        Repeater {
            model: root.model.seens

            Chip {
                required property int index
                required property string label
                required property bool picked

                objectName: "seen" + index
                mostWidth: parent ? parent.width : Infinity
                text: label
                chosen: picked
                onActivated: root.model.chooseSeen(index)
            }
        }
    }
    Notice {
        objectName: "possible"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.possible
    }
    Flow {
        id: sheets
        width: parent.width
        spacing: 12
        visible: root.model.sheets.count > 0

        Repeater {
            model: root.model.sheets

            WayChip {
                required property int index
                required property string label

                objectName: "sheet" + index
                mostWidth: sheets.width
                text: label
                onActivated: root.model.printSheet(index)
            }
        }
    }
    Notice {
        objectName: "sheetDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
}
