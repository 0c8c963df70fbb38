// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/reference.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <set>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string drawn(std::uint64_t seed) {
    SeededRandom random(seed);
    return drawReference("K7", random);
}

/// ISO/IEC 7064 in its other definition: the sum of a(i) * 2^(i-1), from the right, is 1 modulo 37.
int weightedSum(const std::string &reference) {
    int sum = 0;
    int weight = 1;
    for (auto c = reference.rbegin(); c != reference.rend(); ++c) {
        if (*c != '-') {
            sum = (sum + static_cast<int>(kAlphabet.find(*c)) * weight) % 37;
            weight = weight * 2 % 37;
        }
    }
    return sum;
}

} // namespace

TEST_CASE("a reference is the station, eight characters and a check, in groups", "[register]") {
    CHECK(rc::check("shape and check", [](std::uint64_t seed) {
        const std::string reference = drawn(seed);
        RC_ASSERT(reference.size() == 14U);
        RC_ASSERT(reference.substr(0, 3) == "K7-");
        RC_ASSERT((reference[7] == '-' && reference[12] == '-'));
        RC_ASSERT(weightedSum(reference) == 1);
        RC_ASSERT(must(parseReference(reference)) == reference);
    }));
}

TEST_CASE("references differ from one another", "[register]") {
    SeededRandom random(7);
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) {
        CHECK(seen.insert(drawReference("K7", random)).second);
    }
}

TEST_CASE("a reference is read whatever its case, spaces and hyphens", "[register]") {
    // 0 and 1 in it, so that their likenesses are tried as well.
    const std::string reference = "K7-01F9-M2XD-8";
    REQUIRE(weightedSum(reference) == 1);
    const auto text = GENERATE("K7-01F9-M2XD-8", "k7-01f9-m2xd-8", "K701F9M2XD8", " K7 01F9 M2XD 8\n", "K7-OIF9-M2XD-8",
                               "k7 olf9 m2xd 8", "K7\u201101F9\u2011M2XD\u20118", "K7\u00A001F9\u202FM2XD\u20138");
    CHECK(must(parseReference(text)) == reference);
}

TEST_CASE("what is not a reference is named as it was given", "[register]") {
    const auto text = GENERATE("", "K7", "K7-01F9-M2XD", "K7-01F9-M2XD-88", "K7-01F9-M2XD-K", "K7-01F9-M2XU-8",
                               "K7_01F9_M2XD_8", "K7-01F9-M2XD-é", "--------------");
    const auto result = parseReference(text);
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::BadReference, text, {}});
}

TEST_CASE("every wrong character is detected", "[register]") {
    CHECK(rc::check("substitution", [](std::uint64_t seed) {
        const std::string reference = drawn(seed);
        for (std::size_t i = 0; i < reference.size(); ++i) {
            for (const char other : kAlphabet) {
                std::string wrong = reference;
                wrong[i] = other;
                if (reference[i] != '-' && other != reference[i]) {
                    RC_ASSERT_FALSE(parseReference(wrong).has_value());
                }
            }
        }
    }));
}

TEST_CASE("two neighbours that change places are detected", "[register]") {
    CHECK(rc::check("transposition", [](std::uint64_t seed) {
        std::string characters;
        for (const char c : drawn(seed)) {
            if (c != '-') {
                characters += c;
            }
        }
        for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
            std::string wrong = characters;
            std::swap(wrong[i], wrong[i + 1]);
            if (wrong != characters) {
                RC_ASSERT_FALSE(parseReference(wrong).has_value());
            }
        }
    }));
}

TEST_CASE("a station's code is two characters of the alphabet", "[register]") {
    CHECK(must(parseStationCode("K7")) == "K7");
    CHECK(must(parseStationCode("k7")) == "K7");
    CHECK(must(parseStationCode("ol")) == "01");
    const auto text = GENERATE("", "K", "K77", "U1", "K-", " K7");
    CHECK(parseStationCode(text).error().code == ErrorCode::BadValue);
}
