// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Text that people read: our type, wrapped, never cut silently.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    horizontalAlignment: Text.AlignLeft // the side where a line begins: the right where the screen is mirrored
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
