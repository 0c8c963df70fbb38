// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in: documents of every kind, hostile files, and the published examples where they are.
#include "kiosk/counter/import.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/cda_builder.h"

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
                                                                    {"i-archive.zip", "unsupported-media"},
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
