// SPDX-License-Identifier: GPL-3.0-or-later
// What the preview shows is what comes out of the printer.
#include "kiosk/counter/print_records.h"
#include "kiosk/ui/documents_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <cstdlib>

namespace guichet::test {
namespace {

const QColor kInk(20, 60, 200);

/// A PDF as a scanner makes one: a dark page, and a page with a bar at its foot.
Bytes scannedPdf() {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        const QRect page = painter.viewport();
        painter.fillRect(page, kInk);
        writer.newPage();
        painter.fillRect(page.adjusted(0, page.height() * 3 / 4, 0, 0), kInk);
    }
    return {bytes.begin(), bytes.end()};
}

Bytes jpeg() {
    QImage picture(120, 80, QImage::Format_RGB32);
    picture.fill(kInk);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(picture.save(&buffer, "JPEG", 95));
    return {bytes.begin(), bytes.end()};
}

/// How many of a hundred pixels are the ink's colour, about.
int inked(const QImage &picture) {
    int found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const auto pixel = picture.pixelColor(x, y);
            if (std::abs(pixel.red() - kInk.red()) + std::abs(pixel.green() - kInk.green()) +
                    std::abs(pixel.blue() - kInk.blue()) <
                24) {
                ++found;
            }
        }
    }
    return found * 100 / (picture.width() * picture.height());
}

/// As poppler weighs the colours.
int grey(QRgb pixel) { return (299 * qRed(pixel) + 587 * qGreen(pixel) + 114 * qBlue(pixel)) / 1000; }

/// The mean of how much two pictures differ, 0 to 255; what antialiasing does to a page of text is below 6.
double difference(const QImage &seen, const GreyPicture &printed) {
    REQUIRE(std::abs(seen.width() - printed.width) <= 1);
    REQUIRE(std::abs(seen.height() - printed.height) <= 1);
    const int width = std::min(seen.width(), printed.width);
    const int height = std::min(seen.height(), printed.height);
    double sum = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            sum += std::abs(grey(seen.pixel(x, y)) -
                            int{printed.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(printed.width) +
                                               static_cast<std::size_t>(x)]});
        }
    }
    return sum / (width * height);
}

/// The pages that the preview of the only record there shows.
std::vector<QImage> previewed(Counter &counter) {
    auto &documents = *counter.kiosk.documents();
    documents.answerTitles(true);
    counter.answered(documents);
    documents.view(0);
    counter.answered(documents);
    REQUIRE(documents.previewing());
    std::vector<QImage> pages;
    const auto &rows = *documents.previewPages();
    for (int page = 0; page < rows.count(); ++page) {
        documents.drawPage(page);
        counter.stage.until([&] { return !rows.at(page, "source").toString().isEmpty(); });
        const auto address = rows.at(page, "source").toString().split(u'/');
        pages.push_back(counter.kiosk.pages()->page(address.at(address.size() - 2).toInt(), address.last().toInt()));
    }
    return pages;
}

Bytes printed(Counter &counter, const std::string &person) {
    Bytes pdf;
    const auto presence = counter.kiosk.visit().presence;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto prepared = must(kiosk::prepareRecords(desk, person, {.records = {}, .categories = {}, .all = true},
                                                         presence, printing::Layout::Standard));
        pdf = must(kiosk::recordsToFile(desk, prepared, presence));
    });
    return pdf;
}

} // namespace

TEST_CASE("the preview shows the very pages: foreign PDFs and pictures as they are printed", "[ui]") {
    CdaBuilder document = scannedResult();
    int inkedPage = 0;
    int atLeast = 0;
    SECTION("a PDF in the document's body") {
        document.body("application/pdf", scannedPdf());
        inkedPage = 1; // behind the page that says whose it is
        atLeast = 50;
    }
    SECTION("a JPEG in a section") {
        document = dischargeLetter();
        document.section("Photographie", "<renderMultiMedia referencedObject=\"P1\"/>",
                         CdaBuilder::media("P1", "image/jpeg", jpeg()));
        atLeast = 1;
    }
    Counter counter;
    counter.signIn();
    const auto person = counter.import(document.build());
    counter.serve(person);
    counter.openOnlyRecord();
    const auto pages = previewed(counter);
    const auto pdf = printed(counter, person);
    REQUIRE(pages.size() == static_cast<std::size_t>(pdfPageCount(pdf)));
    CHECK(inked(pages.at(static_cast<std::size_t>(inkedPage))) >= atLeast);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        INFO("page " << page);
        CHECK(difference(pages[page], pdfPicture(pdf, static_cast<int>(page), 144)) < 6);
    }
    CHECK(counter.stage.warnings().join(u'\n').toStdString() == "");
}

TEST_CASE("a preview of many pages keeps those about the place where it is read, and none once it is closed", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(scannedResult(30).build());
    counter.serve(person);
    counter.openOnlyRecord();
    const auto pages = previewed(counter);
    CHECK(pages.size() > 30);
    CHECK(counter.kiosk.pages()->count() > 0);
    CHECK(counter.kiosk.pages()->count() <= 17);
    counter.kiosk.documents()->drawPage(0); // it went, and comes again
    counter.stage.until(
        [&] { return !counter.kiosk.documents()->previewPages()->at(0, "source").toString().isEmpty(); });
    counter.kiosk.documents()->closePreview();
    CHECK(counter.kiosk.pages()->count() == 0);
    CHECK(!counter.kiosk.documents()->previewing());
}

} // namespace guichet::test
