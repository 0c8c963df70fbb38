// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/visit_notes.h"

#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/request_model.h"

#include <QMetaEnum>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

/// What is typed faster is noted together.
constexpr auto kSoon = 250ms;

} // namespace

VisitNotes::VisitNotes(KioskModel &kiosk) : kiosk_(kiosk) {
    soon_.setSingleShot(true);
    soon_.setInterval(kSoon);
    connect(&soon_, &QTimer::timeout, this, &VisitNotes::write);
    const auto changed = [this] {
        if (kiosk_.visiting() && !soon_.isActive()) {
            soon_.start();
        }
    };
    connect(&kiosk, &KioskModel::screenChanged, this, changed);
    connect(&kiosk, &KioskModel::visitChanged, this, changed);
    connect(&kiosk, &KioskModel::veilChanged, this, changed); // what was answered while it was locked
    for (const ViewModel *model :
         std::initializer_list<const ViewModel *>{kiosk.documents(), kiosk.optOuts(), kiosk.request(), kiosk.end()}) {
        connect(model, &ViewModel::changed, this, changed);
    }
}

void VisitNotes::write() {
    soon_.stop();
    if (!kiosk_.visiting() || kiosk_.veil() == KioskModel::Locked) {
        return;
    }
    kiosk_.worker().ask<Done>(
        this, [visit = kiosk_.visit(), place = place()](Seat &seat) { return seat.noteVisit(visit, place); },
        [this](const std::optional<Result<Done>> &noted) {
            if (noted && !*noted && (*noted).error().code == ErrorCode::Busy) {
                soon_.start();
            }
        });
}

kiosk::Place VisitNotes::place() const {
    kiosk::Place place;
    const auto screen = kiosk_.screenToReturnTo();
    place["screen"] = QMetaEnum::fromType<KioskModel::Screen>().valueToKey(screen);
    if (kiosk_.personView()->languageChosen()) {
        place["language"] = kiosk_.personView()->language();
    }
    switch (screen) {
    case KioskModel::Documents: kiosk_.documents()->noteIn(place); break;
    case KioskModel::OptOuts: kiosk_.optOuts()->noteIn(place); break;
    case KioskModel::Request: kiosk_.request()->noteIn(place); break;
    default: break;
    }
    return place;
}

} // namespace guichet::ui
