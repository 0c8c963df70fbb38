// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

namespace guichet::ui {

/// The forms that can be printed blank.
class FormsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit FormsModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *rows() { return &rows_; }
    [[nodiscard]] const QString &done() const { return done_; }
    void clear() override;
    void load();

    Q_INVOKABLE void print(int row);

private:
    RowModel rows_;
    QStringList ids_;
    QString done_;
};

} // namespace guichet::ui
