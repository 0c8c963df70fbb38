// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string_view>

namespace guichet::kiosk {

/// What the law says where something is refused, on paper, with nobody's data, and the blank forms that go with it;
/// nothing is noted. Errors: NotAllowed, Nothing (there is no such refusal), UnknownForm, BadValue (the reading copy's
/// language), MentionMissing.
[[nodiscard]] Result<MadePaper> explainRefusal(Desk &desk, std::string_view refusal, const PaperWish &paper);

} // namespace guichet::kiosk
