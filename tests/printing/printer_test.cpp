// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "printing/cups_printer.h"
#include "printing/folder_printer.h"
#include "printing/layout.h"
#include "printing/print_choice.h"
#include "tests/printing/sample_papers.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <sys/stat.h>

using namespace guichet;
using namespace guichet::printing;
using test::must;

namespace {

int modeOf(const std::filesystem::path &path) {
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return static_cast<int>(status.st_mode & 07777U);
}

const Bytes kPdf{'%', 'P', 'D', 'F'};

} // namespace

TEST_CASE("a paper is printed on its own size, on the sides that it says", "[printing]") {
    Engine engine;
    const auto [width, height, sides, size, asked] =
        GENERATE(table<double, double, Sheet::Sides, const char *, const char *>({
            {210, 297, Sheet::Sides::One, "iso_a4_210x297mm", "one-sided"},
            {297, 420, Sheet::Sides::One, "iso_a3_297x420mm", "one-sided"},
            {148, 210, Sheet::Sides::LongEdge, "iso_a5_148x210mm", "two-sided-long-edge"},
            {297, 210, Sheet::Sides::ShortEdge, "iso_a4_210x297mm", "two-sided-short-edge"},
            {338.667, 190.5, Sheet::Sides::One, "iso_a4_210x297mm", "one-sided"},
        }));
    Paper paper = test::blankPaper("Affiche");
    paper.sheet.widthMm = width;
    paper.sheet.heightMm = height;
    paper.sheet.sides = sides;
    const PrintChoice choice = choiceFor(must(renderPdf(must(engine.layOut(paper, Layout::Standard)))));
    CHECK(choice.size == size);
    CHECK(choice.sides == asked);
    CHECK(choice.copies == 1);
}

TEST_CASE("what is no PDF is printed as any paper is", "[printing]") {
    const PrintChoice choice = choiceFor(kPdf);
    CHECK(choice.size == PrintChoice().size);
    CHECK(choice.sides == "one-sided");
}

TEST_CASE("the folder printer keeps a job as a file that only its owner can read", "[printing]") {
    const test::TemporaryFolder place;
    FolderPrinter printer("dossier", place / "papiers");
    CHECK(must(printer.status()).state == PrinterState::Idle);
    CHECK(must(printer.submit("01JD0000000000000000000000", kPdf, {.copies = 2})) == "01JD0000000000000000000000");
    CHECK(modeOf(place / "papiers") == 0700);
    CHECK(modeOf(place / "papiers/01JD0000000000000000000000.pdf") == 0600);
    CHECK(must(readFile(place / "papiers/01JD0000000000000000000000.pdf", 100)) == kPdf);
    CHECK(must(printer.job("01JD0000000000000000000000")).state == JobState::Completed);
    CHECK(must(printer.find("01JD0000000000000000000000")) == "01JD0000000000000000000000");
    CHECK(must(printer.job("autre")).state == JobState::Unknown);
    CHECK_FALSE(must(printer.find("autre")));
}

TEST_CASE("the folder printer names the papers that are there, and takes one away", "[printing]") {
    const test::TemporaryFolder place;
    FolderPrinter printer("dossier", place / "papiers");
    CHECK(must(printer.titles()).empty());
    (void)must(printer.submit("a", kPdf, {}));
    (void)must(printer.submit("b", kPdf, {}));
    (void)place.write("papiers/note.txt", "");
    must(printer.cancel("a"));
    CHECK(printer.cancel("a").error().code == ErrorCode::Nothing);
    CHECK(must(printer.titles()) == std::vector<std::string>{"b"});
    CHECK(must(printer.job("a")).state == JobState::Unknown);
    CHECK(must(printer.job("b")).state == JobState::Completed);
    CHECK(std::filesystem::exists(place / "papiers/note.txt"));
}

TEST_CASE("a folder that others can read is refused, and nothing is written to it", "[printing]") {
    const test::TemporaryFolder place;
    std::filesystem::create_directory(place / "ouvert");
    ::chmod((place / "ouvert").c_str(), 0755);
    FolderPrinter printer("dossier", place / "ouvert");
    CHECK(printer.submit("a", kPdf, {}).error().code == ErrorCode::PrinterRefused);
    CHECK(std::filesystem::is_empty(place / "ouvert"));
    FolderPrinter nowhere("dossier", place / "absent/papiers");
    CHECK(nowhere.submit("a", kPdf, {}).error().code == ErrorCode::FolderMissing);
    CHECK(must(nowhere.status()).state == PrinterState::Stopped);
}

TEST_CASE("a job's title leaves the folder in no way, and says nothing it should not", "[printing]") {
    const test::TemporaryFolder place;
    FolderPrinter printer("dossier", place / "papiers");
    const std::string title = GENERATE(as<std::string>{}, "", "../dehors", "a/b", ".cache", "Marie Dupont", "é", "a\nb",
                                       std::string(81, 'a'));
    INFO(title);
    CHECK(printer.submit(title, kPdf, {}).error().code == ErrorCode::BadValue);
    CHECK(printer.submit("a", kPdf, {.copies = 0}).error().code == ErrorCode::BadValue);
    CHECK(printer.submit("a", kPdf, {.copies = 100}).error().code == ErrorCode::BadValue);
    CHECK_FALSE(std::filesystem::exists(place / "papiers"));
    CHECK(must(cupsPrinter({"127.0.0.1", 1, {}}, "x"))->submit(title, kPdf, {}).error().code == ErrorCode::BadValue);
}

TEST_CASE("a print server that is not there is unreachable, at once", "[printing]") {
    // Port 1 of loopback (tcpmux) refuses; nothing listens on the socket's path.
    const CupsServer server = GENERATE(CupsServer{"127.0.0.1", 1, std::chrono::milliseconds(500)},
                                       CupsServer{"/nonexistent/cups.sock", 0, std::chrono::milliseconds(500)});
    const std::unique_ptr<Printer> printer = must(cupsPrinter(server, "guichet"));
    CHECK(printer->status().error().code == ErrorCode::PrinterUnreachable);
    CHECK(printer->submit("a", kPdf, {}).error().code == ErrorCode::PrinterUnreachable);
    CHECK(printer->job("1").error().code == ErrorCode::PrinterUnreachable);
    CHECK(printer->find("a").error().code == ErrorCode::PrinterUnreachable);
    CHECK(printer->cancel("1").error().code == ErrorCode::PrinterUnreachable);
    CHECK(printer->resume().error().code == ErrorCode::PrinterUnreachable);
    CHECK(cupsQueues(server).error().code == ErrorCode::PrinterUnreachable);
    CHECK(must(printer->job("../1")).state == JobState::Unknown);
}
