// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/layout.h"

#include "printing/page_content.h"
#include "tests/printing/sample_papers.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <fontconfig/fontconfig.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

using namespace guichet;
using namespace guichet::printing;
using test::must;

namespace {

Bytes pdfOf(const Paper &paper, Layout layout = Layout::Standard) {
    Engine engine;
    return must(renderPdf(must(engine.layOut(paper, layout))));
}

/// A table's own words, one a cell.
Cell cellOf(std::string words, int columns = 1, int rows = 1) {
    Cell cell;
    cell.blocks = {text(std::move(words))};
    cell.columns = columns;
    cell.rows = rows;
    return cell;
}

/// Words that stand on each other, or outside the page's margins.
std::vector<std::string> misplaced(ByteView pdf) {
    std::vector<std::string> wrong;
    const std::vector<test::PdfWord> words = test::pdfWords(pdf);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const test::PdfWord &a = words[i];
        if (a.left < 50 || a.right > a.pageWidth - 50 || a.top < 20 || a.bottom > a.pageHeight - 10) {
            wrong.push_back("outside: " + a.text);
        }
        for (std::size_t j = i + 1; j < words.size() && words[j].page == a.page; ++j) {
            const test::PdfWord &b = words[j];
            // Poppler's boxes have the font's whole height: lines above each other touch.
            const double x = std::min(a.right, b.right) - std::max(a.left, b.left);
            const double y = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
            if (x > 0.5 && y > 0.3 * (a.bottom - a.top)) {
                wrong.push_back(a.text + " on " + b.text);
            }
        }
    }
    return wrong;
}

/// Whether the last that stands on some page, above its footer, is a heading.
bool endsWithHeading(const LaidOutPaper &paper) {
    for (const Page &page : paper.content().pages) {
        bool lastIsHeading = false;
        for (const Op &op : page.ops) {
            if (const auto *tag = std::get_if<TagBegin>(&op)) {
                lastIsHeading = tag->tag <= Tag::Heading4;
            }
        }
        if (lastIsHeading) {
            return true;
        }
    }
    return false;
}

std::string wordsOf(const Blocks &blocks);

struct Words {
    std::string all;
    void add(const Runs &runs) {
        for (const Run &run : runs) {
            all += run.text;
        }
        all += ' ';
    }
    void operator()(const Paragraph &one) { add(one.runs); }
    void operator()(const Heading &one) { add(one.runs); }
    void operator()(const Facts &one) {
        for (const Fact &fact : one.rows) {
            add(fact.label);
            all += wordsOf(fact.value);
        }
    }
    void operator()(const Box &one) {
        add(one.title);
        all += wordsOf(one.blocks);
    }
    void operator()(const List &one) {
        for (const Blocks &item : one.items) {
            all += wordsOf(item);
        }
    }
    void operator()(const Table &one) {
        add(one.caption);
        for (const auto *rows : {&one.head, &one.body, &one.foot}) {
            for (const Row &row : *rows) {
                for (const Cell &cell : row.cells) {
                    all += wordsOf(cell.blocks);
                }
            }
        }
    }
    void operator()(const Passage &one) { all += wordsOf(one.blocks); }
    void operator()(const QrCode &one) { all += wordsOf(one.beside); }
    void operator()(const TickBoxes &one) {
        for (const TickBox &box : one.boxes) {
            add(box.text);
        }
    }
    void operator()(const SignatureFrame &one) { add(one.caption); }
    void operator()(const DotPlot &one) {
        add(plain(one.scale + " " + one.before + " " + one.after));
        for (const DotPlot::Row &row : one.rows) {
            add(plain(row.label + " " + row.note));
        }
    }
    void operator()(const LinePlot &one) {
        add(plain(one.scale));
        for (const std::string &column : one.columns) {
            add(plain(column));
        }
        for (const LinePlot::Line &line : one.lines) {
            add(plain(line.label));
        }
    }
    template <typename Other>
    void operator()(const Other & /*one*/) {}
};

std::string wordsOf(const Blocks &blocks) {
    Words words;
    for (const Block &block : blocks) {
        std::visit(words, block.content);
    }
    return words.all;
}

/// What the PDF says, and what it says where a line ends after a hyphen or a slash that its author wrote, and where
/// poppler takes a raised figure for a word of its own.
std::string said(ByteView pdf) {
    const std::string text = test::pdfText(pdf, "-raw");
    std::string joined;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' || i == 0 || (text[i - 1] != '-' && text[i - 1] != '/')) {
            joined += text[i];
        }
    }
    return text + " " + joined;
}

/// Those of `wanted` that the PDF lacks.
std::vector<std::string> missing(const std::string &wanted, const std::string &found) {
    const std::vector<std::string> a = test::sortedWords(wanted);
    const std::vector<std::string> b = test::sortedWords(found);
    std::vector<std::string> lost;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lost));
    return lost;
}

/// How a page's content is marked.
class Marked final : public QPDFObjectHandle::ParserCallbacks {
public:
    int outside = 0; ///< objects that stand in no marked content
    int artifacts = 0;
    int tagged = 0;
    int depth = 0;
    bool crossed = false; ///< a text object ends in another marked content than it began in

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            artifact_ = artifact_ || (object.isName() && object.getName() == "/Artifact");
            return;
        }
        const std::string operation = object.getOperatorValue();
        if (operation == "BDC" || operation == "BMC") {
            artifacts += artifact_ ? 1 : 0;
            tagged += artifact_ || depth > 0 ? 0 : 1;
            ++depth;
        } else if (operation == "EMC") {
            --depth;
        } else if (operation == "BT") {
            textDepth_ = depth;
        } else if (operation == "ET") {
            crossed = crossed || textDepth_ != depth;
        }
        for (const char *one : {"BT", "Tj", "TJ", "S", "f", "f*", "B", "Do"}) {
            outside += depth == 0 && operation == one ? 1 : 0;
        }
        artifact_ = false;
    }
    void handleEOF() override {}

private:
    bool artifact_ = false;
    int textDepth_ = 0;
};

} // namespace

TEST_CASE("a receipt fits on one page, with every word in it and none on another", "[printing]") {
    const Paper paper = test::receiptPaper();
    const Bytes pdf = pdfOf(paper);
    CHECK(test::pdfPageCount(pdf) == 1);
    CHECK(misplaced(pdf).empty());
    const std::string text = test::pdfText(pdf, "-raw");
    CHECK(missing(wordsOf(paper.blocks), said(pdf)) == std::vector<std::string>{});
    CHECK(test::occurrences(text, "page 1 / 1") == 1);
    CHECK(test::occurrences(text, "Reçu de votre demande") == 1);
}

TEST_CASE("every kind of block keeps its words in both layouts", "[printing]") {
    const auto layout = GENERATE(Layout::Standard, Layout::Large);
    const Paper paper = GENERATE(test::receiptPaper(), test::everythingPaper(), test::prescriptionPaper());
    INFO(paper.title << (layout == Layout::Large ? ", large" : ", standard"));
    const Bytes pdf = pdfOf(paper, layout);
    CHECK(missing(wordsOf(paper.blocks), said(pdf) + " m2,") == std::vector<std::string>{});
    CHECK(misplaced(pdf) == std::vector<std::string>{});
}

TEST_CASE("a sheet has its own size, margins, magnification and colour", "[printing]") {
    const auto poster = [](const Sheet &sheet) {
        Paper paper;
        paper.title = "Titre";
        paper.sheet = sheet;
        paper.blocks = {text(Runs{{.text = "Lien", .link = "https://exemple.invalid"}})};
        Engine engine;
        return must(engine.layOut(paper, Layout::Standard));
    };
    const LaidOutPaper plain = poster({});
    const LaidOutPaper large =
        poster({.widthMm = 420, .heightMm = 297, .sideMm = 40, .magnification = 2, .accent = Colour{1, 0, 0}});
    CHECK(std::abs(large.pageSize(0).widthMm - 420) < 0.01);
    CHECK(std::abs(large.pageSize(0).heightMm - 297) < 0.01);
    const auto word = [](const LaidOutPaper &paper) {
        const auto words = test::pdfWords(must(renderPdf(paper)));
        const auto found = std::ranges::find(words, "Lien", &test::PdfWord::text);
        REQUIRE(found != words.end());
        return *found;
    };
    CHECK(std::abs(word(large).left - 40 * 72 / 25.4) < 2);
    CHECK(std::abs((word(large).bottom - word(large).top) / (word(plain).bottom - word(plain).top) - 2) < 0.05);
    // The preview is the same page; what leads somewhere on it lies over its words.
    const PagePixels pixels = renderPage(large, 0, 72);
    CHECK(pixels.width == 1191);
    CHECK(pixels.height == 842);
    const auto red = [](const PagePixels &page) {
        std::size_t count = 0;
        for (int y = 0; y < page.height; ++y) {
            for (int x = 0; x < page.width; ++x) {
                std::uint32_t pixel = 0;
                std::memcpy(&pixel, &page.bytes[static_cast<std::size_t>(y * page.stride + x * 4)], sizeof pixel);
                count += (pixel & 0xFFFFFFU) == 0xFF0000U ? 1 : 0;
            }
        }
        return count;
    };
    CHECK(red(pixels) > 100);
    CHECK(red(renderPage(plain, 0, 72)) == 0);
    CHECK(pngOf(pixels).size() > 100);
    QPDF pdf;
    const Bytes bytes = must(renderPdf(large));
    pdf.processMemoryFile("large", reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const auto box = QPDFPageDocumentHelper(pdf)
                         .getAllPages()
                         .at(0)
                         .getObjectHandle()
                         .getKey("/Annots")
                         .getArrayItem(0)
                         .getKey("/Rect")
                         .getArrayAsRectangle();
    CHECK(std::abs(box.llx - word(large).left) < 3);
    CHECK(std::abs(word(large).pageHeight - box.ury - word(large).top) < 12);
    CHECK(std::abs((box.ury - box.lly) / (word(large).bottom - word(large).top) - 1) < 0.4);
}

TEST_CASE("nothing is under 18 points in the large layout", "[printing]") {
    const Paper paper = GENERATE(test::receiptPaper(), test::everythingPaper(), test::prescriptionPaper());
    Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Large));
    int lines = 0;
    for (const Page &page : laidOut.content().pages) {
        for (const Op &op : page.ops) {
            if (const auto *line = std::get_if<TextOp>(&op)) {
                ++lines;
                CHECK(line->text->style().size >= 18);
                CHECK(line->text->style().smallSize >= 18);
                CHECK_FALSE(line->text->style().shrinkScripts);
            }
        }
    }
    CHECK(lines > 20);
}

TEST_CASE("a table of 300 rows repeats its head on each page and loses no row", "[printing]") {
    Paper paper = test::blankPaper("Remboursements");
    paper.blocks = {{test::numberedTable(300, 4, "quelques mots")}};
    const Bytes pdf = pdfOf(paper);
    const int pages = test::pdfPageCount(pdf);
    CHECK(pages > 5);
    const std::string text = test::pdfText(pdf, "-raw");
    CHECK(test::occurrences(text, "Colonne 0") == static_cast<std::size_t>(pages));
    CHECK(missing(wordsOf(paper.blocks), text) == std::vector<std::string>{});
    CHECK(test::occurrences(text, "r299c3 ") == 1);
    CHECK(test::occurrences(text, "page " + std::to_string(pages) + " / " + std::to_string(pages)) == 1);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
}

TEST_CASE("an 11-column prescription breaks no word, no date, and paints over nothing", "[printing]") {
    const Bytes pdf = pdfOf(test::prescriptionPaper());
    CHECK(misplaced(pdf) == std::vector<std::string>{});
    std::map<std::string, int> words;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        ++words[word.text];
    }
    CHECK(words["PARACETAMOL"] == 3);
    CHECK(words["12/03/2026"] == 3);
    CHECK(words["Remboursement"] == 1);
    CHECK(words["substituable"] == 3);
}

TEST_CASE("a table too wide for any page is cut into parts that repeat the first column", "[printing]") {
    Paper paper = test::blankPaper("Tableau");
    paper.blocks = {{test::numberedTable(3, 40, "quelques mots")}};
    Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
    CHECK(laidOut.pageSize(0).widthMm > laidOut.pageSize(0).heightMm);
    const Bytes pdf = must(renderPdf(laidOut));
    const std::string text = test::pdfText(pdf, "-raw");
    CHECK(missing(wordsOf(paper.blocks), text) == std::vector<std::string>{});
    CHECK(test::occurrences(text, "r0c0") == 3);
    CHECK(test::occurrences(text, "r0c39") == 1);
    CHECK(test::occurrences(text, "(3/3)") == 1);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
}

TEST_CASE("cells that span columns and rows at once keep both", "[printing]") {
    Paper paper = test::blankPaper("Fusions");
    Table table;
    table.body = {Row{{cellOf("un"), cellOf("carré", 2, 2)}}, Row{{cellOf("deux")}},
                  Row{{cellOf("trois"), cellOf("gauche"), cellOf("droite")}}};
    paper.blocks = {{table}};
    std::map<std::string, test::PdfWord> words;
    const Bytes pdf = pdfOf(paper);
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        words[word.text] = word;
    }
    CHECK(words["carré"].top == words["un"].top);
    CHECK(words["carré"].left == words["gauche"].left);
    CHECK(words["deux"].left == words["un"].left);
    CHECK(words["deux"].top > words["un"].top);
    // Nothing stands beside "deux": the square covers both columns.
    for (const auto &[name, word] : words) {
        CHECK((name == "deux" || word.top != words["deux"].top));
    }
    CHECK(words["droite"].left > words["gauche"].right);
}

TEST_CASE("a cell that spans rows goes on over the end of the page", "[printing]") {
    Paper paper = test::blankPaper("Fusions");
    Table table;
    std::string words;
    for (int i = 0; i < 400; ++i) {
        words += "m" + std::to_string(i) + " ";
    }
    for (int row = 0; row < 100; ++row) {
        Row made;
        if (row == 20) {
            made.cells.push_back(cellOf(words, 1, 60));
        } else if (row < 20 || row >= 80) {
            made.cells.push_back(cellOf("g" + std::to_string(row)));
        }
        made.cells.push_back(cellOf("d" + std::to_string(row)));
        table.body.push_back(std::move(made));
    }
    paper.blocks = {{table}};
    const Bytes pdf = pdfOf(paper);
    CHECK(test::pdfPageCount(pdf) > 1);
    CHECK(missing(wordsOf(paper.blocks), test::pdfText(pdf, "-raw")) == std::vector<std::string>{});
    CHECK(misplaced(pdf) == std::vector<std::string>{});
}

TEST_CASE("a row that is taller than a page goes on, one that is not stays whole", "[printing]") {
    Paper paper = test::blankPaper("Lignes");
    std::string longText;
    for (int i = 0; i < 3000; ++i) {
        longText += "w" + std::to_string(i) + " ";
    }
    Table table = test::numberedTable(2, 2);
    table.body.push_back(Row{{cellOf("haute"), cellOf(longText)}});
    table.body.push_back(Row{{cellOf("après"), cellOf("fin")}});
    paper.blocks = {{table}};
    const Bytes pdf = pdfOf(paper);
    const int pages = test::pdfPageCount(pdf);
    CHECK(pages >= 3);
    const std::string text = test::pdfText(pdf, "-raw");
    CHECK(missing(wordsOf(paper.blocks), text) == std::vector<std::string>{});
    CHECK(test::occurrences(text, "Colonne 1") == static_cast<std::size_t>(pages));
    CHECK(misplaced(pdf) == std::vector<std::string>{});
}

TEST_CASE("a long address or digest wraps inside its column", "[printing]") {
    Paper paper = test::blankPaper("Adresses");
    const std::string address(300, 'x');
    Table table;
    table.body = {Row{{cellOf("court"), cellOf(address)}}};
    paper.blocks = {text("https://exemple.invalid/" + address), {table}};
    const Bytes pdf = pdfOf(paper);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
    CHECK(test::occurrences(test::pdfText(pdf, "-raw"), "x") >= 600);
}

TEST_CASE("no line ends with « or begins with a mark of French, wherever it breaks", "[printing]") {
    Paper paper = test::blankPaper("Guillemets");
    const std::string padding(GENERATE(range(0U, 24U)), 'x');
    std::string words = padding;
    for (int i = 0; i < 60; ++i) {
        words += " Oui « non » : ou ? si ! et ;";
    }
    paper.blocks = {text(words)};
    const std::string lines = test::pdfText(pdfOf(paper), "-layout");
    CHECK(test::occurrences(lines, "« non »") == 60);
    INFO(lines);
    for (const char *astray : {"«\n", "\n»", "\n:", "\n?", "\n!", "\n;"}) {
        CHECK(test::occurrences(lines, astray) == 0);
    }
}

TEST_CASE("a word that is broken anyway takes no room from the other columns", "[printing]") {
    const std::string endless(GENERATE(200U, 40U), 'W');
    Paper paper = test::blankPaper("Bordereau");
    Table table;
    table.columnShares = {0.1, 0.2, 0.5, 0.2};
    table.body = {Row{{cellOf("un"), cellOf("deux"), cellOf("trois"), cellOf("quatre")}},
                  Row{{cellOf("1"), cellOf("2"), cellOf(endless), cellOf("4")}}};
    paper.blocks = {{table}};
    const Bytes pdf = pdfOf(paper);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
    CHECK(test::occurrences(test::pdfText(pdf, "-raw"), "W") == endless.size());
    std::map<std::string, double> left;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        left.emplace(word.text, word.left);
    }
    const double width = (210 - 2 * 20) * 72 / 25.4;
    CHECK(std::abs(left.at("deux") - left.at("un") - 0.1 * width) < 1);
    CHECK(std::abs(left.at("trois") - left.at("deux") - 0.2 * width) < 1);
    CHECK(std::abs(left.at("quatre") - left.at("trois") - 0.5 * width) < 1);
}

TEST_CASE("wishes that are wider than the page together are granted in proportion", "[printing]") {
    const auto [second, third] = GENERATE(table<double, double>({{0.6, 0.3}, {0.3, 0.6}, {0.6, 0.6}}));
    Table table;
    table.columnShares = {0.02, second, third, 0.1};
    std::string much;
    for (int i = 0; i < 200; ++i) {
        much += "il y a ";
    }
    table.body = {Row{{cellOf("Numéro"), cellOf("deux"), cellOf("trois " + much), cellOf("quatre")}}};
    Paper paper = test::blankPaper("Bordereau");
    paper.blocks = {{table}};
    const Bytes pdf = pdfOf(paper);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
    std::map<std::string, double> left;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        left.try_emplace(word.text, word.left);
    }
    const double two = left.at("trois") - left.at("deux");
    const double three = left.at("quatre") - left.at("trois");
    CHECK(left.at("deux") - left.at("Numéro") < 0.12 * (two + three)); // its word and no more
    // Not to the point: what is shared out is what each has beyond its own longest word.
    CHECK(std::abs(two / three - second / third) < 0.1 * second / third);
}

TEST_CASE("a heading never ends a page", "[printing]") {
    CHECK(rc::check("for any lengths of the paragraphs between", [] {
        Paper paper = test::blankPaper("Titres");
        for (int i = 0; i < 40; ++i) {
            paper.blocks.push_back(heading(*rc::gen::inRange(1, 5), "Titre " + std::to_string(i)));
            std::string words;
            for (int word = *rc::gen::inRange(1, 120); word > 0; --word) {
                words += "mot ";
            }
            paper.blocks.push_back(text(words));
        }
        static Engine engine;
        const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
        RC_ASSERT_FALSE(endsWithHeading(laidOut));
    }));
}

TEST_CASE("headings stand with what follows them, however high that is", "[printing]") {
    std::string many;
    const int words = GENERATE(20, 450, 560, 600, 650, 700, 2000);
    for (int word = 0; word < words; ++word) {
        many += "mot" + std::to_string(word) + " ";
    }
    const std::string what = GENERATE("row", "caption", "head", "caption and row", "box", "list", "picture");
    CAPTURE(words, what);
    Block block;
    if (what == "box") {
        block = {Box{plain("Cadre"), {text(many)}}};
    } else if (what == "list") {
        List list;
        list.items = {{{Table{.body = {Row{{cellOf(many)}}}}}}};
        block = {list};
    } else if (what == "picture") {
        Image image;
        image.bytes = std::make_shared<const Bytes>(test::smallPng());
        image.dpi = 1 + 2000.0 / words; // from a stamp to more than a page
        block = {image};
    } else {
        Table table;
        table.caption = plain(what == "row" || what == "head" ? "Légende" : many);
        table.head = {Row{{cellOf(what == "head" ? many : "Tête")}}};
        table.body = {Row{{cellOf(what == "row" || what == "caption and row" ? many : "corps")}}, Row{{cellOf("fin")}}};
        block = {table};
    }
    const Layout layout = GENERATE(Layout::Standard, Layout::Large);
    for (const int before : {0, 30, 45, 47}) {
        Paper paper = test::blankPaper("Titres");
        for (int line = 0; line < before; ++line) {
            paper.blocks.push_back(text("ligne"));
        }
        paper.blocks.push_back(heading(1, "Parent"));
        paper.blocks.push_back(heading(2, "Enfant"));
        paper.blocks.push_back(block);
        static Engine engine;
        const LaidOutPaper laidOut = must(engine.layOut(paper, layout));
        CAPTURE(before);
        CHECK_FALSE(endsWithHeading(laidOut));
        for (const Page &page : laidOut.content().pages) {
            for (const Op &op : page.ops) {
                const auto *picture = std::get_if<PictureOp>(&op);
                CHECK((picture == nullptr || picture->y + picture->height < page.height - 40));
            }
        }
        if (before != 45) {
            continue; // the pages are the same whether they are drawn or not, and drawing takes most of the time
        }
        const Bytes pdf = must(renderPdf(laidOut));
        CHECK(misplaced(pdf) == std::vector<std::string>{});
        if (what != "picture" && what != "head") {
            CHECK(test::occurrences(test::pdfText(pdf), "mot" + std::to_string(words - 1)) ==
                  (what == "caption and row" ? 2 : 1));
        }
    }
}

TEST_CASE("any table keeps its words whole, apart and inside the margins", "[printing]") {
    CHECK(rc::check([] {
        Paper paper = test::blankPaper("Au hasard");
        static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
        Table table;
        const int columns = *rc::gen::inRange(1, 14);
        const int rows = *rc::gen::inRange(1, 12);
        int number = 0;
        const auto cells = [&](int part) {
            Row row;
            for (int column = 0; column < columns; ++column) {
                std::string words;
                for (int word = *rc::gen::inRange(0, 4); word > 0; --word) {
                    // Each word once in the table, so that one that is lost or doubled shows.
                    words += kLetters[static_cast<std::size_t>(part)];
                    words += std::to_string(number++);
                    words.append(static_cast<std::size_t>(*rc::gen::inRange(0, 14)), 'q');
                    words += ' ';
                }
                row.cells.push_back(cellOf(words, *rc::gen::inRange(1, 4), *rc::gen::inRange(1, 4)));
            }
            return row;
        };
        for (int row = 0; row < rows; ++row) {
            table.body.push_back(cells(1));
        }
        paper.blocks = {{table}};
        static Engine engine;
        const Bytes pdf = must(renderPdf(must(engine.layOut(paper, Layout::Standard))));
        RC_ASSERT(missing(wordsOf(paper.blocks), test::pdfText(pdf, "-raw")) == std::vector<std::string>{});
        RC_ASSERT(misplaced(pdf) == std::vector<std::string>{});
    }));
}

TEST_CASE("turned tables that follow each other share a page, their headings with them", "[printing]") {
    const Block wide{test::numberedTable(2, 11, "mesure12345")};
    const std::string between = GENERATE("nothing", "heading", "text", "break");
    Paper paper = test::blankPaper("Tableaux");
    paper.blocks = {text("avant"), heading(2, "UN"), wide};
    if (between == "heading") {
        paper.blocks.push_back(heading(2, "DEUX"));
    } else if (between == "text") {
        paper.blocks.push_back(text("texte"));
    } else if (between == "break") {
        paper.blocks.push_back({PageBreak{}});
        paper.blocks.push_back(heading(2, "DEUX"));
    }
    paper.blocks.insert(paper.blocks.end(), {wide, text("ensuite")});
    static Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
    std::string turned;
    for (const Page &page : laidOut.content().pages) {
        turned += page.width > page.height ? 't' : 'u';
    }
    CAPTURE(between);
    CHECK(turned == (between == "text" ? "ututu" : between == "break" ? "uttu" : "utu"));
    CHECK(misplaced(must(renderPdf(laidOut))) == std::vector<std::string>{});
    CHECK_FALSE(endsWithHeading(laidOut));
}

TEST_CASE("hostile blocks are set without loss of the rest", "[printing]") {
    Paper paper = test::blankPaper("Hostile");
    Table wide = test::numberedTable(2, 3);
    wide.body.push_back(Row{{cellOf("large", 1000, 1)}});
    wide.body.push_back(Row{{cellOf("haut", 1, 1000), cellOf("zéro", 0, 0), cellOf("moins", -5, -5)}});
    wide.body.push_back(Row{});
    Table nothing;
    Table empty;
    empty.body = {Row{}, Row{}, Row{{Cell{}}}};
    Table onlyHead;
    onlyHead.head = {Row{{cellOf("tête")}}};
    Table nested;
    Cell outer;
    outer.blocks = {{test::numberedTable(2, 2)}};
    nested.body = {Row{{outer, cellOf("voisin")}}};
    paper.blocks = {text(std::string("a\x01\x02\x1b[31m\x7f\0b", 11)),
                    text("\xff\xfe invalide"),
                    text("\u202Eenvers"),
                    text(std::string(100'000, 'W')),
                    {wide},
                    {nothing},
                    {empty},
                    {onlyHead},
                    {nested},
                    {List{}},
                    {Facts{}},
                    {Box{}},
                    {TickBoxes{}},
                    {SignatureFrame{{}, -5, 1e9}},
                    {Space{1e300}},
                    text("fin")};
    const auto layout = GENERATE(Layout::Standard, Layout::Large);
    const Bytes pdf = pdfOf(paper, layout);
    const std::string text = test::pdfText(pdf, "-raw");
    for (const char *word : {"large", "haut", "zéro", "moins", "tête", "voisin", "r1c1", "envers", "invalide", "fin"}) {
        INFO(word);
        CHECK(test::occurrences(text, word) >= 1);
    }
    CHECK(test::occurrences(text, "W") == 100'000);
}

TEST_CASE("blocks nested without end are refused, not followed", "[printing]") {
    Block inside = text("au fond");
    for (int i = 0; i < 60; ++i) {
        inside = {Box{{}, {std::move(inside)}}};
    }
    Paper paper = test::blankPaper("Profond");
    paper.blocks = {inside};
    CHECK(test::occurrences(test::pdfText(pdfOf(paper)), "au fond") == 1);

    for (int i = 0; i < 1000; ++i) {
        inside = {Box{{}, {std::move(inside)}}};
    }
    paper.blocks = {inside};
    Engine engine;
    const Result<LaidOutPaper> refused = engine.layOut(paper, Layout::Standard);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotPrintable);
}

TEST_CASE("what is not a picture, and a text too long for a QR code, are refused", "[printing]") {
    Paper paper = test::blankPaper("Image");
    Engine engine;
    Image image;
    SECTION("no bytes") {}
    SECTION("not a picture") { image.bytes = std::make_shared<const Bytes>(Bytes(100, 7)); }
    SECTION("a truncated PNG") {
        Bytes png = test::smallPng();
        png.resize(60);
        image.bytes = std::make_shared<const Bytes>(png);
    }
    SECTION("a truncated JPEG") {
        Bytes jpeg = test::smallJpeg();
        jpeg.resize(30);
        image.bytes = std::make_shared<const Bytes>(jpeg);
    }
    paper.blocks = {{image}};
    CHECK(engine.layOut(paper, Layout::Standard).error().code == ErrorCode::NotPrintable);
    QrCode code;
    code.text = std::string(5000, 'x');
    paper.blocks = {{code}};
    CHECK(engine.layOut(paper, Layout::Standard).error().code == ErrorCode::NotPrintable);
}

TEST_CASE("a picture may be the first thing on a later page", "[printing]") {
    Image image;
    image.bytes =
        std::make_shared<const Bytes>(Bytes{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                            0,    0,   0,   0,   0,    0,    0,    0,    0, 0, 0, 0, 0, 0, 0, 0, 0});
    image.raster = std::make_shared<const Raster>(Raster{2, 2, Bytes(12, 128)});
    Paper paper = test::blankPaper("Image");
    paper.blocks = {text("avant"), {PageBreak{}}, {image}, {PageBreak{}}, {image}};
    CHECK(test::pdfPageCount(pdfOf(paper)) == 3);
}

TEST_CASE("the same paper gives the same bytes, whichever engine sets it and whatever it set before", "[printing]") {
    const Paper paper = test::everythingPaper();
    Engine used;
    (void)must(used.layOut(test::arabicPaper(), Layout::Large));
    CHECK(must(renderPdf(must(used.layOut(paper, Layout::Standard)))) == pdfOf(paper));
}

TEST_CASE("without the machine's own fonts the pages are the same", "[printing]") {
    const Paper paper = test::everythingPaper();
    const Bytes before = pdfOf(paper);
    leaveMachineFontsOut();
    FcConfig *current = FcConfigReference(nullptr);
    const FcFontSet *fonts = FcConfigGetFonts(current, FcSetSystem);
    CHECK((fonts == nullptr || fonts->nfont == 0));
    FcConfigDestroy(current);
    CHECK(pdfOf(paper) == before);
}

TEST_CASE("a PDF says its title, language and date, and carries its attachments", "[printing]") {
    const Bytes pdf = pdfOf(test::everythingPaper());
    const std::string info = test::pdfInfo(pdf);
    CHECK(test::occurrences(info, "Tout ce qu’un papier peut porter") == 1);
    CHECK(test::occurrences(info, "Tue Nov 24 08:15:30 2026") == 2);
    CHECK(test::occurrences(info, "Tagged:          yes") == 1);
    CHECK(test::occurrences(info, "cairo") == 0);
    const std::string structure = test::pdfInfo(pdf, "-struct");
    for (const char *tag :
         {"Document", "H1", "Table", "TH", "/ColSpan 2", "/RowSpan 2", "LBody", "Figure", "Caption"}) {
        INFO(tag);
        CHECK(test::occurrences(structure, tag) >= 1);
    }
    CHECK(test::occurrences(test::pdfAttachments(pdf), "receipt.json") == 1);
    CHECK(test::pdfAttachment(pdf, 1) == "{}");
    CHECK(test::occurrences(test::pdfInfo(pdf, "-meta"), "<rdf:li>fr</rdf:li>") == 1);
    CHECK(test::occurrences(test::pdfInfo(pdf, "-url"), "https://exemple.invalid/une/adresse") >= 1);
}

TEST_CASE("what no tag holds is an artifact, on each page", "[printing]") {
    const Paper paper = GENERATE(test::everythingPaper(), test::arabicPaper(), test::receiptPaper());
    const bool marked = GENERATE(false, true);
    INFO(paper.title);
    Paper printed = paper;
    printed.mark = marked ? "EXERCICE" : "";
    const Bytes bytes = pdfOf(printed);
    QPDF pdf;
    pdf.processMemoryFile("paper", reinterpret_cast<const char *>(bytes.data()), bytes.size());
    int tagged = 0;
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Marked found;
        page.parseContents(&found);
        CHECK(found.outside == 0);
        CHECK(found.artifacts > 0);
        CHECK(found.depth == 0);
        CHECK_FALSE(found.crossed);
        tagged += found.tagged;
    }
    CHECK(tagged > 5);
}

TEST_CASE("the file says what its colours mean", "[printing]") {
    const Bytes bytes = pdfOf(test::receiptPaper());
    QPDF pdf;
    pdf.processMemoryFile("paper", reinterpret_cast<const char *>(bytes.data()), bytes.size());
    QPDFObjectHandle intent = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
    CHECK(intent.getKey("/OutputConditionIdentifier").getStringValue() == "sRGB");
    const auto profile = intent.getKey("/DestOutputProfile").getStreamData(qpdf_dl_all);
    const std::string_view icc(reinterpret_cast<const char *>(profile->getBuffer()), profile->getSize());
    CHECK(icc.substr(12, 8) == "mntrRGB "); // a display's profile, of red, green and blue
    CHECK(icc.substr(36, 4) == "acsp");
}

TEST_CASE("a test page has lines near its edges, which are no part of what it says", "[printing]") {
    Paper paper = test::blankPaper("Essai");
    const Bytes bare = pdfOf(paper);
    const Digest digest = digestOf(paper);
    paper.edgeMarks = true;
    CHECK(digestOf(paper) == digest);
    const Bytes pdf = pdfOf(paper);
    constexpr int kDpi = 254; // ten pixels a millimetre
    const test::GreyPicture page = test::pdfPicture(pdf, 0, kDpi);
    const auto dark = [&](int x, int y) {
        return page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                           static_cast<std::size_t>(x)] < 160;
    };
    for (const int millimetres : {3, 5, 10}) {
        CAPTURE(millimetres);
        const int at = millimetres * 10;
        int top = 0;
        int bottom = 0;
        for (int x = 0; x < page.width; ++x) {
            top += dark(x, at) || dark(x, at - 1) ? 1 : 0;
            bottom += dark(x, page.height - at) || dark(x, page.height - at - 1) ? 1 : 0;
        }
        int left = 0;
        int right = 0;
        for (int y = 0; y < page.height; ++y) {
            left += dark(at, y) || dark(at - 1, y) ? 1 : 0;
            right += dark(page.width - at, y) || dark(page.width - at - 1, y) ? 1 : 0;
        }
        CHECK(std::min({top, bottom, left, right}) > 100); // each 12 mm long
    }
}

TEST_CASE("several papers are one PDF, each from a new page with its own numbering", "[printing]") {
    Engine engine;
    Paper second = test::blankPaper("Second");
    second.blocks = {text("un"), {PageBreak{}}, text("deux")};
    second.attachments = {{"receipt.json", "application/json", {'2'}, ""}};
    const LaidOutPaper a = must(engine.layOut(test::receiptPaper(), Layout::Standard));
    const LaidOutPaper b = must(engine.layOut(second, Layout::Standard));
    const LaidOutPaper c = must(engine.layOut(test::everythingPaper(), Layout::Standard));
    const LaidOutPaper *const papers[] = {&a, &b, &c};
    const Bytes pdf = must(renderPdf(papers));
    CHECK(test::pdfPageCount(pdf) == a.pageCount() + 2 + c.pageCount());
    const std::string text = test::pdfText(pdf);
    CHECK(test::occurrences(text, "page 1 / 1") == 1);
    CHECK(test::occurrences(text, "page 1 / 2") + test::occurrences(text, "page 2 / 2") ==
          2U * (c.pageCount() == 2 ? 2U : 1U));
    const std::string attachments = test::pdfAttachments(pdf);
    CHECK(test::occurrences(attachments, "receipt.json") == 1);
    CHECK(test::occurrences(attachments, "receipt-2.json") == 1);
}

TEST_CASE("Arabic is set from right to left, with Latin words and numbers whole inside", "[printing]") {
    const Bytes pdf = pdfOf(test::arabicPaper());
    std::map<std::string, test::PdfWord> words;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        words[word.text] = word;
    }
    for (const char *word : {"DUPONT", "Marie", "12/03/2026", "DOLIPRANE", "santé"}) {
        INFO(word);
        CHECK(words.contains(word));
    }
    const std::string text = test::pdfText(pdf);
    for (const char *word : {"الحالة", "مسجل", "نوفمبر", "باختصار"}) {
        INFO(word);
        CHECK(test::occurrences(text, word) == 1);
    }
    // The label's column is on the right of its value's (poppler makes each Arabic letter a word here).
    int letters = 0;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        if (std::abs(word.bottom - words["DUPONT"].bottom) < 6 &&
            (word.text.starts_with("\xD8") || word.text.starts_with("\xD9"))) {
            ++letters;
            CHECK(word.left > words["Marie"].right);
        }
    }
    CHECK(letters >= 3);
    CHECK(words["DUPONT"].left < words["Marie"].left);
    CHECK(words["12/03/2026"].left > words["DOLIPRANE"].right);
}

TEST_CASE("a passage in Arabic is set from the right in a French paper, the columns of its tables too", "[printing]") {
    Paper paper = test::blankPaper("Compte rendu");
    Table table;
    table.body = {Row{{cellOf("PREMIERE"), cellOf("SECONDE")}}};
    Table wide = test::numberedTable(2, 11, "mesure12345");
    paper.blocks = {text("avant"), {Passage{"ar-SA", {text("مريض"), {table}, {wide}}}}, text("ensuite"), {table}};
    const bool boxed = GENERATE(false, true);
    if (boxed) {
        paper.blocks = {{Box{{}, paper.blocks}}};
    }
    const Bytes pdf = pdfOf(paper);
    CHECK(misplaced(pdf) == std::vector<std::string>{});
    std::map<std::string, std::vector<test::PdfWord>> words;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        words[word.text].push_back(word);
        if (word.text.starts_with("\xD9\x85")) { // its first letter
            CHECK(word.right > word.pageWidth - 90);
        }
    }
    REQUIRE(words["PREMIERE"].size() == 2);
    CHECK(words["PREMIERE"][0].left > words["SECONDE"][0].right);
    CHECK(words["PREMIERE"][1].right < words["SECONDE"][1].left);
    CHECK(words["avant"].at(0).left < 90);
    CHECK(words["ensuite"].at(0).left < 90);
}

TEST_CASE("what stands around Arabic at the head of a page keeps its order", "[printing]") {
    Paper paper = test::blankPaper("تقرير طبي");
    paper.running = plain("PREMIER · " + isolated("مريض") + " · DERNIER");
    paper.blocks = {text("un"), {PageBreak{}}, text("deux")};
    double first = 0;
    double last = 0;
    double leftmost = 1000;
    for (const test::PdfWord &word : test::pdfWords(pdfOf(paper))) {
        if (word.page == 1 && word.top < 60) {
            first = word.text == "PREMIER" ? word.left : first;
            last = word.text == "DERNIER" ? word.left : last;
            leftmost = std::min(leftmost, word.left);
        }
    }
    REQUIRE(first > 0);
    CHECK(leftmost < first); // the title
    CHECK(first < last);
}

TEST_CASE("marks that turn the direction of writing are left out, and isolates that don't match", "[printing]") {
    CHECK(cleanText("a\u202Ab\u202Bc\u202Cd\u202De\u202Ef") == "abcdef");
    CHECK(isolated("abc") == "abc");
    CHECK(isolated("م") == "\u200E\u2068م\u2069");
    CHECK(isolated("م\u2069\u2067") == "\u200E\u2068م\u2069");
    CHECK(isolated("a \u2068م\u2069") == "\u200E\u2068a \u2068م\u2069\u2069");
}

TEST_CASE("characters that no font has are told, of this paper only", "[printing]") {
    Engine engine;
    Paper paper = test::blankPaper("Titre");
    paper.blocks = {text("a\uE001 م \uE000\uE001 ≤ ☐"), {Table{.body = {Row{{cellOf("\uE002")}}}}}};
    CHECK(must(engine.layOut(paper, Layout::Standard)).unknownCharacters() ==
          std::vector<char32_t>{0xE000, 0xE001, 0xE002});
    CHECK(must(engine.layOut(test::arabicPaper(), Layout::Standard)).unknownCharacters().empty());
    CHECK(must(engine.layOut(paper, Layout::Large)).unknownCharacters().size() == 3);
}

TEST_CASE("the preview shows a photograph's pixels, fewer than the photograph has, and only where they were decoded",
          "[printing]") {
    const bool decoded = GENERATE(false, true);
    CAPTURE(decoded);
    Image image;
    image.bytes = std::make_shared<const Bytes>(test::smallJpeg()); // 32 × 24
    if (decoded) {
        Raster half{16, 12, {}};
        for (int pixel = 0; pixel < half.width * half.height; ++pixel) {
            half.rgb.insert(half.rgb.end(), {0, 0, 200});
        }
        image.raster = std::make_shared<const Raster>(std::move(half));
    }
    Paper paper = test::receiptPaper();
    paper.blocks.insert(paper.blocks.begin(), {image});
    Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
    constexpr int kDpi = 96; // a pixel of the picture is a pixel of the screen
    const PagePixels preview = renderPage(laidOut, 0, kDpi);
    int blue = 0;
    for (int y = 0; y < preview.height; ++y) {
        for (int x = 0; x < preview.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, &preview.bytes[static_cast<std::size_t>(y * preview.stride + x * 4)], sizeof pixel);
            blue += pixel == 0xFF0000C8U ? 1 : 0;
        }
    }
    // All of its room but for the edges, which are blended.
    CHECK((decoded ? blue >= 30 * 22 && blue <= 32 * 24 : blue == 0));
    CHECK(must(renderPdf(laidOut)).size() > image.bytes->size());
}

TEST_CASE("a mark is drawn across each page, and neither the paper's text nor its digest has it", "[printing]") {
    const Paper paper = GENERATE(test::everythingPaper(), test::arabicPaper(), test::receiptPaper());
    const Layout layout = GENERATE(Layout::Standard, Layout::Large);
    INFO(paper.title);
    Paper marked = paper;
    marked.mark = "EXERCICE — sans valeur";
    CHECK(digestOf(marked) == digestOf(paper));
    const Bytes plainPdf = pdfOf(paper, layout);
    const Bytes pdf = pdfOf(marked, layout);
    CHECK(test::pdfText(pdf, "-layout") == test::pdfText(plainPdf, "-layout"));
    CHECK(test::pdfText(pdf, "-raw") == test::pdfText(plainPdf, "-raw"));
    const int pages = test::pdfPageCount(pdf);
    CHECK(pages == test::pdfPageCount(plainPdf));
    // Who can't see it hears it.
    CHECK(std::ranges::count(test::pdfAlternatives(pdf), marked.mark) == pages);
    for (int page = 0; page < pages; ++page) {
        INFO("page " << page + 1);
        CHECK(test::pdfPicture(pdf, page, 50).pixels != test::pdfPicture(plainPdf, page, 50).pixels);
    }
}

TEST_CASE("a mark is still there on a black-and-white copy, and leaves nearly all of the page free", "[printing]") {
    Paper paper = test::blankPaper("Copie");
    paper.showTitle = false;
    constexpr int kDpi = 200; // a copier's
    constexpr std::uint8_t kHalf = 128;
    const test::GreyPicture bare = test::pdfPicture(pdfOf(paper), 0, kDpi);
    paper.mark = GENERATE("EXERCICE — sans valeur", "EXERCISE — not valid", "تمرين — لا قيمة له");
    INFO(paper.mark);
    const test::GreyPicture marked = test::pdfPicture(pdfOf(paper), 0, kDpi);
    REQUIRE(bare.pixels.size() == marked.pixels.size());
    int drawn = 0;
    int copied = 0;
    for (std::size_t at = 0; at < bare.pixels.size(); ++at) {
        if (marked.pixels[at] != bare.pixels[at]) {
            ++drawn;
            copied += marked.pixels[at] < kHalf ? 1 : 0;
        }
    }
    CHECK(copied > drawn / 3); // the rest are the lines' blurred edges
    CHECK(copied > 1000);
    CHECK(drawn < static_cast<int>(bare.pixels.size()) / 50);
}

TEST_CASE("a mark leaves QR codes as they are", "[printing]") {
    Paper paper = test::blankPaper("Code");
    paper.blocks = {{Space{90}}, {QrCode{.text = "HTTPS://EXEMPLE.INVALID/1234567890", .sideMm = 100, .beside = {}}}};
    Paper marked = paper;
    marked.mark = "EXERCICE — sans valeur";
    Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
    std::optional<QrOp> code;
    for (const Op &op : laidOut.content().pages.front().ops) {
        if (const auto *found = std::get_if<QrOp>(&op)) {
            code = *found;
        }
    }
    REQUIRE(code);
    constexpr int kDpi = 72; // a pixel is a point
    const test::GreyPicture with = test::pdfPicture(pdfOf(marked), 0, kDpi);
    const test::GreyPicture without = test::pdfPicture(pdfOf(paper), 0, kDpi);
    int around = 0;
    int inside = 0;
    for (int y = 0; y < with.height; ++y) {
        for (int x = 0; x < with.width; ++x) {
            const auto at = static_cast<std::size_t>(y * with.width + x);
            if (with.pixels[at] != without.pixels[at]) {
                const bool in = x >= code->x && x < code->x + code->side && y >= code->y && y < code->y + code->side;
                ++(in ? inside : around);
            }
        }
    }
    CHECK(inside == 0);
    CHECK(around > 100);
}

TEST_CASE("the preview shows the very page that is printed", "[printing]") {
    const Paper paper = GENERATE(test::receiptPaper(), test::arabicPaper(), test::prescriptionPaper());
    INFO(paper.title);
    Engine engine;
    const LaidOutPaper laidOut = must(engine.layOut(paper, Layout::Standard));
    constexpr int kDpi = 72;
    const PagePixels preview = renderPage(laidOut, 0, kDpi);
    const test::GreyPicture printed = test::pdfPicture(must(renderPdf(laidOut)), 0, kDpi);
    REQUIRE(std::abs(preview.width - printed.width) <= 1);
    REQUIRE(std::abs(preview.height - printed.height) <= 1);
    // Ink in squares of 12 points: two rasterisers differ in pixels, not in where words are.
    constexpr int kSquare = 12;
    int inked = 0;
    double worst = 0;
    for (int top = 0; top + kSquare < printed.height; top += kSquare) {
        for (int left = 0; left + kSquare < printed.width; left += kSquare) {
            double a = 0;
            double b = 0;
            for (int y = top; y < top + kSquare; ++y) {
                for (int x = left; x < left + kSquare; ++x) {
                    a += preview.bytes[static_cast<std::size_t>(y * preview.stride + x * 4 + 1)];
                    b += printed.pixels[static_cast<std::size_t>(y * printed.width + x)];
                }
            }
            a = 255 - a / (kSquare * kSquare);
            b = 255 - b / (kSquare * kSquare);
            inked += b > 10 ? 1 : 0;
            worst = std::max(worst, std::abs(a - b));
        }
    }
    CHECK(inked > 50);
    CHECK(worst < 40);
}
