// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A date as people say it: "3 avril 41", "03041941", "1941". Under it what it was understood as.
Field {
    hint: qsTr("03041941, 3 april 41")
    inputMethodHints: Qt.ImhPreferNumbers
}
