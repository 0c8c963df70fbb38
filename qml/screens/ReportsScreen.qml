// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Guichet

// Whether the counter answers as well as the others: by period and kind of act, at a glance.
ScreenFrame {
    id: root

    required property KioskModel kiosk
    readonly property ReportsModel model: kiosk.reports

    title: qsTr("Does the counter answer as quickly?")
    under: qsTr("From the register and the agency’s own reports. Nothing here speaks of anybody.")
    back: qsTr("Back")
    action: qsTr("Print the report")
    actionIcon: "printer-symbolic"
    missing: model.missing
    waiting: model.waiting
    problem: model.problem
    read: model
    first: spans
    others: [
        ActionButton {
            objectName: "activity"
            kind: ActionButton.Kind.Plain
            icon.name: "printer-symbolic"
            text: qsTr("Print the activity")
            onActivated: root.model.printActivity()
        }
    ]
    onBacked: root.kiosk.back()
    onActivated: root.model.print()

    // A plot is made only here: what it is drawn with is large.
    component Plot: Loader {
        id: loader

        property string file
        property var plot

        width: parent ? parent.width : 0
        source: Qt.resolvedUrl("../components/" + file)

        Binding {
            target: loader.item
            property: "plot"
            value: loader.plot
        }
    }
    component About: Words {
        width: parent ? parent.width : 0
        font.pixelSize: Theme.smallText
        color: Theme.quietInk
    }
    TabChips {
        id: spans
        width: parent.width
        rows: root.model.periods
        name: qsTr("Period")
        prefix: "span"
        onChosen: index => root.model.choosePeriod(index)
    }
    Notice {
        objectName: "reportDone"
        width: parent.width
        kind: Notice.Kind.Good
        text: root.model.done
    }
    Notice {
        objectName: "conclusion"
        width: parent.width
        visible: text !== "" && !root.model.empty
        kind: Notice.Kind.Information
        text: root.model.conclusion
    }
    Words {
        objectName: "nothing"
        width: parent.width
        visible: root.model.empty
        text: qsTr("Nothing was deposited in this period.")
        color: Theme.quietInk
    }
    TabChips {
        width: parent.width
        visible: root.model.kinds.count > 1
        rows: root.model.kinds
        name: qsTr("Kind of act")
        prefix: "kind"
        onChosen: index => root.model.chooseKind(index)
    }
    Column {
        width: parent.width
        spacing: 8
        visible: root.model.kinds.count > 0

        PartTitle {
            text: qsTr("How long until the answer")
        }
        Plot {
            objectName: "delays"
            file: "PlotRows.qml"
            plot: root.model.delays
        }
        About {
            visible: root.model.hasDots
            text: qsTr("Each dot is one answer in ten. The further left, the sooner it came. What has no answer is not among them.")
        }
        About {
            visible: root.model.mixes
            text: qsTr("The acts are not the same in each channel: the gap below compares them act by act.")
        }
    }
    Column {
        width: parent.width
        spacing: 8
        visible: root.model.compares

        PartTitle {
            text: qsTr("At the counter or online: the gap")
        }
        Plot {
            objectName: "gaps"
            file: "PlotRows.qml"
            plot: root.model.gaps
        }
        About {
            text: qsTr("The dot is the likeliest gap; the line says between what it lies, 95 times in 100.")
        }
    }
    Column {
        width: parent.width
        spacing: 8
        visible: root.model.hasTrend

        PartTitle {
            text: qsTr("Month by month")
        }
        Plot {
            objectName: "trend"
            file: "PlotLines.qml"
            plot: root.model.trend
        }
    }
}
