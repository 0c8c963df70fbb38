// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::printing {

/// A scale whose marks are round numbers: 1, 2 or 5 times a power of ten apart.
struct Scale {
    double from = 0; ///< a mark, at or below the least value
    double to = 1;   ///< a mark, at or above the greatest
    double step = 1;

    [[nodiscard]] std::vector<double> marks() const;
};
/// With `most` marks at most, 3 or more: what spans zero needs as many; `least` <= `greatest`, which may be the same.
[[nodiscard]] Scale roundScale(double least, double greatest, int most);
/// "12", "2.5", "−3": as few decimals as it needs, three at most, with the language's comma or point.
[[nodiscard]] std::string decimalNumber(double value, std::string_view language);

/// Dots on a line: those that would cover each other stand one on the other.
struct DotStack {
    struct Dot {
        double place = 0;
        std::size_t level = 0; ///< 0: on the line
    };
    std::vector<Dot> dots; ///< by place
    std::size_t levels = 1;
};
/// On each level they are `apart`, or farther.
[[nodiscard]] DotStack stackDots(std::vector<double> places, double apart);

} // namespace guichet::printing
