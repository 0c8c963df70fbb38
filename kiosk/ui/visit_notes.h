// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/visit.h"

#include <QObject>
#include <QTimer>

namespace guichet::ui {

class KioskModel;

/// Notes in the store where the visit stands, soon after anything of it changed, so that whatever interrupts it loses
/// next to nothing. Belongs to the screen's thread.
class VisitNotes : public QObject {
    Q_OBJECT

public:
    /// `kiosk` outlives it; its screens' view models are there.
    explicit VisitNotes(KioskModel &kiosk);

    /// Now: something is about to interrupt it.
    void write();
    /// What was noted of a visit that goes on here, with its person already there: each screen's own, and the screen.
    void takeUp(const kiosk::Place &place);

private:
    [[nodiscard]] kiosk::Place place() const;

    KioskModel &kiosk_;
    QTimer soon_;
};

} // namespace guichet::ui
