// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/calls.h"

#include "kiosk/counter/journal.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <string>

namespace guichet::kiosk {
namespace {

constexpr std::chrono::minutes kLasts{15};

std::vector<storage::Call> recent(const Desk &desk) {
    return storage::Calls(desk.store.database()).open(desk.machine.clock.now() - kLasts);
}

Result<void> journalCall(const Desk &desk, std::string_view what, std::string_view id) {
    return journal(
        desk,
        {.kind = "colleague." + std::string(what), .person = {}, .by = {}, .details = {{"call", std::string(id)}}});
}

} // namespace

Result<storage::Call> callColleague(Desk &desk) {
    GUICHET_TRY(desk.require(Action::CallColleague));
    storage::Call call{
        .id = {}, .agent = desk.agent, .at = desk.machine.clock.now(), .answeredBy = {}, .answeredAt = {}};
    GUICHET_TRY(desk.entries.write([&]() -> Result<void> {
        const auto open = recent(desk);
        const auto own = std::ranges::find(open, desk.agent, &storage::Call::agent);
        if (own != open.end()) {
            call = *own;
            return {};
        }
        call.id = storage::Calls(desk.store.database()).add(call.agent, call.at, desk.machine.random);
        return journalCall(desk, "called", call.id);
    }));
    return call;
}

Result<std::vector<storage::Call>> openCalls(Desk &desk) {
    GUICHET_TRY(desk.require(Action::CallColleague));
    return recent(desk);
}

Result<void> answerCall(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::CallColleague));
    return desk.entries.write([&]() -> Result<void> {
        GUICHET_TRY(storage::Calls(desk.store.database()).answer(id, desk.agent, desk.machine.clock.now()));
        return journalCall(desk, "answered", id);
    });
}

Result<void> endCall(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::CallColleague));
    return storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
        storage::Calls(desk.store.database()).end(id);
        return {};
    });
}

} // namespace guichet::kiosk
