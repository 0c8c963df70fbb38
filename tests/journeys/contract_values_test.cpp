// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts get for each value that is wrong or missing: the exit status and the code, and nothing changed.
#include "tests/journeys/station.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

struct ValueRow {
    std::string_view agent;
    std::vector<std::string> words; ///< "{person}", "{out}" and "{folder}" stand for those of this store
    int status;
    std::string_view code; ///< of the error; "" for none
    std::string_view input = {};
};

/// Runs each row, and says of which one a check fails.
void checkRows(Station &station, const std::string &person, const std::vector<ValueRow> &rows) {
    for (const ValueRow &row : rows) {
        std::vector<std::string> words = row.words;
        std::string shown(row.agent);
        for (std::string &word : words) {
            for (const auto &[name, value] : {std::pair{std::string("{person}"), person},
                                              {"{out}", station.path("out.pdf")},
                                              {"{folder}", station.folder().path().string()}}) {
                if (const std::size_t at = word.find(name); at != std::string::npos) {
                    word.replace(at, name.size(), value);
                }
            }
            shown += ' ' + word.substr(0, 80);
        }
        const Answer answer = station.call(row.agent, words, row.input);
        INFO(shown << "\n" << answer.json.dump().substr(0, 500));
        CHECK(answer.status == row.status);
        CHECK(answer.error() == row.code);
        CHECK(answer.json.is_object());
    }
}

} // namespace

TEST_CASE("a number is checked in the order length, format, key, and one that nobody has is nobody", "[journey]") {
    Station station;
    station.makeDemo(2);
    const auto nir = [](std::string number) { return std::vector<std::string>{"person", "find", "--nir", number}; };
    checkRows(station, {},
              {{"A01", nir(""), 2, "nir-length"},
               {"A01", nir("2 84 05 88 321 30"), 2, "nir-length"},
               {"A01", nir("28405883210253"), 2, "nir-length"},
               {"A01", nir("8 84 05 88 321 025 23"), 2, "nir-format"},
               {"A01", nir("2 84 13 88 321 025"), 2, "nir-format"},
               {"A01", nir("711231234567812"), 2, "nir-format"},
               {"A01", nir("2 55 08 14 168 025 00"), 2, "nir-key"},
               {"A01", nir("2 55 08 14 168 025 38"), 4, "nobody"},
               {"A01", nir("2550814168025"), 4, "nobody"},
               {"A01", nir("2 84 05 2a 321 025 52"), 4, "nobody"},
               {"A01", nir("2 84 05 2B 321 025 79"), 4, "nobody"},
               {"A01", nir("2 84 20 2B 321 025 28"), 4, "nobody"},
               {"A01", nir("2 84 99 2B 321 025 31"), 4, "nobody"},
               {"A01", nir("7112312345678"), 4, "nobody"},
               {"A01", nir("7012312345678"), 4, "nobody"},
               {"A01", nir("5112312345678"), 4, "nobody"},
               {"A01", nir("-"), 4, "nobody", "2 55 08 14 168 025 38\n"},
               {"A01", nir("-"), 2, "nir-key", "2 55 08 14 168 025 39\n"},
               {"A01", nir("-"), 2, "nir-length"}});
}

TEST_CASE("a search needs a number, or a date of birth with at most three letters", "[journey]") {
    Station station;
    station.makeDemo(2);
    checkRows(station, {},
              {{"A01", {"person", "find"}, 2, "no-search"},
               {"A01", {"person", "find", "--name", "abc"}, 2, "name-alone"},
               {"A01", {"person", "find", "--born", "1984-04-03", "--name", "abcd"}, 2, "name-too-long"},
               {"A01", {"person", "find", "--born", "1984-02-31"}, 2, "bad-date"},
               {"A01", {"person", "find", "--born", "1984-04-03", "--name", "zzz"}, 4, "nobody"},
               // Another option is no value: this is not a date called `--json`.
               {"A01", {"person", "find", "--born"}, 2, "usage"},
               {"A01", {"person", "find", "--bor", "1984-04-03"}, 2, "unknown-option"}});

    station.done(
        "A01", {"person", "add", "--birth-name", "ÉPÉE-du Bois", "--given-names", "Jean Noël", "--born", "1950-01-02"});
    for (const char *letters : {"epe", "É P", "é-p", "e'p", "jea", "NOË", "épé"}) {
        INFO(letters);
        const json found = station.done("A01", {"person", "find", "--born", "1950-01-02", "--name", letters});
        checkKeys(found.at("persons").at(0),
                  {"id", "nir", "birth_name", "used_name", "given_names", "born", "birth_place", "sex", "match"});
        // The person's own page has the same keys, and more.
        const json page = station.done("A01", {"person", "show", found.at("persons").at(0).at("id")});
        for (const auto &[key, value] : found.at("persons").at(0).items()) {
            INFO(key);
            CHECK(page.value(key, json("missing")) == value);
        }
        checkKeys(page, {"records", "optouts", "requests", "contact"});
    }
    checkRows(station, {}, {{"A01", {"person", "find", "--born", "1950-01-02", "--name", "duB"}, 4, "nobody"}});
}

TEST_CASE("each wrong value has its status and its code", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const std::string none = "00000000000000000000000000";
    const auto entries = [&] { return station.done("S01", {"register", "checkpoint"}).at("entries").get<int>(); };
    const int before = entries();
    checkRows(
        station, person,
        {
            {"A01", {"person", "show", none}, 4, "nobody"},
            {"A01",
             {"person", "add", "--birth-name", " ", "--given-names", "B", "--born", "unknown"},
             2,
             "missing-field"},
            {"A01",
             {"person", "add", "--birth-name", "A", "--given-names", "B", "--born", "1984-02-31"},
             2,
             "bad-date"},
            {"A01",
             {"person", "add", "--birth-name", "A\nB", "--given-names", "B", "--born", "unknown"},
             2,
             "bad-value"},
            {"A01",
             {"person", "add", "--birth-name", "\xff", "--given-names", "B", "--born", "unknown"},
             2,
             "bad-value"},
            {"A01",
             {"person", "add", "--birth-name", "A", "--given-names", "B", "--born", "unknown", "--sex", "X"},
             2,
             "bad-value"},
            {"A01", {"record", "list", "--person", none}, 4, "nobody"},
            {"A01", {"record", "list", "--person", "{person}", "--category", "x"}, 2, "bad-value"},
            {"A01", {"record", "export", none, "--output", "{out}"}, 4, "nothing"},
            {"A01", {"print", "--person", none, "--all", "--output", "{out}"}, 4, "nobody"},
            {"A01", {"print", "--person", "{person}", "--output", "{out}"}, 2, "missing-option"},
            {"A01", {"print", "--person", "{person}", "--record", none, "--output", "{out}"}, 4, "nothing"},
            {"A01",
             {"print", "--person", "{person}", "--category", "reimbursement", "--output", "{out}"},
             4,
             "nothing"},
            {"A01", {"print", "--person", "{person}", "--all", "--by", "friend", "--output", "{out}"}, 2, "bad-value"},
            {"A01", {"print", "--person", "{person}", "--all", "--copies", "0"}, 2, "bad-value"},
            {"A01",
             {"print", "--person", "{person}", "--all", "--layout", "tiny", "--output", "{out}"},
             2,
             "bad-value"},
            {"A01", {"print", "--person", "{person}", "--all", "--output", "{folder}/none/x.pdf"}, 1, "folder-missing"},
            {"A01", {"print", "--person", "{person}", "--all", "--output", "{folder}"}, 1, "file-unwritable"},
            {"A01", {"print", "--person", "{person}", "--all", "--output", "/dev/null"}, 1, "file-unwritable"},
            {"A01", {"print", "--person", "{person}", "--all", "--output", "/dev/stdout"}, 1, "file-unwritable"},
            {"A01", {"print", "--person", "{person}", "--all", "--output", ""}, 1, "file-unwritable"},
            {"A01", {"job", "cancel", none}, 4, "nothing"},
            {"A01", {"job", "handed", none, "--sheets", "-1"}, 2, "bad-value"},
            // Without CUPS nobody can say whether there is such a printer, whoever asks.
            {"D01", {"printer", "add", "none"}, 1, "printer-unreachable"},
            {"D01", {"printer", "test", "none"}, 1, "printer-unreachable"},
            {"D01", {"printer", "find"}, 1, "printer-unreachable"},
            {"D01", {"printer", "add", "deux mots", "--uri", "ipp://localhost/ipp/print"}, 2, "bad-value"},
            {"D01", {"printer", "add", "usb", "--uri", "usb://Essai/1"}, 2, "bad-value"},
            {"A01", {"job", "posted", none}, 4, "nothing"},
            {"A01", {"job", "replaced", none, "--number", "1"}, 4, "nothing"},
            {"A01", {"print", "--person", "{person}", "--all", "--printer", "none"}, 1, "printer-unreachable"},
            {"A01", {"optout", "prepare", "--person", none, "--scope", "snds-reuse"}, 4, "nobody"},
            {"A01", {"optout", "prepare", "--person", "{person}", "--scope", "none"}, 2, "unknown-scope"},
            {"A01", {"optout", "prepare", "--person", "{person}", "--scope", "ehds-primary"}, 2, "scope-not-available"},
            {"A01",
             {"optout", "prepare", "--person", "{person}", "--scope", "ens-document-masking"},
             2,
             "scope-detail"},
            {"A01",
             {"optout", "prepare", "--person", "{person}", "--scope", "snds-reuse", "--detail", "document=x"},
             2,
             "scope-detail"},
            {"A01",
             {"optout", "prepare", "--person", "{person}", "--scope", "snds-reuse", "--by", "proxy"},
             2,
             "missing-option"},
            {"A01", {"optout", "register", "--person", "{person}", "--scope", "snds-reuse"}, 2, "missing-option"},
            {"A01",
             {"optout", "register", "--person", "{person}", "--scope", "snds-reuse", "--signed", "x"},
             2,
             "bad-value"},
            {"A01", {"optout", "register", "--draft", none, "--signed", "mark"}, 4, "nothing"},
            {"A01",
             {"optout", "register", "--person", "{person}", "--scope", "snds-reuse", "--signed", "mark", "--output",
              "{folder}/none/x.pdf"},
             1,
             "folder-missing"},
            {"A01", {"optout", "list", "--person", none}, 4, "nobody"},
            {"D01", {"optout", "list", "--person", none}, 3, "not-allowed"},
            {"A01", {"optout", "list", "--status", "x"}, 2, "bad-value"},
            {"A01", {"optout", "show", "x"}, 2, "bad-reference"},
            {"A01", {"optout", "send", "--means", "post", "--evidence", "x"}, 2, "missing-option"},
            {"A01", {"request", "list", "--person", none}, 4, "nobody"},
            {"A01", {"request", "list", "--form", "none"}, 2, "unknown-form"},
            {"A01", {"request", "list", "--status", "sent"}, 2, "bad-value"},
            {"A01",
             {"request", "file", "--person", "{person}", "--form", "none", "--signed", "mark"},
             2,
             "unknown-form"},
            {"A01",
             {"request", "file", "--person", "{person}", "--form", "s3704", "--answers", "-", "--signed", "mark"},
             2,
             "bad-value",
             "[]"},
            {"A01",
             {"request", "file", "--person", "{person}", "--form", "s3704", "--answers", "-", "--signed", "mark"},
             2,
             "unknown-field",
             "{\"none\": \"x\"}"},
            {"A01", {"statement", "x"}, 2, "bad-reference"},
            {"S01", {"register", "prove", "x"}, 2, "bad-reference"},
            {"S01", {"register", "verify", "--against", "{folder}/none"}, 1, "file-not-found"},
            {"D01", {"settings", "get", "none"}, 2, "unknown-setting"},
            {"D01", {"settings", "set", "agency-name=x", "none=x"}, 2, "unknown-setting"},
            {"D01", {"settings", "set", "agency-name"}, 2, "usage"},
            {"D01", {"settings", "set", "agency-timezone=Nowhere"}, 2, "bad-value"},
            {"D01", {"agent", "disable", "NONE"}, 4, "nothing"},
            {"D01", {"agent", "add", "A02", "--name", "x", "--role", "boss"}, 2, "bad-value"},
            {"D01",
             {"agent", "add", "A02", "--name", "x", "--role", "agent", "--new-pin-file", "-"},
             2,
             "bad-value",
             "12\n"},
            {"", {"request", "forms", "--form", "none"}, 2, "unknown-form"},
            {"", {"verify", "{folder}/none"}, 1, "file-not-found"},
            {"", {"verify", "-"}, 1, "verify-failed", "%PDF-1.7 and nothing more"},
            {"", {"nonsense"}, 2, "unknown-command"},
            {"", {"person"}, 2, "usage"},
            {"", {"optout", "scopes", "--now", "noon"}, 2, "bad-value"},
            {"", {"optout", "scopes", "--config", "{folder}/none"}, 2, "bad-config"},
            {"Z99", {"optout", "list"}, 3, "wrong-pin"},
            {"", {"optout", "list"}, 3, "who-acts"},
        });
    CHECK(station.done("D01", {"settings", "get", "agency-name"}).at("settings").at("agency-name") != json("x"));
    CHECK(std::filesystem::is_character_file("/dev/null"));
    // Nothing of this was registered; what an administrator tried is not the register's.
    CHECK(entries() == before);
}

TEST_CASE("a fixed clock is for a demo store only, whatever the command", "[journey]") {
    Station station;
    const std::string noon = "2026-11-24T12:00:00+01:00";
    const std::string code = "not-a-demo-store";
    checkRows(station, {},
              {{"", {"optout", "scopes", "--now", noon}, 2, code},
               {"", {"init", "--admin", "D01", "--agency", "ESSAI", "--station", "T1", "--now", noon}, 2, code},
               {"", {"kiosk", "--now", noon}, 2, code}});
    CHECK(!std::filesystem::exists(station.store()));
    const json made = station.done("", {"demo", "--persons", "2", "--now", noon});
    station.setPin("A01", made.at("pin").get<std::string>());
    const std::string person =
        station.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "B", "--born", "unknown"})
            .at("id");
    const json done = station.done("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse",
                                           "--signed", "mark", "--output", station.path("r.pdf"), "--now", noon});
    CHECK(done.at("optouts").at(0).at("received") == "2026-11-24");
}

TEST_CASE("a store that can't be made in full leaves nothing", "[journey]") {
    Station station;
    const auto init = [](std::vector<std::string> more) {
        std::vector<std::string> words{"init", "--admin", "D01"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    checkRows(
        station, {},
        {{"", init({"--agency", "", "--station", "T1"}), 2, "bad-value"},
         {"", init({"--agency", "A B", "--station", "T1"}), 2, "bad-value"},
         {"", init({"--agency", "ESSAI", "--station", "T"}), 2, "bad-value"},
         {"", init({"--agency", "ESSAI", "--station", "UU"}), 2, "bad-value"},
         {"", init({"--agency", "ESSAI", "--station", "T1", "--new-pin-file", "-"}), 2, "bad-value", "111111"},
         {"", init({"--agency", "ESSAI", "--station", "T1", "--recovery-sheet", "{folder}/none/x.pdf"}), 1,
          "folder-missing"},
         {"", init({"--agency", "ESSAI", "--station", "T1", "--recovery-sheet", "{folder}"}), 1, "file-unwritable"}});
    CHECK(!std::filesystem::exists(station.store()));
}

TEST_CASE("what a print leaves out is said, and a document in doubt goes by its id only", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    // The same number, and born ten years and a day before: somebody else, until a supervisor has decided.
    std::string other = bytesOf((journeyDocuments() / "sortie.xml").string());
    const std::string born = "<birthTime value=\"19840403\"/>";
    REQUIRE(other.find(born) != std::string::npos);
    other.replace(other.find(born), born.size(), "<birthTime value=\"19740402\"/>");
    const std::string file = station.folder().write("other.xml", other).string();
    const json item = station.done("S01", {"import", file}).at("items").at(0);
    CHECK(item.at("warnings") == json::array({"identity-differs"}));
    CHECK(item.at("person") != json(person));
    const std::string out = station.path("out.pdf");
    const std::string doubted = item.at("person").get<std::string>();
    const json record = station.done("A01", {"record", "list", "--person", doubted}).at("records").at(0);
    CHECK(record.at("state") == "doubtful");
    const Answer all = station.call("A01", {"print", "--person", doubted, "--all", "--output", out});
    CHECK(all.status == 4);
    CHECK(all.error() == "nothing");
    CHECK(!std::filesystem::exists(out));
    const json one = station.done("A01", {"print", "--person", doubted, "--record", record.at("id"), "--output", out});
    CHECK(one.at("not_shown").empty());

    std::string hidden = bytesOf((journeyDocuments() / "sortie.xml").string());
    const std::string language = "<languageCode";
    REQUIRE(hidden.find(language) != std::string::npos);
    hidden.insert(hidden.find(language), "<confidentialityCode code=\"INVISIBLE_REPRESENTANTS_LEGAUX\" "
                                         "codeSystem=\"1.2.250.1.213.1.1.4.13\"/>");
    hidden.replace(hidden.find("<setId root=\""), 13, "<setId root=\"2.25.9");
    const std::string masked = station.folder().write("hidden.xml", hidden).string();
    const std::string id = station.done("S01", {"import", masked}).at("items").at(0).at("record").get<std::string>();
    const json forHeir = station.done(
        "A01", {"print", "--person", person, "--all", "--by", "heir", "--by-name", "Essai", "--output", out});
    REQUIRE(forHeir.at("not_shown").size() == 1);
    CHECK(forHeir.at("not_shown").at(0).at("record") == json(id));
    CHECK(forHeir.at("not_shown").at(0).at("reason") == "hidden-from-representatives");
    CHECK(station.done("A01", {"print", "--person", person, "--all", "--output", out}).at("not_shown").empty());
}

TEST_CASE("a file is written 0600 whatever the umask, over what was there, or not at all", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const std::string out = station.folder().write("out.pdf", "old").string();
    const mode_t before = ::umask(0);
    station.done("A01", {"print", "--person", person, "--all", "--output", out});
    ::umask(before);
    CHECK((std::filesystem::status(out).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(bytesOf(out).starts_with("%PDF-"));
    const std::string whole = bytesOf(out);
    CHECK(station.call("A01", {"print", "--person", person, "--category", "reimbursement", "--output", out}).status ==
          4);
    CHECK(bytesOf(out) == whole);
}

TEST_CASE("a paper that came out is not cancelled", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const json printed = station.done("A01", {"print", "--person", person, "--category", "hospital"});
    const std::string job = printed.at("job").get<std::string>();
    CHECK(station.call("A01", {"job", "cancel", job}).error() == "wrong-state");
    station.done("A01", {"job", "handed", job, "--sheets", "1"});
    const json jobs = station.done("A01", {"job", "list"}).at("jobs");
    CHECK(jobs.at(0).at("state") == "completed");
    CHECK(jobs.at(0).at("paper") == "in-hand");
}

TEST_CASE("a paper is posted, or replaced by a receipt written by hand, once", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const json printed = station.done("A01", {"print", "--person", person, "--category", "hospital"});
    const std::string job = printed.at("job").get<std::string>();
    CHECK(station.call("A01", {"job", "replaced", job, "--number", "R-0001"}).error() == "wrong-state"); // no receipt
    CHECK(station.done("A01", {"job", "posted", job}).at("jobs").at(0).at("settled") == "posted");
    CHECK(station.call("A01", {"job", "posted", job}).error() == "wrong-state");
    CHECK(station.call("A01", {"job", "retry", job}).error() == "wrong-state");
}

TEST_CASE("the counter opens with a sheet, and says what has to be looked at", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    station.done("A01", {"print", "--person", person, "--category", "hospital"});
    const json opened = station.done("A01", {"day", "open", "--output", station.path("sheet.pdf")});
    CHECK(opened.at("job").is_null());
    CHECK(opened.at("pages") == 1);
    std::map<std::string, json> items;
    for (const json &item : opened.at("items")) {
        items[item.at("what").get<std::string>()] = item;
    }
    CHECK(items.at("printer").at("state") == "ok");
    CHECK(items.at("owed").at("state") == "look");
    CHECK(items.at("owed").at("count") == 1);
    CHECK(std::filesystem::exists(station.path("sheet.pdf")));
    CHECK(station.done("A01", {"day", "open"}).at("job").is_string());
}

TEST_CASE("a receipt is verified from standard input too, and by anyone who asks for it", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const std::string out = station.path("receipt.pdf");
    const json done = station.done("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse",
                                           "--signed", "signature", "--output", out});
    const json head = station.done("S01", {"register", "checkpoint"});
    const std::string key = station.folder().write("key", head.at("key").get<std::string>()).string();
    const std::string seal = done.at("receipt").at("seal").get<std::string>();
    for (const auto &[input, content] : {std::pair{bytesOf(out), "matches"}, {seal, "absent"}}) {
        const Answer answer = station.call("", {"verify", "-", "--key", key}, input);
        INFO(answer.json.dump());
        CHECK(answer.status == 0);
        CHECK(answer.json.at("content") == content);
        CHECK(answer.json.at("reference") == done.at("receipt").at("reference"));
    }
    // A byte changed anywhere is an answer, never an accident of the program.
    const std::string whole = bytesOf(out);
    for (std::size_t at = 1; at < whole.size(); at += whole.size() / 40) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        const Answer answer = station.call("", {"verify", "-", "--key", key}, changed);
        INFO(at << answer.json.dump());
        CHECK(answer.json.contains("ok"));
        CHECK(answer.status == (answer.json.at("ok") == true ? 0 : 1));
    }
}

TEST_CASE("a store put back to an older state is read-only until a supervisor accepts it", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person = takeInSamples(station);
    const std::vector<std::string> act = {"optout",     "register", "--person", person,     "--scope",
                                          "snds-reuse", "--signed", "mark",     "--output", station.path("r.pdf")};
    CHECK(station.call("S01", {"register", "accept"}).error() == "already-done");
    std::filesystem::copy(station.store(), station.path("older"), std::filesystem::copy_options::recursive);
    station.done("A01", act);
    const json lost = station.done("S01", {"register", "checkpoint", "--output", station.path("lost")});
    std::filesystem::remove_all(station.store());
    std::filesystem::rename(station.path("older"), station.store());

    CHECK(station.call("A01", act).error() == "rolled-back");
    CHECK(station.call("S01", {"check"}).json.at("ok") == false);
    const Answer against = station.call("S01", {"register", "verify", "--against", station.path("lost")});
    CHECK(against.status == 1);
    CHECK(against.json.at("consistent") == false);
    CHECK(station.call("D01", {"register", "accept"}).error() == "not-allowed");
    CHECK(station.call("A01", {"register", "accept"}).error() == "not-allowed");

    const json head = station.done("S01", {"register", "accept"});
    CHECK(head.at("key") != lost.at("key"));
    CHECK_THAT(head.at("checkpoint").get<std::string>(), ContainsSubstring(".2\n"));
    station.done("A01", act);
    CHECK(station.done("S01", {"check"}).at("ok") == true);
    CHECK(station.done("S01", {"register", "verify"}).at("ok") == true);
    // What the new key signs is known at once to anyone who asks.
    CHECK(station.call("", {"verify", station.path("r.pdf")}).status == 0);
}
