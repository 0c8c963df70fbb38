// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/visit.h"
#include "kiosk/ui/worker.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace guichet::ui {

class KioskModel;

/// What every screen's view model has: whether it waits for the worker, and what went wrong, in words. One signal says
/// that something changed. Belongs to the screen's thread.
class ViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("what the view models have in common")
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool wasRead READ wasRead NOTIFY changed)
    Q_PROPERTY(bool unread READ unread NOTIFY changed)

public:
    explicit ViewModel(KioskModel &kiosk);

    [[nodiscard]] bool waiting() const { return waiting_ > 0; }
    [[nodiscard]] const QString &problem() const { return problem_; }
    /// What it shows was read: where it is empty, there is nothing.
    [[nodiscard]] bool wasRead() const { return wasRead_; }
    /// It could not be read: readAgain() tries once more.
    [[nodiscard]] bool unread() const { return unread_; }
    Q_INVOKABLE void readAgain();
    /// Forgets what it shows; answers that are still on their way are dropped.
    virtual void clear();
    /// What of it the visit would lose if the machine stopped now; nothing where it is done with.
    virtual void noteIn(kiosk::Place & /*place*/) const {}
    /// That again, in place of what it shows, as far as it still can be.
    virtual void goOnFrom(const kiosk::Place & /*place*/) {}
    /// The sentence of an error, in the language of the screens.
    [[nodiscard]] static QString sentence(const Error &error);

signals:
    void changed();

protected:
    /// Asks the worker; `then` gets the value. An error becomes `problem`, and `otherwise`, where there is one, is
    /// called. While it waits, `waiting` is true.
    template <class T>
    void ask(std::function<Result<T>(Seat &)> call, std::function<void(T)> then,
             std::function<void(const Error &)> otherwise = {}) {
        begin();
        worker().ask<T>(this, std::move(call),
                        [this, turn = turn_, then = std::move(then),
                         otherwise = std::move(otherwise)](std::optional<Result<T>> answer) {
                            if (turn != turn_) {
                                return;
                            }
                            --waiting_;
                            if (answer && answer->has_value()) {
                                then(std::move(**answer));
                            } else if (answer) {
                                refuse(answer->error(), otherwise);
                            } else if (otherwise) { // it broke, and that is said above every screen
                                otherwise({ErrorCode::Unexpected, {}, {}});
                            }
                            emit changed();
                        });
    }
    /// Asks for what it shows. `then` shows it, and says so by noteRead().
    template <class T>
    void askToShow(std::function<Result<T>(Seat &)> call, std::function<void(T)> then) {
        unread_ = false;
        again_ = [this, call, then] { askToShow<T>(call, then); };
        ask<T>(std::move(call), std::move(then), [this](const Error & /*error*/) { unread_ = true; });
    }
    void noteRead() {
        wasRead_ = true;
        unread_ = false;
    }
    /// Asks without being waited for: nothing on the screen says so, and errors are the caller's.
    template <class T>
    void askQuietly(std::function<Result<T>(Seat &)> call, std::function<void(Result<T>)> then) {
        worker().ask<T>(this, std::move(call),
                        [this, turn = turn_, then = std::move(then)](std::optional<Result<T>> answer) {
                            if (turn == turn_ && answer) {
                                then(std::move(*answer));
                            }
                        });
    }
    /// A field takes a value; says so where it differs.
    template <class T>
    void set(T &field, T value) {
        if (field != value) {
            field = std::move(value);
            emit changed();
        }
    }
    void setProblem(const QString &problem) { set(problem_, problem); }
    [[nodiscard]] KioskModel &kiosk() const { return kiosk_; }

private:
    [[nodiscard]] Worker &worker() const;
    void begin();
    void refuse(const Error &error, const std::function<void(const Error &)> &otherwise);

    KioskModel &kiosk_;
    QString problem_;
    int waiting_ = 0;
    int turn_ = 0;
    bool wasRead_ = false;
    bool unread_ = false;
    std::function<void()> again_; ///< what was read last
};

} // namespace guichet::ui
