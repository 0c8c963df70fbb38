// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/merkle.h"
#include "storage/register/proof.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

SigningKey logKey() {
    Seed seed{};
    seed.fill(7);
    return SigningKey("guichet/DEMO/K7.1", seed);
}

Leaf leafAt(std::uint64_t index) {
    return {"3F9QM2XD", Instant{}, sha256("payload"), index, "optout.registered", "K7"};
}

/// The second of three entries.
Proof exampleProof() {
    const auto hash = [](std::uint64_t index) { return merkleLeafHash(asBytes(formatLeaf(leafAt(index)))); };
    const Digest root = merkleNodeHash(merkleNodeHash(hash(0), hash(1)), hash(2));
    return {formatLeaf(leafAt(1)), 1, {hash(0), hash(2)}, signCheckpoint({"guichet/DEMO/K7.1", 3, root}, logKey())};
}

} // namespace

TEST_CASE("a proof has the lines of c2sp.org/tlog-proof", "[register]") {
    const Proof proof = exampleProof();
    const std::string text = formatProof(proof);
    CHECK(text == "c2sp.org/tlog-proof@v1\nextra " + toBase64(asBytes(proof.leaf)) + "\nindex 1\n" +
                      toBase64(proof.hashes[0]) + "\n" + toBase64(proof.hashes[1]) + "\n\n" + proof.checkpoint);
    CHECK(must(parseProof(text)) == proof);
}

TEST_CASE("the exampleProof of c2sp.org/tlog-proof is read", "[register]") {
    // As the specification has it, but for the bytes that it leaves out.
    const Proof proof =
        must(parseProof("c2sp.org/tlog-proof@v1\n"
                        "index 73894\n"
                        "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n"
                        "B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n"
                        "EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\n"
                        "RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\n"
                        "AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n"
                        "\n"
                        "exampleProof.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n"
                        "\n— exampleProof.com/fancylog hI2DJw==\n"));
    CHECK(proof.index == 73894);
    CHECK(proof.hashes.size() == 5);
    CHECK(proof.leaf.empty());
    CHECK(must(parseCheckpoint(must(uncheckedNoteText(proof.checkpoint)))).size == 109482);
}

TEST_CASE("a proof without its optional data is spelled without the line", "[register]") {
    const std::string text = "c2sp.org/tlog-proof@v1\nindex 3\n\ncheckpoint";
    const Proof proof = must(parseProof(text));
    CHECK(proof.leaf.empty());
    CHECK(formatProof(proof) == text);
    CHECK_FALSE(parseProof("c2sp.org/tlog-proof@v1\nextra \nindex 3\n\ncheckpoint"));
}

TEST_CASE("a proof says which entry is in which tree", "[register]") {
    const ProvenEntry proven = must(verifyProof(formatProof(exampleProof()), logKey().verifier()));
    CHECK(proven.leaf == leafAt(1));
    CHECK(proven.leafHash == merkleLeafHash(asBytes(formatLeaf(leafAt(1)))));
    CHECK(proven.checkpoint.size == 3);
}

TEST_CASE("a proof with any byte changed is refused", "[register]") {
    const std::string text = formatProof(exampleProof());
    for (std::size_t i = 0; i < text.size(); ++i) {
        INFO(i);
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(verifyProof(changed, logKey().verifier()));
    }
}

TEST_CASE("a proof under another key, of another place, or without its leaf is refused", "[register]") {
    Seed seed{};
    CHECK_FALSE(verifyProof(formatProof(exampleProof()), SigningKey("guichet/DEMO/K7.1", seed).verifier()));
    Proof moved = exampleProof();
    moved.index = 0;
    CHECK(verifyProof(formatProof(moved), logKey().verifier()).error() == Error{ErrorCode::VerifyFailed, "path", {}});
    Proof bare = exampleProof();
    bare.leaf.clear();
    CHECK_FALSE(verifyProof(formatProof(bare), logKey().verifier()));
}

TEST_CASE("a proof that has not the form is refused", "[register]") {
    const auto text = GENERATE("", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\nindex 0\n\nx",
                               "c2sp.org/tlog-proof@v1\nindex 00\n\nx", "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx",
                               "c2sp.org/tlog-proof@v1\nindex 0\n", "c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\nx",
                               "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nx");
    CHECK(parseProof(text).error().code == ErrorCode::VerifyFailed);
}
