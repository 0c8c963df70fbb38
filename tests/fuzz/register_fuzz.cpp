// SPDX-License-Identifier: GPL-3.0-or-later
// Anyone may bring a receipt, a proof or a checkpoint to be verified.
#include "storage/register/canonical_json.h"
#include "storage/register/checkpoint.h"
#include "storage/register/leaf.h"
#include "storage/register/note.h"
#include "storage/register/proof.h"
#include "storage/register/reference.h"
#include "storage/register/seal.h"
#include "tests/fuzz/check.h"

using namespace guichet;
using namespace guichet::storage;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    if (const auto leaf = parseLeaf(text)) {
        fuzz::require(formatLeaf(*leaf) == text, "a leaf has one spelling");
    }
    if (const auto core = parseCore(text)) {
        const auto again = formatCore(*core);
        fuzz::require(again && *again == text, "a core has one spelling");
    }
    if (const auto checkpoint = parseCheckpoint(text)) {
        // Extension lines may follow (C2SP tlog-checkpoint).
        fuzz::require(text.starts_with(formatCheckpoint(*checkpoint)), "a checkpoint has one spelling");
    }
    if (const auto proof = parseProof(text)) {
        fuzz::require(formatProof(*proof) == text, "a proof has one spelling");
    }
    if (const auto seal = parseSeal(text)) {
        const auto again = parseSeal(sealText(*seal));
        fuzz::require(again && sealText(*again) == sealText(*seal), "a seal can be written again");
    }
    if (const auto reference = parseReference(text)) {
        fuzz::require(parseReference(*reference) == *reference, "a reference is read as it is spelled");
    }
    static_cast<void>(uncheckedNoteText(text));
    static const auto key =
        VerifierKey::parse("guichet/DEMO/K7.1+bfe855db+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs");
    fuzz::require(key.has_value(), "the key of the approved examples is one");
    static_cast<void>(openNote(text, *key));
    static_cast<void>(verifyProof(text, *key));
    static_cast<void>(verifySeal(text, *key));
    return 0;
}
