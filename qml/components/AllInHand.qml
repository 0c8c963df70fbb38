// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Everything that came out is in the person's hand, but for what was left out: one touch.
Column {
    id: root

    required property PapersModel papers
    property bool usual: false // the act that is expected here

    visible: papers.waitingFor > 0
    spacing: 4

    Words {
        objectName: "papersSummary"
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: root.papers.summary
        color: Theme.quietInk
        font.pixelSize: Theme.smallText
    }
    ActionButton {
        objectName: "allInHand"
        width: parent.width
        kind: root.usual ? ActionButton.Kind.Filled : ActionButton.Kind.Outlined
        missing: root.papers.inHandMissing
        text: root.papers.someLeftOut ? qsTr("The others in hand") : qsTr("All in hand")
        Accessible.description: root.papers.summary
        onActivated: root.papers.allInHand()
    }
}
