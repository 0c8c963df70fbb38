// SPDX-License-Identifier: GPL-3.0-or-later
// The formats as they are promised: fixed texts under a fixed key, which must be written the same for ever, be checked
// by this program, and by a verifier that was written from docs/formats.md alone.
#include "base/files.h"
#include "storage/register/merkle.h"
#include "storage/register/proof.h"
#include "storage/register/seal.h"
#include "tests/storage/register/register_fixture.h"
#include "tests/support/approved.h"
#include "tests/support/error_output.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <filesystem>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

const std::filesystem::path kApproved = "tests/approved/register";
const std::filesystem::path kSource = GUICHET_SOURCE_DIR;

SigningKey key() {
    Seed seed{};
    seed.fill(7);
    return SigningKey("guichet/DEMO/K7.1", seed);
}

Digest salt() {
    Digest bytes{};
    bytes.fill(0xA5);
    return bytes;
}

const std::string kDetails = R"({"answers":{},"person":"example"})";

std::string core() { return must(withDetails(must(formatCore(test::optoutCore("K7-01F9-M2XD-8"))), kDetails)); }

/// Entry 3 of 5; the others are of the same payload and a second apart.
std::string leaf(std::uint64_t index) {
    Leaf leaf;
    leaf.agent = "3F9QM2XD";
    leaf.at = must(parseInstant("2026-11-24T08:15:30.123Z")) + std::chrono::seconds(index);
    leaf.digest = payloadDigest(salt(), core());
    leaf.index = index;
    leaf.kind = index == 0 ? "log-started" : "optout.registered";
    leaf.station = "K7";
    return formatLeaf(leaf);
}

constexpr std::uint64_t kSize = 5;
constexpr std::uint64_t kIndex = 3;

MerkleReader nodes() {
    return [](MerkleNode node) {
        const auto read = [](const auto &self, int level, std::uint64_t index) -> Digest {
            return level == 0 ? merkleLeafHash(asBytes(leaf(index)))
                              : merkleNodeHash(self(self, level - 1, index * 2), self(self, level - 1, index * 2 + 1));
        };
        return read(read, node.level, node.index);
    };
}

std::string sealOfExample() { return sealText(makeSeal(leaf(kIndex), salt(), core(), key())); }
std::string checkpointOfExample() {
    return signCheckpoint({"guichet/DEMO/K7.1", kSize, merkleRoot(kSize, nodes())}, key());
}
std::string proofOfExample() {
    return formatProof({leaf(kIndex), kIndex, merkleInclusionProof(kIndex, kSize, nodes()), checkpointOfExample()});
}

std::string approved(std::string_view name) {
    return std::string(asText(must(readFile(kSource / kApproved / name, 1 << 20))));
}

} // namespace

TEST_CASE("seals, checkpoints, proofs and keys are written as they always were", "[register]") {
    test::checkApproved(kApproved / "key.txt", key().verifier().text() + "\n");
    test::checkApproved(kApproved / "leaf.json", leaf(kIndex));
    test::checkApproved(kApproved / "core.json", core());
    test::checkApproved(kApproved / "seal.txt", sealOfExample() + "\n");
    test::checkApproved(kApproved / "checkpoint.txt", checkpointOfExample());
    test::checkApproved(kApproved / "proof.txt", proofOfExample());
}

TEST_CASE("seals, checkpoints and proofs of earlier versions are still good", "[register]") {
    const VerifierKey verifier = must(VerifierKey::parse(approved("key.txt")));
    const SealedEntry sealed = must(verifySeal(approved("seal.txt"), verifier));
    CHECK(sealed.core.reference == "K7-01F9-M2XD-8");
    CHECK(sealed.core.scopes == std::vector<std::string>{"ens-objection", "ens-closure"});
    CHECK(formatInstant(sealed.leaf.at) == "2026-11-24T08:15:33.123Z");
    CHECK(must(openCheckpoint(approved("checkpoint.txt"), verifier)).size == kSize);
    CHECK(must(verifyProof(approved("proof.txt"), verifier)).leafHash == sealed.leafHash);
}

TEST_CASE("the examples in docs/formats.md are these", "[register]") {
    const std::string document(asText(must(readFile(kSource / "docs/formats.md", 1 << 20))));
    for (const char *name : {"key.txt", "leaf.json", "core.json", "checkpoint.txt", "proof.txt"}) {
        INFO(name);
        CHECK(document.find(approved(name)) != std::string::npos);
    }
    // There the seal stands on several lines, as under a QR code.
    std::string joined;
    for (const char c : document) {
        joined += c == '\n' ? "" : std::string(1, c);
    }
    std::string seal = approved("seal.txt");
    seal.pop_back();
    CHECK(joined.find(seal) != std::string::npos);
}

TEST_CASE("a verifier written from docs/formats.md alone agrees", "[register][integration]") {
    const test::TemporaryFolder folder;
    const auto verify = [&folder](const std::string &key, const std::string &text) {
        const auto keyFile = folder.write("key", key);
        const auto textFile = folder.write("text", text);
        return test::run({.arguments = {"python3", (kSource / "tests/storage/register/stranger.py").string(),
                                        keyFile.string(), textFile.string()}});
    };
    const auto name = GENERATE("seal.txt", "checkpoint.txt", "proof.txt");
    INFO(name);
    const std::string text = approved(name);
    const auto good = verify(approved("key.txt"), text);
    INFO(good.errors);
    CHECK(good.status == 0);
    CHECK(good.output.find(name == std::string("checkpoint.txt") ? "guichet/DEMO/K7.1" : "K7") != std::string::npos);
    Seed seed{};
    CHECK(verify(SigningKey("guichet/DEMO/K7.1", seed).verifier().text(), text).status == 1);
    for (std::size_t at = 30; at < text.size(); at += 97) {
        std::string changed = text;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        INFO(at);
        CHECK(verify(approved("key.txt"), changed).status == 1);
    }
}
