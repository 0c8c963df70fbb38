// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/input_watch.h"

#include <QEvent>
#include <QKeyEvent>

namespace guichet::ui {

InputWatch::InputWatch(std::chrono::milliseconds quiet, QObject *parent) : QObject(parent) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &InputWatch::quiet);
    setQuiet(quiet);
}

void InputWatch::setQuiet(std::chrono::milliseconds quiet) { timer_.start(quiet); }

bool InputWatch::eventFilter(QObject *watched, QEvent *event) {
    const auto type = event->type();
    const bool key = type == QEvent::KeyPress;
    const bool finger = type == QEvent::MouseButtonPress || type == QEvent::TouchBegin;
    if ((key || finger) && event->spontaneous()) {
        timer_.start();
        if (keysInUse_ != key) {
            keysInUse_ = key;
            emit keysInUseChanged();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace guichet::ui
