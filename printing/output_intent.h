// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPDF;

namespace guichet::printing {

/// Says what the file's reds, greens and blues mean: sRGB (ISO 19005-2 section 6.2.3), with a profile inside that is
/// the same to the byte each time. Exceptions: those of qpdf; std::runtime_error (no profile could be made).
void addOutputIntent(QPDF &pdf);

} // namespace guichet::printing
