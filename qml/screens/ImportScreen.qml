// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Documents from a stick, by a supervisor.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property ImportModel model: kiosk.imports

    title: qsTr("Bring documents in")
    under: qsTr("From a USB stick, which stays as it is. A document that is here already is not taken in twice.")
    back: qsTr("Back")
    action: root.model.action
    waiting: model.waiting && !model.running
    problem: model.problem
    usual: !model.running
    others: [
        ActionButton {
            objectName: "printRejected"
            visible: root.model.rejected.count > 0 && !root.model.running
            kind: ActionButton.Kind.Plain
            icon.name: "printer-symbolic"
            text: qsTr("Print the list")
            onActivated: root.model.print()
        },
        ActionButton {
            objectName: "forgetRejected"
            visible: root.model.canForget
            kind: ActionButton.Kind.Plain
            icon.name: "dialog-ok-apply"
            text: qsTr("Seen: put the list away")
            onActivated: root.model.forget()
        }
    ]
    onBacked: root.kiosk.back()
    onActivated: if (root.model.running) root.model.stop(); else root.model.take()

    Notice {
        objectName: "noStick"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.sticks.count === 0 && !root.model.running ? qsTr("Put a USB stick in: it appears here.") : ""
    }
    TabChips {
        width: parent.width
        visible: root.model.sticks.count > 0
        enabled: !root.model.running
        rows: root.model.sticks
        name: root.title
        prefix: "stick"
        onChosen: index => root.model.choose(index)
    }
    Words {
        objectName: "stickCount"
        width: parent.width
        visible: text !== ""
        text: root.model.count
    }
    ProgressBar {
        objectName: "importProgress"
        width: parent.width
        visible: root.model.running
        value: root.model.progress
        words: root.model.progressWords
    }
    Notice {
        objectName: "importSummary"
        width: parent.width
        kind: root.model.good ? Notice.Kind.Good : Notice.Kind.Attention
        text: root.model.summary
    }
    Notice {
        objectName: "importDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Words {
        objectName: "rejectedTitle"
        width: parent.width
        visible: text !== "" && !root.model.running
        text: root.model.rejectedTitle
        font.bold: true
    }
    Repeater {
        model: root.model.running ? null : root.model.rejected

        Words {
            required property int index
            required property string words

            objectName: "rejected" + index
            width: parent ? parent.width : 0
            text: words
            wrapMode: Text.Wrap
        }
    }
}
