// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"

#include <cstdint>
#include <string_view>

namespace guichet::kiosk {

/// What was taken from a report of the agency's other channels.
struct TakenFigures {
    std::int64_t rows = 0;
    std::int64_t cases = 0;
};

/// CSV (RFC 4180, comma or semicolon) with the columns `channel` (post, telephone, online), `month` (of the deposit,
/// "2026-03"), `kind` (a scope, "ens-refusal" for one signature of two among them; a form, kOtherOptouts,
/// kOtherRequests), `days` (from deposit to decision; empty where there is none, or it is not known), `outcome` (a
/// Fate) and `count`. It takes the place of what was known of its channels and months: the same file twice changes
/// nothing. All or nothing. In the register ("figures.taken"). Errors: NotAllowed, MissingField (a column), BadRow (its
/// line), BadValue (more than 100,000 rows, or none), Busy.
[[nodiscard]] Result<TakenFigures> takeChannelFigures(Desk &desk, std::string_view csv);

} // namespace guichet::kiosk
