// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What lies over the screen: nothing behind it is read or reached.
FocusScope {
    id: root

    property string name
    property color ground: Theme.ground
    default property alias inside: place.data

    Accessible.role: Accessible.Dialog
    Accessible.name: name

    Rectangle {
        objectName: "shield"
        anchors.fill: parent
        color: root.ground

        TapHandler {}
    }
    Item {
        id: place
        anchors.fill: parent
    }
}
