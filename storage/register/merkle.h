// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace guichet::storage {

/// The Merkle tree of RFC 9162 section 2.1, with SHA-256.

[[nodiscard]] Digest merkleLeafHash(ByteView leaf);                           ///< SHA-256(0x00 || leaf)
[[nodiscard]] Digest merkleNodeHash(const Digest &left, const Digest &right); ///< SHA-256(0x01 || left || right)
[[nodiscard]] Digest merkleEmptyRoot();                                       ///< SHA-256 of nothing

/// A complete subtree: the 2^level leaves from index * 2^level on. Level 0 are the leaves' hashes. A node never changes
/// once its last leaf is there, so all of them can be kept.
struct MerkleNode {
    int level;
    std::uint64_t index;
    bool operator==(const MerkleNode &) const = default;
};

/// Gives the hash of a node that is complete.
using MerkleReader = std::function<Digest(MerkleNode)>;

/// What is to be kept when the leaf `index` is appended: the leaf's hash and each node that it completes, from the
/// bottom up. `read` gives nodes that were complete before.
struct MerkleNodeHash {
    MerkleNode node;
    Digest hash;
};
[[nodiscard]] std::vector<MerkleNodeHash> merkleAppend(std::uint64_t index, const Digest &leafHash,
                                                       const MerkleReader &read);

/// The root of the first `size` leaves.
[[nodiscard]] Digest merkleRoot(std::uint64_t size, const MerkleReader &read);

/// PATH(index, D[size]) of section 2.1.3.1, from the leaf's sibling up. index < size.
[[nodiscard]] std::vector<Digest> merkleInclusionProof(std::uint64_t index, std::uint64_t size,
                                                       const MerkleReader &read);

/// PROOF(oldSize, D[size]) of section 2.1.4.1. 0 < oldSize <= size; empty when they are equal.
[[nodiscard]] std::vector<Digest> merkleConsistencyProof(std::uint64_t oldSize, std::uint64_t size,
                                                         const MerkleReader &read);

/// Section 2.1.3.2.
[[nodiscard]] bool verifyMerkleInclusion(const Digest &leafHash, std::uint64_t index, std::uint64_t size,
                                         std::span<const Digest> proof, const Digest &root);

/// Section 2.1.4.2; from the empty tree any tree is consistent, with an empty proof.
[[nodiscard]] bool verifyMerkleConsistency(std::uint64_t oldSize, const Digest &oldRoot, std::uint64_t size,
                                           const Digest &root, std::span<const Digest> proof);

} // namespace guichet::storage
