// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace guichet::ui {

/// Watches what is typed and touched, without reading it: whether keys or fingers are used, and since when nothing.
/// Belongs to the screen's thread; install it on the application.
class InputWatch : public QObject {
    Q_OBJECT

public:
    /// `quiet` is announced when nothing was touched or typed for that long.
    explicit InputWatch(std::chrono::milliseconds quiet, QObject *parent = nullptr);

    [[nodiscard]] bool keysInUse() const { return keysInUse_; }
    void setQuiet(std::chrono::milliseconds quiet);
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void keysInUseChanged();
    void quiet();

private:
    QTimer timer_;
    bool keysInUse_ = false;
};

} // namespace guichet::ui
