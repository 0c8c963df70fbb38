// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/plan.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace guichet::test {
namespace {

/// The position of a shot's value on each axis.
std::array<std::size_t, 4> positions(const Shot &shot) {
    const auto at = [](const auto &values, const auto &value) {
        return static_cast<std::size_t>(std::ranges::find(values, value) - values.begin());
    };
    return {at(kSizes, shot.size), at(kPercents, shot.percent), at(kSchemes, shot.scheme), at(kTongues, shot.tongue)};
}

void checkEvery(const std::vector<Shot> &shots, const std::vector<State> &states) {
    std::set<std::size_t> drawn;
    std::set<std::string> names;
    std::set<std::array<std::size_t, 4>> pairs;
    std::map<std::string_view, std::set<std::size_t>> sizes;
    std::map<std::string_view, std::set<std::size_t>> schemes;
    for (const auto &shot : shots) {
        drawn.insert(shot.state);
        CHECK(names.insert(nameOf(shot, states)).second);
        const auto values = positions(shot);
        for (std::size_t one = 0; one < values.size(); ++one) {
            for (std::size_t other = one + 1; other < values.size(); ++other) {
                pairs.insert({one, values.at(one), other, values.at(other)});
            }
        }
        sizes[states.at(shot.state).screen].insert(values[0]);
        schemes[states.at(shot.state).screen].insert(values[2]);
    }
    CHECK(drawn.size() == states.size());
    CHECK(pairs.size() == 6U * 3 * 3);
    for (const auto &[screen, seen] : sizes) {
        CAPTURE(screen);
        CHECK(seen.size() == 3);
        CHECK(schemes[screen].size() == 3);
    }
}

} // namespace

TEST_CASE("at most 200 pictures show each state, each pair of values, and each screen in each size and scheme",
          "[screens]") {
    const auto states = allStates();
    const auto shots = spread(states);
    CHECK(shots.size() <= kMostShots);
    checkEvery(shots, states);
    CHECK(spread(states) == shots); // by a rule, not by chance
    CHECK(std::ranges::is_sorted(shots, {}, &Shot::state));
}

TEST_CASE("the rule holds for other numbers of states too", "[screens]") {
    // As many screens as states allow, of one, two and three states in turn.
    const int count = GENERATE(9, 40, 66, 67, 90);
    CAPTURE(count);
    static constexpr std::array screens{"a", "b", "b", "c", "c", "c", "d", "e", "e"};
    std::vector<std::string> names;
    std::vector<std::string> ofScreens;
    for (int i = 0; i < count; ++i) {
        names.push_back("state" + std::to_string(i));
        ofScreens.push_back(screens.at(static_cast<std::size_t>(i) % screens.size()) + std::to_string(i / 9));
    }
    std::vector<State> states;
    for (std::size_t i = 0; i < names.size(); ++i) {
        states.push_back({ofScreens[i].c_str(), names[i].c_str()});
    }
    const auto shots = spread(states);
    CHECK(shots.size() <= kMostShots);
    checkEvery(shots, states);
}

TEST_CASE("with all, each state has each size, text size, scheme and tongue", "[screens]") {
    const auto states = allStates();
    const auto shots = everything(states);
    CHECK(shots.size() == states.size() * 81);
    checkEvery(shots, states);
    for (const auto &shot : spread(states)) {
        CHECK(std::ranges::find(shots, shot) != shots.end());
    }
}

} // namespace guichet::test
