// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/optout_form.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// One signed act that leaves with the slip.
struct SlipPaperLine {
    int line = 1; ///< its number on the slip, for ever
    std::string reference;
    PaperPerson person;
    std::string what; ///< scope and detail
    std::string received;
    std::string seen; ///< identity seen, serial number of the card
};

/// Lines for one addressee.
struct SlipPart {
    std::string addressee;
    std::string address; ///< "" not set: said on the paper
    std::vector<SlipPaperLine> lines;
};

/// What leaves with the signed papers, line by line, with a column for the answer. Parts to different addressees begin
/// on a page of their own. It says that nothing has been sent yet: sending is noted when it happens.
[[nodiscard]] printing::Paper slipPaper(const Texts &say, const Letterhead &letterhead, const Making &making,
                                        const std::string &slip, const std::vector<SlipPart> &parts);

} // namespace guichet::kiosk::papers
