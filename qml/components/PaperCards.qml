// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet

// Papers side by side, each with what can be done about it.
Columns {
    id: root

    required property PapersModel papers

    most: 3

    Repeater {
        model: root.papers.rows

        PaperCard {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onHanded: root.papers.handed(index)
            onParted: root.papers.leaveOut(index)
            onDiscarded: root.papers.discarded(index)
            onRetried: root.papers.retry(index)
            onCancelled: root.papers.cancel(index)
        }
    }
}
