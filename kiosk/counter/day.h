// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/paper_numbers.h"
#include "kiosk/papers/day_sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// One thing that is looked at when a counter opens or closes, or once a week.
struct DayItem {
    enum class State {
        Good, ///< nothing has to be done
        Look, ///< somebody should look, and the counter may open
        Wrong ///< nobody can be served well before it is put right, or somebody's time runs out
    };
    std::string what; ///< opening: "printer", "paper", "spare-printer", "traces", "clock", "settings", "forms", "owed",
                      ///< "hand-receipts", "numbered-forms", "unsigned", "interrupted", "to-send", "due"; closing:
                      ///< "unsigned", "interrupted", "to-send", "unposted", "owed", "due", "signed", "register"; week:
                      ///< "late", "silent", "incomplete", "to-send", "unposted", "soon", "notices", "waiting", "owed"
    State state = State::Good;
    int count = 0; ///< of what is counted: papers, drafts, visits, opt-outs, requests, settings, entries; else 0
    std::string words;
};
[[nodiscard]] std::string_view toText(DayItem::State state); ///< "ok", "look", "wrong"
[[nodiscard]] std::string stateWords(const Texts &say, DayItem::State state);

/// Whether this counter can open: the printers are asked, for some seconds at most; the clock is compared with the
/// register; what people wait for, and the receipts left to be filled in by hand, are counted, of nobody in particular.
/// What is wrong comes first. In the desk's language, as those below. Error: NotAllowed.
[[nodiscard]] Result<std::vector<DayItem>> openingItems(Desk &desk);
/// What is left to do before the agents go: nothing signed stays in a drawer, no slip unposted past the next working
/// day. Error: NotAllowed.
[[nodiscard]] Result<std::vector<DayItem>> closingItems(Desk &desk);
/// What a supervisor has to follow: answers that are late, silence that has decided, files that miss something, what
/// has not left, what waits for another service, what is due within seven days, what nobody has written to the person
/// yet. Error: NotAllowed.
[[nodiscard]] Result<std::vector<DayItem>> weekItems(Desk &desk);

/// `what` of an item is about acts, and dayActs() has them.
[[nodiscard]] bool countsActs(std::string_view what);
/// The acts behind an item: those that it counts ("unposted": those on the slips that it counts). Errors: NotAllowed,
/// BadValue (it counts no acts).
[[nodiscard]] Result<std::vector<storage::Act>> dayActs(Desk &desk, std::string_view what);

/// Those of a sheet.
[[nodiscard]] Result<std::vector<DayItem>> dayItems(Desk &desk, papers::DaySheet sheet);

/// The sheet with the items. Journaled ("day.opened", "day.closed", "day.followed"). Errors: NotAllowed, NotPrintable.
[[nodiscard]] Result<MadePaper> daySheet(Desk &desk, papers::DaySheet sheet, const std::vector<DayItem> &items,
                                         printing::Layout layout);

/// A page of what to do in a power cut, then receipts to be filled in by hand when this station can't make one, a page
/// each, numbered. Journaled (kHandReceipt). Errors: NotAllowed, BadValue (count), MentionMissing, NotPrintable.
[[nodiscard]] Result<NumberedPapers> handReceipts(Desk &desk, int count, printing::Layout layout);

} // namespace guichet::kiosk
