// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/finger_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMouseEvent>

namespace guichet::ui {

FingerWatch::FingerWatch(QObject *parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool FingerWatch::eventFilter(QObject *watched, QEvent *event) {
    const auto type = event->type();
    if (event->spontaneous()) { // as the window gets it, not as it hands it on to an item
        if (type == QEvent::MouseButtonPress || type == QEvent::TouchBegin) {
            setDown(true);
        } else if (type == QEvent::TouchEnd || type == QEvent::TouchCancel ||
                   (type == QEvent::MouseButtonRelease &&
                    static_cast<QMouseEvent *>(event)->buttons() == Qt::NoButton)) {
            // What was touched gets it after this.
            QMetaObject::invokeMethod(this, [this] { setDown(false); }, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void FingerWatch::setDown(bool down) {
    if (down_ != down) {
        down_ = down;
        emit downChanged();
    }
}

} // namespace guichet::ui
