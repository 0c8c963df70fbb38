// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/register/checkpoint.h"
#include "storage/register/leaf.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// That an entry is in a log, for anyone to check offline: C2SP tlog-proof. The "extra" line holds the leaf's bytes, so
/// the proof needs nothing beside it but the key.
struct Proof {
    std::string leaf; ///< the leaf's bytes
    std::uint64_t index = 0;
    std::vector<Digest> hashes;
    std::string checkpoint; ///< the signed note, as it is

    bool operator==(const Proof &) const = default;
};

[[nodiscard]] std::string formatProof(const Proof &proof);
/// Form only. Error: VerifyFailed.
[[nodiscard]] Result<Proof> parseProof(std::string_view text);

struct ProvenEntry {
    Leaf leaf;
    Digest leafHash;
    Checkpoint checkpoint;
};
/// Form, leaf, path to the root and signature. Error: VerifyFailed.
[[nodiscard]] Result<ProvenEntry> verifyProof(std::string_view text, const VerifierKey &key);

} // namespace guichet::storage
