// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is made when it is first wanted, and kept. It is made hidden, so that it finds out when it is shown, the first
// time too.
Loader {
    property bool wanted: false
    default property alias content: root.sourceComponent

    id: root
    active: false
    visible: false
    onWantedChanged: {
        active = active || wanted;
        visible = wanted;
    }
}
