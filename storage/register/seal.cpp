// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/seal.h"

#include "storage/register/merkle.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guichet::storage {
namespace {

constexpr std::string_view kPrefix = "GUICHET1:";
/// The QR code's alphanumeric set without the space (lost at line ends), '-' (taken for a hyphen there), '$' and '%'.
/// 41^3 > 2^16, so it packs as densely as base 45 does.
constexpr std::string_view kQrAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*+./:";
constexpr std::uint32_t kBase = 41;
static_assert(kQrAlphabet.size() == kBase);
constexpr std::size_t kTextLimit = 4096;

std::string encode(ByteView bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        std::uint32_t number = pair ? (std::uint32_t{bytes[i]} << 8U) | bytes[i + 1] : bytes[i];
        for (int digit = 0; digit < (pair ? 3 : 2); ++digit) {
            text += kQrAlphabet[number % kBase];
            number /= kBase;
        }
    }
    return text;
}

std::optional<Bytes> decode(std::string_view text) {
    Bytes bytes;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const std::string_view group = text.substr(i, 3);
        std::uint32_t number = 0;
        for (auto digit = group.rbegin(); digit != group.rend(); ++digit) {
            const auto value = kQrAlphabet.find(*digit);
            if (value == std::string_view::npos) {
                return std::nullopt;
            }
            number = number * kBase + static_cast<std::uint32_t>(value);
        }
        if (group.size() == 3 && number <= 0xFFFF) {
            bytes.push_back(static_cast<std::uint8_t>(number >> 8U));
            bytes.push_back(static_cast<std::uint8_t>(number & 0xFFU));
        } else if (group.size() == 2 && number <= 0xFF) {
            bytes.push_back(static_cast<std::uint8_t>(number));
        } else {
            return std::nullopt;
        }
    }
    return bytes;
}

void putText(Bytes &bytes, std::string_view text) {
    bytes.push_back(static_cast<std::uint8_t>(text.size() >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(text.size() & 0xFFU));
    const ByteView view = asBytes(text);
    bytes.insert(bytes.end(), view.begin(), view.end());
}

/// All but the signature.
Bytes layOut(const Seal &seal) {
    Bytes bytes{static_cast<std::uint8_t>(kSealVersion)};
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<std::uint8_t>(seal.keyId >> shift));
    }
    putText(bytes, seal.leaf);
    bytes.insert(bytes.end(), seal.salt.begin(), seal.salt.end());
    putText(bytes, seal.core);
    return bytes;
}

Bytes signedBytes(const Seal &seal) {
    Bytes bytes(kSealDomain.begin(), kSealDomain.end());
    const Bytes content = layOut(seal);
    bytes.insert(bytes.end(), content.begin(), content.end());
    return bytes;
}

class Reader {
public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    bool take(std::span<std::uint8_t> into) {
        if (rest_.size() < into.size()) {
            return false;
        }
        std::copy_n(rest_.begin(), into.size(), into.begin());
        rest_ = rest_.subspan(into.size());
        return true;
    }
    bool takeText(std::string &into) {
        std::array<std::uint8_t, 2> length{};
        if (!take(length)) {
            return false;
        }
        const std::size_t size = (std::size_t{length[0]} << 8U) | length[1];
        if (rest_.size() < size) {
            return false;
        }
        into = asText(rest_.first(size));
        rest_ = rest_.subspan(size);
        return true;
    }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    ByteView rest_;
};

/// "guichet/DEMO/K7.1" is of the station K7.
std::string_view stationOf(std::string_view origin) {
    const auto slash = origin.rfind('/');
    const auto dot = origin.rfind('.');
    if (slash == std::string_view::npos || dot == std::string_view::npos || dot < slash) {
        return {};
    }
    return origin.substr(slash + 1, dot - slash - 1);
}

} // namespace

Seal makeSeal(std::string_view leaf, const Digest &salt, std::string_view core, const SigningKey &key) {
    Seal seal{key.verifier().id(), std::string(leaf), salt, std::string(core), {}};
    seal.signature = key.sign(signedBytes(seal));
    return seal;
}

std::string sealText(const Seal &seal) {
    Bytes bytes = layOut(seal);
    bytes.insert(bytes.end(), seal.signature.begin(), seal.signature.end());
    return std::string(kPrefix) + encode(bytes);
}

Result<Seal> parseSeal(std::string_view text) {
    std::string characters;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            continue;
        }
        characters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (characters.size() > kTextLimit) {
            return fail(ErrorCode::VerifyFailed, "form");
        }
    }
    if (characters.compare(0, kPrefix.size(), kPrefix) != 0) {
        return fail(ErrorCode::VerifyFailed, "form");
    }
    const auto bytes = decode(std::string_view(characters).substr(kPrefix.size()));
    if (!bytes) {
        return fail(ErrorCode::VerifyFailed, "form");
    }
    Seal seal;
    Reader reader(*bytes);
    std::array<std::uint8_t, 1> version{};
    std::array<std::uint8_t, 4> id{};
    if (!reader.take(version) || version[0] != kSealVersion || !reader.take(id) || !reader.takeText(seal.leaf) ||
        !reader.take(seal.salt) || !reader.takeText(seal.core) || !reader.take(seal.signature) || !reader.atEnd()) {
        return fail(ErrorCode::VerifyFailed, "form");
    }
    for (const std::uint8_t byte : id) {
        seal.keyId = (seal.keyId << 8U) | byte;
    }
    return seal;
}

Result<SealedEntry> verifySeal(std::string_view text, const VerifierKey &key) {
    GUICHET_ASSIGN(const Seal seal, parseSeal(text));
    if (seal.keyId != key.id()) {
        return fail(ErrorCode::VerifyFailed, "key");
    }
    if (!key.verify(signedBytes(seal), seal.signature)) {
        return fail(ErrorCode::VerifyFailed, "signature");
    }
    GUICHET_ASSIGN(Leaf leaf, parseLeaf(seal.leaf));
    if (payloadDigest(seal.salt, seal.core) != leaf.digest) {
        return fail(ErrorCode::VerifyFailed, "digest");
    }
    if (leaf.station != stationOf(key.name)) {
        return fail(ErrorCode::VerifyFailed, "station");
    }
    GUICHET_ASSIGN(Core core, parseCore(seal.core));
    return SealedEntry{std::move(leaf), merkleLeafHash(asBytes(seal.leaf)), std::move(core)};
}

} // namespace guichet::storage
