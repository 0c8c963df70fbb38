// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QObject>

#include <functional>
#include <optional>

namespace guichet::ui {

/// A key of a numeric keypad that means something to the person, whether NumLock is on or off.
enum class PadKey { Yes, No, Unsure, Repeat, Listen, Louder, Softer, Before, Next, Touch };

/// 1 yes, 2 no, 3 not understood, 0 once more, 5 listen or pause, + and − the volume; 4 and 6 go from one thing that
/// can be touched to the one before and to the next, 8 touches it. Nothing for another key, for one of the main
/// keyboard, and for a key that is held down: its repeats are no presses.
[[nodiscard]] std::optional<PadKey> padKeyOf(const QKeyEvent &event);

/// Takes the keypad's keys out of a window's events, before whatever has the focus there. Install it on the window,
/// which outlives it.
class Keypad : public QObject {
    Q_OBJECT

public:
    /// `press` does what a key means; false: it means nothing now, and goes its way.
    explicit Keypad(std::function<bool(PadKey)> press, QObject *parent = nullptr);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool(PadKey)> press_;
};

} // namespace guichet::ui
