// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/page_content.h"

using cairo_t = struct _cairo;
using cairo_surface_t = struct _cairo_surface;

namespace guichet::printing {

/// See page_content.h.
struct Picture {
    Picture() = default;
    ~Picture();
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;

    cairo_surface_t *surface = nullptr;
    bool hasPixels = false;                ///< false: a JPEG; only a PDF can show `surface`, a screen shows `decoded`
    std::shared_ptr<const Raster> decoded; ///< of a JPEG, the whole of it, in fewer pixels or as many; may be null
    std::string alternative;
};

/// The hollow letters of a line, drawn once: a PDF holds them once for all of its pages. In points from the top left.
struct Outline {
    explicit Outline(const Text &text); ///< its first line; wrapped before
    ~Outline();
    Outline(const Outline &) = delete;
    Outline &operator=(const Outline &) = delete;

    cairo_surface_t *surface = nullptr;
    double width = 0;
    double height = 0;
};

/// Draws a page in points. `tagged`: onto a PDF surface, with the structure.
void drawPage(cairo_t *cr, const Page &page, bool tagged, const ForeignPicture &foreign = {}, double scale = 1);

} // namespace guichet::printing
