// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-reader: reads bytes from outside for another process, over the pipe that is its standard input. See wire.h
// for what it says there, and sandbox.h for what it can't do.
#include "base/program.h"
#include "storage/document/paper_text.h"
#include "storage/document/parse.h"
#include "storage/document/rasterise.h"
#include "storage/document/sandbox.h"
#include "storage/document/utf8.h"
#include "storage/document/wire.h"
#include "storage/document/xdm.h"

#if GUICHET_HAS_PDF_ASSEMBLY
#include "printing/pdf_assembly.h"
#endif

#include <fontconfig/fontconfig.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>

using namespace guichet;
using namespace guichet::document;

namespace {

constexpr int kPipe = 0;

/// False at the end of the pipe: the parent has closed it, or is gone.
bool readAll(std::uint8_t *data, std::size_t size) {
    while (size > 0) {
        const ssize_t count = read(kPipe, data, size);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        data += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool writeAll(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(kPipe, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool answer(wire::Kind kind, ByteView body) {
    return writeAll(wire::encodeHeader(kind, body.size())) && writeAll(body);
}

bool refuse(const Error &error) { return answer(wire::Kind::Failure, wire::encodeFailure(error)); }

void dropBytes(Media &media) {
    media.bytes = {};
    media.rgb = {};
}

#if GUICHET_HAS_PDF_ASSEMBLY
std::vector<PdfPageSize> sizesOf(const printing::PdfInfo &info) {
    std::vector<PdfPageSize> sizes;
    for (const printing::PdfPage &page : info.pages) {
        sizes.push_back({page.widthMm, page.heightMm, page.rotation});
    }
    return sizes;
}

/// What only the library that will print it can say of a PDF.
void lookInto(Media &media) {
    if (media.kind != MediaKind::Pdf) {
        return;
    }
    const Result<printing::PdfInfo> info = printing::inspectPdf(media.bytes);
    if (info && info->pages.size() == media.pages) {
        media.pageSizes = sizesOf(*info);
        const auto copied = [](const std::vector<printing::PdfNote> &notes) {
            std::vector<PdfNote> copies;
            for (const printing::PdfNote &note : notes) {
                copies.push_back({static_cast<std::uint32_t>(note.page), withoutForbidden(note.text)});
            }
            return copies;
        };
        media.notes = copied(info->notes);
        media.missingFonts = copied(info->missingFonts);
    }
}
#else
void lookInto(Media &) {}
#endif

void eachMedia(std::vector<Section> &sections, void (*act)(Media &)) {
    for (Section &section : sections) {
        for (Media &media : section.media) {
            act(media);
        }
        eachMedia(section.sections, act);
    }
}

#if GUICHET_TESTS
/// What the tests need of a file that is bad for its reader. In no build that is installed.
void misbehave(ByteView file) {
    const std::string_view text = asText(file);
    if (text.starts_with("<?guichet-test crash?>")) {
        std::abort();
    }
    if (text.starts_with("<?guichet-test hang?>")) {
        for (;;) {
            poll(nullptr, 0, 1000);
        }
    }
    if (text.starts_with("<?guichet-test memory?>")) {
        for (std::size_t size = 1 << 20;; size *= 2) {
            Bytes(size, 1).swap(*new Bytes); // NOLINT: lost on purpose
        }
    }
    if (text.starts_with("<?guichet-test garbage?>")) {
        answer(wire::Kind::Document, asBytes("this is no document"));
        _exit(0);
    }
    if (text.starts_with("<?guichet-test boast?>")) {
        writeAll(wire::encodeHeader(wire::Kind::Document, std::uint64_t{1} << 60));
        _exit(0);
    }
}
#endif

/// `body` holds the request: it is given up once it was read, as it may be large.
bool serveRead(const wire::Request &request, Bytes &body) {
#if GUICHET_TESTS
    misbehave(request.rest);
#endif
    Result<ReadOutcome> outcome =
        request.beside.empty() ? parseDocument(request.rest) : parseDescribed(request.rest, request.beside);
    body = Bytes();
    if (!outcome) {
        return refuse(outcome.error());
    }
    void (*const act)(Media &) = request.mediaBytes ? lookInto : dropBytes;
    eachMedia(outcome->document.sections, act);
    if (outcome->document.nonXmlBody) {
        act(*outcome->document.nonXmlBody);
    }
    return answer(wire::Kind::Document, wire::encodeDocument(*outcome));
}

#if GUICHET_HAS_PDF_ASSEMBLY
bool serveInspect(const wire::Request &request) {
    const Result<printing::PdfInfo> info = printing::inspectPdf(request.rest);
    if (!info) {
        return refuse(info.error());
    }
    return answer(wire::Kind::PageSizes, wire::encodePageSizes(sizesOf(*info)));
}

bool serveAssemble(const wire::Request &request) {
    const PdfAssembly &asked = request.assembly;
    printing::Assembly assembly;
    assembly.base = asked.base;
    assembly.foreignPdfs = asked.foreignPdfs;
    for (const PdfPlacement &placement : asked.placements) {
        printing::Placement &place = assembly.placements.emplace_back();
        place.ours = static_cast<int>(placement.ours);
        place.foreign = static_cast<int>(placement.foreign);
        place.page = static_cast<int>(placement.page);
        place.leftMm = placement.leftMm;
        place.bottomMm = placement.bottomMm;
        place.widthMm = placement.widthMm;
        place.heightMm = placement.heightMm;
        place.below = placement.below;
    }
    const Result<Bytes> pdf = printing::assemblePdf(assembly);
    return pdf ? answer(wire::Kind::Pdf, *pdf) : refuse(pdf.error());
}
#else
bool serveInspect(const wire::Request &) { return refuse({ErrorCode::UnsupportedMedia, {}, "built without"}); }
bool serveAssemble(const wire::Request &) { return refuse({ErrorCode::UnsupportedMedia, {}, "built without"}); }
#endif

bool serveArchive(const wire::Request &request) {
    const Result<std::vector<ArchiveMember>> members = readXdm(request.rest);
    return members ? answer(wire::Kind::Members, wire::encodeArchive(*members)) : refuse(members.error());
}

bool serveRasterise(const wire::Request &request) {
    const Result<Pixels> pixels = rasterisePdfPage(request.rest, request.page, request.widthPx, request.heightPx);
    return pixels ? answer(wire::Kind::Picture, wire::encodePicture(*pixels)) : refuse(pixels.error());
}

bool serveText(const wire::Request &request) {
    const Result<PaperText> paper = readPaperText(request.rest);
    return paper ? answer(wire::Kind::Paper, wire::encodePaper(*paper)) : refuse(paper.error());
}

bool serve(const wire::Request &request, Bytes &body) {
    try {
        switch (request.kind) {
        case wire::Kind::Read: return serveRead(request, body);
        case wire::Kind::Inspect: return serveInspect(request);
        case wire::Kind::Assemble:
            body = Bytes(); // its parts are copies
            return serveAssemble(request);
        case wire::Kind::Rasterise: return serveRasterise(request);
        case wire::Kind::Text: return serveText(request);
        case wire::Kind::Archive: return serveArchive(request);
        default: return false;
        }
    } catch (const std::bad_alloc &) {
        return refuse({ErrorCode::TooLarge, {}, "memory"});
    }
}

/// For kernels where nothing can be opened later: what fonts there are is learnt now.
void preload() { FcInit(); }

} // namespace

int main() {
    giveLargeBlocksBack();
    dropEverything();
    if (const Result<void> shut = shutIn(preload); !shut) {
        return 1;
    }
    const std::uint32_t protection = tryTheDoors();
    if (!answer(wire::Kind::Ready, wire::encodeReady(protection)) || protection != wire::WholeProtection) {
        _exit(1);
    }
    for (;;) {
        std::array<std::uint8_t, wire::kHeaderBytes> head{};
        if (!readAll(head.data(), head.size())) {
            _exit(0); // no destructor has anything to do, and a leak checker could not work in here
        }
        const wire::Header header = wire::decodeHeader(head);
        if (header.length > wire::kLargestRequest) {
            _exit(1);
        }
        Bytes body(static_cast<std::size_t>(header.length));
        if (!readAll(body.data(), body.size())) {
            _exit(0);
        }
        const std::optional<wire::Request> request = wire::decodeRequest(header.kind, body);
        if (!request) {
            _exit(1);
        }
        // The parent kills what takes too long. Should it be gone itself, this ends the work, and the pipe's end the
        // process. (PR_SET_PDEATHSIG would end it with the thread that started it.)
        alarm(request->milliseconds / 1000 + 5);
        const bool served = serve(*request, body);
        alarm(0);
        if (!served) {
            _exit(1);
        }
    }
}
