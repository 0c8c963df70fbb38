// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/small_numbers.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace guichet::kiosk;

namespace {

std::set<std::size_t> hiddenOf(const std::vector<std::int64_t> &values, const std::vector<CellSum> &sums) {
    std::set<std::size_t> hidden;
    const std::vector<bool> cells = hiddenCells(values, sums);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i]) {
            hidden.insert(i);
        }
    }
    return hidden;
}

/// Every way in which the hidden cells could be filled, up to `most` each: the values that each can have.
std::vector<std::set<std::int64_t>> possible(const std::vector<std::int64_t> &values, const std::vector<bool> &hidden,
                                             const std::vector<CellSum> &sums, std::int64_t most) {
    std::vector<std::set<std::int64_t>> seen(values.size());
    std::vector<std::int64_t> now = values;
    const std::function<void(std::size_t)> fill = [&](std::size_t cell) {
        if (cell == values.size()) {
            for (const CellSum &sum : sums) {
                std::int64_t together = 0;
                for (const std::size_t part : sum.parts) {
                    together += now[part];
                }
                if (together != now[sum.whole]) {
                    return;
                }
            }
            for (std::size_t i = 0; i < now.size(); ++i) {
                seen[i].insert(now[i]);
            }
            return;
        }
        for (std::int64_t value = hidden[cell] ? std::min<std::int64_t>(values[cell], 1) : values[cell];
             value <= (hidden[cell] ? most : values[cell]); ++value) {
            now[cell] = value;
            fill(cell + 1);
        }
        now[cell] = values[cell];
    };
    fill(0);
    return seen;
}

} // namespace

TEST_CASE("small numbers are hidden, none and five are not", "[small-numbers]") {
    CHECK(hiddenOf({0, 1, 4, 5, 100}, {}) == std::set<std::size_t>{1, 2});
}

TEST_CASE("what would give a small number away is hidden with it", "[small-numbers]") {
    // 3 of 103: without the other part, or the whole, it is 103 - 100.
    CHECK(hiddenOf({103, 3, 100}, {{0, {1, 2}}}) == std::set<std::size_t>{1, 2});
    // The next smallest that holds somebody goes with it, the none stays.
    CHECK(hiddenOf({123, 3, 0, 20, 100}, {{0, {1, 2, 3, 4}}}) == std::set<std::size_t>{1, 3});
    // Two small ones that are four together are as good as known.
    CHECK(hiddenOf({104, 2, 2, 100}, {{0, {1, 2, 3}}}) == std::set<std::size_t>{1, 2, 3});
    CHECK(hiddenOf({106, 3, 3, 100}, {{0, {1, 2, 3}}}) == std::set<std::size_t>{1, 2});
}

TEST_CASE("what can only be one each is hidden with its sum", "[small-numbers]") {
    // Six ones that are six together: whoever knows that none is zero knows them all.
    const std::vector<std::int64_t> values{6, 1, 1, 1, 1, 1, 1};
    const std::vector<CellSum> sums{{0, {1, 2, 3, 4, 5, 6}}};
    CHECK(hiddenOf(values, sums).contains(0));
}

TEST_CASE("sums that cross give nothing away either", "[small-numbers]") {
    // 2 × 2 with sums of rows and columns: one small cell takes a rectangle with it.
    //   0: 3   1: 20 | 4: 23
    //   2: 30  3: 40 | 5: 70
    //   6: 33  7: 60 | 8: 93
    const std::vector<std::int64_t> values{3, 20, 30, 40, 23, 70, 33, 60, 93};
    const std::vector<CellSum> sums{{4, {0, 1}}, {5, {2, 3}}, {6, {0, 2}}, {7, {1, 3}}, {8, {4, 5}}, {8, {6, 7}}};
    const std::vector<bool> hidden = hiddenCells(values, sums);
    CHECK(hidden[0]);
    CHECK(possible(values, hidden, sums, 45)[0].size() > 1);
    CHECK_FALSE(hidden[8]);
}

TEST_CASE("no small number of any table can be computed from what is shown", "[small-numbers]") {
    CHECK(rc::check([] {
        // Two rows of two or three cells with all their sums, small enough to try every filling.
        const auto columns = static_cast<std::size_t>(*rc::gen::inRange(2, 4));
        std::vector<std::int64_t> values;
        for (std::size_t i = 0; i < 2 * columns; ++i) {
            values.push_back(*rc::gen::element<std::int64_t>(0, 1, 2, 4, 5, 6, 9));
        }
        std::vector<CellSum> sums;
        const auto add = [&](std::vector<std::size_t> parts) {
            std::int64_t sum = 0;
            for (const std::size_t part : parts) {
                sum += values[part];
            }
            values.push_back(sum);
            sums.push_back({values.size() - 1, std::move(parts)});
            return values.size() - 1;
        };
        std::vector<std::size_t> rows[2];
        for (std::size_t i = 0; i < columns; ++i) {
            rows[0].push_back(i);
            rows[1].push_back(columns + i);
        }
        const std::size_t first = add(rows[0]);
        const std::size_t second = add(rows[1]);
        std::vector<std::size_t> below;
        for (std::size_t i = 0; i < columns; ++i) {
            below.push_back(add({i, columns + i}));
        }
        const std::size_t all = add({first, second});
        sums.push_back({all, below});
        const std::vector<bool> hidden = hiddenCells(values, sums);
        // Hidden sums follow from the cells: only those are tried.
        std::vector<std::int64_t> cells(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(2 * columns));
        std::vector<std::set<std::int64_t>> seen(values.size());
        const std::function<void(std::size_t)> fill = [&](std::size_t cell) {
            if (cell < cells.size()) {
                const std::int64_t own = cells[cell];
                for (std::int64_t value = hidden[cell] ? std::min<std::int64_t>(own, 1) : own;
                     value <= (hidden[cell] ? 14 : own); ++value) {
                    cells[cell] = value;
                    fill(cell + 1);
                }
                cells[cell] = own;
                return;
            }
            std::vector<std::int64_t> now = values;
            std::copy(cells.begin(), cells.end(), now.begin());
            for (const CellSum &sum : sums) {
                now[sum.whole] = 0;
                for (const std::size_t part : sum.parts) {
                    now[sum.whole] += now[part];
                }
                if (!hidden[sum.whole] && now[sum.whole] != values[sum.whole]) {
                    return;
                }
            }
            for (std::size_t i = 0; i < now.size(); ++i) {
                seen[i].insert(now[i]);
            }
        };
        fill(0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] > 0 && values[i] < kSmall) {
                RC_ASSERT(hidden[i]);
                RC_ASSERT(seen[i].size() > 1U);
            }
        }
    }));
}
