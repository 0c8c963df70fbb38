// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What the screen behind is for, its usual steps, what to do when stuck, the keys; on paper too.
Sheet {
    id: root

    required property HelpModel model

    title: qsTr("Help: %1").arg(model.title)

    others: [
        ActionButton {
            objectName: "printHelp"
            width: Math.min(implicitWidth, root.othersWidth)
            icon.name: "printer-symbolic"
            text: qsTr("Print this page")
            missing: root.model.printable ? "" : qsTr("An agent prints it")
            onActivated: root.model.print()
        }
    ]

    Notice {
        objectName: "helpDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Notice {
        objectName: "helpProblem"
        width: parent.width
        text: root.model.problem
    }
    Words {
        objectName: "helpAbout"
        width: parent.width
        text: root.model.about
    }
    Words {
        width: parent.width
        text: qsTr("Usually")
        font.bold: true
    }
    Repeater {
        model: root.model.steps

        Words {
            required property string modelData

            width: parent ? parent.width : 0
            text: modelData
        }
    }
    Words {
        width: parent.width
        text: qsTr("When stuck")
        font.bold: true
    }
    Repeater {
        model: root.model.stuck

        Words {
            required property string modelData

            width: parent ? parent.width : 0
            text: modelData
        }
    }
    Words {
        width: parent.width
        text: qsTr("Keys")
        font.bold: true
    }
    Repeater {
        model: root.model.keys

        Words {
            required property string key
            required property string does

            width: parent ? parent.width : 0
            text: qsTr("%1: %2").arg(key).arg(does)
        }
    }
    ActionButton {
        objectName: "helpCall"
        width: Math.min(implicitWidth, parent.width)
        visible: root.model.canCall
        text: qsTr("Ask for a colleague, without a sound")
        onActivated: root.model.callColleague()
    }
    ActionButton {
        objectName: "helpNews"
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("What changed with this version")
        onActivated: root.model.openNews()
    }
}
