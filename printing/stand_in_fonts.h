// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/pdf_assembly.h"

#include <filesystem>
#include <vector>

class QPDF;

namespace guichet::printing {

/// The fonts that look like the fourteen of every PDF viewer (ISO 32000-1, 9.6.2.2) and have their widths: URW's.
inline constexpr const char *kStandInFonts = "/usr/share/fonts/type1/urw-base35";

/// A PDF may name a font and leave its letters out; each printer takes then what it has. Gives every such font of the
/// pages the letters of its like from `folder`, so that they come out the same everywhere. Returned is what nothing
/// stands for, by the page that uses it first: fonts of many bytes a letter, pictures for letters (Wingdings), letters
/// that the other font lacks, everything where `folder` is not there. Throws what qpdf throws.
[[nodiscard]] std::vector<PdfNote> standInForFonts(QPDF &pdf, const std::filesystem::path &folder = kStandInFonts);
/// What that would return; nothing is changed.
[[nodiscard]] std::vector<PdfNote> missingFonts(QPDF &pdf, const std::filesystem::path &folder = kStandInFonts);

} // namespace guichet::printing
