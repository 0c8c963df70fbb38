// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf_assembly.h"

#include "printing/layout.h"
#include "printing/stand_in_fonts.h"
#include "tests/printing/sample_papers.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace guichet;
using namespace guichet::printing;
using test::must;

namespace {

Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

/// A PDF of these pages, written as plain text without a table of its objects: qpdf finds them, as in damaged files.
/// Each page is `<< dictionary entries >>` and its content; `catalog` adds to the catalogue.
struct RawPage {
    std::string entries;
    std::string content;
};
std::string rawPdf(const std::vector<RawPage> &pages, const std::string &catalog = {},
                   const std::string &objects = {}) {
    std::string pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalog + " >>\nendobj\n";
    std::string kids;
    std::string body;
    int number = 10;
    for (const RawPage &page : pages) {
        kids += std::to_string(number) + " 0 R ";
        body += std::to_string(number) + " 0 obj\n<< /Type /Page /Parent 2 0 R /Contents " +
                std::to_string(number + 1) + " 0 R /Resources << /Font << /F1 3 0 R >> >> " + page.entries +
                " >>\nendobj\n";
        body += std::to_string(number + 1) + " 0 obj\n<< /Length " + std::to_string(page.content.size()) +
                " >>\nstream\n" + page.content + "\nendstream\nendobj\n";
        number += 2;
    }
    pdf += "2 0 obj\n<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>\nendobj\n";
    pdf += "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n";
    return pdf + body + objects + "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

std::string words(const std::string &text, int x = 100, int y = 700) {
    return "BT /F1 20 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text + ") Tj ET";
}

const std::string kA4 = "/MediaBox [0 0 595 842]";

/// Our paper around somebody else's pages.
Paper around(const Bytes &foreign, int pages, std::vector<bool> sideways = {}) {
    Paper paper = test::blankPaper("Compte rendu");
    ForeignPages block;
    block.pdf = std::make_shared<const Bytes>(foreign);
    block.pageCount = pages;
    block.sideways = std::move(sideways);
    block.alternative = "Compte rendu du laboratoire";
    paper.blocks = {text("Avant"), {block}, text("Ensuite")};
    return paper;
}

Bytes assembled(const Paper &paper) {
    Engine engine;
    return must(renderPdf(must(engine.layOut(paper, Layout::Standard)), assemblePdf));
}

/// Everything in a PDF as readable text.
std::string opened(const Bytes &pdf) {
    QPDF document;
    document.processMemoryFile("pdf", reinterpret_cast<const char *>(pdf.data()), pdf.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setQDFMode(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

Bytes encrypted(const std::string &pdf, const char *user, const char *owner) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("pdf", pdf.data(), pdf.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters(user, owner, false, false, false, false, false, false, qpdf_r3p_none, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

} // namespace

TEST_CASE("a foreign page is a figure with words for it, and its drawing stands in no tag", "[printing]") {
    const bool marked = GENERATE(false, true);
    Paper paper = around(bytesOf(rawPdf({{kA4, words("un")}, {kA4, words("deux")}})), 2);
    paper.mark = marked ? "EXERCICE" : "";
    const std::string text = opened(assembled(paper));
    CHECK(test::occurrences(text, "/Alt (Compte rendu du laboratoire)") == 2);
    int drawn = 0;
    for (std::size_t at = text.find("/Foreign"); at != std::string::npos; at = text.find("/Foreign", at + 1)) {
        if (text.find(" Do", at) > text.find('\n', at)) {
            continue; // its name among the resources
        }
        ++drawn;
        const std::size_t begin = text.rfind("BMC", at);
        REQUIRE(begin != std::string::npos);
        CHECK(text.compare(begin - 10, 13, "/Artifact BMC") == 0);
        CHECK(text.substr(begin, at - begin).find("EMC") == std::string::npos);
    }
    CHECK(drawn == 2);
}

TEST_CASE("a foreign PDF's pages are counted and measured as they are looked at", "[printing]") {
    const PdfInfo info = must(
        inspectPdf(bytesOf(rawPdf({{kA4, words("un")},
                                   {"/MediaBox [0 0 595 842] /Rotate 90", words("deux")},
                                   {"/MediaBox [0 0 594.72 792]", words("trois")},
                                   {"/MediaBox [0 0 1000 1000] /CropBox [0 0 595 842] /Rotate -90", words("quatre")},
                                   {"/MediaBox [0 0 1e30 -5] /Rotate 1e30", words("cinq")},
                                   {kA4 + " /Rotate 45", words("six")}}))));
    REQUIRE(info.pages.size() == 6);
    CHECK(info.pages[0].widthMm == Catch::Approx(209.9).margin(0.1));
    CHECK(info.pages[0].heightMm == Catch::Approx(297).margin(0.1));
    CHECK(info.pages[1].widthMm == Catch::Approx(297).margin(0.1));
    CHECK(info.pages[1].rotation == 90);
    CHECK(info.pages[2].heightMm == Catch::Approx(279.4).margin(0.1));
    CHECK(info.pages[3].widthMm == Catch::Approx(297).margin(0.1));
    CHECK(info.pages[3].rotation == 270);
    CHECK(std::isfinite(info.pages[4].widthMm));
    CHECK(info.pages[4].heightMm > 0);
    CHECK(info.pages[5].rotation == 0);
}

TEST_CASE("a paper's mark is over foreign pages too, whatever they cover themselves with", "[printing]") {
    const std::string white = "1 1 1 rg 0 0 595 842 re f 0 0 0 rg ";
    Paper paper = around(bytesOf(rawPdf({{kA4, white + words("Analyse")}, {kA4, white + words("Suite")}})), 2);
    const Bytes plainPdf = assembled(paper);
    paper.mark = "EXERCICE — sans valeur";
    const Bytes pdf = assembled(paper);
    CHECK(test::sortedWords(test::pdfText(pdf)) == test::sortedWords(test::pdfText(plainPdf)));
    for (int page = 0; page < test::pdfPageCount(pdf); ++page) {
        INFO("page " << page + 1);
        const test::GreyPicture with = test::pdfPicture(pdf, page, 72);
        const test::GreyPicture without = test::pdfPicture(plainPdf, page, 72);
        REQUIRE(with.pixels.size() == without.pixels.size());
        int darker = 0;
        int lighter = 0;
        for (std::size_t at = 0; at < with.pixels.size(); ++at) {
            darker += with.pixels[at] < without.pixels[at] ? 1 : 0;
            lighter += with.pixels[at] > without.pixels[at] ? 1 : 0;
        }
        CHECK(darker > 2000);
        CHECK(lighter == 0); // what is under it is all there
    }
}

TEST_CASE("what is no PDF, has no page or wants a password is told apart", "[printing]") {
    const std::string whole = rawPdf({{kA4, words("un")}});
    CHECK(inspectPdf({}).error().code == ErrorCode::Unreadable);
    CHECK(inspectPdf(bytesOf("GIF89a")).error().code == ErrorCode::Unreadable);
    CHECK(inspectPdf(bytesOf(rawPdf({}))).error().code == ErrorCode::Unreadable);
    CHECK(inspectPdf(bytesOf(whole.substr(0, 60))).error().code == ErrorCode::Unreadable);
    CHECK(inspectPdf(encrypted(whole, "secret", "owner")).error().code == ErrorCode::Encrypted);
    CHECK(must(inspectPdf(encrypted(whole, "", "owner"))).pages.size() == 1);
    // A loop in the page tree.
    CHECK_FALSE(
        inspectPdf(bytesOf("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
                           "/Count 1 /Kids [2 0 R] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n")));
}

TEST_CASE("foreign pages stand on pages of ours, above our footer, in their order", "[printing]") {
    const Bytes pdf = assembled(around(bytesOf(rawPdf({{kA4, words("PREMIERE")}, {kA4, words("SECONDE")}})), 2));
    CHECK(test::pdfPageCount(pdf) == 4);
    std::vector<std::string> pages(4);
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        pages[static_cast<std::size_t>(word.page)] += word.text + " ";
        CHECK(word.bottom < word.pageHeight - 20);
    }
    CHECK(pages[0].find("Avant") != std::string::npos);
    CHECK(pages[1].find("PREMIERE") != std::string::npos);
    CHECK(pages[1].find("page 2 / 4") != std::string::npos);
    CHECK(pages[2].find("SECONDE") != std::string::npos);
    CHECK(pages[2].find("page 3 / 4") != std::string::npos);
    CHECK(pages[3].find("Ensuite") != std::string::npos);
}

TEST_CASE("a turned page is upright, and a wide one has a page on its side", "[printing]") {
    // Written sideways on an upright sheet that is turned by 90 degrees: it is looked at as a wide page.
    const std::string content = "BT /F1 20 Tf 0 1 -1 0 100 100 Tm (TOURNEE) Tj ET";
    const Bytes pdf = assembled(around(bytesOf(rawPdf({{"/MediaBox [0 0 595 842] /Rotate 90", content}})), 1, {true}));
    bool found = false;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        if (word.text == "TOURNEE") {
            found = true;
            CHECK(word.pageWidth > word.pageHeight);
            CHECK(word.right - word.left > word.bottom - word.top);
        }
    }
    CHECK(found);
}

TEST_CASE("a page with odd boxes is as large as a viewer shows it", "[printing]") {
    struct Case {
        std::string boxes;
        double widthPt, heightPt;
    };
    const auto c = GENERATE(Case{"/MediaBox [0 0 595 842] /CropBox [-50 -50 2000 2000]", 595, 842},
                            Case{"/MediaBox [0 0 595 842] /CropBox [100 -50 2000 500]", 495, 500},
                            Case{"/MediaBox [0 0 595 842] /CropBox [700 900 800 1000]", 595, 842},
                            Case{"/MediaBox [0 0 595 842] /CropBox [9 9 9 9]", 595, 842},
                            Case{"/MediaBox [595 842 0 0] /CropBox [400 500 100 100]", 300, 400},
                            Case{"/MediaBox [0 0 595 842] /TrimBox [0 0 10 10]", 595, 842},
                            Case{"/MediaBox [0 0 0 0]", 595.276, 841.89}, Case{"", 595.276, 841.89});
    INFO(c.boxes);
    const Bytes pdf = bytesOf(rawPdf({{c.boxes, words("DEDANS", 110, 120)}}));
    const PdfInfo info = must(inspectPdf(pdf));
    CHECK(info.pages.at(0).widthMm == Catch::Approx(c.widthPt * 25.4 / 72).margin(0.01));
    CHECK(info.pages.at(0).heightMm == Catch::Approx(c.heightPt * 25.4 / 72).margin(0.01));
    // It is placed by that box: never enlarged, so that its letters have their size, or less on a smaller sheet.
    bool found = false;
    for (const test::PdfWord &word : test::pdfWords(assembled(around(pdf, 1)))) {
        if (word.text == "DEDANS") {
            found = true;
            CHECK(word.bottom - word.top > 15);
        }
    }
    CHECK(found);
}

TEST_CASE("a page that leaves its graphics state open moves nothing of ours", "[printing]") {
    const auto footerOf = [](const Bytes &pdf) {
        std::vector<double> places;
        for (const test::PdfWord &word : test::pdfWords(pdf)) {
            if (word.page == 1 && word.text == "page") {
                places = {word.left, word.top};
            }
        }
        return places;
    };
    const Bytes quiet = assembled(around(bytesOf(rawPdf({{kA4, words("calme")}})), 1));
    const Bytes wild = assembled(around(
        bytesOf(rawPdf({{kA4, "Q Q Q q q 0.1 0 0 0.1 50 50 cm 1 0 0 rg 0 0 m " + words("sauvage") + " q q"}})), 1));
    REQUIRE(footerOf(quiet).size() == 2);
    CHECK(footerOf(wild) == footerOf(quiet));
}

TEST_CASE("scripts, actions and files of a foreign PDF stay behind, its stamps are kept", "[printing]") {
    const std::string objects =
        "50 0 obj\n<< /Type /Annot /Subtype /Stamp /Rect [100 100 300 200] /F 4 /AP << /N 51 0 R >> /A << /S "
        "/JavaScript "
        "/JS (app.alert\\(1\\)) >> >>\nendobj\n"
        "51 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F1 3 0 R >> >> /AA << "
        "/O "
        "52 0 R >> /Length 38 >>\nstream\nBT /F1 20 Tf 10 40 Td (TAMPON) Tj ET  \nendstream\nendobj\n"
        "52 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n"
        "53 0 obj\n<< /Type /Annot /Subtype /Link /Rect [0 0 100 100] /A << /S /URI /URI "
        "(https://exemple.invalid/piege) >> "
        ">>\nendobj\n";
    const std::string pdf = rawPdf(
        {{kA4 + " /Annots [50 0 R 53 0 R] /AA << /O 52 0 R >>", words("corps")}},
        "/OpenAction 52 0 R /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(2\\)) >>] >> "
        "/EmbeddedFiles << /Names [(b) << /Type /Filespec /F (b.exe) >>] >> >> /AcroForm << /XFA (x) /Fields [] >>",
        objects);
    const Bytes result = assembled(around(bytesOf(pdf), 1));
    const std::string text = test::pdfText(result);
    CHECK(text.find("TAMPON") != std::string::npos);
    CHECK(text.find("corps") != std::string::npos);
    const std::string inside = opened(result);
    for (const char *word :
         {"JavaScript", "/JS", "Launch", "OpenAction", "/AA", "EmbeddedFile", "XFA", "calc.exe", "piege"}) {
        INFO(word);
        CHECK(inside.find(word) == std::string::npos);
    }
}

TEST_CASE("fields and notes without a look are on the page, or named", "[printing]") {
    const std::string widget = "<< /Type /Annot /Subtype /Widget /F 4 /Rect [100 ";
    const std::string objects =
        "50 0 obj\n" + widget +
        "500 300 520] /FT /Tx /T (a) /V (VALEUR \\351crite) /DA (/Helv 11 Tf 0 g) >>\nendobj\n" + "51 0 obj\n" +
        widget + "300 300 400] /FT /Tx /T (b) /Ff 4096 /V (Premiere ligne\rseconde) >>\nendobj\n" + "52 0 obj\n" +
        widget + "250 300 270] /FT /Ch /T (c) /V (k) /Opt [[(k) (CHOISI)]] >>\nendobj\n" + "53 0 obj\n" + widget +
        "200 115 215] /FT /Btn /T (d) /V /Oui /AS /Oui >>\nendobj\n" + "54 0 obj\n" + widget +
        "150 300 170] /FT /Tx /T (e) /V <FEFF0645> >>\nendobj\n" + // no letter of Helvetica
        "55 0 obj\n" + widget + "100 104 104] /FT /Tx /T (f) /V (TROP PETIT) >>\nendobj\n" +
        "56 0 obj\n<< /Type /Annot /Subtype /FreeText /Rect [320 500 500 540] /Contents (LIBRE) >>\nendobj\n"
        "57 0 obj\n<< /Type /Annot /Subtype /Text /Rect [320 400 340 420] /Contents (EN MARGE) >>\nendobj\n"
        "58 0 obj\n<< /Type /Annot /Subtype /Stamp /Rect [320 300 500 340] /Contents (TAMPON) >>\nendobj\n"
        "59 0 obj\n" +
        widget + "50 300 70] /F 2 /FT /Tx /T (g) /V (CACHE) >>\nendobj\n";
    const bool announced = GENERATE(false, true);
    const std::string pdf = rawPdf({{kA4, words("un")},
                                    {kA4 + " /Annots [50 0 R 51 0 R 52 0 R 53 0 R 54 0 R 55 0 R 56 0 R 57 0 R 58 0 R "
                                           "59 0 R]",
                                     words("deux")}},
                                   std::string("/AcroForm << /Fields [50 0 R 51 0 R 52 0 R 53 0 R 54 0 R 55 0 R 59 0 "
                                               "R] ") +
                                       (announced ? "/NeedAppearances true >>" : ">>"),
                                   objects);
    std::vector<std::string> notes;
    for (const PdfNote &note : must(inspectPdf(bytesOf(pdf))).notes) {
        CHECK(note.page == 1);
        notes.push_back(note.text);
    }
    CHECK(notes == std::vector<std::string>{"م", "TROP PETIT", "EN MARGE", "TAMPON"});
    const std::string shown = test::pdfText(assembled(around(bytesOf(pdf), 2)), "-layout");
    for (const char *word : {"VALEUR écrite", "Premiere ligne", "seconde", "CHOISI", "LIBRE"}) {
        INFO(word);
        CHECK(test::occurrences(shown, word) == 1);
    }
    CHECK(std::ranges::count(test::sortedWords(shown), "X") == 1);
    for (const char *word : {"CACHE", "EN MARGE", "TAMPON"}) {
        INFO(word);
        CHECK(test::occurrences(shown, word) == 0);
    }
}

TEST_CASE("a field's own look is kept, unless the form says that it is old", "[printing]") {
    const bool old = GENERATE(false, true);
    const std::string objects =
        "50 0 obj\n<< /Type /Annot /Subtype /Widget /F 4 /Rect [100 500 300 520] /FT /Tx /T (a) /V (NOUVEAU) /AP << /N "
        "51 "
        "0 R >> >>\nendobj\n51 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 "
        "0 "
        "R >> >> /Length 36 >>\nstream\nBT /F1 10 Tf 2 5 Td (ANCIEN) Tj ET  \nendstream\nendobj\n";
    const std::string pdf =
        rawPdf({{kA4 + " /Annots [50 0 R]", words("un")}},
               std::string("/AcroForm << /Fields [50 0 R] ") + (old ? "/NeedAppearances true >>" : ">>"), objects);
    const std::string shown = test::pdfText(assembled(around(bytesOf(pdf), 1)));
    CHECK(test::occurrences(shown, "ANCIEN") == (old ? 0 : 1));
    CHECK(test::occurrences(shown, "NOUVEAU") == (old ? 1 : 0));
}

TEST_CASE("the same foreign pages give the same bytes", "[printing]") {
    const Paper paper = around(bytesOf(rawPdf({{kA4, words("un")}, {kA4, words("deux")}})), 2);
    CHECK(assembled(paper) == assembled(paper));
}

TEST_CASE("a page that was announced and is not there is an error, not an empty page", "[printing]") {
    Engine engine;
    const Bytes foreign = bytesOf(rawPdf({{kA4, words("un")}}));
    const LaidOutPaper laidOut = must(engine.layOut(around(foreign, 2), Layout::Standard));
    CHECK(renderPdf(laidOut, assemblePdf).error().code == ErrorCode::NotPrintable);
    CHECK(renderPdf(laidOut).error().code == ErrorCode::NotPrintable);
    CHECK(engine.layOut(around(foreign, 0), Layout::Standard).error().code == ErrorCode::NotPrintable);
}

TEST_CASE("the preview of a foreign page shows its picture, or what it is", "[printing]") {
    Engine engine;
    const LaidOutPaper laidOut =
        must(engine.layOut(around(bytesOf(rawPdf({{kA4, words("un")}})), 1), Layout::Standard));
    REQUIRE(laidOut.foreignPlace(1));
    CHECK_FALSE(laidOut.foreignPlace(0));
    const PagePixels frame = renderPage(laidOut, 1, 50);
    int asked = 0;
    const PagePixels picture = renderPage(laidOut, 1, 50, [&](const ForeignPlace &place, int width, int height) {
        ++asked;
        CHECK(place.page == 0);
        CHECK((width > 300 && height > 400));
        Raster red{2, 3, Bytes(18)};
        for (std::size_t i = 0; i < red.rgb.size(); i += 3) {
            red.rgb[i] = 255;
        }
        return std::optional(red);
    });
    CHECK(asked == 1);
    CHECK(frame.bytes != picture.bytes);
    const std::size_t middle = static_cast<std::size_t>(picture.height / 2) * static_cast<std::size_t>(picture.stride) +
                               static_cast<std::size_t>(picture.width / 2) * 4;
    CHECK(int{picture.bytes[middle + 2]} == 255); // red, in the machine's order
    CHECK(int{picture.bytes[middle]} == 0);
}

TEST_CASE("no damage to a foreign PDF does more than fail", "[printing]") {
    const std::string whole = rawPdf({{kA4, words("un")}, {"/MediaBox [0 0 595 842] /Rotate 90", words("deux")}},
                                     "/AcroForm << /Fields [] >>");
    CHECK(rc::check("for any bytes changed", [&] {
        std::string damaged = whole;
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
            damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] = *rc::gen::arbitrary<char>();
        }
        damaged.resize(*rc::gen::inRange<std::size_t>(damaged.size() / 2, damaged.size() + 1));
        const Result<PdfInfo> info = inspectPdf(bytesOf(damaged));
        if (info) {
            RC_ASSERT_FALSE(info->pages.empty());
            Engine engine;
            const Result<Bytes> pdf = renderPdf(
                must(engine.layOut(around(bytesOf(damaged), static_cast<int>(info->pages.size())), Layout::Standard)),
                assemblePdf);
            RC_ASSERT(!pdf || !pdf->empty());
        }
    }));
}

namespace {

/// One page in the given font: its dictionary's entries, and what is written with it.
Bytes inFont(const std::string &font, const std::string &text, const std::string &objects = {}) {
    return bytesOf(rawPdf({{kA4 + " /Resources << /Font << /F1 40 0 R >> >>", words(text)}}, {},
                          "40 0 obj\n<< /Type /Font " + font + " >>\nendobj\n" + objects));
}

} // namespace

TEST_CASE("a font that the file only names gets the letters of its like", "[printing]") {
    struct Case {
        std::string font;
        std::string text;
        std::string name;
        std::string shown;
    };
    const std::string winAnsi = " /Encoding /WinAnsiEncoding ";
    const std::string descriptor = " /FontDescriptor << /Type /FontDescriptor /Flags ";
    const Case one = GENERATE_COPY(
        Case{"/Subtype /Type1 /BaseFont /Helvetica", "mot", "NimbusSans-Regular", "mot"},
        Case{"/Subtype /Type1 /BaseFont /Times-BoldItalic" + winAnsi, "\\351t\\351 \\200 \\234",
             "NimbusRoman-BoldItalic", "été € œ"},
        Case{"/Subtype /TrueType /BaseFont /Arial,Bold" + winAnsi, "c\\234ur\\240!", "NimbusSans-Bold", "cœur !"},
        Case{"/Subtype /TrueType /BaseFont /ABCDEF+CourierNewPSMT /Encoding /MacRomanEncoding", "\\216t\\216",
             "NimbusMonoPS-Regular", "été"},
        Case{"/Subtype /Type1 /BaseFont /Inconnue" + winAnsi + descriptor + "66 /ItalicAngle -12 >>", "mot",
             "NimbusRoman-Italic", "mot"},
        Case{"/Subtype /Type1 /BaseFont /Inconnue /Encoding << /Differences [65 /eacute /Euro /uni0416] >>", "ABC",
             "NimbusSans-Regular", "é€Ж"},
        Case{"/Subtype /MMType1 /BaseFont /Arial-Narrow", "mot", "NimbusSansNarrow-Regular", "mot"},
        Case{"/Subtype /Type1 /BaseFont /Symbol" + descriptor + "4 >>", "abg", "StandardSymbolsPS", "αβγ"},
        Case{"/Subtype /Type1 /BaseFont /ZapfDingbats", "4", "ZapfDingbats", "✔"});
    CAPTURE(one.font);
    const Bytes foreign = inFont(one.font, one.text);
    const PdfInfo info = must(inspectPdf(foreign));
    CHECK(info.missingFonts.empty());
    const Bytes result = assembled(around(foreign, 1));
    bool there = false;
    for (const test::PdfFont &font : test::pdfFonts(result)) {
        CHECK(font.embedded);
        there = there || font.name == one.name;
    }
    CHECK(there);
    CHECK_THAT(test::pdfText(result), Catch::Matchers::ContainsSubstring(one.shown));
    CHECK(assembled(around(foreign, 1)) == result);
}

TEST_CASE("a font whose like nobody has is named with its page", "[printing]") {
    struct Case {
        std::string font;
        std::string name;
    };
    const auto [font, name] = GENERATE(
        Case{"/Subtype /TrueType /BaseFont /Wingdings-Regular /Encoding /WinAnsiEncoding", "Wingdings-Regular"},
        Case{"/Subtype /TrueType /BaseFont /ABCDEF+Signes /FontDescriptor << /Flags 4 >>", "Signes"},
        Case{"/Subtype /Type1 /BaseFont /Partie /Encoding << /Differences [65 /g17] >>", "Partie"},
        Case{"/Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 "
             "/BaseFont /SimSun >>]",
             "SimSun"});
    const std::vector<PdfNote> missing = must(inspectPdf(inFont(font, "A"))).missingFonts;
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].page == 0);
    CHECK(missing[0].text == name);
    assembled(around(inFont(font, "A"), 1)); // and its page is there all the same
}

TEST_CASE("fonts are found wherever a page may use them, and once", "[printing]") {
    const std::string objects =
        "40 0 obj\n<< /Type /Font /Subtype /TrueType /BaseFont /Webdings >>\nendobj\n"
        "41 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 40 0 R >> /XObject << "
        "/X 41 0 R >> >> /Length 0 >>\nstream\n\nendstream\nendobj\n"
        "42 0 obj\n<< /Subtype /Stamp /Rect [0 0 9 9] /AP << /N << /On 41 0 R >> >> >>\nendobj\n";
    const std::string where = GENERATE("/Resources << /XObject << /X 41 0 R >> >>", "/Annots [42 0 R]",
                                       "/Resources << /ExtGState << /G << /Font [40 0 R 9] >> >> >>",
                                       "/Resources << /Pattern << /P 41 0 R >> >>",
                                       "/Resources << /Font << /T << /Subtype /Type3 /Resources << /Font << /F 40 0 R "
                                       ">> >> >> >> >>");
    CAPTURE(where);
    const Bytes pdf = bytesOf(rawPdf({{kA4, ""}, {kA4 + " " + where, ""}, {kA4 + " " + where, ""}}, {}, objects));
    const std::vector<PdfNote> missing = must(inspectPdf(pdf)).missingFonts;
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].page == 1);
    CHECK(missing[0].text == "Webdings");
}

TEST_CASE("without the fonts that stand in, every font that is only named is told", "[printing]") {
    const Bytes bytes = inFont("/Subtype /Type1 /BaseFont /Helvetica", "mot");
    QPDF pdf;
    pdf.processMemoryFile("test", reinterpret_cast<const char *>(bytes.data()), bytes.size());
    for (const std::vector<PdfNote> &missing :
         {missingFonts(pdf, "/nonexistent"), standInForFonts(pdf, "/nonexistent")}) {
        REQUIRE(missing.size() == 1);
        CHECK(missing[0].text == "Helvetica");
    }
}

TEST_CASE("names that a file gives are no actions", "[printing]") {
    const std::string pdf = rawPdf({{kA4 + " /Resources << /Font << /A 3 0 R /PS 3 0 R >> >>",
                                     "BT /A 20 Tf 100 700 Td (NOMME) Tj /PS 20 Tf (AINSI) Tj ET"}});
    CHECK_THAT(test::pdfText(assembled(around(bytesOf(pdf), 1))), Catch::Matchers::ContainsSubstring("NOMMEAINSI"));
}
