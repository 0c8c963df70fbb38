// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/role.h"

#include <string_view>

namespace guichet::kiosk {

/// What can be asked of the counter. Each use case asks for exactly one of these before it does anything.
enum class Action {
    SeePerson,  ///< find, add, show
    SeeRecords, ///< list, preview, export
    Print,      ///< records and papers
    ManageJobs, ///< list, cancel, retry, handed
    ListPrinters,
    ManagePrinters, ///< add, test
    OptOut,         ///< prepare, register, list, slip, send, withdraw, statement
    DecideOptOut,   ///< confirm, refuse
    Request,
    Import,
    Doubts, ///< list, merge, unmerge
    RunDay,
    RunWeek,
    Pack,     ///< make it, note what became of it
    Report,   ///< make one, take figures in
    Register, ///< verify, checkpoint, prove
    Check,
    ManageAgents,
    ChangeOwnPin,
    ManageSettings,
    Backup,
    CallColleague, ///< ask for one, come
};

/// The one table of who may do what.
[[nodiscard]] bool may(storage::Role role, Action action);

/// The action in the words of the command line ("optout confirm"), for messages.
[[nodiscard]] std::string_view toText(Action action);

} // namespace guichet::kiosk
