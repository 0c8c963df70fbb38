// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

#include <chrono>

class QInputEvent;
class QQuickWindow;

namespace guichet::ui {

/// A touch where another ended a moment ago is a hand that trembles, or that saw nothing happen yet: it does nothing,
/// for what stands there now may be something else (EN 301 549, 5.8). Every touch counts where keys are typed: on an
/// item with a property `everyTouch` that is true, and in a text; and so does one behind a drag, which scrolls.
/// Belongs to the screen's thread; install it on a window.
class SecondTouch : public QObject {
    Q_OBJECT

public:
    /// From the end of a touch to the beginning of the next: a practised hand takes longer from one button to another.
    static constexpr std::chrono::milliseconds kSoon{300};
    /// In pixels, each way.
    static constexpr double kNear = 24;

    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool begins(const QQuickWindow &window, const QPointF &at, ulong when);
    [[nodiscard]] bool ends(const QPointF &at, ulong when);

    bool dropped_ = false; ///< the touch that goes on
    QPointF begun_;
    bool tapped_ = false; ///< there was one before, and it stayed where it was
    QPointF last_;
    ulong lastEnd_ = 0; ///< ms, of the events' clock
};

} // namespace guichet::ui
