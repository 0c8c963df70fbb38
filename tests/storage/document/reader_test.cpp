// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "storage/document/reader_client.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/xdm_builder.h"

#include "base/files.h"
#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;
using namespace std::chrono_literals;

namespace {

std::optional<ErrorCode> refusal(ReaderClient &reader, std::string_view file) {
    const auto outcome = reader.read(asBytes(file));
    return outcome ? std::nullopt : std::optional(outcome.error().code);
}

void forgetSizes(std::vector<Section> &sections) {
    for (Section &section : sections) {
        for (Media &media : section.media) {
            CHECK(media.pageSizes.size() == media.pages);
            media.pageSizes.clear();
        }
        forgetSizes(section.sections);
    }
}

/// What /proc says of the children of this process by that name.
std::vector<std::string> statusOfReaders() {
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "status");
        const std::string status((std::istreambuf_iterator<char>(file)), {});
        if (status.starts_with("Name:\tguichet-reader") &&
            status.find("\nPPid:\t" + std::to_string(getpid()) + "\n") != std::string::npos &&
            status.find("\nState:\tZ") == std::string::npos) {
            found.push_back(status);
        }
    }
    return found;
}

} // namespace

TEST_CASE("the process reads what the parser reads, and its parent knows the bytes", "[reader]") {
    ReaderProcess reader;
    for (const auto &make : {&prescription, &laboratoryResult, &dischargeLetter, &newborn}) {
        const std::string file = make().build();
        const ReadOutcome outcome = must(reader.read(asBytes(file)));
        ReadOutcome expected = must(parseDocument(asBytes(file)));
        expected.document.sourceSha256 = sha256(file);
        CHECK(outcome == expected);
    }
    const Document scanned = must(reader.read(asBytes(scannedResult(2).build()))).document;
    CHECK(scanned.nonXmlBody->bytes == smallPdf(2));
    CHECK(reader.starts() == 1);
}

TEST_CASE("a reader that was started ahead is asked whether it is shut in, and serves the first call", "[reader]") {
    ReaderProcess reader;
    reader.startAhead();
    reader.startAhead();
    CHECK(reader.starts() == 1);
    CHECK(must(reader.read(asBytes(prescription().build()))).document.sections.size() > 0);
    CHECK(reader.starts() == 1);
    // `cat` starts, and says nothing of a sandbox.
    ReaderProcess other({.program = "/bin/cat", .startLimit = std::chrono::milliseconds(200)});
    other.startAhead();
    const auto refused = other.read(asBytes(prescription().build()));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ReaderFailed);
}

TEST_CASE("a PDF comes with the sizes of its pages as they are looked at, and what they don't show", "[reader]") {
    QPDF pdf;
    const Bytes upright = smallPdf(3);
    pdf.processMemoryFile("pdf", asText(upright).data(), upright.size());
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    pages[1].rotatePage(90, false);
    pages[2].getObjectHandle().replaceKey("/MediaBox", QPDFObjectHandle::parse("[0 0 842 595]"));
    pages[1].getObjectHandle().replaceKey(
        "/Resources",
        QPDFObjectHandle::parse("<< /Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /B << /Type "
                                "/Font /Subtype /TrueType /BaseFont /Wingdings >> >> >>"));
    pages[2].getObjectHandle().replaceKey(
        "/Annots", QPDFObjectHandle::parse("[ << /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (dit) >> ]"));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    const Bytes bytes(written->getBuffer(), written->getBuffer() + written->getSize());

    ReaderProcess reader;
    CdaBuilder cda = scannedResult();
    SECTION("as the body") { cda.body("application/pdf", bytes); }
    SECTION("in a section") {
        cda = laboratoryResult();
        cda.section("Pièce", "<paragraph>joint</paragraph>", CdaBuilder::media("P", "application/pdf", bytes));
    }
    const Document d = must(reader.read(asBytes(cda.build()))).document;
    const Media *media = d.nonXmlBody ? &*d.nonXmlBody : d.media("P");
    REQUIRE(media != nullptr);
    REQUIRE(media->pageSizes.size() == 3);
    CHECK(media->pageSizes[0].widthMm < media->pageSizes[0].heightMm);
    CHECK(media->pageSizes[1].widthMm > media->pageSizes[1].heightMm);
    CHECK(media->pageSizes[2].widthMm > media->pageSizes[2].heightMm);
    CHECK(media->notes == std::vector<PdfNote>{{2, "dit"}});
    CHECK(media->missingFonts == std::vector<PdfNote>{{1, "Wingdings"}}); // shut in, it finds the letters of the other
}

TEST_CASE("an import need not carry the media", "[reader]") {
    ReaderProcess reader;
    const Document d = must(reader.read(asBytes(scannedResult(2).build()), {.mediaBytes = false})).document;
    CHECK(d.nonXmlBody->pages == 2);
    CHECK(d.nonXmlBody->sizeBytes == smallPdf(2).size());
    CHECK(d.nonXmlBody->bytes.empty());
    const Document with = must(reader.read(asBytes(laboratoryResult().build()), {.mediaBytes = false})).document;
    CHECK(with.media("courbe")->widthPx == 120);
    CHECK(with.media("courbe")->rgb.empty());
}

TEST_CASE("each hostile file is refused with its reason, and the next one is read", "[reader]") {
    ReaderProcess reader;
    CHECK(refusal(reader, "") == ErrorCode::NotXml);
    CHECK(refusal(reader, "<note/>") == ErrorCode::NotCda);
    CHECK(refusal(reader, std::string("\x7F"
                                      "ELF\0\1\2\3",
                                      8)) == ErrorCode::NotXml);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    CHECK(refusal(reader, deep) == ErrorCode::TooDeep);
    CdaBuilder cda = prescription();
    cda.doctype = "<!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    CHECK(refusal(reader, cda.build()) == ErrorCode::NotCda);
    const auto nobody = reader.read(asBytes(replaceAll(prescription().build(), "recordTarget", "recordTarger")));
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == ErrorCode::NoPerson);
    CHECK(nobody.error().detail.empty()); // the caller says which file
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(reader.starts() == 1);
}

TEST_CASE("a file of 200 MB is refused without being sent", "[reader]") {
    ReaderProcess reader;
    const Bytes huge(std::size_t{200} << 20);
    const auto outcome = reader.read(huge);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::TooLarge);
    CHECK(reader.starts() == 0);
}

TEST_CASE("a file that kills the reader is unreadable, and the rest goes on", "[reader]") {
    ReaderProcess reader;
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(refusal(reader, "<?guichet-test crash?>") == ErrorCode::Unreadable);
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(reader.starts() == 2);
    CHECK(refusal(reader, "<?guichet-test crash?>") == ErrorCode::Unreadable);
    CHECK(refusal(reader, "<?guichet-test crash?>") == ErrorCode::Unreadable);
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
}

TEST_CASE("a file that takes too long is unreadable, and the rest goes on", "[reader]") {
    ReaderProcess reader({.program = {}, .timeLimit = 700ms});
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    const auto before = std::chrono::steady_clock::now();
    CHECK(refusal(reader, "<?guichet-test hang?>") == ErrorCode::Unreadable);
    const auto took = std::chrono::steady_clock::now() - before;
    CHECK(took >= 700ms);
    CHECK(took < 10s);
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(reader.starts() == 2);
}

#if !GUICHET_SANITIZED // no limit of addresses could stand beside a sanitizer
TEST_CASE("a file that asks for all of the memory is refused, and the rest goes on", "[reader]") {
    ReaderProcess reader;
    CHECK(refusal(reader, "<?guichet-test memory?>") == ErrorCode::TooLarge);
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
}
#endif

TEST_CASE("an answer that is no answer is not believed, and the reader is started again", "[reader]") {
    ReaderProcess reader;
    CHECK(refusal(reader, "<?guichet-test garbage?>") == ErrorCode::ReaderFailed);
    CHECK(refusal(reader, "<?guichet-test boast?>") == ErrorCode::ReaderFailed);
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(reader.starts() == 3);
}

TEST_CASE("a reader that died while nobody asked is started again unseen", "[reader]") {
    ReaderProcess reader;
    must(reader.start());
    CHECK(statusOfReaders().size() == 1);
    const std::string status = statusOfReaders().front();
    const auto at = status.find("\nPid:\t") + 6;
    REQUIRE(kill(std::stoi(status.substr(at)), SIGKILL) == 0);
    while (!statusOfReaders().empty()) {
        std::this_thread::yield();
    }
    CHECK(refusal(reader, prescription().build()) == std::nullopt);
    CHECK(reader.starts() == 2);
}

TEST_CASE("the reader is shut in: no privileges to gain, a filter of calls, no core file", "[reader]") {
    ReaderProcess reader;
    must(reader.start()); // it has tried the doors itself, or start() would fail
    const auto readers = statusOfReaders();
    REQUIRE(readers.size() == 1);
    CHECK(readers.front().find("\nSeccomp:\t2\n") != std::string::npos);
    CHECK(readers.front().find("\nNoNewPrivs:\t1\n") != std::string::npos);
    CHECK(readers.front().find("\nThreads:\t1\n") != std::string::npos);
}

TEST_CASE("the reader ends with the object that started it", "[reader]") {
    {
        ReaderProcess reader;
        must(reader.start());
        CHECK(statusOfReaders().size() == 1);
    }
    CHECK(statusOfReaders().empty());
}

TEST_CASE("a missing program, and one that is no reader, are told apart", "[reader]") {
    const TemporaryFolder folder;
    ReaderProcess missing({.program = folder / "nothing-here"});
    const auto absent = missing.read(asBytes("<a/>"));
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == ErrorCode::ReaderMissing);
    ReaderProcess other({.program = "/bin/false"});
    CHECK(refusal(other, "<a/>") == ErrorCode::ReaderFailed);
    ReaderProcess echo({.program = "/bin/cat", .startLimit = 300ms});
    CHECK(refusal(echo, "<a/>") == ErrorCode::ReaderFailed);
}

TEST_CASE("several threads may ask at once", "[reader]") {
    ReaderProcess reader;
    std::vector<std::thread> threads;
    std::array<int, 4> read{};
    for (int &count : read) {
        threads.emplace_back([&reader, &count] {
            for (int i = 0; i < 5; ++i) {
                count += reader.read(asBytes(prescription().build())) ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    CHECK(read == std::array{5, 5, 5, 5});
    CHECK(reader.starts() == 1);
}

TEST_CASE("a page of a PDF is drawn as large as asked, and no larger", "[reader]") {
    ReaderProcess reader;
    const Bytes pdf = smallPdf(2);
    const Pixels page = must(reader.rasterisePdf(pdf, 1, 300, 400));
    CHECK(page.heightPx == 400);
    CHECK(page.widthPx == 283);                                                      // 595 × 842 points
    CHECK(std::count(page.rgb.begin(), page.rgb.end(), 255) < std::ssize(page.rgb)); // there is writing on it
    CHECK(std::count(page.rgb.begin(), page.rgb.end(), 255) > std::ssize(page.rgb) / 2);
    const auto reason = [&](ByteView bytes, std::uint32_t number, std::uint32_t width) {
        const auto pixels = reader.rasterisePdf(bytes, number, width, 100);
        return pixels ? std::nullopt : std::optional(pixels.error().code);
    };
    CHECK(reason(pdf, 2, 100) == ErrorCode::NotPrintable);
    CHECK(reason(asBytes("no PDF"), 0, 100) == ErrorCode::Unreadable);
    CHECK(reason(pdf, 0, 0) == ErrorCode::TooLarge);
    CHECK(reason(pdf, 0, 1'000'000) == ErrorCode::TooLarge);
}

TEST_CASE("foreign pages are measured, and put in their places on ours", "[reader]") {
    ReaderProcess reader;
    const auto sizes = must(reader.inspectPdf(smallPdf(3)));
    REQUIRE(sizes.size() == 3);
    CHECK(std::abs(sizes.front().widthMm - 595 * 25.4 / 72) < 0.01);
    CHECK(std::abs(sizes.front().heightMm - 842 * 25.4 / 72) < 0.01);
    CHECK(sizes.front().rotation == 0);
    CHECK(reader.inspectPdf(asBytes("no PDF")).error().code == ErrorCode::Unreadable);

    PdfAssembly assembly;
    assembly.base = std::make_shared<const Bytes>(smallPdf(2));
    assembly.foreignPdfs = {std::make_shared<const Bytes>(smallPdf(3))};
    assembly.placements = {
        {.ours = 1, .foreign = 0, .page = 2, .leftMm = 20, .bottomMm = 20, .widthMm = 170, .heightMm = 250}};
    const Bytes pdf = must(reader.assemblePdf(assembly));
    CHECK(must(reader.inspectPdf(pdf)).size() == 2);
    CHECK(must(reader.assemblePdf(assembly)) == pdf);
    // The first page is as it was, the second has more on it.
    const auto same = [&](std::uint32_t page) {
        return must(reader.rasterisePdf(pdf, page, 300, 300)).rgb ==
               must(reader.rasterisePdf(*assembly.base, page, 300, 300)).rgb;
    };
    CHECK(same(0));
    CHECK_FALSE(same(1));
    // Under what ours has drawn, where that is asked for.
    assembly.placements.front().below = true;
    CHECK(must(reader.assemblePdf(assembly)) != pdf);
    assembly.placements.front().page = 3;
    CHECK(reader.assemblePdf(assembly).error().code == ErrorCode::NotPrintable);
    CHECK(reader.starts() == 1);
}

TEST_CASE("each published example is read by the process", "[reader][samples]") {
    const auto samples = sampleDocuments();
    if (samples.empty()) {
        SKIP("the published examples are not here; GUICHET_SAMPLES names their folder");
    }
    ReaderProcess reader;
    for (const auto &path : samples) {
        CAPTURE(path.filename().string());
        const Bytes bytes = must(readFile(path, kLargestDocumentBytes));
        ReadOutcome expected = must(parseDocument(bytes));
        expected.document.sourceSha256 = sha256(bytes);
        ReadOutcome read = must(reader.read(bytes));
        forgetSizes(read.document.sections); // the parser does not know them
        if (read.document.nonXmlBody) {
            read.document.nonXmlBody->pageSizes.clear();
        }
        CHECK((read == expected));
        // Its PDFs can be drawn.
        if (expected.document.nonXmlBody) {
            CHECK(must(reader.rasterisePdf(expected.document.nonXmlBody->bytes, 0, 200, 200)).heightPx == 200);
        }
    }
    CHECK(reader.starts() == 1);
}

TEST_CASE("the process opens an archive, and reads what is in it with what was said of it", "[reader]") {
    ReaderProcess reader;
    const auto members = must(reader.readArchive(xdm({{xdmLetter(), xdmPdf()}})));
    REQUIRE(members.size() == 2);
    const ReadOutcome scan = must(reader.read(members[1].bytes, {.beside = asBytes(members[1].description)}));
    CHECK(scan.described);
    CHECK(scan.document.nonXmlBody->bytes == smallPdf(2));
    CHECK(scan.document.nonXmlBody->pageSizes.size() == 2);
    CHECK(scan.document.sourceSha256 == sha256(members[1].bytes));
    const auto bad = reader.readArchive(asBytes("PK\x03\x04 and no more"));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::BadArchive);
    CHECK(reader.starts() == 1);
}
