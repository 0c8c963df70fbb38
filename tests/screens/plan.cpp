// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/plan.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace guichet::test {
namespace {

constexpr std::size_t kValues = 3; // of each axis
static_assert(kSizes.size() == kValues && kPercents.size() == kValues && kSchemes.size() == kValues &&
              kTongues.size() == kValues);

std::string_view nameOf(ui::Look::Scheme scheme) {
    switch (scheme) {
    case ui::Look::Light: return "light";
    case ui::Look::Dark: return "dark";
    case ui::Look::HighContrast: return "contrast";
    }
    return {};
}

std::string_view nameOf(Tongue tongue) {
    switch (tongue) {
    case Tongue::French: return "fr";
    case Tongue::English: return "en";
    case Tongue::RightToLeft: return "rtl";
    }
    return {};
}

/// The orthogonal array of nine rows, three values and four columns: any two columns have each pair of values once.
/// `row` 0 to 8. Three rows that begin at a multiple of three have each size, each percent and each scheme.
Shot ofArray(std::size_t state, std::size_t row) {
    const auto a = row % kValues;
    const auto b = row / kValues % kValues;
    return {state, kSizes.at(a), kPercents.at((a + 2 * b) % kValues), kSchemes.at((a + b) % kValues), kTongues.at(b)};
}

} // namespace

std::string nameOf(const Shot &shot, const std::vector<State> &states) {
    return std::string(states.at(shot.state).name) + '-' + std::to_string(shot.size.width()) + 'x' +
           std::to_string(shot.size.height()) + '-' + std::to_string(shot.percent) + '-' +
           std::string(nameOf(shot.scheme)) + '-' + std::string(nameOf(shot.tongue));
}

std::vector<Shot> spread(const std::vector<State> &states) {
    std::map<std::string_view, std::size_t> ofScreen;
    std::vector<std::size_t> places; // of each state, among those of its screen
    std::vector<std::size_t> screens;
    for (const auto &state : states) {
        places.push_back(ofScreen[state.screen]++);
        screens.push_back(ofScreen.size());
    }
    // A state takes one row after the other of those with its tongue, so that its window is made once; each has one.
    // Three rows of a tongue have all sizes and schemes: three states of a screen that follow each other have one
    // tongue, and a row each, so that a screen takes as many pictures as it has states, and three where it has fewer.
    // What room is left is for second and third rows, of the screens with the fewest states first.
    std::vector<std::size_t> order(states.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t state) { return ofScreen[states[state].screen]; });
    std::vector<Shot> shots;
    std::set<std::pair<std::size_t, std::size_t>> taken; // states and turns
    std::map<std::string_view, std::set<std::pair<int, int>>> sizes;
    std::map<std::string_view, std::set<ui::Look::Scheme>> schemes;
    const auto take = [&](std::size_t state, std::size_t turn, bool onlyIfLacking) {
        const std::size_t tongue = (screens[state] + places[state] / kValues) % kValues;
        const Shot shot =
            ofArray(state, tongue * kValues + (screens[state] / kValues + places[state] + turn) % kValues);
        const std::string_view screen = states[state].screen;
        const std::pair size{shot.size.width(), shot.size.height()};
        const bool lacking = !sizes[screen].contains(size) || !schemes[screen].contains(shot.scheme);
        if ((turn > 0 && shots.size() >= kMostShots) || (onlyIfLacking && !lacking) ||
            !taken.emplace(state, turn).second) {
            return;
        }
        sizes[screen].insert(size);
        schemes[screen].insert(shot.scheme);
        shots.push_back(shot);
    };
    for (const bool onlyIfLacking : {true, false}) {
        for (std::size_t turn = 0; turn < kValues; ++turn) {
            for (const auto state : order) {
                take(state, turn, onlyIfLacking && turn > 0);
            }
        }
    }
    std::ranges::stable_sort(shots, {}, &Shot::state);
    return shots;
}

std::vector<Shot> everything(const std::vector<State> &states) {
    std::vector<Shot> shots;
    for (std::size_t state = 0; state < states.size(); ++state) {
        for (const auto tongue : kTongues) {
            for (const auto &size : kSizes) {
                for (const auto percent : kPercents) {
                    for (const auto scheme : kSchemes) {
                        shots.push_back({state, size, percent, scheme, tongue});
                    }
                }
            }
        }
    }
    return shots;
}

} // namespace guichet::test
