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

public:
    explicit CasesModel(KioskModel &kiosk);

    /// "title", "reference", "status", "detail".
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// What is counted, as the day says it.
    [[nodiscard]] const QString &title() const { return title_; }
    [[nodiscard]] bool none() const { return !waiting() && acts_.empty(); }
    /// How many rows are left out, for nobody reads hundreds.
    [[nodiscard]] int unshown() const;
    void clear() override;
    /// `what`: as DayItem::what.
    void open(const std::string &what, const QString &title);
    /// Reads them again.
    void load();
    void show(const std::vector<storage::Act> &acts);

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void showMore();

private:
    void showRows();

    std::string what_;
    QString title_;
    std::vector<storage::Act> acts_;
    int most_ = 0; ///< rows at once
    RowModel rows_;
};

} // namespace guichet::ui
