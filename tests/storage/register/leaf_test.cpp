// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/leaf.h"
#include "tests/storage/register/register_fixture.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <stdexcept>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

const std::string kLeaf =
    R"({"agent":"3F9QM2XD","at":"2026-11-24T08:15:30.123Z","digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","index":1284,"kind":"optout.registered","station":"K7","v":1})";

Leaf exampleLeaf() {
    return {"3F9QM2XD", must(parseInstant("2026-11-24T08:15:30.123Z")), sha256(""), 1284, "optout.registered", "K7"};
}

} // namespace

TEST_CASE("a leaf is one line of canonical JSON", "[register]") {
    CHECK(formatLeaf(exampleLeaf()) == kLeaf);
    CHECK(must(parseLeaf(kLeaf)) == exampleLeaf());
}

TEST_CASE("a leaf with any byte changed, missing or added is not that leaf", "[register]") {
    for (std::size_t i = 0; i < kLeaf.size(); ++i) {
        INFO(i);
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = kLeaf;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            const auto leaf = parseLeaf(changed);
            CHECK((!leaf || *leaf != exampleLeaf()));
            CHECK((!leaf || formatLeaf(*leaf) == changed));
        }
        CHECK_FALSE(parseLeaf(kLeaf.substr(0, i)));
        std::string longer = kLeaf;
        longer.insert(i, 1, ' ');
        CHECK_FALSE(parseLeaf(longer));
    }
}

TEST_CASE("a leaf is closed", "[register]") {
    const auto with = [](std::string_view from, std::string_view to) {
        std::string text = kLeaf;
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK_FALSE(parseLeaf(""));
    CHECK_FALSE(parseLeaf("{}"));
    CHECK_FALSE(parseLeaf(kLeaf + "\n"));
    CHECK_FALSE(parseLeaf(with("\"v\":1", "\"v\":2")));
    CHECK_FALSE(parseLeaf(with("\"v\":1", "\"v\":1,\"x\":1")));
    CHECK_FALSE(parseLeaf(with(".123Z", "Z")));
    CHECK_FALSE(parseLeaf(with("08:15:30.123Z", "09:15:30.123+01:00")));
    CHECK_FALSE(parseLeaf(with("1284", "01284")));
    CHECK_FALSE(parseLeaf(with("1284", "-1")));
    CHECK_FALSE(parseLeaf(with("1284", "9007199254740992")));
    CHECK_FALSE(parseLeaf(with("e3b0", "E3B0")));
    CHECK_FALSE(parseLeaf(with("optout.registered", "")));
    CHECK_FALSE(parseLeaf(with("optout.registered", "optout registered")));
    CHECK_FALSE(parseLeaf(with("3F9QM2XD", "A01")));
    CHECK_THROWS_AS(formatLeaf(Leaf{}), std::logic_error);
}

TEST_CASE("the digest covers salt and core", "[register]") {
    Digest salt{};
    salt.fill(1);
    CHECK(payloadDigest(salt, "{}") == sha256(std::string(32, '\1') + "{}"));
}

TEST_CASE("a core is read as it was written", "[register]") {
    Core core = test::optoutCore();
    const std::string text = must(formatCore(core));
    CHECK(text == R"({"by":"self","date":"2026-11-24","due":"2026-12-24","edition":"2026-11","initials":"P. D.",)"
                  R"("number":"27903","reference":"K7-3F9Q-M2XD-4","scopes":["ens-objection","ens-closure"],)"
                  R"("type":"optout"})");
    const std::string sealed = must(withDetails(text, "{}"));
    core.details = toBase64(sha256("{}"));
    CHECK(must(parseCore(sealed)) == core);
}

TEST_CASE("all scopes at once fit into a core", "[register]") {
    Core core = test::optoutCore();
    core.by = "assistance";
    core.scopes = {"ens-objection",        "ens-closure",          "ens-deletion",
                   "ens-reopening",        "ens-document-masking", "ens-professional-blocking",
                   "ens-emergency-access", "snds-reuse",           "digital-contact"};
    const std::string text = must(withDetails(must(formatCore(core)), "{}"));
    CHECK(text.size() <= kCoreLimitBytes);
}

TEST_CASE("a core over 400 bytes is refused", "[register]") {
    Core core = test::optoutCore();
    core.edition = std::string(100, 'x');
    const std::string text = must(formatCore(core));
    CHECK(text.size() <= kCoreLimitBytes);
    core.edition = std::string(kCoreLimitBytes, 'x');
    CHECK(formatCore(core).error().code == ErrorCode::BadValue);
    core.edition = std::string(kCoreLimitBytes - text.size() + 100, 'x');
    CHECK(withDetails(must(formatCore(core)), "{}").error().code == ErrorCode::BadValue);
}

TEST_CASE("a core that is not an act's is refused", "[register]") {
    const auto text =
        GENERATE("", "[]", "{} ", R"({"type":1})", R"({"type":""})", R"({"unknown":"x"})", R"({"scopes":[]})",
                 R"({"scopes":[1]})", R"({"scopes":"x"})", R"({"date":"2026-02-30"})", R"({"type":"a","by":"b"})");
    CHECK(parseCore(text).error().code == ErrorCode::VerifyFailed);
}

TEST_CASE("details are bound to the core once, and only canonical ones", "[register]") {
    CHECK(must(withDetails(R"({"a":1})", R"({"b":null})")) ==
          R"({"a":1,"details":")" + toBase64(sha256(R"({"b":null})")) + R"("})");
    CHECK_FALSE(withDetails(R"({"a":true})", "{}"));
    CHECK_FALSE(withDetails(R"({"a":[null]})", "{}"));
    CHECK_FALSE(withDetails(R"({"details":"x"})", "{}"));
    CHECK_FALSE(withDetails("[]", "{}"));
    CHECK_FALSE(withDetails("{}", "[]"));
    CHECK_FALSE(withDetails("{}", "{ }"));
    CHECK_FALSE(withDetails("{ }", "{}"));
}

TEST_CASE("what is private among details is disclosed as its hash only", "[register]") {
    const std::string own = R"({"name":"Une Mère"})";
    const std::string disclosed = R"({"papers":{"fr":"00"},"private":")" + toBase64(sha256(own)) + R"("})";
    const std::string details = R"({"papers":{"fr":"00"},"private":)" + own + "}";
    CHECK(must(disclosedDetails(details)) == disclosed);
    CHECK(must(withDetails("{}", details)) == R"({"details":")" + toBase64(sha256(disclosed)) + R"("})");
    CHECK(must(disclosedDetails(R"({"a":1})")) == R"({"a":1})");
    CHECK(disclosedDetails(disclosed).error().code == ErrorCode::BadValue); // a hash is not what it is the hash of
    CHECK(disclosedDetails("[]").error().code == ErrorCode::BadValue);
    // Only its own "private" is, whatever stands in strings and further in.
    for (const std::string inside :
         {R"("a\"private\":{")", R"({"private":{"b":1}})", R"([{"private":{}}])", R"("\\")"}) {
        const std::string shown = R"({"a":)" + inside + "}";
        CHECK(must(disclosedDetails(shown)) == shown);
        CHECK(must(disclosedDetails(R"({"a":)" + inside + R"(,"private":{"c":"}"}})")) ==
              R"({"a":)" + inside + R"(,"private":")" + toBase64(sha256(R"({"c":"}"})")) + R"("})");
    }
    for (const char *twice : {R"({"private":{},"private":{}})", R"({"private":{})", R"({"private":{}}})",
                              R"({"private":[{}]})", R"({"private":{]})"}) {
        CAPTURE(twice);
        CHECK(disclosedDetails(twice).error().code == ErrorCode::BadValue);
    }
    CHECK(disclosedDetails(R"({"b":1,"a":1})").error().code == ErrorCode::BadValue);
}
