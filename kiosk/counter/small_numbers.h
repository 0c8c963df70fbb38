// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Which numbers of a published table are left out, so that nobody is found behind them.
namespace guichet::kiosk {

/// From 1 up to below this a number is small. None at all is shown: nobody is behind it.
inline constexpr std::int64_t kSmall = 5;

/// One cell is the sum of others, as everybody can see.
struct CellSum {
    std::size_t whole = 0;
    std::vector<std::size_t> parts;
};

/// True for each cell to hide: the small ones, and as few others as keep every small one from being computed, by
/// whichever sums, from what is shown, also by who knows that none of what is hidden is zero; nor does what is hidden
/// of one sum amount to a small number itself. `sums` must
/// hold of `values`, none of which is negative.
[[nodiscard]] std::vector<bool> hiddenCells(const std::vector<std::int64_t> &values, const std::vector<CellSum> &sums);

} // namespace guichet::kiosk
