// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/visit.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <QSet>

namespace guichet::ui {

/// The end of a visit: what is not in the person's hand, then everything is forgotten, and what the store kept for it
/// alone is destroyed.
class EndModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *left READ left CONSTANT)
    Q_PROPERTY(QString sentence READ endSentence NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit EndModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *left() { return &left_; }
    [[nodiscard]] QString endSentence() const;
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString missing() const;
    void clear() override;
    void load();
    /// Where it stands, noted, and taken up again.
    void noteIn(kiosk::Place &place) const;
    void takeUp(const kiosk::Place &place);

    /// In hand after all.
    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void finish();

private:
    void showRows();

    RowModel left_;
    QSet<QString> inHand_;
};

} // namespace guichet::ui
