// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// What could not be taken in, for whoever brought it: a sentence for each file, with its name (isolated) and why.
/// `frame`: footer, author and instant of making, filled by the caller.
[[nodiscard]] printing::Paper rejectedSheet(const Texts &say, printing::Paper frame,
                                            const std::vector<std::string> &sentences);

} // namespace guichet::kiosk::papers
