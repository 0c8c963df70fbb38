// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "printing/layout.h"

namespace guichet::kiosk {

/// A paper of the desk's store on pages: whatever is printed, previewed or written to a file comes through here. A demo
/// store is there to practise on, and each page says that it is worth nothing, in the paper's language. Error:
/// NotPrintable.
[[nodiscard]] Result<printing::LaidOutPaper> layOut(const Desk &desk, printing::Paper paper, printing::Layout layout);

} // namespace guichet::kiosk
