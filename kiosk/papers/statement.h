// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <string>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {

struct StatementStep {
    std::string when;     ///< the day it happened, and when it was written where that is another
    std::string what;     ///< "Transmise"
    std::string means;    ///< "" none
    std::string evidence; ///< "" none
};

struct StatementContent {
    std::string reference;
    std::string asked; ///< completes "you asked …"
    std::string person;
    std::string state;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<StatementStep> steps;
    std::vector<std::string> notHappened; ///< sentences
};

/// Each step with its date, means and evidence; and what has not happened, said. `readingCopy`: in another language,
/// beside the French.
[[nodiscard]] printing::Paper statementPaper(const Texts &say, const Letterhead &letterhead, const Making &making,
                                             const StatementContent &content, bool readingCopy = false);

} // namespace guichet::kiosk::papers
