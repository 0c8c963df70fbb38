// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <string>
#include <vector>

namespace guichet::ui {

/// The forms that can be printed blank: all, or those that fit what somebody says they need.
class FormsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString said READ said WRITE setSaid NOTIFY changed)
    Q_PROPERTY(QString found READ found NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit FormsModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *rows() { return &rows_; }
    [[nodiscard]] const QString &said() const { return said_; }
    void setSaid(const QString &said);
    /// Says that no form fits; empty where some do.
    [[nodiscard]] const QString &found() const { return found_; }
    [[nodiscard]] const QString &done() const { return done_; }
    void clear() override;
    void load();

    Q_INVOKABLE void print(int row); ///< of rows()

private:
    RowModel rows_;
    std::vector<std::string> shown_; ///< ids, of the rows
    QString said_;
    QString found_;
    QString done_;
};

} // namespace guichet::ui
