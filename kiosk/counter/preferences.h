// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"
#include "kiosk/papers/preferences_card.h"

namespace guichet::kiosk {

/// A card that sets the person's display at the next visit. Nothing of it is kept here, and nothing is noted.
/// Errors: NotAllowed, MentionMissing.
[[nodiscard]] Result<MadePaper> printedPreferences(Desk &desk, const papers::Preferences &preferences,
                                                   const PaperWish &paper);

} // namespace guichet::kiosk
