// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "printing/paper.h"
#include "printing/pdf_assembly.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <span>
#include <vector>

namespace guichet::printing {

/// Standard is 11 points; Large has nothing under 18 points, and is laid out anew, not enlarged.
enum class Layout { Standard, Large };

/// A picture of a page: 32 bits a pixel in the machine's order, 0xAARRGGBB with alpha multiplied in, as
/// QImage::Format_ARGB32_Premultiplied and CAIRO_FORMAT_ARGB32 have it.
struct PagePixels {
    int width = 0;
    int height = 0;
    int stride = 0; ///< bytes from one row to the next
    Bytes bytes;
};

struct PageSize {
    double widthMm = 210;
    double heightMm = 297;
};

/// Where a page of a ForeignPages block stands.
struct ForeignPlace {
    std::shared_ptr<const Bytes> pdf;
    int page = 0; ///< in that PDF, from 0
};

/// A paper on pages. It keeps what it needs of its engine alive. Belongs to the engine's thread.
class LaidOutPaper {
public:
    struct Content;
    explicit LaidOutPaper(std::unique_ptr<const Content> content);
    ~LaidOutPaper();
    LaidOutPaper(LaidOutPaper &&) noexcept;
    LaidOutPaper &operator=(LaidOutPaper &&) noexcept;

    [[nodiscard]] int pageCount() const;             ///< 1 or more
    [[nodiscard]] PageSize pageSize(int page) const; ///< page from 0; its sheet, upright or (a wide table) on its side
    /// Characters that no font has: a frame stands in place of each. In order, each once.
    [[nodiscard]] const std::vector<char32_t> &unknownCharacters() const;
    /// The foreign page that fills this one, for a preview that has it drawn by the document reader.
    [[nodiscard]] std::optional<ForeignPlace> foreignPlace(int page) const;
    [[nodiscard]] const Content &content() const { return *content_; }

private:
    std::unique_ptr<const Content> content_;
};

/// Draws a foreign page for the preview, at most `width` × `height` pixels; nullopt shows a frame with its description.
using ForeignPicture = std::function<std::optional<Raster>(const ForeignPlace &, int width, int height)>;

/// Where renderPdf sends the pages when there are foreign PDFs among them: pdf_assembly.h's `assemblePdf` itself, or
/// the sandboxed process that runs it.
using Assembler = std::function<Result<Bytes>(const Assembly &)>;

/// For programs that show text by this library alone, before the first Engine: fontconfig, which Pango starts for the
/// whole process, then does not read the machine's configuration and list of fonts, which no Engine uses. A toolkit
/// with windows would find no font afterwards.
void leaveMachineFontsOut();

/// The fonts and the measure of text. Fonts are Noto, from the system's folders, chosen here and by no configuration
/// file of the machine or its user, and not hinted: a page is the same on every screen and printer. An engine and what
/// it makes belong to one thread; several engines may be used at once. Fonts take some milliseconds to open: they are
/// opened for the first paper and kept.
class Engine {
public:
    /// Folders with Noto's files, searched in order; empty: /usr/share/fonts, /usr/local/share/fonts.
    explicit Engine(std::vector<std::filesystem::path> fontFolders = {});
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Opens the fonts on a thread of its own, so that they are there when the first paper comes. At most once, before
    /// the first layOut().
    void startAhead();

    /// Sets the paper on pages. Nothing of it is lost: what does not fit is made smaller, turned or continued.
    /// Error: NotPrintable (a picture that can't be read, a QR text that is too long, a foreign PDF of no pages).
    [[nodiscard]] Result<LaidOutPaper> layOut(const Paper &paper, Layout layout);

private:
    struct Parts;
    [[nodiscard]] const std::shared_ptr<Parts> &parts();

    std::vector<std::filesystem::path> fontFolders_;
    std::future<std::shared_ptr<Parts>> ahead_;
    std::shared_ptr<Parts> parts_;
};

/// The papers as one PDF, each from a new page with its own numbering: tagged, with title, language and dates, the
/// papers' attachments inside. The same bytes for the same papers, build and fonts. `assembler` is called only where
/// there are foreign pages. Errors: NotPrintable, and those of the assembler.
[[nodiscard]] Result<Bytes> renderPdf(std::span<const LaidOutPaper *const> papers, const Assembler &assembler = {});
[[nodiscard]] Result<Bytes> renderPdf(const LaidOutPaper &paper, const Assembler &assembler = {});

/// The very page that renderPdf writes, as pixels. `page` from 0; `dpi` 24 to 400.
[[nodiscard]] PagePixels renderPage(const LaidOutPaper &paper, int page, double dpi,
                                    const ForeignPicture &foreign = {});
/// As a PNG file.
[[nodiscard]] Bytes pngOf(const PagePixels &pixels);

} // namespace guichet::printing
