// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// What the agent's window and its backstage tell each other.
QtObject {
    property bool lookAsked: false
    property bool personAsked: false
    property bool covered: false // something lies over the screen
    property real keyboardRoom: 0 // that the keyboard takes, at the bottom
    property var screens: [] // a Component for each KioskModel.Screen that is not sign-in
}
