// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/optout_form.h"
#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>

namespace guichet::kiosk::papers {

struct CallSheetContent {
    PaperPerson person;
    std::string phone;
    std::string hours;
    std::string asked;        ///< title of the opt-out
    std::string vitaleSerial; ///< "" unknown: room to write it
    std::string reference;
};

/// What somebody needs who calls the operator, at the counter or at home: number and hours, what to ask for, their own
/// numbers in large type, and room for who answered, when, and under what reference. Brought back, it is evidence.
[[nodiscard]] printing::Paper callSheet(const Texts &say, const Letterhead &letterhead, const Making &making,
                                        const CallSheetContent &content);

} // namespace guichet::kiosk::papers
