// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/note.h"

#include "base/text.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <vector>

namespace guichet::storage {
namespace {

constexpr std::uint8_t kEd25519 = 0x01; // C2SP signed-note, signature types
constexpr std::size_t kNoteLimitBytes = std::size_t{64} * 1024;
constexpr std::size_t kSignatureLimit = 100;
constexpr std::string_view kSignatureLine = "— ";

bool isKeyName(std::string_view name) {
    // Unicode has more spaces than these; what we name holds ASCII only.
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7F && c != '+';
    });
}

void putNumber(Bytes &bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

std::uint32_t takeNumber(ByteView bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = (number << 8U) | bytes[i];
    }
    return number;
}

std::optional<Bytes> strictBase64(std::string_view text) {
    auto bytes = fromBase64(text);
    return bytes && toBase64(*bytes) == text ? std::move(bytes) : std::nullopt;
}

bool isNoteText(std::string_view note) {
    return toValidUtf8(note) == note && std::all_of(note.begin(), note.end(), [](char c) {
               return static_cast<unsigned char>(c) >= 0x20 || c == '\n';
           });
}

struct NoteParts {
    std::string_view text;
    std::string_view signatures;
};

Result<NoteParts> splitNote(std::string_view note) {
    if (note.size() > kNoteLimitBytes || !isNoteText(note)) {
        return fail(ErrorCode::VerifyFailed, "note");
    }
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos || note.back() != '\n' || blank + 2 == note.size()) {
        return fail(ErrorCode::VerifyFailed, "note");
    }
    return NoteParts{note.substr(0, blank + 1), note.substr(blank + 2)};
}

} // namespace

std::uint32_t VerifierKey::id() const {
    Bytes bytes(name.begin(), name.end());
    bytes.push_back('\n');
    bytes.push_back(kEd25519);
    bytes.insert(bytes.end(), key.begin(), key.end());
    return takeNumber(sha256(bytes));
}

std::string VerifierKey::text() const {
    Bytes bytes{kEd25519};
    bytes.insert(bytes.end(), key.begin(), key.end());
    return fmt::format("{}+{:08x}+{}", name, id(), toBase64(bytes));
}

Result<VerifierKey> VerifierKey::parse(std::string_view text) {
    const std::string line = trim(text);
    const auto first = line.find('+');
    const auto second = first == std::string::npos ? first : line.find('+', first + 1);
    if (second == std::string::npos || second - first != 9) {
        return fail(ErrorCode::BadValue, "key");
    }
    VerifierKey verifier;
    verifier.name = line.substr(0, first);
    std::uint32_t id = 0;
    const char *begin = line.data() + first + 1;
    const char *end = line.data() + second;
    const auto [stop, problem] = std::from_chars(begin, end, id, 16);
    const auto bytes = strictBase64(std::string_view(line).substr(second + 1));
    if (!isKeyName(verifier.name) || problem != std::errc{} || stop != end || !bytes ||
        bytes->size() != verifier.key.size() + 1 || bytes->front() != kEd25519) {
        return fail(ErrorCode::BadValue, "key");
    }
    std::copy(bytes->begin() + 1, bytes->end(), verifier.key.begin());
    if (verifier.id() != id || verifier.text() != line) {
        return fail(ErrorCode::BadValue, "key");
    }
    return verifier;
}

bool VerifierKey::verify(ByteView message, const Ed25519Signature &signature) const {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

SigningKey::SigningKey(std::string name, const Seed &seed) {
    if (!isKeyName(name)) {
        throw std::logic_error("not a key's name: " + name);
    }
    static_assert(crypto_sign_SECRETKEYBYTES == 64 && crypto_sign_SEEDBYTES == 32);
    verifier_.name = std::move(name);
    crypto_sign_seed_keypair(verifier_.key.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

SigningKey::SigningKey(SigningKey &&other) noexcept : verifier_(std::move(other.verifier_)), secret_(other.secret_) {
    sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey &SigningKey::operator=(SigningKey &&other) noexcept {
    if (this != &other) {
        verifier_ = std::move(other.verifier_);
        secret_ = other.secret_;
        sodium_memzero(other.secret_.data(), other.secret_.size());
    }
    return *this;
}

Ed25519Signature SigningKey::sign(ByteView message) const {
    Ed25519Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
    return signature;
}

std::string signNote(std::string_view text, const SigningKey &key) {
    if (text.empty() || text.back() != '\n' || !isNoteText(text)) {
        throw std::logic_error("not a note's text");
    }
    Bytes bytes;
    putNumber(bytes, key.verifier().id());
    const Ed25519Signature signature = key.sign(asBytes(text));
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return fmt::format("{}\n{}{} {}\n", text, kSignatureLine, key.verifier().name, toBase64(bytes));
}

Result<std::string> openNote(std::string_view note, const VerifierKey &key) {
    GUICHET_ASSIGN(NoteParts parts, splitNote(note));
    bool signedByKey = false;
    for (std::size_t count = 0; !parts.signatures.empty(); ++count) {
        const auto end = parts.signatures.find('\n');
        std::string_view line = parts.signatures.substr(0, end);
        parts.signatures.remove_prefix(end + 1);
        if (count == kSignatureLimit || line.substr(0, kSignatureLine.size()) != kSignatureLine) {
            return fail(ErrorCode::VerifyFailed, "note");
        }
        line.remove_prefix(kSignatureLine.size());
        const auto space = line.find(' ');
        const auto bytes = space == std::string_view::npos ? std::nullopt : strictBase64(line.substr(space + 1));
        if (!bytes || bytes->size() < 5 || !isKeyName(line.substr(0, space))) {
            return fail(ErrorCode::VerifyFailed, "note");
        }
        if (line.substr(0, space) != key.name || takeNumber(*bytes) != key.id()) {
            continue;
        }
        Ed25519Signature signature{};
        if (bytes->size() != signature.size() + 4) {
            return fail(ErrorCode::VerifyFailed, "signature");
        }
        std::copy(bytes->begin() + 4, bytes->end(), signature.begin());
        if (!key.verify(asBytes(parts.text), signature)) {
            return fail(ErrorCode::VerifyFailed, "signature");
        }
        signedByKey = true;
    }
    if (!signedByKey) {
        return fail(ErrorCode::VerifyFailed, "key");
    }
    return std::string(parts.text);
}

Result<std::string> uncheckedNoteText(std::string_view note) {
    GUICHET_ASSIGN(const NoteParts parts, splitNote(note));
    return std::string(parts.text);
}

} // namespace guichet::storage
