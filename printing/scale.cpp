// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scale.h"

#include <algorithm>
#include <cmath>

namespace guichet::printing {

std::vector<double> Scale::marks() const {
    std::vector<double> all;
    const auto count = static_cast<int>(std::lround((to - from) / step));
    for (int i = 0; i <= count; ++i) {
        all.push_back(from + i * step);
    }
    return all;
}

Scale roundScale(double least, double greatest, int most) {
    most = std::max(most, 3);
    constexpr double kFar = 1e12; // beyond it the steps between numbers are too coarse
    least = std::isfinite(least) ? std::clamp(least, -kFar, kFar) : 0;
    greatest = std::isfinite(greatest) ? std::clamp(greatest, -kFar, kFar) : 0;
    if (greatest <= least) {
        greatest = least + 1;
    }
    for (double power = std::pow(10, std::floor(std::log10((greatest - least) / most)));; power *= 10) {
        for (const double times : {1.0, 2.0, 5.0}) {
            const double step = times * power;
            const Scale scale{std::floor(least / step) * step, std::ceil(greatest / step) * step, step};
            if ((scale.to - scale.from) / step + 1 <= most + 0.5) {
                return scale;
            }
        }
    }
}

std::string decimalNumber(double value, std::string_view language) {
    constexpr double kThousand = 1000;
    const auto thousandths = std::llround(std::abs(value) * kThousand);
    std::string label = std::to_string(thousandths / 1000);
    if (const auto rest = thousandths % 1000; rest != 0) {
        std::string decimals = std::to_string(rest);
        decimals.insert(0, 3 - decimals.size(), '0');
        label += (language.starts_with("en") ? "." : ",") + decimals.substr(0, decimals.find_last_not_of('0') + 1);
    }
    return (value < 0 && thousandths != 0 ? "\u2212" : "") + label;
}

DotStack stackDots(std::vector<double> places, double apart) {
    std::ranges::sort(places);
    DotStack stack;
    std::vector<double> ends; // of each level
    for (const double place : places) {
        const auto free = std::ranges::find_if(ends, [&](double end) { return place - end >= apart; });
        stack.dots.push_back({place, static_cast<std::size_t>(free - ends.begin())});
        if (free == ends.end()) {
            ends.push_back(place);
        } else {
            *free = place;
        }
    }
    stack.levels = std::max<std::size_t>(ends.size(), 1);
    return stack;
}

} // namespace guichet::printing
