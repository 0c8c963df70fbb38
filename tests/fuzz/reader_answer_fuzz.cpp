// SPDX-License-Identifier: GPL-3.0-or-later
// The program believes nothing of what its reader says: a reader that was taken over can say anything.
#include "storage/document/wire.h"
#include "tests/fuzz/check.h"

using namespace guichet;
namespace wire = guichet::document::wire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const ByteView body(data + 1, size - 1);
    switch (data[0] % 7) {
    case 0:
        if (const auto outcome = wire::decodeDocument(body, true)) {
            const auto again = wire::decodeDocument(wire::encodeDocument(*outcome), true);
            fuzz::require(again == outcome, "what was heard can be said again");
        }
        break;
    case 1:
        if (const auto outcome = wire::decodeDocument(body, false)) {
            fuzz::require(wire::decodeDocument(wire::encodeDocument(*outcome), false) == outcome,
                          "what was heard can be said again");
        }
        break;
    case 2:
        if (const auto error = wire::decodeFailure(body)) {
            fuzz::require(wire::mayAnswer(error->code), "only reasons that the reader may give are heard");
        }
        break;
    case 3: static_cast<void>(wire::decodePageSizes(body)); break;
    case 4: static_cast<void>(wire::decodePicture(body)); break;
    case 5:
        if (const auto members = wire::decodeArchive(body)) {
            fuzz::require(wire::decodeArchive(wire::encodeArchive(*members)) == members,
                          "what was heard can be said again");
        }
        break;
    default:
        for (const auto kind : {wire::Kind::Read, wire::Kind::Inspect, wire::Kind::Assemble, wire::Kind::Rasterise}) {
            static_cast<void>(wire::decodeRequest(static_cast<std::uint32_t>(kind), body));
        }
    }
    return 0;
}
