// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Guichet

// Every colour and size of the screens. Contrasts are those of WCAG: text 7:1 at least, borders of controls and the
// focus 3:1. Sizes are in units of 1/96 inch at 100 %; words grow in full, the room around them by less, so that a
// screen at 200 % still shows several lines. The window gives its Look.
QtObject {
    id: root

    // The last input was a key: the focus is shown where touch would not show it. Set by the window.
    property bool keysInUse: false
    // A finger has touched a field: then the keyboard on the screen is wanted.
    property bool keyboardWanted: false
    property bool keyboardShown: false // on the agent's screen
    property Look look: null
    readonly property real scale: look ? look.scale : 1
    readonly property real density: look ? look.density : 1
    readonly property bool contrasted: look !== null && look.scheme === Look.HighContrast

    component Palette: QtObject {
        required property color ground
        required property color surface
        required property color ink
        required property color quietInk
        required property color accent // the one filled action
        required property color accentPressed
        required property color accentInk
        required property color accentQuietInk
        required property color strong // outline and words of the other actions
        required property color selected // a chip that is chosen
        required property color selectedInk
        required property color bar
        required property color barInk
        required property color barQuietInk
        required property color barPressed
        required property color chosen // ground of a card that is chosen
        required property color attention
        required property color attentionGround
        required property color positive
        required property color control // borders of fields
        required property color card // borders of what can be pressed
        required property color hairline // never the only sign
        required property color pressed
        required property color focus
    }
    readonly property Palette light: Palette {
        ground: "#F5F2EA"
        surface: "#FFFFFF"
        ink: "#1B1F24"
        quietInk: "#434A52"
        accent: "#0B5A64"
        accentPressed: "#08444C"
        accentInk: "#FFFFFF"
        accentQuietInk: "#F0F7F7"
        strong: "#12363C"
        selected: "#12363C"
        selectedInk: "#FFFFFF"
        bar: "#12363C"
        barInk: "#FFFFFF"
        barQuietInk: "#BFD6D9"
        barPressed: "#0B5A64"
        chosen: "#EEF6F6"
        attention: "#7A4100"
        attentionGround: "#FFF0D9"
        positive: "#1F5B2E"
        control: "#6C675C"
        card: "#8A8375"
        hairline: "#D6CFC0"
        pressed: "#ECE7DA"
        focus: "#1B1F24"
    }
    readonly property Palette dark: Palette {
        ground: "#14191C"
        surface: "#1F262A"
        ink: "#F3F0E8"
        quietInk: "#C6CBCE"
        accent: "#8FD3DB"
        accentPressed: "#B9E5EA"
        accentInk: "#06252A"
        accentQuietInk: "#0B2F35"
        strong: "#CFE8EB"
        selected: "#CFE8EB"
        selectedInk: "#0B2428"
        bar: "#0A2A30"
        barInk: "#FFFFFF"
        barQuietInk: "#BFD6D9"
        barPressed: "#1E5058"
        chosen: "#17353A"
        attention: "#FFCB8C"
        attentionGround: "#3B2807"
        positive: "#97DBA6"
        control: "#A39D90"
        card: "#8A8375"
        hairline: "#3A4449"
        pressed: "#2C353A"
        focus: "#FFFFFF"
    }
    // Black and white, yellow for what acts and what is chosen, every border drawn.
    readonly property Palette highContrast: Palette {
        ground: "#000000"
        surface: "#000000"
        ink: "#FFFFFF"
        quietInk: "#FFFFFF"
        accent: "#FFE100"
        accentPressed: "#FFF3A0"
        accentInk: "#000000"
        accentQuietInk: "#000000"
        strong: "#FFFFFF"
        selected: "#FFE100"
        selectedInk: "#000000"
        bar: "#000000"
        barInk: "#FFFFFF"
        barQuietInk: "#FFFFFF"
        barPressed: "#3A3A00"
        chosen: "#333000"
        attention: "#FFB84D"
        attentionGround: "#000000"
        positive: "#7CFFA0"
        control: "#FFFFFF"
        card: "#FFFFFF"
        hairline: "#FFFFFF"
        pressed: "#404040"
        focus: "#4DD9FF"
    }
    readonly property Palette colours: contrasted ? highContrast : look && look.scheme === Look.Dark ? dark : light

    readonly property color ground: colours.ground
    readonly property color surface: colours.surface
    readonly property color ink: colours.ink
    readonly property color quietInk: colours.quietInk
    readonly property color accent: colours.accent
    readonly property color accentPressed: colours.accentPressed
    readonly property color accentInk: colours.accentInk
    readonly property color accentQuietInk: colours.accentQuietInk
    readonly property color strong: colours.strong
    readonly property color selected: colours.selected
    readonly property color selectedInk: colours.selectedInk
    readonly property color bar: colours.bar
    readonly property color barInk: colours.barInk
    readonly property color barQuietInk: colours.barQuietInk
    readonly property color barPressed: colours.barPressed
    readonly property color chosen: colours.chosen
    readonly property color attention: colours.attention
    readonly property color attentionGround: colours.attentionGround
    readonly property color positive: colours.positive
    readonly property color control: colours.control
    readonly property color card: colours.card
    readonly property color hairline: colours.hairline
    readonly property color pressed: colours.pressed
    readonly property color focus: colours.focus
    readonly property color scrim: "#A0000000" // over what a dialog covers
    readonly property color paper: "#FFFFFF" // of a printed page, whatever the scheme

    function words(units: real): int {
        return Math.round(units * scale);
    }
    // The room of one line of words and what surrounds it: the words grow, the rest only with the screen.
    function room(words: real, around: real): int {
        return Math.round(words * scale + around * density);
    }

    readonly property string family: "Noto Sans"
    readonly property int smallText: words(18)
    readonly property int bodyText: words(20)
    readonly property int tileText: words(24)
    readonly property int titleText: words(34)
    readonly property int personText: words(30) // on what the person reads
    readonly property int personTitleText: words(52)

    readonly property int grid: 8
    readonly property int gap: 16
    readonly property int margin: Math.round(32 * density)
    readonly property int radius: 10
    readonly property int largeRadius: 14
    readonly property int line: 1
    readonly property int border: 2
    readonly property int focusWidth: 3
    // 15 mm on the real screen, and never too low for its words.
    readonly property int target: Math.max(Math.floor(15 / 25.4 * 96 * density), room(30, 26))
    readonly property int actionHeight: room(30, 34)
    readonly property int actionBarHeight: room(30, 66)
    readonly property int barHeight: room(26, 38)
    readonly property int papersWidth: words(336)
    readonly property int icon: words(24)
    readonly property int largeIcon: words(40)
    readonly property int mark: words(30) // box to tick, round to choose
    readonly property int dot: words(14)
    readonly property int padWidth: Math.round(320 * density)
    readonly property int keyboardWidth: Math.round(840 * density)
    readonly property bool still: look !== null && look.still // nothing moves by itself
}
