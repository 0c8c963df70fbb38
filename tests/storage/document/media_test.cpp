// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/media.h"
#include "storage/document/parse.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include "base/files.h"
#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cstdio>

#include <jpeglib.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <tiffio.h>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;

namespace {

CdaBuilder withBody(std::string type, ByteView bytes) {
    CdaBuilder cda = scannedResult();
    cda.body(std::move(type), bytes);
    return cda;
}

std::optional<ErrorCode> refusal(const CdaBuilder &cda) {
    const auto outcome = parseDocument(asBytes(cda.build()));
    return outcome ? std::nullopt : std::optional(outcome.error().code);
}

Media bodyOf(const CdaBuilder &cda) { return *must(parseDocument(asBytes(cda.build()))).document.nonXmlBody; }

Bytes jpeg(unsigned width, unsigned height, bool inks = false) {
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char *data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &data, &size);
    codec.image_width = width;
    codec.image_height = height;
    codec.input_components = inks ? 4 : 3;
    codec.in_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_start_compress(&codec, TRUE);
    std::vector<JSAMPLE> row(std::size_t{width} * 4, 200);
    while (codec.next_scanline < height) {
        JSAMPROW line = row.data();
        jpeg_write_scanlines(&codec, &line, 1);
    }
    jpeg_finish_compress(&codec);
    Bytes bytes(data, data + size);
    jpeg_destroy_compress(&codec);
    std::free(data); // NOLINT: libjpeg's malloc
    return bytes;
}

/// Black on white, as a fax machine sends: two pages of one bit, 204 × 98 dots an inch.
Bytes fax(std::uint32_t width, std::uint32_t height, int pages) {
    const TemporaryFolder folder;
    TIFF *tiff = TIFFOpen((folder / "fax.tiff").c_str(), "w");
    for (int page = 0; page < pages; ++page) {
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 204.0);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 98.0);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        std::vector<unsigned char> row((width + 7) / 8, 0x0F);
        for (std::uint32_t y = 0; y < height; ++y) {
            TIFFWriteScanline(tiff, row.data(), y, 0);
        }
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
    return must(readFile(folder / "fax.tiff", 1 << 20));
}

/// Width and height of a PDF's first page, in points.
std::pair<double, double> firstPageSize(const Bytes &pdf) {
    QPDF file;
    file.processMemoryFile("a PDF", asText(pdf).data(), pdf.size());
    const QPDFObjectHandle::Rectangle box =
        QPDFObjectHandle(file.getAllPages().at(0)).getKey("/MediaBox").getArrayAsRectangle();
    return {box.urx - box.llx, box.ury - box.lly};
}

} // namespace

TEST_CASE("a JPEG body keeps its bytes and has pixels for the screen", "[document]") {
    const Bytes photo = jpeg(640, 480);
    const Media body = bodyOf(withBody("image/jpeg", photo));
    CHECK(body.kind == MediaKind::Jpeg);
    CHECK(body.bytes == photo);
    CHECK(body.widthPx == 640);
    CHECK(body.heightPx == 480);
    CHECK(body.rgbWidthPx == 640);
    CHECK(body.rgb.size() == 3U * 640 * 480);
    CHECK(std::abs(body.rgb[0] - 200) <= 2);
}

TEST_CASE("a large photograph is made smaller for the screen only", "[document]") {
    const Media body = bodyOf(withBody("image/jpeg", jpeg(4000, 3000)));
    CHECK(body.widthPx == 4000);
    CHECK(body.rgbWidthPx == 1000);
    CHECK(body.rgbHeightPx == 750);
}

TEST_CASE("a photograph in four inks is shown in its colours", "[document]") {
    const Media body = bodyOf(withBody("image/jpeg", jpeg(16, 16, true)));
    REQUIRE(body.rgb.size() == 3U * 16 * 16);
    CHECK(std::abs(body.rgb[0] - 200 * 200 / 255) <= 2);
}

TEST_CASE("what a body is, is found from its bytes and not from its declared type", "[document]") {
    CHECK(bodyOf(withBody("application/octet-stream", smallPdf())).kind == MediaKind::Pdf);
    CHECK(bodyOf(withBody("application/pdf", smallPng(4, 4))).kind == MediaKind::Png);
    CHECK(refusal(withBody("application/pdf", asBytes("<html>not at all</html>"))) == ErrorCode::Unreadable);
    CHECK(refusal(withBody("image/png", asBytes("GIF89a"))) == ErrorCode::Unreadable);
}

TEST_CASE("a faxed TIFF becomes a PDF, a page for each picture, in its own proportions", "[document]") {
    const Media body = bodyOf(withBody("image/tiff", fax(1728, 1078, 3)));
    CHECK(body.kind == MediaKind::Pdf);
    CHECK(body.pages == 3);
    CHECK(asText(body.bytes).starts_with("%PDF-"));
    const auto [width, height] = firstPageSize(body.bytes);
    CHECK(std::abs(width - 1728 * 72.0 / 204) < 0.01);
    CHECK(std::abs(height - 1078 * 72.0 / 98) < 0.01);
    // What comes out is a PDF that is read as one.
    CHECK(bodyOf(withBody("application/pdf", body.bytes)).pages == 3);
}

TEST_CASE("a text body is shown in UTF-8, whatever it was written in", "[document]") {
    CHECK(asText(bodyOf(withBody("text/plain", asBytes("Dîner à 8 €\n"))).bytes) == "Dîner à 8 €\n");
    CHECK(asText(bodyOf(withBody("text/plain", asBytes(toLatin1("Dîner léger")))).bytes) == "Dîner léger");
    CHECK(asText(bodyOf(withBody("text/plain", asBytes(toUtf16("Dîner", true)))).bytes) == "Dîner");
    CHECK(asText(bodyOf(withBody("text/plain; charset=iso-8859-15", asBytes("\xA4"))).bytes) == "€");
    CdaBuilder inline_ = scannedResult();
    inline_.rawBody("<text mediaType=\"text/plain\">Repos &amp; soins</text>");
    CHECK(asText(bodyOf(inline_).bytes) == "Repos & soins");
    CHECK(bodyOf(inline_).kind == MediaKind::Text);
}

TEST_CASE("a body that can't be printed is refused with its reason", "[document]") {
    CHECK(refusal(withBody("text/rtf", asBytes("{\\rtf1 Bonjour}"))) == ErrorCode::UnsupportedMedia);
    CHECK(refusal(withBody("text/plain", asBytes("{\\rtf1 Bonjour}"))) == ErrorCode::UnsupportedMedia);
    CHECK(refusal(withBody("text/html", asBytes("<html>Bonjour</html>"))) == ErrorCode::UnsupportedMedia);
    CHECK(refusal(withBody("application/msword", asBytes("\xD0\xCF\x11\xE0"))) == ErrorCode::UnsupportedMedia);
    CdaBuilder cda = scannedResult();
    cda.rawBody("<text mediaType=\"application/pdf\" representation=\"B64\"/>");
    CHECK(refusal(cda) == ErrorCode::Unreadable);
    cda.rawBody("<text mediaType=\"application/pdf\" representation=\"B64\">*** not base64 ***</text>");
    CHECK(refusal(cda) == ErrorCode::Unreadable);
    cda.rawBody("<text mediaType=\"application/pdf\"><reference value=\"http://127.0.0.1/a.pdf\"/></text>");
    CHECK(refusal(cda) == ErrorCode::UnsupportedMedia);
    cda.rawBody("<text mediaType=\"application/pdf\" representation=\"B64\" compression=\"DF\">AAAA</text>");
    CHECK(refusal(cda) == ErrorCode::UnsupportedMedia);
}

TEST_CASE("base64 is taken with line ends and without padding, and with nothing else amiss", "[document]") {
    const auto body = [](const std::string &base64) {
        CdaBuilder cda = scannedResult();
        cda.rawBody("<text mediaType=\"text/plain\" representation=\"B64\">" + base64 + "</text>");
        const auto outcome = parseDocument(asBytes(cda.build()));
        return outcome ? std::string(asText(outcome->document.nonXmlBody->bytes)) : std::string("refused");
    };
    CHECK(body("Qm9uam91cg==") == "Bonjour");
    CHECK(body("Qm9uam91cg") == "Bonjour");
    CHECK(body("\n Qm9u\r\n\tam91\ncg = =\n") == "Bonjour");
    CHECK(body("Qm9uam91<!-- in the middle -->cg==") == "Bonjour");
    CHECK(body("Qm9uam91c") == "refused");
    CHECK(body("Qm9uam91cg===") == "refused");
    CHECK(body("Qm9uam91cg==QQ") == "refused");
    CHECK(body("Qm9u-m91") == "refused");
    std::string bytes;
    for (int length = 0; length < 70; ++length) {
        bytes += static_cast<char>('a' + length % 26);
        CHECK(body(toBase64(asBytes(bytes))) == bytes);
    }
}

TEST_CASE("a damaged or protected PDF is refused with its reason", "[document]") {
    const Bytes whole = smallPdf(2);
    CHECK(refusal(withBody("application/pdf", ByteView(whole).first(40))) == ErrorCode::Unreadable);
    CHECK(refusal(withBody("application/pdf", asBytes("%PDF-1.4\nnothing else"))) == ErrorCode::Unreadable);
    // Encrypted by a user password: the dictionary alone is enough to ask for it.
    std::string locked(whole.begin(), whole.end());
    const std::string zeros(64, '0');
    locked = replaceAll(locked, "trailer\n<<",
                        "trailer\n<< /ID [<" + zeros.substr(0, 32) + "><" + zeros.substr(0, 32) +
                            ">] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + zeros + "> /U <" +
                            zeros + "> >>");
    CHECK(refusal(withBody("application/pdf", asBytes(locked))) == ErrorCode::Encrypted);
}

TEST_CASE("damaged pictures and pictures of too many pixels are not shown", "[document]") {
    const auto show = [](const Bytes &bytes, std::string type) {
        CdaBuilder cda = laboratoryResult();
        cda.section("Image", "Voir l’image.", CdaBuilder::media("i", type, bytes));
        const Document d = must(parseDocument(asBytes(cda.build()))).document;
        return *d.media("i");
    };
    const Bytes picture = smallPng(50, 50);
    CHECK(show(picture, "image/png").kind == MediaKind::Png);
    Bytes cut(picture.begin(), picture.begin() + static_cast<std::ptrdiff_t>(picture.size() / 2));
    CHECK(show(cut, "image/png").problem == ErrorCode::Unreadable);
    const Bytes photo = jpeg(64, 64);
    CHECK(show(Bytes(photo.begin(), photo.begin() + static_cast<std::ptrdiff_t>(photo.size() * 3 / 4)), "image/jpeg")
              .problem == ErrorCode::Unreadable);
    CHECK(show(Bytes(photo.begin(), photo.begin() + 30), "image/jpeg").problem == ErrorCode::Unreadable);
    Bytes huge = smallPng(1, 1);
    huge[16] = 0x7F; // the width in its header
    CHECK(show(huge, "image/png").problem.has_value());
    Media gif = show(Bytes{'G', 'I', 'F', '8', '9', 'a'}, "image/gif");
    CHECK(gif.problem == ErrorCode::UnsupportedMedia);
    CHECK(gif.bytes.empty());
    CHECK(gif.sizeBytes == 6);
    CHECK(gif.mediaType == "image/gif");
}

TEST_CASE("a document whose only content can't be shown is refused, one with a text beside it is not", "[document]") {
    CdaBuilder cda = summary();
    cda.section("Pièce", "Pièce jointe.", CdaBuilder::media("p", "application/msword", asBytes("\xD0\xCF\x11\xE0")));
    CHECK(refusal(cda) == std::nullopt);
    CdaBuilder alone("11502-2", "2.16.840.1.113883.6.1", "", "Seul");
    alone.section("Pièce", "<renderMultiMedia referencedObject=\"p\"/>",
                  CdaBuilder::media("p", "application/msword", asBytes("\xD0\xCF\x11\xE0")));
    CHECK(refusal(alone) == ErrorCode::UnsupportedMedia);
}

TEST_CASE("a reference to something outside is named and never followed", "[document]") {
    CdaBuilder cda = summary();
    cda.section("Lien", "Voir <linkHtml href=\"file:///etc/passwd\">ici</linkHtml>.",
                "<entry><observationMedia ID=\"r\"><value mediaType=\"image/png\"><reference "
                "value=\"file:///etc/hostname\"/></value></observationMedia></entry>");
    const Document d = must(parseDocument(asBytes(cda.build()))).document;
    const Media *media = d.media("r");
    REQUIRE(media != nullptr);
    CHECK(media->reference == "file:///etc/hostname");
    CHECK(media->problem == ErrorCode::FileNotFound);
    CHECK(media->bytes.empty());
}

namespace {

/// A PDF of one page whose catalogue has these entries too.
Bytes pdfWith(const std::string &more) {
    std::string pdf(asText(smallPdf()));
    const std::string catalog = "<< /Type /Catalog ";
    pdf.replace(pdf.find(catalog), catalog.size(), catalog + more + " ");
    QPDF whole; // whose table is right again
    whole.setSuppressWarnings(true);
    whole.processMemoryFile("pdf", pdf.data(), pdf.size());
    QPDFWriter writer(whole);
    writer.setOutputMemory();
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return {written->getBuffer(), written->getBuffer() + written->getSize()};
}

Media pdfMedia(const Bytes &pdf) {
    Media media;
    media.mediaType = "application/pdf";
    readMediaFile(media, pdf);
    return media;
}

} // namespace

TEST_CASE("a PDF that acts or holds files is told from one that only shows", "[document][media]") {
    CHECK_FALSE(pdfMedia(smallPdf(2)).active);
    CHECK_FALSE(pdfMedia(smallPdf(2)).damaged);
    for (const char *harmless :
         {"/OpenAction [4 0 R /Fit]", "/OpenAction << /S /GoTo /D [4 0 R /Fit] >>", "/A << /S /URI /URI (x) >>"}) {
        INFO(harmless);
        CHECK_FALSE(pdfMedia(pdfWith(harmless)).active);
    }
    for (const char *acting :
         {"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "/AA << /WC << /S /Launch /F (x.exe) >> >>",
          "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>",
          "/OpenAction << /S /GoTo /D [4 0 R /Fit] /Next [<< /S /SubmitForm >>] >>"}) {
        INFO(acting);
        const Media media = pdfMedia(pdfWith(acting));
        CHECK(media.kind == MediaKind::Pdf);
        CHECK(media.active);
        CHECK(media.files.empty());
    }
    const Media holding = pdfMedia(pdfWith("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (photo.exe) "
                                           "/EF << /F 5 0 R >> >>] >> >>"));
    CHECK(holding.active);
    CHECK(holding.files == std::vector<std::string>{"photo.exe"});
}

TEST_CASE("a PDF that had to be mended says so, and one without a page is refused", "[document][media]") {
    const Bytes whole = smallPdf(2);
    Bytes cut(whole.begin(), whole.end() - 18); // without the place of its table
    const Media mended = pdfMedia(cut);
    CHECK(mended.kind == MediaKind::Pdf);
    CHECK(mended.pages == 2);
    CHECK(mended.damaged);
    CHECK(pdfMedia(Bytes(whole.begin(), whole.begin() + 100)).problem == ErrorCode::Unreadable);
    std::string none(asText(smallPdf()));
    none.replace(none.find("/Type /Page "), 12, "/Type /Gone ");
    none.replace(none.find("/Kids [4 0 R ]"), 14, "/Kids [      ]");
    CHECK(pdfMedia({none.begin(), none.end()}).problem == ErrorCode::Unreadable);
}

TEST_CASE("what is in a document's PDF is said beside the document", "[document][media]") {
    CdaBuilder cda = scannedResult();
    cda.body("application/pdf", pdfWith("/OpenAction << /S /JavaScript /JS (1) >>"));
    CHECK(must(parseDocument(asBytes(cda.build()))).warnings == std::vector<Warning>{Warning::ActiveContent});
    Bytes cut = smallPdf(2);
    cut.resize(cut.size() - 18);
    cda = laboratoryResult();
    cda.section("Pièce", "<paragraph>jointe</paragraph>", CdaBuilder::media("P", "application/pdf", cut));
    CHECK(must(parseDocument(asBytes(cda.build()))).warnings == std::vector<Warning>{Warning::Damaged});
}
