// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// Text that people read: our type, wrapped, never cut silently.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
