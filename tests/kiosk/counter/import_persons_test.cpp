// SPDX-License-Identifier: GPL-3.0-or-later
// The agency's list of insured people.
#include "base/text.h"
#include "kiosk/counter/import_people.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/kiosk/counter/command_line.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <map>
#include <sstream>

using namespace guichet;
using namespace guichet::test;
using Json = nlohmann::json;

namespace {

constexpr const char *kRoot = "1.2.250.1.213.1.4.10";
constexpr const char *kHead = "born,birth_name,given_names,ins,ins_root,sex,rank,phone,address\n";

Said take(const CommandLine &line, const std::string &list) {
    return line.call("S01", {"import-persons", line.folder.write("list.csv", list).string()});
}

std::map<int, std::string> reasons(const Json &result) {
    std::map<int, std::string> found;
    for (const Json &item : result.at("items")) {
        if (item.at("reason").is_string()) {
            found[item.at("line").get<int>()] = item.at("reason").get<std::string>();
        }
    }
    return found;
}

Json person(const CommandLine &line, const std::string &name, const std::string &born) {
    const Json found = line.done("A01", {"person", "find", "--name", name, "--born", born}).at("persons");
    REQUIRE(found.size() == 1);
    return line.done("A01", {"person", "show", found[0].at("id").get<std::string>()});
}

} // namespace

TEST_CASE("a bad row of the list is named by its line and left out, and the others go in") {
    CommandLine line;
    line.makeDemo(1);
    const Said said = take(line, std::string("\xEF\xBB\xBF") + kHead +
                                     "1941-04-03,QUIBON,Jeanne Marie,,,F,1,,\"1 rue X\n81990 EXEMPLEVILLE\"\n" // 2, 3
                                     "1950,QUIBON,Paul,,,,,,\n"                                                // 4
                                     "hier,QUI,B,,,,,,\n"                                                      // 5
                                     "2090-01-01,QUI,B,,,,,,\n"                                                // 6
                                     ",QUI,B,,,,,,\n"                                                          // 7
                                     "1950-01-01,,B,,,,,,\n"                                                   // 8
                                     "1950-01-01,QUI,B,123,,,,,\n"                                             // 9
                                     "1950-01-01,QUI,B,279035121518988,,,,,\n"                                 // 10
                                     "1950-01-01,QUI,B,279035121518989,1.2.250.1.213.1.4.8,,,,\n"              // 11
                                     "1950-01-01,QUI,B,279035121518989,1.2.3,,,,\n"                            // 12
                                     "1950-01-01,QUI,B,,,X,,,\n"                                               // 13
                                     "1950-01-01,QUI,B,,,,25,,\n"                                              // 14
                                     "1950-01-01,QUI,B\n"                                                      // 15
                                     "1950-01-01,\"QUI,B,,,,,,\n"                                              // 16
                                     "1950-01-01,QUI\xE9,B,,,,,,\n"                                            // 17
                                     "1950-01-01,QUI\x07,B,,,,,,\n"                                            // 18
                                     "1951-02-03,QUIBON,Last,,,,,,\n");                                        // 19
    CHECK(said.status == 5);
    CHECK(said.json.at("rows") == 17);
    CHECK(said.json.at("added") == 3);
    CHECK(said.json.at("rejected") == 14);
    CHECK(reasons(said.json) == std::map<int, std::string>{{5, "bad-date"},
                                                           {6, "future-date"},
                                                           {7, "missing-field"},
                                                           {8, "missing-field"},
                                                           {9, "nir-length"},
                                                           {10, "nir-key"},
                                                           {11, "live-identity-in-demo"},
                                                           {12, "bad-value"},
                                                           {13, "bad-value"},
                                                           {14, "bad-value"},
                                                           {15, "bad-row"},
                                                           {16, "bad-row"},
                                                           {17, "bad-row"},
                                                           {18, "bad-value"}});
    CHECK(person(line, "QUI", "1941-04-03").at("given_names") == "Jeanne Marie");
    // To people it says the same, without what stands in the row.
    const Said text = line.words({"--store", line.store(), "--agent", "S01", "import-persons", line.path("list.csv")});
    CHECK(text.out.find("ligne 5, colonne born : ") != std::string::npos);
    CHECK(text.out.find("« hier") == std::string::npos);
}

TEST_CASE("a list that is taken again changes nothing, and what it changes is counted") {
    CommandLine line;
    line.makeDemo(1);
    const std::string first = std::string(kHead) + "1979-03-28,QUIBON,ANNE,279035121518989," + kRoot +
                              ",F,1,,1 rue X\n1980-01-01,QUIDAM,LUC,,,M,,,\n1950,QUIDAM,JO,,,M,,,\n";
    CHECK(take(line, first).json.at("added") == 3);
    const Json again = take(line, first).json;
    CHECK(again.at("unchanged") == 3);
    CHECK(again.at("added") == 0);
    const Json moved = take(line, replaceAll(first, "1 rue X", "2 rue Y")).json;
    CHECK(moved.at("changed") == 1);
    CHECK(moved.at("unchanged") == 2);
}

TEST_CASE("columns may stand in any order, between semicolons too, and unknown ones are named") {
    CommandLine line;
    line.makeDemo(1);
    const Said said =
        take(line, "Given_Names;number of dogs;BORN;birth_name\r\n\"Zoé; dite Zaza\";2;1960-05-04;QUIBON\r\n");
    CHECK(said.status == 0);
    CHECK(said.json.at("added") == 1);
    CHECK(said.json.at("ignored_columns") == Json{"number of dogs"});
    CHECK(person(line, "QUI", "1960-05-04").at("given_names") == "Zoé; dite Zaza");
}

TEST_CASE("of a date of birth with a month or a day that do not exist, what is known is kept") {
    CommandLine line;
    line.makeDemo(1);
    const auto [written, known] = GENERATE(table<const char *, const char *>({
        {"1942-00-00", "1942"},
        {"1942-31-00", "1942"},
        {"1942-05-00", "1942-05"},
        {"1942-05", "1942-05"},
        {"1942", "1942"},
    }));
    INFO(written);
    CHECK(take(line, kHead + std::string(written) + ",QUIBON,ANNE,,,,,,\n").json.at("added") == 1);
    CHECK(person(line, "QUI", "1942").at("born") == known);
    CHECK(take(line, kHead + std::string("1942-02-31,QUIBON,ANNE,,,,,,\n")).json.at("rejected") == 1);
}

TEST_CASE("a list without a column that must be there, or with one twice, is refused before anything is taken") {
    CommandLine line;
    line.makeDemo(1);
    const auto [list, code] = GENERATE(table<const char *, const char *>({
        {"birth_name,given_names\nA,B\n", "missing-field"},
        {"born,born,birth_name,given_names\n1950,1950,A,B\n", "bad-value"},
        {"\"never closed\n", "bad-row"},
        {"", "missing-field"},
    }));
    INFO(list);
    const Said said = take(line, list);
    CHECK(said.status == 2);
    CHECK(said.error() == code);
    CHECK(line.call("S01", {"import-persons", line.path("none.csv")}).error() == "file-not-found");
}

TEST_CASE("telephone and e-mail of the list are kept only where a setting asks for them") {
    CommandLine line;
    line.makeDemo(1);
    const std::string list = std::string(kHead) + "1979-03-28,QUIBON,ANNE,,,F,1,0563000000,\n";
    CHECK(take(line, list).json.at("added") == 1);
    CHECK(take(line, list).json.at("unchanged") == 1);
    static_cast<void>(line.done("D01", {"settings", "set", "import-contact=yes"}));
    CHECK(take(line, list).json.at("changed") == 1);
}

TEST_CASE("of a number that two people of the list share the second is in doubt, and said to be") {
    CommandLine line;
    line.makeDemo(1);
    const std::string number = std::string(",279035121518989,") + kRoot;
    const Said said =
        take(line, kHead + ("1979-03-28,QUIBON,ANNE" + number + ",F,1,,\n2004-05-06,QUIBON,LÉA" + number) + ",F,2,,\n");
    CHECK(said.status == 0);
    CHECK(said.json.at("added") == 2);
    REQUIRE(said.json.at("items").size() == 1);
    CHECK(said.json.at("items")[0].at("line") == 3);
    CHECK(said.json.at("items")[0].at("outcome") == "added");
    CHECK(said.json.at("items")[0].at("warnings") == Json{"identity-differs"});
}

TEST_CASE("two stray quotes hide no rows between them") {
    CommandLine line;
    line.makeDemo(1);
    const std::string column = GENERATE("address", "birth_place");
    const Said said =
        take(line, "birth_name,given_names,born," + column +
                       "\nAAA,UN,1950-01-01,\"1 rue X\nBBB,DEUX,1951-01-01,2 rue Y\nCCC,TROIS,1952-01-01,3 "
                       "rue Z\"\nDDD,QUATRE,1953-01-01,4 rue W\n");
    INFO(said.out);
    CHECK(said.status == 5);
    CHECK(said.json.at("added") == 2); // DEUX and QUATRE: lines 2 and 4 have the quotes
    CHECK(reasons(said.json).size() == 2);
    CHECK(reasons(said.json).contains(2));
    CHECK(reasons(said.json).contains(4));
}

TEST_CASE("two people of one name and birthday without a number are two, and the second is to be checked") {
    CommandLine line;
    line.makeDemo(1);
    const auto [one, other] = GENERATE(table<const char *, const char *>({
        {"1950-01-01,PARIS,1 rue A", "1950-01-01,LYON,2 rue B"}, // born elsewhere
        {"1950-01-01,,1 rue A", "1950-01-01,,2 rue B"},          // or it is not known
        {"1960,,1 rue A", "1960,,2 rue B"},
        {"unknown,,1 rue A", "unknown,,2 rue B"},
    }));
    INFO(one);
    const std::string list = std::string("birth_name,given_names,sex,born,birth_place,address\nQUIBON,JEAN,M,") + one +
                             "\nQUIBON,JEAN,M," + other + "\n";
    const Said said = take(line, list);
    CHECK(said.json.at("added") == 2);
    CHECK(said.json.at("items").size() == (std::string(one).starts_with("1950") ? 1 : 0));
    CHECK(take(line, list).json.at("unchanged") == 2);
}

TEST_CASE("what stands around or instead of a name is none, and what is passed over is not checked") {
    CommandLine line;
    line.makeDemo(1);
    const Said said = take(line, std::string(kHead) + "\"1950-01-02 \",\" QUIBON  \",ANNE,,,,,\"05\n06\",\n" // 2, 3
                                                      "1950-01-01,\" \",B,,,,,,\n"                           // 4
                                                      "1950-01-01,-,B,,,,,,\n");                             // 5
    CHECK(reasons(said.json) == std::map<int, std::string>{{4, "missing-field"}, {5, "missing-field"}});
    CHECK(person(line, "QUI", "1950-01-02").at("birth_name") == "QUIBON");
}

TEST_CASE("the list comes from standard input too") {
    CommandLine line;
    line.makeDemo(1);
    const Said said = line.call("S01", {"import-persons", "-"}, std::string(kHead) + "1960-05-04,QUIBON,ANNE,,,,,,\n");
    CHECK(said.json.at("added") == 1);
}

TEST_CASE("a list that is stopped on the way leaves the store as it was") {
    ActFixture fixture;
    kiosk::Desk &desk = fixture.as(storage::Role::Supervisor, "S01");
    const auto before = fixture.store.people().count();
    std::string list = kHead;
    for (int i = 0; i < 10'000; ++i) {
        list += std::to_string(1900 + i % 120) + "-05-04,QUIBON,NO" + std::to_string(i) + ",,,,,,\n";
    }
    std::istringstream in(list);
    std::size_t seen = 0;
    kiosk::PeopleWatch watch;
    watch.rowsAtOnce = 1000; // some were written when it is stopped
    watch.progress = [&](std::size_t bytes) { seen = bytes; };
    watch.stop = [&] { return seen > 0; };
    const auto report = kiosk::importPeople(desk, in, watch);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::StoppedUndone);
    CHECK(seen < list.size());
    CHECK(fixture.store.people().count() == before);
    CHECK(kiosk::importPeople(fixture.as(storage::Role::Agent, "A01"), in).error().code == ErrorCode::NotAllowed);
}
