// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCharts
import QtQuick
import Guichet

// Lines over months, each with its name where it is explained below.
Item {
    id: root

    property var plot: ({})
    readonly property color ink: Theme.strong // what is made once has the colours of its time
    readonly property var lines: plot.lines ?? []
    readonly property var columns: plot.columns ?? []
    readonly property real plotHeight: Theme.room(140, 80)
    readonly property real edge: Math.max(1, columns.length - 1) * 0.02 // so that no mark is cut
    property var drawn: []
    readonly property real leftRoom: 3 * Theme.smallText

    implicitHeight: unit.height + 8 + plotHeight + Theme.smallText + 24 + names.height
    LayoutMirroring.enabled: false // numbers rise to the right in every language
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Graphic
    Accessible.name: plot.words ?? ""

    onLinesChanged: draw()
    onInkChanged: draw()
    Component.onCompleted: draw()

    function colourOf(index: int): color {
        return lines[index].strong ? Theme.strong : Theme.quietInk;
    }
    function shapeOf(index: int): int {
        return index % 2 === 0 ? ScatterSeries.MarkerShapeCircle : ScatterSeries.MarkerShapeRectangle;
    }

    function draw(): void {
        for (const series of drawn)
            chart.removeSeries(series);
        drawn = [];
        for (let i = 0; i < lines.length; ++i) {
            const line = chart.createSeries(ChartView.SeriesTypeLine, "", months, days);
            line.color = colourOf(i);
            line.width = lines[i].strong ? 4 : 2;
            line.style = i < 2 ? Qt.SolidLine : Qt.DashLine;
            const marks = chart.createSeries(ChartView.SeriesTypeScatter, "", months, days);
            marks.color = lines[i].strong ? Theme.strong : Theme.surface;
            marks.borderColor = colourOf(i);
            marks.borderWidth = 2;
            marks.markerShape = shapeOf(i);
            marks.markerSize = Math.round(12 * Theme.scale);
            for (const point of lines[i].points) {
                line.append(point.x, point.y);
                marks.append(point.x, point.y);
            }
            drawn.push(line, marks);
        }
    }

    Words {
        id: unit
        width: parent.width
        text: root.plot.unit ?? ""
        font.pixelSize: Theme.smallText
        color: Theme.quietInk
        Accessible.ignored: true
    }
    ChartView {
        id: chart
        y: unit.height + 8
        width: root.width
        height: root.plotHeight + 16
        plotArea: Qt.rect(root.leftRoom, 8, Math.max(1, width - 2 * root.leftRoom), root.plotHeight)
        localizeNumbers: true
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        legend.visible: false
        Accessible.ignored: true

        ValuesAxis {
            id: months
            min: -root.edge
            max: Math.max(1, root.columns.length - 1) + root.edge
            visible: false
        }
        ValuesAxis {
            id: days
            min: 0
            max: root.plot.greatest ?? 1
            tickType: ValuesAxis.TicksDynamic
            tickAnchor: 0
            tickInterval: root.plot.step ?? 1
            labelFormat: days.tickInterval < 1 ? "%.1f" : "%.0f"
            labelsColor: Theme.ink
            labelsFont: Qt.font({ family: Theme.family, pixelSize: Theme.smallText })
            gridLineColor: Theme.card
            lineVisible: false
        }
    }
    Repeater {
        model: root.columns

        Words {
            required property int index
            required property string modelData
            readonly property int every: Math.ceil(root.columns.length * Theme.words(170) / Math.max(1, root.width))

            x: root.leftRoom + chart.plotArea.width * (index + root.edge) / (months.max - months.min) - width / 2
            y: chart.y + root.plotHeight + 16
            width: Theme.words(160)
            visible: index % every === 0
            text: modelData
            font.pixelSize: Theme.smallText
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    Flow {
        id: names
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: 24

        Repeater {
            model: root.lines

            Row {
                id: name

                required property int index
                required property var modelData

                spacing: 8

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(12 * Theme.scale)
                    height: width
                    radius: name.index % 2 === 0 ? width / 2 : 0
                    color: name.modelData.strong ? Theme.strong : Theme.surface
                    border.width: 2
                    border.color: root.colourOf(name.index)
                }
                Words {
                    text: name.modelData.label
                    font.pixelSize: Theme.smallText
                    font.bold: name.modelData.strong
                    Accessible.ignored: true
                }
            }
        }
    }
}
