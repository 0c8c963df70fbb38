// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/keypad_digits.h"

#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <cstddef>

namespace guichet::ui {

class Look;

/// A numeric keypad that does all that a keyboard does, for who has nothing else. It is asked for by its key *, which
/// no field needs, and is over at *, and at any letter of a keyboard: whoever has one never gets letters from its
/// digits. Then, with NumLock on or off:
///
/// - in a field, a digit's key gives its letters by turns, as on a telephone (ITU-T E.161), then the digit, then what
///   French, Spanish and Portuguese put on the letters; a digit where digits are asked for. / changes from small
///   letters to capitals to digits, until another field. Where somebody writes Arabic, its letters come first. The
///   decimal key erases;
/// - a letter that may still change is marked. It stays at any other key, or after kPause, unless nothing may move by
///   itself; at / it stays and nothing else happens, so that the same key can begin the next one;
/// - elsewhere 2, 4, 6 and 8 are the arrows;
/// - + goes to the next item and − to the one before; without a field / goes on as well, where the person has + and −.
///
/// A key that is held down is one press, but for the one that erases. Belongs to the screen's thread.
class KeypadTyping : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Keys keys READ keys NOTIFY keysChanged)
    Q_PROPERTY(QString letters READ letters NOTIFY keysChanged)

public:
    /// What the digits' keys do now: what they do without this, or what it makes of them.
    enum Keys { AsEver, Arrows, Small, Capitals, Digits, Arabic };
    Q_ENUM(Keys)

    /// Long, for a slow hand; nobody has to wait for it.
    static constexpr std::chrono::seconds kPause{3};

    /// `look` is that of the window, and outlives it.
    explicit KeypadTyping(const Look &look);

    [[nodiscard]] Keys keys() const { return keys_; }
    /// The keys 1 to 9 with their letters, "1 .,'-   2 abc …"; empty where they type none.
    [[nodiscard]] QString letters() const;
    /// Takes the keypad's keys out of this window's events, before what is installed on it already.
    void follow(QQuickWindow &window);
    /// From now on the keypad is as ever.
    void stop();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void keysChanged();

private:
    /// A letter that may still change: `place` in the turns of `digit`, marked at `at` in `field`.
    struct Waiting {
        QPointer<QQuickItem> field;
        int digit = 0;
        std::size_t place = 0;
        int at = 0;
    };

    bool press(const QKeyEvent &key);
    void start();
    void setKeys(Keys keys);
    void look();
    /// / in a field.
    void change();
    [[nodiscard]] Keys afterThese() const;
    void tap(QQuickItem &field, int digit);
    [[nodiscard]] bool waits() const;
    void settle();
    void go(bool on);

    const Look &look_;
    QPointer<QQuickWindow> window_;
    QPointer<QQuickItem> focus_;
    Asked asked_ = Asked::Nothing;
    Keys keys_ = AsEver;
    Waiting waiting_;
    QTimer pause_;
};

} // namespace guichet::ui
