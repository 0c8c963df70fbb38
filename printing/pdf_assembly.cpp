// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf_assembly.h"

#include "printing/annotations.h"
#include "printing/stand_in_fonts.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace guichet::printing {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr std::size_t kMostPages = 2000;
constexpr std::size_t kMostObjects = 2'000'000;

void open(QPDF &pdf, ByteView bytes) {
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(true);
    pdf.processMemoryFile("pdf", reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

std::string words(const std::exception &error) {
    std::string text = error.what();
    constexpr std::size_t kEnough = 200;
    return text.size() > kEnough ? text.substr(0, kEnough) : text;
}

template <typename Value, typename Action>
Result<Value> guarded(Action action) {
    try {
        return action();
    } catch (const QPDFExc &error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return fail(ErrorCode::Encrypted, "PDF");
        }
        return fail(ErrorCode::Unreadable, "PDF", words(error));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge, "PDF");
    } catch (const std::exception &error) {
        return fail(ErrorCode::Unreadable, "PDF", words(error));
    }
}

double number(QPDFObjectHandle value, double otherwise) {
    return value.isNumber() && std::isfinite(value.getNumericValue()) ? value.getNumericValue() : otherwise;
}

using Rectangle = QPDFObjectHandle::Rectangle;

/// The box in its normal order, sane in size; none otherwise.
std::optional<Rectangle> saneBox(const Rectangle &box) {
    constexpr double kLargest = 20'000; // points; the specification's own limit is 14 400
    const Rectangle ordered(std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
                            std::max(box.lly, box.ury));
    const auto sane = [](double side) { return std::isfinite(side) && side >= 1 && side <= kLargest; };
    return sane(ordered.urx - ordered.llx) && sane(ordered.ury - ordered.lly) ? std::optional(ordered) : std::nullopt;
}

std::optional<Rectangle> saneBox(QPDFObjectHandle box) {
    return box.isRectangle() ? saneBox(box.getArrayAsRectangle()) : std::nullopt;
}

/// What of the page is looked at: the crop box within the media box (ISO 32000-1, 14.11.2); the media box where nothing
/// of the crop box is in it, A4 where that is none.
Rectangle visibleBox(QPDFPageObjectHelper &page) {
    const Rectangle media = saneBox(page.getMediaBox()).value_or(Rectangle(0, 0, 595.276, 841.89));
    const std::optional<Rectangle> crop = saneBox(page.getCropBox());
    if (!crop) {
        return media;
    }
    if (crop->llx >= media.urx || crop->urx <= media.llx || crop->lly >= media.ury || crop->ury <= media.lly) {
        return media;
    }
    return saneBox(Rectangle(std::max(crop->llx, media.llx), std::max(crop->lly, media.lly),
                             std::min(crop->urx, media.urx), std::min(crop->ury, media.ury)))
        .value_or(media);
}

PdfPage describe(QPDFPageObjectHelper &page) {
    PdfPage described;
    const Rectangle box = visibleBox(page);
    const double width = box.urx - box.llx;
    const double height = box.ury - box.lly;
    const QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const long long turned = std::llround(number(rotate, 0)) % 360;
    described.rotation = turned % 90 == 0 ? static_cast<int>((turned + 360) % 360) : 0; // what viewers do with others
    const double unit = number(page.getObjectHandle().getKey("/UserUnit"), 1);
    const double scale = kMmPerPoint * (unit > 0 && unit < 100 ? unit : 1);
    described.widthMm = (described.rotation % 180 == 0 ? width : height) * scale;
    described.heightMm = (described.rotation % 180 == 0 ? height : width) * scale;
    return described;
}

/// Takes what acts, or fetches, or points out of the page, away from everything that the drawing uses.
void removeActive(QPDFObjectHandle from) {
    static const std::set<std::string> kForbidden{"/A",
                                                  "/AA",
                                                  "/AF",
                                                  "/OpenAction",
                                                  "/JS",
                                                  "/JavaScript",
                                                  "/Launch",
                                                  "/URI",
                                                  "/OPI",
                                                  "/Ref",
                                                  "/PieceInfo",
                                                  "/Parent",
                                                  "/Metadata",
                                                  "/StructParent",
                                                  "/StructParents",
                                                  "/Alternates",
                                                  "/EmbeddedFiles",
                                                  "/RichMedia",
                                                  "/Annots",
                                                  "/AcroForm",
                                                  "/PS"};
    // The keys in these are names that the file's maker gave: a font may be called /A.
    static const std::set<std::string> kNamed{"/Font",    "/XObject",    "/Pattern",    "/ExtGState",
                                              "/Shading", "/ColorSpace", "/Properties", "/CharProcs"};
    struct Waiting {
        QPDFObjectHandle object;
        bool named;
    };
    std::set<QPDFObjGen> seen;
    std::vector<Waiting> waiting{{from, false}};
    std::size_t count = 0;
    while (!waiting.empty()) {
        auto [object, named] = waiting.back();
        waiting.pop_back();
        if (object.isIndirect() && !seen.insert(object.getObjGen()).second) {
            continue;
        }
        if (++count > kMostObjects) {
            throw std::runtime_error("too many objects");
        }
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                waiting.push_back({object.getArrayItem(i), false});
            }
        } else if (object.isDictionary() || object.isStream()) {
            QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
            if (object.isStream()) {
                for (const char *external : {"/F", "/FFilter", "/FDecodeParms"}) {
                    dictionary.removeKey(external);
                }
                if (dictionary.getKey("/Subtype2").isName() || dictionary.getKey("/Subtype").isNameAndEquals("/PS")) {
                    dictionary.removeKey("/Subtype2");
                    dictionary.removeKey("/Subtype"); // a PostScript fragment draws nothing then
                }
            }
            for (const std::string &key : dictionary.getKeys()) {
                if (!named && kForbidden.contains(key)) {
                    dictionary.removeKey(key);
                } else {
                    QPDFObjectHandle value = dictionary.getKey(key);
                    waiting.push_back({value, !named && kNamed.contains(key) && value.isDictionary()});
                }
            }
        }
    }
}

} // namespace

Result<PdfInfo> inspectPdf(ByteView bytes) {
    return guarded<PdfInfo>([&]() -> Result<PdfInfo> {
        QPDF pdf;
        open(pdf, bytes);
        std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
        if (pages.empty()) {
            return fail(ErrorCode::Unreadable, "PDF", "no page");
        }
        if (pages.size() > kMostPages) {
            return fail(ErrorCode::TooLarge, "PDF", std::to_string(pages.size()) + " pages");
        }
        PdfInfo info;
        for (QPDFPageObjectHelper &page : pages) {
            info.pages.push_back(describe(page));
        }
        info.notes = drawAnnotations(pdf);
        info.missingFonts = missingFonts(pdf);
        return info;
    });
}

Result<Bytes> assemblePdf(const Assembly &assembly) {
    return guarded<Bytes>([&]() -> Result<Bytes> {
        QPDF base;
        open(base, *assembly.base);
        std::vector<QPDFPageObjectHelper> ours = QPDFPageDocumentHelper(base).getAllPages();
        // Copied streams read from their source until the result is written.
        std::vector<std::unique_ptr<QPDF>> sources;
        std::vector<std::vector<QPDFPageObjectHelper>> theirs;
        for (const std::shared_ptr<const Bytes> &foreign : assembly.foreignPdfs) {
            QPDF &pdf = *sources.emplace_back(std::make_unique<QPDF>());
            open(pdf, *foreign);
            (void)drawAnnotations(pdf); // inspectPdf() says what is left
            QPDFPageDocumentHelper pages(pdf);
            pages.flattenAnnotations(0, an_invisible | an_hidden);
            (void)standInForFonts(pdf);
            theirs.push_back(pages.getAllPages());
        }
        for (const Placement &placement : assembly.placements) {
            const auto foreign = static_cast<std::size_t>(placement.foreign);
            const auto at = static_cast<std::size_t>(placement.page);
            const auto our = static_cast<std::size_t>(placement.ours);
            if (foreign >= theirs.size() || at >= theirs[foreign].size() || our >= ours.size()) {
                return fail(ErrorCode::NotPrintable, "PDF",
                            "page " + std::to_string(placement.page + 1) + " is not there");
            }
            // qpdf takes the trim box, and believes it.
            theirs[foreign][at].getObjectHandle().replaceKey(
                "/TrimBox", QPDFObjectHandle::newFromRectangle(visibleBox(theirs[foreign][at])));
            QPDFObjectHandle form = base.copyForeignObject(theirs[foreign][at].getFormXObjectForPage());
            removeActive(form);
            QPDFPageObjectHelper &page = ours[our];
            QPDFObjectHandle resources = page.getAttribute("/Resources", true);
            if (!resources.isDictionary()) {
                resources = QPDFObjectHandle::newDictionary();
                page.getObjectHandle().replaceKey("/Resources", resources);
            }
            QPDFObjectHandle objects = resources.getKey("/XObject");
            objects = objects.isDictionary() ? objects.shallowCopy() : QPDFObjectHandle::newDictionary();
            resources.replaceKey("/XObject", objects);
            int suffix = 0;
            const std::string name = resources.getUniqueResourceName("/Foreign", suffix);
            objects.replaceKey(name, form);
            const double left = placement.leftMm / kMmPerPoint;
            const double bottom = placement.bottomMm / kMmPerPoint;
            const QPDFObjectHandle::Rectangle room(left, bottom, left + placement.widthMm / kMmPerPoint,
                                                   bottom + placement.heightMm / kMmPerPoint);
            const std::string drawing = page.placeFormXObject(form, name, room, true, true, false);
            if (drawing.empty()) {
                return fail(ErrorCode::Unreadable, "PDF", "a page without a size");
            }
            // Our page has a figure with words for it; what their own marks would be tags of stays behind.
            const std::string placed = "/Artifact BMC\n" + drawing + "\nEMC\n";
            if (placement.below) {
                page.addPageContents(QPDFObjectHandle::newStream(&base, placed), true);
                continue;
            }
            page.addPageContents(QPDFObjectHandle::newStream(&base, "q\n"), true);
            page.addPageContents(QPDFObjectHandle::newStream(&base, "\nQ\n" + placed), false);
        }
        QPDFWriter writer(base);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setNewlineBeforeEndstream(true);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
    });
}

} // namespace guichet::printing
