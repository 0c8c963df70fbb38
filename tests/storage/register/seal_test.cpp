// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/merkle.h"
#include "storage/register/seal.h"
#include "tests/storage/register/register_fixture.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

SigningKey sealKey(std::uint8_t fill = 7, const std::string &name = "guichet/DEMO/K7.1") {
    Seed seed{};
    seed.fill(fill);
    return SigningKey(name, seed);
}

std::string exampleCore() { return must(withDetails(must(formatCore(test::optoutCore())), "{}")); }

Digest exampleSalt() {
    Digest salt{};
    salt.fill(0xA5);
    return salt;
}

Leaf sealedLeaf() {
    return {"3F9QM2XD",
            must(parseInstant("2026-11-24T08:15:30.123Z")),
            payloadDigest(exampleSalt(), exampleCore()),
            1284,
            "optout.registered",
            "K7"};
}

Seal example() { return makeSeal(formatLeaf(sealedLeaf()), exampleSalt(), exampleCore(), sealKey()); }

std::string problem(std::string_view text, const SigningKey &key) {
    const auto result = verifySeal(text, key.verifier());
    return result ? "none" : result.error().detail;
}

} // namespace

TEST_CASE("a seal says what was asked and when", "[register]") {
    const SealedEntry entry = must(verifySeal(sealText(example()), sealKey().verifier()));
    CHECK(entry.leaf == sealedLeaf());
    CHECK(entry.leafHash == merkleLeafHash(asBytes(formatLeaf(sealedLeaf()))));
    CHECK(entry.core.scopes == std::vector<std::string>{"ens-objection", "ens-closure"});
    CHECK(entry.core.reference == "K7-3F9Q-M2XD-4");
}

TEST_CASE("a seal's text is of the QR code's alphanumeric mode, without spaces, about 850 characters", "[register]") {
    const std::string text = sealText(example());
    CHECK(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:") == std::string::npos);
    CHECK(text.find_first_of(" -$%") == std::string::npos);
    CHECK(text.size() > 700);
    CHECK(text.size() < 900);
    CHECK(must(parseSeal(text)) == example());
}

TEST_CASE("a seal is read with line breaks, spaces and lower case", "[register]") {
    std::string broken;
    for (const char c : sealText(example())) {
        broken += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        broken += broken.size() % 61 == 0 ? "\r\n  " : "";
    }
    CHECK(must(parseSeal(" \n" + broken + "\n")) == example());
}

TEST_CASE("a seal of any content comes back", "[register]") {
    CHECK(rc::check("round trip", [](const std::string &leaf, const std::string &core, std::uint8_t fill) {
        Digest salt{};
        salt.fill(fill);
        const Seal seal = makeSeal(leaf, salt, core, sealKey());
        RC_ASSERT(must(parseSeal(sealText(seal))) == seal);
    }));
}

TEST_CASE("a seal with any character changed is refused", "[register]") {
    const std::string text = sealText(example());
    for (std::size_t i = 0; i < text.size(); ++i) {
        INFO(i);
        std::string changed = text;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK(problem(changed, sealKey()) != "none");
        CHECK_FALSE(verifySeal(text.substr(0, i), sealKey().verifier()));
    }
    CHECK_FALSE(verifySeal(text + "0", sealKey().verifier()));
    CHECK_FALSE(verifySeal(text + "00", sealKey().verifier()));
}

TEST_CASE("a refused seal says what is wrong with it", "[register]") {
    const std::string leaf = formatLeaf(sealedLeaf());
    CHECK(problem("", sealKey()) == "form");
    CHECK(problem("GUICHET1:", sealKey()) == "form");
    CHECK(problem("GUICHET2:000", sealKey()) == "form");
    CHECK(problem("GUICHET1:\xC3\xA9", sealKey()) == "form");
    CHECK(problem(std::string(5000, 'A'), sealKey()) == "form");
    CHECK(problem(sealText(example()), sealKey(8)) == "key");
    CHECK(problem(sealText(example()), sealKey(7, "guichet/DEMO/K7.2")) == "key");
    Seal forged = example();
    forged.signature[0] ^= 1U;
    CHECK(problem(sealText(forged), sealKey()) == "signature");
    // Signed by the right key, and still wrong: what a broken or dishonest station could print.
    CHECK(problem(sealText(makeSeal(leaf, exampleSalt(), "{}", sealKey())), sealKey()) == "digest");
    CHECK(problem(sealText(makeSeal("{}", exampleSalt(), exampleCore(), sealKey())), sealKey()) == "leaf");
    const SigningKey elsewhere = sealKey(7, "guichet/DEMO/K8.1");
    CHECK(problem(sealText(makeSeal(leaf, exampleSalt(), exampleCore(), elsewhere)), elsewhere) == "station");
    Leaf other = sealedLeaf();
    other.digest = payloadDigest(exampleSalt(), R"({"x":1})");
    CHECK(problem(sealText(makeSeal(formatLeaf(other), exampleSalt(), R"({"x":1})", sealKey())), sealKey()) == "core");
}
