// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Guichet

// What scrolls. What has the focus in it is in sight, a field with its label and with what is wrong where there is room:
// when the focus comes, when the room shrinks, and when it grows itself.
Flickable {
    id: root

    property real around: 48 // in sight above and below it
    readonly property Item inFocus: whole(Window.activeFocusItem)

    // The field that an item is part of, or the item itself; null for what is not in here.
    function whole(item: Item): Item {
        let found = item;
        let at = item;
        while (at && at !== contentItem) {
            if (at instanceof Field)
                found = at;
            at = at.parent;
        }
        return at ? found : null;
    }

    function reveal(): void {
        const item = inFocus && inFocus.height > height ? Window.activeFocusItem : inFocus;
        if (!item || item.height > height)
            return;
        const margin = Math.min(around, (height - item.height) / 2);
        const top = item.mapToItem(contentItem, 0, 0).y - margin;
        const bottom = top + item.height + 2 * margin;
        if (top < contentY)
            contentY = Math.max(0, top);
        else if (bottom > contentY + height)
            contentY = Math.min(contentHeight, bottom) - height;
    }

    // What has the focus has come but now: its place is not found yet.
    function follow(): void {
        growing.restart();
        reveal();
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    onInFocusChanged: reveal()
    onHeightChanged: follow() // the keyboard on the screen takes its room after the field was touched
    onContentHeightChanged: if (growing.running) reveal()
    T.ScrollBar.vertical: ScrollMark {}

    Connections {
        target: root.inFocus
        function onHeightChanged(): void {
            root.follow();
        }
    }
    // What stands around it finds its place in the next frames.
    Timer {
        id: growing
        interval: 200
        onTriggered: root.reveal()
    }
}
