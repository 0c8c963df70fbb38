// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/optout_form.h"
#include "kiosk/papers/words.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

struct LetterContent {
    std::string title;
    PaperPerson from;
    std::string to; ///< lines: name and address
    std::string date;
    std::string subject;
    std::vector<std::string> paragraphs;
    bool reasons = false; ///< room to say why, by hand
    std::vector<std::string> joined;
};

/// A letter of the person's own, ready to be signed and posted: nothing has to be written, reasons may be. `frame`:
/// footer, author and instant of making, filled by the caller. `readingCopy`: in another language, beside the French,
/// to be read and neither signed nor posted; its note is the caller’s.
[[nodiscard]] printing::Paper letter(const Texts &say, printing::Paper frame, const LetterContent &content,
                                     bool readingCopy = false);

} // namespace guichet::kiosk::papers
