// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// A button. Where something is still missing it says what, in a dashed outline; who presses it anyway is told so again.
T.AbstractButton {
    id: root

    enum Kind { Filled, Outlined, Plain, OnBar, Pill }

    property int kind: ActionButton.Kind.Outlined
    property string missing
    readonly property bool ready: missing === ""
    property bool insisted: false // pressed though something is missing
    readonly property bool small: kind === ActionButton.Kind.OnBar || kind === ActionButton.Kind.Pill
    readonly property int least: small ? Theme.target : Theme.actionHeight
    readonly property color ink: !ready ? (insisted ? Theme.attention : Theme.quietInk)
                                        : kind === ActionButton.Kind.Filled ? Theme.accentInk
                                        : kind === ActionButton.Kind.OnBar ? Theme.barInk
                                        : kind === ActionButton.Kind.Pill ? Theme.ink : Theme.strong

    signal activated
    signal refused // pressed though something is missing

    function press(): void {
        insisted = !ready;
        if (ready)
            activated();
        else
            refused();
    }

    onClicked: press()
    onMissingChanged: insisted = false

    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: true
    implicitHeight: Math.max(least, words.visible ? words.implicitHeight + 16 : 0)
    implicitWidth: Math.max(least, content.fullWidth + leftPadding + rightPadding)
    leftPadding: kind === ActionButton.Kind.OnBar ? 16 : kind === ActionButton.Kind.Pill ? 20 : 28
    rightPadding: leftPadding
    font.family: Theme.family
    font.pixelSize: small ? Theme.smallText : Theme.bodyText
    font.bold: !small

    Accessible.role: Accessible.Button
    Accessible.name: ready ? text : missing
    Accessible.description: ready ? "" : text

    Announcement {
        item: root
        text: root.insisted ? root.missing : ""
        urgent: true
    }

    contentItem: Item { // qmllint disable deferred-property-id
        id: content

        // What is drawn is wider than its measure by a little, of Arabic most.
        readonly property real lineWidth: Math.ceil(measure.advanceWidth) + Math.floor(root.font.pixelSize / 8)
        readonly property real before: sign.visible ? sign.width + (words.visible ? row.spacing : 0) : 0
        readonly property real fullWidth: before + (words.visible ? lineWidth : 0)

        TextMetrics {
            id: measure
            font: root.font
            text: words.text
        }
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 12

            Icon {
                id: sign
                name: root.ready ? root.icon.name : root.insisted ? "data-warning" : ""
                color: root.ink
                visible: name !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: words
                width: Math.min(content.lineWidth, content.width - content.before)
                text: root.ready ? root.text : root.missing
                visible: text !== ""
                font: root.font
                color: root.ink
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: sign.visible ? Text.AlignLeft : Text.AlignHCenter
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: root.kind === ActionButton.Kind.Pill ? Math.min(height, Theme.target) / 2 : Theme.radius
        color: !root.ready ? (root.insisted ? Theme.attentionGround : "transparent")
                           : root.kind === ActionButton.Kind.Filled ? (root.down ? Theme.accentPressed : Theme.accent)
                           : root.kind === ActionButton.Kind.OnBar ? (root.down ? Theme.barPressed : "transparent")
                           : root.down ? Theme.pressed
                           : root.kind === ActionButton.Kind.Plain ? "transparent" : Theme.surface
        border.width: !root.ready || root.kind === ActionButton.Kind.Filled || root.kind === ActionButton.Kind.Plain ? 0
                      : root.small ? Theme.line : Theme.border
        border.color: root.kind === ActionButton.Kind.OnBar ? Theme.barQuietInk
                      : root.kind === ActionButton.Kind.Pill ? Theme.card : Theme.strong

        // Not made but where it is seen: what is painted keeps a picture as large as itself, hidden or not.
        Loader {
            anchors.fill: parent
            active: !root.ready && root.visible
            sourceComponent: DashedFrame {
                color: root.insisted ? Theme.attention : Theme.control // qmllint disable unqualified
                thickness: Theme.border
                radius: Theme.radius
            }
        }
        FocusFrame {
            shown: root.activeFocus && Theme.keysInUse
            border.color: root.kind === ActionButton.Kind.OnBar ? Theme.barInk : Theme.focus
            around: root.kind === ActionButton.Kind.OnBar ? 3 : 4
        }
    }
}
