// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/end_model.h"

#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"

namespace guichet::ui {

EndModel::EndModel(KioskModel &kiosk) : ViewModel(kiosk) {
    connect(kiosk.papers(), &PapersModel::changed, this, &EndModel::changed);
}

QString EndModel::endSentence() const {
    const int owing = kiosk().papers()->waitingFor();
    return owing == 0 ? tr("Nothing is left to hand over.")
                      : tr("%n paper(s) not in hand yet. What is left stays owed.", "", owing);
}

QString EndModel::action() const {
    const int owing = kiosk().papers()->waitingFor();
    return owing > 0 ? tr("End, %n paper(s) owed", "", owing) : tr("End the visit");
}

void EndModel::load() { kiosk().papers()->refresh(); }

void EndModel::finish() {
    if (waiting()) {
        return;
    }
    ask<Done>([visit = kiosk().visit()](Seat &seat) -> Result<Done> { return seat.endVisit(visit); },
              [this](Done) { kiosk().wipeVisit(); },
              [this](const Error &error) {
                  if (error.code == ErrorCode::FileUnreadable || error.code == ErrorCode::FileUnwritable) {
                      // The papers' folder: the next person does not wait for it.
                      kiosk().wipeVisit();
                      kiosk().setBanner(ViewModel::sentence(error));
                      return;
                  }
                  kiosk().papers()->refresh();
              });
}

} // namespace guichet::ui
