// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

struct ActivityContent {
    struct Line {
        std::string title;
        std::string state; ///< "" where there is none
        std::string count;
        std::string pages; ///< likewise
    };
    struct Part {
        std::string title;
        bool withPages = false;
        std::vector<Line> lines; ///< none: that there was nothing is said
    };
    std::string period;
    std::vector<Part> parts;
};

/// What a counter did, in numbers, for the agency alone.
[[nodiscard]] printing::Paper activityReport(const Texts &say, const Letterhead &letterhead, const Making &making,
                                             const ActivityContent &content);

} // namespace guichet::kiosk::papers
