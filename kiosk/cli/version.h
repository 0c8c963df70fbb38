// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/call.h"

namespace guichet::kiosk::cli {

/// `--version`: the program's version, the store's schema, the seal's format, the catalogue's edition.
[[nodiscard]] Result<Answer> version(Call &call);

} // namespace guichet::kiosk::cli
