// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/input_watch.h"

#include <QEvent>
#include <QKeyEvent>

namespace guichet::ui {

InputWatch::InputWatch(const Clock &clock, QObject *parent)
    : QObject(parent), clock_(clock), last_(clock.monotonic()) {}

void InputWatch::note() {
    last_ = clock_.monotonic();
    emit used();
}

bool InputWatch::eventFilter(QObject *watched, QEvent *event) {
    const auto type = event->type();
    const bool key = type == QEvent::KeyPress;
    const bool finger = type == QEvent::MouseButtonPress || type == QEvent::TouchBegin;
    if ((key || finger) && event->spontaneous()) {
        note();
        if (keysInUse_ != key) {
            keysInUse_ = key;
            emit keysInUseChanged();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace guichet::ui
