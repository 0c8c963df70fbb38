// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Guichet

// A freedesktop icon of the installed theme, in one colour. Always beside words, so it is not announced.
Image {
    id: root

    required property string name
    property color color: Theme.ink
    property int size: Theme.icon

    width: size
    height: size
    sourceSize.width: size * Screen.devicePixelRatio
    sourceSize.height: size * Screen.devicePixelRatio
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(1)
    Accessible.ignored: true
}
