// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/receipt.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {

/// Sentences under a heading; one alone is no list.
struct NoticePart {
    std::string title;
    std::vector<std::string> sentences;
};

struct NoticeContent {
    std::string title;
    std::string reference;
    std::vector<std::string> to; ///< lines in the envelope's window
    std::string forAgent;        ///< what the agent does with it where it is not posted; "" else
    std::string asked;           ///< a sentence: what was asked, and when
    std::string said;            ///< a sentence: what came back, or did not, and when
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<NoticePart> parts;
    std::optional<RemediesMention> remedies; ///< nothing where there is nothing to contest
};

/// A letter from the agency to the person, for a window envelope: what became of what they asked, what it means, and
/// what they can do. `readingCopy`: for reading, in another language, without the address.
[[nodiscard]] printing::Paper notice(const Texts &say, const Letterhead &letterhead, const Making &making,
                                     const NoticeContent &content, bool readingCopy = false);

} // namespace guichet::kiosk::papers
