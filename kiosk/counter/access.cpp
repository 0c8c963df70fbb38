// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/access.h"

#include "kiosk/counter/desk.h"

#include <algorithm>
#include <array>

namespace guichet::kiosk {
namespace {

using enum Action;

struct Row {
    Action action;
    std::string_view words;
    bool agent;
    bool supervisor;
    bool admin;
};

/// In the order of Action. The administrator runs the machine and sees no person's file.
constexpr std::array kTable{
    Row{SeePerson, "person", true, true, false},
    Row{SeeRecords, "record", true, true, false},
    Row{Print, "print", true, true, false},
    Row{ManageJobs, "job", true, true, false},
    Row{ListPrinters, "printer list", true, true, true},
    Row{ManagePrinters, "printer", false, false, true},
    Row{OptOut, "optout", true, true, false},
    Row{DecideOptOut, "optout confirm", false, true, false},
    Row{Action::Request, "request", true, true, false},
    Row{Import, "import", false, true, false},
    Row{Doubts, "doubts", false, true, false},
    Row{RunDay, "day", true, true, false},
    Row{RunWeek, "week", false, true, false},
    Row{Action::Pack, "pack", false, true, false},
    Row{Action::Report, "report", false, true, false},
    Row{Register, "register", false, true, true},
    Row{Check, "check", false, true, true},
    Row{ManageAgents, "agent", false, false, true},
    Row{ChangeOwnPin, "agent change-pin", true, true, true},
    Row{ManageSettings, "settings", false, false, true},
    Row{Backup, "backup", false, true, true},
    Row{CallColleague, "call", true, true, true},
};

const Row &row(Action action) { return kTable.at(static_cast<std::size_t>(action)); }

static_assert(std::ranges::is_sorted(kTable, {}, &Row::action), "the table is in the order of Action");

} // namespace

bool may(storage::Role role, Action action) {
    switch (role) {
    case storage::Role::Agent: return row(action).agent;
    case storage::Role::Supervisor: return row(action).supervisor;
    case storage::Role::Admin: return row(action).admin;
    }
    return false;
}

std::string_view toText(Action action) { return row(action).words; }

Result<void> Desk::require(Action action) const {
    if (!may(role, action)) {
        return fail(ErrorCode::NotAllowed, std::string(toText(action)));
    }
    return {};
}

} // namespace guichet::kiosk
