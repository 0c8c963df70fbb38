// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/receipt.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// What the receipt at the end of a blank form says beside its mentions: all that is known before it is filled in.
struct TearOff {
    std::string number;             ///< of this copy
    std::vector<std::string> asked; ///< one; several are to be ticked
    std::string silence;            ///< sentences, counted from the day of deposit
    bool silenceToCheck = false;
};

/// One copy of a form that is filled in by hand while people wait: its number on every page, a place for day and stamp
/// on what is kept, and below a line to tear along a receipt with every mention of CRPA R112-5 or its room. Both parts
/// bear the number, which is keyed in later with the day of deposit. `rulesChecked`: as for handReceipt().
void makeNumbered(printing::Paper &form, const Texts &say, const TearOff &tearOff, const ServiceMention &service,
                  const RemediesMention &remedies, bool rulesChecked);

} // namespace guichet::kiosk::papers
