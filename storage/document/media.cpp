// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/media.h"

#include "storage/document/encoding.h"
#include "storage/document/pdf_facts.h"
#include "storage/document/utf8.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <cstdio> // before jpeglib.h, which needs FILE

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <memory>

namespace guichet::document {
namespace {

void notShown(Media &media, ErrorCode problem) {
    media.kind = MediaKind::NotShown;
    media.problem = problem;
    media.bytes.clear();
    media.bytes.shrink_to_fit();
    media.rgb.clear();
    media.rgb.shrink_to_fit();
    media.pages = 0;
    media.widthPx = media.heightPx = media.rgbWidthPx = media.rgbHeightPx = 0;
}

// ---- Base64 ----------------------------------------------------------------------------------------------------

constexpr std::uint8_t kSkip = 0x40; // white space
constexpr std::uint8_t kStop = 0x80; // padding
constexpr std::uint8_t kBad = 0xC0;

constexpr std::array<std::uint8_t, 256> base64Table() {
    std::array<std::uint8_t, 256> table{};
    table.fill(kBad);
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        table.at(static_cast<std::uint8_t>(kAlphabet[i])) = static_cast<std::uint8_t>(i);
    }
    for (const char c : {' ', '\t', '\r', '\n'}) {
        table.at(static_cast<std::uint8_t>(c)) = kSkip;
    }
    table.at('=') = kStop;
    return table;
}
constexpr std::array<std::uint8_t, 256> kBase64 = base64Table();

/// RFC 4648 section 4; white space anywhere, missing padding taken. Several times as fast as the constant-time decoder
/// of base/bytes.h, which matters here: most of a document's bytes are base64, and none of them is a secret's.
std::optional<Bytes> decodeBase64(std::string_view text) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::uint8_t *out = bytes.data();
    const auto *in = reinterpret_cast<const std::uint8_t *>(text.data());
    const std::uint8_t *const end = in + text.size();
    std::uint32_t group = 0;
    unsigned digits = 0;
    while (in != end) {
        if (digits == 0 && end - in >= 4) { // the common case, four digits together
            const std::uint32_t a = kBase64[in[0]], b = kBase64[in[1]], c = kBase64[in[2]], d = kBase64[in[3]];
            if ((a | b | c | d) < kSkip) {
                group = a << 18 | b << 12 | c << 6 | d;
                *out++ = static_cast<std::uint8_t>(group >> 16);
                *out++ = static_cast<std::uint8_t>(group >> 8 & 0xFF);
                *out++ = static_cast<std::uint8_t>(group & 0xFF);
                in += 4;
                continue;
            }
        }
        const std::uint8_t value = kBase64[*in++];
        if (value < kSkip) {
            group = group << 6 | value;
            if (++digits == 4) {
                *out++ = static_cast<std::uint8_t>(group >> 16 & 0xFF);
                *out++ = static_cast<std::uint8_t>(group >> 8 & 0xFF);
                *out++ = static_cast<std::uint8_t>(group & 0xFF);
                digits = 0;
            }
        } else if (value == kStop) {
            --in;
            break;
        } else if (value == kBad) {
            return std::nullopt;
        }
    }
    if (digits == 1) {
        return std::nullopt;
    }
    if (digits >= 2) {
        group <<= 6 * (4 - digits);
        *out++ = static_cast<std::uint8_t>(group >> 16 & 0xFF);
        if (digits == 3) {
            *out++ = static_cast<std::uint8_t>(group >> 8 & 0xFF);
        }
    }
    for (unsigned padding = 0; in != end; ++in) { // only padding and white space may follow
        const std::uint8_t value = kBase64[*in];
        padding += value == kStop ? 1 : 0;
        if ((value != kStop && value != kSkip) || padding > 2) {
            return std::nullopt;
        }
    }
    bytes.resize(static_cast<std::size_t>(out - bytes.data()));
    return bytes;
}

// ---- PDF -------------------------------------------------------------------------------------------------------

void readPdf(Media &media, const MediaLimits &limits) {
    Result<PdfFacts> facts = readPdfFacts(media.bytes, limits.pages);
    if (!facts) {
        return notShown(media, facts.error().code);
    }
    media.pages = facts->pages;
    media.damaged = facts->damaged;
    media.active = facts->active;
    media.files = std::move(facts->files);
    media.kind = MediaKind::Pdf;
}

// ---- Pictures --------------------------------------------------------------------------------------------------

bool tooManyPixels(std::uint64_t width, std::uint64_t height, const MediaLimits &limits) {
    return width > 0xFFFF'FFFF || height > 0xFFFF'FFFF || width * height > limits.pixels;
}

void readPng(Media &media, const MediaLimits &limits) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, media.bytes.data(), media.bytes.size()) == 0 || image.width == 0 ||
        image.height == 0) {
        png_image_free(&image);
        return notShown(media, ErrorCode::Unreadable);
    }
    if (tooManyPixels(image.width, image.height, limits)) {
        png_image_free(&image);
        return notShown(media, ErrorCode::TooLarge);
    }
    image.format = PNG_FORMAT_RGB;
    const png_color white{255, 255, 255};
    media.rgb.resize(PNG_IMAGE_SIZE(image));
    const bool whole =
        png_image_finish_read(&image, &white, media.rgb.data(), 0, nullptr) != 0 && (image.warning_or_error & 2U) == 0;
    png_image_free(&image);
    if (!whole) {
        return notShown(media, ErrorCode::Unreadable);
    }
    media.widthPx = media.rgbWidthPx = image.width;
    media.heightPx = media.rgbHeightPx = image.height;
    media.kind = MediaKind::Png;
}

struct JpegErrors {
    jpeg_error_mgr manager; // first: libjpeg knows it by this address
    std::jmp_buf onError;
    bool truncated;
};

[[noreturn]] void leaveJpeg(j_common_ptr codec) {
    std::longjmp(reinterpret_cast<JpegErrors *>(codec->err)->onError, 1); // NOLINT: libjpeg's way out
}

void noteJpegWarning(j_common_ptr codec, int level) {
    constexpr int kHitMarker = 120, kPrematureEnd = 123; // JWRN_HIT_MARKER, JWRN_JPEG_EOF: data is missing
    if (level < 0 && (codec->err->msg_code == kPrematureEnd || codec->err->msg_code == kHitMarker)) {
        reinterpret_cast<JpegErrors *>(codec->err)->truncated = true;
    }
}

void silence(j_common_ptr) {}

/// What decodeJpeg works on; outside it, because a jump over a C++ object would not destroy it.
struct JpegJob {
    const Bytes *bytes;
    std::uint64_t pixelLimit;
    std::uint64_t rgbLimit;
    Bytes *rgb;
    Bytes *row;
    std::uint32_t width, height, rgbWidth, rgbHeight;
    bool tooLarge;
};

bool decodeJpeg(JpegJob &job) {
    jpeg_decompress_struct codec{};
    JpegErrors errors{};
    codec.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = leaveJpeg;
    errors.manager.emit_message = noteJpegWarning;
    errors.manager.output_message = silence;
    if (setjmp(errors.onError) != 0) { // NOLINT: libjpeg's way out
        jpeg_destroy_decompress(&codec);
        return false;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, job.bytes->data(), job.bytes->size());
    jpeg_read_header(&codec, TRUE);
    job.width = codec.image_width;
    job.height = codec.image_height;
    if (std::uint64_t{job.width} * job.height > job.pixelLimit) {
        job.tooLarge = true;
        jpeg_destroy_decompress(&codec);
        return false;
    }
    const bool inks = codec.num_components == 4;
    codec.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    codec.scale_num = 1;
    codec.scale_denom = 1;
    while (codec.scale_denom < 8 &&
           std::uint64_t{job.width / codec.scale_denom} * (job.height / codec.scale_denom) > job.rgbLimit) {
        codec.scale_denom *= 2;
    }
    jpeg_start_decompress(&codec);
    job.rgbWidth = codec.output_width;
    job.rgbHeight = codec.output_height;
    job.rgb->resize(std::size_t{3} * job.rgbWidth * job.rgbHeight);
    job.row->resize(std::size_t{4} * job.rgbWidth);
    while (codec.output_scanline < codec.output_height) {
        std::uint8_t *target = job.rgb->data() + std::size_t{3} * job.rgbWidth * codec.output_scanline;
        JSAMPROW row = inks ? job.row->data() : target;
        jpeg_read_scanlines(&codec, &row, 1);
        for (std::size_t x = 0; inks && x < job.rgbWidth; ++x) {
            for (std::size_t channel = 0; channel < 3; ++channel) {
                // Adobe writes its inks inverted, and nobody else writes four.
                const unsigned value = unsigned{row[4 * x + channel]} * row[4 * x + 3] / 255;
                target[3 * x + channel] = static_cast<std::uint8_t>(value);
            }
        }
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return !errors.truncated;
}

void readJpeg(Media &media, const MediaLimits &limits) {
    Bytes row;
    JpegJob job{&media.bytes, limits.pixels, limits.rgbPixels, &media.rgb, &row, 0, 0, 0, 0, false};
    if (!decodeJpeg(job)) {
        return notShown(media, job.tooLarge ? ErrorCode::TooLarge : ErrorCode::Unreadable);
    }
    media.widthPx = job.width;
    media.heightPx = job.height;
    media.rgbWidthPx = job.rgbWidth;
    media.rgbHeightPx = job.rgbHeight;
    media.kind = MediaKind::Jpeg;
}

// ---- TIFF: scanned pages ---------------------------------------------------------------------------------------

/// The file in memory, as libtiff reads it.
struct TiffSource {
    const Bytes *bytes;
    toff_t at = 0;
};

tmsize_t tiffRead(thandle_t handle, void *buffer, tmsize_t size) {
    auto *source = static_cast<TiffSource *>(handle);
    const auto total = static_cast<toff_t>(source->bytes->size());
    const toff_t left = source->at < total ? total - source->at : 0;
    const auto count = std::min(left, static_cast<toff_t>(std::max<tmsize_t>(size, 0)));
    if (count > 0) {
        std::memcpy(buffer, source->bytes->data() + source->at, count);
    }
    source->at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t tiffWrite(thandle_t, void *, tmsize_t) { return -1; }

toff_t tiffSeek(thandle_t handle, toff_t offset, int whence) {
    auto *source = static_cast<TiffSource *>(handle);
    switch (whence) {
    case SEEK_SET: source->at = offset; break;
    case SEEK_CUR: source->at += offset; break;
    default: source->at = static_cast<toff_t>(source->bytes->size()) + offset; break;
    }
    return source->at;
}

int tiffClose(thandle_t) { return 0; }
toff_t tiffSize(thandle_t handle) { return static_cast<TiffSource *>(handle)->bytes->size(); }

cairo_status_t appendPdf(void *closure, const unsigned char *data, unsigned int length) {
    auto *bytes = static_cast<Bytes *>(closure);
    bytes->insert(bytes->end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

/// One picture of the TIFF as an RGB24 surface, which the caller destroys; null where it can't be decoded.
cairo_surface_t *tiffPicture(TIFF *tiff, std::uint32_t width, std::uint32_t height) {
    std::vector<std::uint32_t> pixels(std::size_t{width} * height);
    if (TIFFReadRGBAImageOriented(tiff, width, height, pixels.data(), ORIENTATION_TOPLEFT, 1) == 0) {
        return nullptr;
    }
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height));
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return nullptr;
    }
    cairo_surface_flush(surface);
    unsigned char *data = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint32_t pixel = pixels[y * width + x];
            const std::uint32_t alpha = TIFFGetA(pixel);
            const auto onWhite = [alpha](std::uint32_t premultiplied) {
                return std::min<std::uint32_t>(255, premultiplied + (255 - alpha));
            };
            const std::uint32_t rgb =
                onWhite(TIFFGetR(pixel)) << 16 | onWhite(TIFFGetG(pixel)) << 8 | onWhite(TIFFGetB(pixel));
            std::memcpy(data + y * stride + x * 4, &rgb, sizeof rgb);
        }
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

void readTiff(Media &media, const MediaLimits &limits) {
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    TiffSource source{&media.bytes};
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(
        TIFFClientOpen("tiff", "rm", &source, tiffRead, tiffWrite, tiffSeek, tiffClose, tiffSize, nullptr, nullptr),
        &TIFFClose);
    if (!tiff) {
        return notShown(media, ErrorCode::Unreadable);
    }
    Bytes pdf;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> target(
        cairo_pdf_surface_create_for_stream(appendPdf, &pdf, 595, 842), &cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(target.get()), &cairo_destroy);
    std::uint32_t pages = 0;
    std::uint64_t pixels = 0;
    do {
        std::uint32_t width = 0, height = 0;
        if (TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) == 0 ||
            TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) == 0 || width == 0 || height == 0) {
            return notShown(media, ErrorCode::Unreadable);
        }
        pixels += std::uint64_t{width} * height;
        if (width > 0x7FFF || height > 0x7FFF || pixels > 4 * limits.pixels || tooManyPixels(width, height, limits) ||
            ++pages > limits.pages) { // 0x7FFF: cairo's own limit
            return notShown(media, ErrorCode::TooLarge);
        }
        const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> picture(
            tiffPicture(tiff.get(), width, height), &cairo_surface_destroy);
        if (!picture) {
            return notShown(media, ErrorCode::Unreadable);
        }
        // A fax has more dots across than down; without a resolution the picture is as wide as A4.
        float across = 0, down = 0;
        std::uint16_t unit = RESUNIT_INCH;
        TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_RESOLUTIONUNIT, &unit);
        double widthPt = 595, heightPt = 595.0 * height / width;
        if (TIFFGetField(tiff.get(), TIFFTAG_XRESOLUTION, &across) != 0 &&
            TIFFGetField(tiff.get(), TIFFTAG_YRESOLUTION, &down) != 0 && unit != RESUNIT_NONE && across >= 1 &&
            down >= 1 && std::isfinite(across) && std::isfinite(down)) {
            const double perUnit = unit == RESUNIT_CENTIMETER ? 72 / 2.54 : 72;
            widthPt = width / double{across} * perUnit;
            heightPt = height / double{down} * perUnit;
        }
        constexpr double kLongestPt = 14400; // PDF 1.7, annex C
        if (!(widthPt > 0.5 && heightPt > 0.5 && widthPt <= kLongestPt && heightPt <= kLongestPt)) {
            return notShown(media, ErrorCode::Unreadable);
        }
        cairo_pdf_surface_set_size(target.get(), widthPt, heightPt);
        cairo_save(cairo.get());
        cairo_scale(cairo.get(), widthPt / width, heightPt / height);
        cairo_set_source_surface(cairo.get(), picture.get(), 0, 0);
        cairo_paint(cairo.get());
        cairo_restore(cairo.get());
        cairo_show_page(cairo.get());
    } while (TIFFReadDirectory(tiff.get()) != 0);
    cairo_surface_finish(target.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS || pdf.empty()) {
        return notShown(media, ErrorCode::Unreadable);
    }
    media.bytes = std::move(pdf);
    media.pages = pages;
    media.kind = MediaKind::Pdf;
}

// ---- What it is ------------------------------------------------------------------------------------------------

/// "text/plain; charset=iso-8859-1" gives "iso-8859-1".
std::string charsetIn(const std::string &mediaType) {
    const auto at = mediaType.find("charset=");
    if (at == std::string::npos) {
        return {};
    }
    std::string charset = mediaType.substr(at + 8);
    std::erase(charset, '"');
    return charset.substr(0, charset.find_first_of("; "));
}

bool looksLikeMarkupOrRtf(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text.starts_with("{\\rtf") || text.starts_with("<?xml") || text.starts_with("<!DOCTYPE") ||
           text.starts_with("<html") || text.starts_with("<HTML");
}

void classify(Media &media, const MediaLimits &limits) {
    const std::string_view text = asText(media.bytes);
    const std::string type = smallLetters(media.mediaType);
    if (text.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
        return readPdf(media, limits);
    }
    if (text.starts_with("\x89PNG\r\n\x1A\n")) {
        return readPng(media, limits);
    }
    if (text.starts_with("\xFF\xD8\xFF")) {
        return readJpeg(media, limits);
    }
    if (text.starts_with(std::string_view("II*\0", 4)) || text.starts_with(std::string_view("MM\0*", 4))) {
        return readTiff(media, limits);
    }
    if ((type.empty() || type.starts_with("text/plain")) && !looksLikeMarkupOrRtf(text)) {
        const std::string utf8 = plainText(media.bytes, charsetIn(type));
        media.bytes.assign(utf8.begin(), utf8.end());
        media.kind = MediaKind::Text;
        return;
    }
    // Declared as something that is shown, and it is not that.
    const bool shown = type.starts_with("application/pdf") || type.starts_with("image/png") ||
                       type.starts_with("image/jpeg") || type.starts_with("image/jpg") ||
                       type.starts_with("image/tiff");
    notShown(media, shown ? ErrorCode::Unreadable : ErrorCode::UnsupportedMedia);
}

} // namespace

void readMedia(Media &media, std::string_view content, std::string_view representation, std::string_view compression,
               const MediaLimits &limits) {
    const bool empty = content.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (empty) {
        return notShown(media, media.reference.empty() ? ErrorCode::Unreadable : ErrorCode::FileNotFound);
    }
    if (!compression.empty()) { // DF, GZ, ZL, Z: in the standard, and used by nobody
        return notShown(media, ErrorCode::UnsupportedMedia);
    }
    // Without a representation it is text, says HL7; but a binary type can only be base64.
    const std::string type = smallLetters(media.mediaType);
    const bool textual = type.empty() || type.starts_with("text/");
    if (representation == "B64" || (representation.empty() && !textual)) {
        std::optional<Bytes> bytes = decodeBase64(content);
        if (!bytes || bytes->empty()) {
            return notShown(media, ErrorCode::Unreadable);
        }
        media.bytes = std::move(*bytes);
    } else {
        media.bytes.assign(content.begin(), content.end());
    }
    media.sizeBytes = media.bytes.size();
    classify(media, limits);
}

void readMediaFile(Media &media, ByteView file, const MediaLimits &limits) {
    media.bytes.assign(file.begin(), file.end());
    media.sizeBytes = file.size();
    classify(media, limits);
}

} // namespace guichet::document
