// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>

#include <chrono>

namespace guichet::ui {

/// Watches what is typed and touched, without reading it: whether keys or fingers are used, and since when nothing.
/// Belongs to the screen's thread; install it on the application.
class InputWatch : public QObject {
    Q_OBJECT

public:
    /// `clock` is borrowed and outlives it.
    explicit InputWatch(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool keysInUse() const { return keysInUse_; }
    /// How long nothing was touched or typed.
    [[nodiscard]] std::chrono::milliseconds quiet() const { return clock_.monotonic() - last_; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Somebody is there, seen otherwise: by a device that gives the window no event, or because they are read to.
    void note();

signals:
    /// A key or a finger, or what was noted.
    void used();
    void keysInUseChanged();

private:
    const Clock &clock_;
    std::chrono::milliseconds last_;
    bool keysInUse_ = false;
};

} // namespace guichet::ui
