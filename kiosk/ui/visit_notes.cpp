// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/visit_notes.h"

#include "kiosk/ui/call_model.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/request_model.h"

#include <QMetaEnum>

#include <array>
#include <utility>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

/// What is typed faster is noted together.
constexpr auto kSoon = 250ms;

/// A screen on which something may be begun that the visit would lose.
struct Part {
    std::string name; ///< before each of its own in a place, with a point
    KioskModel::Screen screen;
    ViewModel *model;
    bool stays; ///< while another screen is in front too
};

std::array<Part, 5> partsOf(const KioskModel &kiosk) {
    return {{{std::string(kOptOutsPart) + '.', KioskModel::OptOuts, kiosk.optOuts(), true},
             {std::string(kRequestPart) + '.', KioskModel::Request, kiosk.request(), true},
             {"documents.", KioskModel::Documents, kiosk.documents(), false},
             {"call.", KioskModel::Call, kiosk.call(), false},
             {"case.", KioskModel::Case, kiosk.oneCase(), false}}};
}

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
    connect(kiosk.end(), &ViewModel::changed, this, changed);
    for (const auto &part : partsOf(kiosk)) {
        connect(part.model, &ViewModel::changed, this, changed);
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
    if (kiosk_.personView()->languageChosen()) {
        place["language"] = kiosk_.personView()->language();
    }
    bool over = false; // what was done on the screen: the person's page comes next
    for (const auto &part : partsOf(kiosk_)) {
        const bool inFront = part.screen == screen;
        kiosk::Place own;
        if (part.stays || inFront) {
            part.model->noteIn(own);
            over = over || (inFront && own.empty());
        }
        for (auto &[name, value] : own) {
            place[part.name + name] = std::move(value);
        }
    }
    if (!over) {
        place["screen"] = QMetaEnum::fromType<KioskModel::Screen>().valueToKey(screen);
    }
    return place;
}

void VisitNotes::takeUp(const kiosk::Place &place) {
    const auto screen = QMetaEnum::fromType<KioskModel::Screen>().keyToValue(
        kiosk::noted(place, "screen").value_or(std::string()).c_str());
    if (screen == KioskModel::End) {
        kiosk_.endVisit();
    }
    for (const auto &part : partsOf(kiosk_)) {
        kiosk::Place own;
        for (const auto &[name, value] : place) {
            if (name.starts_with(part.name)) {
                own[name.substr(part.name.size())] = value;
            }
        }
        if (!own.empty()) {
            part.model->goOnFrom(own);
            if (part.screen == screen) {
                kiosk_.go(part.screen);
            }
        }
    }
}

} // namespace guichet::ui
