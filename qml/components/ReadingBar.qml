// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// What a voice that reads can be told: play and pause always, the rest once it was begun. Signs alone where there is
// little room.
Flow {
    id: root

    required property ReadAloud reading
    required property string listen
    required property string repeat
    required property string slower
    required property string faster
    required property string softer
    required property string louder
    property string prefix: "reading" // of the buttons' names
    property bool brief: false
    // All of it side by side.
    readonly property real fullWidth: play.implicitWidth + (reading.open ? again.implicitWidth + slow.implicitWidth
                                      + fast.implicitWidth + soft.implicitWidth + loud.implicitWidth + 5 * spacing : 0)

    spacing: 8

    ActionButton {
        id: play
        objectName: root.prefix + "Listen"
        kind: ActionButton.Kind.Pill
        icon.name: root.reading.playing ? "media-playback-pause" : "media-playback-start"
        text: root.brief && root.reading.open ? "" : root.listen
        Accessible.name: root.listen
        onActivated: root.reading.toggle()
    }
    VoiceButton {
        id: again
        objectName: root.prefix + "Repeat"
        icon.name: "view-refresh"
        words: root.repeat
        brief: root.brief
        visible: root.reading.open
        onActivated: root.reading.repeat()
    }
    VoiceButton {
        id: slow
        objectName: root.prefix + "Slower"
        icon.name: "media-seek-backward"
        words: root.slower
        brief: root.brief
        visible: root.reading.open
        enabled: root.reading.canSlow
        onActivated: root.reading.slower()
    }
    VoiceButton {
        id: fast
        objectName: root.prefix + "Faster"
        icon.name: "media-seek-forward"
        words: root.faster
        brief: root.brief
        visible: root.reading.open
        enabled: root.reading.canHasten
        onActivated: root.reading.faster()
    }
    VoiceButton {
        id: soft
        objectName: root.prefix + "Softer"
        icon.name: "audio-volume-low"
        words: root.softer
        brief: root.brief
        visible: root.reading.open
        enabled: root.reading.canSoften
        onActivated: root.reading.softer()
    }
    VoiceButton {
        id: loud
        objectName: root.prefix + "Louder"
        icon.name: "audio-volume-high"
        words: root.louder
        brief: root.brief
        visible: root.reading.open
        enabled: root.reading.canLouden
        onActivated: root.reading.louder()
    }
}
