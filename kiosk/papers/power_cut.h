// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

namespace guichet::kiosk::papers {

/// What to do when the station can't serve: a page in large type that lies on top of the hand-written receipts.
[[nodiscard]] printing::Paper powerCutSheet(const Texts &say, const Letterhead &letterhead, const Making &making);

} // namespace guichet::kiosk::papers
