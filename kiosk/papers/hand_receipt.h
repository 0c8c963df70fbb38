// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/receipt.h"

#include <string>

namespace guichet::kiosk::papers {

/// A receipt for when this station can't make one: every mention of CRPA R112-5 is printed or has its room, and its
/// number is keyed in later with the day of deposit that was written on it (`request file --paper-number`).
/// `rulesChecked`: the agency has looked at the rules that the law does not give.
[[nodiscard]] printing::Paper handReceipt(const Texts &say, const Letterhead &letterhead, const Making &making,
                                          const std::string &number, const ServiceMention &service,
                                          const RemediesMention &remedies, bool rulesChecked);

} // namespace guichet::kiosk::papers
