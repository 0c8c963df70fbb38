// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

struct OpeningLine {
    std::string state; ///< in a word or two
    std::string words;
    bool stressed = false; ///< something has to be done
};

/// What an agent looks at before the first person comes, of nobody in particular: what the counter found out by itself,
/// and what only eyes can check, to be ticked and signed with the agent's code. `frame`: footer, author and instant of
/// making, filled by the caller.
[[nodiscard]] printing::Paper openingSheet(const Texts &say, printing::Paper frame,
                                           const std::vector<OpeningLine> &lines);

} // namespace guichet::kiosk::papers
