// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keypad_digits.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethodQueryEvent>
#include <QKeyEvent>
#include <QWindow>

#include <algorithm>
#include <array>

namespace guichet::ui {
namespace {

/// What each digit's key is without NumLock.
constexpr std::array<int, 10> kWithoutNumLock{Qt::Key_Insert, Qt::Key_End,   Qt::Key_Down,  Qt::Key_PageDown,
                                              Qt::Key_Left,   Qt::Key_Clear, Qt::Key_Right, Qt::Key_Home,
                                              Qt::Key_Up,     Qt::Key_PageUp};

bool takesDigits(QObject *focus) {
    if (focus == nullptr) {
        return false;
    }
    if (focus->property("takesDigits").toBool()) {
        return true;
    }
    QInputMethodQueryEvent query(Qt::ImEnabled | Qt::ImHints);
    QCoreApplication::sendEvent(focus, &query);
    constexpr int kNumbers = Qt::ImhPreferNumbers | Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly;
    return query.value(Qt::ImEnabled).toBool() && (query.value(Qt::ImHints).toInt() & kNumbers) != 0;
}

} // namespace

bool KeypadDigits::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) {
        return QObject::eventFilter(watched, event);
    }
    const auto &key = *static_cast<const QKeyEvent *>(event);
    const auto *const place = std::ranges::find(kWithoutNumLock, key.key());
    if (qobject_cast<QWindow *>(watched) == nullptr || !key.modifiers().testFlag(Qt::KeypadModifier) ||
        place == kWithoutNumLock.end() || !takesDigits(QGuiApplication::focusObject())) {
        return QObject::eventFilter(watched, event);
    }
    const int digit = static_cast<int>(place - kWithoutNumLock.begin());
    QKeyEvent typed(key.type(), Qt::Key_0 + digit, key.modifiers(), QString::number(digit), key.isAutoRepeat());
    typed.setTimestamp(key.timestamp());
    QCoreApplication::sendEvent(watched, &typed);
    return true;
}

} // namespace guichet::ui
