// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/statistics.h"

#include <algorithm>
#include <cmath>

namespace guichet::kiosk {
namespace {

/// The one at this place, from 0, in the order of the days.
int dayAt(const Delays &delays, std::int64_t place) {
    std::int64_t before = 0;
    for (const auto &[days, count] : delays) {
        before += count;
        if (place < before) {
            return days;
        }
    }
    return delays.rbegin()->first;
}

} // namespace

std::int64_t casesIn(const Delays &delays) {
    std::int64_t cases = 0;
    for (const auto &[days, count] : delays) {
        cases += count;
    }
    return cases;
}

std::optional<double> quantile(const Delays &delays, double p) {
    const std::int64_t cases = casesIn(delays);
    if (cases == 0) {
        return std::nullopt;
    }
    const double place = p * static_cast<double>(cases - 1);
    const auto below = static_cast<std::int64_t>(std::floor(place));
    const double low = dayAt(delays, below);
    const double high = dayAt(delays, std::min(below + 1, cases - 1));
    return low + (place - static_cast<double>(below)) * (high - low);
}

std::optional<Gap> gapOf(const Delays &ours, const Delays &theirs) {
    const std::int64_t n = casesIn(ours);
    const std::int64_t m = casesIn(theirs);
    if (n < kLeastForGap || m < kLeastForGap) {
        return std::nullopt;
    }
    Delays differences; // by their days, which may be below 0 here
    for (const auto &[our, ourCount] : ours) {
        for (const auto &[their, theirCount] : theirs) {
            differences[our - their] += ourCount * theirCount;
        }
    }
    constexpr double kZ = 1.959963984540054; // 97.5 % of the normal distribution
    const double pairs = static_cast<double>(n) * static_cast<double>(m);
    const double spread = std::sqrt(pairs * static_cast<double>(n + m + 1) / 12);
    const auto border = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(pairs / 2 - kZ * spread)));
    return Gap{.typical = *quantile(differences, 0.5),
               .low = dayAt(differences, border - 1),
               .high = dayAt(differences, n * m - border)};
}

} // namespace guichet::kiosk
