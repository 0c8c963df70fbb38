// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string_view>

namespace guichet::kiosk {

/// A screen's page of help, with nobody's data, in the language of who works here. Errors: NotAllowed, Nothing (there
/// is no such page), MentionMissing.
[[nodiscard]] Result<MadePaper> printedHelp(Desk &desk, std::string_view page, const PaperWish &paper);

} // namespace guichet::kiosk
