// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// One record at the desk: date and pages; its title stays sealed until the person has opened it.
T.ItemDelegate {
    id: root

    required property int index
    required property string date
    required property string title
    required property string pages
    required property string note
    required property bool chosen
    required property bool opened
    required property bool printable

    signal ticked
    signal printed
    signal viewed

    // What is chosen is said by the view model alone.
    checkable: true
    checked: chosen
    onToggled: checked = Qt.binding(() => root.chosen)
    onClicked: ticked()
    onActiveFocusChanged: if (activeFocus) reveal()

    function reveal(): void {
        ListView.view.positionViewAtIndex(index, ListView.Contain);
    }

    Keys.onReturnPressed: ticked()
    Keys.onEnterPressed: ticked()

    readonly property bool narrow: width < Theme.words(640)

    implicitHeight: Math.max(Theme.room(30, 42), words.implicitHeight + (narrow ? day.implicitHeight + content.between : 0) + 24)
    focusPolicy: Qt.StrongFocus
    leftPadding: 14
    rightPadding: 14
    // A box to tick would hide the buttons that are in the row.
    Accessible.role: Accessible.ListItem
    Accessible.name: date + ", " + (opened ? title : qsTr("sealed title")) + ", " + pages
    Accessible.description: note
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: ticked()
    Accessible.onToggleAction: ticked()

    // Where there is no room beside it, the day and the pages stand over the title. Lines are never moved by
    // exchanging anchors: a row that becomes narrow would have both for a moment, and keep what they made of it.
    contentItem: Item { // qmllint disable deferred-property-id
        id: content

        readonly property int between: 4
        readonly property real head: (height - day.height - between - words.height) / 2 // of both lines together

        Rectangle {
            id: box
            anchors.left: parent.left
            anchors.leftMargin: 4
            width: Theme.mark + 2
            height: Theme.mark + 2
            radius: 6
            anchors.verticalCenter: parent.verticalCenter
            color: root.chosen ? Theme.accent : Theme.surface
            border.width: Theme.border
            border.color: root.chosen ? Theme.accent : Theme.control

            Icon {
                anchors.centerIn: parent
                visible: root.chosen
                name: "dialog-ok-apply"
                color: Theme.accentInk
                size: Theme.mark - 8
            }
        }
        Words {
            id: day
            anchors.left: box.right
            anchors.leftMargin: 18
            y: root.narrow ? content.head : (parent.height - height) / 2
            width: root.narrow ? implicitWidth : Theme.words(190)
            text: root.date
            color: Theme.quietInk
            Accessible.ignored: true
        }
        Column {
            id: words
            anchors.left: root.narrow ? box.right : day.right
            anchors.leftMargin: root.narrow ? 18 : 12
            anchors.right: root.narrow ? first.left : count.left
            anchors.rightMargin: 12
            y: root.narrow ? content.head + day.height + content.between : (parent.height - height) / 2

            Row {
                width: parent.width
                spacing: 12

                Icon {
                    id: seal
                    name: root.opened ? "view-visible" : "object-locked"
                    color: Theme.quietInk
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !root.opened
                }
                Words {
                    width: parent.width - (seal.visible ? seal.width + 12 : 0)
                    text: root.opened ? root.title : qsTr("Title seen by the person only")
                    color: root.opened ? Theme.ink : Theme.quietInk
                    Accessible.ignored: true
                }
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.note
                color: Theme.attention
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
        }
        Words {
            id: count
            anchors.right: first.left
            anchors.rightMargin: 12
            y: root.narrow ? content.head : (parent.height - height) / 2
            text: root.pages
            color: Theme.quietInk
            Accessible.ignored: true
        }
        Item { // where the buttons begin
            id: first
            anchors.right: view.visible ? view.left : one.visible ? one.left : parent.right
            height: parent.height
        }
        ActionButton {
            id: view
            objectName: "viewRecord" + root.index
            anchors.right: one.visible ? one.left : parent.right
            anchors.rightMargin: one.visible ? 8 : 0
            anchors.verticalCenter: parent.verticalCenter
            visible: root.opened
            kind: ActionButton.Kind.Pill
            width: Theme.target
            icon.name: "document-preview"
            Accessible.name: qsTr("See the pages")
            Accessible.description: root.Accessible.name
            onActivated: root.viewed()
            onActiveFocusChanged: if (activeFocus) root.reveal()
        }
        ActionButton {
            id: one
            objectName: "printRecord" + root.index
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.printable
            kind: ActionButton.Kind.Pill
            width: Theme.target
            icon.name: "printer-symbolic"
            Accessible.name: qsTr("Print this one now")
            Accessible.description: root.Accessible.name
            onActivated: root.printed()
            onActiveFocusChanged: if (activeFocus) root.reveal()
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.chosen ? Theme.chosen : root.down ? Theme.pressed : Theme.surface
        border.width: root.chosen ? Theme.border : Theme.line
        border.color: root.chosen ? Theme.accent : Theme.card

        FocusFrame {
            shown: root.activeFocus && Theme.keysInUse
            around: -3 // the list cuts what is outside
        }
    }
}
