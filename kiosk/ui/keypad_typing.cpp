// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keypad_typing.h"

#include "kiosk/ui/look.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <array>

namespace guichet::ui {
namespace {

/// What each digit's key gives by turns: `shown` is what its legend says.
struct Turns {
    const char16_t *shown;
    const char16_t *more;
};

constexpr std::array<Turns, 10> kTurns{{{u" ", u"0"},
                                        {u".,'-", u"1@/+_:;!?()&¿¡"},
                                        {u"abc", u"2àâçáã"},
                                        {u"def", u"3éèêë"},
                                        {u"ghi", u"4îïí"},
                                        {u"jkl", u"5"},
                                        {u"mno", u"6ôöœñóõ"},
                                        {u"pqrs", u"7"},
                                        {u"tuv", u"8ùûüú"},
                                        {u"wxyz", u"9ÿ"}}};

/// The Arabic letters as telephones sold with them have them (ETSI ES 202 130).
constexpr std::array<Turns, 10> kArabic{{{u" ", u"0"},
                                         {u".،؟-", u"1؛:!()"},
                                         {u"بتةث", u"2"},
                                         {u"اأإآىءؤئ", u"3"},
                                         {u"سشصض", u"4"},
                                         {u"دذرز", u"5"},
                                         {u"جحخ", u"6"},
                                         {u"نهوي", u"7"},
                                         {u"فقكلم", u"8"},
                                         {u"طظعغ", u"9"}}};

const Turns &turnsOf(KeypadTyping::Keys keys, int digit) {
    return (keys == KeypadTyping::Arabic ? kArabic : kTurns).at(static_cast<std::size_t>(digit));
}

/// To the item itself: what sees the window's keys has seen this one already.
void type(QQuickItem &item, int key, const QString &text = {}) {
    for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent typed(kind, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&item, &typed);
    }
}

void type(QQuickItem &item, QChar letter) { type(item, letter.toUpper().unicode(), QString(letter)); }

bool erases(const QKeyEvent &key) {
    return key.key() == Qt::Key_Period || key.key() == Qt::Key_Comma || key.key() == Qt::Key_Delete;
}

bool isLetter(const QKeyEvent &key) {
    return !key.modifiers().testFlag(Qt::KeypadModifier) && key.text().size() == 1 && key.text().at(0).isPrint();
}

} // namespace

KeypadTyping::KeypadTyping(const Look &look) : look_(look) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, [this] {
        if (!look_.still()) {
            settle();
        }
    });
}

QString KeypadTyping::letters() const {
    if (keys_ != Small && keys_ != Capitals && keys_ != Arabic) {
        return {};
    }
    QStringList all;
    for (int digit = 1; digit <= 9; ++digit) {
        const auto shown = QString::fromUtf16(turnsOf(keys_, digit).shown);
        all.push_back(QStringLiteral("%1\u00a0%2").arg(digit).arg(keys_ == Capitals ? shown.toUpper() : shown));
    }
    return all.join(QStringLiteral("   "));
}

void KeypadTyping::follow(QQuickWindow &window) {
    window_ = &window;
    window.installEventFilter(this);
    connect(&window, &QQuickWindow::activeFocusItemChanged, this, &KeypadTyping::look);
}

void KeypadTyping::stop() {
    settle();
    setKeys(AsEver);
}

void KeypadTyping::start() {
    setKeys(Arrows);
    focus_.clear();
    look();
}

void KeypadTyping::setKeys(Keys keys) {
    if (keys_ != keys) {
        keys_ = keys;
        emit keysChanged();
    }
}

void KeypadTyping::look() {
    auto *focus = window_->activeFocusItem();
    const auto asked = askedBy(focus);
    if (keys_ == AsEver || (focus == focus_ && asked == asked_)) {
        return;
    }
    settle();
    focus_ = focus;
    asked_ = asked;
    switch (asked) {
    case Asked::Nothing: setKeys(Arrows); break;
    case Asked::Digits: setKeys(Digits); break;
    case Asked::Capitals: setKeys(Capitals); break;
    case Asked::Text: setKeys(Small); break;
    case Asked::Arabic: setKeys(Arabic); break;
    }
}

bool KeypadTyping::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        if (press(*static_cast<const QKeyEvent *>(event))) {
            return true;
        }
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin: settle(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool KeypadTyping::press(const QKeyEvent &key) {
    const bool keypad = key.modifiers().testFlag(Qt::KeypadModifier);
    if (keypad && key.key() == Qt::Key_Asterisk) {
        if (!key.isAutoRepeat()) {
            if (keys_ == AsEver) {
                start();
            } else {
                stop();
            }
        }
        return true;
    }
    if (keys_ == AsEver) {
        return false;
    }
    if (isLetter(key)) {
        stop();
        return false;
    }
    look(); // the same field may ask for something else by now
    auto *focus = window_->activeFocusItem();
    if (!keypad || focus == nullptr) {
        settle();
        return false;
    }
    const bool field = keys_ != Arrows;
    if (field && erases(key)) {
        waiting_ = {};
        type(*focus, Qt::Key_Backspace);
        return true;
    }
    const auto digit = keypadDigit(key);
    if (key.key() == Qt::Key_Plus || key.key() == Qt::Key_Minus || key.key() == Qt::Key_Slash) {
        if (key.isAutoRepeat()) {
            return true;
        }
        if (key.key() == Qt::Key_Slash && field) {
            change();
        } else {
            settle();
            go(key.key() != Qt::Key_Minus);
        }
        return true;
    }
    if (!digit) {
        settle();
        return false;
    }
    if (field) {
        if (!key.isAutoRepeat()) {
            tap(*focus, *digit);
        }
        return true;
    }
    if (key.key() == keyWithoutNumLock(*digit)) {
        return false;
    }
    QKeyEvent arrow(QEvent::KeyPress, keyWithoutNumLock(*digit), key.modifiers(), {}, key.isAutoRepeat());
    QCoreApplication::sendEvent(window_, &arrow);
    return true;
}

void KeypadTyping::change() {
    if (waits()) {
        settle();
    } else if (!focus_->property("takesDigits").toBool()) {
        setKeys(afterThese());
    }
}

KeypadTyping::Keys KeypadTyping::afterThese() const {
    switch (keys_) {
    case Small: return Capitals;
    case Capitals: return Digits;
    case Digits: return asked_ == Asked::Arabic ? Arabic : Small;
    default: return Small;
    }
}

void KeypadTyping::tap(QQuickItem &field, int digit) {
    if (keys_ == Digits) {
        type(field, QChar(u'0' + digit));
        return;
    }
    const bool same = waits() && waiting_.digit == digit;
    if (!same) {
        settle();
    }
    const auto turns = QString::fromUtf16(turnsOf(keys_, digit).shown) + QString::fromUtf16(turnsOf(keys_, digit).more);
    const auto place = same ? (waiting_.place + 1) % static_cast<std::size_t>(turns.size()) : 0;
    const auto letter = turns.at(static_cast<qsizetype>(place));
    const int at = field.property("selectionStart").toInt();
    type(field, keys_ == Capitals ? letter.toUpper() : letter);
    waiting_ = {};
    if (field.property("cursorPosition").toInt() != at + 1) {
        return; // there is no room for it
    }
    QMetaObject::invokeMethod(&field, "select", Q_ARG(int, at), Q_ARG(int, at + 1));
    waiting_ = {.field = &field, .digit = digit, .place = place, .at = at};
    pause_.start();
}

bool KeypadTyping::waits() const {
    return waiting_.field != nullptr && waiting_.field == focus_ &&
           waiting_.field->property("selectionStart").toInt() == waiting_.at &&
           waiting_.field->property("selectionEnd").toInt() == waiting_.at + 1;
}

void KeypadTyping::settle() {
    pause_.stop();
    if (waits()) {
        QMetaObject::invokeMethod(waiting_.field.data(), "deselect");
    }
    waiting_ = {};
}

void KeypadTyping::go(bool on) {
    QKeyEvent tab(QEvent::KeyPress, on ? Qt::Key_Tab : Qt::Key_Backtab, on ? Qt::NoModifier : Qt::ShiftModifier);
    QCoreApplication::sendEvent(window_, &tab);
}

} // namespace guichet::ui
