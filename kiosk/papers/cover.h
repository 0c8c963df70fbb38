// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>

namespace guichet::kiosk::papers {

/// The sheet that comes out before somebody's records, so that whoever stands at the printer sees none of them: its
/// mark, and how many pages lie under it. Nothing of the person, nor of what the records are.
/// `frame`: letterhead, footer, author and instant of making, filled by the caller. `mark`: what the screen calls them
/// by, as "3F9Q".
[[nodiscard]] printing::Paper cover(const Texts &say, printing::Paper frame, const std::string &mark, int records,
                                    int pages);

} // namespace guichet::kiosk::papers
