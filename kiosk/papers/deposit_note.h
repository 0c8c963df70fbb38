// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// One of several papers that somebody brought at once.
struct DepositLine {
    std::string paperNumber; ///< "" it has none
    std::string reference;   ///< of its receipt; "" it was not registered
    CivilDate received{};
};

/// For whoever brought them: how many, and under which numbers. It says neither whose they are nor what is asked.
/// `bearer` may be empty.
[[nodiscard]] printing::Paper depositNote(const Texts &say, const Letterhead &letterhead, const Making &making,
                                          const std::string &bearer, const std::vector<DepositLine> &lines);

} // namespace guichet::kiosk::papers
