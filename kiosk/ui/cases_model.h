// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/register/acts.h"

#include <string>
#include <vector>

namespace guichet::ui {

/// The opt-outs and requests behind a count of the day: what is due, late, incomplete, waiting.
class CasesModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool none READ none NOTIFY changed)
    Q_PROPERTY(int unshown READ unshown NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *slips READ slips CONSTANT)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *means READ means CONSTANT)
    Q_PROPERTY(QString evidence READ evidence WRITE setEvidence NOTIFY changed)
    Q_PROPERTY(QString leftOn READ leftOn WRITE setLeftOn NOTIFY changed)
    Q_PROPERTY(QString leftOnDay READ leftOnDay NOTIFY changed)
    Q_PROPERTY(QString leftOnProblem READ leftOnProblem NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit CasesModel(KioskModel &kiosk);

    /// "title", "reference", "status", "detail".
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// What is counted, as the day says it.
    [[nodiscard]] const QString &title() const { return title_; }
    [[nodiscard]] bool none() const { return wasRead() && !waiting() && acts_.empty(); }
    /// How many rows are left out, for nobody reads hundreds.
    [[nodiscard]] int unshown() const;
    /// Slips that were made and are not said to have left: "label", "detail".
    [[nodiscard]] RowModel *slips() { return &slips_; }
    /// One of them has left: how, on what proof and on which day is asked.
    [[nodiscard]] bool sending() const { return !slip_.empty(); }
    [[nodiscard]] RowModel *means() { return &meansRows_; } ///< "label", "picked"
    [[nodiscard]] const QString &evidence() const { return evidence_; }
    void setEvidence(const QString &evidence) { set(evidence_, evidence); }
    [[nodiscard]] const QString &leftOn() const { return leftOn_; } ///< as it is typed; empty: today
    void setLeftOn(const QString &typed) { set(leftOn_, typed); }
    [[nodiscard]] QString leftOnDay() const;
    [[nodiscard]] QString leftOnProblem() const;
    /// What the button does: prints a slip of what waits, or notes that one has left. Empty: nothing.
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString missing() const;
    /// What was done last.
    [[nodiscard]] const QString &done() const { return done_; }
    void clear() override;
    /// `what`: as DayItem::what.
    void open(const std::string &what, const QString &title);
    /// Reads them again.
    void load();
    void show(const std::vector<storage::Act> &acts);

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void chooseSlip(int row);
    Q_INVOKABLE void chooseMeans(int row);
    /// The slip that has left, printed once more.
    Q_INVOKABLE void printAgain();
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

private:
    void showRows();
    void printSlip(const std::string &again);
    void noteSent();

    std::string what_;
    QString title_;
    std::vector<storage::Act> acts_;
    int most_ = 0; ///< rows at once
    RowModel rows_;
    std::vector<std::string> slipIds_; ///< of slips()
    RowModel slips_;
    std::string slip_; ///< that has left
    std::string means_;
    RowModel meansRows_;
    QString evidence_;
    QString leftOn_;
    QString done_;
};

} // namespace guichet::ui
