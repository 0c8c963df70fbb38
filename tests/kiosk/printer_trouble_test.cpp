// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printer_trouble.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using printing::DeviceStatus;
using Answers = DeviceStatus::Answers;
using Reasons = std::vector<std::string>;

namespace {

PrinterStatus queue(std::string state, Reasons reasons, std::string message = {}) {
    return {.name = "accueil",
            .state = std::move(state),
            .reasons = std::move(reasons),
            .chosen = true,
            .message = std::move(message)};
}

DeviceStatus device(printing::PrinterState state, Reasons reasons) {
    return {.answers = Answers::Yes, .state = state, .reasons = std::move(reasons)};
}

constexpr bool kCertain = true;
constexpr bool kPerhaps = false;

} // namespace

TEST_CASE("what a printer says is told by the gravest of it", "[printers]") {
    struct Row {
        const char *state;
        Reasons reasons;
        PrinterTrouble trouble;
        bool certain;
        bool stops;
    };
    const auto row = GENERATE(values<Row>({
        {"idle", {}, PrinterTrouble::None, kCertain, false},
        {"processing", {"connecting-to-device"}, PrinterTrouble::None, kCertain, false},
        {"idle", {"wifi-not-configured-report"}, PrinterTrouble::None, kCertain, false},
        {"processing", {"cups-waiting-for-job-completed"}, PrinterTrouble::None, kCertain, false},
        {"processing", {"media-empty-error"}, PrinterTrouble::NoPaper, kCertain, true},
        {"processing", {"media-empty"}, PrinterTrouble::NoPaper, kCertain, true},
        {"processing", {"media-empty-warning"}, PrinterTrouble::NoPaper, kPerhaps, true},
        {"idle", {"media-empty-report"}, PrinterTrouble::NoPaper, kPerhaps, true},
        {"processing", {"cover-open-warning", "media-empty"}, PrinterTrouble::NoPaper, kCertain, true},
        {"processing", {"media-needed-error"}, PrinterTrouble::WrongPaper, kCertain, true},
        {"stopped", {"paused", "media-empty-error"}, PrinterTrouble::NoPaper, kCertain, true},
        {"stopped", {"media-empty-error", "media-jam-error"}, PrinterTrouble::Jam, kCertain, true},
        {"stopped", {"media-jam-error", "cover-open"}, PrinterTrouble::Open, kCertain, true},
        {"processing", {"door-open"}, PrinterTrouble::Open, kCertain, true},
        {"processing", {"interlock-open-error"}, PrinterTrouble::Open, kCertain, true},
        {"processing", {"output-area-full-error"}, PrinterTrouble::OutputFull, kCertain, true},
        {"idle", {"toner-low-warning"}, PrinterTrouble::LowToner, kCertain, false},
        {"idle", {"marker-supply-empty-error"}, PrinterTrouble::NoToner, kCertain, true},
        {"idle", {"marker-supply-low-report"}, PrinterTrouble::None, kCertain, false},
        {"idle", {"offline-report"}, PrinterTrouble::Unknown, kCertain, true}, // one source alone
        {"processing", {"spool-area-full"}, PrinterTrouble::SpoolFull, kCertain, true},
        {"idle", {"fuser-over-temp-error"}, PrinterTrouble::Other, kCertain, true},
        {"idle", {"fuser-over-temp-warning"}, PrinterTrouble::None, kCertain, false},
        {"stopped", {"paused"}, PrinterTrouble::Stopped, kCertain, true},
        {"stopped", {}, PrinterTrouble::Stopped, kCertain, true},
        {"idle", {"hold-new-jobs"}, PrinterTrouble::ByHand, kCertain, true},
        {"unknown", {}, PrinterTrouble::Unknown, kCertain, true},
    }));
    CAPTURE(row.state, row.reasons);
    const PrinterAlert alert = alertOf(queue(row.state, row.reasons));
    CHECK(alert.trouble == row.trouble);
    CHECK(alert.certain == row.certain);
    CHECK(stopsPrinting(alert.trouble) == row.stops);
}

TEST_CASE("a printer is gone only where its queue and its silence agree", "[printers]") {
    PrinterStatus printer = queue("idle", {});
    printer.device.answers = Answers::No;
    CHECK(alertOf(printer).trouble == PrinterTrouble::Unknown);
    printer.state = "processing";
    CHECK(alertOf(printer).trouble == PrinterTrouble::Unknown);
    printer.message = "The printer may not exist or is unavailable at this time.";
    CHECK(alertOf(printer).trouble == PrinterTrouble::NoAnswer);
    printer = queue("idle", {"offline-report"});
    printer.device.answers = Answers::No;
    CHECK(alertOf(printer).trouble == PrinterTrouble::NoAnswer);
    printer.device.answers = Answers::Yes;
    CHECK(alertOf(printer).trouble == PrinterTrouble::None);
}

TEST_CASE("a printer that answers itself is believed rather than its queue", "[printers]") {
    PrinterStatus printer = queue("idle", {});
    printer.device = device(printing::PrinterState::Idle, {"media-empty-report"}); // asleep
    CHECK(alertOf(printer) == PrinterAlert{PrinterTrouble::NoPaper, kPerhaps});
    printer.usual = {"media-empty"}; // a tray that nobody uses
    CHECK(alertOf(printer) == PrinterAlert{PrinterTrouble::None, kCertain});
    printer.device.reasons = {"media-empty-error"};
    CHECK(alertOf(printer) == PrinterAlert{PrinterTrouble::NoPaper, kCertain});

    printer = queue("stopped", {"paused", "media-empty-error"}, "Stopped.");
    printer.device = device(printing::PrinterState::Idle, {});
    CHECK(alertOf(printer).trouble == PrinterTrouble::Stopped);
    CHECK(saidBy(printer) == Reasons{"paused"});

    printer.replaced = true;
    CHECK(alertOf(printer).trouble == PrinterTrouble::Replaced);
}

TEST_CASE("a printer is another one where its own name differs from the one that was chosen", "[printers]") {
    test::ActFixture fixture;
    PrinterStatus looked = queue("idle", {"media-empty-report"});
    looked.device.identity = "Example LaserPrint 2000";
    const auto judge = [&] { return judged(fixture.desk, looked); };
    CHECK_FALSE(judge().replaced); // nobody noted which one was chosen
    fixture.set({{"printer-identity", "accueil Example LaserPrint 2000"}, {"printer-usual", "accueil media-empty"}});
    CHECK_FALSE(judge().replaced);
    CHECK(judge().usual == Reasons{"media-empty"});
    CHECK(alertOf(judge()).trouble == PrinterTrouble::None);
    looked.device.identity = "Example LaserPrint 3000";
    CHECK(judge().replaced);
    looked.device.identity = "";
    CHECK_FALSE(judge().replaced); // it did not answer
    looked.name = "bureau";        // another queue, of which nothing was noted
    looked.device.identity = "Example LaserPrint 3000";
    CHECK_FALSE(judge().replaced);
    CHECK(alertOf(judge()).trouble == PrinterTrouble::NoPaper);
}

TEST_CASE("a warning is the reason where something has been printed for too long", "[printers]") {
    PrinterStatus printer = queue("processing", {"media-empty-warning"});
    CHECK_FALSE(alertOf(printer).certain);
    CHECK(alertOf(printer, true).certain);
}

TEST_CASE("a queue goes on by itself where it stopped by itself and the cause is gone", "[printers]") {
    PrinterStatus printer = queue("stopped", {"paused", "media-jam-error"}, "Printer stopped due to errors.");
    CHECK_FALSE(mayGoOn(printer)); // nobody knows that it is
    printer.device = device(printing::PrinterState::Idle, {});
    CHECK(mayGoOn(printer));
    SECTION("not while the printer says something") {
        printer.device.reasons = {"media-jam-warning"};
        CHECK_FALSE(mayGoOn(printer));
    }
    SECTION("not where somebody paused it") {
        printer.message = "Paused";
        CHECK(alertOf(printer).trouble == PrinterTrouble::ByHand);
        CHECK_FALSE(mayGoOn(printer));
    }
    SECTION("not where it is another printer") {
        printer.replaced = true;
        CHECK_FALSE(mayGoOn(printer));
    }
    SECTION("not where it runs") {
        printer.state = "processing";
        CHECK_FALSE(mayGoOn(printer));
    }
}

TEST_CASE("each thing that stops a printer is said with what to do, and nothing else is", "[printers]") {
    const Catalogue catalogue = test::must(Catalogue::load(Catalogue::installedFolder()));
    const std::string language = GENERATE("fr", "en");
    const Texts say(catalogue, language,
                    CivilDate{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)});
    PrinterStatus gone = queue("idle", {"offline-report"});
    gone.device.answers = Answers::No;
    PrinterStatus other = queue("idle", {});
    other.replaced = true;
    PrinterStatus unfit = queue("idle", {});
    unfit.unfit = true;
    const std::vector<PrinterStatus> troubles{gone,
                                              other,
                                              unfit,
                                              queue("unknown", {}),
                                              queue("idle", {"cover-open"}),
                                              queue("idle", {"media-jam"}),
                                              queue("idle", {"media-empty"}),
                                              queue("idle", {"media-needed"}),
                                              queue("idle", {"output-area-full"}),
                                              queue("idle", {"toner-empty"}),
                                              queue("idle", {"spool-area-full"}),
                                              queue("idle", {"else"}),
                                              queue("stopped", {"paused"}),
                                              queue("stopped", {"paused"}, "Paused")};
    std::set<std::string> said;
    std::set<std::string> advised;
    for (const PrinterStatus &printer : troubles) {
        const PrinterSays says = printerSays(say, printer);
        CHECK_FALSE(says.ready);
        said.insert(says.words);
        advised.insert(says.advice);
    }
    CHECK(said.size() == troubles.size());
    CHECK(advised.size() == troubles.size());
    CHECK_FALSE(advised.contains(""));
    for (const PrinterStatus &printer :
         {queue("idle", {}), queue("processing", {}), queue("idle", {"toner-low-warning"})}) {
        const PrinterSays says = printerSays(say, printer);
        CHECK(says.ready);
        CHECK_FALSE(said.contains(says.words));
        CHECK(says.advice.empty());
    }
    const PrinterSays perhaps = printerSays(say, queue("idle", {"media-empty-report"}));
    CHECK_FALSE(perhaps.ready);
    CHECK(perhaps.words ==
          printerSays(say, queue("idle", {"media-empty"})).words + (language == std::string("fr") ? "\u00a0?" : "?"));
}
