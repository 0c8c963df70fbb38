// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/refusals.h"
#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/receipt.h"

namespace guichet::kiosk::papers {

/// What the law says where something is refused, what can be answered and to whom one can write: a page to take along.
/// Nobody's data. `rulesChecked`: what the sources do not vouch for is not marked. `readingCopy`: in another language,
/// beside the French.
[[nodiscard]] printing::Paper refusalSheet(const Texts &say, const Letterhead &letterhead, const Making &making,
                                           const Refusal &refusal, const RemediesMention &remedies, bool rulesChecked,
                                           bool readingCopy);

} // namespace guichet::kiosk::papers
