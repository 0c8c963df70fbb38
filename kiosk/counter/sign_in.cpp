// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/sign_in.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/register_checks.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <optional>

namespace guichet::kiosk {

struct Session::State {
    storage::Store store;
    storage::Register entries;
    Calendar calendar;
    Desk desk;

    State(Machine &machine, storage::Store opened, storage::Register log, Calendar days, std::string language)
        : store(std::move(opened)), entries(std::move(log)), calendar(std::move(days)),
          desk{machine, store, entries, calendar, {}, storage::Role::Agent, std::move(language)} {}

    void takeSignedIn() {
        const auto &who = store.signedIn();
        desk.agent = who ? who->code : std::string();
        desk.role = who ? who->role : storage::Role::Agent;
    }
};

namespace {

Result<Calendar> calendarOf(storage::Store &store, const Machine &machine) {
    return Calendar::make(store.settings().value("agency-timezone"), store.settings().value("agency-territory"),
                          machine.catalogue);
}

} // namespace

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(Machine &machine, const std::filesystem::path &folder,
                                               std::string_view agent, std::string_view pin, std::string_view language,
                                               const Clock *delays) {
    static const SystemClock realTime;
    GUICHET_ASSIGN(storage::Store store,
                   storage::Store::open(folder, agent, pin, delays == nullptr ? realTime : *delays));
    return of(machine, std::move(store), language);
}

Result<std::unique_ptr<Session>> Session::of(Machine &machine, storage::Store store, std::string_view language) {
    GUICHET_ASSIGN(storage::Register entries, storage::Register::open(store.database(), machine.clock, machine.random,
                                                                      storage::headFilePath(store.identity().id)));
    GUICHET_ASSIGN(Calendar calendar, calendarOf(store, machine));
    GUICHET_TRY(publishKeys(entries, store.folder()));
    auto state = std::make_unique<State>(machine, std::move(store), std::move(entries), std::move(calendar),
                                         std::string(language));
    state->takeSignedIn();
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

Desk &Session::desk() { return state_->desk; }

Result<void> Session::signIn(std::string_view agent, std::string_view pin) {
    GUICHET_TRY(state_->store.signIn(agent, pin));
    state_->takeSignedIn();
    return {};
}

Result<void> Session::reloadCalendar() {
    GUICHET_ASSIGN(state_->calendar, calendarOf(state_->store, state_->desk.machine));
    return {};
}

} // namespace guichet::kiosk
