// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/view_model.h"

#include <string>

namespace guichet::ui {

/// A receipt that somebody brings: without identification only whether it is genuine.
class ReceiptModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString genuine READ genuine NOTIFY changed)
    Q_PROPERTY(QString unknown READ unknown NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(bool canIdentify READ canIdentify NOTIFY changed)

public:
    using ViewModel::ViewModel;

    [[nodiscard]] const QString &text() const { return text_; }
    void setText(const QString &text);
    [[nodiscard]] QString missing() const;
    [[nodiscard]] const QString &genuine() const { return genuine_; }
    [[nodiscard]] const QString &unknown() const { return unknown_; }
    [[nodiscard]] const QString &detail() const { return detail_; }
    /// It is genuine: whose it is can be identified, and then the case opens.
    [[nodiscard]] bool canIdentify() const;
    void clear() override;

    Q_INVOKABLE void check();
    Q_INVOKABLE void identify();
    /// What a code reader read, or what its keys say on a US keyboard (empty: not known), is checked. While another is
    /// being checked nothing happens.
    void take(const QString &code, const QString &onUsKeys);

private:
    /// The first of them that is genuine is shown; else the first.
    void check(const QStringList &texts);

    QString text_;
    QString genuine_;
    QString unknown_;
    QString detail_;
    std::string reference_; ///< of a genuine one
};

} // namespace guichet::ui
