// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "storage/document/wire.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto outcome = document::parseDescribed(asBytes("Bonjour"), ByteView(data, size));
    if (outcome) {
        const auto heard = document::wire::decodeDocument(document::wire::encodeDocument(*outcome), true);
        fuzz::require(heard.has_value(), "the program takes what the reader says");
    } else {
        fuzz::require(document::wire::mayAnswer(outcome.error().code), "the reason is one that the reader may give");
    }
    return 0;
}
