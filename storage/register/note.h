// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace guichet::storage {

using Seed = std::array<std::uint8_t, 32>;             ///< an Ed25519 private key (RFC 8032)
using Ed25519PublicKey = std::array<std::uint8_t, 32>; ///< RFC 8032 section 5.1.5
using Ed25519Signature = std::array<std::uint8_t, 64>; ///< RFC 8032 section 5.1.6

/// A log's public key under its name, which is the log's origin (C2SP signed-note).
struct VerifierKey {
    std::string name;
    Ed25519PublicKey key{};

    /// The first 4 bytes of SHA-256(name || 0x0A || 0x01 || key), big-endian.
    [[nodiscard]] std::uint32_t id() const;
    /// "name+0a1b2c3d+base64": what is published, and given to `verify --key`.
    [[nodiscard]] std::string text() const;
    /// One such line, white space around it passed over. Error: BadValue (not one, or its id does not match).
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view text);
    [[nodiscard]] bool verify(ByteView message, const Ed25519Signature &signature) const;

    bool operator==(const VerifierKey &) const = default;
};

/// The private half. Wiped when it goes.
class SigningKey {
public:
    /// `name`: not empty, without spaces and '+' (otherwise std::logic_error).
    SigningKey(std::string name, const Seed &seed);
    ~SigningKey();
    SigningKey(SigningKey &&other) noexcept;
    SigningKey &operator=(SigningKey &&other) noexcept;
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;

    [[nodiscard]] const VerifierKey &verifier() const { return verifier_; }
    [[nodiscard]] Ed25519Signature sign(ByteView message) const;

private:
    VerifierKey verifier_;
    std::array<std::uint8_t, 64> secret_{};
};

/// A C2SP signed note (c2sp.org/signed-note): the text, an empty line, one signature line. `text` ends in a newline.
[[nodiscard]] std::string signNote(std::string_view text, const SigningKey &key);

/// The note's text, when a signature of `key` is there and right; other keys' signatures are passed over (at most 100
/// lines, 64 KiB). Error: VerifyFailed (detail: what is wrong, in a word).
[[nodiscard]] Result<std::string> openNote(std::string_view note, const VerifierKey &key);

/// The text of a note that nobody has checked: only to find out whose key is to be looked for. Error: VerifyFailed.
[[nodiscard]] Result<std::string> uncheckedNoteText(std::string_view note);

} // namespace guichet::storage
