// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/rasterise.h"

#include "storage/document/poppler_pdf.h"
#include "storage/document/wire.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace guichet::document {

Result<Pixels> rasterisePdfPage(ByteView pdf, std::uint32_t page, std::uint32_t widthPx, std::uint32_t heightPx) {
    if (widthPx == 0 || heightPx == 0 || widthPx > 32'000 || heightPx > 32'000 ||
        std::uint64_t{widthPx} * heightPx > wire::kLargestPicture) {
        return fail(ErrorCode::TooLarge, {}, "pixels");
    }
    GUICHET_ASSIGN(const PopplerPdf document, openPdf(pdf));
    const int pages = poppler_document_get_n_pages(document.get());
    if (pages < 1) {
        return fail(ErrorCode::Unreadable, {}, "no page");
    }
    if (page >= static_cast<std::uint32_t>(pages)) {
        return fail(ErrorCode::NotPrintable, {}, "page " + std::to_string(page + 1));
    }
    const std::unique_ptr<PopplerPage, Releaser<g_object_unref>> sheet(
        poppler_document_get_page(document.get(), static_cast<int>(page)));
    double widthPt = 0, heightPt = 0;
    if (!sheet) {
        return fail(ErrorCode::Unreadable, {}, "a damaged page");
    }
    poppler_page_get_size(sheet.get(), &widthPt, &heightPt);
    if (!(widthPt > 0 && heightPt > 0 && widthPt < 1e6 && heightPt < 1e6)) {
        return fail(ErrorCode::Unreadable, {}, "a page without size");
    }
    const double scale = std::min(widthPx / widthPt, heightPx / heightPt);
    Pixels pixels;
    const auto side = [scale](double pt, std::uint32_t most) {
        return std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::lround(pt * scale)), 1, most);
    };
    pixels.widthPx = side(widthPt, widthPx);
    pixels.heightPx = side(heightPt, heightPx);
    const std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>> surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(pixels.widthPx), static_cast<int>(pixels.heightPx)));
    const std::unique_ptr<cairo_t, Releaser<cairo_destroy>> cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    poppler_page_render(sheet.get(), cairo.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
        return fail(ErrorCode::Unreadable, {}, cairo_status_to_string(cairo_status(cairo.get())));
    }
    cairo_surface_flush(surface.get());
    const unsigned char *data = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    pixels.rgb.resize(std::size_t{3} * pixels.widthPx * pixels.heightPx);
    std::uint8_t *target = pixels.rgb.data();
    for (std::size_t y = 0; y < pixels.heightPx; ++y) {
        for (std::size_t x = 0; x < pixels.widthPx; ++x) {
            std::uint32_t pixel = 0;
            std::copy_n(data + y * stride + x * 4, sizeof pixel, reinterpret_cast<unsigned char *>(&pixel));
            *target++ = static_cast<std::uint8_t>(pixel >> 16 & 0xFF);
            *target++ = static_cast<std::uint8_t>(pixel >> 8 & 0xFF);
            *target++ = static_cast<std::uint8_t>(pixel & 0xFF);
        }
    }
    return pixels;
}

} // namespace guichet::document
