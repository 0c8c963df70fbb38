// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/calls.h"

#include "storage/read_news.h"
#include "tests/storage/store_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <tuple>

using namespace guichet;
using namespace guichet::storage;
using namespace std::chrono_literals;
using test::must;

namespace {

template <typename Work>
auto written(test::StoreFixture &fixture, Work &&work) {
    return inTransaction(fixture.store.database(), std::forward<Work>(work));
}

} // namespace

TEST_CASE("a call stays open until it is over, and the first who comes comes", "[calls]") {
    test::StoreFixture fixture;
    Calls calls(fixture.store.database());
    const Instant start = fixture.clock.now();
    const std::string first =
        must(written(fixture, [&]() -> Result<std::string> { return calls.add("A01", start, fixture.random); }));
    fixture.clock.advance(1s);
    const std::string second = must(written(
        fixture, [&]() -> Result<std::string> { return calls.add("A02", fixture.clock.now(), fixture.random); }));
    must(written(fixture, [&] { return calls.answer(first, "S01", fixture.clock.now()); }));
    CHECK(calls.answer(first, "S02", fixture.clock.now()).error().code == ErrorCode::AlreadyDone);
    CHECK(calls.answer("none", "S02", fixture.clock.now()).error().code == ErrorCode::Nothing);

    const std::vector<Call> open = calls.open(start - 1ms);
    REQUIRE(open.size() == 2);
    CHECK(open[0] == Call{first, "A01", start, "S01", start + 1s});
    CHECK(open[1] == Call{second, "A02", start + 1s, "", std::nullopt});
    CHECK(calls.open(start).size() == 1); // since then, not at it
    calls.end(first);
    calls.end(first);
    CHECK(calls.open(start - 1ms).size() == 1);
    CHECK(calls.answer(first, "S02", fixture.clock.now()).error().code == ErrorCode::Nothing);
}

TEST_CASE("calls of the day before go with the next", "[calls]") {
    test::StoreFixture fixture;
    Calls calls(fixture.store.database());
    const Instant start = fixture.clock.now();
    const auto add = [&] {
        std::ignore = must(written(
            fixture, [&]() -> Result<std::string> { return calls.add("A01", fixture.clock.now(), fixture.random); }));
    };
    add();
    fixture.clock.advance(24h);
    add();
    CHECK(calls.open(start - 1ms).size() == 2);
    fixture.clock.advance(1ms);
    add();
    CHECK(calls.open(start - 1ms).size() == 2);
}

TEST_CASE("each agent's news are their own", "[calls]") {
    test::StoreFixture fixture;
    ReadNews news(fixture.store.database());
    CHECK(news.upTo("A01").empty());
    news.set("A01", "0.1.0", fixture.clock.now());
    news.set("A02", "0.1.0", fixture.clock.now());
    news.set("A01", "0.2.0", fixture.clock.now());
    CHECK(news.upTo("A01") == "0.2.0");
    CHECK(news.upTo("A02") == "0.1.0");
}
