// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printer_trouble.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <set>

using namespace guichet;
using namespace guichet::kiosk;

TEST_CASE("what a printer says is told by the gravest of it", "[printers]") {
    struct Row {
        const char *state;
        std::vector<std::string> reasons;
        PrinterTrouble trouble;
        bool stops;
    };
    const auto row = GENERATE(values<Row>({
        {"idle", {}, PrinterTrouble::None, false},
        {"processing", {"connecting-to-device"}, PrinterTrouble::None, false},
        {"idle", {"wifi-not-configured-report"}, PrinterTrouble::None, false},
        {"processing", {"cups-waiting-for-job-completed-report"}, PrinterTrouble::None, false},
        {"processing", {"media-empty-error"}, PrinterTrouble::NoPaper, true},
        {"processing", {"media-empty"}, PrinterTrouble::NoPaper, true},
        {"processing", {"media-empty-warning"}, PrinterTrouble::LowPaper, false}, // another tray has some
        {"processing", {"media-needed-error"}, PrinterTrouble::WrongPaper, true},
        {"stopped", {"paused", "media-empty-error"}, PrinterTrouble::NoPaper, true},
        {"stopped", {"media-empty-error", "media-jam-error"}, PrinterTrouble::Jam, true},
        {"stopped", {"media-jam-error", "cover-open"}, PrinterTrouble::Open, true},
        {"processing", {"door-open"}, PrinterTrouble::Open, true},
        {"processing", {"interlock-open-error"}, PrinterTrouble::Open, true},
        {"processing", {"output-area-full-error"}, PrinterTrouble::OutputFull, true},
        {"idle", {"toner-low-warning"}, PrinterTrouble::LowToner, false},
        {"idle", {"marker-supply-empty-error"}, PrinterTrouble::NoToner, true},
        {"idle", {"marker-supply-low-report"}, PrinterTrouble::None, false},
        {"idle", {"offline-report"}, PrinterTrouble::NoAnswer, true},
        {"processing", {"spool-area-full"}, PrinterTrouble::SpoolFull, true},
        {"idle", {"fuser-over-temp-error"}, PrinterTrouble::Other, true},
        {"idle", {"fuser-over-temp-warning"}, PrinterTrouble::None, false},
        {"stopped", {"paused"}, PrinterTrouble::Stopped, true},
        {"stopped", {}, PrinterTrouble::Stopped, true},
        {"unknown", {}, PrinterTrouble::NoAnswer, true},
    }));
    CAPTURE(row.state, row.reasons);
    const PrinterStatus printer{.name = "accueil", .state = row.state, .reasons = row.reasons, .chosen = true};
    CHECK(troubleOf(printer) == row.trouble);
    CHECK(stopsPrinting(troubleOf(printer)) == row.stops);
}

TEST_CASE("each thing that stops a printer is said with what to do, and nothing else is", "[printers]") {
    const Catalogue catalogue = test::must(Catalogue::load(Catalogue::installedFolder()));
    const std::string language = GENERATE("fr", "en");
    const Texts say(catalogue, language,
                    CivilDate{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)});
    const auto with = [](std::string state, std::vector<std::string> reasons) {
        return PrinterStatus{
            .name = "accueil", .state = std::move(state), .reasons = std::move(reasons), .chosen = true};
    };
    std::set<std::string> said;
    std::set<std::string> advised;
    const std::vector<PrinterStatus> troubles{
        with("unknown", {}),           with("idle", {"cover-open"}),      with("idle", {"media-jam"}),
        with("idle", {"media-empty"}), with("idle", {"media-needed"}),    with("idle", {"output-area-full"}),
        with("idle", {"toner-empty"}), with("idle", {"spool-area-full"}), with("idle", {"else"}),
        with("stopped", {"paused"})};
    for (const PrinterStatus &printer : troubles) {
        said.insert(printerWords(say, printer));
        advised.insert(printerAdvice(say, printer));
    }
    CHECK(said.size() == troubles.size());
    CHECK(advised.size() == troubles.size());
    CHECK_FALSE(advised.contains(""));
    for (const PrinterStatus &printer :
         {with("idle", {}), with("processing", {}), with("idle", {"toner-low-warning"})}) {
        CHECK_FALSE(said.contains(printerWords(say, printer)));
        CHECK(printerAdvice(say, printer).empty());
    }
}
