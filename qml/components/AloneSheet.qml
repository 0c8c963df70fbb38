// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Somebody accompanies the person: titles are for the person alone.
Sheet {
    id: root

    required property DocumentsModel model

    visible: model.askingAlone
    title: qsTr("Alone with the person?")
    close: qsTr("Not now")
    onClosed: model.answerAlone(false)

    Words {
        width: parent.width
        text: qsTr("Somebody is here with them. Before titles are shown, ask the person whether they want to be alone for a moment.")
    }
    ActionButton {
        objectName: "alone"
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("The person has decided: go on")
        onActivated: root.model.answerAlone(true)
    }
}
