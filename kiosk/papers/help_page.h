// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

namespace guichet::kiosk::papers {

/// A screen's help, on a page to keep beside the keyboard. Nobody's data.
[[nodiscard]] printing::Paper helpPage(const Texts &say, const Letterhead &letterhead, const Making &making,
                                       const HelpPage &page);

} // namespace guichet::kiosk::papers
