// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/operator_call.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <optional>
#include <string>

namespace guichet::ui {

/// The operator is called together, with the person beside: what to say in large type, then what was answered, kept as
/// evidence and printed for the person.
class CallModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString hours READ hours NOTIFY changed)
    Q_PROPERTY(QList<QString> toSay READ toSay NOTIFY changed)
    Q_PROPERTY(QList<QString> toAsk READ toAsk NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *numbers READ numbers CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *proofs READ proofs CONSTANT)
    Q_PROPERTY(QString who READ who WRITE setWho NOTIFY changed)
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed)
    Q_PROPERTY(QString said READ said WRITE setSaid NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit CallModel(KioskModel &kiosk);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hours() const;
    [[nodiscard]] QStringList toSay() const;
    [[nodiscard]] QStringList toAsk() const;
    /// What the operator asks for, a row each: "label", "value".
    [[nodiscard]] RowModel *numbers() { return &numbers_; }
    /// Whether a written proof was promised: "label", "picked".
    [[nodiscard]] RowModel *proofs() { return &proofs_; }
    [[nodiscard]] const QString &who() const { return who_; }
    void setWho(const QString &who) { set(who_, who); }
    [[nodiscard]] const QString &file() const { return file_; }
    void setFile(const QString &file) { set(file_, file); }
    [[nodiscard]] const QString &said() const { return said_; }
    void setSaid(const QString &said) { set(said_, said); }
    [[nodiscard]] QString missing() const;
    /// That it is kept; empty before.
    [[nodiscard]] const QString &done() const { return done_; }
    void load(const std::string &reference);
    void clear() override;
    void noteIn(kiosk::Place &place) const override;
    void goOnFrom(const kiosk::Place &place) override;

    Q_INVOKABLE void chooseProof(int row);
    /// Keeps the answer, and prints it for the person.
    Q_INVOKABLE void note();
    /// Nobody answers: kept as well, and a sheet for the person to call themselves is printed.
    Q_INVOKABLE void noteNobody();

private:
    void show();
    void keep(const kiosk::CallAnswer &answer);

    std::string reference_;
    std::optional<kiosk::OperatorCall> call_;
    std::optional<bool> proof_; ///< no default
    QString who_;
    QString file_;
    QString said_;
    QString done_;
    RowModel numbers_;
    RowModel proofs_;
};

} // namespace guichet::ui
