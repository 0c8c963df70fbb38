// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "storage/document/wire.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto outcome = document::parseDocument(ByteView(data, size));
    if (outcome) {
        // What the reader says of it must be what the program hears, whatever the document holds.
        const auto heard = document::wire::decodeDocument(document::wire::encodeDocument(*outcome), true);
        fuzz::require(heard.has_value(), "the program takes what the reader says");
        fuzz::require(heard->document.sections.size() == outcome->document.sections.size(), "all sections arrive");
    } else {
        fuzz::require(document::wire::mayAnswer(outcome.error().code), "the reason is one that the reader may give");
    }
    return 0;
}
