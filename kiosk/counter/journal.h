// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::kiosk {

/// What happens at the counter beside the acts: somebody's page was opened, a record came in, was shown, went out.
struct Happening {
    std::string kind;   ///< of the leaf: "record.imported", "person.opened"; names no scope, form or category
    std::string person; ///< id; "" for nobody's
    std::string by;     ///< WHO, "" where nobody stands at the counter
    /// What is kept beside: ids, digests, counts; never a name.
    std::vector<std::pair<std::string, std::string>> details;
    bool stays = false; ///< its payload is kept as long as the register: nobody is in it
};

/// Appends one entry; the caller has the write transaction open (storage::Register::write()). Its payload is kept for a
/// year, unless it stays: CNIL asks 6 to 12 months of a journal of accesses (délibération 2021-122). Errors: those of
/// storage::Register::append().
[[nodiscard]] Result<void> journal(const Desk &desk, const Happening &happening);

/// The same in a transaction of its own.
[[nodiscard]] Result<void> journalAlone(const Desk &desk, const Happening &happening);

} // namespace guichet::kiosk
