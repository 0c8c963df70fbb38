// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QObject>

#include <optional>

namespace guichet::ui {

/// What a keypad's key types with NumLock on, also where it is off: 0 to 9. Nothing for another key, and for one of the
/// main keyboard.
[[nodiscard]] std::optional<int> keypadDigit(const QKeyEvent &event);
/// What the key of that digit is with NumLock off, a Qt::Key.
[[nodiscard]] int keyWithoutNumLock(int digit);

/// What somebody types where the focus is.
enum class Asked { Nothing, Digits, Capitals, Text, Arabic };

/// Digits are asked for by a field whose input method hints prefer numbers, and by an item with a property
/// `takesDigits` that is true; capitals by one whose hints prefer them; Arabic by one with `takesArabic`.
[[nodiscard]] Asked askedBy(QObject *focus);

/// The keys of a keypad type digits where digits are asked for, also with NumLock off: nobody should have to know what
/// that is. Elsewhere they stay the arrows they then are. Belongs to the screen's thread; install it on the
/// application.
class KeypadDigits : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace guichet::ui
