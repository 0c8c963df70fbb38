// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// The visit's papers once more, as they are listed beside it until now, and then the end.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property EndModel model: kiosk.end

    title: qsTr("End of visit")
    under: kiosk.personTitle
    back: qsTr("Back")
    action: model.action
    actionIcon: "dialog-ok-apply"
    waiting: model.waiting
    usual: !allInHand.usual
    problem: model.problem !== "" ? model.problem : kiosk.papers.problem
    first: allInHand
    onBacked: root.kiosk.back()
    onActivated: root.model.finish()

    Words {
        objectName: "endSentence"
        width: parent.width
        text: root.model.sentence
        font.pixelSize: Theme.tileText
    }
    AllInHand {
        id: allInHand
        width: Math.min(parent.width, Theme.words(360))
        papers: root.kiosk.papers
        usual: root.kiosk.papers.waitingFor > 0 && root.kiosk.papers.inHandMissing === ""
    }
    PaperCards {
        width: parent.width
        papers: root.kiosk.papers
    }
    Words {
        width: parent.width
        text: qsTr("Then everything about this visit leaves the screen. What was registered stays in the register.")
        color: Theme.quietInk
    }
}
