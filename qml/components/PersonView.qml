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
    property real keyboardHeight: 0 // of the keyboard on the screen, while it is shown

    // What of this page scrolls, and where its top is.
    readonly property Flickable scrolled: inLines ? lines.list : listing ? titlesList : paging ? pages : writing ? null : flick
    readonly property real scrolledFrom: inLines ? lines.y + lines.list.y : scrolled ? scrolled.y : 0
    readonly property bool overflows: scrolled !== null && contentLength > foot.y - (agentBeside.visible ? Theme.actionHeight + 8 : 0) - scrolledFrom
    readonly property real contentLength: !scrolled ? 0 : scrolled === flick ? column.implicitHeight + 2 * Theme.gap : scrolled.contentHeight
    property Item marked: null // by the keypad
    readonly property bool scarce: height < Theme.words(560) // large words leave little room: it is the text's
    property bool choosing: false // a language, where their names have no room beside everything else

    signal agentWanted

    readonly property int step: model.step // its own: the model tells of all its changes at once
    readonly property bool writing: model.step === PersonViewModel.Writing
    readonly property bool inLines: model.inLines
    readonly property bool listing: model.step === PersonViewModel.Titles && !inLines
    readonly property bool paging: model.step === PersonViewModel.Pages && !inLines

    name: root.model.heading
    LayoutMirroring.enabled: model.look.mirrored
    LayoutMirroring.childrenInherit: true
    onVisibleChanged: start()
    onStepChanged: start()
    Component.onCompleted: start()

    function start(): void {
        marked = null;
        choosing = false;
        flick.contentY = 0;
        if (!visible)
            return;
        if (no.visible)
            no.forceActiveFocus();
        else if (writing)
            words.forceActiveFocus();
        else
            larger.forceActiveFocus();
    }

    // A page further down; at the end from the top again.
    function goFurther(): void {
        const end = scrolled.originY + scrolled.contentHeight - scrolled.height;
        scrolled.contentY = scrolled.atYEnd ? scrolled.originY : Math.min(end, scrolled.contentY + scrolled.height * 4 / 5);
    }

    function isButton(item: Item): bool {
        return item instanceof ActionButton || item instanceof Chip || item instanceof TickCard;
    }

    // By the tab order: nobody who has a keypad has more of it than others.
    function walk(on: bool): void {
        const from = marked ?? (on ? tools : foot);
        let at = from.nextItemInFocusChain(on);
        for (let most = 0; most < 1000 && !isButton(at); ++most)
            at = at.nextItemInFocusChain(on);
        if (!isButton(at))
            return;
        marked = at;
        for (let view = at.parent; view; view = view.parent) {
            if (!(view instanceof Flickable))
                continue;
            const top = at.mapToItem(view.contentItem, 0, 0).y - Theme.gap;
            const bottom = top + at.height + 2 * Theme.gap;
            if (top < view.contentY)
                view.contentY = Math.max(view.originY, top);
            else if (bottom > view.contentY + view.height)
                view.contentY = Math.min(view.originY + view.contentHeight, bottom) - view.height;
        }
    }

    Connections {
        target: root.model
        enabled: root.visible
        function onWalked(on: bool): void {
            root.walk(on);
        }
        function onTouched(): void {
            if (root.marked instanceof ActionButton)
                root.marked.press();
            else
                root.marked?.activated();
        }
    }
    FocusFrame {
        objectName: "personMarked"
        parent: root.marked ?? root
        shown: root.marked !== null
    }
    Flow {
        id: tools
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 16
        visible: root.keyboardHeight === 0 // the little room is for what is written
        height: visible ? implicitHeight : 0
        spacing: 8
        Accessible.role: Accessible.Grouping
        Accessible.name: root.model.tools

        // First: nothing before them grows with the words and takes them from under the finger.
        ActionButton {
            id: larger
            objectName: "personLarger"
            kind: ActionButton.Kind.Pill
            text: "A+"
            Accessible.name: root.model.larger
            onActivated: root.model.enlarge()
        }
        ActionButton {
            objectName: "personSmaller"
            kind: ActionButton.Kind.Pill
            text: "A−"
            Accessible.name: root.model.smaller
            onActivated: root.model.reduce()
        }
        Repeater {
            model: root.model.languages

            Chip {
                required property int index
                required property string label
                required property bool picked

                objectName: "language" + index
                visible: picked || !root.scarce || root.choosing
                text: label
                chosen: picked
                onActivated: {
                    root.choosing = false;
                    root.model.chooseLanguage(index);
                }
            }
        }
        ActionButton {
            objectName: "personLanguages"
            visible: root.scarce && !root.choosing
            kind: ActionButton.Kind.Pill
            icon.name: "globe"
            Accessible.name: root.model.otherLanguages
            onActivated: root.choosing = true
        }
        ActionButton {
            objectName: "personContrast"
            kind: ActionButton.Kind.Pill
            icon.name: "contrast"
            Accessible.name: root.model.contrast
            onActivated: root.model.changeContrast()
        }
        ReadingBar {
            width: Math.min(parent.width, fullWidth)
            visible: !root.writing
            brief: root.scarce || parent.width < Theme.words(900)
            prefix: "person"
            reading: root.model.reading
            listen: root.model.listen
            repeat: root.model.repeat
            slower: root.model.slower
            faster: root.model.faster
            softer: root.model.softer
            louder: root.model.louder
        }
    }
    Notice {
        id: notice
        objectName: "personNotice"
        anchors.top: tools.bottom
        anchors.left: parent.left
        anchors.margins: 16
        anchors.topMargin: 8
        width: Math.min(parent.width - 32, Theme.words(900))
        height: visible ? implicitHeight : 0
        kind: Notice.Kind.Information
        text: root.writing ? "" : root.model.sizeEnd || root.model.voiceTrouble
    }
    ReadingList {
        id: lines
        anchors.top: notice.bottom
        anchors.topMargin: 8
        anchors.bottom: more.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: titles.width
        visible: root.inLines
        reading: root.model.reading
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.bottom
        anchors.topMargin: 8
        anchors.bottom: more.top
        visible: !root.listing && !root.paging && !root.inLines && !root.writing
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.gap)
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: root.overflows && visible
        Keys.onDownPressed: contentY = Math.min(contentHeight - height, contentY + Theme.target)
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.target)
        Accessible.role: Accessible.Pane
        Accessible.name: root.model.heading

        FocusFrame {
            parent: flick // and not on the text, which moves
            around: 0
            shown: flick.activeFocus && Theme.keysInUse
        }
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: column
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
            spacing: Theme.gap

            Words {
                id: heading
                objectName: "personHeading"
                width: parent.width
                text: root.model.heading
                font.pixelSize: root.scarce || root.model.step === PersonViewModel.Agreement ? Theme.titleText : Theme.personTitleText
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Words {
                objectName: "personChoice"
                width: parent.width
                visible: text !== ""
                text: root.model.choice
                font.pixelSize: Theme.tileText
                font.bold: true
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
            Words {
                objectName: "personKeys"
                width: parent.width
                visible: text !== ""
                text: root.model.keys
                font.pixelSize: Theme.smallText
                color: Theme.quietInk
            }
        }
    }
    Column {
        id: titles
        anchors.top: notice.bottom
        anchors.topMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
        visible: root.listing || root.paging
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
            visible: text !== ""
            text: root.model.words
        }
        Words {
            width: parent.width
            text: root.model.keys
            font.pixelSize: Theme.smallText
            color: Theme.quietInk
        }
    }
    ListView {
        id: titlesList
        objectName: "personTitles"
        anchors.top: titles.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: more.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: titles.width
        visible: root.listing
        spacing: 2
        clip: true
        keyNavigationEnabled: false // Tab goes to what is in the rows, which shows where it is
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
            height: card.height + 8 // what shows where the keys are stands around it, and the list cuts what is outside

            function reveal(): void {
                ListView.view.positionViewAtIndex(index, ListView.Contain);
            }

            TickCard {
                id: card
                objectName: "personTitle" + row.index
                anchors.left: parent.left
                anchors.leftMargin: 4
                anchors.right: look.left
                anchors.rightMargin: 10
                anchors.verticalCenter: parent.verticalCenter
                text: row.title
                detail: row.date
                chosen: row.picked
                onActivated: root.documents.toggle(row.index)
                onActiveFocusChanged: if (activeFocus) row.reveal()
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
                onActiveFocusChanged: if (activeFocus) row.reveal()
            }
        }
    }
    Words {
        id: writingTitle
        objectName: "personHeading"
        anchors.top: tools.bottom
        anchors.topMargin: 8
        anchors.horizontalCenter: parent.horizontalCenter
        width: titles.width
        visible: root.writing
        text: root.model.heading
        font.pixelSize: Theme.tileText
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    DialogueLines {
        objectName: "personDialogue"
        anchors.top: writingTitle.bottom
        anchors.topMargin: 8
        anchors.bottom: more.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: titles.width
        visible: root.writing
        dialogue: root.model.dialogue
        agent: root.model.theAgent
        person: root.model.you
        name: root.model.heading
        size: Theme.personText
    }
    PageList {
        id: pages
        objectName: "personPages"
        anchors.top: titles.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: more.top
        anchors.left: parent.left
        anchors.right: parent.right
        visible: root.paging
        documents: root.documents
        name: root.model.heading
    }
    Item {
        id: more
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        height: root.overflows || agentBeside.visible ? Theme.actionHeight + 8 : 0

        ActionButton {
            id: further
            objectName: "personFurther"
            anchors.left: parent.left
            anchors.leftMargin: (parent.width - answers.width) / 2
            anchors.bottom: parent.bottom
            height: Theme.actionHeight // one line, whichever of the two it says
            visible: root.overflows
            kind: ActionButton.Kind.Pill
            icon.name: root.scrolled && root.scrolled.atYEnd ? "go-up" : "go-down"
            text: root.scrolled && root.scrolled.atYEnd ? root.model.fromTop : root.model.further
            onActivated: root.goFurther()
        }
        AgentBack {
            id: agentBeside
            anchors.right: parent.right
            anchors.rightMargin: (parent.width - answers.width) / 2
            anchors.bottom: parent.bottom
            visible: root.turned && (root.scarce || root.keyboardHeight > 0)
            text: root.model.agentBack
            onActivated: root.agentWanted()
        }
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.keyboardHeight
        height: answers.implicitHeight + 2 * Theme.gap

        Column {
            id: answers
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.words(1088))
            spacing: Theme.gap

            Item {
                width: parent.width
                height: words.height
                visible: root.writing

                Field {
                    id: words
                    objectName: "personWriting"
                    anchors.left: parent.left
                    anchors.right: send.left
                    anchors.rightMargin: Theme.gap
                    large: true
                    arabic: root.model.keyboard.startsWith("ar")
                    label: root.model.write
                    maximumLength: 300
                    text: root.model.dialogue.persons
                    onEdited: text => root.model.dialogue.persons = text
                    onAccepted: root.model.dialogue.sendPersons()
                }
                ActionButton {
                    id: send
                    objectName: "personSend"
                    focusPolicy: Qt.TabFocus // the field keeps the keys: more is written after it
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    width: Math.min(implicitWidth, parent.width / 2)
                    text: root.model.send
                    onActivated: root.model.dialogue.sendPersons()
                }
            }
            Columns {
                width: parent.width
                visible: root.model.yes !== ""
                most: root.model.unsure === "" ? 2 : 3
                least: Theme.words(root.scarce ? 180 : 220)
                columnSpacing: root.scarce ? Theme.gap : Theme.margin

                PersonAnswer {
                    id: no
                    objectName: "personNo"
                    low: root.scarce
                    icon.name: root.model.step === PersonViewModel.Sentence && root.model.unsure === "" ? "question" : "dialog-cancel"
                    text: root.model.no
                    onActivated: root.model.decline()
                }
                PersonAnswer {
                    objectName: "personYes"
                    low: root.scarce
                    icon.name: "dialog-ok-apply"
                    text: root.model.yes
                    onActivated: root.model.accept()
                }
                PersonAnswer {
                    objectName: "personUnsure"
                    low: root.scarce
                    visible: root.model.unsure !== ""
                    icon.name: "question"
                    text: root.model.unsure
                    onActivated: root.model.notUnderstood()
                }
            }
            ActionButton {
                objectName: "personSeal"
                anchors.left: parent.left
                width: Math.min(implicitWidth, parent.width)
                visible: root.model.step === PersonViewModel.Titles
                icon.name: "object-locked"
                text: root.model.seal
                onActivated: root.documents.sealTitles()
            }
            ActionButton {
                objectName: "personClosePages"
                anchors.left: parent.left
                width: Math.min(implicitWidth, parent.width)
                visible: root.model.step === PersonViewModel.Pages
                text: root.model.close
                onActivated: root.documents.closePreview()
            }
            AgentBack {
                anchors.left: parent.left
                width: Math.min(implicitWidth, parent.width)
                visible: root.turned && !root.scarce && root.keyboardHeight === 0
                text: root.model.agentBack
                onActivated: root.agentWanted()
            }
        }
    }

    component AgentBack: ActionButton {
        objectName: "agentBack"
        kind: ActionButton.Kind.Plain
        icon.name: "object-locked"
    }
    component PersonAnswer: ActionButton {
        property bool low: false

        leftPadding: low ? 16 : 28
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.minimumHeight: low ? Theme.actionHeight : Theme.room(44, 60)
        font.pixelSize: low ? Theme.tileText : Theme.personText
    }
}
