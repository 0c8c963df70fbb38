// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Papers one below the other, each with what can be done about it.
Column {
    id: root

    required property PapersModel papers
    property bool signing: false // the screen is where one of them is signed
    property bool walkable: false // in a list that scrolls, a keyboard comes to what has no button too

    spacing: 12

    Notice {
        objectName: "printerAdvice"
        width: root.width
        text: root.papers.advice
        picture: root.papers.advicePicture
    }
    Repeater {
        model: root.papers.rows

        PaperCard {
            width: root.width
            walkable: root.walkable
            signing: root.signing
            elsewhere: root.papers.elsewhere
            number: root.papers.number
            onHanded: root.papers.handed(index)
            onParted: root.papers.leaveOut(index)
            onSigned: root.papers.sign(index)
            onDiscarded: root.papers.discarded(index)
            onRetried: root.papers.retry(index)
            onPrintedElsewhere: root.papers.printElsewhere(index)
            onPosted: root.papers.posted(index)
            onWrittenByHand: root.papers.writeByHand(index)
            onNumbered: text => root.papers.setNumber(text)
            onReplaced: root.papers.replaced(index)
            onCancelled: root.papers.cancel(index)
        }
    }
}
