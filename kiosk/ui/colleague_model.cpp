// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/colleague_model.h"

#include "kiosk/counter/calls.h"
#include "kiosk/ui/call_signal.h"
#include "kiosk/ui/kiosk_model.h"

#include <algorithm>
#include <utility>

namespace guichet::ui {

ColleagueModel::ColleagueModel(KioskModel &kiosk) : ViewModel(kiosk) {}

void ColleagueModel::use(CallSignal &signal) {
    signal_ = &signal;
    connect(&signal, &CallSignal::failed, this, [this] { set(unsignalled_, !signalled_.isEmpty()); });
}

ColleagueModel::State ColleagueModel::state() const {
    if (!asked_) {
        return Quiet;
    }
    if (!comes_.empty()) {
        return Answered;
    }
    return unwritten_ || unsignalled_ ? Failed : Asked;
}

QString ColleagueModel::words() const {
    switch (state()) {
    case Quiet: return {};
    case Asked: return tr("A colleague is asked for; nobody has answered yet. Touch when it is over.");
    case Answered: return tr("%1 comes. Touch when it is over.").arg(QString::fromStdString(comes_));
    case Failed:
        if (!unwritten_) {
            return tr(
                "The other counters are told, but the agency’s own signal could not be given. Ask in another way.");
        }
        return signal_ != nullptr && !unsignalled_
                   ? tr("The agency’s own signal is given, but the other counters are not told: the call was not "
                        "written.")
                   : tr("Nobody could be asked: the call was not written. Ask in another way.");
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
    asked_ = false;
    asking_ = false;
    unwritten_ = false;
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
        asked_ = true;
        unwritten_ = false;
    } else if (!own_.empty()) { // it was there, and is over
        own_.clear();
        comes_.clear();
        asked_ = false;
    }
    // A call that was made lasts where its agent locks the screen or leaves it.
    if (!asking_ && !unwritten_ &&
        std::ranges::find(calls_, signalled_.toStdString(), &storage::Call::agent) == calls_.end()) {
        endSignal();
    }
    emit changed();
}

void ColleagueModel::endSignal() {
    if (!signalled_.isEmpty()) {
        signal_->end(std::exchange(signalled_, {}));
    }
    unsignalled_ = false;
}

void ColleagueModel::call() {
    if (kiosk().agent().isEmpty() || kiosk().veil() == KioskModel::Locked) {
        return;
    }
    // Not after the store, which may be busy, and again where it failed: a key that is pressed again asks once.
    if (signal_ != nullptr && (signalled_.isEmpty() || unsignalled_)) {
        signalled_ = kiosk().agent();
        unsignalled_ = false;
        signal_->ask(signalled_);
    }
    asking_ = true;
    askQuietly<std::vector<storage::Call>>(
        [](Seat &seat) -> Result<std::vector<storage::Call>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::callColleague(desk));
            return kiosk::openCalls(desk);
        },
        [this](Result<std::vector<storage::Call>> calls) {
            asking_ = false;
            asked_ = true;
            unwritten_ = !calls;
            if (calls) {
                show(std::move(*calls));
            } else {
                emit changed();
            }
        });
}

void ColleagueModel::end() {
    asked_ = false;
    endSignal();
    emit changed();
    if (own_.empty()) {
        return;
    }
    askQuietly<Done>(
        [id = std::exchange(own_, {})](Seat &seat) -> Result<Done> {
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
