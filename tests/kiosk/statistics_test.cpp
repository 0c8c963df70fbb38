// SPDX-License-Identifier: GPL-3.0-or-later
// Against R (statistics/delays.R made the answers).
#include "kiosk/counter/statistics.h"

#include "base/files.h"
#include "kiosk/counter/calendar.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::WithinAbs;
using test::must;

namespace {

const nlohmann::json &answers() {
    static const nlohmann::json kAnswers = [] {
        constexpr std::size_t kLimit = 1U << 20U;
        return nlohmann::json::parse(asText(must(readFile(GUICHET_DELAYS, kLimit))));
    }();
    return kAnswers;
}

Delays delaysOf(const nlohmann::json &days) {
    Delays delays;
    for (const int day : days) {
        ++delays[day];
    }
    return delays;
}

} // namespace

TEST_CASE("quantiles are R's, of none, one, ties and many", "[statistics]") {
    for (const nlohmann::json &one : answers().at("quantiles")) {
        INFO(one.at("name"));
        const Delays delays = delaysOf(one.at("days"));
        CHECK(casesIn(delays) == static_cast<std::int64_t>(one.at("days").size()));
        for (std::size_t i = 0; i < one.at("p").size(); ++i) {
            const auto found = quantile(delays, one.at("p").at(i));
            REQUIRE(found.has_value() == !one.at("quantiles").is_null());
            if (found) {
                CHECK_THAT(*found, WithinAbs(one.at("quantiles").at(i), 1e-9));
            }
        }
    }
}

TEST_CASE("gaps and their intervals are R's", "[statistics]") {
    for (const nlohmann::json &one : answers().at("gaps")) {
        INFO(one.at("name"));
        const Delays ours = delaysOf(one.at("x"));
        const Delays theirs = delaysOf(one.at("y"));
        const auto gap = gapOf(ours, theirs);
        REQUIRE(gap);
        CHECK_THAT(gap->typical, WithinAbs(one.at("typical"), 1e-9));
        CHECK(gap->low == one.at("low"));
        CHECK(gap->high == one.at("high"));
        // The other way round it is the same gap.
        const auto back = gapOf(theirs, ours);
        REQUIRE(back);
        CHECK_THAT(back->typical, WithinAbs(-gap->typical, 1e-9));
        CHECK(back->low == -gap->high);
        CHECK(back->high == -gap->low);
    }
}

TEST_CASE("there is no gap between too few", "[statistics]") {
    const Delays nine{{3, 9}};
    const Delays ten{{3, 10}};
    CHECK_FALSE(gapOf(nine, ten));
    CHECK_FALSE(gapOf(ten, nine));
    CHECK_FALSE(gapOf({}, ten));
    const auto gap = gapOf(ten, ten);
    REQUIRE(gap);
    CHECK(gap->low == 0);
    CHECK(gap->high == 0);
}

TEST_CASE("days between a deposit and a decision are R's, whatever the clock does at night", "[statistics]") {
    for (const nlohmann::json &one : answers().at("between")) {
        INFO(one);
        CHECK(daysBetween(must(parseDate(one.at("from").get<std::string>())),
                          must(parseDate(one.at("to").get<std::string>()))) == one.at("days"));
    }
}
