// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// One paper: what it is, its pages, its reference, and what became of it; where it is owed, whose it is, by initials
// alone, and of which day.
Rectangle {
    id: root

    required property int index
    required property string what
    required property string whose
    required property string reference
    required property string state
    required property bool settled
    required property bool trouble
    required property bool canHand
    required property bool canPart
    required property bool canSign
    required property bool canDestroy
    required property bool canRetry
    required property bool canCancel
    required property bool leftOut
    required property bool canElsewhere
    required property bool canPost
    required property bool canReplace
    required property bool byHand // its receipt is being written by hand
    required property bool asksWhom // before it is handed over

    property string elsewhere
    property string number
    property bool walkable: false
    property bool signing: false // the screen is where it is signed
    readonly property bool toSign: canSign && !signing
    // Side by side where there is room for two.
    readonly property real buttonWidth: column.width < Theme.words(560) ? column.width : Theme.words(270)

    signal handed
    signal parted
    signal signed
    signal discarded
    signal retried
    signal cancelled
    signal printedElsewhere
    signal posted
    signal writtenByHand
    signal numbered(string text)
    signal replaced

    // Two copies have the same words: their place in the list tells them apart.
    readonly property string named: (index + 1) + ". " + what + (whose === "" ? "" : ", " + whose) + (reference === "" ? "" : ", " + reference)

    activeFocusOnTab: walkable
    Accessible.role: Accessible.ListItem
    Accessible.name: named
    implicitHeight: column.implicitHeight + 24
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline

    FocusFrame {
        shown: root.activeFocus && Theme.keysInUse
        around: -3 // the list cuts what is outside
    }
    Column {
        id: column
        x: 14
        y: 12
        width: parent.width - 28
        spacing: 2

        Words {
            width: parent.width
            text: root.what
            font.pixelSize: Theme.smallText
        }
        Words {
            objectName: "paperWhose" + root.index
            width: parent.width
            visible: text !== ""
            text: root.whose
            font.pixelSize: Theme.smallText
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.reference
            font.pixelSize: Theme.smallText
            font.bold: true
        }
        Row {
            width: parent.width
            spacing: 10

            Icon {
                id: sign
                name: root.settled ? "dialog-ok-apply" : root.trouble ? "data-warning" : "printer-symbolic"
                color: stateWords.color
                size: Theme.icon - 4
                y: 3
            }
            Words {
                id: stateWords
                width: parent.width - sign.width - 10
                objectName: "paperState" + root.index
                text: root.state
                color: root.settled ? Theme.positive : root.trouble ? Theme.attention : Theme.quietInk
                font.pixelSize: Theme.smallText
                font.bold: root.trouble

                Announcement {
                    item: stateWords
                    text: root.named + ": " + root.state
                    urgent: root.trouble
                }
            }
        }
        Flow {
            width: parent.width
            topPadding: 6
            spacing: 8
            visible: !root.byHand && (root.canHand || root.canPart || root.toSign || root.canDestroy || root.canRetry || root.canCancel || root.canElsewhere || root.canPost || root.canReplace)

            ActionButton {
                objectName: "handPaper" + root.index
                visible: root.canHand
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: root.asksWhom ? qsTr("Hand over: to whom?") : qsTr("In hand")
                Accessible.description: root.named
                onActivated: root.handed()
            }
            ActionButton {
                objectName: "signPaper" + root.index
                visible: root.toSign
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Have it signed")
                Accessible.description: root.named
                onActivated: root.signed()
            }
            TickChip {
                objectName: "leaveOutPaper" + root.index
                visible: root.canPart
                mostWidth: parent.width
                text: qsTr("Not in hand")
                chosen: root.leftOut
                Accessible.description: root.named
                onActivated: root.parted()
            }
            ActionButton {
                objectName: "retryPaper" + root.index
                visible: root.canRetry
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Print again")
                Accessible.description: root.named
                onActivated: root.retried()
            }
            ActionButton {
                objectName: "elsewherePaper" + root.index
                visible: root.canElsewhere
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: root.elsewhere
                Accessible.description: root.named
                onActivated: root.printedElsewhere()
            }
            ActionButton {
                objectName: "postPaper" + root.index
                visible: root.canPost
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Posted")
                Accessible.description: root.named
                onActivated: root.posted()
            }
            ActionButton {
                objectName: "handwritePaper" + root.index
                visible: root.canReplace
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Receipt by hand")
                Accessible.description: root.named
                onActivated: root.writtenByHand()
            }
            ActionButton {
                objectName: "destroyPaper" + root.index
                visible: root.canDestroy
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Destroyed")
                Accessible.description: root.named
                onActivated: root.discarded()
            }
            ActionButton {
                objectName: "cancelPaper" + root.index
                visible: root.canCancel
                width: root.buttonWidth
                kind: ActionButton.Kind.Outlined
                text: qsTr("Cancel")
                Accessible.description: root.named
                onActivated: root.cancelled()
            }
        }
        Column {
            width: parent.width
            topPadding: 6
            spacing: 8
            visible: root.byHand

            Field {
                objectName: "numberPaper" + root.index
                width: parent.width
                label: qsTr("Number printed on the receipt written by hand")
                text: root.number
                maximumLength: 20
                inputMethodHints: Qt.ImhPreferNumbers
                onEdited: text => root.numbered(text)
                onAccepted: root.replaced()
            }
            ActionButton {
                objectName: "replacePaper" + root.index
                width: parent.width
                text: qsTr("The person leaves with it")
                missing: root.number === "" ? qsTr("Type its number") : ""
                Accessible.description: root.named
                onActivated: root.replaced()
            }
            ActionButton {
                objectName: "keepPaper" + root.index
                width: parent.width
                kind: ActionButton.Kind.Outlined
                text: qsTr("Back")
                Accessible.description: root.named
                onActivated: root.writtenByHand()
            }
        }
    }
}
