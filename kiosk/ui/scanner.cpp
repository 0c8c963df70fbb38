// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/scanner.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

namespace guichet::ui {
namespace {

struct KeyRow {
    quint32 first; ///< the row's first key as X11 and Wayland count: Linux's number and 8
    std::string_view plain;
    std::string_view shifted;
};
constexpr std::array<KeyRow, 5> kUsRows{{
    {10, "1234567890-=", "!@#$%^&*()_+"},
    {24, "qwertyuiop[]", "QWERTYUIOP{}"},
    {38, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {51, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    {65, " ", " "},
}};

/// Null where the key is not in the part of the keyboard that differs from country to country.
QChar onUsKeyboard(const QKeyEvent &key) {
    for (const auto &row : kUsRows) {
        const auto place = key.nativeScanCode() - row.first;
        if (key.nativeScanCode() >= row.first && place < row.plain.size()) {
            const bool shift = key.modifiers().testFlag(Qt::ShiftModifier);
            return QChar::fromLatin1((shift ? row.shifted : row.plain).at(place));
        }
    }
    return {};
}

bool isEnter(const QKeyEvent &key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

bool isShift(const QKeyEvent &key) { return key.key() == Qt::Key_Shift || key.key() == Qt::Key_CapsLock; }

bool types(const QKeyEvent &key) {
    constexpr Qt::KeyboardModifiers kCommands = Qt::AltModifier | Qt::MetaModifier;
    return key.text().size() == 1 && key.text().at(0).isPrint() && (key.modifiers() & kCommands) == 0;
}

} // namespace

Scanner::Scanner(QObject *parent) : QObject(parent) {
    wait_.setSingleShot(true);
    wait_.setTimerType(Qt::PreciseTimer);
    wait_.setInterval(kGap);
    connect(&wait_, &QTimer::timeout, this, &Scanner::giveOn);
}

bool Scanner::eventFilter(QObject *watched, QEvent *event) {
    const bool press = event->type() == QEvent::KeyPress;
    auto *window = qobject_cast<QWindow *>(watched);
    if (giving_ || window == nullptr || (!press && event->type() != QEvent::KeyRelease)) {
        return QObject::eventFilter(watched, event);
    }
    const auto &key = *static_cast<const QKeyEvent *>(event);
    const auto passed = key.timestamp() - std::exchange(last_, key.timestamp());
    if (press && !held_.empty() && passed > static_cast<ulong>(kGap.count())) {
        giveOn(); // a slow frame kept the timer waiting
    }
    if (isEnter(key)) {
        if (!press && std::exchange(enterHeld_, false)) {
            return true;
        }
        if (press && code_.size() >= kShortest) {
            const auto code = code_;
            const auto onUsKeys = knowsKeys_ ? onUsKeys_ : QString{};
            forget();
            enterHeld_ = true;
            emit scanned(code, onUsKeys);
            return true;
        }
        giveOn();
        return false;
    }
    const bool begins = press && types(key) && !key.isAutoRepeat() && key.key() != Qt::Key_Space;
    const bool goesOn = !held_.empty() && !key.isAutoRepeat() && (!press || types(key) || isShift(key));
    if (begins || goesOn) {
        hold(*window, key);
        return true;
    }
    giveOn();
    return false;
}

void Scanner::hold(QWindow &window, const QKeyEvent &key) {
    held_.push_back({.window = &window, .event = std::unique_ptr<QEvent>(key.clone())});
    if (key.type() == QEvent::KeyPress && types(key)) {
        code_ += key.text();
        const auto onUsKeys = onUsKeyboard(key);
        knowsKeys_ = knowsKeys_ && !onUsKeys.isNull();
        onUsKeys_ += onUsKeys;
        wait_.start();
    }
}

void Scanner::giveOn() {
    auto held = std::move(held_);
    forget();
    giving_ = true;
    for (const auto &[window, event] : held) {
        if (window != nullptr) {
            QCoreApplication::sendEvent(window, event.get());
        }
    }
    giving_ = false;
}

void Scanner::forget() {
    wait_.stop();
    held_.clear();
    code_.clear();
    onUsKeys_.clear();
    knowsKeys_ = true;
}

} // namespace guichet::ui
