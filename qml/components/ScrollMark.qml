// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// How far down a long page is; wide enough for a finger. Where nothing may move by itself the page stops with the finger.
T.ScrollBar {
    id: root

    readonly property Flickable page: parent as Flickable

    implicitWidth: 14
    minimumSize: 0.1
    visible: size < 1
    Accessible.ignored: true

    Connections {
        target: root.page
        // A page that a finger leaves is moving already; one that a wheel moves is not yet.
        function onFlickStarted(): void {
            if (Theme.still && root.page.moving)
                root.page.cancelFlick();
        }
    }

    contentItem: Rectangle {
        radius: 5
        color: root.pressed ? Theme.ink : Theme.card
    }
}
