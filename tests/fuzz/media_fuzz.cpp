// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/media.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    document::Media media;
    const document::MediaLimits limits{.pixels = 1'000'000, .rgbPixels = 100'000, .pages = 50};
    document::readMediaFile(media, ByteView(data, size), limits);
    media = {};
    document::readMedia(media, fuzz::asText(data, size), "B64", "", limits);
    return 0;
}
