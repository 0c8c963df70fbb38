// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// What a part of a screen is about.
Words {
    width: parent ? parent.width : 0
    font.pixelSize: Theme.tileText
    font.bold: true
}
