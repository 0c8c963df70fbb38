// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/view_model.h"

namespace guichet::ui {

/// The end of a visit: what is not in the person's hand is said once more, then everything is forgotten, and what the
/// store kept for it alone is destroyed.
class EndModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString sentence READ endSentence NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)

public:
    explicit EndModel(KioskModel &kiosk);

    [[nodiscard]] QString endSentence() const;
    [[nodiscard]] QString action() const;
    void load();

    Q_INVOKABLE void finish();
};

} // namespace guichet::ui
