// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/nir.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace guichet;
using namespace guichet::storage;
using test::must;

TEST_CASE("a number with the right key is taken with or without its key, with or without spaces", "[nir]") {
    const std::string spaced =
        GENERATE(as<std::string>{}, "2 55 08 14 168 025 38", "2 94 03 75 120 005 91", "1 53 12 45 007 231 60",
                 "2 84 05 88 321 025 32", "2 84 05 2A 321 025 52", "2 84 05 2B 321 025 79", "2 84 20 2B 321 025 28",
                 "2 84 99 2B 321 025 31", "2 79 03 51 215 189 89", "2 77 07 63 220 829 10");
    CAPTURE(spaced);
    std::string tight = spaced;
    std::erase(tight, ' ');
    const Nir nir = must(parseNir(spaced));
    CHECK(nir.kind == NirKind::Nir);
    CHECK(nir.full() == tight);
    CHECK(formatNir(nir.full()) == spaced);
    CHECK(must(parseNir(tight)) == nir);
    CHECK(must(parseNir(tight.substr(0, 13))) == nir);
    CHECK(must(parseNir("  " + spaced.substr(0, 18) + "\u00A0" + spaced.substr(19) + "\u202F\n")) == nir);
}

TEST_CASE("numbers without a key are known by their first digits", "[nir]") {
    const auto [number, kind] = GENERATE(table<std::string, NirKind>({{"7112312345678", NirKind::Nnp},
                                                                      {"8278965432189", NirKind::Nnp},
                                                                      {"7012312345678", NirKind::Nnp},
                                                                      {"5112312345678", NirKind::Mig},
                                                                      {"6144100008502", NirKind::Mig}}));
    CAPTURE(number);
    const Nir nir = must(parseNir(number));
    CHECK(nir.kind == kind);
    CHECK_FALSE(nir.key);
    CHECK(nir.full() == number);
}

TEST_CASE("a number that is wrong says which of the three is wrong, the length first", "[nir]") {
    const auto [text, code] = GENERATE(table<std::string, ErrorCode>({
        {"", ErrorCode::NirLength},
        {"   ", ErrorCode::NirLength},
        {"2 84 05 88 321 30", ErrorCode::NirLength},
        {"84 05 88 321 025 23", ErrorCode::NirLength},
        {"27903512151898", ErrorCode::NirLength},
        {"2790351215189890", ErrorCode::NirLength},
        {"abc", ErrorCode::NirLength},
        {"8 84 05 88 321 025 23", ErrorCode::NirFormat},
        {"3 79 03 51 215 189", ErrorCode::NirFormat},
        {"2 79 00 51 215 189", ErrorCode::NirFormat},
        {"2 79 13 51 215 189", ErrorCode::NirFormat},
        {"2 79 19 51 215 189", ErrorCode::NirFormat},
        {"2 79 03 2C 215 189", ErrorCode::NirFormat},
        {"2 79 03 A2 215 189", ErrorCode::NirFormat},
        {"2 79 03 51 2A5 189", ErrorCode::NirFormat},
        {"2 79 03 51 215 189 98", ErrorCode::NirFormat},
        {"2 79 03 51 215 189 8A", ErrorCode::NirFormat},
        {"2 79 03 51 215 18é", ErrorCode::NirFormat},
        {"7 3 123 12345678", ErrorCode::NirFormat},
        {"5 0 123 12345678", ErrorCode::NirFormat},
        {"2-79-03-51215", ErrorCode::NirFormat},
        {"2 55 08 14 168 025 00", ErrorCode::NirKey},
        {"2 79 03 51 215 189 88", ErrorCode::NirKey},
        {"2 84 05 2A 321 025 79", ErrorCode::NirKey},
    }));
    CAPTURE(text);
    const auto result = parseNir(text);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == code);
}

TEST_CASE("the Corsican letters may be small", "[nir]") {
    CHECK(must(parseNir("2 84 05 2a 321 025 52")).matricule == "284052A321025");
}

TEST_CASE("one wrong digit is found by the key", "[nir]") {
    CHECK(rc::check([] {
        std::string number = "279035121518989";
        const auto at = *rc::gen::inRange<std::size_t>(0, 13);
        const auto digit = *rc::gen::inRange('0', ':');
        RC_PRE(number[at] != digit);
        number[at] = digit;
        RC_ASSERT_FALSE(parseNir(number).has_value());
    }));
}

TEST_CASE("the key of Corsica equals that of the other published method", "[nir]") {
    CHECK(rc::check([] {
        const auto commune = *rc::gen::inRange(0, 1000);
        const auto order = *rc::gen::inRange(0, 1000);
        const bool south = *rc::gen::arbitrary<bool>();
        char tail[8];
        std::snprintf(tail, sizeof tail, "%03d%03d", commune, order);
        // A to 0 less a million, B to 0 less two millions.
        const long long number = std::stoll("2840520" + std::string(tail)) - (south ? 1000000 : 2000000);
        RC_ASSERT(nirKey((south ? "284052A" : "284052B") + std::string(tail)) == 97 - number % 97);
    }));
}

TEST_CASE("a number that a document carries is taken whatever it is, and what is wrong is said", "[nir]") {
    const CarriedNir good = readCarriedNir("279035121518989");
    CHECK(good.matricule == "2790351215189");
    CHECK_FALSE(good.wrongKey);
    CHECK_FALSE(good.unusual);
    CHECK(good.full() == "279035121518989");

    const CarriedNir wrong = readCarriedNir("2 21 04 25 456 114 04");
    CHECK(wrong.matricule == "2210425456114");
    CHECK(wrong.wrongKey);
    CHECK(wrong.full() == "221042545611404");

    const CarriedNir bare = readCarriedNir("2790351215189");
    CHECK_FALSE(bare.wrongKey);
    CHECK(bare.full() == "279035121518989");

    const CarriedNir odd = readCarriedNir("ABC-12");
    CHECK(odd.unusual);
    CHECK(odd.full() == "ABC-12");
}

TEST_CASE("a masked number shows sex, year and month alone", "[nir]") {
    CHECK(maskNir("279035121518989") == "2 79 03 •• ••• ••• ••");
    CHECK(maskNir("2790351215189") == "2 79 03 •• ••• •••");
    CHECK(maskNir("7112312345678") == "7 1 ••• ••••••••");
    CHECK(maskNir("12é") == "•••");
}
