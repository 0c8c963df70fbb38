// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// What is to be brought, and what for.
struct ComeBack {
    std::string mandate;                 ///< what proves that somebody acts for another; "" the person acts
    bool sees = true;                    ///< the records can be shown then; false: whoever asks has no right to them
    std::vector<std::string> references; ///< of what waits for it
};

/// A slip to take along: nobody's data but the references.
[[nodiscard]] printing::Paper comeBack(const Texts &say, const Letterhead &letterhead, const Making &making,
                                       const ComeBack &content, bool readingCopy);

} // namespace guichet::kiosk::papers
