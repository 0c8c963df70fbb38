// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/canonical_json.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::storage;
using nlohmann::json;
using test::must;

TEST_CASE("canonical JSON has sorted keys, no white space and the shortest escapes", "[register]") {
    const json value{{"b", 1}, {"a", {"é", "\"\\/\b\f\n\r\t\x01\x7F", -9007199254740991}}, {"B", json::object()}};
    CHECK(must(canonicalJson(value)) == "{\"B\":{},\"a\":[\"é\",\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\x7F\","
                                        "-9007199254740991],\"b\":1}");
}

TEST_CASE("what RFC 8785 would spell in several ways, or a double would change, is refused", "[register]") {
    const json value = GENERATE(json(1.5), json(1.0), json(9007199254740992), json(-9007199254740992),
                                json(18446744073709551615U), json{{"é", 1}}, json("\xFF"), json::binary({1}));
    CHECK(canonicalJson(value).error().code == ErrorCode::BadValue);
}

TEST_CASE("canonical JSON is read strictly", "[register]") {
    const auto good = GENERATE("{}", "[]", "0", "\"\"", "null", "true", R"({"a":1,"b":[1,-2,"x"]})", R"("\u001f")",
                               "9007199254740991", R"({"a":"é"})");
    CHECK(isCanonicalJson(good));
    const auto bad = GENERATE("", " {}", "{} ", "{ }", R"({"b":1,"a":1})", R"({"a":1,"a":1})", R"("\u001F")",
                              R"("\u00e9")", R"("\/")", R"("\n)", "01", "-0", "1.0", "1e2", "9007199254740992", "{}{}",
                              R"({"é":1})", "\"\xC3\"", R"("\ud800")", "nul", "// x\n{}", R"({"a":1,})");
    CHECK_FALSE(isCanonicalJson(bad));
}

TEST_CASE("nesting is bounded before anything is built", "[register]") {
    const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    CHECK(isCanonicalJson(nested(32)));
    CHECK_FALSE(isCanonicalJson(nested(33)));
    CHECK_FALSE(isCanonicalJson(nested(1'000'000)));
    CHECK_FALSE(isCanonicalJson(std::string(1'000'000, '[')));
    CHECK(isCanonicalJson("\"" + std::string(1000, '[') + "\""));
}
