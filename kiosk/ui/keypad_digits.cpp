// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keypad_digits.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethodQueryEvent>
#include <QWindow>

#include <algorithm>
#include <array>

namespace guichet::ui {
namespace {

/// What each digit's key is without NumLock.
constexpr std::array<int, 10> kWithoutNumLock{Qt::Key_Insert, Qt::Key_End,   Qt::Key_Down,  Qt::Key_PageDown,
                                              Qt::Key_Left,   Qt::Key_Clear, Qt::Key_Right, Qt::Key_Home,
                                              Qt::Key_Up,     Qt::Key_PageUp};

} // namespace

std::optional<int> keypadDigit(const QKeyEvent &event) {
    if (!event.modifiers().testFlag(Qt::KeypadModifier)) {
        return std::nullopt;
    }
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9) {
        return event.key() - Qt::Key_0;
    }
    const auto *const place = std::ranges::find(kWithoutNumLock, event.key());
    if (place == kWithoutNumLock.end()) {
        return std::nullopt;
    }
    return static_cast<int>(place - kWithoutNumLock.begin());
}

int keyWithoutNumLock(int digit) { return kWithoutNumLock.at(static_cast<std::size_t>(digit)); }

Asked askedBy(QObject *focus) {
    if (focus == nullptr) {
        return Asked::Nothing;
    }
    if (focus->property("takesDigits").toBool()) {
        return Asked::Digits;
    }
    QInputMethodQueryEvent query(Qt::ImEnabled | Qt::ImHints);
    QCoreApplication::sendEvent(focus, &query);
    if (!query.value(Qt::ImEnabled).toBool()) {
        return Asked::Nothing;
    }
    constexpr int kNumbers = Qt::ImhPreferNumbers | Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly;
    constexpr int kCapitals = Qt::ImhPreferUppercase | Qt::ImhUppercaseOnly;
    const int hints = query.value(Qt::ImHints).toInt();
    if ((hints & kNumbers) != 0) {
        return Asked::Digits;
    }
    if (focus->property("takesArabic").toBool()) {
        return Asked::Arabic;
    }
    return (hints & kCapitals) != 0 ? Asked::Capitals : Asked::Text;
}

bool KeypadDigits::eventFilter(QObject *watched, QEvent *event) {
    if ((event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) ||
        qobject_cast<QWindow *>(watched) == nullptr) {
        return QObject::eventFilter(watched, event);
    }
    const auto &key = *static_cast<const QKeyEvent *>(event);
    const auto digit = keypadDigit(key);
    if (!digit || key.key() != keyWithoutNumLock(*digit) || askedBy(QGuiApplication::focusObject()) != Asked::Digits) {
        return QObject::eventFilter(watched, event);
    }
    QKeyEvent typed(key.type(), Qt::Key_0 + *digit, key.modifiers(), QString::number(*digit), key.isAutoRepeat());
    typed.setTimestamp(key.timestamp());
    QCoreApplication::sendEvent(watched, &typed);
    return true;
}

} // namespace guichet::ui
