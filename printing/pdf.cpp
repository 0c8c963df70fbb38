// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/text.h"
#include "printing/artifacts.h"
#include "printing/draw.h"
#include "printing/output_intent.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace guichet::printing {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;

/// Cairo's PDF of all pages, still without what Cairo can't say.
Result<Bytes> drawPdf(std::span<const LaidOutPaper *const> papers) {
    Bytes bytes;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        [](void *closure, const unsigned char *data, unsigned int length) {
            auto *to = static_cast<Bytes *>(closure);
            to->insert(to->end(), data, data + length);
            return CAIRO_STATUS_SUCCESS;
        },
        &bytes, 595, 842);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    // Cairo would take the time of day; the paper's own date is set when the PDF is completed.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_t *cr = cairo_create(surface);
    for (const LaidOutPaper *paper : papers) {
        for (const Page &page : paper->content().pages) {
            cairo_pdf_surface_set_size(surface, page.width * page.scale, page.height * page.scale);
            drawPage(cr, page, true);
            cairo_show_page(cr);
        }
    }
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface);
    }
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail(ErrorCode::NotPrintable, "PDF", cairo_status_to_string(status));
    }
    return bytes;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : toValidUtf8(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

/// XMP (ISO 16684-1), for readers that don't look at the old information dictionary.
std::string xmp(const Paper &paper, const std::string &created) {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">";
    out += "<dc:format>application/pdf</dc:format>";
    out +=
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(paper.title) + "</rdf:li></rdf:Alt></dc:title>";
    out += "<dc:language><rdf:Bag><rdf:li>" + escaped(paper.language) + "</rdf:li></rdf:Bag></dc:language>";
    if (!paper.author.empty()) {
        out += "<dc:creator><rdf:Seq><rdf:li>" + escaped(paper.author) + "</rdf:li></rdf:Seq></dc:creator>";
    }
    out += "<pdf:Producer>Guichet</pdf:Producer>";
    if (!created.empty()) {
        out += "<xmp:CreateDate>" + created + "</xmp:CreateDate><xmp:ModifyDate>" + created + "</xmp:ModifyDate>";
    }
    out += "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return out;
}

/// What Cairo's structure tree lacks, in the order in which the tags were begun.
class StructureDetails {
public:
    explicit StructureDetails(std::span<const LaidOutPaper *const> papers) {
        for (const LaidOutPaper *paper : papers) {
            for (const Page &page : paper->content().pages) {
                for (const Op &op : page.ops) {
                    const auto *begin = std::get_if<TagBegin>(&op);
                    if (begin == nullptr) {
                        continue;
                    }
                    if (begin->tag == Tag::Figure) {
                        figures_.push_back(begin);
                    } else if (begin->tag == Tag::HeadCell || begin->tag == Tag::DataCell) {
                        cells_.push_back(begin);
                    }
                }
            }
        }
    }

    void apply(QPDFObjectHandle tree) {
        if (tree.isDictionary()) {
            walk(tree.getKey("/K"), 0);
        }
    }

private:
    void walk(QPDFObjectHandle kids, int depth) {
        constexpr int kDeepestTag = 2000;
        if (depth > kDeepestTag) {
            return;
        }
        if (kids.isArray()) {
            for (int i = 0; i < kids.getArrayNItems(); ++i) {
                walk(kids.getArrayItem(i), depth + 1);
            }
            return;
        }
        if (!kids.isDictionary() || !kids.hasKey("/S")) {
            return;
        }
        const std::string name = kids.getKey("/S").isName() ? kids.getKey("/S").getName() : std::string();
        if (name == "/Figure" && nextFigure_ < figures_.size()) {
            const std::string &alternative = figures_[nextFigure_++]->alternative;
            kids.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(alternative.empty() ? " " : alternative));
        } else if ((name == "/TH" || name == "/TD") && nextCell_ < cells_.size()) {
            const TagBegin &cell = *cells_[nextCell_++];
            if (name == "/TH" || cell.columns > 1 || cell.rows > 1) {
                QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
                attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
                if (name == "/TH") {
                    attributes.replaceKey("/Scope", QPDFObjectHandle::newName("/Column"));
                }
                if (cell.columns > 1) {
                    attributes.replaceKey("/ColSpan", QPDFObjectHandle::newInteger(cell.columns));
                }
                if (cell.rows > 1) {
                    attributes.replaceKey("/RowSpan", QPDFObjectHandle::newInteger(cell.rows));
                }
                kids.replaceKey("/A", attributes);
            }
        }
        walk(kids.getKey("/K"), depth + 1);
    }

    std::vector<const TagBegin *> figures_;
    std::vector<const TagBegin *> cells_;
    std::size_t nextFigure_ = 0;
    std::size_t nextCell_ = 0;
};

/// One root, as ISO 32000-2 section 14.8.4.3 wants it: Cairo's tags can't stay open from one page to the next.
void addDocumentElement(QPDF &pdf, QPDFObjectHandle tree) {
    if (!tree.isDictionary()) {
        return;
    }
    QPDFObjectHandle document = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructElem /S /Document >>"));
    QPDFObjectHandle kids = tree.getKey("/K");
    document.replaceKey("/K", kids);
    document.replaceKey("/P", tree);
    if (kids.isArray()) {
        for (int i = 0; i < kids.getArrayNItems(); ++i) {
            if (kids.getArrayItem(i).isDictionary()) {
                kids.getArrayItem(i).replaceKey("/P", document);
            }
        }
    } else if (kids.isDictionary()) {
        kids.replaceKey("/P", document);
    }
    tree.replaceKey("/K", document);
}

void addLinks(QPDF &pdf, std::span<const LaidOutPaper *const> papers) {
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::size_t at = 0;
    for (const LaidOutPaper *paper : papers) {
        for (const Page &page : paper->content().pages) {
            QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
            for (const Op &op : page.ops) {
                const auto *link = std::get_if<LinkOp>(&op);
                if (link == nullptr) {
                    continue;
                }
                QPDFObjectHandle action = QPDFObjectHandle::newDictionary();
                action.replaceKey("/S", QPDFObjectHandle::newName("/URI"));
                action.replaceKey("/URI", QPDFObjectHandle::newString(link->target));
                QPDFObjectHandle one = QPDFObjectHandle::newDictionary();
                one.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
                one.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
                const double bottom = page.height - link->y - link->height;
                one.replaceKey("/Rect",
                               QPDFObjectHandle::newFromRectangle(QPDFObjectHandle::Rectangle(
                                   link->x * page.scale, bottom * page.scale, (link->x + link->width) * page.scale,
                                   (bottom + link->height) * page.scale)));
                one.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
                one.replaceKey("/F", QPDFObjectHandle::newInteger(4));
                one.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(link->target));
                one.replaceKey("/A", action);
                annotations.appendItem(pdf.makeIndirectObject(one));
            }
            if (annotations.getArrayNItems() > 0 && at < pages.size()) {
                pages[at].getObjectHandle().replaceKey("/Annots", annotations);
            }
            ++at;
        }
    }
}

void addAttachments(QPDF &pdf, std::span<const LaidOutPaper *const> papers) {
    QPDFEmbeddedFileDocumentHelper files(pdf);
    QPDFObjectHandle associated = QPDFObjectHandle::newArray();
    std::map<std::string, int> seen;
    for (const LaidOutPaper *paper : papers) {
        for (const Attachment &attachment : paper->content().paper.attachments) {
            std::string name = attachment.name;
            if (const int count = ++seen[attachment.name]; count > 1) {
                const std::size_t dot = std::min(name.rfind('.'), name.size());
                name.insert(dot, "-" + std::to_string(count));
            }
            auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, std::string(asText(attachment.bytes)));
            stream.setSubtype(attachment.mediaType);
            auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, name, stream);
            file.setDescription(attachment.description);
            file.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
            files.replaceEmbeddedFile(name, file);
            associated.appendItem(file.getObjectHandle());
        }
    }
    if (associated.getArrayNItems() > 0) {
        pdf.getRoot().replaceKey("/AF", associated);
    }
}

/// Each paper counts its pages from 1, in the reader's page list as on paper.
void addPageLabels(QPDF &pdf, std::span<const LaidOutPaper *const> papers) {
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    int first = 0;
    for (const LaidOutPaper *paper : papers) {
        numbers.appendItem(QPDFObjectHandle::newInteger(first));
        numbers.appendItem(QPDFObjectHandle::parse("<< /S /D /St 1 >>"));
        first += paper->pageCount();
    }
    QPDFObjectHandle labels = QPDFObjectHandle::newDictionary();
    labels.replaceKey("/Nums", numbers);
    pdf.getRoot().replaceKey("/PageLabels", labels);
}

/// Where qpdf writes: once, into what is handed on.
class ToBytes final : public Pipeline {
public:
    explicit ToBytes(Bytes &bytes) : Pipeline("paper", nullptr), bytes_(bytes) {}
    void write(unsigned char const *data, std::size_t size) override { bytes_.insert(bytes_.end(), data, data + size); }
    void finish() override {}

private:
    Bytes &bytes_;
};

Bytes complete(const Bytes &drawn, std::span<const LaidOutPaper *const> papers) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("paper", reinterpret_cast<const char *>(drawn.data()), drawn.size());
    const Paper &paper = papers.front()->content().paper;
    std::string created;
    if (const Result<Instant> at = parseInstant(paper.created)) {
        created = formatInstant(*at);
    }

    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(paper.language));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    QPDFObjectHandle wishes = QPDFObjectHandle::parse("<< /DisplayDocTitle true >>");
    if (paper.sheet.sides != Sheet::Sides::One) { // ISO 32000-1, table 150
        const bool asBook = paper.sheet.sides == Sheet::Sides::LongEdge;
        wishes.replaceKey("/Duplex",
                          QPDFObjectHandle::newName(asBook ? "/DuplexFlipLongEdge" : "/DuplexFlipShortEdge"));
    }
    root.replaceKey("/ViewerPreferences", wishes);
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, xmp(paper, created));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);

    QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(paper.title));
    if (!paper.author.empty()) {
        information.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(paper.author));
    }
    information.replaceKey("/Producer", QPDFObjectHandle::newString("Guichet"));
    if (!created.empty()) {
        std::string date = "D:";
        for (const char c : created.substr(0, 19)) {
            if (c >= '0' && c <= '9') {
                date += c;
            }
        }
        date += "Z";
        information.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
        information.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(information));

    QPDFObjectHandle tree = root.getKey("/StructTreeRoot");
    markArtifacts(pdf);
    addOutputIntent(pdf);
    StructureDetails(papers).apply(tree);
    addDocumentElement(pdf, tree);
    addLinks(pdf, papers);
    addAttachments(pdf, papers);
    addPageLabels(pdf, papers);

    Bytes completed;
    completed.reserve(drawn.size() + drawn.size() / 8);
    ToBytes to(completed);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&to);
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    return completed;
}

} // namespace

Result<Bytes> renderPdf(std::span<const LaidOutPaper *const> papers, const Assembler &assembler) {
    if (papers.empty()) {
        return fail(ErrorCode::NotPrintable, "PDF", "no paper");
    }
    GUICHET_ASSIGN(Bytes drawn, drawPdf(papers));
    Assembly assembly;
    std::map<const Bytes *, int> places;
    int at = 0;
    for (const LaidOutPaper *paper : papers) {
        for (const Page &page : paper->content().pages) {
            for (const Op &op : page.ops) {
                const auto *foreign = std::get_if<ForeignOp>(&op);
                if (foreign == nullptr) {
                    continue;
                }
                const auto [found, fresh] =
                    places.emplace(foreign->place.pdf.get(), static_cast<int>(assembly.foreignPdfs.size()));
                if (fresh) {
                    assembly.foreignPdfs.push_back(foreign->place.pdf);
                }
                Placement placement;
                placement.ours = at;
                placement.foreign = found->second;
                placement.page = foreign->place.page;
                const double millimetres = kMmPerPoint * page.scale;
                placement.leftMm = foreign->x * millimetres;
                placement.bottomMm = (page.height - foreign->y - foreign->height) * millimetres;
                placement.widthMm = foreign->width * millimetres;
                placement.heightMm = foreign->height * millimetres;
                placement.below = !paper->content().paper.mark.empty(); // or a scan's white paper would hide the mark
                assembly.placements.push_back(placement);
            }
            ++at;
        }
    }
    // The foreign pages go in last: nothing here reads what came out of them.
    Bytes completed = complete(std::exchange(drawn, {}), papers);
    if (assembly.placements.empty()) {
        return completed;
    }
    if (!assembler) {
        return fail(ErrorCode::NotPrintable, "PDF", "nothing here puts foreign pages in");
    }
    assembly.base = std::make_shared<const Bytes>(std::move(completed));
    return assembler(assembly);
}

Result<Bytes> renderPdf(const LaidOutPaper &paper, const Assembler &assembler) {
    const LaidOutPaper *one = &paper;
    return renderPdf(std::span(&one, 1), assembler);
}

} // namespace guichet::printing
