// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <memory>
#include <vector>

namespace guichet::ui {

/// A code reader is a keyboard that types faster than any hand, with Enter behind each code. This tells it from hands,
/// so that no code is typed into a name or a PIN, and its Enter presses no button: keys that follow each other as a
/// reader's do are held back until it is known whose they are. What a hand typed goes on to where it was going, in its
/// order, at most kGap later; a code goes nowhere but to scanned(). Belongs to the screen's thread; install it on the
/// application.
class Scanner : public QObject {
    Q_OBJECT

public:
    /// A reader's keys are 1 to 16 ms apart, the fastest hand's 50 ms.
    static constexpr std::chrono::milliseconds kGap{30};
    /// Shorter ones are a hand that rolled over some keys.
    static constexpr int kShortest = 6;

    explicit Scanner(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// A whole code, without Enter. `onUsKeys`: what the same keys say on a US keyboard, as readers come from the
    /// factory; empty where that is not known.
    void scanned(const QString &code, const QString &onUsKeys);

private:
    struct Held {
        QPointer<QWindow> window;
        std::unique_ptr<QEvent> event;
    };
    /// The key joins those that are held.
    void hold(QWindow &window, const QKeyEvent &key);
    /// They were a hand's: they go on.
    void giveOn();
    void forget();

    std::vector<Held> held_;
    QString code_;
    QString onUsKeys_;
    bool knowsKeys_ = true;
    bool giving_ = false;
    bool enterHeld_ = false; ///< a code's Enter is down: what comes up is its own
    ulong last_ = 0;
    QTimer wait_;
};

} // namespace guichet::ui
