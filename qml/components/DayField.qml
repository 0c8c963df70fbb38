// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A day not long ago as people say it: "hier", "25 novembre". Under it what it was understood as.
Field {
    label: qsTr("On which day – empty: today")
    hint: qsTr("yesterday, 25 november")
    inputMethodHints: Qt.ImhPreferNumbers
}
