// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/register/leaf.h"
#include "storage/register/note.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guichet::storage {

/// A receipt's seal: everything that is needed to check, with the station's public key alone, what it wrote and when.
/// The byte layout and the text are in docs/formats.md and don't change within a version.
struct Seal {
    std::uint32_t keyId = 0;
    std::string leaf; ///< the leaf's bytes
    Digest salt{};
    std::string core; ///< the core's bytes
    Ed25519Signature signature{};

    bool operator==(const Seal &) const = default;
};

inline constexpr int kSealVersion = 1;
inline constexpr std::string_view kSealDomain = "guichet-seal-v1";

[[nodiscard]] Seal makeSeal(std::string_view leaf, const Digest &salt, std::string_view core, const SigningKey &key);

/// "GUICHET1:" and base 41: characters of the QR code's alphanumeric mode only, without the space and what is lost when
/// lines are broken and copied. 1.5 characters a byte.
[[nodiscard]] std::string sealText(const Seal &seal);

/// White space anywhere and lower case are taken. Says nothing of whether it is genuine. Error: VerifyFailed.
[[nodiscard]] Result<Seal> parseSeal(std::string_view text);

/// What a genuine seal says.
struct SealedEntry {
    Leaf leaf;
    Digest leafHash;
    Core core;
};

/// Checks that the core under its salt gives the leaf's digest, that the leaf is the key's station's, and the signature
/// under `key`. A key inside the text is never trusted (there is none: only its id). Error: VerifyFailed (detail:
/// `form`, `key`, `digest`, `station`, `signature`).
[[nodiscard]] Result<SealedEntry> verifySeal(std::string_view text, const VerifierKey &key);

} // namespace guichet::storage
