// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCharts
import QtQuick
import Guichet

// Rows of points on one scale, each under its words.
Item {
    id: root

    property var plot: ({})
    readonly property color ink: Theme.strong // what is made once has the colours of its time
    readonly property var rows: plot.rows ?? []
    readonly property string before: plot.before ?? ""
    readonly property bool dotted: rows.some(row => row.points.length > 0)
    readonly property real band: dotted ? Theme.room(16, 28) : 4 // of a row, for its points
    readonly property real wordsHeight: {
        let height = Theme.smallText;
        for (let i = 0; i < words.count; ++i)
            height = Math.max(height, words.itemAt(i)?.implicitHeight ?? 0);
        return height;
    }
    readonly property real rowHeight: wordsHeight + band
    readonly property real lowest: -band / 2 / rowHeight // a row's points stand in the band below its words
    readonly property real edge: ((plot.greatest ?? 1) - (plot.least ?? 0)) * 0.02 // so that no point is cut
    readonly property int dot: Math.round(12 * Theme.scale)
    property var ranges: []
    readonly property real headHeight: before === "" ? 0 : Math.max(sooner.height, later.height) + 4

    implicitHeight: headHeight + (dotted ? chart.height + unit.height : rows.length * rowHeight)
    LayoutMirroring.enabled: false // numbers rise to the right in every language
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Graphic
    Accessible.name: plot.words ?? ""

    onRowsChanged: draw()
    onInkChanged: draw()
    Component.onCompleted: draw()

    function draw(): void {
        for (const range of ranges)
            chart.removeSeries(range);
        ranges = [];
        ours.clear();
        others.clear();
        for (const row of rows) {
            if (row.low !== undefined) {
                const range = chart.createSeries(ChartView.SeriesTypeLine, "", days, places);
                range.color = Theme.strong;
                range.width = 3;
                range.append(row.low, row.points[0].y);
                range.append(row.high, row.points[0].y);
                ranges.push(range);
            }
            for (const point of row.points)
                (row.strong ? ours : others).append(point.x, point.y);
        }
    }

    Words {
        id: sooner
        width: parent.width / 2 - 8
        visible: text !== ""
        text: root.before === "" ? "" : "← " + root.before
        font.pixelSize: Theme.smallText
        color: Theme.quietInk
        Accessible.ignored: true
    }
    Words {
        id: later
        anchors.right: parent.right
        width: sooner.width
        visible: sooner.visible
        text: (root.plot.after ?? "") + " →"
        font.pixelSize: Theme.smallText
        horizontalAlignment: Text.AlignRight
        color: Theme.quietInk
        Accessible.ignored: true
    }
    ChartView {
        id: chart

        readonly property real inset: Theme.smallText
        readonly property real zero: inset + (days.max > days.min ? (0 - days.min) / (days.max - days.min) : 0) * plotArea.width

        visible: root.dotted
        localizeNumbers: true
        y: root.headHeight
        width: root.width
        height: root.rows.length * root.rowHeight + Theme.smallText + 20
        plotArea: Qt.rect(inset, 0, Math.max(1, width - 2 * inset), Math.max(1, root.rows.length * root.rowHeight))
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        legend.visible: false
        Accessible.ignored: true

        ValuesAxis {
            id: days
            min: (root.plot.least ?? 0) - root.edge
            max: (root.plot.greatest ?? 1) + root.edge
            tickType: ValuesAxis.TicksDynamic
            tickAnchor: 0
            tickInterval: root.plot.step ?? 1
            labelFormat: days.tickInterval < 1 ? "%.1f" : "%.0f"
            labelsColor: Theme.ink
            labelsFont: Qt.font({ family: Theme.family, pixelSize: Theme.smallText })
            gridLineColor: Theme.card
            lineVisible: false
        }
        ValuesAxis {
            id: places
            min: root.lowest
            max: root.lowest + Math.max(1, root.rows.length)
            visible: false
        }
        ScatterSeries {
            id: others
            axisX: days
            axisY: places
            color: Theme.surface
            borderColor: Theme.quietInk
            borderWidth: 2
            markerSize: root.dot
        }
        ScatterSeries {
            id: ours
            axisX: days
            axisY: places
            color: Theme.strong
            borderColor: Theme.strong
            borderWidth: 2
            markerSize: root.dot
        }
        Rectangle {
            x: chart.zero - 1
            width: 2
            height: chart.plotArea.height
            visible: root.before !== ""
            color: Theme.ink
        }
    }
    Repeater {
        id: words
        model: root.rows

        Words {
            required property int index
            required property var modelData

            y: root.headHeight + index * root.rowHeight
            width: root.width
            text: modelData.strong ? "<b>" + modelData.label + "</b> – " + modelData.note : modelData.label + " – " + modelData.note
            textFormat: Text.StyledText
            font.pixelSize: Theme.smallText
            Accessible.ignored: true

            Rectangle { // no line goes through the words
                z: -1
                width: Math.min(parent.width, parent.contentWidth + 6)
                height: parent.height
                color: Theme.ground
            }
        }
    }
    Words {
        id: unit
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.dotted
        text: root.plot.unit ?? ""
        font.pixelSize: Theme.smallText
        horizontalAlignment: Text.AlignRight
        color: Theme.quietInk
        Accessible.ignored: true
    }
}
