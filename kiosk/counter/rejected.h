// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string>
#include <vector>

namespace guichet::kiosk {

/// A list of what could not be taken in, for whoever brought it; a sentence for each file. In the desk's language.
/// Errors: NotAllowed, NotPrintable.
[[nodiscard]] Result<MadePaper> rejectedSheet(Desk &desk, const std::vector<std::string> &sentences,
                                              printing::Layout layout);

} // namespace guichet::kiosk
