// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Every colour and size of the screens. Contrasts are those of WCAG: text 7:1 at least, borders of controls 3:1.
QtObject {
    // The last input was a key: the focus is shown where touch would not show it. Set by the window.
    property bool keysInUse: false
    // A finger has touched a field: then the keyboard on the screen is wanted.
    property bool keyboardWanted: false
    property real scale: 1

    readonly property color ground: "#F5F2EA"
    readonly property color surface: "#FFFFFF"
    readonly property color ink: "#1B1F24"
    readonly property color quietInk: "#434A52"
    readonly property color accent: "#0B5A64"
    readonly property color accentPressed: "#08444C"
    readonly property color accentInk: "#FFFFFF"
    readonly property color accentQuietInk: "#E3F0F1"
    readonly property color bar: "#12363C"
    readonly property color barInk: "#FFFFFF"
    readonly property color barQuietInk: "#BFD6D9"
    readonly property color chosen: "#EEF6F6"
    readonly property color attention: "#7A4100"
    readonly property color attentionGround: "#FFF0D9"
    readonly property color positive: "#1F5B2E"
    readonly property color control: "#6C675C"
    readonly property color card: "#8A8375"
    readonly property color hairline: "#D6CFC0"
    readonly property color pressed: "#ECE7DA"
    readonly property color focus: "#1B1F24"
    readonly property color paper: "#FFFFFF"

    readonly property string family: "Noto Sans"
    readonly property int smallText: Math.round(18 * scale)
    readonly property int bodyText: Math.round(20 * scale)
    readonly property int tileText: Math.round(24 * scale)
    readonly property int titleText: Math.round(34 * scale)

    readonly property int grid: 8
    readonly property int gap: 16
    readonly property int margin: 32
    readonly property int radius: 10
    readonly property int largeRadius: 14
    readonly property int target: Math.round(56 * scale)
    readonly property int actionHeight: Math.round(64 * scale)
    readonly property int barHeight: Math.round(64 * scale)
    readonly property int actionBarHeight: Math.round(96 * scale)
    readonly property int papersWidth: Math.round(336 * scale)
    readonly property int icon: Math.round(24 * scale)
    readonly property int largeIcon: Math.round(40 * scale)
    readonly property int line: 1
    readonly property int border: 2
    readonly property int focusWidth: 3
    readonly property int padWidth: Math.round(320 * scale)
    readonly property int keyboardWidth: Math.round(840 * scale)
    readonly property int quick: 120 // ms: no movement is longer
}
