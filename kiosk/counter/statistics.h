// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>

/// What the equality report computes from delays. Checked against R (tests/kiosk/statistics).
namespace guichet::kiosk {

/// How many cases took so many whole days, 0 or more.
using Delays = std::map<int, std::int64_t>;

[[nodiscard]] std::int64_t casesIn(const Delays &delays);

/// Definition 7 of Hyndman and Fan (1996), which R and NumPy take by themselves. `p` from 0 to 1. None of no case.
[[nodiscard]] std::optional<double> quantile(const Delays &delays, double p);

/// How much longer one group waits than another.
struct Gap {
    double typical = 0; ///< days: the median of all differences between a case of one and a case of the other
    int low = 0;        ///< borders of the interval of 95 % around it, whole days as the delays are
    int high = 0;
};
/// Fewer cases on either side give no interval.
inline constexpr std::int64_t kLeastForGap = 10;
/// Hodges and Lehmann's estimate of `ours` minus `theirs`, with Moses' interval (Hollander, Wolfe and Chicken,
/// Nonparametric Statistical Methods, 4.3): it asks for no shape of the delays, and one case that took a year moves it
/// no more than one that took a month. None where either has fewer than kLeastForGap cases.
[[nodiscard]] std::optional<Gap> gapOf(const Delays &ours, const Delays &theirs);

} // namespace guichet::kiosk
