// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/draw.h"

#include "printing/builder.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

namespace guichet::printing {
namespace {

constexpr long long kMostPixels = 100'000'000;
constexpr double kMarkThickness = 0.6;
constexpr double kQuietModules = 4; // as the builder leaves around a code

const char *tagName(Tag tag) {
    switch (tag) {
    case Tag::Heading1: return "H1";
    case Tag::Heading2: return "H2";
    case Tag::Heading3: return "H3";
    case Tag::Heading4: return "H4";
    case Tag::Paragraph: return "P";
    case Tag::Table: return "Table";
    case Tag::Row: return "TR";
    case Tag::HeadCell: return "TH";
    case Tag::DataCell: return "TD";
    case Tag::List: return "L";
    case Tag::Item: return "LI";
    case Tag::Label: return "Lbl";
    case Tag::Body: return "LBody";
    case Tag::Figure: return "Figure";
    case Tag::Caption: return "Caption";
    }
    return "P";
}

class Drawing {
public:
    Drawing(cairo_t *cr, bool tagged, const ForeignPicture &foreign, double scale, const std::optional<Colour> &accent)
        : cr_(cr), tagged_(tagged), foreign_(foreign), scale_(scale), accent_(accent) {}

    void operator()(const TagBegin &op) {
        if (tagged_) {
            open_.push_back(tagName(op.tag));
            cairo_tag_begin(cr_, open_.back(), nullptr);
        }
    }
    void operator()(const TagEnd & /*op*/) {
        if (tagged_) {
            cairo_tag_end(cr_, open_.back());
            open_.pop_back();
        }
    }
    void operator()(const TextOp &op) const {
        if (accent_ && op.text->style().accent) {
            cairo_set_source_rgb(cr_, accent_->red, accent_->green, accent_->blue);
        } else {
            grey(op.text->style().grey);
        }
        cairo_move_to(cr_, op.x, op.baseline);
        pango_cairo_show_layout_line(cr_, op.text->line(op.line));
    }
    void operator()(const FillOp &op) const {
        grey(op.grey);
        cairo_rectangle(cr_, op.x, op.y, op.width, op.height);
        cairo_fill(cr_);
    }
    void operator()(const LineOp &op) const {
        grey(op.grey);
        cairo_set_line_width(cr_, op.thickness);
        cairo_set_line_cap(cr_, op.dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
        constexpr std::array kDash{5.0, 3.0};
        cairo_set_dash(cr_, kDash.data(), op.dashed ? static_cast<int>(kDash.size()) : 0, 0);
        cairo_move_to(cr_, op.x1, op.y1);
        cairo_line_to(cr_, op.x2, op.y2);
        cairo_stroke(cr_);
        cairo_set_dash(cr_, nullptr, 0, 0);
    }
    void operator()(const DotOp &op) const {
        constexpr double kLine = 1.1;
        const double radius = op.filled ? op.radius : op.radius - kLine / 2;
        cairo_new_sub_path(cr_);
        if (op.square) {
            cairo_rectangle(cr_, op.x - radius, op.y - radius, 2 * radius, 2 * radius);
        } else {
            cairo_arc(cr_, op.x, op.y, radius, 0, 2 * std::numbers::pi);
        }
        grey(op.filled ? op.grey : 1); // a line that it stands on does not show through
        if (op.filled) {
            cairo_fill(cr_);
            return;
        }
        cairo_fill_preserve(cr_);
        grey(op.grey);
        cairo_set_line_width(cr_, kLine);
        cairo_stroke(cr_);
    }
    void operator()(const FrameOp &op) const {
        grey(0);
        cairo_set_line_width(cr_, op.thickness);
        const double inset = op.thickness / 2;
        const double left = op.x + inset;
        const double top = op.y + inset;
        const double right = op.x + op.width - inset;
        const double bottom = op.y + op.height - inset;
        const double radius = std::max(0.0, std::min({op.radius, (right - left) / 2, (bottom - top) / 2}));
        constexpr double kQuarter = std::numbers::pi / 2;
        cairo_new_sub_path(cr_);
        cairo_arc(cr_, right - radius, top + radius, radius, -kQuarter, 0);
        cairo_arc(cr_, right - radius, bottom - radius, radius, 0, kQuarter);
        cairo_arc(cr_, left + radius, bottom - radius, radius, kQuarter, 2 * kQuarter);
        cairo_arc(cr_, left + radius, top + radius, radius, 2 * kQuarter, 3 * kQuarter);
        cairo_close_path(cr_);
        cairo_stroke(cr_);
    }
    void operator()(const TickOp &op) const {
        grey(0);
        cairo_set_line_width(cr_, 0.9);
        cairo_rectangle(cr_, op.x + 0.45, op.y + 0.45, op.side - 0.9, op.side - 0.9);
        cairo_stroke(cr_);
        if (op.ticked) {
            const double inset = op.side * 0.22;
            cairo_set_line_width(cr_, 1.5);
            cairo_move_to(cr_, op.x + inset, op.y + inset);
            cairo_line_to(cr_, op.x + op.side - inset, op.y + op.side - inset);
            cairo_move_to(cr_, op.x + op.side - inset, op.y + inset);
            cairo_line_to(cr_, op.x + inset, op.y + op.side - inset);
            cairo_stroke(cr_);
        }
    }
    void operator()(const PictureOp &op) const {
        if (!tagged_ && op.picture->decoded) {
            cairo_surface_t *shown = surfaceOf(*op.picture->decoded);
            paint(shown, op.x, op.y, op.width, op.height);
            cairo_surface_destroy(shown);
            return;
        }
        if (!tagged_ && !op.picture->hasPixels) {
            placeholder(op.x, op.y, op.width, op.height);
            return;
        }
        paint(op.picture->surface, op.x, op.y, op.width, op.height);
    }
    void operator()(const QrOp &op) const {
        grey(0);
        const int count = op.modules->side;
        const double module = op.side / count;
        cairo_save(cr_);
        cairo_set_antialias(cr_, CAIRO_ANTIALIAS_NONE); // on the screen; the PDF has one path, without seams
        for (int row = 0; row < count; ++row) {
            for (int column = 0; column < count;) {
                const auto dark = [&](int at) {
                    return op.modules->dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(count) +
                                            static_cast<std::size_t>(at)];
                };
                if (!dark(column)) {
                    ++column;
                    continue;
                }
                const int from = column;
                while (column < count && dark(column)) {
                    ++column;
                }
                cairo_rectangle(cr_, op.x + from * module, op.y + row * module, (column - from) * module, module);
            }
        }
        cairo_fill(cr_);
        cairo_restore(cr_);
    }
    void operator()(const LinkOp & /*op*/) const {} // an annotation, added when the PDF is completed
    void operator()(const ForeignOp &op) const {
        if (tagged_) {
            return; // the assembly puts the page in
        }
        if (foreign_) {
            const auto width = static_cast<int>(op.width * scale_);
            const auto height = static_cast<int>(op.height * scale_);
            const std::optional<Raster> raster = foreign_(op.place, width, height);
            if (raster && raster->width > 0 && raster->height > 0 &&
                raster->rgb.size() ==
                    static_cast<std::size_t>(raster->width) * static_cast<std::size_t>(raster->height) * 3) {
                cairo_surface_t *surface = surfaceOf(*raster);
                const double fit = std::min(op.width / raster->width, op.height / raster->height);
                const double shownWidth = raster->width * fit;
                const double shownHeight = raster->height * fit;
                paint(surface, op.x + (op.width - shownWidth) / 2, op.y + (op.height - shownHeight) / 2, shownWidth,
                      shownHeight);
                cairo_surface_destroy(surface);
                return;
            }
        }
        placeholder(op.x, op.y, op.width, op.height);
        grey(0.3);
        double y = op.y + op.height / 2;
        for (std::size_t i = 0; i < op.description->lines().size(); ++i) {
            const Text::Line &line = op.description->lines()[i];
            cairo_move_to(cr_, op.x + 12 + line.x, y + line.ascent);
            pango_cairo_show_layout_line(cr_, op.description->line(i));
            y += line.height();
        }
    }

    void operator()(const MarkOp &op) const {
        cairo_save(cr_);
        // Everything but the codes: the page around them, with holes (a rule of even and odd windings).
        cairo_rectangle(cr_, 0, 0, op.pageWidth, op.pageHeight);
        for (const QrOp &code : op.spared) {
            const double quiet = kQuietModules * code.side / code.modules->side;
            cairo_rectangle(cr_, code.x - quiet, code.y - quiet, code.side + 2 * quiet, code.side + 2 * quiet);
        }
        cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_clip(cr_);
        cairo_translate(cr_, op.x, op.y);
        cairo_rotate(cr_, op.radians);
        cairo_set_source_surface(cr_, op.outline->surface, -op.outline->width / 2, -op.outline->height / 2);
        cairo_paint(cr_);
        cairo_restore(cr_);
    }

    static cairo_surface_t *surfaceOf(const Raster &raster) {
        cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, raster.height);
        cairo_surface_flush(surface);
        unsigned char *data = cairo_image_surface_get_data(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        if (data != nullptr) {
            const std::uint8_t *from = raster.rgb.data();
            for (int y = 0; y < raster.height; ++y) {
                unsigned char *row = data + static_cast<std::ptrdiff_t>(stride) * y;
                for (int x = 0; x < raster.width; ++x, from += 3) {
                    const std::uint32_t pixel =
                        (std::uint32_t{from[0]} << 16U) | (std::uint32_t{from[1]} << 8U) | from[2];
                    std::memcpy(row + static_cast<std::ptrdiff_t>(x) * 4, &pixel, sizeof pixel);
                }
            }
            cairo_surface_mark_dirty(surface);
        }
        return surface;
    }

private:
    void grey(double value) const { cairo_set_source_rgb(cr_, value, value, value); }

    void placeholder(double x, double y, double width, double height) const {
        grey(0.93);
        cairo_rectangle(cr_, x, y, width, height);
        cairo_fill_preserve(cr_);
        grey(0.6);
        cairo_set_line_width(cr_, 0.6);
        cairo_stroke(cr_);
    }

    void paint(cairo_surface_t *surface, double x, double y, double width, double height) const {
        const double pixelWidth = cairo_image_surface_get_width(surface);
        const double pixelHeight = cairo_image_surface_get_height(surface);
        if (pixelWidth <= 0 || pixelHeight <= 0) {
            return;
        }
        cairo_save(cr_);
        cairo_translate(cr_, x, y);
        cairo_scale(cr_, width / pixelWidth, height / pixelHeight);
        cairo_set_source_surface(cr_, surface, 0, 0);
        // Filled, not painted: cairo 1.16 takes a picture painted first in a tag for one of its own fallbacks, and then
        // finds the tag wrongly nested.
        cairo_rectangle(cr_, 0, 0, pixelWidth, pixelHeight);
        cairo_fill(cr_);
        cairo_restore(cr_);
    }

    cairo_t *cr_;
    bool tagged_;
    const ForeignPicture &foreign_;
    double scale_;
    const std::optional<Colour> &accent_;
    std::vector<const char *> open_;
};

struct JpegSize {
    int width = 0;
    int height = 0;
};

/// From the frame header (ITU-T T.81 annex B); nothing else is read.
std::optional<JpegSize> jpegSize(ByteView bytes) {
    std::size_t at = 2;
    while (at + 9 < bytes.size()) {
        if (bytes[at] != 0xFF) {
            return std::nullopt;
        }
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const std::size_t length = (std::size_t{bytes[at + 2]} << 8U) | bytes[at + 3];
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            JpegSize size;
            size.height = (int{bytes[at + 5]} << 8) | int{bytes[at + 6]};
            size.width = (int{bytes[at + 7]} << 8) | int{bytes[at + 8]};
            return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
        }
        if (marker == 0xDA || length < 2) {
            return std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

struct PngReader {
    ByteView bytes;
    std::size_t at = 0;

    static cairo_status_t read(void *closure, unsigned char *to, unsigned int length) {
        auto *self = static_cast<PngReader *>(closure);
        if (self->bytes.size() - self->at < length) {
            return CAIRO_STATUS_READ_ERROR;
        }
        std::memcpy(to, self->bytes.data() + self->at, length);
        self->at += length;
        return CAIRO_STATUS_SUCCESS;
    }
};

std::uint32_t bigEndian(ByteView bytes, std::size_t at) {
    return (std::uint32_t{bytes[at]} << 24U) | (std::uint32_t{bytes[at + 1]} << 16U) |
           (std::uint32_t{bytes[at + 2]} << 8U) | std::uint32_t{bytes[at + 3]};
}

bool sane(long long width, long long height) {
    return width > 0 && height > 0 && width <= 32767 && height <= 32767 && width * height <= kMostPixels;
}

} // namespace

Picture::~Picture() {
    if (surface != nullptr) {
        cairo_surface_destroy(surface);
    }
}

Result<OpenedPicture> openPicture(const Image &image) {
    const auto bad = [&](const char *why) { return fail(ErrorCode::NotPrintable, "image", why); };
    if (!image.bytes) {
        return bad("no bytes");
    }
    const ByteView bytes = *image.bytes;
    auto picture = std::make_shared<Picture>();
    picture->alternative = image.alternative;
    constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    const bool png = bytes.size() > 33 && std::equal(kPng.begin(), kPng.end(), bytes.begin());
    const bool jpeg = bytes.size() > 12 && bytes[0] == 0xFF && bytes[1] == 0xD8;
    if (!png && !jpeg) {
        return bad("neither PNG nor JPEG");
    }
    if (image.raster) {
        const Raster &raster = *image.raster;
        if (!sane(raster.width, raster.height) ||
            raster.rgb.size() != static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height) * 3) {
            return bad("its pixels do not agree with its size");
        }
    }
    if (jpeg) {
        const std::optional<JpegSize> size = jpegSize(bytes);
        if (!size || !sane(size->width, size->height)) {
            return bad("a JPEG without a size");
        }
        // Its pixels are never touched, so they take no memory: a PDF surface writes the JPEG itself.
        picture->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size->width, size->height);
        picture->decoded = image.raster;
        auto *copy = new std::shared_ptr<const Bytes>(image.bytes);
        const cairo_status_t status = cairo_surface_set_mime_data(
            picture->surface, CAIRO_MIME_TYPE_JPEG, bytes.data(), bytes.size(),
            [](void *data) { delete static_cast<std::shared_ptr<const Bytes> *>(data); }, copy);
        if (status != CAIRO_STATUS_SUCCESS) {
            delete copy;
            return bad(cairo_status_to_string(status));
        }
    } else if (image.raster) {
        picture->surface = Drawing::surfaceOf(*image.raster);
        picture->hasPixels = true;
    } else {
        if (!sane(bigEndian(bytes, 16), bigEndian(bytes, 20))) {
            return bad("too large");
        }
        PngReader reader{bytes};
        picture->surface = cairo_image_surface_create_from_png_stream(&PngReader::read, &reader);
        picture->hasPixels = true;
    }
    if (cairo_surface_status(picture->surface) != CAIRO_STATUS_SUCCESS) {
        return bad(cairo_status_to_string(cairo_surface_status(picture->surface)));
    }
    OpenedPicture opened;
    opened.width = cairo_image_surface_get_width(picture->surface);
    opened.height = cairo_image_surface_get_height(picture->surface);
    opened.picture = std::move(picture);
    return opened;
}

Outline::Outline(const Text &text) {
    const Text::Line &line = text.lines().front();
    width = line.width + 2 * kMarkThickness;
    height = line.height() + 2 * kMarkThickness;
    const cairo_rectangle_t extents{0, 0, width, height};
    surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cr = cairo_create(surface);
    cairo_move_to(cr, kMarkThickness, kMarkThickness + line.ascent);
    pango_cairo_layout_line_path(cr, text.line(0));
    // Black, for a copier that knows no grey; thin, to be read through.
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_set_line_width(cr, kMarkThickness);
    cairo_stroke(cr);
    cairo_destroy(cr);
}

Outline::~Outline() { cairo_surface_destroy(surface); }

void drawPage(cairo_t *cr, const Page &page, bool tagged, const ForeignPicture &foreign, double scale) {
    cairo_save(cr);
    cairo_scale(cr, page.scale, page.scale);
    Drawing drawing(cr, tagged, foreign, scale * page.scale, page.accent);
    for (const Op &op : page.ops) {
        std::visit(drawing, op);
    }
    cairo_restore(cr);
}

PagePixels renderPage(const LaidOutPaper &paper, int page, double dpi, const ForeignPicture &foreign) {
    const Page &one = paper.content().pages.at(static_cast<std::size_t>(page));
    const double scale = std::clamp(dpi, 24.0, 400.0) / 72;
    PagePixels pixels;
    pixels.width = static_cast<int>(std::lround(one.width * one.scale * scale));
    pixels.height = static_cast<int>(std::lround(one.height * one.scale * scale));
    pixels.stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, pixels.width);
    pixels.bytes.assign(static_cast<std::size_t>(pixels.stride) * static_cast<std::size_t>(pixels.height), 0xFF);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(pixels.bytes.data(), CAIRO_FORMAT_ARGB32,
                                                                   pixels.width, pixels.height, pixels.stride);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, scale, scale);
    drawPage(cr, one, false, foreign, scale);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pixels;
}

Bytes pngOf(const PagePixels &pixels) {
    Bytes copy = pixels.bytes; // Cairo reads it only, but asks for what it could write to
    cairo_surface_t *surface = cairo_image_surface_create_for_data(copy.data(), CAIRO_FORMAT_ARGB32, pixels.width,
                                                                   pixels.height, pixels.stride);
    Bytes png;
    cairo_surface_write_to_png_stream(
        surface,
        [](void *closure, const unsigned char *data, unsigned int length) {
            auto *to = static_cast<Bytes *>(closure);
            to->insert(to->end(), data, data + length);
            return CAIRO_STATUS_SUCCESS;
        },
        &png);
    cairo_surface_destroy(surface);
    return png;
}

} // namespace guichet::printing
