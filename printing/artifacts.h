// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPDF;

namespace guichet::printing {

/// Marks what no tag of a tagged PDF holds as artifacts (ISO 32000-1 section 14.8.2.2): running heads and feet, lines,
/// shades. Whoever has the file read aloud hears them not, or once. For pages whose tags stand in the page's own
/// content, as Cairo writes them (versions before 1.18 know no such tag). Exceptions: those of qpdf.
void markArtifacts(QPDF &pdf);

} // namespace guichet::printing
