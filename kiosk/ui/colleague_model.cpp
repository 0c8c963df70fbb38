// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/colleague_model.h"

#include "kiosk/counter/calls.h"
#include "kiosk/ui/kiosk_model.h"

#include <algorithm>

namespace guichet::ui {

ColleagueModel::ColleagueModel(KioskModel &kiosk) : ViewModel(kiosk) {}

QString ColleagueModel::words() const {
    switch (state_) {
    case Quiet: return {};
    case Asked: return tr("A colleague is asked for; nobody has answered yet. Touch when it is over.");
    case Answered: return tr("%1 comes. Touch when it is over.").arg(QString::fromStdString(comes_));
    case Failed: return tr("Nobody could be asked: the call was not written. Ask in another way.");
    }
    return {};
}

const storage::Call *ColleagueModel::wanted() const {
    const auto found = std::ranges::find_if(calls_, [this](const storage::Call &call) {
        return call.agent != kiosk().agent().toStdString() && call.answeredBy.empty() && !declined_.contains(call.id);
    });
    return found == calls_.end() ? nullptr : &*found;
}

QString ColleagueModel::caller() const {
    const auto *call = wanted();
    return call == nullptr ? QString{}
                           : tr("%1 asks for a colleague, discreetly.").arg(QString::fromStdString(call->agent));
}

void ColleagueModel::clear() {
    state_ = Quiet;
    own_.clear();
    comes_.clear();
    declined_.clear();
    calls_.clear();
    ViewModel::clear();
}

void ColleagueModel::show(std::vector<storage::Call> calls) {
    calls_ = std::move(calls);
    const auto own = std::ranges::find(calls_, kiosk().agent().toStdString(), &storage::Call::agent);
    if (own != calls_.end()) {
        own_ = own->id;
        comes_ = own->answeredBy;
        state_ = comes_.empty() ? Asked : Answered;
    } else if (state_ != Failed) {
        own_.clear();
        state_ = Quiet;
    }
    emit changed();
}

void ColleagueModel::fail() {
    state_ = Failed;
    emit changed();
}

void ColleagueModel::call() {
    if (kiosk().agent().isEmpty() || kiosk().veil() == KioskModel::Locked) {
        return;
    }
    askQuietly<std::vector<storage::Call>>(
        [](Seat &seat) -> Result<std::vector<storage::Call>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::callColleague(desk));
            return kiosk::openCalls(desk);
        },
        [this](Result<std::vector<storage::Call>> calls) {
            if (calls) {
                show(std::move(*calls));
            } else {
                fail();
            }
        });
}

void ColleagueModel::end() {
    state_ = Quiet;
    emit changed();
    if (own_.empty()) {
        return;
    }
    askQuietly<Done>(
        [id = own_](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::endCall(desk, id));
            return Done{};
        },
        [](const auto &) {}); // what could not be written is over by itself after a quarter of an hour
}

void ColleagueModel::come() {
    const auto *call = wanted();
    if (call == nullptr) {
        return;
    }
    declined_.insert(call->id); // here it is answered, whoever was first
    askQuietly<Done>(
        [id = call->id](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::answerCall(desk, id));
            return Done{};
        },
        [this, id = call->id](const Result<Done> &answered) {
            if (!answered && answered.error().code == ErrorCode::Busy) {
                declined_.erase(id); // to be tried again
                emit changed();
            }
        });
    emit changed();
}

void ColleagueModel::decline() {
    if (const auto *call = wanted(); call != nullptr) {
        declined_.insert(call->id);
        emit changed();
    }
}

} // namespace guichet::ui
