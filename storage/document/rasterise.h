// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/reader_client.h"

#include "base/bytes.h"
#include "base/result.h"

namespace guichet::document {

/// See ReaderClient::rasterisePdf. For the reader process only. `pdf` must stay while it runs.
[[nodiscard]] Result<Pixels> rasterisePdfPage(ByteView pdf, std::uint32_t page, std::uint32_t widthPx,
                                              std::uint32_t heightPx);

} // namespace guichet::document
