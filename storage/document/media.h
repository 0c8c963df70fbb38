// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include <string_view>

namespace guichet::document {

/// Bounds of what is decoded from one document.
struct MediaLimits {
    std::uint64_t pixels = 64'000'000;   ///< of one picture: an A4 page at 600 dpi has 35 million
    std::uint64_t rgbPixels = 2'000'000; ///< of a JPEG's `rgb`
    std::uint32_t pages = 2'000;
};

/// Fills `media` (kind, problem, bytes, size, pages, pixels) from what the document carries in its place: `content` is
/// the text of the element, `representation` its attribute (B64 or TXT), `compression` any that is declared. What it is
/// is found from the bytes, never from the declared type alone. For the reader process only.
void readMedia(Media &media, std::string_view content, std::string_view representation, std::string_view compression,
               const MediaLimits &limits = {});

/// The same for bytes that are a file of their own; `media.mediaType` is what the file is said to be.
void readMediaFile(Media &media, ByteView file, const MediaLimits &limits = {});

} // namespace guichet::document
