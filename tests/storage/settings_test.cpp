// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "storage/migrations.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <set>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

struct SettingsFixture {
    Database database = Database::memory();
    Settings settings{database};
    SettingsFixture() { must(migrate(database)); }

    Result<void> set(std::vector<std::pair<std::string, std::string>> values) {
        return settings.set(values, Instant(std::chrono::milliseconds(1)));
    }
};

} // namespace

TEST_CASE("every setting has its row once, and its fallback fits its kind", "[settings]") {
    SettingsFixture fixture;
    std::set<std::string_view> keys;
    for (const SettingRow &row : settingRows()) {
        INFO(row.key);
        CHECK(keys.insert(row.key).second);
        if (!row.fallback.empty()) {
            CHECK(fixture.set({{std::string(row.key), std::string(row.fallback)}}));
        }
        // What blocks a paper has no fallback that would unblock it.
        CHECK((row.blocks.empty() || row.fallback.empty()));
    }
    CHECK(fixture.settings.list().size() == settingRows().size());
}

TEST_CASE("a setting keeps what it is given, and falls back when it is taken away", "[settings]") {
    SettingsFixture fixture;
    CHECK(must(fixture.settings.get("agency-timezone")).value == "Europe/Paris");
    CHECK_FALSE(must(fixture.settings.get("agency-timezone")).set);
    must(fixture.set({{"agency-timezone", "America/Cayenne"}, {"agency-name", "  Caisse d’essai "}}));
    CHECK(fixture.settings.value("agency-timezone") == "America/Cayenne");
    CHECK(fixture.settings.value("agency-name") == "Caisse d’essai");
    CHECK(must(fixture.settings.get("agency-name")).set);
    must(fixture.set({{"agency-timezone", ""}}));
    CHECK(fixture.settings.value("agency-timezone") == "Europe/Paris");
    CHECK(must(fixture.settings.get("remedy-cnil-address")).toBeChecked);
    must(fixture.set({{"remedy-cnil-address", "CNIL, Paris"}}));
    CHECK_FALSE(must(fixture.settings.get("remedy-cnil-address")).toBeChecked);
}

TEST_CASE("a setting that does not exist names the one that was meant", "[settings]") {
    SettingsFixture fixture;
    const auto got = fixture.settings.get("agency-phne");
    REQUIRE_FALSE(got);
    CHECK(got.error() == Error{ErrorCode::UnknownSetting, "agency-phne", "agency-phone ?"});
    CHECK(fixture.set({{"servce-name", "x"}}).error().context == "service-name ?");
}

TEST_CASE("a value that does not fit changes nothing, nor what was set beside it", "[settings]") {
    const auto [key, value] = GENERATE(table<std::string, std::string>({
        {"agency-phone", "call me"},
        {"agency-phone", "+"},
        {"agency-email", "nobody"},
        {"agency-email", "a@b@c"},
        {"agency-email", "@b"},
        {"agency-timezone", "Paris"},
        {"agency-timezone", "../../../etc/passwd"},
        {"agency-territory", "atlantis"},
        {"papers-folder", "papers"},
        {"retention-result", "0"},
        {"retention-result", "-1"},
        {"retention-result", "12 days"},
        {"retention-result", "36501"},
        {"import-contact", "maybe"},
        {"veil-after", "0"},
        {"veil-after", "2 min"},
        {"lock-after", "61"},
        {"agency-name", "\xFF"},
        {"agency-name", std::string(501, 'x')},
    }));
    CAPTURE(key, value);
    SettingsFixture fixture;
    const std::string before = fixture.settings.value(key);
    const auto result = fixture.set({{"service-name", "Accueil"}, {key, value}});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::BadValue);
    CHECK(fixture.settings.value(key) == before);
    CHECK(fixture.settings.value("service-name").empty());
}

TEST_CASE("what is missing is named with the papers that it blocks", "[settings]") {
    SettingsFixture fixture;
    const auto missing = fixture.settings.missing();
    const auto phone = std::ranges::find(missing, "service-phone", &MissingSetting::key);
    REQUIRE(phone != missing.end());
    CHECK(phone->blocks == std::vector<std::string>{"receipt-optout", "receipt-request"});
    CHECK(fixture.settings.firstMissing("record") == "agency-name");
    must(fixture.set({{"agency-name", "Caisse d’essai"}}));
    CHECK_FALSE(fixture.settings.firstMissing("record"));
    CHECK(fixture.settings.firstMissing("receipt-optout") == "agency-address");
    for (const MissingSetting &each : fixture.settings.missing()) {
        must(fixture.set({{each.key, each.key.ends_with("phone") ? "05 00 00 00 00" : "x"}}));
    }
    CHECK(fixture.settings.missing().empty());
    CHECK_FALSE(fixture.settings.firstMissing("receipt-optout"));
}

TEST_CASE("the agency's code stays what the store was made with", "[settings]") {
    SettingsFixture fixture;
    must(fixture.set({{"agency-code", "CPAM81"}}));
    must(fixture.set({{"agency-code", "CPAM81"}}));
    CHECK(fixture.set({{"agency-code", "CPAM31"}}).error().code == ErrorCode::BadValue);
    CHECK(fixture.set({{"agency-code", ""}}).error().code == ErrorCode::BadValue);
}

TEST_CASE("retention is the visit or a number of days", "[settings]") {
    SettingsFixture fixture;
    CHECK_FALSE(fixture.settings.retention("result"));
    must(fixture.set({{"retention-result", "30"}}));
    CHECK(fixture.settings.retention("result") == std::chrono::days(30));
    CHECK(fixture.settings.retention("optout") == std::chrono::days(3653));
    CHECK_THROWS_AS(fixture.settings.retention("everything"), std::logic_error);
}

TEST_CASE("the PIN is never asked for before everything is hidden", "[settings]") {
    SettingsFixture fixture;
    using std::chrono::minutes;
    const auto refused = [&](std::vector<std::pair<std::string, std::string>> values) {
        const auto result = fixture.set(std::move(values));
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::BadValue);
        return result.error().detail + ": " + result.error().context;
    };
    CHECK(fixture.settings.minutes("veil-after") == minutes(2));
    CHECK(fixture.settings.minutes("lock-after") == minutes(10));
    CHECK(refused({{"veil-after", "11"}}) == "veil-after=11: 1-10");
    CHECK(refused({{"lock-after", "1"}}) == "lock-after=1: 2-60");
    CHECK(refused({{"lock-after", "14"}, {"veil-after", "15"}}) == "lock-after=14: 15-60");
    CHECK(fixture.settings.minutes("veil-after") == minutes(2));
    must(fixture.set({{"veil-after", "15"}, {"lock-after", "15"}})); // at once
    CHECK(fixture.settings.minutes("veil-after") == minutes(15));
    CHECK(refused({{"lock-after", ""}}) == "lock-after=10: 15-60"); // as it was made
    must(fixture.set({{"veil-after", ""}, {"lock-after", ""}}));
    CHECK(fixture.settings.minutes("lock-after") == minutes(10));
}
