// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"
#include "printing/paper.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {

/// What the equality report shows, in the words of its language; numbers for the plots alone.
struct EqualityContent {
    struct Delay { ///< of one channel, all acts together
        std::string channel;
        std::vector<double> tenths; ///< ten days, or none where too few answers are known
        std::string note;           ///< half within, nine in ten within
        bool ours = false;
    };
    struct Line { ///< of one channel
        std::string channel;
        std::vector<std::optional<double>> medians; ///< by month
        bool ours = false;
    };
    struct Gap { ///< of one kind of act
        std::string title;
        double typical = 0;
        double low = 0;
        double high = 0;
        std::string note;
    };
    struct Act {
        std::string title;
        bool sum = false;
        struct Row {
            std::string channel;
            std::vector<std::string> cells; ///< as many as there are columns
        };
        std::vector<Row> rows; ///< one a channel
    };

    std::string period;
    std::string conclusion; ///< never empty: that there is none, too
    std::string announced;
    std::vector<Delay> delays;
    std::vector<std::string> months;
    std::vector<Line> trend;
    std::vector<Gap> gaps;
    std::vector<std::string> columns; ///< heads, after those of act and channel
    std::vector<Act> acts;
    std::vector<std::string> counter; ///< sentences on this counter's hours and visits
    std::string checkpoint;           ///< the register's signed head, line by line
};

/// For the wall: what it comes to, three plots, the figures, how to read them, and with what to check them.
[[nodiscard]] printing::Paper equalityReport(const Texts &say, const Letterhead &letterhead, const Making &making,
                                             const EqualityContent &content);

} // namespace guichet::kiosk::papers
