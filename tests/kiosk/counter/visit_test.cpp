// SPDX-License-Identifier: GPL-3.0-or-later
// People, who may see what of them, and what goes to paper.
#include "base/files.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/demo_people.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/init.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/records.h"
#include "kiosk/counter/settings.h"
#include "kiosk/counter/sign_in.h"
#include "kiosk/counter/visit.h"
#include "storage/document/reader_client.h"
#include "storage/nir.h"
#include "storage/register/acts.h"
#include "storage/register/register.h"
#include "storage/store.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

namespace {

/// What stands outside, for use cases that are called directly.
struct Outside {
    FixedClock clock{must(parseInstant("2026-11-24T08:00:00Z"))};
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
};

constexpr std::size_t kPdf = std::size_t{16} << 20;

std::string personOf(const CommandLine &line, const CdaBuilder &document) {
    const std::string file = line.folder.write("person.xml", document.build()).string();
    return line.done("S01", {"import", file}).at("items").at(0).at("person").get<std::string>();
}

} // namespace

TEST_CASE("a second trait is asked, and the right answer is never given away") {
    CommandLine line;
    line.makeDemo(1);
    const std::string id = personOf(line, prescription());
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    const storage::PersonSearch search{.nir = {}, .born = "1941-04-03", .name = "mou"};
    const auto found = must(kiosk::findPersons(desk, search));
    REQUIRE(found.size() == 1);
    const auto traits = kiosk::askableTraits(found.front().person, search);
    CHECK(std::set(traits.begin(), traits.end()) ==
          std::set{kiosk::Trait::BirthPlace, kiosk::Trait::Number, kiosk::Trait::PostalCode});
    struct Try {
        kiosk::Trait trait;
        std::string answer;
        bool right;
    };
    const std::string nir = testNir(2, 41, 4, 7);
    for (const Try &one : {Try{kiosk::Trait::BirthPlace, "albi", true},
                           {kiosk::Trait::BirthPlace, "ALBI (81)", true},
                           {kiosk::Trait::BirthPlace, "81004", true},
                           {kiosk::Trait::BirthPlace, "St Albi", false},
                           {kiosk::Trait::BirthPlace, "Castres", false},
                           {kiosk::Trait::BirthPlace, "", false},
                           {kiosk::Trait::Number, nir, true},
                           {kiosk::Trait::Number, nir.substr(0, 13), true},
                           {kiosk::Trait::Number, nir.substr(0, 12), false},
                           {kiosk::Trait::BirthDate, "1941-04-03", true},
                           {kiosk::Trait::BirthDate, "1941-04-04", false}}) {
        INFO(one.answer);
        CHECK(must(kiosk::answerMatches(desk, id, one.trait, one.answer)) == one.right);
    }
    const auto bad = kiosk::answerMatches(desk, id, kiosk::Trait::BirthDate, "3 avril");
    REQUIRE(!bad);
    CHECK(bad.error().detail.find("1941") == std::string::npos);
}

TEST_CASE("marks of visibility and titles to act are obeyed by every command") {
    CommandLine line;
    line.makeDemo(1);
    CdaBuilder open = certificate();
    open.setId = "1.2.250.1.999.20";
    CdaBuilder fromPerson = laboratoryResult();
    fromPerson.marks = {"INVISIBLE_PATIENT"};
    fromPerson.setId = "1.2.250.1.999.21";
    CdaBuilder fromParents = dischargeLetter();
    fromParents.marks = {"INVISIBLE_REPRESENTANTS_LEGAUX"};
    fromParents.setId = "1.2.250.1.999.22";
    for (CdaBuilder *document : {&open, &fromPerson, &fromParents}) {
        document->person.born = "20150612"; // a child
        document->person.ins = testNir(2, 15, 6, 9);
    }
    const auto record = [&](const CdaBuilder &document) {
        const std::string file = line.folder.write("one.xml", document.build()).string();
        return line.done("S01", {"import", file}).at("items").at(0);
    };
    const json openItem = record(open);
    const std::string person = openItem.at("person").get<std::string>();
    const std::string openId = openItem.at("record").get<std::string>();
    const std::string personId = record(fromPerson).at("record").get<std::string>();
    const std::string parentsId = record(fromParents).at("record").get<std::string>();

    struct Row {
        const char *by;
        bool records; ///< the title gives access to a child's records at all
        bool open;
        bool fromParents;
    };
    for (const Row &row : {Row{"self", true, true, true},
                           {"parent", true, true, false},
                           {"guardian", true, true, false},
                           {"mandate", true, true, false},
                           {"heir", true, true, false},
                           {"assistance", false, false, false}, // for adults
                           {"proxy", false, false, false},
                           {"bearer", false, false, false},
                           {"helper", false, false, false}}) {
        INFO(row.by);
        const auto status = [&](const std::string &id) {
            const int printed = line.call("A01", {"print", "--person", person, "--record", id, "--by", row.by,
                                                  "--output", line.path("x.pdf")})
                                    .status;
            CHECK(line.call("A01", {"record", "export", id, "--by", row.by, "--output", line.path("x.xml")}).status ==
                  printed);
            return printed;
        };
        CHECK(status(openId) == (row.open ? 0 : 3));
        CHECK(status(parentsId) == (row.fromParents ? 0 : 3));
        CHECK(status(personId) == 3); // nobody at the counter
        const Said listed = line.call("A01", {"record", "list", "--person", person, "--by", row.by});
        CHECK(listed.status == (row.records ? 0 : 3));
        if (row.records) {
            CHECK(listed.json.at("records").size() == (row.fromParents ? 2U : 1U));
            const json all = line.done(
                "A01", {"print", "--person", person, "--all", "--by", row.by, "--output", line.path("all.pdf")});
            CHECK(all.at("records").size() == (row.fromParents ? 2U : 1U));
        }
    }
    // Nothing was shown: nothing is disclosed.
    const Said unseen = line.call(
        "A01", {"print", "--person", person, "--all", "--identity-seen", "none", "--output", line.path("none.pdf")});
    CHECK(unseen.status == 3);
    CHECK(unseen.error() == "identity-not-shown");
    CHECK(!std::filesystem::exists(line.path("none.pdf")));

    // A parent acts for a minor only.
    const std::string adult = personOf(line, prescription());
    CHECK(line.call("A01", {"record", "list", "--person", adult, "--by", "parent"}).error() == "not-for-them");

    // Without anybody there, the list names the marks.
    std::multiset<std::string> marks;
    const json everything = line.done("A01", {"record", "list", "--person", person});
    for (const json &one : everything.at("records")) {
        marks.insert(one.at("visibility").get<std::string>());
    }
    CHECK(marks == std::multiset<std::string>{"hidden-from-person", "hidden-from-representatives", "normal"});
}

TEST_CASE("a print names the characters that no font has") {
    CommandLine line;
    line.makeDemo(1);
    CdaBuilder cda = reimbursements(2);
    cda.section("Signes", "<paragraph>un \uE000 deux</paragraph>");
    const std::string person = personOf(line, cda);
    const json printed = line.done("A01", {"print", "--person", person, "--all", "--output", line.path("out.pdf")});
    const bool named = std::ranges::any_of(printed.at("not_shown"), [](const json &one) {
        return one.at("what") == "Caractères que nos polices n’ont pas : U+E000";
    });
    CHECK(named);
}

TEST_CASE("records go to a file or to the folder, and a paper is followed into the hand") {
    CommandLine line;
    line.makeDemo(1);
    const std::string person = personOf(line, reimbursements(60));
    const std::string file = line.path("out.pdf");
    const json printed = line.done("A01", {"print", "--person", person, "--all", "--output", file});
    CHECK(printed.at("job").is_null());
    CHECK(printed.at("destination") == file);
    CHECK(printed.at("pages").get<int>() > 1);
    CHECK(printed.at("not_shown").is_array());
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));

    const json job = line.done("A01", {"print", "--person", person, "--category", "reimbursement", "--follow"});
    CHECK(job.at("state") == "completed");
    CHECK(job.at("destination") == "folder");
    const std::string id = job.at("job").get<std::string>();
    const std::filesystem::path there = line.store() + "-papers/" + id + ".pdf";
    CHECK(std::filesystem::exists(there));
    const json listed = line.done("A01", {"job", "list"}).at("jobs").at(0);
    CHECK(listed.at("paper") == "came-out");

    // Printed again only because somebody asks for it.
    std::filesystem::remove(there);
    (void)line.done("A01", {"job", "list"});
    CHECK(!std::filesystem::exists(there));
    CHECK(line.done("A01", {"job", "retry", id}).at("jobs").at(0).at("state") == "completed");
    CHECK(std::filesystem::exists(there));

    CHECK(line.done("A01", {"job", "handed", id, "--sheets", "2"}).at("jobs").at(0).at("paper") == "in-hand");
    CHECK(line.call("A01", {"job", "handed", id, "--sheets", "2"}).status == 1);
    CHECK(line.call("A01", {"job", "cancel", id}).status == 1);
    CHECK(line.call("A01", {"job", "cancel", "nothing"}).status == 4);
    CHECK(line.call("A01", {"print", "--person", person, "--all", "--printer", "none"}).status != 0);
    CHECK(line.call("A01", {"print", "--person", person}).error() == "missing-option");
    CHECK(line.call("A01", {"print", "--person", person, "--category", "letters"}).error() == "bad-value");
}

TEST_CASE("a cover comes out of a printer before somebody's records, with nothing of theirs, and never into a file") {
    CommandLine line;
    line.makeDemo(1);
    const std::string person = personOf(line, laboratoryResult());
    const std::string file = line.path("out.pdf");
    (void)line.done("A01", {"print", "--person", person, "--all", "--output", file});
    CHECK(pdfText(must(readFile(file, kPdf))).find("Pli ") == std::string::npos);

    const json printed = line.done("A01", {"print", "--person", person, "--all", "--follow"});
    const Bytes pdf = must(readFile(line.store() + "-papers/" + printed.at("job").get<std::string>() + ".pdf", kPdf));
    CHECK(pdfPageCount(pdf) == printed.at("pages").get<int>() + 1);
    const std::string what = line.done("A01", {"job", "list"}).at("jobs").at(0).at("what").get<std::string>();
    const std::string mark = what.substr(what.rfind(' ') + 1);
    CHECK(what == "Documents (1), " + mark);
    const std::string text = pdfText(pdf);
    const std::string cover = text.substr(0, text.find('\f'));
    CHECK(cover.find("Pli " + mark) != std::string::npos);
    CHECK(cover.find("Remettre ces pages à la personne sans les lire.") != std::string::npos);
    // What the records themselves say stands under it.
    const std::string records = text.substr(cover.size());
    const std::string nir = testNir(2, 41, 4, 7);
    for (const std::string &theirs :
         {std::string("MOULIN"), std::string("GARNIER"), std::string("Odile"), storage::formatNir(nir),
          std::string("avril 1941"), std::string("ALBI"), std::string("Compte rendu d’examens biologiques"),
          std::string("LEROUX"), std::string("Maison de santé"), std::string("Glycémie")}) {
        CAPTURE(theirs);
        CHECK(cover.find(theirs) == std::string::npos);
        CHECK(records.find(theirs) != std::string::npos);
    }
    for (const std::string &theirs : {nir, nir.substr(0, 13), std::string("1941")}) {
        CHECK(cover.find(theirs) == std::string::npos);
    }
    const std::string about = pdfInfo(pdf);
    CAPTURE(about);
    CHECK(about.find("Pli " + mark) != std::string::npos);
    CHECK(about.find("MOULIN") == std::string::npos);
    CHECK(about.find("Compte rendu") == std::string::npos);
}

TEST_CASE("a record printed again is proved the same by its entry in the register", "[register]") {
    CommandLine line;
    line.makeDemo(1);
    const std::string person = personOf(line, laboratoryResult());
    const auto print = [&](const std::vector<std::string> &how) {
        std::vector<std::string> words{"print", "--person", person, "--all"};
        words.insert(words.end(), how.begin(), how.end());
        return line.done("A01", words);
    };
    const json first = print({"--output", line.path("first.pdf")});
    REQUIRE(first.at("digests").size() == 1);
    CHECK(first.at("earlier").empty());
    const json second = print({"--follow"});
    CHECK(second.at("digests") == first.at("digests"));
    REQUIRE(second.at("earlier").size() == 1);
    const json earlier = second.at("earlier").at(0);
    CHECK(earlier.at("same") == true);
    CHECK(earlier.at("digest") == first.at("digests").at(0));
    CHECK(earlier.at("record") == first.at("records").at(0));
    // By the edition that the entry names, in whatever letters.
    const json third = print({"--edition", earlier.at("edition").get<std::string>(), "--layout", "large", "--output",
                              line.path("large.pdf")});
    CHECK(third.at("digests") == first.at("digests"));
    CHECK(third.at("earlier").at(0).at("index") > earlier.at("index"));
    CHECK(line.call("A01", {"print", "--person", person, "--all", "--edition", "0"}).error() == "bad-value");
    const Said said = line.words({"--store", line.store(), "--agent", "A01", "print", "--person", person, "--all",
                                  "--output", line.path("fourth.pdf")});
    CHECK(said.out.find("Le même papier que le 2026-") != std::string::npos);

    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    std::vector<json> printed;
    for (const storage::StoredEntry &entry : desk.entries.ofPerson(person)) {
        if (must(storage::parseLeaf(entry.leafBytes)).kind == "record.printed") {
            REQUIRE(entry.payload);
            printed.push_back(json::parse(must(storage::disclosedDetails(entry.payload->details))));
        }
    }
    REQUIRE(printed.size() == 4);
    for (const json &entry : printed) {
        CHECK(entry.at("records") == first.at("records").at(0));
        CHECK(entry.at("digests") == first.at("digests").at(0));
        CHECK(entry.at("edition") == earlier.at("edition"));
    }
    CHECK(printed[0].at("to") == "file");
    CHECK(printed[1].at("to") == "printer");
    CHECK(line.done("S01", {"register", "verify"}).at("ok") == true);
}

TEST_CASE("a record that changed since is said to be another paper", "[register]") {
    CommandLine line;
    line.makeDemo(1);
    const std::string person = personOf(line, laboratoryResult());
    const json first = line.done("A01", {"print", "--person", person, "--all", "--output", line.path("first.pdf")});
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::PreparedRecords other;
    other.person = person;
    other.records = {first.at("records").at(0).get<std::string>()};
    other.says.emplace_back();
    const auto earlier = must(kiosk::earlierPrints(session->desk(), other));
    REQUIRE(earlier.size() == 1);
    CHECK_FALSE(earlier.front().same);
    CHECK(first.at("digests").at(0) == earlier.front().digest);
}

TEST_CASE("a job that was sent when the program stopped is found again, and not sent twice") {
    CommandLine line;
    line.makeDemo(1);
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    const Bytes pdf = smallPdf(1);
    const auto create = [&] {
        return must(storage::inTransaction(desk.store.database(), [&]() -> Result<std::string> {
            return desk.store.jobs().create({.what = "Documents (1)", .printer = "folder", .pages = 1, .agent = "A01"},
                                            pdf, outside.clock.now(), outside.random);
        }));
    };
    // Stopped before it was sent: nothing is printed by itself.
    const std::string unsent = create();
    // Stopped after it was sent, before that was noted.
    const std::string sent = create();
    (void)must(outside.printers.send(desk, must(desk.store.jobs().get(sent)), pdf));
    for (const storage::Job &job : must(kiosk::listJobs(desk))) {
        if (job.id == sent) {
            CHECK(job.state == storage::JobState::Completed);
            CHECK(job.paper == storage::PaperState::CameOut);
        } else {
            CHECK(job.id == unsent);
            CHECK(job.paper == storage::PaperState::Unsent);
        }
    }
    CHECK(!std::filesystem::exists(line.store() + "-papers/" + unsent + ".pdf"));
}

TEST_CASE("what was kept for the visit alone is gone from the store when the visit ends, and nothing else is") {
    CommandLine line;
    line.makeDemo(1);
    line.done("D01", {"settings", "set", "retention-prescription=visit", "retention-reimbursement=visit"});
    CdaBuilder kept = certificate(); // for 365 days, as a demo has it
    kept.setId = "1.2.250.1.999.30";
    CdaBuilder others = reimbursements();
    others.setId = "1.2.250.1.999.31";
    others.person.ins = testNir(1, 55, 8, 12);
    others.person.born = "19550812";
    others.person.birthName = "AUTRE";
    const std::string person = personOf(line, prescription());
    REQUIRE(personOf(line, kept) == person);
    const std::string other = personOf(line, others);
    REQUIRE(other != person);
    const std::string act =
        line.done("A01", {"optout", "register", "--person", person, "--scope", "ens-closure", "--signed", "signature"})
            .at("receipt")
            .at("reference");
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    const kiosk::Visit visit{.id = "01V", .person = person};
    const std::string owed =
        must(kiosk::sendPaper(desk,
                              {.what = "Documents (1)", .pages = 1, .visit = "01V", .person = person, .reference = {}},
                              smallPdf(1)))
            .id;
    const std::filesystem::path log = line.folder / "store/guichet.db-wal";
    const auto records = [&](const std::string &whose) {
        return must(kiosk::listRecords(desk, whose, std::nullopt, std::nullopt)).size();
    };
    const auto documents = [&] {
        auto bytes = desk.store.database().prepare("SELECT count(*) FROM record_bytes");
        REQUIRE(bytes.step());
        return bytes.number(0);
    };
    const std::int64_t before = documents();
    REQUIRE(records(person) == 2);
    REQUIRE(std::filesystem::file_size(log) > 0);

    SECTION("with nobody else at the store") {
        CHECK(must(kiosk::endVisit(desk, visit)) == 1);
        CHECK(std::filesystem::file_size(log) == 0);
    }
    SECTION("with another process reading, by the next end at the latest") {
        desk.store.database().execute("PRAGMA busy_timeout = 0");
        {
            auto reader = must(desk.store.connect());
            auto reading = reader.prepare("SELECT id FROM record");
            REQUIRE(reading.step());
            CHECK(kiosk::endVisit(desk, visit).error().code == ErrorCode::Busy);
            CHECK(records(person) == 1);
        }
        CHECK(must(kiosk::endVisit(desk, {.id = "01W"})) == 0);
        CHECK(std::filesystem::file_size(log) == 0);
    }
    CHECK(records(person) == 1);
    CHECK(records(other) == 1);
    CHECK(documents() == before - 1);
    CHECK(line.call("A01", {"optout", "show", act}).status == 0);
    CHECK(must(desk.store.jobs().pdf(owed)) == smallPdf(1));
    CHECK(line.call("S01", {"register", "verify"}).status == 0);
    CHECK(line.call("S01", {"check"}).status == 0);
}

TEST_CASE("a visit that was left waits for the day, then is ended; one that goes on is not") {
    CommandLine line;
    line.makeDemo(1);
    line.done("D01", {"settings", "set", "retention-prescription=visit", "retention-reimbursement=visit",
                      "retention-certificate=visit"});
    CdaBuilder others = reimbursements();
    others.setId = "1.2.250.1.999.31";
    others.person.ins = testNir(1, 55, 8, 12);
    others.person.born = "19550812";
    others.person.birthName = "AUTRE";
    CdaBuilder waiting = certificate();
    waiting.setId = "1.2.250.1.999.32";
    waiting.person.ins = testNir(2, 60, 1, 7);
    waiting.person.born = "19600107";
    waiting.person.birthName = "ATTENDUE";
    const std::string left = personOf(line, prescription());
    const std::string served = personOf(line, others);
    const std::string expected = personOf(line, waiting); // whose visit has not begun
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    const auto records = [&](const std::string &whose) {
        return must(kiosk::listRecords(desk, whose, std::nullopt, std::nullopt)).size();
    };
    const kiosk::Visit visit{.id = "01W", .person = served, .presence = {}};
    const auto goesOn = must(kiosk::beginVisit(desk, visit));
    {
        const auto held = must(kiosk::beginVisit(desk, {.id = "01V", .person = left, .presence = {}}));
        CHECK(must(kiosk::leftVisits(desk)).empty());
    } // as the system does when a process ends
    CHECK(must(kiosk::endLeftVisits(desk)) == 0);
    CHECK(records(left) == 1);
    REQUIRE(must(kiosk::leftVisits(desk)).size() == 1);
    CHECK(must(kiosk::leftVisits(desk)).front().id == "01V");
    CHECK(must(kiosk::leftVisits(desk)).front().agent == "A01");
    outside.clock.set(must(parseInstant("2026-11-25T00:30:00+01:00")));
    {
        const auto held = must(kiosk::takeUpVisit(desk, "01V"));
        CHECK(held.visit.person == left);
        CHECK(kiosk::takeUpVisit(desk, "01V").error().code == ErrorCode::Busy);
        CHECK(must(kiosk::endLeftVisits(desk)) == 0);
    }
    CHECK(must(kiosk::leftVisits(desk)).empty()); // their person has gone home
    CHECK(must(kiosk::endLeftVisits(desk)) == 1);
    CHECK(records(left) == 0);
    CHECK(records(served) == 1);
    CHECK(records(expected) == 1);
    CHECK(std::filesystem::file_size(line.folder / "store/guichet.db-wal") == 0);
    CHECK(must(kiosk::endLeftVisits(desk)) == 0);
    // Taken in for a later visit: the end that is over does not reach it.
    REQUIRE(personOf(line, prescription()) == left);
    CHECK(must(kiosk::endLeftVisits(desk)) == 0);
    CHECK(records(left) == 1);
    CHECK(must(kiosk::endVisit(desk, visit)) == 1);
    CHECK(desk.store.drafts().list("visit", {}, outside.clock.now()).empty());
    CHECK(line.call("S01", {"check"}).status == 0);
}

TEST_CASE("a receipt that was never made is owed once its visit is over, and nothing comes out by itself") {
    CommandLine line;
    line.makeDemo(1);
    const std::string person = personOf(line, prescription());
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    kiosk::Desk &desk = session->desk();
    const kiosk::Visit visit{.id = "01V", .person = person, .presence = {.seen = kiosk::IdentitySeen::IdCard}};
    std::string receipt;
    {
        const auto held = must(kiosk::beginVisit(desk, visit));
        REQUIRE(kiosk::noteVisit(desk, held.note, visit, {{"opt-outs.draft", "signed, and gone"}}));
        receipt = must(kiosk::registerOptout(desk,
                                             {.person = person,
                                              .scopes = {"ens-closure"},
                                              .details = {{"archive", "ten-years"}},
                                              .presence = visit.presence},
                                             {}, {}))
                      .receipt.reference;
    }
    outside.clock.set(must(parseInstant("2026-11-25T08:30:00+01:00")));
    for (int time = 0; time < 2; ++time) {
        std::ignore = must(kiosk::endLeftVisits(desk));
        const auto jobs = desk.store.jobs().list({.visit = {}, .person = person, .onlyOpen = true});
        REQUIRE(jobs.size() == 1);
        CHECK(jobs[0].reference == receipt);
        CHECK(jobs[0].paper == storage::PaperState::Unsent);
        CHECK(must(kiosk::papersToCollect(desk, person, visit.presence, "01W")).size() == 1);
    }
    CHECK(must(kiosk::retryJob(desk, desk.store.jobs().list({.visit = {}, .person = person, .onlyOpen = true})[0].id))
              .paper != storage::PaperState::Unsent);
}

TEST_CASE("a live store prints nowhere until an administrator has chosen") {
    CommandLine line;
    line.folder.write("pin", "482915\n");
    const json made = line.done("", {"init", "--admin", "D01", "--agency", "CPAM-ESSAI", "--station", "T1",
                                     "--new-pin-file", line.path("pin")});
    CHECK(made.at("pin").is_null());
    CHECK(made.at("key").get<std::string>().starts_with("guichet/CPAM-ESSAI/T1.1+"));
    CHECK(line.call("D01", {"printer", "list", "--pin-file", line.path("pin")}).json.at("printers").is_array());
    const Said test = line.call("D01", {"printer", "test", "folder", "--pin-file", line.path("pin")});
    CHECK(test.error() == "no-printer");
    CHECK(line.call("", {"init", "--admin", "D01", "--agency", "A1", "--station", "T1"}).error() == "store-exists");
    // The clock of a live store is the real one.
    CHECK(line.call("D01", {"check", "--now", "2026-01-01T00:00:00Z", "--pin-file", line.path("pin")}).error() ==
          "not-a-demo-store");
}

TEST_CASE("the folder printer of a live store is emptied at the end of the visit, and what is owed printed again") {
    CommandLine line;
    Outside outside;
    const bool live = GENERATE(true, false);
    CAPTURE(live);
    auto opened =
        must(kiosk::openCounter(outside.machine, {.folder = line.store(),
                                                  .kind = live ? storage::StoreKind::Live : storage::StoreKind::Demo,
                                                  .admin = "D01",
                                                  .adminName = {},
                                                  .agency = "ESSAI",
                                                  .station = "T1",
                                                  .pin = "482915"}));
    kiosk::Desk &desk = opened.session->desk();
    const std::filesystem::path papers = line.folder / "papers";
    must(kiosk::setSettings(desk, {{"papers-folder", papers.string()}, {"printer", "folder"}}));
    desk.role = storage::Role::Agent; // as if somebody were signed in who serves
    const auto print = [&](const std::string &visit) {
        return must(kiosk::sendPaper(
                        desk, {.what = "Documents (1)", .pages = 1, .visit = visit, .person = {}, .reference = {}},
                        smallPdf(1)))
            .id;
    };
    const std::string inHand = print("01V");
    const std::string owed = print("01V");
    const std::string byCommand = print("");
    const std::string elsewhere = print("01W");
    must(kiosk::handedJob(desk, inHand, 1));
    const std::string other =
        must(kiosk::addPerson(desk, {.birthName = "ESSAI", .givenNames = "NOE", .born = {1984, 4, 3}}, std::nullopt));
    const auto held = must(kiosk::beginVisit(desk, {.id = "01W", .person = other, .presence = {}}));
    // Whatever --output wrote beside them, and what is no PDF.
    (void)line.folder.write("papers/01JD0000000000000000000000.pdf", "%PDF");
    (void)line.folder.write("papers/copie.pdf", "%PDF");
    (void)line.folder.write("papers/note.txt", "");
    const auto there = [&] {
        std::set<std::string> names;
        for (const auto &entry : std::filesystem::directory_iterator(papers)) {
            names.insert(entry.path().filename().string());
        }
        return names;
    };
    const std::set<std::string> foreign{"01JD0000000000000000000000.pdf", "copie.pdf", "note.txt"};
    const auto before = there();
    REQUIRE(before.size() == foreign.size() + 4);

    CHECK(must(kiosk::endVisit(desk, {.id = "01V", .person = {}, .presence = {}})) == 0);
    if (!live) {
        CHECK(there() == before);
        return;
    }
    auto left = foreign;
    left.insert(elsewhere + ".pdf"); // of a visit that goes on at another screen
    CHECK(there() == left);
    // What nobody has is printed again, by somebody's decision alone.
    for (const auto &job : must(kiosk::listJobs(desk))) {
        INFO(job.id);
        CHECK((job.paper == storage::PaperState::InHand) == (job.id == inHand));
        CHECK((job.paper == storage::PaperState::Unsent) == (job.id == owed || job.id == byCommand));
    }
    CHECK(there() == left);
    CHECK(must(kiosk::retryJob(desk, owed)).paper == storage::PaperState::CameOut);
    CHECK(there().contains(owed + ".pdf"));
    CHECK(must(kiosk::endVisit(desk, {.id = "01W", .person = other, .presence = {}})) == 0);
    CHECK(there() == foreign);
}

TEST_CASE("an interrupted making of a store leaves nothing") {
    CommandLine line;
    Outside outside;
    const auto made = kiosk::openCounter(
        outside.machine,
        {.folder = line.store(), .kind = storage::StoreKind::Demo, .admin = "D01", .agency = "DEMO", .station = "D1"},
        [](kiosk::Session &) -> Result<void> { return fail(ErrorCode::Interrupted); });
    REQUIRE(!made);
    CHECK(made.error().code == ErrorCode::Interrupted);
    for (const auto &entry : std::filesystem::directory_iterator(line.folder.path())) {
        CHECK(entry.path().filename() == "state");
    }
}

TEST_CASE("invented people are the same for a seed, and their numbers are right and nobody's") {
    const CivilDate today = must(parseDate("2026-11-24"));
    SeededRandom one(7);
    SeededRandom two(7);
    const auto people = kiosk::demoPeople(400, today, one);
    CHECK(people == kiosk::demoPeople(400, today, two));
    std::set<std::string> numbers;
    for (const storage::Person &person : people) {
        if (person.nir.empty()) {
            continue;
        }
        CHECK(numbers.insert(person.nir).second);
        CHECK(must(storage::parseNir(person.nir)).full() == person.nir);
        const std::string commune = person.nir.substr(7, 3);
        CHECK(commune >= "990");
        CHECK(person.insRoot == "1.2.250.1.213.1.4.10");
    }
}

TEST_CASE("the register is verified, continued from an older checkpoint, and checked with the key alone") {
    CommandLine line;
    line.makeDemo(3);
    const json head = line.done("S01", {"register", "checkpoint"});
    const std::string key = line.folder.write("key", head.at("key").get<std::string>()).string();
    const std::string note = line.folder.write("note", head.at("checkpoint").get<std::string>()).string();
    CHECK(line.call("", {"verify", note, "--key", key}).status == 0);
    CHECK(line.call("", {"verify", note}).status == 0); // the store's own published key
    std::string changed = head.at("checkpoint").get<std::string>();
    changed.replace(changed.find('\n') + 1, 1, changed[changed.find('\n') + 1] == '9' ? "8" : "9");
    const Said differs = line.call("", {"verify", line.folder.write("changed", changed).string(), "--key", key});
    CHECK(differs.status == 1);
    CHECK(differs.json.at("ok") == false);
    CHECK(differs.error() == "verify-failed");
    CHECK(line.call("", {"verify", line.folder.write("letter", "Bonjour").string(), "--key", key}).status == 1);
    CHECK(line.call("", {"verify", note, "--key", note}).status == 2);

    (void)line.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Noé", "--born", "unknown"});
    const json whole = line.done("S01", {"register", "verify", "--against", note});
    CHECK(whole.at("ok") == true);
    CHECK(whole.at("consistent") == true);
    CHECK(whole.at("entries").get<int>() == head.at("entries").get<int>() + 1);
    CHECK(line.done("D01", {"check"}).at("problems").empty());
}

TEST_CASE("a demo store has records of every category, and opt-outs and requests in every state") {
    CommandLine line;
    const json made = line.makeDemo(40);
    CHECK(made.at("persons") == 40);
    Outside outside;
    const auto session =
        must(kiosk::Session::open(outside.machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    storage::Acts acts(session->desk().entries);
    std::set<std::string_view> optouts;
    std::set<std::string_view> requests;
    for (const storage::Act &act : acts.list({})) {
        (act.type == storage::ActType::Optout ? optouts : requests).insert(storage::actStatusName(act.status));
    }
    CHECK(optouts == std::set<std::string_view>{"recorded", "sent", "confirmed", "refused", "withdrawn"});
    CHECK(requests == std::set<std::string_view>{"incomplete", "filed", "forwarded", "decided-yes", "decided-no",
                                                 "deemed", "withdrawn"});
    auto statement = session->desk().store.database().prepare("SELECT count(DISTINCT category) FROM record");
    REQUIRE(statement.step());
    CHECK(statement.number(0) == 6);
    CHECK(line.done("D01", {"settings", "check"}).at("missing").empty());
}
