// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/merkle.h"

#include <algorithm>
#include <bit>

namespace guichet::storage {
namespace {

constexpr std::uint8_t kLeafPrefix = 0x00;
constexpr std::uint8_t kNodePrefix = 0x01;

/// The root of the leaves [begin, end): the range is split as the RFC does, at the largest power of two below its
/// length. `begin` is always a multiple of that power, so each complete half is a stored node.
Digest rangeRoot(std::uint64_t begin, std::uint64_t end, const MerkleReader &read) {
    const std::uint64_t size = end - begin;
    if (std::has_single_bit(size)) {
        const int level = std::countr_zero(size);
        return read({level, begin >> level});
    }
    const std::uint64_t half = std::bit_floor(size - 1);
    return merkleNodeHash(rangeRoot(begin, begin + half, read), rangeRoot(begin + half, end, read));
}

void inclusion(std::uint64_t index, std::uint64_t begin, std::uint64_t end, const MerkleReader &read,
               std::vector<Digest> &proof) {
    if (end - begin == 1) {
        return;
    }
    const std::uint64_t middle = begin + std::bit_floor(end - begin - 1);
    if (index < middle) {
        inclusion(index, begin, middle, read, proof);
        proof.push_back(rangeRoot(middle, end, read));
    } else {
        inclusion(index, middle, end, read, proof);
        proof.push_back(rangeRoot(begin, middle, read));
    }
}

/// SUBPROOF(m, D[begin:end], known) of RFC 9162 section 2.1.4.1.
void consistency(std::uint64_t oldSize, std::uint64_t begin, std::uint64_t end, bool known, const MerkleReader &read,
                 std::vector<Digest> &proof) {
    if (begin + oldSize == end) {
        if (!known) {
            proof.push_back(rangeRoot(begin, end, read));
        }
        return;
    }
    const std::uint64_t half = std::bit_floor(end - begin - 1);
    if (oldSize <= half) {
        consistency(oldSize, begin, begin + half, known, read, proof);
        proof.push_back(rangeRoot(begin + half, end, read));
    } else {
        consistency(oldSize - half, begin + half, end, false, read, proof);
        proof.push_back(rangeRoot(begin, begin + half, read));
    }
}

} // namespace

Digest merkleLeafHash(ByteView leaf) {
    Bytes bytes{kLeafPrefix};
    bytes.insert(bytes.end(), leaf.begin(), leaf.end());
    return sha256(bytes);
}

Digest merkleNodeHash(const Digest &left, const Digest &right) {
    std::array<std::uint8_t, 65> bytes{kNodePrefix};
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return sha256(bytes);
}

Digest merkleEmptyRoot() { return sha256(ByteView{}); }

std::vector<MerkleNodeHash> merkleAppend(std::uint64_t index, const Digest &leafHash, const MerkleReader &read) {
    std::vector<MerkleNodeHash> nodes{{{0, index}, leafHash}};
    // An odd node completes its parent.
    for (int level = 0; ((index >> level) & 1U) != 0; ++level) {
        const Digest left = read({level, (index >> level) - 1});
        nodes.push_back({{level + 1, index >> (level + 1)}, merkleNodeHash(left, nodes.back().hash)});
    }
    return nodes;
}

Digest merkleRoot(std::uint64_t size, const MerkleReader &read) {
    return size == 0 ? merkleEmptyRoot() : rangeRoot(0, size, read);
}

std::vector<Digest> merkleInclusionProof(std::uint64_t index, std::uint64_t size, const MerkleReader &read) {
    std::vector<Digest> proof;
    inclusion(index, 0, size, read, proof);
    return proof;
}

std::vector<Digest> merkleConsistencyProof(std::uint64_t oldSize, std::uint64_t size, const MerkleReader &read) {
    std::vector<Digest> proof;
    consistency(oldSize, 0, size, true, read, proof);
    return proof;
}

bool verifyMerkleInclusion(const Digest &leafHash, std::uint64_t index, std::uint64_t size,
                           std::span<const Digest> proof, const Digest &root) {
    if (index >= size) {
        return false;
    }
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest hash = leafHash;
    for (const Digest &sibling : proof) {
        if (sn == 0) {
            return false;
        }
        if ((fn & 1U) != 0 || fn == sn) {
            hash = merkleNodeHash(sibling, hash);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            hash = merkleNodeHash(hash, sibling);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && hash == root;
}

bool verifyMerkleConsistency(std::uint64_t oldSize, const Digest &oldRoot, std::uint64_t size, const Digest &root,
                             std::span<const Digest> proof) {
    if (oldSize > size) {
        return false;
    }
    if (oldSize == size) {
        return proof.empty() && oldRoot == root && (oldSize != 0 || oldRoot == merkleEmptyRoot());
    }
    if (oldSize == 0) {
        return proof.empty() && oldRoot == merkleEmptyRoot();
    }
    if (proof.empty()) {
        return false;
    }
    std::uint64_t fn = oldSize - 1;
    std::uint64_t sn = size - 1;
    while ((fn & 1U) != 0) {
        fn >>= 1U;
        sn >>= 1U;
    }
    // A complete old tree is itself the first node of the path.
    const bool complete = std::has_single_bit(oldSize);
    Digest fr = complete ? oldRoot : proof.front();
    Digest sr = fr;
    for (const Digest &node : proof.subspan(complete ? 0 : 1)) {
        if (sn == 0) {
            return false;
        }
        if ((fn & 1U) != 0 || fn == sn) {
            fr = merkleNodeHash(node, fr);
            sr = merkleNodeHash(node, sr);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            sr = merkleNodeHash(sr, node);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && fr == oldRoot && sr == root;
}

} // namespace guichet::storage
