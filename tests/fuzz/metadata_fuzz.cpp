// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive's metadata say of its documents becomes a description, which is read like a side file.
#include "storage/document/description.h"
#include "storage/document/xdm_metadata.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto entries = document::readXdmMetadata(ByteView(data, size));
    for (const document::XdmEntry &entry : entries.value_or(std::vector<document::XdmEntry>())) {
        const bool large = entry.description.size() > document::kLargestDescriptionBytes;
        fuzz::require(large || document::readDescription(asBytes(entry.description)).has_value(),
                      "a description that was made is one that can be read");
    }
    return 0;
}
