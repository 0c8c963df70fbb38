// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Whether this is an exercise, where we are, what the printer says, hide, and who is signed in. Where the bar is tight the words that an icon or a
// number can stand for go first; the printer's stay while something is wrong with it.
Rectangle {
    id: root

    required property KioskModel kiosk
    readonly property bool tight: width < Theme.words(root.kiosk.visiting ? 1300 : 1000) + (training.visible ? training.width : 0) + (callSign.visible ? callSign.width : 0)
    readonly property int side: tight ? 12 : 24

    signal lookWanted
    signal personWanted

    height: Theme.barHeight
    color: Theme.bar

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.line
        visible: Theme.contrasted // where the ground is as dark as the bar
        color: Theme.hairline
    }
    Rectangle {
        id: training
        objectName: "training"
        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        width: trainingWords.implicitWidth + 20
        height: trainingWords.implicitHeight + 8
        radius: Theme.radius
        color: "transparent"
        border.width: Theme.border
        border.color: Theme.barInk
        visible: root.kiosk.training
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Exercise: nothing here is real")

        Words {
            id: trainingWords
            anchors.centerIn: parent
            text: qsTr("Exercise")
            color: Theme.barInk
            font.pixelSize: Theme.smallText
            font.bold: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Words {
        id: place

        readonly property real before: training.visible ? training.width + 16 : 0
        readonly property real room: root.width - 2 * root.side - before - actions.width - (printer.visible ? printer.width + actions.spacing : 0) - 24 - (steps.visible ? steps.width + 24 : 0)

        objectName: "place"
        anchors.left: parent.left
        anchors.leftMargin: root.side + before
        width: Math.max(0, Math.min(implicitWidth, room))
        visible: room > Theme.words(80)
        elide: Text.ElideMiddle
        anchors.verticalCenter: parent.verticalCenter
        text: root.kiosk.place
        // At home nothing else says where one is.
        Accessible.role: root.kiosk.screen === KioskModel.Home ? Accessible.Heading : Accessible.StaticText
        color: Theme.barInk
        font.pixelSize: Theme.smallText
        font.bold: true
        wrapMode: Text.NoWrap
    }
    Steps {
        id: steps
        anchors.left: place.visible ? place.right : training.visible ? training.right : parent.left
        anchors.leftMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        visible: root.kiosk.step > 0
        current: root.kiosk.step
        brief: root.tight
    }
    Row {
        id: printer

        readonly property bool worded: !root.tight || !root.kiosk.printerReady
        readonly property real room: root.width - 2 * root.side - (training.visible ? training.width + 16 : 0) - (steps.visible ? steps.width + 24 : 0) - actions.width - actions.spacing - printerIcon.width - spacing

        anchors.right: actions.left
        anchors.rightMargin: actions.spacing
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10
        visible: root.kiosk.agent !== "" && root.kiosk.printer !== "" // "": not asked yet

        Icon {
            id: printerIcon
            name: root.kiosk.printerReady ? "printer-symbolic" : "data-warning"
            color: Theme.barInk
            anchors.verticalCenter: parent.verticalCenter
        }
        // In two lines, and a little smaller, before a word of it is lost.
        Words {
            id: printerState
            objectName: "printerState"
            anchors.verticalCenter: parent.verticalCenter
            visible: printer.worded
            width: Math.min(implicitWidth, printer.room)
            height: Theme.barHeight
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeight: 0.85
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.words(14)
            elide: Text.ElideRight
            text: root.kiosk.printer
            color: Theme.barInk
            font.pixelSize: Theme.smallText
            font.bold: !root.kiosk.printerReady

            Announcement {
                item: printerState
                text: root.kiosk.printerReady ? "" : root.kiosk.printer
            }
        }
    }
    Row {
        id: actions
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.tight ? 8 : 20

        // No bigger and no brighter than the rest: for who knows it.
        ActionButton {
            id: callSign
            objectName: "callSign"
            visible: root.kiosk.colleague.state !== ColleagueModel.Quiet
            kind: ActionButton.Kind.OnBar
            icon.name: root.kiosk.colleague.state === ColleagueModel.Answered ? "dialog-ok-apply" : ""
            text: root.kiosk.colleague.state === ColleagueModel.Asked ? "•" : root.kiosk.colleague.state === ColleagueModel.Failed ? "!" : ""
            Accessible.name: root.kiosk.colleague.words
            onActivated: root.kiosk.colleague.end()
        }
        ActionButton {
            objectName: "withPerson"
            visible: root.kiosk.visiting
            kind: ActionButton.Kind.OnBar
            icon.name: "im-user"
            Accessible.name: qsTr("With the person")
            onActivated: root.personWanted()
        }
        ActionButton {
            objectName: "look"
            kind: ActionButton.Kind.OnBar
            text: "Aa"
            Accessible.name: qsTr("Words and colours")
            onActivated: root.lookWanted()
        }
        ActionButton {
            objectName: "help"
            kind: ActionButton.Kind.OnBar
            text: root.tight ? "?" : qsTr("? Help")
            Accessible.name: qsTr("Help")
            onActivated: root.kiosk.help.toggle()
        }
        ActionButton {
            objectName: "hide"
            visible: root.kiosk.agent !== ""
            kind: ActionButton.Kind.OnBar
            icon.name: "view-hidden"
            text: root.tight ? "" : qsTr("Hide")
            Accessible.name: qsTr("Hide")
            onActivated: root.kiosk.hide()
        }
        Words {
            objectName: "whoIsHere"
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== "" && !root.tight
            text: root.kiosk.agent
            color: Theme.barInk
            font.pixelSize: Theme.smallText
            font.bold: true
            wrapMode: Text.NoWrap
        }
        ActionButton {
            objectName: "lock"
            visible: root.kiosk.agent !== ""
            kind: ActionButton.Kind.OnBar
            icon.name: "object-locked"
            text: root.tight ? root.kiosk.agent : qsTr("Lock")
            Accessible.name: qsTr("Lock: %1 is signed in").arg(root.kiosk.agent)
            onActivated: root.kiosk.lock()
        }
    }
}
