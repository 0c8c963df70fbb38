// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/checkpoint.h"
#include "storage/register/note.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <stdexcept>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

// The key and the note of golang.org/x/mod/sumdb/note, the format's reference implementation.
const std::string kVerifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string kSecret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"; // 0x01 and the seed
const std::string kText = "If you think cryptography is the answer to your problem,\n"
                          "then you don't know what your problem is.\n";
const std::string kSignature =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const std::string kNote = kText + "\n" + kSignature;

SigningKey referenceKey() {
    const auto bytes = fromBase64(kSecret);
    Seed seed{};
    std::copy(bytes->begin() + 1, bytes->end(), seed.begin());
    return SigningKey("PeterNeumann", seed);
}

SigningKey keyNamed(const std::string &name) {
    Seed seed{};
    seed.fill(7);
    return SigningKey(name, seed);
}

} // namespace

TEST_CASE("the reference implementation's key and note are ours to the byte", "[register]") {
    CHECK(referenceKey().verifier().text() == kVerifier);
    CHECK(must(VerifierKey::parse(kVerifier)) == referenceKey().verifier());
    CHECK(must(VerifierKey::parse("\n" + kVerifier + " \n")) == referenceKey().verifier());
    CHECK(signNote(kText, referenceKey()) == kNote);
    CHECK(must(openNote(kNote, referenceKey().verifier())) == kText);
    CHECK(must(uncheckedNoteText(kNote)) == kText);
}

TEST_CASE("a verifier key with any character changed or missing is refused", "[register]") {
    for (std::size_t i = 0; i < kVerifier.size(); ++i) {
        INFO(i);
        std::string changed = kVerifier;
        ++changed[i];
        CHECK_FALSE(VerifierKey::parse(changed));
        CHECK_FALSE(VerifierKey::parse(kVerifier.substr(0, i)));
        CHECK_FALSE(VerifierKey::parse(kVerifier.substr(i + 1)));
    }
    // A key that is too long, and an unknown algorithm, each with the id that fits.
    CHECK_FALSE(VerifierKey::parse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
    CHECK_FALSE(VerifierKey::parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST_CASE("a note with any byte changed is refused", "[register]") {
    for (std::size_t i = 0; i < kNote.size(); ++i) {
        INFO(i);
        std::string changed = kNote;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(openNote(changed, referenceKey().verifier()));
    }
}

TEST_CASE("a note that has not the form is refused", "[register]") {
    const auto note = GENERATE_COPY(as<std::string>{}, "", kText, kText + "\n", kText + kSignature, kNote + "x",
                                    kNote.substr(0, kNote.size() - 1), kText + "\nx\n" + kSignature,
                                    kText + "\n— PeterNeumann\n", kText + "\n— PeterNeumann AAAA\n",
                                    "a\tb\n\n" + kSignature, "\xFF\n\n" + kSignature, kNote + "\n");
    CHECK(openNote(note, referenceKey().verifier()).error().code == ErrorCode::VerifyFailed);
}

TEST_CASE("other keys' signatures are passed over, ours must be there and right", "[register]") {
    const SigningKey other = keyNamed("other");
    const std::string otherLine = signNote(kText, other).substr(kText.size() + 1);
    CHECK(must(openNote(kNote + otherLine, referenceKey().verifier())) == kText);
    CHECK(must(openNote(kText + "\n" + otherLine + kSignature, referenceKey().verifier())) == kText);
    CHECK_FALSE(openNote(kText + "\n" + otherLine, referenceKey().verifier()));
    // The same name with another key is another key.
    CHECK_FALSE(openNote(kNote, keyNamed("PeterNeumann").verifier()));
    // Ours beside a wrong one of ours: the whole note goes.
    const std::string wrong = signNote("something else\n", referenceKey()).substr(16);
    CHECK(openNote(kNote + wrong, referenceKey().verifier()).error() ==
          Error{ErrorCode::VerifyFailed, "signature", {}});
    std::string many = kNote;
    for (int i = 0; i < 100; ++i) {
        many += otherLine;
    }
    CHECK_FALSE(openNote(many, referenceKey().verifier()));
}

TEST_CASE("a text may have empty lines: the last one begins the signatures", "[register]") {
    const std::string text = "a\n\nb\n";
    CHECK(must(openNote(signNote(text, referenceKey()), referenceKey().verifier())) == text);
}

TEST_CASE("a key without a usable name is a bug", "[register]") {
    const auto name = GENERATE("", "a b", "a+b", "a\n");
    CHECK_THROWS_AS(keyNamed(name), std::logic_error);
}

TEST_CASE("a checkpoint is origin, size and root", "[register]") {
    // The example of c2sp.org/tlog-checkpoint.
    const std::string text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    const Checkpoint checkpoint = must(parseCheckpoint(text));
    CHECK(checkpoint.origin == "example.com/behind-the-sofa");
    CHECK(checkpoint.size == 20852163);
    CHECK(toBase64(checkpoint.root) == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    CHECK(formatCheckpoint(checkpoint) == text);
    CHECK(must(parseCheckpoint(text + "extension\n")) == checkpoint);
}

TEST_CASE("a checkpoint that has not the form is refused", "[register]") {
    const auto text = GENERATE(
        "", "o\n", "o\n1\n", "o\n1\nAAAA\n", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n18446744073709551616\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n");
    CHECK(parseCheckpoint(text).error().code == ErrorCode::VerifyFailed);
}

TEST_CASE("a checkpoint is of the log that its key is named after", "[register]") {
    const SigningKey key = keyNamed("guichet/DEMO/K7.1");
    const Checkpoint ours{"guichet/DEMO/K7.1", 3, sha256("root")};
    CHECK(must(openCheckpoint(signCheckpoint(ours, key), key.verifier())) == ours);
    const Checkpoint theirs{"guichet/DEMO/K8.1", 3, sha256("root")};
    CHECK(openCheckpoint(signCheckpoint(theirs, key), key.verifier()).error() ==
          Error{ErrorCode::VerifyFailed, "origin", {}});
}
