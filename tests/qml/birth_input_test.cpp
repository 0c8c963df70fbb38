// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/birth_input.h"

#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guichet::ui {
namespace {

constexpr CivilDate kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

} // namespace

TEST_CASE("a date of birth is understood as people say it", "[ui]") {
    struct Row {
        const char *typed;
        const char *date;
    };
    const auto [typed, date] = GENERATE(values<Row>({
        {"03041941", "1941-04-03"},
        {"3/4/1941", "1941-04-03"},
        {"hier", "2026-11-23"},
        {"Avant-hier", "2026-11-22"},
        {"aujourd’hui", "2026-11-24"},
        {"aujourd'hui", "2026-11-24"},
        {"yesterday", "2026-11-23"},
        {"3/4/41", "1941-04-03"},
        {"03-04-1941", "1941-04-03"},
        {"03.04.1941", "1941-04-03"},
        {"3 4 1941", "1941-04-03"},
        {"030441", "1941-04-03"},
        {"3 avril 41", "1941-04-03"},
        {"3 avril 1941", "1941-04-03"},
        {"3 april 41", "1941-04-03"},
        {"1er mai 1950", "1950-05-01"},
        {"  3 AVRIL 1941 ", "1941-04-03"},
        {"3avril41", "1941-04-03"},
        {"2 févr. 1960", "1960-02-02"},
        {"15 août 2001", "2001-08-15"},
        {"041941", "1941-04"},
        {"04/1941", "1941-04"},
        {"avril 1941", "1941-04"},
        {"1941", "1941"},
        {"1941-04-03", "1941-04-03"},
        {"29022024", "2024-02-29"},
        {"241126", "2026-11-24"},
        {"120327", "1927-03-12"},
        {"00041941", "1941-04"},
        {"le 3 avril 1941", "1941-04-03"},
        {"Le 1er mai 50", "1950-05-01"},
        {"251126", "1926-11-25"},
        {"25/12/26", "1926-12-25"},
        {"25 décembre 26", "1926-12-25"},
        {"12/26", "1926-12"},
    }));
    INFO(typed);
    CHECK(test::must(readBirthDate(typed, kToday)).text() == date);
}

TEST_CASE("what is no date of birth is refused", "[ui]") {
    const auto *typed = GENERATE("", "32041941", "29022023", "03131941", "avril", "ju 1941", "3 brumaire 1941", "1",
                                 "123", "12345", "17990101", "3 4", "nouvelle 1941", "le");
    INFO(typed);
    CHECK(readBirthDate(typed, kToday).error().code == ErrorCode::BadDate);
}

TEST_CASE("a day not long ago needs no year", "[ui]") {
    struct Row {
        const char *typed;
        const char *date; ///< "": it is no day
    };
    const auto [typed, date] = GENERATE(values<Row>({
        {"23 novembre", "2026-11-23"},
        {"24/11", "2026-11-24"},
        {"25/11", "2025-11-25"},
        {"1er dec", "2025-12-01"},
        {"29/02", ""},
        {"novembre", ""},
        {"32/11", ""},
        {"11", ""},
        {"hier", "2026-11-23"},
        {"3/4/41", "1941-04-03"},
        {"mai 2020", "2020-05"},
        {"", ""},
    }));
    INFO(typed);
    const auto day = readBirthDate(withRecentYear(typed, kToday), kToday);
    CHECK((day ? day->text() : std::string()) == date);
}

TEST_CASE("a date of birth after today is in the future", "[ui]") {
    CHECK(readBirthDate("25112026", kToday).error().code == ErrorCode::FutureDate);
    CHECK(readBirthDate("122026", kToday).error().code == ErrorCode::FutureDate);
    CHECK(readBirthDate("24112026", kToday).has_value());
}

} // namespace guichet::ui
