// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/view_model.h"

#include <string>

namespace guichet::ui {

/// Signing in, and coming back after a lock. The PIN is kept here only, never in the scene, and is wiped when it was
/// tried.
class SignInModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString agent READ agent WRITE setAgent NOTIFY changed)
    Q_PROPERTY(int pinLength READ pinLength NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    using ViewModel::ViewModel;
    ~SignInModel() override;

    [[nodiscard]] const QString &agent() const { return agent_; }
    void setAgent(const QString &agent);
    [[nodiscard]] int pinLength() const { return static_cast<int>(pin_.size()); }
    [[nodiscard]] QString missing() const;
    void clear() override;
    /// What was typed of it and left there is forgotten.
    void forgetPin();

    Q_INVOKABLE void press(const QString &digit);
    Q_INVOKABLE void erase();
    /// A key of a keyboard: digits, erase, and Enter, which tries. True when it was one of these.
    Q_INVOKABLE bool type(int key, const QString &text);
    Q_INVOKABLE void submit();

signals:
    /// Somebody is at work: code and role.
    void signedIn(const QString &agent, int role);

private:
    void wipe();

    QString agent_;
    std::string pin_;
};

} // namespace guichet::ui
