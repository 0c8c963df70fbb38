// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

struct MadeStatement {
    storage::Act act;
    std::vector<storage::ActStep> steps;
    std::vector<std::string> notHappened; ///< sentences, French
    MadePaper paper;
};
/// Each step of an opt-out or request, with its date, means and evidence; what has not happened is said. Errors:
/// NotAllowed, BadReference, Nothing, MentionMissing.
[[nodiscard]] Result<MadeStatement> makeStatement(Desk &desk, std::string_view reference, const PaperWish &paper);

} // namespace guichet::kiosk
