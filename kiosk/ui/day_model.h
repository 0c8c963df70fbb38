// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/day.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <vector>

namespace guichet::ui {

/// Opening the counter: what it found out by itself, and the sheet for what only eyes can check.
class DayModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit DayModel(KioskModel &kiosk);

    /// "state" in a word or two, "words", "good", "wrong".
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// What became of the sheet.
    [[nodiscard]] const QString &done() const { return done_; }
    /// Why the sheet can't be printed yet.
    [[nodiscard]] QString missing() const;
    void clear() override;
    void load();
    void show(const std::vector<kiosk::DayItem> &items);

    Q_INVOKABLE void print();

private:
    RowModel rows_;
    std::vector<kiosk::DayItem> items_;
    QString done_;
};

} // namespace guichet::ui
