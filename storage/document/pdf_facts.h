// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guichet::document {

/// What there is to say of a PDF before anybody prints it.
struct PdfFacts {
    std::uint32_t pages = 0;        ///< one or more
    bool damaged = false;           ///< it had to be mended to be opened
    bool active = false;            ///< scripts, actions that start something, or files are in it
    std::vector<std::string> files; ///< the names of files in it, at most 100; valid UTF-8
};

/// Opens a PDF and looks at every object that its pages can reach. Errors: Encrypted (a password is needed to open it),
/// Unreadable (no page can be had of it), TooLarge (more pages than `mostPages`). For the reader process only.
[[nodiscard]] Result<PdfFacts> readPdfFacts(ByteView pdf, std::uint32_t mostPages);

} // namespace guichet::document
