// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/proof.h"

#include "storage/register/merkle.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace guichet::storage {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";
constexpr std::size_t kHashLimit = 63;

std::optional<std::string_view> takeLine(std::string_view &text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<Bytes> takeBase64(std::string_view text) {
    auto bytes = fromBase64(text);
    return bytes && toBase64(*bytes) == text ? std::move(bytes) : std::nullopt;
}

} // namespace

std::string formatProof(const Proof &proof) {
    std::string text = fmt::format("{}\n", kFirstLine);
    if (!proof.leaf.empty()) {
        text += fmt::format("{}{}\n", kExtra, toBase64(asBytes(proof.leaf)));
    }
    text += fmt::format("{}{}\n", kIndex, proof.index);
    for (const Digest &hash : proof.hashes) {
        text += toBase64(hash) + '\n';
    }
    return text + '\n' + proof.checkpoint;
}

Result<Proof> parseProof(std::string_view text) {
    Proof proof;
    auto line = takeLine(text);
    if (!line || *line != kFirstLine) {
        return fail(ErrorCode::VerifyFailed, "proof");
    }
    line = takeLine(text);
    if (line && line->substr(0, kExtra.size()) == kExtra) {
        const auto leaf = takeBase64(line->substr(kExtra.size()));
        if (!leaf || leaf->empty()) { // without data there is no such line
            return fail(ErrorCode::VerifyFailed, "proof");
        }
        proof.leaf = asText(*leaf);
        line = takeLine(text);
    }
    if (!line || line->substr(0, kIndex.size()) != kIndex) {
        return fail(ErrorCode::VerifyFailed, "proof");
    }
    const std::string_view number = line->substr(kIndex.size());
    const auto [stop, problem] = std::from_chars(number.data(), number.data() + number.size(), proof.index);
    if (problem != std::errc{} || fmt::format("{}", proof.index) != number) {
        return fail(ErrorCode::VerifyFailed, "proof");
    }
    for (line = takeLine(text); line && !line->empty(); line = takeLine(text)) {
        const auto bytes = takeBase64(*line);
        if (!bytes || bytes->size() != Digest{}.size() || proof.hashes.size() == kHashLimit) {
            return fail(ErrorCode::VerifyFailed, "proof");
        }
        std::copy(bytes->begin(), bytes->end(), proof.hashes.emplace_back().begin());
    }
    if (!line) {
        return fail(ErrorCode::VerifyFailed, "proof");
    }
    proof.checkpoint = text;
    return proof;
}

Result<ProvenEntry> verifyProof(std::string_view text, const VerifierKey &key) {
    GUICHET_ASSIGN(const Proof proof, parseProof(text));
    GUICHET_ASSIGN(Leaf leaf, parseLeaf(proof.leaf));
    GUICHET_ASSIGN(Checkpoint checkpoint, openCheckpoint(proof.checkpoint, key));
    const Digest hash = merkleLeafHash(asBytes(proof.leaf));
    if (leaf.index != proof.index ||
        !verifyMerkleInclusion(hash, proof.index, checkpoint.size, proof.hashes, checkpoint.root)) {
        return fail(ErrorCode::VerifyFailed, "path");
    }
    return ProvenEntry{std::move(leaf), hash, std::move(checkpoint)};
}

} // namespace guichet::storage
