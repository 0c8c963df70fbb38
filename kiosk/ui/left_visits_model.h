// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/visit.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <vector>

namespace guichet::ui {

/// Today's visits that something interrupted: a crash, a power cut, a colleague who needed the screen. Each says who
/// began it and when, never for whom.
class LeftVisitsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)

public:
    explicit LeftVisitsModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *rows() { return &rows_; }
    void clear() override;

    /// As the store has them.
    struct Left {
        std::string id;
        QString label; ///< "commencée à 09:15 par A01"
    };
    void show(std::vector<Left> left);
    /// Reads them again.
    void refresh();

    /// Goes on with one where it stood.
    Q_INVOKABLE void takeUp(int row);

private:
    std::vector<Left> left_;
    RowModel rows_;
};

} // namespace guichet::ui
