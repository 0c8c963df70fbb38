// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <string>
#include <string_view>
#include <vector>

/// Numbers printed on papers that are filled in by hand, and keyed in later. They are spelled as references; no act has
/// them.
namespace guichet::kiosk {

inline constexpr int kMostNumbered = 50;
/// Kinds of the journal.
inline constexpr std::string_view kNumberedForm = "paper.numbered";
inline constexpr std::string_view kHandReceipt = "day.kit";

/// Copies of one paper, each with a number of its own.
struct NumberedPapers {
    std::vector<std::string> numbers;
    MadePaper paper;
};

/// `count` from 1 to kMostNumbered. Error: BadValue.
[[nodiscard]] Result<std::vector<std::string>> drawNumbers(Desk &desk, int count);
/// That they are printed: a journal's entry of this kind, which `numbersLeft` looks for. `about`: further details, of
/// nobody. Errors: those of journalAlone().
[[nodiscard]] Result<void> journalNumbers(Desk &desk, std::string_view kind, const std::vector<std::string> &numbers,
                                          std::vector<std::pair<std::string, std::string>> about = {});
/// How many of those printed are not used: keyed in, or handed out in place of a receipt that did not come out. What
/// was spoilt or lost is not known; numbers are forgotten with the journal.
[[nodiscard]] int numbersLeft(Desk &desk, std::string_view kind);

/// The number as it is kept: spelled as it was printed where it is one of these, else as it was written.
[[nodiscard]] std::string paperNumberOf(std::string_view written);

} // namespace guichet::kiosk
