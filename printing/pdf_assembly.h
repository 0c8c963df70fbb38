// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <memory>
#include <string>
#include <vector>

/// Foreign PDFs: bytes from outside, parsed by qpdf. A small library of its own, so that it can run in a process that
/// is allowed nothing else.
namespace guichet::printing {

struct PdfPage {
    double widthMm = 0; ///< as it is looked at: crop box, /Rotate applied
    double heightMm = 0;
    int rotation = 0; ///< 0, 90, 180, 270, clockwise
};

/// Words that a page holds and its drawing does not show.
struct PdfNote {
    int page = 0; ///< from 0
    std::string text;
};

struct PdfInfo {
    std::vector<PdfPage> pages; ///< one or more
    /// What will not be on the pages that assemblePdf() makes: notes in the margin, and fields that can't be drawn.
    std::vector<PdfNote> notes;
    /// Fonts, by name, whose letters neither the file nor assemblePdf() has, and the first page that uses each: what
    /// they write may be missing there or look otherwise.
    std::vector<PdfNote> missingFonts;
};

/// Opens a PDF, mending what qpdf mends. Errors: Encrypted (a user password is needed; an owner's alone is not),
/// Unreadable (no PDF, no page, broken), TooLarge (over 2000 pages).
[[nodiscard]] Result<PdfInfo> inspectPdf(ByteView pdf);

/// A foreign page and the page of ours that waits for it.
struct Placement {
    int ours = 0;    ///< page of `base`, from 0
    int foreign = 0; ///< which of `foreignPdfs`
    int page = 0;    ///< in that PDF, from 0
    /// The room on our page, from its bottom left corner; the foreign page is scaled into it, never enlarged, centred.
    double leftMm = 0;
    double bottomMm = 0;
    double widthMm = 0;
    double heightMm = 0;
    bool below = false; ///< what our page has drawn stays over it; otherwise it covers that
};

struct Assembly {
    std::shared_ptr<const Bytes> base; ///< our pages, trusted
    std::vector<std::shared_ptr<const Bytes>> foreignPdfs;
    std::vector<Placement> placements;
};

/// Puts the foreign pages in: each as a form XObject, /Rotate and annotations' appearances applied, and form fields and
/// free texts drawn that have no appearance; fonts that the file only names get the letters of their like; scripts,
/// actions, forms, embedded files and everything else outside the page's drawing stay behind. The same bytes for the
/// same input and fonts. Errors: those of inspectPdf, and NotPrintable where a page that is asked for is not there.
[[nodiscard]] Result<Bytes> assemblePdf(const Assembly &assembly);

} // namespace guichet::printing
