// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet

// What the person served reads and answers, in their language: on their own screen, or on this one turned towards them.
// Both answers weigh the same and stay in sight; nothing else is asked.
Cover {
    id: root

    required property PersonViewModel model
    required property DocumentsModel documents
    property bool turned: false // on the agent's screen: there is a way back to it

    signal agentWanted

    readonly property bool listing: model.step === PersonViewModel.Titles
    readonly property bool paging: model.step === PersonViewModel.Pages

    name: heading.text
    LayoutMirroring.enabled: model.look.mirrored
    LayoutMirroring.childrenInherit: true
    onVisibleChanged: start()
    Component.onCompleted: start()

    function start(): void {
        if (visible)
            (no.visible ? no : larger).forceActiveFocus();
    }

    Connections {
        target: root.model
        function onStepChanged(): void {
            root.start();
        }
    }
    Item {
        id: tools
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 16
        height: Math.max(languages.height, sizes.height)

        Flow {
            id: languages
            anchors.left: parent.left
            anchors.right: sizes.left
            anchors.rightMargin: 16
            spacing: 8
            Accessible.role: Accessible.Grouping
            Accessible.name: root.model.whichLanguage

            Repeater {
                model: root.model.languages

                Chip {
                    required property int index
                    required property string label
                    required property bool picked

                    objectName: "language" + index
                    text: label
                    chosen: picked
                    onActivated: root.model.chooseLanguage(index)
                }
            }
        }
        Row {
            id: sizes
            anchors.right: parent.right
            spacing: 8

            ActionButton {
                id: larger
                objectName: "personLarger"
                kind: ActionButton.Kind.Pill
                text: "A+"
                Accessible.name: root.model.larger
                onActivated: root.model.look.enlarge()
            }
            ActionButton {
                objectName: "personSmaller"
                kind: ActionButton.Kind.Pill
                text: "A−"
                Accessible.name: root.model.smaller
                onActivated: root.model.look.reduce()
            }
            ActionButton {
                objectName: "personContrast"
                kind: ActionButton.Kind.Pill
                icon.name: "contrast"
                Accessible.name: root.model.contrast
                onActivated: root.model.changeContrast()
            }
        }
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tools.bottom
        anchors.topMargin: 8
        anchors.bottom: foot.top
        visible: !root.listing && !root.paging
        contentHeight: Math.max(height, words.implicitHeight + 2 * Theme.gap)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: words
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
            spacing: Theme.gap

            Words {
                id: heading
                objectName: "personHeading"
                width: parent.width
                text: root.model.heading
                font.pixelSize: root.model.step === PersonViewModel.Agreement ? Theme.titleText : Theme.personTitleText
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Columns {
                width: parent.width
                visible: root.model.does.length > 0

                Bullets {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: root.model.doesTitle
                    sentences: root.model.does
                }
                Bullets {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: root.model.doesNotTitle
                    sentences: root.model.doesNot
                    iconName: "dialog-cancel"
                    iconColor: Theme.attention
                }
            }
            Words {
                objectName: "personWords"
                width: parent.width
                visible: text !== ""
                text: root.model.words
                font.pixelSize: root.model.step === PersonViewModel.Agreement ? Theme.tileText : Theme.personText
            }
        }
    }
    Column {
        id: titles
        anchors.top: tools.bottom
        anchors.topMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
        visible: root.listing
        spacing: 4

        Words {
            width: parent.width
            text: root.model.heading
            font.pixelSize: Theme.titleText
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.model.words
        }
    }
    ListView {
        objectName: "personTitles"
        anchors.top: titles.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: foot.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: titles.width
        visible: root.listing
        spacing: 10
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.listing ? root.documents.personRows : null
        T.ScrollBar.vertical: ScrollMark {}
        Accessible.role: Accessible.List
        Accessible.name: root.model.heading

        delegate: Item {
            id: row

            required property int index
            required property string date
            required property string title
            required property string pages
            required property bool picked

            width: ListView.view.width - 20
            height: card.height

            TickCard {
                id: card
                objectName: "personTitle" + row.index
                anchors.left: parent.left
                anchors.right: look.left
                anchors.rightMargin: 10
                text: row.title
                detail: row.date
                chosen: row.picked
                onActivated: root.documents.toggle(row.index)
            }
            ActionButton {
                id: look
                objectName: "personSee" + row.index
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                kind: ActionButton.Kind.Pill
                icon.name: "document-preview"
                Accessible.name: root.model.see + ", " + row.title
                onActivated: root.documents.view(row.index)
            }
        }
    }
    PageList {
        objectName: "personPages"
        anchors.top: tools.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        visible: root.paging
        documents: root.documents
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: column.implicitHeight + 2 * Theme.gap

        Column {
            id: column
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
            spacing: Theme.gap

            Columns {
                width: parent.width
                visible: root.model.yes !== ""
                most: root.model.unsure === "" ? 2 : 3
                least: Theme.words(220)
                columnSpacing: Theme.margin

                PersonAnswer {
                    id: no
                    objectName: "personNo"
                    icon.name: "dialog-cancel"
                    text: root.model.no
                    onActivated: root.model.decline()
                }
                PersonAnswer {
                    objectName: "personYes"
                    icon.name: "dialog-ok-apply"
                    text: root.model.yes
                    onActivated: root.model.accept()
                }
                PersonAnswer {
                    objectName: "personUnsure"
                    visible: root.model.unsure !== ""
                    icon.name: "question"
                    text: root.model.unsure
                    onActivated: root.model.notUnderstood()
                }
            }
            ActionButton {
                objectName: "personSeal"
                width: Math.min(implicitWidth, parent.width)
                visible: root.listing
                icon.name: "object-locked"
                text: root.model.seal
                onActivated: root.documents.sealTitles()
            }
            ActionButton {
                objectName: "personClosePages"
                width: Math.min(implicitWidth, parent.width)
                visible: root.paging
                text: root.model.close
                onActivated: root.documents.closePreview()
            }
            ActionButton {
                objectName: "agentBack"
                width: Math.min(implicitWidth, parent.width)
                visible: root.turned
                kind: ActionButton.Kind.Plain
                icon.name: "object-locked"
                text: root.model.agentBack
                onActivated: root.agentWanted()
            }
        }
    }

    component PersonAnswer: ActionButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.minimumHeight: Theme.room(44, 60)
        font.pixelSize: Theme.personText
    }
}
