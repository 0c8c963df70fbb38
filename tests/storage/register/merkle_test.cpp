// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/merkle.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>

using namespace guichet;
using namespace guichet::storage;

namespace {

Digest digest(std::string_view hex) {
    Digest value{};
    const auto bytes = fromHex(hex);
    std::copy(bytes->begin(), bytes->end(), value.begin());
    return value;
}

/// Keeps nodes as the register does.
class Tree {
public:
    void append(ByteView leaf) {
        for (const auto &[node, hash] : merkleAppend(size_, merkleLeafHash(leaf), reader())) {
            nodes_.emplace(std::pair(node.level, node.index), hash);
        }
        ++size_;
    }
    [[nodiscard]] MerkleReader reader() const {
        return [this](MerkleNode node) { return nodes_.at({node.level, node.index}); };
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    std::map<std::pair<int, std::uint64_t>, Digest> nodes_;
    std::uint64_t size_ = 0;
};

/// RFC 9162 section 2.1, word for word.
Digest naiveRoot(std::span<const Bytes> leaves) {
    if (leaves.empty()) {
        return sha256(ByteView{});
    }
    if (leaves.size() == 1) {
        return merkleLeafHash(leaves.front());
    }
    std::size_t k = 1;
    while (k * 2 < leaves.size()) {
        k *= 2;
    }
    return merkleNodeHash(naiveRoot(leaves.first(k)), naiveRoot(leaves.subspan(k)));
}

std::vector<Digest> naivePath(std::size_t m, std::span<const Bytes> leaves) {
    if (leaves.size() == 1) {
        return {};
    }
    std::size_t k = 1;
    while (k * 2 < leaves.size()) {
        k *= 2;
    }
    auto path = m < k ? naivePath(m, leaves.first(k)) : naivePath(m - k, leaves.subspan(k));
    path.push_back(m < k ? naiveRoot(leaves.subspan(k)) : naiveRoot(leaves.first(k)));
    return path;
}

std::vector<Digest> naiveSubproof(std::size_t m, std::span<const Bytes> leaves, bool known) {
    if (m == leaves.size()) {
        return known ? std::vector<Digest>{} : std::vector{naiveRoot(leaves)};
    }
    std::size_t k = 1;
    while (k * 2 < leaves.size()) {
        k *= 2;
    }
    auto proof = m <= k ? naiveSubproof(m, leaves.first(k), known) : naiveSubproof(m - k, leaves.subspan(k), false);
    proof.push_back(m <= k ? naiveRoot(leaves.subspan(k)) : naiveRoot(leaves.first(k)));
    return proof;
}

std::vector<Bytes> leavesOf(std::size_t count) {
    std::vector<Bytes> leaves;
    for (std::size_t i = 0; i < count; ++i) {
        leaves.push_back(Bytes{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8U)});
    }
    return leaves;
}

Tree treeOf(std::span<const Bytes> leaves) {
    Tree tree;
    for (const Bytes &leaf : leaves) {
        tree.append(leaf);
    }
    return tree;
}

/// The leaves and roots of the Certificate Transparency reference tests (RFC 6962).
Tree referenceTree(std::size_t size) {
    Tree tree;
    constexpr std::array<std::string_view, 8> leaves{
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    for (std::size_t i = 0; i < size; ++i) {
        tree.append(*fromHex(leaves.at(i)));
    }
    return tree;
}

} // namespace

TEST_CASE("the reference tree has the roots of RFC 6962's tests", "[register]") {
    const auto [size, root] = GENERATE(table<std::size_t, std::string>({
        {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
        {2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"},
        {3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"},
        {4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"},
        {5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"},
        {6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"},
        {7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"},
        {8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"},
    }));
    CHECK(toHex(merkleRoot(size, referenceTree(size).reader())) == root);
    // The same from a tree that has grown further: nodes are never changed.
    CHECK(toHex(merkleRoot(size, referenceTree(8).reader())) == root);
}

TEST_CASE("the reference tree has the proofs of RFC 6962's tests", "[register]") {
    const Tree tree = referenceTree(8);
    CHECK(merkleInclusionProof(0, 8, tree.reader()) ==
          std::vector{digest("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
                      digest("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                      digest("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")});
    CHECK(merkleInclusionProof(5, 8, tree.reader()) ==
          std::vector{digest("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                      digest("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                      digest("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
    CHECK(merkleInclusionProof(2, 3, tree.reader()) ==
          std::vector{digest("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")});
    CHECK(merkleConsistencyProof(1, 1, tree.reader()).empty());
    CHECK(merkleConsistencyProof(1, 8, tree.reader()) == merkleInclusionProof(0, 8, tree.reader()));
    CHECK(merkleConsistencyProof(6, 8, tree.reader()) ==
          std::vector{digest("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                      digest("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                      digest("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
    CHECK(merkleConsistencyProof(2, 5, tree.reader()) ==
          std::vector{digest("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                      digest("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")});
}

TEST_CASE("roots and proofs are those of the recursive definition", "[register]") {
    CHECK(rc::check("against the definition", [] {
        const auto size = *rc::gen::inRange<std::size_t>(1, 200);
        const auto leaves = leavesOf(size);
        const Tree tree = treeOf(leaves);
        const Digest root = naiveRoot(leaves);
        RC_ASSERT(merkleRoot(size, tree.reader()) == root);

        const auto index = *rc::gen::inRange<std::size_t>(0, size);
        const auto path = merkleInclusionProof(index, size, tree.reader());
        RC_ASSERT(path == naivePath(index, leaves));
        RC_ASSERT(verifyMerkleInclusion(merkleLeafHash(leaves.at(index)), index, size, path, root));

        const auto oldSize = *rc::gen::inRange<std::size_t>(1, size + 1);
        const auto proof = merkleConsistencyProof(oldSize, size, tree.reader());
        RC_ASSERT(proof == naiveSubproof(oldSize, leaves, true));
        RC_ASSERT(verifyMerkleConsistency(oldSize, naiveRoot(std::span(leaves).first(oldSize)), size, root, proof));
    }));
}

TEST_CASE("a proof of something else is refused", "[register]") {
    CHECK(rc::check("inclusion", [] {
        const auto size = *rc::gen::inRange<std::size_t>(2, 100);
        const auto leaves = leavesOf(size);
        const Tree tree = treeOf(leaves);
        const Digest root = naiveRoot(leaves);
        const auto index = *rc::gen::inRange<std::size_t>(0, size);
        const Digest leaf = merkleLeafHash(leaves.at(index));
        auto path = merkleInclusionProof(index, size, tree.reader());

        const auto other = *rc::gen::inRange<std::size_t>(0, size + 2);
        RC_ASSERT((other == index) == verifyMerkleInclusion(leaf, other, size, path, root));
        RC_ASSERT_FALSE(verifyMerkleInclusion(sha256("x"), index, size, path, root));
        RC_ASSERT_FALSE(verifyMerkleInclusion(leaf, index, size, path, sha256("x")));
        const auto at = *rc::gen::inRange<std::size_t>(0, path.size());
        path[at][0] ^= 1U;
        RC_ASSERT_FALSE(verifyMerkleInclusion(leaf, index, size, path, root));
        path[at][0] ^= 1U;
        path.push_back(leaf);
        RC_ASSERT_FALSE(verifyMerkleInclusion(leaf, index, size, path, root));
        path.resize(path.size() - 2);
        RC_ASSERT_FALSE(verifyMerkleInclusion(leaf, index, size, path, root));
    }));
    CHECK(rc::check("consistency", [] {
        const auto size = *rc::gen::inRange<std::size_t>(2, 100);
        const auto leaves = leavesOf(size);
        const Tree tree = treeOf(leaves);
        const Digest root = naiveRoot(leaves);
        const auto oldSize = *rc::gen::inRange<std::size_t>(1, size);
        const Digest oldRoot = naiveRoot(std::span(leaves).first(oldSize));
        auto proof = merkleConsistencyProof(oldSize, size, tree.reader());

        RC_ASSERT_FALSE(verifyMerkleConsistency(oldSize, sha256("x"), size, root, proof));
        RC_ASSERT_FALSE(verifyMerkleConsistency(oldSize, oldRoot, size, sha256("x"), proof));
        RC_ASSERT_FALSE(verifyMerkleConsistency(size, root, oldSize, oldRoot, proof));
        const auto at = *rc::gen::inRange<std::size_t>(0, proof.size());
        proof[at][0] ^= 1U;
        RC_ASSERT_FALSE(verifyMerkleConsistency(oldSize, oldRoot, size, root, proof));
        proof[at][0] ^= 1U;
        proof.pop_back();
        RC_ASSERT_FALSE(verifyMerkleConsistency(oldSize, oldRoot, size, root, proof));
    }));
}

TEST_CASE("the empty tree is consistent with any, and equal trees need no proof", "[register]") {
    const Tree tree = referenceTree(3);
    const Digest root = merkleRoot(3, tree.reader());
    CHECK(verifyMerkleConsistency(0, merkleEmptyRoot(), 3, root, {}));
    CHECK_FALSE(verifyMerkleConsistency(0, root, 3, root, {}));
    CHECK(verifyMerkleConsistency(3, root, 3, root, {}));
    CHECK_FALSE(verifyMerkleConsistency(2, merkleRoot(2, tree.reader()), 3, root, {}));
    CHECK_FALSE(verifyMerkleConsistency(0, root, 0, root, {}));
}
