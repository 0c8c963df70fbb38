// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// The right to refuse is made known: what can be printed, what was done, and what is noted now.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property PackModel model: kiosk.pack

    title: qsTr("Make the right to refuse known")
    under: qsTr("Print, hang up, play, send; then note it: the report says since when.")
    back: qsTr("Back")
    action: qsTr("Note that it is done")
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    first: kinds
    onBacked: root.kiosk.back()
    onActivated: root.model.note()

    TabChips {
        id: kinds
        width: parent.width
        rows: root.model.kinds
        name: root.title
        prefix: "kind"
        onChosen: index => root.model.chooseKind(index)
    }
    Notice {
        objectName: "packOwed"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.owed
    }
    Bullets {
        objectName: "packBefore"
        width: parent.width
        visible: sentences.length > 0
        title: qsTr("Done already")
        sentences: root.model.before
    }
    Column {
        id: print
        width: parent.width
        spacing: 12

        PartTitle {
            text: qsTr("Print")
        }
        Words {
            objectName: "packNone"
            width: parent.width
            visible: root.model.papers.count === 0
            text: root.model.file ? qsTr("This is a file, not a paper. A supervisor makes the whole pack with the command pack.")
                                  : qsTr("The printer has the size of none of these papers.")
            color: Theme.quietInk
        }
        TabChips {
            width: parent.width
            visible: root.model.papers.count > 0
            rows: root.model.languages
            name: qsTr("Language")
            prefix: "language"
            onChosen: index => root.model.chooseLanguage(index)
        }
        Repeater {
            model: root.model.papers

            Tile {
                required property int index
                required property string title
                required property string spoken

                objectName: "paper" + index
                width: print.width
                least: Theme.room(50, 46)
                enabled: !root.model.waiting
                icon.name: "printer-symbolic"
                text: title
                Accessible.name: qsTr("Print: %1").arg(spoken)
                onActivated: root.model.print(index)
            }
        }
        Notice {
            objectName: "packPrinted"
            width: parent.width
            kind: Notice.Kind.Good
            text: root.model.printed
        }
    }
    Column {
        width: parent.width
        spacing: 12

        PartTitle {
            text: qsTr("Note that it is done")
        }
        Notice {
            objectName: "packNoted"
            width: parent.width
            kind: Notice.Kind.Good
            text: root.model.noted
        }
        Field {
            objectName: "packWhere"
            width: parent.width
            label: qsTr("Where, or to whom")
            hint: qsTr("waiting room")
            text: root.model.where
            maximumLength: 100
            onEdited: text => root.model.where = text
        }
        DayField {
            objectName: "packOn"
            width: parent.width
            text: root.model.on
            understood: root.model.onDay
            problem: root.model.onProblem
            onEdited: text => root.model.on = text
        }
        Field {
            objectName: "packCount"
            width: parent.width
            visible: root.model.sent
            label: qsTr("To how many – may stay empty")
            text: root.model.count
            maximumLength: 12
            inputMethodHints: Qt.ImhPreferNumbers
            onEdited: text => root.model.count = text
        }
    }
}
