// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/pack.h"
#include "kiosk/papers/letterhead.h"

#include <string>
#include <vector>

/// What hangs on the wall, lies on the counter, is shown, sent or read out about the right to oppose: the same points
/// in each. Nobody is named in any of it.
namespace guichet::kiosk::papers {

/// What each is made from. Borrowed; `values`: the settings that the pack's texts name.
struct PackWords {
    const Pack &pack;
    const Letterhead &letterhead;
    const Making &making;
    const Values &values;
    bool rulesChecked = false; ///< the agency has looked at what the sources do not vouch for
};

/// On the sheet that the caller chooses, in the type that fits it (printing::Sheet). `framed`: what the counter does
/// stands in a frame, which is never parted between two sheets.
[[nodiscard]] printing::Paper packPoster(const Texts &say, const PackWords &words, bool framed);
/// A5, both sides.
[[nodiscard]] printing::Paper packLeaflet(const Texts &say, const PackWords &words);
/// A4 on its side, printed on both sides and folded once: the first page is the outside, its cover where it opens.
[[nodiscard]] printing::Paper packFolded(const Texts &say, const PackWords &words);
/// One page each, of 16 to 9: 1920 × 1080 pixels at 144 dpi.
[[nodiscard]] std::vector<printing::Paper> packSlides(const Texts &say, const PackWords &words);
/// `to`: the lines in the window of the envelope, the name first; none: left blank.
[[nodiscard]] printing::Paper packLetter(const Texts &say, const PackWords &words, const std::vector<std::string> &to);

/// Who has not read the texts of this language yet whom they are for; "" where somebody has.
[[nodiscard]] std::string packUnread(const Texts &say, const PackWords &words);

/// The e-mail's body as plain text, with LF line ends.
[[nodiscard]] std::string packMailText(const Texts &say, const PackWords &words);
/// The same as HTML that fetches nothing.
[[nodiscard]] std::string packMailHtml(const Texts &say, const PackWords &words);

} // namespace guichet::kiosk::papers
