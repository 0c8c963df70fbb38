// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Who may be one person, or two, and whose a document is: both sides, and a supervisor's decision.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property DoubtsModel model: kiosk.doubts

    title: model.comparing ? model.question : qsTr("Who is who")
    under: model.comparing ? (model.two ? qsTr("What differs is marked with ≠. Nothing is lost, and a merge can be taken back here.") : qsTr("What came with it, or is in it, leaves a doubt.")) : qsTr("People who may be one, and documents of which it is not sure whose they are.")
    back: qsTr("Back")
    action: model.action
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    first: model.comparing ? decisions : list
    page: model.comparing ? "compare" : "list"
    others: [
        ActionButton {
            objectName: "numbers"
            kind: ActionButton.Kind.Plain
            icon.name: root.model.numbersShown ? "view-hidden" : "view-visible"
            visible: root.model.hasNumbers
            text: root.model.numbersShown ? qsTr("Mask the numbers") : qsTr("Show the numbers")
            onActivated: root.model.toggleNumbers()
        }
    ]
    onBacked: root.model.back()
    onActivated: root.model.decide()

    Notice {
        objectName: "doubtDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Words {
        objectName: "noDoubts"
        width: parent.width
        visible: root.model.none && !root.model.comparing
        text: qsTr("Nothing is in doubt.")
        color: Theme.quietInk
    }
    Column {
        id: list
        width: parent.width
        spacing: 10
        visible: !root.model.comparing

        Repeater {
            model: root.model.rows

            WayCard {
                required property int index
                required property string label
                required detail

                objectName: "doubt" + index
                width: list.width
                text: label
                onActivated: root.model.choose(index)
            }
        }
    }
    ActionButton {
        objectName: "moreDoubts"
        visible: root.model.unshown > 0 && !root.model.comparing
        kind: ActionButton.Kind.Pill
        text: qsTr("Show more (%n are left)", "", root.model.unshown)
        onActivated: root.model.showMore()
    }
    Words {
        objectName: "why"
        width: parent.width
        visible: text !== ""
        text: root.model.why
        font.bold: true
    }
    Column {
        id: sides
        width: parent.width
        spacing: 6
        visible: root.model.comparing

        Repeater {
            model: root.model.traits

            Row {
                id: trait

                required property int index
                required property string label
                required property string one
                required property string other
                required property bool differs
                required property string words
                readonly property real side: (width - name.width - 2 * spacing) / 2

                objectName: "trait" + index
                width: sides.width
                spacing: 16
                Accessible.role: Accessible.StaticText
                Accessible.name: words

                Words {
                    id: name
                    width: parent.width * 0.24
                    text: trait.differs ? "≠ " + trait.label : trait.label
                    color: Theme.quietInk
                    Accessible.ignored: true
                }
                Words {
                    width: root.model.two ? trait.side : 2 * trait.side + trait.spacing
                    text: trait.one
                    font.bold: trait.differs
                    Accessible.ignored: true
                }
                Words {
                    width: trait.side
                    visible: root.model.two
                    text: trait.other
                    font.bold: trait.differs
                    Accessible.ignored: true
                }
            }
        }
    }
    Column {
        id: decisions
        width: parent.width
        spacing: 12
        visible: root.model.comparing
        Accessible.role: Accessible.Grouping
        Accessible.name: root.model.question

        Repeater {
            model: root.model.choices

            ChoiceCard {
                required property int index
                required property string label
                required property bool picked
                required detail

                objectName: "decision" + index
                width: decisions.width
                text: label
                chosen: picked
                onActivated: root.model.pick(index)
            }
        }
    }
}
