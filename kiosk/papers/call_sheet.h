// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/optout_form.h"
#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

struct CallSheetContent {
    PaperPerson person;
    std::string phone;
    std::string hours;
    std::vector<std::string> asked; ///< titles of the opt-outs
    std::string vitaleSerial;       ///< "" unknown: room to write it
    std::string reference;
    /// When, who, which file, what was said, in words; empty where nobody has called yet: room to write them.
    std::vector<std::string> answered;
};

/// What somebody needs who calls the operator, at the counter or at home: number and hours, what to ask for, their own
/// numbers in large type, and room for who answered, when, and under what reference. Brought back, it is evidence.
/// Where the call was made at the counter it says what was answered.
[[nodiscard]] printing::Paper callSheet(const Texts &say, const Letterhead &letterhead, const Making &making,
                                        const CallSheetContent &content);

} // namespace guichet::kiosk::papers
