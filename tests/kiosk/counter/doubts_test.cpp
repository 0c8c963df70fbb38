// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/cda_builder.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/xdm_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

namespace {

struct Doubting {
    CommandLine line;

    Doubting() { line.makeDemo(1); }

    std::string bringIn(const std::string &name, const CdaBuilder &document) {
        line.folder.write(name, document.build());
        return line.done("S01", {"import", line.path(name)}).at("items").at(0).at("person");
    }
    json doubts() { return line.done("S01", {"doubts", "list"}).at("doubts"); }
    std::set<std::string> records(const std::string &person) {
        std::set<std::string> ids;
        for (const auto &records = line.done("A01", {"record", "list", "--person", person});
             const json &one : records.at("records")) {
            ids.insert(one.at("id").get<std::string>());
        }
        return ids;
    }
};

} // namespace

TEST_CASE("people are merged and set apart with their records, opt-outs and journal, and nothing is moved") {
    Doubting desk;
    CommandLine &line = desk.line;
    const std::string numbered = desk.bringIn("letter.xml", dischargeLetter());
    const std::string added = line.done("A01", {"person", "add", "--birth-name", "MOULIN", "--given-names", "Odile",
                                                "--born", "1941-04-03", "--sex", "F"})
                                  .at("id");
    line.done("A01", {"optout", "register", "--person", added, "--scope", "snds-reuse", "--signed", "signature",
                      "--output", line.path("receipt.pdf")});
    const json doubts = desk.doubts();
    REQUIRE(doubts.size() == 1);
    const json &doubt = doubts.at(0);
    CHECK(doubt.at("why") == "same-traits");
    CHECK(doubt.at("state") == "open");
    CHECK(doubt.at("person").at("id") == added);
    CHECK(doubt.at("other").at("id") == numbered);
    CHECK(doubt.at("other").at("records") == 1);
    const auto mine = desk.records(numbered);
    const json merged = line.done("S01", {"doubts", "merge", numbered, added}).at("doubts");
    REQUIRE(merged.size() == 1);
    CHECK(merged.at(0).at("state") == "merged");
    CHECK(desk.records(added) == mine);
    const json person = line.done("A01", {"person", "show", added});
    CHECK(person.at("id") == numbered);
    CHECK(person.at("optouts").size() == 1);
    CHECK(line.done("A01", {"optout", "list", "--person", numbered}).at("optouts").size() == 1);
    CHECK(line.done("A01", {"person", "find", "--born", "1941-04-03", "--name", "MOU"}).at("persons").size() == 1);
    // Printed for the person, whichever entry they are called by.
    CHECK(line.done("A01", {"print", "--person", added, "--record", *mine.begin(), "--output", line.path("p.pdf")})
              .at("pages") > 0);
    line.done("S01", {"doubts", "unmerge", merged.at(0).at("id")});
    CHECK(desk.records(added).empty());
    CHECK(desk.records(numbered) == mine);
    CHECK(line.done("A01", {"person", "show", added}).at("optouts").size() == 1);
    CHECK(line.done("A01", {"person", "show", numbered}).at("optouts").empty());
    CHECK(line.call("S01", {"doubts", "unmerge", doubt.at("id")}).error() == "already-done");
    CHECK(line.call("S01", {"doubts", "merge", numbered, "nobody"}).status == 4);
    CHECK(line.done("S01", {"check"}).at("ok") == true);
    CHECK(line.done("S01", {"register", "verify"}).at("ok") == true);
}

TEST_CASE("records of who is in doubt count once a supervisor has decided") {
    Doubting desk;
    CommandLine &line = desk.line;
    const std::string parent = desk.bringIn("letter.xml", dischargeLetter());
    CdaBuilder child = laboratoryResult();
    child.person.birthName = "SERRES";
    child.person.usedName.clear();
    child.person.givenNames = child.person.firstGivenName = "Zoé";
    child.person.born = "20190712";
    const std::string other = desk.bringIn("child.xml", child);
    REQUIRE(other != parent);
    const auto results = [&] {
        return line.done("A01", {"person", "show", other}).at("records").at("result").get<int>();
    };
    CHECK(results() == 0);
    line.done("S01", {"doubts", "unmerge", desk.doubts().at(0).at("id")});
    CHECK(results() == 1);
    CHECK(desk.doubts().empty());
}

TEST_CASE("a document in doubt is given to whose it is") {
    Doubting desk;
    CommandLine &line = desk.line;
    const std::string parent = desk.bringIn("letter.xml", dischargeLetter());
    const std::string child = line.done("A01", {"person", "add", "--birth-name", "SERRES", "--given-names", "Zoé",
                                                "--born", "2019-07-12", "--nir", CdaPerson().ins})
                                  .at("id");
    line.done("S01", {"doubts", "unmerge", desk.doubts().at(0).at("id")});
    const auto bytes = smallPdf();
    line.folder.write("in.pdf", std::string(bytes.begin(), bytes.end()));
    line.folder.write("in.json", R"({"ins": ")" + CdaPerson().ins + "\"}");
    const std::string record = line.done("S01", {"import", line.path("in.pdf")}).at("items").at(0).at("record");
    const json doubts = desk.doubts();
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.at(0).at("why") == "record");
    CHECK(doubts.at(0).at("id") == record);
    line.done("S01", {"doubts", "merge", record, child});
    CHECK(desk.records(child) == std::set{record});
    CHECK_FALSE(desk.records(parent).contains(record));
    CHECK(line.call("S01", {"doubts", "merge", record, child}).error() == "already-done");
    CHECK(desk.doubts().empty());
    CHECK(line.done("S01", {"doubts", "unmerge", record}).at("doubts").size() == 1);
}

TEST_CASE("what a supervisor has decided of a document is not asked again when its files come again") {
    Doubting desk;
    CommandLine &line = desk.line;
    XdmDocument letter;
    letter.bytes = dischargeLetter().build();
    letter.person.ins = testNir(1, 60, 1, 3); // the envelope names somebody else
    line.folder.write("letter.zip", asText(xdm({{letter}})));
    const json item = line.done("S01", {"import", line.path("letter.zip")}).at("items").at(0);
    REQUIRE(desk.doubts().size() == 1);
    line.done("S01", {"doubts", "merge", item.at("record"), item.at("person")});
    REQUIRE(desk.doubts().empty());
    CHECK(line.done("S01", {"import", line.path("letter.zip")}).at("duplicates") == 1);
    CHECK(desk.doubts().empty());
    // Taken back, it is in doubt, however often it comes.
    line.done("S01", {"doubts", "unmerge", item.at("record")});
    CHECK(line.done("S01", {"import", line.path("letter.zip")}).at("duplicates") == 1);
    CHECK(desk.doubts().size() == 1);
}
