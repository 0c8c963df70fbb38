// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/day.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <vector>

namespace guichet::ui {

/// Opening the counter, closing it, and a supervisor's week: what the station found out by itself, and the sheet for
/// what only eyes can check.
class DayModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *sheets READ sheets CONSTANT)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit DayModel(KioskModel &kiosk);

    /// "state" in a word or two, "words", "good", "wrong", "opens": open() has a list of it.
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// "label", "picked": the opening, the closing, and the week for whom it is.
    [[nodiscard]] RowModel *sheets() { return &sheets_; }
    /// What the button prints.
    [[nodiscard]] QString action() const;
    /// What became of the sheet.
    [[nodiscard]] const QString &done() const { return done_; }
    /// Why the sheet can't be printed yet.
    [[nodiscard]] QString missing() const;
    void clear() override;
    void load();
    void show(const std::vector<kiosk::DayItem> &items);

    /// The list behind an item that counts something.
    Q_INVOKABLE void open(int row);
    /// Receipts to be written by hand, for when this station can make none.
    Q_INVOKABLE void printKit();
    Q_INVOKABLE void choose(int sheet);
    Q_INVOKABLE void print();

private:
    using Sheet = kiosk::papers::DaySheet;

    void showSheets();
    void showDone(const storage::Job &job);

    Sheet sheet_ = Sheet::Opening;
    RowModel sheets_;
    RowModel rows_;
    std::vector<kiosk::DayItem> items_;
    QString done_;
};

} // namespace guichet::ui
