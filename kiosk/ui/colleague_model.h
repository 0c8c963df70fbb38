// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/view_model.h"
#include "storage/calls.h"

#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

class CallSignal;

/// The agent asks for a colleague without a sound and without a word, and sees by a small sign in the bar whether
/// somebody comes; and is told, in words, of a colleague who asks at another window on the store.
class ColleagueModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString words READ words NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString caller READ caller NOTIFY changed)

public:
    enum State { Quiet, Asked, Answered, Failed };
    Q_ENUM(State)

    explicit ColleagueModel(KioskModel &kiosk);

    /// From now on calls are carried by it too; it outlives the model.
    void use(CallSignal &signal);
    [[nodiscard]] State state() const;
    /// What the sign means, for who hears the screen.
    [[nodiscard]] QString words() const;
    /// Who asks; empty where nobody does, or a colleague goes there already.
    [[nodiscard]] QString caller() const;
    void clear() override;
    /// As the store has them.
    void show(std::vector<storage::Call> calls);

    /// Whatever covers the screen. Nothing happens where nobody is signed in, or the PIN is asked for: nothing could
    /// be written.
    Q_INVOKABLE void call();
    /// The sign is touched: it is over.
    Q_INVOKABLE void end();
    Q_INVOKABLE void come();
    /// Not from here: others are still asked.
    Q_INVOKABLE void decline();

private:
    [[nodiscard]] const storage::Call *wanted() const;
    void endSignal();

    bool asking_ = false; ///< the call is being written
    bool asked_ = false;
    bool unwritten_ = false;   ///< no other touchscreen is told
    bool unsignalled_ = false; ///< nor is the agency's own signal given
    QString signalled_;        ///< whose call the signal carries now
    CallSignal *signal_ = nullptr;
    std::string own_;   ///< id of one's own call
    std::string comes_; ///< who answered it
    std::set<std::string> declined_;
    std::vector<storage::Call> calls_;
};

} // namespace guichet::ui
