// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property AddPersonModel model: kiosk.addPerson

    title: qsTr("Add the person")
    under: qsTr("Only the names and the date of birth are needed; “unknown” is a date too.")
    back: qsTr("Back")
    action: qsTr("Add")
    actionIcon: "list-add-user"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    papers: kiosk.papers
    first: birthName
    onBacked: root.kiosk.back()
    onActivated: root.model.add()

    Columns {
        width: parent.width

        Field {
            id: birthName
            objectName: "birthName"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Birth name")
            text: root.model.birthName
            onEdited: text => root.model.birthName = text
            onAccepted: givenNames.forceActiveFocus()
        }
        Field {
            id: givenNames
            objectName: "givenNames"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("First names")
            text: root.model.givenNames
            onEdited: text => root.model.givenNames = text
            onAccepted: born.forceActiveFocus()
        }
        DateField {
            id: born
            objectName: "born"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Date of birth")
            hint: qsTr("03041941, or leave empty when unknown")
            text: root.model.birth
            understood: root.model.birthUnderstood
            problem: root.model.birthProblem
            onEdited: text => root.model.birth = text
            onAccepted: if (root.model.enterBirth()) birthPlace.forceActiveFocus()
        }
        Field {
            id: birthPlace
            objectName: "birthPlace"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Place of birth, if known")
            text: root.model.birthPlace
            onEdited: text => root.model.birthPlace = text
            onAccepted: number.forceActiveFocus()
        }
    }
    MaskedField {
        id: number
        objectName: "addNumber"
        width: parent.width
        label: qsTr("Social security number, if there is one")
        hint: qsTr("13 characters, or 15 with the key")
        value: root.model.number
        masked: root.model.numberMasked
        problem: root.model.numberProblem
        inputMethodHints: Qt.ImhPreferNumbers
        onTyped: text => root.model.number = text
        onAccepted: root.model.add()
    }
    Words {
        id: sexQuestion
        width: parent.width
        text: qsTr("Sex, as the person says it")
        font.pixelSize: Theme.smallText
        font.bold: true
    }
    Flow {
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.Grouping
        Accessible.name: sexQuestion.text

        Repeater {
            model: root.model.sexes

            Chip {
                required property int index
                required property string label
                required property bool picked

                objectName: "sex" + index
                text: label
                chosen: picked
                onActivated: root.model.chooseSex(index)
            }
        }
    }
}
