// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// Whether a finger, or a button of the mouse, is down on one of the application's windows: until what it touched has
/// been told that it was lifted. Belongs to the screen's thread.
class FingerWatch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool down READ down NOTIFY downChanged)

public:
    explicit FingerWatch(QObject *parent = nullptr);

    [[nodiscard]] bool down() const { return down_; }
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void downChanged();

private:
    void setDown(bool down);

    bool down_ = false;
};

} // namespace guichet::ui
