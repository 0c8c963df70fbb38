// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace guichet::ui {

/// The keys of a keypad type digits where digits are asked for, also with NumLock off: nobody should have to know what
/// that is. Elsewhere they stay the arrows they then are. Where digits are asked for: a field whose input method hints
/// prefer numbers, or an item with a property `takesDigits` that is true. Belongs to the screen's thread; install it on
/// the application.
class KeypadDigits : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace guichet::ui
