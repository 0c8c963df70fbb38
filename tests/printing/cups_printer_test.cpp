// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_printer.h"
#include "printing/layout.h"
#include "printing/print_choice.h"
#include "tests/printing/sample_papers.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/print_server.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::printing;
using test::must;
using test::PrintServer;
using test::waitFor;

namespace {

Bytes receiptPdf() {
    Engine engine;
    return must(renderPdf(must(engine.layOut(test::receiptPaper(), Layout::Standard))));
}

bool says(const std::vector<std::string> &reasons, const std::string &keyword) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](const std::string &reason) { return reason.starts_with(keyword); });
}

} // namespace

TEST_CASE("a paper goes through CUPS to a printer and is followed to its end", "[printing][integration]") {
    if (const auto why = PrintServer::whyNot()) {
        SKIP(*why);
    }
    const bool keeps = GENERATE(false, true);
    CAPTURE(keeps);
    PrintServer server({.keepsJobs = keeps});
    const CupsServer cups{server.host(), server.port(), std::chrono::milliseconds(5000)};

    const std::vector<CupsQueue> queues = must(cupsQueues(cups));
    REQUIRE(queues.size() == 1);
    CHECK(queues[0].name == PrintServer::kQueue);
    CHECK(queues[0].status.state == PrinterState::Idle);
    CHECK(queues[0].status.acceptingJobs);

    const std::unique_ptr<Printer> printer = must(cupsPrinter(cups, PrintServer::kQueue));
    CHECK(must(printer->status()).state == PrinterState::Idle);
    server.stall();
    const std::string id = must(printer->submit("01JD0000000000000000000001", receiptPdf(), {}));
    CHECK(must(printer->find("01JD0000000000000000000001")) == id);
    server.clear();
    CHECK_FALSE(must(printer->find("01JD0000000000000000000002")));
    const bool ended = waitFor([&] { return isFinal(must(printer->job(id)).state); });
    INFO(server.logs());
    REQUIRE(ended);
    CHECK(must(printer->job(id)).state == JobState::Completed);
    CHECK(must(printer->job(id)).sidesCompleted == 1);

    // What came out says what was sent.
    REQUIRE(server.printed().size() == 1);
    const std::string text = test::pdfText(server.printed()[0]);
    CHECK(text.find("Reçu de votre demande") != std::string::npos);
    CHECK(text.find("page 1 / 1") != std::string::npos);

    // What is left of it, but for the note that it ended.
    const Remains remains = must(printer->remains());
    CHECK(remains.history == keeps);
    CHECK(remains.files == keeps);
    CHECK(must(printer->find("01JD0000000000000000000001")) == id);

    CHECK(must(printer->job("999")).state == JobState::Unknown);
    CHECK(printer->cancel(id).error().code == ErrorCode::WrongState);
    CHECK(printer->cancel("999").error().code == ErrorCode::Nothing);
    const std::unique_ptr<Printer> other = must(cupsPrinter(cups, "autre"));
    CHECK(other->status().error().code == ErrorCode::PrinterUnknown);
    CHECK(other->device().error().code == ErrorCode::PrinterUnknown);
    CHECK(other->submit("a", receiptPdf(), {}).error().code == ErrorCode::PrinterUnknown);
}

TEST_CASE("a printer without paper says so, and goes on when it has some", "[printing][integration]") {
    if (const auto why = PrintServer::whyNot()) {
        SKIP(*why);
    }
    PrintServer server;
    const std::unique_ptr<Printer> printer =
        must(cupsPrinter({server.host(), server.port(), std::chrono::milliseconds(5000)}, PrintServer::kQueue));
    server.obstruct("media-empty");
    const std::string id = must(printer->submit("obstrue", receiptPdf(), {}));
    const bool said = waitFor([&] { return says(must(printer->status()).reasons, "media-empty"); });
    INFO(server.logs());
    REQUIRE(said);
    CHECK_FALSE(isFinal(must(printer->job(id)).state));
    CHECK(server.printed().empty());

    // A job that waits behind it can be cancelled, and never comes out.
    const std::string second = must(printer->submit("second", receiptPdf(), {}));
    must(printer->cancel(second));
    CHECK(must(printer->job(second)).state == JobState::Unknown);
    CHECK(must(printer->device()).state == PrinterState::Processing);
    CHECK(says(must(printer->device()).reasons, "media-empty"));

    server.clear();
    CHECK(waitFor([&] { return isFinal(must(printer->job(id)).state); }));
    CHECK(must(printer->job(id)).state == JobState::Completed);
    CHECK(waitFor([&] { return !says(must(printer->status()).reasons, "media-empty"); }));
    CHECK(server.printed().size() == 1);
}

TEST_CASE("a leaflet is asked for on both sides, on one where there is no other, and never on another size",
          "[printing][integration]") {
    if (const auto why = PrintServer::whyNot()) {
        SKIP(*why);
    }
    const bool bothSides = GENERATE(false, true);
    CAPTURE(bothSides);
    PrintServer server({.bothSides = bothSides});
    const std::unique_ptr<Printer> printer =
        must(cupsPrinter({server.host(), server.port(), std::chrono::milliseconds(5000)}, PrintServer::kQueue));
    Paper leaflet = test::receiptPaper();
    leaflet.sheet.widthMm = 297;
    leaflet.sheet.heightMm = 210;
    leaflet.sheet.sides = Sheet::Sides::ShortEdge;
    Engine engine;
    Bytes pdf = must(renderPdf(must(engine.layOut(leaflet, Layout::Standard))));
    const std::string id = must(printer->submit("depliant", pdf, choiceFor(pdf)));
    CHECK(waitFor([&] { return isFinal(must(printer->job(id)).state); }));
    const std::string asked = server.asked();
    CAPTURE(asked, server.logs());
    CHECK(asked.find(bothSides ? "IPP_SIDES=two-sided-short-edge" : "IPP_SIDES=one-sided") != std::string::npos);
    CHECK(asked.find("x-dimension=21000") != std::string::npos);

    leaflet.sheet.widthMm = 148; // which this printer does not have
    pdf = must(renderPdf(must(engine.layOut(leaflet, Layout::Standard))));
    CHECK(printer->submit("petit", pdf, choiceFor(pdf)).error().code == ErrorCode::PrinterRefused);
    CHECK_FALSE(must(printer->find("petit")));
}

TEST_CASE("a stopped queue keeps its job and prints it when it is resumed", "[printing][integration]") {
    if (const auto why = PrintServer::whyNot()) {
        SKIP(*why);
    }
    PrintServer server;
    const std::unique_ptr<Printer> printer =
        must(cupsPrinter({server.host(), server.port(), std::chrono::milliseconds(5000)}, PrintServer::kQueue));
    // Asked again while cupsd still settles the queue that was just added.
    int seen = 0;
    REQUIRE(waitFor([&] {
        const bool stopped = must(printer->status()).state == PrinterState::Stopped;
        seen = stopped ? seen + 1 : 0;
        if (!stopped) {
            (void)test::runCommand("CUPS_SERVER=" + server.environment().at("CUPS_SERVER") + " /usr/sbin/cupsdisable " +
                                   PrintServer::kQueue);
        }
        return seen == 10;
    }));
    const std::string id = must(printer->submit("attend", receiptPdf(), {}));
    CHECK(must(printer->job(id)).state == JobState::Waiting);
    CHECK(must(printer->status()).reasons == std::vector<std::string>{"paused"});
    must(printer->resume());
    CHECK(waitFor([&] { return isFinal(must(printer->job(id)).state); }));
    CHECK(must(printer->job(id)).state == JobState::Completed);

    (void)test::runCommand("CUPS_SERVER=" + server.environment().at("CUPS_SERVER") + " /usr/sbin/cupsreject " +
                           PrintServer::kQueue);
    CHECK(printer->submit("refuse", receiptPdf(), {}).error().code == ErrorCode::PrinterRefused);
    CHECK_FALSE(must(printer->find("refuse")));
}

TEST_CASE("a printer that announces itself gets a queue, and prints", "[printing][integration]") {
    if (const auto why = PrintServer::whyNot()) {
        SKIP(*why);
    }
    PrintServer server;
    server.announce("Bureau du fond");
    server.hear();
    const CupsServer cups{server.host(), server.port(), std::chrono::milliseconds(5000)};
    std::vector<AnnouncedPrinter> heard;
    const bool found = waitFor([&] {
        heard = must(announcedPrinters(cups, std::chrono::milliseconds(1000)));
        return !heard.empty();
    });
    INFO(server.logs());
    REQUIRE(found);
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].queue == "Bureau_du_fond");
    CHECK(heard[0].name == "Bureau du fond");

    must(addCupsQueue(cups, heard[0].queue, heard[0].uri));
    must(addCupsQueue(cups, heard[0].queue, heard[0].uri)); // it is there
    CHECK(must(cupsQueues(cups)).size() == 2);
    CHECK(must(announcedPrinters(cups, std::chrono::milliseconds(1000))).empty());
    const std::unique_ptr<Printer> printer = must(cupsPrinter(cups, heard[0].queue));
    const PrinterAbilities abilities = must(printer->abilities());
    CHECK(std::ranges::find(abilities.sizes, PrintChoice().size) != abilities.sizes.end());
    const std::string id = must(printer->submit("nouvelle", receiptPdf(), {}));
    CHECK(waitFor([&] { return server.printedBySecond().size() == 1; }));
    CHECK(must(printer->device()).answers == DeviceStatus::Answers::Yes);
    CHECK(server.printed().empty());

    // What can't be a queue leaves none behind.
    struct Row {
        const char *name;
        std::string uri;
        ErrorCode error;
    };
    for (const Row &row :
         {Row{"deux mots", heard[0].uri, ErrorCode::BadValue}, Row{"", heard[0].uri, ErrorCode::BadValue},
          Row{"usb", "usb://Essai/1", ErrorCode::BadValue}, Row{PrintServer::kQueue, heard[0].uri, ErrorCode::BadValue},
          Row{"loin", "ipp://localhost:1/ipp/print", ErrorCode::PrinterUnreachable},
          Row{"cups", "ipp://localhost:" + std::to_string(server.port()) + "/ipp/print",
              ErrorCode::PrinterUnreachable}}) {
        CAPTURE(row.name, row.uri);
        CHECK(addCupsQueue(cups, row.name, row.uri).error().code == row.error);
    }
    CHECK(must(cupsQueues(cups)).size() == 2);
}
