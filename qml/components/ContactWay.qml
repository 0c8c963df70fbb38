// SPDX-License-Identifier: GPL-3.0-or-later
import Guichet

// The way to how the person wants to be told, and what holds now.
WayCard {
    id: root

    property string contact

    objectName: "contactWay"
    visible: contact !== ""
    text: qsTr("Answer: %1").arg(contact)
}
