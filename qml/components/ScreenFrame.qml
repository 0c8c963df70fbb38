// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import Guichet

// The frame of a screen: scrolling content, the visit's papers on the right during a visit, the action bar below. Where
// there is no room beside the content a button of the action bar opens the papers over it.
FocusScope {
    id: root

    property alias back: bar.back
    property alias backIcon: bar.backIcon
    property alias action: bar.action
    property alias actionIcon: bar.actionIcon
    property alias missing: bar.missing
    property alias waiting: bar.waiting
    property alias usual: bar.usual
    property alias others: bar.others
    property PapersModel papers: null
    property bool signing: false // the screen is where one of them is signed
    property string title
    property string under
    property string problem
    property ViewModel read: null // what the screen shows: can be read again where that failed
    property Item first: null // takes the focus when the screen opens
    property string page // of a screen that has several: each is read from its top
    readonly property bool compact: width < Theme.words(1000)
    property bool papersOpen: false // over the content
    // The field that is typed in needs what room there is; Enter goes on, as the action does.
    readonly property bool cramped: Theme.keyboardShown && height - Theme.actionBarHeight < Theme.words(250)
    readonly property real contentWidth: column.width
    readonly property real contentRoom: flick.height // of what is in sight
    default property alias content: column.data

    signal backed
    signal activated
    signal refused // the action was wanted though something is missing

    // Escape is "back", as on the bar.
    Keys.onEscapePressed: if (papersOpen) papersOpen = false; else if (bar.back !== "") root.backed()

    onPageChanged: turned.start()
    Component.onCompleted: start()

    function start(): void {
        Theme.keyboardWanted = false;
        flick.contentY = 0;
        takeFocus();
    }

    function takeFocus(): void {
        const item = first ? first : flick;
        (item.activeFocusOnTab ? item : item.nextItemInFocusChain(true)).forceActiveFocus();
    }

    // Here somebody goes on.
    function bring(item: Item): void {
        turned.stop();
        (item.activeFocusOnTab ? item : item.nextItemInFocusChain(true)).forceActiveFocus();
        flick.follow();
    }

    // Once everything of the page has come.
    Timer {
        id: turned
        interval: 0
        onTriggered: root.start()
    }
    Scroller {
        id: flick
        anchors.left: parent.left
        anchors.right: side.visible ? side.left : parent.right
        anchors.top: parent.top
        anchors.bottom: bar.visible ? bar.top : parent.bottom
        enabled: !over.active
        contentHeight: Math.max(height, column.y + column.implicitHeight + 24)

        Column {
            id: column
            x: Theme.margin
            y: 24
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap

            Column {
                width: parent.width
                visible: root.title !== ""

                Words {
                    objectName: "title"
                    width: parent.width
                    text: root.title
                    font.pixelSize: Theme.titleText
                    font.bold: true
                    Accessible.role: Accessible.Heading
                }
                Words {
                    objectName: "under"
                    width: parent.width
                    visible: text !== ""
                    text: root.under
                    color: Theme.quietInk
                    font.pixelSize: Theme.smallText
                }
            }
            Notice {
                objectName: "problem"
                width: parent.width
                text: root.problem
            }
            ActionButton {
                objectName: "readAgain"
                width: Math.min(implicitWidth, parent.width)
                visible: root.read !== null && root.read.unread
                icon.name: "view-refresh"
                text: qsTr("Try again")
                onActivated: root.read.readAgain()
            }
        }
    }
    Loader {
        id: side
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: flick.bottom
        width: Theme.papersWidth
        visible: active
        active: root.papers !== null && !root.compact
        sourceComponent: PapersPanel {
            papers: root.papers // qmllint disable unqualified
            signing: root.signing // qmllint disable unqualified
        }
    }
    Loader {
        id: over
        anchors.fill: flick
        visible: active
        active: root.papersOpen && root.compact
        sourceComponent: PapersPanel {
            papers: root.papers // qmllint disable unqualified
            signing: root.signing // qmllint disable unqualified
        }
    }
    ActionBar {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: (back !== "" || action !== "") && !root.cramped
        papers: root.compact && root.papers ? root.papers.rows.count : 0
        papersOpen: root.papersOpen
        onPapersToggled: root.papersOpen = !root.papersOpen
        onBacked: root.backed()
        onActivated: root.activated()
        onRefused: root.refused()
    }
}
