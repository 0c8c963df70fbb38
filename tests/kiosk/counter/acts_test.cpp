// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/cda_builder.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace guichet::test;
using nlohmann::json;

namespace {

std::string numbered(CommandLine &line) {
    return line
        .done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Léa", "--born", "1980-02-03", "--nir",
                      testNir(2, 80, 2, 11)})
        .at("id");
}
std::string somebody(CommandLine &line) {
    return line.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Noé", "--born", "1980-02-03"})
        .at("id");
}

} // namespace

TEST_CASE("what can be opposed and the forms are told without a store, and nobody needs to sign in") {
    CommandLine line;
    const json scopes = line.done("", {"optout", "scopes"}).at("scopes");
    std::set<std::string> ids;
    for (const json &scope : scopes) {
        for (const char *key : {"id", "title", "does", "does_not", "basis", "remedy", "reversible", "available"}) {
            INFO(key);
            REQUIRE(scope.contains(key));
            CHECK_FALSE(scope.at(key).is_null());
        }
        ids.insert(scope.at("id"));
    }
    for (const char *id : {"ens-refusal", "ens-objection", "ens-closure", "ens-deletion", "ens-reopening",
                           "ens-document-masking", "ens-professional-blocking", "ens-emergency-access", "snds-reuse",
                           "digital-contact", "ehds-primary", "ehds-secondary"}) {
        CHECK(ids.contains(id));
    }
    const json forms = line.done("", {"request", "forms", "--form", "s3705"}).at("forms");
    REQUIRE(forms.size() == 1);
    for (const char *key :
         {"id", "title", "number", "edition", "group", "fields", "pieces", "silence", "addressee", "remedies"}) {
        CHECK(forms[0].contains(key));
    }
    CHECK(forms[0].at("silence").at("after") == "P2M");
    CHECK(line.done("", {"request", "forms"}).at("forms").size() > 50);
    CHECK(line.call("", {"request", "forms", "--form", "s9999"}).error() == "unknown-form");
}

TEST_CASE("a refusal is explained by command: the list to anyone, the sheet to who may print") {
    CommandLine line;
    const json list = line.done("", {"explain"}); // without a store
    CHECK(list.at("pages").is_null());
    REQUIRE(list.at("topics").size() >= 15);
    for (const char *key : {"id", "title", "basis"}) {
        CHECK_FALSE(list.at("topics")[0].at(key).empty());
    }
    line.makeDemo(2);
    CHECK(line.call("", {"explain", "silence", "--output", line.path("x.pdf")}).status == 3);
    CHECK(line.call("D01", {"explain", "silence", "--output", line.path("x.pdf")}).error() == "not-allowed");
    CHECK(line.call("A01", {"explain", "nothing"}).error() == "nothing");
    CHECK(line.call("A01", {"explain", "silence", "--reading-copy", "xx"}).status == 2);
    const json sheet = line.done("A01", {"explain", "silence", "--output", line.path("sheet.pdf")});
    CHECK(sheet.at("pages") == 1);
    CHECK(sheet.at("job").is_null());
    CHECK(sheet.at("topics")[0].at("id") == "silence");
    CHECK(line.done("A01", {"explain", "silence", "--reading-copy", "en", "--output", line.path("both.pdf")})
              .at("pages") == 2);
}

TEST_CASE("a card of preferences by command holds what was asked for, and nothing is noted") {
    CommandLine line;
    line.makeDemo(2);
    const json before = line.done("S01", {"register", "verify"}).at("entries");
    const json card = line.done("A01", {"preferences", "--language", "ar", "--size", "150", "--colours", "C",
                                        "--output", line.path("card.pdf")});
    CHECK(card.at("code") == "GPREF1.AR.150.C.2");
    CHECK(card.at("pages") == 1);
    CHECK(line.done("S01", {"register", "verify"}).at("entries") == before);
    CHECK(line.call("A01", {"preferences", "--size", "110"}).status == 2);
    CHECK(line.call("A01", {"preferences", "--language", "fr.200"}).status == 2);
    CHECK(line.call("D01", {"preferences"}).error() == "not-allowed");
}

TEST_CASE("a folder of forms is checked by file and line") {
    CommandLine line;
    line.folder.write("forms/x.toml", "id = \"x\"\ncolour = 1\n");
    const Said said = line.call("", {"request", "forms", "--check", line.path("forms")});
    CHECK(said.status == 2);
    CHECK(said.error() == "catalogue-mistake");
    CHECK(said.json.at("mistakes")[0].at("file") == "x.toml");
    CHECK(line.call("", {"request", "forms", "--check", line.path("none")}).error() == "folder-missing");
}

TEST_CASE("an opt-out by command, from the form to the confirmation") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = numbered(line);
    const json prepared = line.done(
        "A01", {"optout", "prepare", "--person", person, "--scope", "ens-refusal", "--output", line.path("form.pdf")});
    CHECK(prepared.at("pages") >= 1);
    CHECK(line.done("A01", {"optout", "list", "--person", person}).at("optouts").empty());
    // What the demo store has waiting leaves on a slip of its own.
    (void)line.call("A01", {"optout", "slip", "--output", line.path("before.pdf")});
    const json done = line.done("A01", {"optout", "register", "--draft", prepared.at("draft"), "--signed", "signature",
                                        "--identity-seen", "id-card", "--output", line.path("receipt.pdf")});
    REQUIRE(done.at("optouts").size() == 2);
    CHECK(done.at("optouts")[0].at("scope") == "ens-objection");
    CHECK(done.at("optouts")[1].at("status") == "recorded");
    CHECK(done.at("job").is_null());
    CHECK(done.at("receipt").at("seal").get<std::string>().starts_with("GUICHET1:"));
    const std::string text = onOneLine(textOfPdf(line.path("receipt.pdf")));
    CHECK(text.find("Pas encore transmise, pas encore confirmée.") != std::string::npos);
    CHECK(text.find("ESSAI") == std::string::npos);

    const std::string reference = done.at("optouts")[1].at("reference");
    const json slip = line.done("S01", {"optout", "slip", "--output", line.path("slip.pdf")});
    CHECK(slip.at("references").size() == 2);
    CHECK(line.done("A01", {"optout", "show", reference}).at("optouts")[0].at("status") == "recorded");
    CHECK(line.call("S01", {"optout", "confirm", reference, "--evidence", "x"}).error() == "wrong-state");
    const json sent = line.done(
        "A01", {"optout", "send", "--slip", slip.at("slip"), "--means", "registered-post", "--evidence", "1A 000"});
    CHECK(sent.at("optouts").size() == 2);
    CHECK(sent.at("optouts")[0].at("status") == "sent");
    line.done("S01", {"optout", "confirm", reference, "--evidence", "lettre"});
    const json steps = line.done("A01", {"optout", "show", reference}).at("optouts")[0].at("steps");
    REQUIRE(steps.size() == 4);
    for (const json &step : steps) {
        for (const char *key : {"at", "what", "means", "evidence"}) {
            CHECK(step.contains(key));
        }
    }
    const json statement = line.done("A01", {"statement", reference, "--output", line.path("statement.pdf")});
    CHECK(statement.at("steps").size() == 4);
    CHECK(statement.at("not_happened").empty());
    CHECK(line.done("A01", {"optout", "list", "--person", person, "--status", "confirmed"}).at("optouts").size() == 1);
}

TEST_CASE("what an opt-out waits for is said by command, and what ends the wait") {
    CommandLine line;
    line.makeDemo(2);
    const auto waits = [&](const json &done) {
        return line.done("A01", {"optout", "show", done.at("receipt").at("reference")}).at("optouts")[0].at("waits");
    };
    const auto oppose = [&](const std::string &person, const std::vector<std::string> &more) {
        std::vector<std::string> words{"optout",      "register", "--person",  person,     "--scope",
                                       "ens-refusal", "--signed", "signature", "--output", line.path("receipt.pdf")};
        words.insert(words.end(), more.begin(), more.end());
        return line.done("A01", words);
    };
    // Nobody without a number and without a home: received, and both are waited for.
    const json both = oppose(somebody(line), {});
    CHECK(both.at("waits") == json({"identity", "number"}));
    CHECK(both.at("held") == json({"ens-objection", "ens-closure"}));
    CHECK(both.at("letter").is_null());
    CHECK(both.at("optouts")[0].at("status") == "recorded");
    const std::string reference = both.at("receipt").at("reference");
    const auto identity = [&](const std::vector<std::string> &more) {
        std::vector<std::string> words{"optout", "identity", reference};
        words.insert(words.end(), more.begin(), more.end());
        return line.call("A01", words);
    };
    CHECK(identity({"--identity-seen", "none"}).error() == "identity-not-shown");
    CHECK(identity({"--identity-seen", "id-card", "--by", "bearer", "--by-name", "X"}).error() == "not-for-them");
    CHECK(identity({"--identity-seen", "id-card", "--by", "proxy", "--by-name", "X"}).error() == "not-for-them");
    CHECK(identity({"--identity-seen", "id-card"}).status == 0);
    CHECK(identity({"--identity-seen", "id-card"}).error() == "already-done");
    CHECK(waits(both) == json({"number"}));

    const json shown = line.done("A01", {"optout", "show", reference}).at("optouts")[0];
    CHECK(shown.at("steps").back().at("what") == "identity-shown");
    CHECK(shown.at("held") == false);

    // Somebody whose home is known is written to; who brings their paper takes a note along, of nobody.
    CdaBuilder document = prescription();
    const std::string file = line.folder.write("one.xml", document.build()).string();
    const std::string person = line.done("S01", {"import", file}).at("items").at(0).at("person");
    const json brought = oppose(person, {"--by", "bearer", "--by-name", "PORTEUR Exemple"});
    CHECK(brought.at("waits").empty());
    REQUIRE(brought.at("letter").is_object());
    const json jobs = line.done("A01", {"job", "list"}).at("jobs");
    const auto job =
        std::ranges::find_if(jobs, [&](const json &one) { return one.at("id") == brought.at("letter").at("job"); });
    REQUIRE(job != jobs.end());
    CHECK(std::ranges::count(jobs, "Preuve de dépôt",
                             [](const json &one) { return one.at("what").get<std::string>(); }) == 1);

    // A paper is collected by who may.
    const std::string id = job->at("id");
    const auto handed = [&](const std::vector<std::string> &more) {
        std::vector<std::string> words{"job", "handed", id, "--sheets", "1"};
        words.insert(words.end(), more.begin(), more.end());
        return line.call("A01", words);
    };
    CHECK(handed({"--by", "bearer", "--by-name", "X", "--identity-seen", "id-card"}).error() == "not-for-them");
    CHECK(handed({"--by", "self"}).error() == "identity-not-shown");
    CHECK(handed({"--by", "proxy", "--by-name", "X", "--identity-seen", "id-card"}).error() == "identity-not-shown");
    // A proxy covers some requests, and their papers: this is none of them.
    CHECK(handed({"--by", "proxy", "--by-name", "X", "--identity-seen", "id-card", "--mandate-from",
                  guichet::formatDate(
                      guichet::CivilDate{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())})})
              .error() == "not-for-them");
    CHECK(handed({"--by", "mandate", "--by-name", "X", "--identity-seen", "id-card"}).status == 0);

    CHECK(line.done("A01", {"come-back", "--by", "guardian", "--output", line.path("slip.pdf")}).at("pages") == 1);
    CHECK(line.call("A01", {"come-back", "--by", "nobody"}).status == 2);
}

TEST_CASE("the pack is made in a folder, and what becomes of it is noted") {
    CommandLine line;
    line.makeDemo(1);
    line.folder.write("list.csv", "name,address\nTEST Zoé,3 rue du Test\n");
    const json made = line.done(
        "S01", {"pack", "--output", line.path("pack"), "--language", "en", "--addresses", line.path("list.csv")});
    CHECK(made.at("done").empty());
    CHECK(made.at("left_out").empty());
    std::set<std::string> kinds;
    for (const json &file : made.at("files")) {
        CHECK(std::filesystem::file_size(file.at("path").get<std::string>()) > 0);
        CHECK(file.at("language") == "en");
        kinds.insert(file.at("kind"));
    }
    CHECK(kinds == std::set<std::string>{"email", "form", "leaflet", "letter", "poster", "slides", "sms", "telephone"});
    const json noted =
        line.done("S01", {"pack", "done", "sms", "--where", "abonnés", "--on", "2026-11-02", "--count", "1200"});
    CHECK(noted.at("done") ==
          json::parse(R"([{"kind": "sms", "where": "abonnés", "on": "2026-11-02", "count": 1200}])"));
    CHECK(line.call("S01", {"pack", "done", "fax", "--where", "x", "--on", "2026-11-02"}).error() == "bad-value");
    CHECK(line.call("S01", {"pack", "done", "sms", "--where", "x", "--on", "demain"}).error() == "bad-date");
    CHECK(line.call("S01", {"pack", "--output", line.path("pack"), "--language", "de"}).error() == "bad-value");
    CHECK(line.call("A01", {"pack", "--output", line.path("pack")}).error() == "not-allowed");
}

TEST_CASE("a paper that can't be written stops an act before it is registered") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    CHECK(line.call("A01", {"optout", "register", "--person", person, "--scope", "ens-closure", "--signed", "oral",
                            "--output", line.path("none/receipt.pdf")})
              .error() == "folder-missing");
    CHECK(line.done("A01", {"optout", "list", "--person", person}).at("optouts").empty());
}

TEST_CASE("without a file the receipt is a job, and what is registered stays when a printer is not there") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    const json done =
        line.done("A01", {"optout", "register", "--person", person, "--scope", "digital-contact", "--signed", "mark"});
    REQUIRE(done.at("job").is_string());
    bool found = false;
    const json jobs = line.done("A01", {"job", "list"}).at("jobs");
    for (const json &job : jobs) {
        found = found || job.at("id") == done.at("job");
    }
    CHECK(found);
    line.done("D01", {"settings", "set", "printer=no-such-printer"});
    const Said said =
        line.call("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse", "--signed", "signature"});
    CHECK(said.status == 0);
    CHECK(said.json.at("job").is_null());
    CHECK(line.done("A01", {"optout", "list", "--person", person}).at("optouts").size() == 2);
}

TEST_CASE("what is wrong with an opt-out is named by its code") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    struct Case {
        std::vector<std::string> words;
        const char *code;
        int status;
    };
    const auto wrong =
        GENERATE(Case{{"--scope", "ens-all", "--signed", "oral"}, "unknown-scope", 2},
                 Case{{"--scope", "ehds-primary", "--signed", "oral"}, "scope-not-available", 2},
                 Case{{"--scope", "ens-document-masking", "--signed", "oral"}, "scope-detail", 2},
                 Case{{"--scope", "ens-closure", "--signed", "never"}, "bad-value", 2},
                 Case{{"--scope", "ens-closure"}, "missing-option", 2}, Case{{"--signed", "oral"}, "missing-option", 2},
                 Case{{"--scope", "ens-closure", "--signed", "oral", "--by", "parent"}, "missing-option", 2},
                 Case{{"--scope", "ens-closure", "--signed", "oral", "--deposited", "2999-01-01"}, "future-date", 2},
                 Case{{"--scope", "ens-closure", "--signed", "oral", "--layout", "huge"}, "bad-value", 2});
    std::vector<std::string> words{"optout", "register", "--person", person};
    words.insert(words.end(), wrong.words.begin(), wrong.words.end());
    const Said said = line.call("A01", words);
    INFO(said.out);
    CHECK(said.error() == wrong.code);
    CHECK(said.status == wrong.status);
}

TEST_CASE("a receipt is dated by the agency's own day wherever it is verified, a proof by that of Paris") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    line.done("D01", {"settings", "set", "agency-timezone=Indian/Reunion"});
    // Half past one of the next day on the island, half past ten in Paris, half past nine in UTC.
    const json filed = line.done("A01", {"request", "file", "--person", person, "--form", "s3704", "--signed",
                                         "signature", "--now", "2026-11-24T21:30:00Z"});
    const std::string reference = filed.at("reference");
    line.folder.write("answers.json", R"({"physician-name":"Dr Exemple"})");
    line.done("A01", {"request", "add-piece", reference, "--answers", line.path("answers.json"), "--output",
                      line.path("2.pdf"), "--now", "2026-11-30T21:30:00Z"});
    const json head = line.done("S01", {"register", "checkpoint"});
    line.folder.write("key", head.at("key").get<std::string>());
    const auto says = [&](const std::string &file) {
        const Said said =
            line.words({"--store", line.path("none"), "--json", "verify", file, "--key", line.path("key")});
        CHECK(said.status == 0);
        return said.json.at("says").get<std::string>();
    };
    line.folder.write("1.seal", filed.at("receipt").at("seal").get<std::string>());
    CHECK(says(line.path("1.seal")).starts_with("Le 25 novembre 2026, ce guichet a reçu la demande"));
    CHECK(says(line.path("2.pdf")).starts_with("Le 1er décembre 2026, ce guichet a enregistré ce qui complète"));
    CHECK(onOneLine(textOfPdf(line.path("2.pdf"))).find("1er décembre 2026") != std::string::npos);
    const json later = line.done("A01", {"request", "file", "--person", person, "--form", "vitale-loss", "--signed",
                                         "signature", "--now", "2026-12-01T23:30:00Z"});
    line.folder.write("proof", line.done("S01", {"register", "prove", later.at("reference").get<std::string>()})
                                   .at("proof")
                                   .get<std::string>());
    const std::string proof = says(line.path("proof"));
    INFO(proof);
    CHECK(proof.find("depuis le 2 décembre 2026 (heure de Paris)") != std::string::npos);
}

TEST_CASE("a paper filled in in the queue and keyed in later says both days, on its receipt and by its seal") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    for (const std::vector<std::string> &blank :
         {std::vector<std::string>{"request", "blank", "s3704"}, {"optout", "blank", "--scope", "ens-closure"}}) {
        CHECK(line.done("A01", blank).at("numbers").empty());
        std::vector<std::string> words = blank;
        words.insert(words.end(), {"--numbered", "2", "--output", line.path("forms.pdf")});
        const json made = line.done("A01", words);
        REQUIRE(made.at("numbers").size() == 2);
        words[words.size() - 3] = "51";
        CHECK(line.call("A01", words).status == 2);
        const std::string number = made.at("numbers")[0];
        std::vector<std::string> keyed{"request", "file", "--form", "s3704"};
        if (blank[0] == "optout") {
            keyed = {"optout", "register", "--scope", "ens-closure"};
        }
        keyed.insert(keyed.end(),
                     {"--person", person, "--signed", "signature", "--paper-number", number, "--deposited",
                      "2026-11-20", "--now", "2026-11-24T08:15:00Z", "--output", line.path("receipt.pdf")});
        const json done = line.done("A01", keyed);
        CHECK(onOneLine(textOfPdf(line.path("receipt.pdf"))).find("20 novembre 2026, sur le reçu manuscrit") !=
              std::string::npos);
        const json verified = line.done("", {"verify", line.path("receipt.pdf")});
        CHECK(verified.at("content") == "matches");
        const std::string says = verified.at("says");
        INFO(says);
        CHECK(says.starts_with("Le 20 novembre 2026, ce guichet a reçu la demande"));
        CHECK(says.find("C’est inscrit au registre depuis le 24 novembre 2026") != std::string::npos);
        CHECK(line.call("A01", keyed).error() == "paper-number-used");
    }
}

TEST_CASE("several papers that are brought at once are answered one by one") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    const json papers = json::array({{{"person", person}, {"scopes", {"ens-closure"}}, {"paper_number", "12"}},
                                     {{"person", person}, {"form", "s9999"}, {"paper_number", "13"}},
                                     {{"person", person}, {"form", "s3704"}, {"deposited", "2020-01-02"}}});
    line.folder.write("papers.json", papers.dump());
    std::filesystem::create_directory(line.path("receipts"));
    const Said said = line.call("A01", {"request", "deposit", line.path("papers.json"), "--bearer", "Association",
                                        "--receipts", line.path("receipts"), "--output", line.path("note.pdf")});
    CHECK(said.status == 5);
    CHECK(said.json.at("registered") == 2);
    CHECK(said.json.at("rejected") == 1);
    const json &list = said.json.at("papers");
    REQUIRE(list.size() == 3);
    CHECK(list[0].at("outcome") == "registered");
    CHECK(list[0].at("acts")[0].at("scope") == "ens-closure");
    CHECK(list[1].at("outcome") == "rejected");
    CHECK(list[1].at("paper_number") == "13");
    CHECK(list[1].at("reason") == "unknown-form");
    CHECK(list[1].at("receipt").is_null());
    CHECK(list[2].at("received") == "2020-01-02");
    CHECK(list[2].at("acts")[0].at("status") == "incomplete");
    for (const json *one : {&list[0], &list[2]}) {
        const std::string reference = one->at("receipt").at("reference");
        CHECK(line.done("", {"verify", line.path("receipts/" + reference + ".pdf")}).at("content") == "matches");
        CHECK(onOneLine(textOfPdf(line.path("note.pdf"))).find(reference) != std::string::npos);
    }
    // Without files each goes to the printer as its person's own.
    line.folder.write("one.json", json::array({{{"person", person}, {"scopes", {"snds-reuse"}}}}).dump());
    const json printed = line.done("A01", {"request", "deposit", line.path("one.json")});
    CHECK(printed.at("papers")[0].at("job").is_string());
    CHECK(printed.at("job").is_string());
    CHECK(printed.at("job") != printed.at("papers")[0].at("job"));
    CHECK(line.call("A01", {"request", "deposit", line.path("none.json")}).status != 0);
    CHECK(line.call("A01", {"request", "deposit", line.path("one.json"), "--receipts", line.path("none")}).error() ==
          "folder-missing");
    CHECK(line.done("A01", {"optout", "list", "--person", person}).at("optouts").size() == 2);
}

TEST_CASE("a request by command, incomplete and completed") {
    CommandLine line;
    line.makeDemo(2);
    const std::string person = somebody(line);
    line.folder.write("answers.json", R"({"attached-to":"parent1","parent1-name":"Camille Exemple",
        "parent1-nir":"255081416802538","children":[{"name":"Lou","born":"2026-10-01"}],"parent1-signed":true})");
    const json filed =
        line.done("A01", {"request", "file", "--person", person, "--form", "s3705", "--answers",
                          line.path("answers.json"), "--signed", "signature", "--output", line.path("receipt.pdf")});
    CHECK(filed.at("status") == "incomplete");
    CHECK(filed.at("missing") == json{"filiation"});
    CHECK(filed.at("complete_by").is_string());
    CHECK(filed.at("deemed").at("on").is_null());
    CHECK(filed.at("deemed").at("means") == "acceptance");
    const std::string reference = filed.at("reference");
    const json form = line.done("", {"request", "forms", "--form", "s3705"}).at("forms")[0];
    CHECK(filed.at("edition").at("form") == form.at("edition"));
    CHECK(filed.at("edition").at("valid_from") == form.at("valid_from"));
    CHECK(filed.at("edition").at("texts").is_string());
    const json added =
        line.done("A01", {"request", "add-piece", reference, "filiation", "--output", line.path("2.pdf")});
    CHECK(added.at("status") == "filed");
    CHECK(added.at("deemed").at("on").is_string());
    CHECK(added.at("receipt").at("seal") != filed.at("receipt").at("seal"));
    const json first = line.done("A01", {"receipt", reference, "--number", "1", "--output", line.path("1.pdf")});
    CHECK(first.at("number") == 1);
    CHECK(first.at("of") == 2);
    CHECK(first.at("receipt").at("seal") == filed.at("receipt").at("seal"));
    CHECK(onOneLine(textOfPdf(line.path("1.pdf"))) == onOneLine(textOfPdf(line.path("receipt.pdf"))));
    CHECK(line.done("", {"verify", line.path("1.pdf")}).at("content") == "matches");
    CHECK(line.done("A01", {"receipt", reference, "--output", line.path("last.pdf")}).at("receipt").at("seal") ==
          added.at("receipt").at("seal"));
    CHECK(line.call("A01", {"receipt", reference, "--number", "3"}).status == 4);
    CHECK(line.call("A01", {"request", "add-piece", reference, "parent1-name"}).error() == "field-not-a-piece");
    CHECK(line.call("A01", {"request", "add-piece", reference}).error() == "missing-option");
    CHECK(line.call("A01", {"request", "advance", reference, "--to", "deemed"}).error() == "wrong-state");
    CHECK(line.done("A01", {"request", "advance", reference, "--to", "forwarded"}).at("requests")[0].at("status") ==
          "forwarded");
    const json shown = line.done("A01", {"request", "show", reference}).at("requests")[0];
    for (const char *key : {"reference", "form", "status", "received", "deemed", "missing", "steps"}) {
        CHECK(shown.contains(key));
    }
    CHECK(line.call("A01", {"request", "show", "D1-0000-0000-0"}).status != 0);
    line.folder.write("bad.json", R"({"colour":"red"})");
    const Said bad = line.call("A01", {"request", "file", "--person", person, "--form", "s3705", "--answers",
                                       line.path("bad.json"), "--signed", "signature"});
    CHECK(bad.error() == "unknown-field");
    CHECK(bad.out.find("colour") != std::string::npos);
    CHECK(line.done("A01", {"request", "list", "--person", person}).at("requests").size() == 1);
}

TEST_CASE("reports are given as figures, as CSV and on paper, and take others' figures in") {
    CommandLine line;
    line.makeDemo(2);
    line.folder.write("online.csv", "channel,month,kind,days,outcome,count\nonline,2026-10,s3704,6,in-time,40\n");
    CHECK(line.done("S01", {"report", "figures", line.path("online.csv")}).at("cases") == 40);
    const std::vector<std::string> period{"--from", "2026-10-01", "--to", "2026-12-31"};
    const auto report = [&](const std::string &agent, const std::string &which, std::vector<std::string> more) {
        std::vector<std::string> arguments{"report", which};
        arguments.insert(arguments.end(), period.begin(), period.end());
        arguments.insert(arguments.end(), more.begin(), more.end());
        return line.call(agent, arguments);
    };
    const json equality = report("S01", "equality", {}).json;
    for (const json &row : equality.at("rows")) {
        for (const char *key : {"kind", "channel", "count", "share", "median_days", "p90_days", "in_time", "late",
                                "silence", "missing_pieces", "never", "hidden"}) {
            CHECK(row.contains(key));
        }
    }
    const auto online = std::ranges::find_if(equality.at("rows"), [](const json &row) {
        return row.at("kind") == "s3704" && row.at("channel") == "online";
    });
    REQUIRE(online != equality.at("rows").end());
    CHECK(online->at("median_days") == 6);
    CHECK(equality.at("conclusion").is_null());
    CHECK(report("S01", "equality", {"--output", line.path("wall.pdf")}).json.at("pages") >= 1);
    CHECK(report("S01", "equality", {"--output", line.path("wall.csv")}).status == 0);
    line.done("A01", {"optout", "register", "--person", numbered(line), "--scope", "snds-reuse", "--signed",
                      "signature", "--identity-seen", "id-card", "--output", line.path("receipt.pdf")});
    const json activity = report("S01", "activity", {"--output", line.path("activity.csv")}).json.at("rows");
    CHECK(std::ranges::any_of(activity, [](const json &row) {
        return row.at("group") == "optouts" && row.at("kind") == "snds-reuse" && row.at("state") == "recorded" &&
               row.at("count") == 1;
    }));
    CHECK(report("S01", "activity", {"--output", line.path("activity.pdf")}).json.at("pages") >= 1);
    std::string first;
    std::ifstream wall(line.path("wall.csv"));
    std::getline(wall, first);
    CHECK(first.starts_with("kind,title,channel,count,"));
    CHECK(report("S01", "equality", {"--output", line.path("wall.txt")}).error() == "bad-value");
    CHECK(report("A01", "equality", {}).error() == "not-allowed");
    CHECK(line.call("D01", {"report", "figures", line.path("online.csv")}).error() == "not-allowed");
    CHECK(line.call("S01", {"report", "equality", "--from", "hier", "--to", "2026-10-01"}).error() == "bad-date");
    CHECK(line.call("S01", {"report", "equality", "--from", "2026-10-02", "--to", "2026-10-01"}).error() ==
          "bad-value");
    CHECK(line.call("S01", {"report", "figures", line.path("none.csv")}).error() == "file-not-found");
}
