// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keypad.h"

#include <utility>

namespace guichet::ui {

std::optional<PadKey> padKeyOf(const QKeyEvent &event) {
    if (!event.modifiers().testFlag(Qt::KeypadModifier) || event.isAutoRepeat()) {
        return std::nullopt;
    }
    switch (event.key()) {
    case Qt::Key_1:
    case Qt::Key_End: return PadKey::Yes;
    case Qt::Key_2:
    case Qt::Key_Down: return PadKey::No;
    case Qt::Key_3:
    case Qt::Key_PageDown: return PadKey::Unsure;
    case Qt::Key_0:
    case Qt::Key_Insert: return PadKey::Repeat;
    case Qt::Key_5:
    case Qt::Key_Clear: return PadKey::Listen;
    case Qt::Key_4:
    case Qt::Key_Left: return PadKey::Before;
    case Qt::Key_6:
    case Qt::Key_Right: return PadKey::Next;
    case Qt::Key_8:
    case Qt::Key_Up: return PadKey::Touch;
    case Qt::Key_Plus: return PadKey::Louder;
    case Qt::Key_Minus: return PadKey::Softer;
    default: return std::nullopt;
    }
}

Keypad::Keypad(std::function<bool(PadKey)> press, QObject *parent) : QObject(parent), press_(std::move(press)) {}

bool Keypad::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto key = padKeyOf(*static_cast<QKeyEvent *>(event)); // NOLINT: Qt says so by the type
        if (key && press_(*key)) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace guichet::ui
