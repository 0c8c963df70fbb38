// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/reader_client.h"

#include "base/bytes.h"
#include "base/result.h"

namespace guichet::document {

/// See ReaderClient::readPaper. For the reader process only. `pdf` must stay while it runs.
[[nodiscard]] Result<PaperText> readPaperText(ByteView pdf);

} // namespace guichet::document
