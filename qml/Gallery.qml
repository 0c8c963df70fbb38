// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Guichet

// Every component in each of its states, with nobody's data: where a new screen is built from, and where a change of
// Theme is looked at first. "Aa" changes how all of it looks.
Window {
    id: root

    required property GalleryModel model

    visible: true
    title: qsTr("Gallery")
    width: 1280
    height: 800
    color: Theme.ground
    LayoutMirroring.enabled: model.look.mirrored
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "look"
        value: root.model.look
    }
    ScreenFrame {
        anchors.fill: parent
        enabled: !lookSheet.visible
        title: qsTr("Gallery")
        under: qsTr("The components of the screens, each in its states.")
        first: look
        back: qsTr("Back")
        action: qsTr("The one action")
        actionIcon: "dialog-ok-apply"

        others: [
            ActionButton {
                objectName: "beside"
                text: qsTr("Another one")
            }
        ]

        ActionButton {
            id: look
            objectName: "look"
            kind: ActionButton.Kind.Pill
            text: qsTr("Words and colours")
            onActivated: lookSheet.visible = true
        }

        Words {
            width: parent.width
            text: qsTr("Type")
            font.pixelSize: Theme.titleText
            font.bold: true
        }
        Words {
            width: parent.width
            text: qsTr("Tile")
            font.pixelSize: Theme.tileText
            font.bold: true
        }
        Words {
            width: parent.width
            text: qsTr("Body: what one reads")
        }
        Words {
            width: parent.width
            text: qsTr("Small: what goes with it")
            color: Theme.quietInk
            font.pixelSize: Theme.smallText
        }

        GalleryHeading { text: qsTr("Buttons") }
        Flow {
            width: parent.width
            spacing: Theme.gap

            ActionButton {
                kind: ActionButton.Kind.Filled
                icon.name: "printer-symbolic"
                text: qsTr("The one action")
            }
            ActionButton {
                text: qsTr("Another one")
            }
            ActionButton {
                kind: ActionButton.Kind.Plain
                icon.name: "go-previous"
                text: qsTr("Back")
            }
            ActionButton {
                kind: ActionButton.Kind.Pill
                icon.name: "view-visible"
                text: qsTr("Beside a list")
            }
            ActionButton {
                kind: ActionButton.Kind.Filled
                text: qsTr("The one action")
                missing: qsTr("What is still missing")
            }
            Rectangle {
                width: onBar.width + 16
                height: Theme.barHeight
                color: Theme.bar

                ActionButton {
                    id: onBar
                    anchors.centerIn: parent
                    kind: ActionButton.Kind.OnBar
                    icon.name: "view-hidden"
                    text: qsTr("On the bar")
                }
            }
        }

        GalleryHeading { text: qsTr("Fields") }
        Columns {
            width: parent.width

            Field {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Empty")
                hint: qsTr("What to write")
            }
            Field {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Understood")
                text: "2 79 03 99 350 189 89"
                understood: "2 79 03 99 350 189 89"
            }
            Field {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Refused")
                text: "2 79 03"
                problem: qsTr("Two digits are missing.")
            }
            DateField {
                objectName: "galleryDate"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Date")
                text: root.model.date
                understood: root.model.understood
                problem: root.model.problem
                onEdited: text => root.model.date = text
            }
        }
        NumberPad {}

        GalleryHeading { text: qsTr("Choices") }
        Flow {
            width: parent.width
            spacing: 12

            Chip { text: qsTr("One of a few") }
            Chip {
                text: qsTr("Chosen")
                chosen: true
            }
            Chip {
                text: qsTr("With a count")
                count: "4"
            }
        }
        ChoiceCard {
            width: parent.width
            text: qsTr("One answer")
            detail: qsTr("What it means, in a line.")
        }
        ChoiceCard {
            width: parent.width
            text: qsTr("Chosen")
            detail: qsTr("What it means, in a line.")
            chosen: true
        }
        TickCard {
            width: parent.width
            text: qsTr("To tick")
        }
        TickCard {
            width: parent.width
            text: qsTr("Ticked")
            chosen: true
        }

        GalleryHeading { text: qsTr("Tiles") }
        Tile {
            width: parent.width
            filled: true
            icon.name: "list-add-user"
            text: qsTr("The one action")
            detail: qsTr("What it means, in a line.")
        }
        Columns {
            width: parent.width

            Tile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                icon.name: "document-new"
                text: qsTr("Another way in")
                detail: qsTr("What it means, in a line.")
            }
            Tile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                icon.name: "document-preview"
                text: qsTr("With a count")
                detail: qsTr("What it means, in a line.")
                badge: "3"
            }
        }

        GalleryHeading { text: qsTr("Notices") }
        Notice {
            width: parent.width
            text: qsTr("What went wrong, and what to do.")
        }
        Notice {
            width: parent.width
            kind: Notice.Kind.Information
            text: qsTr("What to know.")
        }
        Notice {
            width: parent.width
            kind: Notice.Kind.Good
            text: qsTr("What is done.")
        }
        ProgressBar {
            width: parent.width
            value: 0.4
            words: qsTr("%1 of %2").arg(40).arg(100)
        }
        Bullets {
            width: parent.width
            title: qsTr("What this does")
            sentences: [qsTr("What it means, in a line."), qsTr("What to know.")]
        }

        GalleryHeading { text: qsTr("Lists") }
        DocumentRow {
            width: parent.width
            index: 0
            date: qsTr("A date")
            title: ""
            pages: qsTr("2 pages")
            note: ""
            chosen: false
            opened: false
            printable: true
        }
        DocumentRow {
            width: parent.width
            index: 1
            date: qsTr("A date")
            title: qsTr("A title that was opened")
            pages: qsTr("2 pages")
            note: qsTr("What to know.")
            chosen: true
            opened: true
            printable: true
        }
        Columns {
            width: parent.width
            most: 3

            PaperCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                index: 0
                what: qsTr("A paper, in hand")
                whose: ""
                reference: "K7-3F9Q-M2XD-4"
                state: qsTr("In hand")
                settled: true
                trouble: false
                canRetry: false
                canCancel: false
                canHand: false
                canPart: false
                canSign: false
                canDestroy: false
                leftOut: false
                canElsewhere: false
                canPost: false
                canReplace: false
                byHand: false
                asksWhom: false
            }
            PaperCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                index: 1
                what: qsTr("A paper on its way")
                whose: ""
                reference: ""
                state: qsTr("Being printed")
                settled: false
                trouble: false
                canRetry: false
                canCancel: true
                canHand: false
                canPart: false
                canSign: false
                canDestroy: false
                leftOut: false
                canElsewhere: false
                canPost: false
                canReplace: false
                byHand: false
                asksWhom: false
            }
            PaperCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                index: 2
                what: qsTr("A paper that did not come out")
                whose: ""
                reference: ""
                state: qsTr("No paper in the printer")
                settled: false
                trouble: true
                canRetry: true
                canCancel: true
                canHand: false
                canPart: false
                canSign: false
                canDestroy: false
                leftOut: false
                canElsewhere: true
                elsewhere: qsTr("Print on the other printer")
                canPost: false
                canReplace: true
                byHand: false
                asksWhom: false
            }
        }
        Receipt {
            width: parent.width
            reference: "K7-3F9Q-M2XD-4"
            sentences: [qsTr("What is done."), qsTr("What to know.")]
        }

        GalleryHeading { text: qsTr("Steps of a visit") }
        Rectangle {
            width: parent.width
            height: Theme.barHeight
            color: Theme.bar

            Steps {
                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                current: 2
                brief: parent.width < Theme.words(600)
            }
        }

        GalleryHeading { text: qsTr("Colours") }
        Flow {
            width: parent.width
            spacing: Theme.grid

            Swatch { ground: Theme.ground; ink: Theme.ink; name: "ground" }
            Swatch { ground: Theme.surface; ink: Theme.ink; name: "surface" }
            Swatch { ground: Theme.surface; ink: Theme.quietInk; name: "quietInk" }
            Swatch { ground: Theme.accent; ink: Theme.accentInk; name: "accent" }
            Swatch { ground: Theme.bar; ink: Theme.barInk; name: "bar" }
            Swatch { ground: Theme.selected; ink: Theme.selectedInk; name: "selected" }
            Swatch { ground: Theme.chosen; ink: Theme.ink; name: "chosen" }
            Swatch { ground: Theme.attentionGround; ink: Theme.attention; name: "attention" }
            Swatch { ground: Theme.surface; ink: Theme.positive; name: "positive" }
        }
    }
    LookSheet {
        id: lookSheet
        anchors.fill: parent
        visible: false
        look: root.model.look
        onClosed: visible = false
    }

    component GalleryHeading: Words {
        width: parent ? parent.width : 0
        topPadding: Theme.gap
        font.pixelSize: Theme.tileText
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    component Swatch: Rectangle {
        id: swatch

        required property color ground
        required property color ink
        required property string name

        width: Theme.words(150)
        height: Theme.target
        radius: Theme.radius
        color: ground
        border.width: Theme.line
        border.color: Theme.card

        Words {
            anchors.centerIn: parent
            text: swatch.name
            color: swatch.ink
            font.pixelSize: Theme.smallText
        }
    }
}
