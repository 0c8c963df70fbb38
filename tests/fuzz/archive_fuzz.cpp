// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/wire.h"
#include "storage/document/xdm.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto members = document::readXdm(ByteView(data, size));
    if (!members) {
        fuzz::require(document::wire::mayAnswer(members.error().code), "the reason is one that the reader may give");
        return 0;
    }
    const auto heard = document::wire::decodeArchive(document::wire::encodeArchive(*members));
    fuzz::require(heard == *members, "the program takes what the reader says");
    return 0;
}
