// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/small_numbers.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace guichet::kiosk {
namespace {

bool isSmall(std::int64_t value) { return value > 0 && value < kSmall; }

/// Exact enough, and fast: the coefficients are 0, 1 and -1.
class Modulo {
public:
    static constexpr std::int64_t kPrime = 2'147'483'647; // 2^31 - 1
    static std::int64_t times(std::int64_t a, std::int64_t b) { return a * b % kPrime; }
    static std::int64_t inverse(std::int64_t a) { // Fermat
        std::int64_t result = 1;
        for (std::int64_t power = kPrime - 2; power > 0; power >>= 1) {
            result = (power & 1) != 0 ? times(result, a) : result;
            a = times(a, a);
        }
        return result;
    }
};

class Hiding {
public:
    Hiding(const std::vector<std::int64_t> &values, const std::vector<CellSum> &sums)
        : values_(values), sums_(sums), hidden_(values.size()) {
        std::transform(values.begin(), values.end(), hidden_.begin(), isSmall);
    }

    std::vector<bool> take() && {
        bool changed = true;
        while (changed) {
            changed = false;
            for (const CellSum &sum : sums_) {
                changed = keepFromShowing(sum) || changed;
            }
            changed = changed || keepFromComputing() || keepFromNarrowing();
        }
        return std::move(hidden_);
    }

private:
    /// Hides the smallest that is shown of a sum: one that holds somebody, where there is one.
    bool hideOneMore(const CellSum &sum) {
        std::optional<std::size_t> least;
        const auto consider = [&](std::size_t cell) {
            const auto rank = [&](std::size_t one) { return std::pair(values_[one] == 0, values_[one]); };
            if (!hidden_[cell] && (!least || rank(cell) < rank(*least))) {
                least = cell;
            }
        };
        std::ranges::for_each(sum.parts, consider);
        consider(sum.whole);
        if (least) {
            hidden_[*least] = true;
        }
        return least.has_value();
    }

    /// One unknown of a sum is known; and several that are few together are as good as known.
    bool keepFromShowing(const CellSum &sum) {
        std::size_t unknown = hidden_[sum.whole] ? 1U : 0U;
        std::int64_t together = 0;
        for (const std::size_t part : sum.parts) {
            unknown += hidden_[part] ? 1U : 0U;
            together += hidden_[part] ? values_[part] : 0;
        }
        const bool few = !hidden_[sum.whole] && isSmall(together);
        return unknown > 0 && (unknown == 1 || few) && hideOneMore(sum);
    }

    /// Solves the sums for what is hidden: a small number that comes out needs company.
    bool keepFromComputing() {
        std::vector<std::size_t> column(values_.size());
        std::size_t columns = 0;
        for (std::size_t cell = 0; cell < values_.size(); ++cell) {
            column[cell] = hidden_[cell] ? columns++ : 0;
        }
        std::vector<std::vector<std::int64_t>> rows;
        for (const CellSum &sum : sums_) {
            std::vector<std::int64_t> row(columns);
            for (const std::size_t part : sum.parts) {
                if (hidden_[part]) {
                    row[column[part]] = 1;
                }
            }
            if (hidden_[sum.whole]) {
                row[column[sum.whole]] = Modulo::kPrime - 1;
            }
            rows.push_back(std::move(row));
        }
        const std::vector<bool> known = determined(rows, columns);
        for (std::size_t cell = 0; cell < values_.size(); ++cell) {
            if (hidden_[cell] && isSmall(values_[cell]) && known[column[cell]]) {
                return hideNear(cell);
            }
        }
        return false;
    }

    /// A reader knows that somebody is behind each hidden number, and how they add up: a small number that has but one
    /// value left needs company.
    bool keepFromNarrowing() {
        constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max() / 4;
        struct Range {
            std::int64_t low, high;
        };
        std::vector<Range> ranges;
        for (std::size_t cell = 0; cell < values_.size(); ++cell) {
            ranges.push_back(hidden_[cell] ? Range{std::min<std::int64_t>(values_[cell], 1), kAny}
                                           : Range{values_[cell], values_[cell]});
        }
        constexpr int kMostRounds = 100; // far more than any table needs
        bool narrowed = true;
        const auto narrow = [&](std::size_t cell, std::int64_t low, std::int64_t high) {
            Range &range = ranges[cell];
            narrowed = narrowed || low > range.low || high < range.high;
            range = {std::max(range.low, low), std::min(range.high, high)};
        };
        for (int round = 0; narrowed && round < kMostRounds; ++round) {
            narrowed = false;
            for (const CellSum &sum : sums_) {
                Range together{0, 0};
                for (const std::size_t part : sum.parts) {
                    together.low += ranges[part].low;
                    together.high = std::min(kAny, together.high + ranges[part].high);
                }
                narrow(sum.whole, together.low, together.high);
                for (const std::size_t part : sum.parts) {
                    const std::int64_t othersLow = together.low - ranges[part].low;
                    std::int64_t othersHigh = 0;
                    for (const std::size_t other : sum.parts) {
                        othersHigh = other == part ? othersHigh : std::min(kAny, othersHigh + ranges[other].high);
                    }
                    narrow(part, othersHigh == kAny ? 0 : ranges[sum.whole].low - othersHigh,
                           ranges[sum.whole].high == kAny ? kAny : ranges[sum.whole].high - othersLow);
                    together.low = othersLow + ranges[part].low;
                }
            }
        }
        for (std::size_t cell = 0; cell < values_.size(); ++cell) {
            if (hidden_[cell] && isSmall(values_[cell]) && ranges[cell].low == ranges[cell].high) {
                return hideNear(cell);
            }
        }
        return false;
    }

    /// In a sum that holds the cell; else in one that holds something hidden, as all of them hang together.
    bool hideNear(std::size_t cell) {
        const auto holds = [&](const CellSum &sum, std::size_t one) {
            return sum.whole == one || std::ranges::find(sum.parts, one) != sum.parts.end();
        };
        for (const CellSum &sum : sums_) {
            if (holds(sum, cell) && hideOneMore(sum)) {
                return true;
            }
        }
        return std::ranges::any_of(sums_, [&](const CellSum &sum) {
            const bool unknown =
                hidden_[sum.whole] || std::ranges::any_of(sum.parts, [&](std::size_t part) { return hidden_[part]; });
            return unknown && hideOneMore(sum);
        });
    }

    /// Which columns have one solution only: those that stand alone in a row once it is reduced.
    static std::vector<bool> determined(std::vector<std::vector<std::int64_t>> &rows, std::size_t columns) {
        std::size_t done = 0;
        for (std::size_t column = 0; column < columns && done < rows.size(); ++column) {
            const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                            [&](const auto &row) { return row[column] != 0; });
            if (pivot == rows.end()) {
                continue;
            }
            std::iter_swap(pivot, rows.begin() + static_cast<std::ptrdiff_t>(done));
            const std::int64_t scale = Modulo::inverse(rows[done][column]);
            for (std::int64_t &value : rows[done]) {
                value = Modulo::times(value, scale);
            }
            for (std::size_t other = 0; other < rows.size(); ++other) {
                const std::int64_t factor = rows[other][column];
                if (other == done || factor == 0) {
                    continue;
                }
                for (std::size_t at = column; at < columns; ++at) {
                    const std::int64_t less = Modulo::times(factor, rows[done][at]);
                    rows[other][at] = (rows[other][at] + Modulo::kPrime - less) % Modulo::kPrime;
                }
            }
            ++done;
        }
        std::vector<bool> known(columns);
        for (std::size_t row = 0; row < done; ++row) {
            const auto filled = [](std::int64_t value) { return value != 0; };
            if (std::ranges::count_if(rows[row], filled) == 1) {
                known[static_cast<std::size_t>(std::ranges::find_if(rows[row], filled) - rows[row].begin())] = true;
            }
        }
        return known;
    }

    const std::vector<std::int64_t> &values_;
    const std::vector<CellSum> &sums_;
    std::vector<bool> hidden_;
};

} // namespace

std::vector<bool> hiddenCells(const std::vector<std::int64_t> &values, const std::vector<CellSum> &sums) {
    return Hiding(values, sums).take();
}

} // namespace guichet::kiosk
