// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property FormsModel model: kiosk.forms

    title: qsTr("Blank forms")
    under: model.under
    back: qsTr("Back")
    problem: model.problem
    first: said
    page: model.under
    onBacked: root.kiosk.back()

    TabChips {
        width: parent.width
        rows: root.model.lists
        name: root.title
        prefix: "list"
        onChosen: index => root.model.choose(index)
    }
    Notice {
        objectName: "formsDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Field {
        id: said
        objectName: "said"
        visible: root.model.sought
        width: parent.width
        label: qsTr("What is it about, in the person’s words?")
        hint: qsTr("I lost my card, my daughter was born")
        text: root.model.said
        maximumLength: 200
        onEdited: text => root.model.said = text
    }
    Notice {
        objectName: "found"
        width: parent.width
        kind: Notice.Kind.Information
        text: root.model.found
    }
    Column {
        id: list
        width: parent.width
        spacing: 12

        Repeater {
            model: root.model.rows

            Tile {
                required property int index
                required property string title
                required property string number

                objectName: "form" + index
                width: list.width
                least: Theme.room(50, 46)
                icon.name: "printer-symbolic"
                text: title
                detail: number
                onActivated: root.model.print(index)
            }
        }
    }
}
