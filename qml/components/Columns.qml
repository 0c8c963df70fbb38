// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Layouts
import Guichet

// Side by side where there is room for it, under each other where there is not. What stands in it takes its column
// (Layout.fillWidth) and a row is as high as its highest (Layout.fillHeight).
GridLayout {
    id: root

    property int most: 2 // columns
    property int least: Theme.words(280) // width of one

    columns: Math.max(1, Math.min(most, Math.floor((width + columnSpacing) / (least + columnSpacing))))
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
}
