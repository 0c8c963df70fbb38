// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk

    back: qsTr("Sign out")
    backIcon: "" // it leads nowhere one has been
    problem: root.kiosk.left.problem
    first: next.visible ? next : receipt
    onBacked: root.kiosk.signOut()

    Item {
        width: parent.width
        height: 8
    }
    Tile {
        id: next
        objectName: "nextPerson"
        width: parent.width
        least: Theme.room(100, 80)
        visible: root.kiosk.mayServe
        filled: true
        icon.name: "list-add-user"
        text: qsTr("Next person")
        detail: qsTr("Date of birth and three letters, or social security number")
        onActivated: root.kiosk.nextPerson()
    }
    Column {
        id: interrupted
        width: parent.width
        spacing: 10
        visible: root.kiosk.left.rows.count > 0

        Repeater {
            model: root.kiosk.left.rows

            WayCard {
                required property int index
                required property string label

                objectName: "left" + index
                width: interrupted.width
                text: qsTr("Go on with an interrupted visit")
                detail: label
                Accessible.name: (index + 1) + ". " + text
                onActivated: root.kiosk.left.takeUp(index)
            }
        }
    }
    Notice {
        width: parent.width
        visible: !root.kiosk.mayServe
        kind: Notice.Kind.Information
        text: qsTr("This role serves nobody at the counter: sign in as an agent to open a visit.")
    }
    Columns {
        width: parent.width
        most: root.kiosk.mayServe ? 2 : 1

        Tile {
            id: receipt
            objectName: "receipt"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            icon.name: "document-preview"
            text: qsTr("A receipt")
            detail: qsTr("Scan its code or copy its text: genuine, or not found")
            onActivated: root.kiosk.openReceipt()
        }
        Tile {
            objectName: "forms"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayServe
            icon.name: "document-new"
            text: qsTr("Blank forms")
            detail: qsTr("To fill in at home or in the queue")
            onActivated: root.kiosk.openForms()
        }
        Tile {
            objectName: "day"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayServe
            icon.name: "dialog-ok-apply"
            text: qsTr("The day")
            detail: qsTr("Opening and closing: what to look at, what is left to do")
            onActivated: root.kiosk.openDay()
        }
        Tile {
            objectName: "import"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayImport
            icon.name: "document-import"
            text: qsTr("Bring documents in")
            detail: qsTr("From a USB stick; what the watched folder could not give")
            onActivated: root.kiosk.openImport()
        }
        Tile {
            objectName: "doubts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.decidesIdentity
            icon.name: "question"
            text: qsTr("Who is who")
            detail: qsTr("People who may be one; documents of which it is not sure whose they are")
            onActivated: root.kiosk.openDoubts()
        }
        Tile {
            objectName: "reports"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayReport
            icon.name: "document-preview"
            text: qsTr("Reports")
            detail: qsTr("Whether the counter answers as quickly, and what it did")
            onActivated: root.kiosk.openReports()
        }
        Tile {
            objectName: "pack"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayInform
            icon.name: "audio-volume-high"
            text: qsTr("Make the right to refuse known")
            detail: root.kiosk.pack.kept ? qsTr("All that was promised is done.") : root.kiosk.pack.promise
            onActivated: root.kiosk.openPack()
        }
        Tile {
            objectName: "setup"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.managesPrinters
            icon.name: "printer-symbolic"
            text: qsTr("The printer")
            detail: qsTr("Choose it, and print a test page")
            onActivated: root.kiosk.openSetup()
        }
        Tile {
            objectName: "owed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            least: Theme.room(90, 60)
            visible: root.kiosk.mayServe
            icon.name: "printer-symbolic"
            text: qsTr("Papers owed")
            detail: root.kiosk.owed.problem !== "" ? root.kiosk.owed.problem
                    : root.kiosk.owed.waitingFor > 0 ? root.kiosk.owed.summary : qsTr("Nothing is owed.")
            onActivated: root.kiosk.openOwed()
        }
    }
}
