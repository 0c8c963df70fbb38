// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/pdf_assembly.h"

#include <vector>

class QPDF;

namespace guichet::printing {

/// Gives a look to what has none and would be lost when annotations become part of their pages: values of form fields,
/// ticks, free texts, in Helvetica, as small as they must be. What can't be drawn in its place, or is a note that no
/// viewer draws, is returned and left as it is. Throws what qpdf throws.
[[nodiscard]] std::vector<PdfNote> drawAnnotations(QPDF &pdf);

} // namespace guichet::printing
