// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// One thing that is looked at before a counter opens.
struct DayItem {
    enum class State {
        Good, ///< nothing has to be done
        Look, ///< somebody should look, and the counter may open
        Wrong ///< nobody can be served well before it is put right
    };
    std::string what; ///< "printer", "paper", "spare-printer", "traces", "clock", "settings", "owed", "unsigned",
                      ///< "interrupted", "to-send", "due"
    State state = State::Good;
    int count = 0; ///< of what is counted: papers, drafts, visits, opt-outs, settings; else 0
    std::string words;
};
[[nodiscard]] std::string_view toText(DayItem::State state); ///< "ok", "look", "wrong"
[[nodiscard]] std::string stateWords(const Texts &say, DayItem::State state);

/// Whether this counter can open: the printers are asked, for some seconds at most; the clock is compared with the
/// register; what people wait for is counted, of nobody in particular. What is wrong comes first. In the desk's
/// language. Error: NotAllowed.
[[nodiscard]] Result<std::vector<DayItem>> openingItems(Desk &desk);
/// The opening sheet: the items, what only eyes can check, to be ticked, and letters from the smallest on, as the sheet
/// tries the printer too. Journaled ("day.opened"). Errors: NotAllowed, NotPrintable.
[[nodiscard]] Result<MadePaper> openingSheet(Desk &desk, const std::vector<DayItem> &items, printing::Layout layout);

} // namespace guichet::kiosk
