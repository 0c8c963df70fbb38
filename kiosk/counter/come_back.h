// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string>
#include <vector>

namespace guichet::kiosk {

/// Who is here has shown too little: what to come back with, as their title asks, and what for. `person`: whom they are
/// here for, "" nobody who is known. `references`: of acts that wait for it. Nothing is noted. Errors: NotAllowed,
/// Nobody, BadReference, Nothing (no such act), TextMissing (the title), MentionMissing, BadValue (the reading copy's
/// language).
[[nodiscard]] Result<MadePaper> comeBackSlip(Desk &desk, const std::string &person, const Presence &presence,
                                             const std::vector<std::string> &references, const PaperWish &paper);

} // namespace guichet::kiosk
