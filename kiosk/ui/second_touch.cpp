// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/second_touch.h"

#include <QEvent>
#include <QMouseEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace guichet::ui {
namespace {

bool near(const QPointF &one, const QPointF &other) {
    return std::abs(one.x() - other.x()) <= SecondTouch::kNear && std::abs(one.y() - other.y()) <= SecondTouch::kNear;
}

/// Something that is seen there takes every touch.
bool takesEvery(const QQuickItem &item, const QPointF &at) {
    if (!item.isVisible()) {
        return false;
    }
    if (item.contains(item.mapFromScene(at)) &&
        (item.property("everyTouch").toBool() || item.inherits("QQuickTextInput"))) {
        return true;
    }
    const auto children = item.childItems();
    return std::ranges::any_of(children, [&](const QQuickItem *child) { return takesEvery(*child, at); });
}

} // namespace

bool SecondTouch::begins(const QQuickWindow &window, const QPointF &at, ulong when) {
    begun_ = at;
    dropped_ = tapped_ && near(at, last_) && when - lastEnd_ < static_cast<ulong>(kSoon.count()) &&
               !takesEvery(*window.contentItem(), at);
    return dropped_;
}

bool SecondTouch::ends(const QPointF &at, ulong when) {
    tapped_ = near(at, begun_);
    last_ = at;
    lastEnd_ = when;
    return std::exchange(dropped_, false);
}

bool SecondTouch::eventFilter(QObject *watched, QEvent *event) {
    const auto *window = qobject_cast<QQuickWindow *>(watched);
    if (window == nullptr) {
        return QObject::eventFilter(watched, event);
    }
    const auto place = [event] { return static_cast<const QPointerEvent *>(event)->points().constFirst().position(); };
    const auto when = [event] { return static_cast<ulong>(static_cast<const QPointerEvent *>(event)->timestamp()); };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin: return begins(*window, place(), when());
    case QEvent::MouseButtonDblClick: // comes behind its press
    case QEvent::MouseMove:
    case QEvent::TouchUpdate: return dropped_;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd: return ends(place(), when());
    case QEvent::TouchCancel: tapped_ = false; return std::exchange(dropped_, false);
    default: return QObject::eventFilter(watched, event);
    }
}

} // namespace guichet::ui
