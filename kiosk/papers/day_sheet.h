// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// What a sheet of the day is for. The week's is a supervisor's.
enum class DaySheet { Opening, Closing, Week };
[[nodiscard]] std::string titleOf(const Texts &say, DaySheet sheet);

struct DayLine {
    std::string state; ///< in a word or two
    std::string words;
    bool stressed = false; ///< something has to be done
};

/// One page, of nobody in particular: what the counter found out by itself, and what only eyes can check, to be ticked
/// and signed with the agent's code. The opening's has letters from the smallest on and marks along its edges, as it
/// tries the printer too. `frame`: footer, author and instant of making, filled by the caller.
[[nodiscard]] printing::Paper daySheet(const Texts &say, printing::Paper frame, DaySheet sheet,
                                       const std::vector<DayLine> &lines);

} // namespace guichet::kiosk::papers
