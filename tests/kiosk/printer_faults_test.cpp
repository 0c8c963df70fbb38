// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of a printer, of its queue and of CUPS, driven through real ones: what the counter makes of it.
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/day.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/printer_watch.h"
#include "kiosk/counter/printers.h"
#include "printing/layout.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/print_server.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <optional>

using namespace guichet;
using namespace guichet::kiosk;
using storage::JobState;
using storage::PaperState;
using test::must;
using test::PrintServer;
using test::waitFor;

namespace {

constexpr const char *kVisit = "01JDVISIT00000000000000000";

/// A counter whose printer this is.
struct Faults : test::ActFixture {
    PrintServer server;
    SystemPrinters printers;
    Machine real;
    Desk counter;

    explicit Faults(PrintServer::Settings settings = {})
        : server(std::move(settings)), printers({server.host(), server.port(), std::chrono::seconds(5)}),
          real{clock, random, machine.reader, printers, catalogue},
          counter{real, store, entries, calendar, "D01", storage::Role::Admin, "fr"} {
        choose();
    }
    void choose() {
        counter.role = storage::Role::Admin;
        must(choosePrinter(counter, PrintServer::kQueue));
        counter.role = storage::Role::Agent;
    }
    [[nodiscard]] static Bytes paper(std::size_t atLeast = 0,
                                     const char *says = "Un papier pour essayer l’imprimante.") {
        printing::Engine engine;
        printing::Paper page;
        page.title = "Reçu";
        page.blocks = {printing::text(says)};
        Bytes pdf = must(printing::renderPdf(must(engine.layOut(page, printing::Layout::Standard))));
        pdf.resize(std::max(pdf.size(), atLeast), std::uint8_t{'\n'});
        return pdf;
    }
    Result<storage::Job> send(ByteView pdf, const char *reference = "") {
        return sendPaper(
            counter,
            {.what = "Papier", .label = {}, .pages = 1, .visit = kVisit, .person = person, .reference = reference},
            pdf);
    }
    std::string print(const char *reference = "") { return must(send(paper(), reference)).id; }
    /// What became of a paper, asked anew.
    storage::Job job(const std::string &id) { return must(followJob(counter, id, {})); }
    PrinterAlert alert() { return alertOf(judged(counter, must(printers.look(PrintServer::kQueue)))); }
    bool comesOut(const std::string &id) {
        return waitFor([&] { return job(id).paper == PaperState::CameOut; }, std::chrono::seconds(60));
    }
    bool says(PrinterTrouble trouble) {
        return waitFor([&] { return alert().trouble == trouble; }, std::chrono::seconds(60));
    }
    /// Somebody still waits for it, and nothing says that it is there.
    bool isMissing(const std::string &id) {
        const storage::Job now = job(id);
        return storage::isOwed(now) && now.paper != PaperState::CameOut;
    }
};

#define NEEDS_A_PRINT_SERVER()                                                                                         \
    if (const auto why = PrintServer::whyNot()) {                                                                      \
        SKIP(*why);                                                                                                    \
    }                                                                                                                  \
    static_assert(true)

} // namespace

TEST_CASE("what the printer waits for is said, and the paper comes out once it is there", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    struct Row {
        const char *reason;
        PrinterTrouble trouble;
    };
    for (const Row &row : {Row{"media-jam", PrinterTrouble::Jam}, Row{"cover-open", PrinterTrouble::Open},
                           Row{"media-empty", PrinterTrouble::NoPaper}, Row{"media-needed", PrinterTrouble::WrongPaper},
                           Row{"toner-empty", PrinterTrouble::NoToner}}) {
        CAPTURE(row.reason);
        at.server.obstruct(row.reason);
        const std::string id = at.print();
        CHECK(at.says(row.trouble));
        CHECK(at.isMissing(id));
        at.server.clear();
        CHECK(at.comesOut(id));
        CHECK(at.says(PrinterTrouble::None));
    }
    CHECK(at.server.printed().size() == 5);
}

TEST_CASE("a printer that is low on toner says so while it prints, and nobody is told to do anything", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    const auto low = GENERATE(as<std::string>(), "toner-low", "marker-supply-low");
    CAPTURE(low);
    at.server.obstruct(low); // it takes its time
    const std::string id = at.print();
    REQUIRE(at.says(PrinterTrouble::LowToner));
    const auto seen = judged(at.counter, must(at.printers.look(PrintServer::kQueue)));
    const PrinterSays says = printerSays(textsOf(at.counter, "fr", today(at.counter)), seen);
    CHECK(says.ready);
    CHECK(says.advice.empty());
    at.server.clear();
    CHECK(at.comesOut(id));
    CHECK(at.says(PrinterTrouble::None));
}

TEST_CASE("the opening sheet says what the printer waits for", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    const auto found = [&](std::string_view what) {
        const auto items = must(openingItems(at.counter));
        const auto item = std::ranges::find(items, what, &DayItem::what);
        return item == items.end() ? std::optional<DayItem::State>() : std::optional(item->state);
    };
    CHECK(found("printer") == DayItem::State::Good);
    CHECK(found("paper"));
    CHECK_FALSE(found("traces"));
    at.server.obstruct("media-jam");
    const std::string id = at.print();
    REQUIRE(at.says(PrinterTrouble::Jam));
    CHECK(found("printer") == DayItem::State::Wrong);
    CHECK(found("owed") == DayItem::State::Look);
    at.server.clear();
    CHECK(at.comesOut(id));
    at.server.unplug();
    CHECK(found("printer") == DayItem::State::Wrong);
}

TEST_CASE("what does not come out is printed on the spare printer, and nowhere twice", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.announce("Secours");
    at.server.hear();
    at.counter.role = storage::Role::Admin;
    std::vector<printing::AnnouncedPrinter> found;
    REQUIRE(waitFor([&] {
        found = must(findPrinters(at.counter));
        return !found.empty();
    }));
    const std::string spare = found[0].queue;
    must(addPrinter(at.counter, spare, found[0].uri));
    CHECK(choosePrinter(at.counter, PrintServer::kQueue, PrinterUse::Spare).error().code == ErrorCode::WrongState);
    must(choosePrinter(at.counter, spare, PrinterUse::Spare));
    CHECK(sparePrinter(at.counter) == spare);
    at.counter.role = storage::Role::Agent;
    CHECK(findPrinters(at.counter).error().code == ErrorCode::NotAllowed);

    at.server.unplug();
    const std::string id = at.print();
    REQUIRE(at.says(PrinterTrouble::NoAnswer));
    REQUIRE(waitFor([&] { return retryJob(at.counter, id, spare).has_value(); }));
    CHECK(at.comesOut(id));
    CHECK(at.job(id).printer == spare);
    CHECK(at.server.printedBySecond().size() == 1);
    at.server.plug();
    CHECK(at.comesOut(at.print())); // the next person's, alone
    CHECK(at.server.printed().size() == 1);
    CHECK(at.server.printedBySecond().size() == 1);
}

TEST_CASE("a receipt that was replaced by hand while nothing answered never comes out", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.administer("cupsdisable");
    const std::string id = at.print("OBJ-1");
    at.server.stopCups();
    const storage::Job replaced = must(replacePaper(at.counter, id, "R-0012"));
    CHECK(replaced.settled == storage::Settled::Replaced);
    CHECK(replaced.recalled);
    CHECK_FALSE(storage::isOwed(replaced));
    at.server.startCups();
    REQUIRE(waitFor([&] { return takeBackRecalled(at.counter, std::chrono::seconds(1)).value_or(1) == 0; }));
    CHECK_FALSE(storage::isOwed(at.job(id)));
    at.server.administer("cupsenable");
    CHECK(at.comesOut(at.print()));
    CHECK(at.server.printed().size() == 1);
}

TEST_CASE("a printer that is switched off is gone once its queue says so too, and prints what it owes later",
          "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    SECTION("before a paper is sent: only its silence says so") {
        at.server.unplug();
        CHECK(at.alert().trouble == PrinterTrouble::Unknown);
    }
    SECTION("in the middle of a page") {
        at.server.stall();
        const std::string first = at.print();
        REQUIRE(waitFor([&] { return at.job(first).state == JobState::Printing; }));
        at.server.unplug();
        at.server.clear();
        CHECK(at.isMissing(first));
        CHECK(at.alert().trouble != PrinterTrouble::None);
    }
    const std::string id = at.print();
    CHECK(at.says(PrinterTrouble::NoAnswer));
    CHECK(at.isMissing(id));
    at.server.plug();
    CHECK(at.comesOut(id));
    CHECK(at.says(PrinterTrouble::None));
}

TEST_CASE("a paper is not out while its printer has something to say", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.lie("toner-empty"); // done, it says; and asleep, it hides why nothing came
    const std::string id = at.print();
    REQUIRE(waitFor([&] { return at.job(id).state == JobState::Stopped; }));
    CHECK(at.alert() == PrinterAlert{PrinterTrouble::NoToner, false});
    CHECK(at.isMissing(id));
    CHECK(at.server.printed().empty());
    SECTION("somebody looked after it: then it may be there, and only a hand says so") {
        at.server.unplug();
        at.server.clear();
        at.server.plug();
        CHECK(at.comesOut(id));
        CHECK(at.job(id).paper != PaperState::InHand);
    }
    SECTION("an administrator knows that it always says so") {
        at.counter.role = storage::Role::Admin;
        must(trustPrinter(at.counter));
        at.counter.role = storage::Role::Agent;
        CHECK(at.alert().trouble == PrinterTrouble::None);
        CHECK(at.comesOut(id));
        at.choose(); // chosen anew, it has to be trusted anew
        CHECK(at.alert().trouble == PrinterTrouble::NoToner);
    }
}

TEST_CASE("a paper that never came is printed again only by somebody's decision", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    std::string id;
    SECTION("the printer says that it is done, and nothing came out") {
        at.server.lie();
        id = at.print();
        CHECK(at.comesOut(id)); // nobody can know better
    }
    SECTION("CUPS's program for the printer gives the job up") {
        at.server.administer("lpadmin", {"-o", "printer-error-policy=abort-job"});
        at.server.breakBackend(PrintServer::Backend::Failed);
        id = at.print();
        REQUIRE(waitFor([&] { return at.job(id).state == JobState::Failed; }));
        CHECK(at.isMissing(id));
    }
    SECTION("somebody cancels it in the queue") {
        at.server.unplug(); // a printer may end the sheet that it has
        id = at.print();
        REQUIRE(waitFor([&] { return at.job(id).state == JobState::Printing; }));
        must(at.printers.cancel(at.counter, at.job(id)));
        REQUIRE(waitFor([&] { return at.job(id).state == JobState::Failed; }));
        CHECK(at.isMissing(id));
        at.server.plug();
    }
    at.server.clear();
    CHECK(must(listJobs(at.counter, {.visit = kVisit, .person = {}})).size() == 1);
    CHECK(at.server.printed().empty());
    must(retryJob(at.counter, id));
    CHECK(at.comesOut(id));
    CHECK(at.server.printed().size() == 1);
}

TEST_CASE("a queue that stopped by itself goes on once the printer answers, one that was paused does not", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    const auto looked = [&] { return judged(at.counter, must(at.printers.look(PrintServer::kQueue))); };
    SECTION("by itself") {
        at.server.breakBackend(PrintServer::Backend::Stop);
        const std::string id = at.print();
        CHECK(at.says(PrinterTrouble::Stopped));
        CHECK(at.isMissing(id));
        CHECK(mayGoOn(looked()));
        at.server.clear();
        must(at.printers.resume(PrintServer::kQueue));
        CHECK(at.comesOut(id));
    }
    SECTION("by hand") {
        at.server.administer("cupsdisable");
        const std::string id = at.print();
        CHECK(at.says(PrinterTrouble::ByHand));
        CHECK_FALSE(mayGoOn(looked()));
        CHECK(at.isMissing(id));
        at.server.administer("cupsenable");
        CHECK(at.comesOut(id));
    }
}

TEST_CASE("a job that is held says so, and for what", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    const bool password = GENERATE(false, true);
    CAPTURE(password);
    at.server.breakBackend(password ? PrintServer::Backend::AuthRequired : PrintServer::Backend::Hold);
    const std::string id = at.print();
    REQUIRE(waitFor([&] { return at.job(id).state == JobState::Held; }));
    CHECK(at.isMissing(id));
    CHECK(wantsPassword(at.job(id)) == password);
    at.server.clear();
    must(retryJob(at.counter, id)); // the held one is taken back first
    CHECK(at.comesOut(id));
    CHECK(at.server.printed().size() == 1);
}

TEST_CASE("without CUPS nothing is known and nothing is lost", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    const bool printerHadIt = GENERATE(false, true);
    CAPTURE(printerHadIt);
    if (printerHadIt) {
        at.server.stall();
    } else {
        at.server.unplug();
    }
    const std::string sent = at.print();
    REQUIRE(
        waitFor([&] { return at.server.hasStalled() == printerHadIt && at.job(sent).state == JobState::Printing; }));
    at.server.stopCups();
    CHECK(at.alert().trouble == PrinterTrouble::Unknown);
    const auto listed = must(listPrinters(at.counter));
    CHECK(std::ranges::any_of(listed, [](const PrinterStatus &one) { return one.chosen && one.state == "unknown"; }));
    CHECK(at.job(sent).state == JobState::Printing);
    CHECK(at.send(at.paper()).error().code == ErrorCode::PrinterUnreachable);
    const auto jobs = must(listJobs(at.counter, {.visit = kVisit, .person = {}}));
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[1].paper == PaperState::Unsent);

    if (printerHadIt) {
        at.server.clear();
    } else {
        at.server.plug();
    }
    at.server.startCups();
    if (printerHadIt) { // CUPS has lost it: it says that the job waits, and has it in no list
        CHECK(waitFor([&] { return at.job(sent).paper == PaperState::Unknown; }));
    } else {
        CHECK(at.comesOut(sent));
    }
    CHECK(waitFor([&] { return at.server.printed().size() == 1; }));
    CHECK(at.job(jobs[1].id).paper == PaperState::Unsent); // not by itself
    must(retryJob(at.counter, jobs[1].id));
    CHECK(at.comesOut(jobs[1].id));
}

TEST_CASE("another printer under the same name gets nothing before it is chosen", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.unplug();
    at.server.plug(true);
    CHECK(at.alert().trouble == PrinterTrouble::Replaced);
    CHECK(at.send(at.paper()).error().code == ErrorCode::PrinterReplaced);
    CHECK(at.server.printed().empty());
    at.choose();
    CHECK(at.alert().trouble == PrinterTrouble::None);
    CHECK(at.comesOut(at.print()));
}

TEST_CASE("a paper for which there is no room stays owed, and goes once there is", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    if (!PrintServer::limitsSpool()) {
        SKIP("nothing can be mounted here");
    }
    Faults at({.keepsJobs = false, .onError = "retry-current-job", .spoolKb = 512});
    const auto sent = at.send(at.paper(2'000'000));
    const auto jobs = must(listJobs(at.counter, {.visit = kVisit, .person = {}}));
    REQUIRE(jobs.size() == 1);
    CHECK(at.isMissing(jobs[0].id));
    REQUIRE_FALSE(sent);
    CAPTURE(sent.error().detail, sent.error().context);
    CHECK(sent.error().code == ErrorCode::PrinterRefused);
    CHECK(sent.error().detail.find("n’a plus de place") != std::string::npos);
    CHECK(jobs[0].reasons == std::vector<std::string>{"spool-area-full"});
    CHECK(lacksRoom(jobs[0]));
    const std::string smaller = at.print();
    CHECK_FALSE(lacksRoom(at.job(smaller)));
    CHECK(at.comesOut(smaller));
    CHECK(at.server.printed().size() == 1);
}

TEST_CASE("what is taken back at the end of a visit never comes out of a real queue", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.obstruct("media-empty");
    const std::string first = at.print();
    const std::string second = must(at.send(Faults::paper(0, "Le second"))).id;
    REQUIRE(waitFor([&] { return at.job(first).state == JobState::Printing; }));
    must(storage::inTransaction(at.store.database(),
                                [&]() -> Result<int> { return at.store.jobs().recall(kVisit, at.clock.now()); }));
    CHECK(must(takeBackRecalled(at.counter, std::chrono::seconds(20))) == 0);
    at.server.clear();
    const std::string next = at.print(); // of whoever comes then
    CHECK(at.comesOut(next));
    const auto out = at.server.printed(); // this printer ends the sheet that it had begun
    CHECK(std::ranges::none_of(
        out, [](const Bytes &pdf) { return test::pdfText(pdf).find("Le second") != std::string::npos; }));
    for (const auto &id : {first, second}) {
        CHECK(at.isMissing(id));
    }
    must(retryJob(at.counter, second));
    CHECK(at.comesOut(second));
}

TEST_CASE("a station that stopped between sending and noting finds its paper, also one that is out", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.server.stopCups();
    REQUIRE_FALSE(at.send(at.paper()));
    at.server.startCups();
    const auto jobs = must(listJobs(at.counter, {.visit = kVisit, .person = {}}));
    REQUIRE(jobs.size() == 1);
    must(storage::inTransaction(
        at.store.database(), [&] { return at.store.jobs().retry(jobs[0].id, PrintServer::kQueue, at.clock.now()); }));
    must(at.printers.send(at.counter, must(at.store.jobs().get(jobs[0].id)), at.paper())); // and here it stopped
    REQUIRE(waitFor([&] { return at.server.printed().size() == 1; }));
    CHECK(at.comesOut(jobs[0].id));
    CHECK(at.server.printed().size() == 1);
}

TEST_CASE("the test page tells what the printer can, and what it was sent with is said to it", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    at.counter.role = storage::Role::Admin;
    const auto job = must(testPrinter(at.counter, PrintServer::kQueue));
    at.counter.role = storage::Role::Agent;
    CHECK(at.comesOut(job.id));
    REQUIRE(at.server.printed().size() == 1);
    const std::string page = test::pdfText(at.server.printed()[0]);
    for (const char *word : {"Imprimante prête", "auto", "main", "one-sided", "ESSAI-K7",
                             "Le papier en place n’est pas de l’A4"}) { // this one is loaded with Letter
        CAPTURE(word);
        CHECK(page.find(word) != std::string::npos);
    }
    const std::string asked = at.server.asked();
    CAPTURE(asked);
    for (const char *word : {"x-dimension=21000", "y-dimension=29700", "media-source=auto", "IPP_SIDES=one-sided"}) {
        CHECK(asked.find(word) != std::string::npos);
    }
    const auto sides = must(at.printers.abilities(PrintServer::kQueue)).sides;
    CHECK(sides == std::vector<std::string>{"one-sided"});
    CHECK(lackingSizes(at.counter, {"iso_a4_210x297mm", "iso_a0_841x1189mm"}) ==
          std::set<std::string, std::less<>>{"iso_a0_841x1189mm"});

    SECTION("a tray that is set is asked for, one that is not there refused") {
        at.set({{"printer-tray", "main"}});
        CHECK(at.comesOut(at.print()));
        CHECK(at.server.asked().find("media-source=main") != std::string::npos);
        CHECK(must(isFit(at.counter, PrintServer::kQueue)));
        at.set({{"printer-tray", "tray-9"}});
        CHECK(at.send(at.paper()).error().code == ErrorCode::PrinterRefused);
        CHECK_FALSE(must(isFit(at.counter, PrintServer::kQueue)));
    }
}

TEST_CASE("an administrator is told where the printing system keeps what was printed", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    const bool keeps = GENERATE(false, true);
    Faults at({.keepsJobs = keeps, .onError = "retry-current-job", .spoolKb = 0});
    CHECK(at.comesOut(at.print()));
    CHECK(printerRemains(at.counter).error().code == ErrorCode::NotAllowed);
    at.counter.role = storage::Role::Admin;
    const auto remains = must(printerRemains(at.counter));
    CHECK(remains.history == keeps);
    CHECK(remains.files == keeps);
}

TEST_CASE("a watched printer is looked at again and again, and keeps nobody waiting", "[faults]") {
    NEEDS_A_PRINT_SERVER();
    Faults at;
    PrinterWatch watch(at.printers, PrintServer::kQueue, std::chrono::milliseconds(50));
    const auto trouble = [&] {
        const auto seen = watch.newest();
        return seen && *seen ? std::optional(alertOf(judged(at.counter, **seen)).trouble) : std::nullopt;
    };
    CHECK(waitFor([&] { return trouble() == PrinterTrouble::None; }));
    at.server.stopCups();
    CHECK(waitFor([&] { return trouble() == PrinterTrouble::Unknown; }));
    at.server.startCups();
    CHECK(waitFor([&] { return trouble() == PrinterTrouble::None; }));
}
