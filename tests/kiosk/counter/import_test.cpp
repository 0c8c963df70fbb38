// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in: documents of every kind, hostile files, and the published examples where they are.
#include "kiosk/counter/import.h"

#include "base/files.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/xdm_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

namespace {

/// By the name of the file: "imported", or why it was rejected.
std::map<std::string, std::string> outcomes(const json &result) {
    std::map<std::string, std::string> found;
    for (const json &item : result.at("items")) {
        const std::string name = std::filesystem::path(item.at("path").get<std::string>()).filename();
        found[name] =
            item.at("reason").is_null() ? item.at("outcome").get<std::string>() : item.at("reason").get<std::string>();
    }
    return found;
}

} // namespace

TEST_CASE("no hostile or broken file stops the others, and each is named with its reason") {
    CommandLine line;
    line.makeDemo(1);
    const std::filesystem::path folder = line.folder / "in";
    const auto write = [&](const std::string &name, const std::string &text) { line.folder.write("in/" + name, text); };
    write("a-good.xml", prescription().build());
    write("b-empty.xml", "");
    write("c-binary.xml", std::string("\x00\x01\xff\xfe\x00", 5));
    write("d-truncated.xml", prescription().build().substr(0, 800));
    write("e-bomb.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n" +
                            prescription().build().substr(prescription().build().find("<Clin")));
    write("f-external.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ClinicalDocument "
                            "xmlns=\"urn:hl7-org:v3\">&a;</ClinicalDocument>");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    write("g-deep.xml", deep);
    write("h-letter.xml", "<letter>Bonjour</letter>");
    write("i-archive.zip", std::string("PK\x03\x04") + "rest");
    write("j-utf16.xml", toUtf16(certificate().build(), false));
    write("k-crash.xml", "<?guichet-test crash?>");
    CdaBuilder live = certificate();
    live.person.insRoot = kLiveIns;
    live.setId = "1.2.250.1.999.7";
    write("l-live.xml", live.build());
    write("m/nested.xml", dischargeLetter().build());
    std::filesystem::create_directory_symlink(folder, folder / "n-loop");
    std::filesystem::create_symlink("nowhere", folder / "o-dangling.xml");
    {
        const std::string large = (folder / "p-large.xml").string();
        std::ofstream(large) << "<x/>";
        REQUIRE(::truncate(large.c_str(), 200'000'000) == 0);
    }
    REQUIRE(::mkfifo((folder / "q-pipe.xml").c_str(), 0600) == 0);
    write("z-good.xml", reimbursements().build());

    const Said said = line.call("S01", {"import", folder.string()});
    INFO(said.out);
    CHECK(said.status == 5);
    CHECK(!said.json.contains("error"));
    CHECK(outcomes(said.json) == std::map<std::string, std::string>{{"a-good.xml", "imported"},
                                                                    {"b-empty.xml", "not-xml"},
                                                                    {"c-binary.xml", "not-xml"},
                                                                    {"d-truncated.xml", "not-xml"},
                                                                    {"e-bomb.xml", "not-cda"},
                                                                    {"f-external.xml", "not-cda"},
                                                                    {"g-deep.xml", "too-deep"},
                                                                    {"h-letter.xml", "not-cda"},
                                                                    {"i-archive.zip", "bad-archive"},
                                                                    {"j-utf16.xml", "imported"},
                                                                    {"k-crash.xml", "unreadable"},
                                                                    {"l-live.xml", "live-identity-in-demo"},
                                                                    {"nested.xml", "imported"},
                                                                    {"o-dangling.xml", "unreadable"},
                                                                    {"p-large.xml", "too-large"},
                                                                    {"q-pipe.xml", "unreadable"},
                                                                    {"z-good.xml", "imported"}});
    CHECK(said.json.at("imported") == 4);
    CHECK(said.json.at("rejected") == 13);
    CHECK(said.json.at("persons") == 1);
    CHECK(line.done("S01", {"check"}).at("ok") == true);

    // Where the reader has no test files (an installed build), a crash file is just not XML.
    const Said text = line.words({"--store", line.store(), "--agent", "S01", "import", folder.string()});
    CHECK(text.status == 5);
    CHECK(text.err.starts_with("guichet: "));
}

TEST_CASE("a document comes in once; a newer version replaces, an older or equal one is marked") {
    CommandLine line;
    line.makeDemo(1);
    const auto import = [&](const CdaBuilder &document) {
        const std::string file = line.folder.write("one.xml", document.build()).string();
        return line.done("S01", {"import", file}).at("items").at(0);
    };
    CdaBuilder letter = dischargeLetter();
    const json first = import(letter);
    CHECK(first.at("outcome") == "imported");
    const json again = import(letter);
    CHECK(again.at("outcome") == "duplicate");
    CHECK(again.at("record") == first.at("record"));
    letter.version = 2;
    CHECK(import(letter).at("outcome") == "replaced");
    letter.title = "Lettre corrigée";
    CHECK(import(letter).at("outcome") == "imported");
    letter.version = 1;
    CHECK(import(letter).at("outcome") == "imported");
    std::multiset<std::string> states;
    const json records = line.done("A01", {"record", "list", "--person", first.at("person")}).at("records");
    for (const json &record : records) {
        states.insert(record.at("state").get<std::string>());
    }
    CHECK(states == std::multiset<std::string>{"superseded", "superseded", "current", "same-version"});
}

TEST_CASE("files that are read ahead come in in their order, and the same bytes twice are one record") {
    CommandLine line;
    line.makeDemo(1);
    const auto folder = line.folder / "folder";
    std::filesystem::create_directory(folder);
    const CdaBuilder letter = dischargeLetter();
    std::ofstream(folder / "a.xml") << letter.build();
    std::ofstream(folder / "b.xml") << letter.build();
    std::ofstream(folder / "c.xml") << "not a document";
    std::ofstream(folder / "d.xml") << laboratoryResult().build();
    const json result = line.call("S01", {"import", folder.string()}).json;
    std::vector<std::string> said;
    for (const json &item : result.at("items")) {
        said.push_back(std::filesystem::path(item.at("path").get<std::string>()).filename().string() + " " +
                       item.at("outcome").get<std::string>());
    }
    CHECK(said == std::vector<std::string>{"a.xml imported", "b.xml duplicate", "c.xml rejected", "d.xml imported"});
    CHECK(result.at("items").at(1).at("record") == result.at("items").at(0).at("record"));
    CHECK(result.at("imported") == 2);
}

TEST_CASE("whose number it is decides: test numbers in a demo store, several are said, other roots are kept") {
    CommandLine line;
    line.makeDemo(1);
    const auto import = [&](const CdaBuilder &document) {
        const std::string file = line.folder.write("one.xml", document.build()).string();
        return line.call("S01", {"import", file}).json.at("items").at(0);
    };
    CdaBuilder both = certificate();
    both.person.otherIds = {{std::string(kLiveIns), testNir(2, 41, 4, 8)}};
    const json two = import(both);
    CHECK(two.at("outcome") == "imported");
    CHECK(two.at("warnings").dump().find("several-identifiers") != std::string::npos);

    CdaBuilder own = certificate();
    own.person.ins.clear();
    own.person.otherIds = {{"1.2.250.1.999.9", "12345"}};
    own.setId = "1.2.250.1.999.8";
    const json other = import(own);
    INFO(other.dump());
    CHECK(other.at("outcome") == "imported");
    CHECK(other.at("warnings").dump().find("no-ins") != std::string::npos);
}

TEST_CASE("paths come on standard input too, and a folder is entered once") {
    CommandLine line;
    line.makeDemo(1);
    const std::string file = line.folder.write("given/one.xml", certificate().build()).string();
    const Said said = line.call("S01", {"import", "-"}, file + "\n\n" + line.path("missing.xml") + "\n");
    CHECK(said.status == 5);
    CHECK(outcomes(said.json) ==
          std::map<std::string, std::string>{{"one.xml", "imported"}, {"missing.xml", "unreadable"}});

    std::filesystem::create_directory_symlink(line.folder / "given", line.folder / "given/again");
    const kiosk::FoundFiles found = kiosk::findFiles({line.folder / "given", line.folder / "given"});
    CHECK(found.files.size() == 1);
    CHECK(found.unreadable.empty());
}

TEST_CASE("the published examples come in once, and a demo store takes no real number") {
    const char *given = std::getenv("GUICHET_SAMPLES");
    given = given != nullptr ? given : std::getenv("GUICHET_SAMPLES_BESIDE");
    if (given == nullptr || !std::filesystem::is_directory(given)) {
        SKIP("the published examples are not here: " << (given == nullptr ? "GUICHET_SAMPLES is not set" : given));
    }
    CommandLine line;
    line.makeDemo(1);
    const Said first = line.call("S01", {"import", given});
    int refused = 0;
    for (const json &item : first.json.at("items")) {
        INFO(item.dump());
        const bool live = item.at("reason") == "live-identity-in-demo";
        CHECK((item.at("outcome") == "imported" || live));
        refused += live ? 1 : 0;
    }
    CHECK(first.json.at("files") == 28);
    CHECK(first.status == (refused > 0 ? 5 : 0));
    const Said second = line.call("S01", {"import", given});
    CHECK(second.json.at("imported") == 0);
    CHECK(second.json.at("replaced") == 0);
    CHECK(second.json.at("duplicates") == 28 - refused);
}

namespace {

std::string textOf(const Bytes &bytes) { return std::string(asText(bytes)); }

/// A side file about the person of the CDA builder.
std::string sideFile(const std::string &more = "") {
    return R"({"ins": ")" + CdaPerson().ins + R"(", "birth_name": "MOULIN", "given_names": "Odile Rose", )" +
           R"("born": "1941-04-03", "sex": "F", "title": "Radio du poignet", "category": "result", )" +
           R"("date": "2026-03-12", "author": "Dr Lenoir", "organisation": "Imagerie des Tilleuls")" + more + "}";
}

} // namespace

TEST_CASE("a PDF comes in with its side file, prints with what it says, and is there once") {
    CommandLine line;
    line.makeDemo(1);
    line.folder.write("in/radio.pdf", textOf(smallPdf(2)));
    line.folder.write("in/radio.json", sideFile());
    line.folder.write("in/alone.PDF", textOf(smallPdf(1)));
    line.folder.write("in/broken.pdf", textOf(smallPdf(1)));
    line.folder.write("in/broken.json", "{\"ins\": ");
    const Said said = line.call("S01", {"import", line.path("in")});
    INFO(said.out);
    CHECK(outcomes(said.json) == std::map<std::string, std::string>{{"alone.PDF", "no-person"},
                                                                    {"broken.pdf", "unreadable"},
                                                                    {"radio.pdf", "imported"}});
    const json item = said.json.at("items").back();
    CHECK(item.at("title") == "Radio du poignet");
    CHECK(item.at("category") == "result");
    CHECK(item.at("date") == "2026-03-12");
    CHECK(item.at("warnings").empty());

    // Said again, by either of its two names; or with other words.
    CHECK(line.done("S01", {"import", line.path("in/radio.json")}).at("items").at(0).at("outcome") == "duplicate");
    line.folder.write("in/radio.json", sideFile(R"(, "language": "fr-FR")"));
    const json again = line.done("S01", {"import", line.path("in/radio.json"), line.path("in/radio.pdf")});
    REQUIRE(again.at("items").size() == 1);
    CHECK(again.at("items").at(0).at("outcome") == "duplicate");
    CHECK(again.at("items").at(0).at("record") == item.at("record"));

    const std::string person = item.at("person").get<std::string>();
    const json record = line.done("A01", {"record", "list", "--person", person}).at("records").at(0);
    CHECK(record.at("author") == "Dr Lenoir");
    CHECK(record.at("organisation") == "Imagerie des Tilleuls");
    CHECK(record.at("media_type") == "application/pdf");
    line.done("A01", {"print", "--person", person, "--all", "--output", line.path("paper.pdf")});
    const Bytes paper = must(readFile(line.path("paper.pdf"), 1 << 24));
    const std::string text = pdfText(paper);
    for (const char *words : {"Radio du poignet", "Dr Lenoir", "Imagerie des Tilleuls", "MOULIN", "page 1", "page 2"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    line.done("A01", {"record", "export", item.at("record"), "--output", line.path("again.pdf")});
    CHECK(must(readFile(line.path("again.pdf"), 1 << 24)) == smallPdf(2));
}

TEST_CASE("an archive comes in document by document, each named by its place in it") {
    CommandLine line;
    line.makeDemo(1);
    XdmDocument changed = xdmPdf();
    changed.file = "DOC00003.PDF";
    changed.hash = std::string(40, 'a');
    XdmDocument others = xdmPdf();
    others.person.ins = testNir(1, 52, 7, 9);
    others.person.birthName = "SERRES";
    others.person.usedName = "";
    others.person.born = "19520701";
    others.person.sex = "M";
    const std::string file = line.folder.write("envoi.zip", textOf(xdm({{xdmLetter(), xdmPdf(), changed}, {others}})));
    const Said said = line.call("S01", {"import", file});
    INFO(said.out);
    CHECK(said.status == 5);
    std::vector<std::string> found;
    for (const json &item : said.json.at("items")) {
        const std::string path = item.at("path").get<std::string>();
        REQUIRE(path.starts_with(file + "#IHE_XDM/SUBSET0"));
        found.push_back(path.substr(path.rfind('/') + 1) + " " +
                        (item.at("reason").is_null() ? item.at("outcome") : item.at("reason")).get<std::string>());
    }
    CHECK(found == std::vector<std::string>{"DOC00001.XML imported", "DOC00002.PDF imported",
                                            "DOC00003.PDF hash-mismatch", "DOC00002.PDF imported"});
    // The same scan of two people is two records, and nobody is shown the other's.
    CHECK(said.json.at("items").at(1).at("person") != said.json.at("items").at(3).at("person"));
    CHECK(said.json.at("persons") == 2);
    const Said again = line.call("S01", {"import", file});
    CHECK(again.json.at("duplicates") == 3);
    CHECK(again.json.at("imported") == 0);
    CHECK(line.done("S01", {"check"}).at("ok") == true);
}

TEST_CASE("an archive's marks hide what it brings, and what was there before") {
    CommandLine line;
    line.makeDemo(1);
    line.folder.write("letter.xml", xdmLetter().bytes);
    const json item = line.done("S01", {"import", line.path("letter.xml")}).at("items").at(0);
    XdmDocument hidden = xdmLetter();
    hidden.marks = {"INVISIBLE_PATIENT"};
    line.folder.write("hidden.zip", textOf(xdm({{hidden}})));
    CHECK(line.done("S01", {"import", line.path("hidden.zip")}).at("items").at(0).at("outcome") == "duplicate");
    const auto visibility = [&] {
        return line.done("S01", {"record", "list", "--person", item.at("person")}).at("records").at(0).at("visibility");
    };
    CHECK(visibility() == "hidden-from-person");
    // A copy without the mark does not lift it.
    line.folder.write("again.zip", textOf(xdm({{xdmLetter()}})));
    CHECK(line.done("S01", {"import", line.path("again.zip")}).at("duplicates") == 1);
    CHECK(visibility() == "hidden-from-person");
    CHECK(line.call("A01", {"print", "--person", item.at("person"), "--all", "--output", line.path("p.pdf")}).status ==
          4);
}

TEST_CASE("a document whose envelope names somebody else is in doubt") {
    CommandLine line;
    line.makeDemo(1);
    XdmDocument letter = xdmLetter();
    letter.person.ins = testNir(1, 60, 1, 3);
    line.folder.write("letter.zip", textOf(xdm({{letter}})));
    const json item = line.done("S01", {"import", line.path("letter.zip")}).at("items").at(0);
    CHECK(item.at("warnings") == json::array({"identity-differs"}));
    const auto state = [&](const json &of) {
        return line.done("S01", {"record", "list", "--person", of.at("person")}).at("records").at(0).at("state");
    };
    CHECK(state(item) == "doubtful");
    // One that came by itself first is in doubt from then on.
    line.folder.write("result.xml", laboratoryResult().build());
    const json first = line.done("S01", {"import", line.path("result.xml")}).at("items").at(0);
    XdmDocument result = xdmLetter();
    result.bytes = laboratoryResult().build();
    result.person.ins = testNir(1, 60, 1, 3);
    line.folder.write("result.zip", textOf(xdm({{result}})));
    CHECK(line.done("S01", {"import", line.path("result.zip")}).at("duplicates") == 1);
    const json records = line.done("S01", {"record", "list", "--person", first.at("person")}).at("records");
    for (const json &record : records) {
        CHECK(record.at("state") == "doubtful");
    }
}

TEST_CASE("a document with a number alone, which several people have, is in doubt") {
    CommandLine line;
    line.makeDemo(1);
    const std::string number = CdaPerson().ins;
    line.done("A01", {"person", "add", "--birth-name", "MOULIN", "--given-names", "Odile", "--born", "1941-04-03",
                      "--nir", number});
    line.done("A01", {"person", "add", "--birth-name", "SERRES", "--given-names", "Zoé", "--born", "2019-07-12",
                      "--nir", number});
    line.folder.write("in.pdf", textOf(smallPdf()));
    line.folder.write("in.json", R"({"ins": ")" + number + "\"}");
    const json item = line.done("S01", {"import", line.path("in.pdf")}).at("items").at(0);
    CHECK(item.at("warnings").dump().find("identity-differs") != std::string::npos);
    CHECK(line.done("S01", {"record", "list", "--person", item.at("person")}).at("records").at(0).at("state") ==
          "doubtful");
}

TEST_CASE("a described document about somebody of other traits is in doubt") {
    CommandLine line;
    line.makeDemo(1);
    line.done("A01", {"person", "add", "--birth-name", "DURAND", "--given-names", "Jean", "--born", "1941-04-03",
                      "--nir", CdaPerson().ins});
    line.folder.write("in.pdf", textOf(smallPdf()));
    line.folder.write("in.json", sideFile());
    const json item = line.done("S01", {"import", line.path("in.pdf")}).at("items").at(0);
    CHECK(line.done("S01", {"record", "list", "--person", item.at("person")}).at("records").at(0).at("state") ==
          "doubtful");
}

TEST_CASE("whoever is known by a number alone gets their name from the next document") {
    CommandLine line;
    line.makeDemo(1);
    line.folder.write("in.pdf", textOf(smallPdf()));
    line.folder.write("in.json", R"({"ins": ")" + CdaPerson().ins + "\"}");
    const json item = line.done("S01", {"import", line.path("in.pdf")}).at("items").at(0);
    CHECK(item.at("outcome") == "imported");
    CHECK(item.at("warnings") == json::array({"unknown-code", "no-date"}));
    line.folder.write("letter.xml", dischargeLetter().build());
    CHECK(line.done("S01", {"import", line.path("letter.xml")}).at("items").at(0).at("person") == item.at("person"));
    const json person = line.done("A01", {"person", "show", item.at("person")});
    CHECK(person.at("birth_name") == "MOULIN");
    CHECK(line.done("A01", {"person", "find", "--born", "1941-04-03", "--name", "MOU"}).at("persons").size() == 1);
}
