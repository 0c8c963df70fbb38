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
            onHanded: root.papers.handed(index)
            onParted: root.papers.leaveOut(index)
            onSigned: root.papers.sign(index)
            onDiscarded: root.papers.discarded(index)
            onRetried: root.papers.retry(index)
            onCancelled: root.papers.cancel(index)
        }
    }
}
