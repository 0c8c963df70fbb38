// SPDX-License-Identifier: GPL-3.0-or-later
// One whole visit by command in a demo store: from the documents that come in to the papers in hand.
#include "tests/journeys/station.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

std::string document(std::string_view name) { return (journeyDocuments() / name).string(); }

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

/// The text of a PDF, its lines joined.
std::string paper(const std::string &path) { return onOneLine(textOfPdf(path)); }

/// How many pages have the mark of an exercise, in these words, and how many there are.
std::pair<std::ptrdiff_t, int> markedPages(const std::string &path, const std::string &words) {
    const std::string bytes = bytesOf(path);
    const auto pdf = guichet::asBytes(bytes);
    return {std::ranges::count(pdfAlternatives(pdf), words), pdfPageCount(pdf)};
}

} // namespace

TEST_CASE("a demo store has people, records and three agents with one PIN", "[journey]") {
    Station station;
    const json made = station.makeDemo(30);
    checkKeys(made, {"store", "persons", "records", "agents", "pin"});
    CHECK(made.at("persons") == 30);
    CHECK(made.at("records").get<int>() > 30);
    std::set<std::string> codes;
    for (const json &agent : made.at("agents")) {
        codes.insert(agent.is_string() ? agent.get<std::string>() : agent.at("code").get<std::string>());
    }
    CHECK(codes == std::set<std::string>{"A01", "S01", "D01"});
    CHECK(station.done("D01", {"settings", "check"}).at("missing").empty());

    // A second time nothing is touched.
    const Answer again = station.call("", {"demo", "--persons", "5"});
    CHECK(again.status == 1);
    CHECK(again.error() == "store-exists");
}

TEST_CASE("the same seed gives the same people", "[journey]") {
    const auto people = [](const char *seed) {
        Station station;
        const json made = station.done("", {"demo", "--persons", "12", "--seed", seed});
        station.setPin("A01", made.at("pin").get<std::string>());
        std::string listed;
        for (const char *born : {"1941", "1950", "1960", "1970", "1980", "1990", "2000", "2010"}) {
            const Answer found = station.call("A01", {"person", "find", "--born", born});
            if (found.status == 0) {
                for (const json &person : found.json.at("persons")) {
                    listed += person.at("birth_name").get<std::string>() + person.at("nir").dump();
                }
            }
        }
        return listed + made.at("records").dump();
    };
    CHECK(people("7") == people("7"));
}

TEST_CASE("documents come in once, a newer version replaces, and what is broken is named and stops nothing",
          "[journey]") {
    Station station;
    station.makeDemo(10);
    const json first =
        station.done("S01", {"import", document("ordonnance.xml"), document("analyses.xml"), document("sortie.xml")});
    checkKeys(first, {"files", "persons", "imported", "duplicates", "replaced", "rejected", "seconds", "items"});
    CHECK(first.at("files") == 3);
    CHECK(first.at("imported") == 3);
    CHECK(first.at("persons") == 1);
    std::set<std::string> categories;
    for (const json &item : first.at("items")) {
        checkKeys(item, {"path", "outcome", "record", "person", "category", "title", "date", "warnings", "reason"});
        CHECK(item.at("outcome") == "imported");
        CHECK(item.at("reason").is_null());
        CHECK(std::filesystem::exists(item.at("path").get<std::string>()));
        categories.insert(item.at("category").get<std::string>());
    }
    CHECK(categories == std::set<std::string>{"prescription", "result", "hospital"});

    const json second =
        station.done("S01", {"import", document("ordonnance.xml"), document("analyses.xml"), document("sortie.xml")});
    CHECK(second.at("duplicates") == 3);
    CHECK(second.at("imported") == 0);

    // The whole folder, with the corrected prescription and three files that are none.
    const std::filesystem::path folder = station.folder() / "came-in";
    std::filesystem::copy(journeyDocuments(), folder);
    station.folder().write("came-in/empty.xml", "");
    station.folder().write("came-in/photo.xml", std::string("\xff\xd8\xff\xe0 not xml", 12));
    station.folder().write("came-in/letter.xml", "<letter>Bonjour</letter>");
    const Answer third = station.call("S01", {"import", folder.string()});
    CHECK(third.status == 5);
    CHECK(third.json.at("files") == 7);
    CHECK(third.json.at("replaced") == 1);
    CHECK(third.json.at("duplicates") == 3);
    CHECK(third.json.at("rejected") == 3);
    for (const json &item : third.json.at("items")) {
        const std::string name = std::filesystem::path(item.at("path").get<std::string>()).filename();
        INFO(item.dump());
        if (name == "letter.xml") {
            CHECK(item.at("reason") == "not-cda");
        } else if (name == "empty.xml" || name == "photo.xml") {
            CHECK(item.at("reason") == "not-xml");
        } else {
            CHECK(item.at("reason").is_null());
        }
    }

    const std::string person =
        station.done("A01", {"person", "find", "--nir", kSampleNir}).at("persons").at(0).at("id").get<std::string>();
    const json records = station.done("A01", {"record", "list", "--person", person}).at("records");
    CHECK(records.size() == 4);
    int superseded = 0;
    for (const json &record : records) {
        checkKeys(record, {"id", "category", "title", "date", "author", "organisation", "media_type", "source_sha256",
                           "visibility", "state", "warnings"});
        CHECK(record.at("visibility") == "normal");
        superseded += record.at("state") == "superseded" ? 1 : 0;
        // To the byte as it came.
        const std::string exported = station.path("exported.xml");
        const json sha = station.done("A01", {"record", "export", record.at("id"), "--output", exported});
        CHECK(sha.at("sha256") == record.at("source_sha256"));
    }
    CHECK(superseded == 1);
}

TEST_CASE("a person is found by number, or by date of birth and three letters, and by nothing less", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string id = takeInSamples(station);
    const auto found = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"person", "find"});
        return station.call("A01", std::move(words));
    };
    for (const std::vector<std::string> &words : {std::vector<std::string>{"--nir", "284047599900133"},
                                                  {"--nir", "2 84 04 75 999 001 33"},
                                                  {"--nir", "2840475999001"},
                                                  {"--born", "1984-04-03", "--name", "via"},
                                                  {"--born", "1984-04-03", "--name", "DÉS"},
                                                  {"--born", "1984-04-03", "--name", "odi"}}) {
        const Answer answer = found(words);
        INFO(words.back());
        CHECK(answer.status == 0);
        REQUIRE(answer.json.contains("persons"));
        REQUIRE(answer.json.at("persons").size() == 1);
        const json &person = answer.json.at("persons").at(0);
        checkKeys(person,
                  {"id", "nir", "birth_name", "used_name", "given_names", "born", "birth_place", "sex", "match"});
        CHECK(person.at("id") == id);
        CHECK(person.at("match") == "exact");
    }
    struct Refused {
        std::vector<std::string> words;
        int status;
        const char *error;
    };
    for (const Refused &refused : {Refused{{"--nir", "28404759990"}, 2, "nir-length"},
                                   {{"--nir", ""}, 2, "nir-length"},
                                   {{"--nir", "984047599900133"}, 2, "nir-format"},
                                   {{"--nir", "284047599900134"}, 2, "nir-key"},
                                   {{"--nir", "155081416802597"}, 2, "nir-key"},
                                   {{"--nir", "2550814168025"}, 4, "nobody"},
                                   {{"--name", "via"}, 2, "name-alone"},
                                   {{"--born", "1984-04-03", "--name", "vial"}, 2, "name-too-long"},
                                   {{"--born", "1984-13-03", "--name", "via"}, 2, "bad-date"},
                                   {{"--born", "1984-04-04", "--name", "via"}, 4, "nobody"}}) {
        const Answer answer = found(refused.words);
        INFO(refused.words.back());
        CHECK(answer.status == refused.status);
        CHECK(answer.error() == refused.error);
    }
    // Where the process list must not show it.
    const Answer typed = station.call("A01", {"person", "find", "--nir", "-"}, "284047599900133\n");
    CHECK(typed.status == 0);

    const json shown = station.done("A01", {"person", "show", id});
    checkKeys(shown, {"id", "nir", "birth_name", "born", "records", "optouts", "requests", "contact"});

    const json added = station.done(
        "A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Noé", "--born", "unknown", "--sex", "M"});
    checkKeys(added, {"id"});
    CHECK(station.call("A01", {"person", "show", "no-such-person"}).status == 4);
}

TEST_CASE("a record is printed whole, each page numbered, its table's heads on each", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);
    const json records = station.done("A01", {"record", "list", "--person", person}).at("records");
    const auto record = [&](std::string_view category) {
        for (const json &one : records) {
            if (one.at("category") == category) {
                return one;
            }
        }
        throw std::runtime_error("no record of that category");
    };

    const std::string results = station.path("results.pdf");
    const json printed =
        station.done("A01", {"print", "--person", person, "--record", record("result").at("id"), "--output", results});
    checkKeys(printed, {"job", "pages", "destination", "state", "not_shown"});
    CHECK(printed.at("job").is_null());
    const int pages = printed.at("pages").get<int>();
    REQUIRE(pages > 1);
    const std::string text = paper(results);
    for (int row = 1; row <= 80; ++row) {
        CHECK_THAT(text, ContainsSubstring("mesure " + std::to_string(row) + " "));
    }
    std::size_t tablePages = 0;
    std::istringstream sheets(textOfPdf(results));
    for (std::string sheet; std::getline(sheets, sheet, '\f');) {
        if (sheet.find("mesure ") != std::string::npos) {
            ++tablePages;
            CHECK(count(sheet, "Valeurs usuelles") == 1);
        }
    }
    CHECK(tablePages > 1);
    for (int page = 1; page <= pages; ++page) {
        CHECK_THAT(text, ContainsSubstring(std::to_string(page) + " / " + std::to_string(pages)));
    }
    CHECK_THAT(text, ContainsSubstring("VIALA"));
    CHECK_THAT(text, ContainsSubstring(record("result").at("source_sha256").get<std::string>().substr(0, 16)));
    CHECK(std::filesystem::status(results).permissions() == std::filesystem::perms(0600));

    // Large print is more pages of the same words.
    const std::string large = station.path("large.pdf");
    const json largePrint = station.done("A01", {"print", "--person", person, "--record", record("hospital").at("id"),
                                                 "--layout", "large", "--output", large});
    CHECK(largePrint.at("pages").get<int>() >= 1);
    CHECK_THAT(paper(large), ContainsSubstring("Aucun traitement à poursuivre."));

    // Several records are one PDF, each with its own numbering.
    const std::string all = station.path("all.pdf");
    const json everything = station.done("A01", {"print", "--person", person, "--all", "--output", all});
    const std::string whole = paper(all);
    CHECK(everything.at("pages").get<int>() >= pages + 2);
    for (const char *words : {"PARACÉTAMOL 1 g, comprimé", "Ne pas dépasser 3 g par jour.",
                              "Entrée le 2 novembre 2026.", "Hématologie et biochimie"}) {
        CHECK_THAT(whole, ContainsSubstring(words));
    }
    CHECK(count(whole, "1 / " + std::to_string(pages)) >= 1);

    // To the printer of the demo store, and its sheets into the hand.
    const json job = station.done("A01", {"print", "--person", person, "--category", "prescription"});
    REQUIRE(job.at("job").is_string());
    const json jobs = station.done("A01", {"job", "list"}).at("jobs");
    const auto mine =
        std::find_if(jobs.begin(), jobs.end(), [&](const json &one) { return one.at("id") == job.at("job"); });
    REQUIRE(mine != jobs.end());
    checkKeys(*mine, {"id", "state", "paper", "reasons", "pages", "printer", "what"});
    CHECK(mine->dump().find("VIALA") == std::string::npos);
    station.done("A01", {"job", "handed", job.at("job"), "--sheets", "1"});

    CHECK(station.call("A01", {"print", "--person", person, "--record", "none", "--output", all}).status == 4);
    const Answer nowhere =
        station.call("A01", {"print", "--person", person, "--all", "--output", station.path("nowhere/x.pdf")});
    CHECK(nowhere.status == 1);
    CHECK(nowhere.error() == "folder-missing");
}

TEST_CASE("a deletion after a paper copy leaves once all records are in hand, and its end is written where it may go",
          "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);
    const json before = station.done("A01", {"print", "--person", person, "--all"});
    const json done =
        station.done("A01", {"optout", "register", "--person", person, "--scope", "ens-deletion", "--detail",
                             "copy=first", "--identity-seen", "id-card", "--signed", "signature", "--contact", "phone",
                             "--contact-detail", "05 00 00 00 42", "--output", station.path("receipt.pdf")});
    CHECK(done.at("awaits_copy") == true);
    const std::string reference = done.at("optouts").at(0).at("reference").get<std::string>();
    const auto shown = [&] { return station.done("A01", {"optout", "show", reference}).at("optouts").at(0); };
    const auto send = [&] {
        return station.call("A01", {"optout", "send", "--reference", reference, "--means", "post", "--evidence", "x"});
    };
    const auto hand = [&](const json &printed) {
        station.done("A01", {"job", "handed", printed.at("job"), "--sheets", "9"});
    };
    // Not by what was printed before it was asked for, nor by a part.
    hand(before);
    hand(station.done("A01", {"print", "--person", person, "--category", "prescription"}));
    CHECK(shown().at("awaits_copy") == true);
    CHECK(send().error() == "wrong-state");
    const json all = station.done("A01", {"print", "--person", person, "--all"});
    CHECK(shown().at("awaits_copy") == true); // printed is not handed over
    hand(all);
    CHECK(shown().at("awaits_copy") == false);
    CHECK(shown().at("steps").back().at("what") == "copy-handed");
    CHECK(send().status == 0);

    CHECK(station.call("A01", {"notice", reference}).error() == "wrong-state"); // there is no news
    station.done("S01", {"optout", "confirm", reference, "--evidence", "courrier"});
    const std::string pdf = station.path("letter.pdf");
    json letter = station.done("A01", {"notice", reference, "--output", pdf});
    checkKeys(letter, {"reference", "cause", "pages", "to", "instruction", "noted"});
    CHECK(letter.at("cause") == "confirmed");
    CHECK(letter.at("to") == "telephone");
    CHECK_THAT(letter.at("instruction").get<std::string>(), ContainsSubstring("05"));
    CHECK_THAT(paper(pdf), ContainsSubstring("À remettre au guichet"));
    const json contact =
        station.done("A01", {"optout", "contact", reference, "--contact", "none"}).at("optouts").at(0).at("contact");
    CHECK(contact == json::parse(R"([{"means":"nothing-at-home","detail":null}])"));
    letter = station.done("A01", {"notice", reference, "--output", pdf});
    CHECK(letter.at("to") == "collect");
    CHECK(station.call("A01", {"optout", "contact", reference, "--contact", "address"}).error() == "missing-option");
    CHECK(station.call("A01", {"optout", "contact", reference, "--contact", "pigeon"}).error() == "bad-value");
}

TEST_CASE("an opt-out goes from the form to the operator's answer, each step on paper", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);

    const json scopes = station.done("", {"optout", "scopes"}).at("scopes");
    bool known = false;
    for (const json &scope : scopes) {
        checkKeys(scope, {"id", "title", "does", "does_not", "basis", "remedy", "reversible", "available"});
        known = known || scope.at("id") == "snds-reuse";
    }
    CHECK(known);

    const std::string form = station.path("form.pdf");
    const json draft =
        station.done("A01", {"optout", "prepare", "--person", person, "--scope", "ens-refusal", "--output", form});
    checkKeys(draft, {"draft", "pages"});
    CHECK_THAT(paper(form), ContainsSubstring("VIALA"));
    CHECK(station.done("A01", {"optout", "list", "--person", person}).at("optouts").empty());

    const std::string receipt = station.path("receipt.pdf");
    const json registered = station.done("A01", {"optout", "register", "--draft", draft.at("draft"), "--signed",
                                                 "signature", "--identity-seen", "id-card", "--output", receipt});
    checkKeys(registered, {"optouts", "receipt"});
    checkKeys(registered.at("receipt"), {"reference", "pages", "seal"});
    REQUIRE(registered.at("optouts").size() == 2);
    std::set<std::string> registeredScopes;
    const std::string text = paper(receipt);
    for (const json &optout : registered.at("optouts")) {
        checkKeys(optout, {"reference", "scope", "status", "due"});
        CHECK(optout.at("status") == "recorded");
        registeredScopes.insert(optout.at("scope").get<std::string>());
    }
    CHECK(registeredScopes == std::set<std::string>{"ens-objection", "ens-closure"});
    CHECK_THAT(text, ContainsSubstring(registered.at("receipt").at("reference").get<std::string>()));
    CHECK_THAT(text, ContainsSubstring("En bref"));
    CHECK(text.find(kSampleNir) == std::string::npos);

    // A draft is used once.
    CHECK(station.call("A01", {"optout", "register", "--draft", draft.at("draft"), "--signed", "signature"}).status !=
          0);

    const std::string first = registered.at("optouts").at(0).at("reference").get<std::string>();
    const std::string second = registered.at("optouts").at(1).at("reference").get<std::string>();

    // In a drawer is not sent.
    const std::string slipPdf = station.path("slip.pdf");
    const json slip = station.done("A01", {"optout", "slip", "--output", slipPdf});
    checkKeys(slip, {"slip", "references"});
    CHECK(slip.at("references").dump().find(first) != std::string::npos);
    CHECK(station.done("A01", {"optout", "show", first}).at("optouts").at(0).at("status") == "recorded");
    CHECK(station.call("S01", {"optout", "confirm", first, "--evidence", "early"}).status == 1);

    station.done("A01", {"optout", "send", "--slip", slip.at("slip"), "--means", "registered-post", "--evidence",
                         "RK 12 345 678 9 FR"});
    CHECK(station.done("A01", {"optout", "show", first}).at("optouts").at(0).at("status") == "sent");

    // The agent does not decide; the supervisor writes down what came back.
    const Answer tooMuch = station.call("A01", {"optout", "confirm", first, "--evidence", "x"});
    CHECK(tooMuch.status == 3);
    CHECK(tooMuch.error() == "not-allowed");
    station.done("S01", {"optout", "confirm", first, "--evidence", "Lettre du 3 décembre"});
    station.done("S01", {"optout", "refuse", second, "--reason", "Aucun espace ouvert"});
    const json confirmed = station.done("A01", {"optout", "show", first}).at("optouts").at(0);
    checkKeys(confirmed, {"reference", "scope", "status", "slip", "due", "steps"});
    CHECK(confirmed.at("status") == "confirmed");
    for (const json &step : confirmed.at("steps")) {
        checkKeys(step, {"at", "what", "means", "evidence"});
    }
    CHECK(station.done("A01", {"optout", "list", "--status", "refused"}).dump().find(second) != std::string::npos);

    const std::string statement = station.path("statement.pdf");
    const json steps = station.done("A01", {"statement", first, "--output", statement});
    checkKeys(steps, {"steps", "pages"});
    CHECK_THAT(paper(statement), ContainsSubstring("RK 12 345 678 9 FR"));
    CHECK_THAT(paper(statement), ContainsSubstring("Lettre du 3 décembre"));

    CHECK(station.call("A01", {"optout", "withdraw", "00-0000-0000-0"}).status != 0);
    CHECK(station.call("A01", {"optout", "prepare", "--person", person, "--scope", "none"}).error() == "unknown-scope");
    CHECK(station.call("A01", {"optout", "prepare", "--person", person, "--scope", "ehds-primary"}).error() ==
          "scope-not-available");
}

TEST_CASE("a request is taken with a piece missing, and is complete when the piece comes", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);
    const json forms = station.done("", {"request", "forms"}).at("forms");
    CHECK(forms.size() >= 3);
    for (const json &form : forms) {
        checkKeys(form, {"id", "title", "number", "edition", "group", "fields", "pieces", "silence", "addressee",
                         "remedies"});
        checkKeys(form.at("silence"), {"after", "means", "basis"});
    }
    const std::string answers =
        station.folder()
            .write("answers.json",
                   R"({"attached-to":"parent1","parent1-name":"VIALA Odile","parent1-nir":"284047599900133",
                       "children":[{"name":"VIALA Noé","born":"2026-10-02"}],"parent1-signed":true})")
            .string();
    const std::string receipt = station.path("request.pdf");
    const json filed = station.done("A01", {"request", "file", "--person", person, "--form", "s3705", "--answers",
                                            answers, "--signed", "signature", "--output", receipt});
    checkKeys(filed, {"reference", "status", "missing", "complete_by", "deemed", "receipt"});
    CHECK(filed.at("status") == "incomplete");
    CHECK(filed.at("missing").dump().find("filiation") != std::string::npos);
    CHECK(filed.at("complete_by").is_string());
    const std::string reference = filed.at("reference").get<std::string>();
    const std::string text = paper(receipt);
    CHECK_THAT(text, ContainsSubstring(reference));
    CHECK_THAT(text, ContainsSubstring("Preuve de filiation"));
    CHECK_THAT(text, ContainsSubstring("Rattachement"));

    const Answer wrongPiece = station.call("A01", {"request", "add-piece", reference, "passport"});
    CHECK(wrongPiece.status == 2);
    CHECK(wrongPiece.error() == "unknown-piece");

    station.done("A01", {"request", "add-piece", reference, "filiation"});
    const json shown = station.done("A01", {"request", "show", reference}).at("requests").at(0);
    checkKeys(shown, {"reference", "form", "status", "received", "deemed", "missing", "steps"});
    CHECK(shown.at("status") == "filed");
    CHECK(shown.at("missing").empty());
    checkKeys(shown.at("deemed"), {"on", "means", "rule"});
    CHECK(shown.at("deemed").at("means") == "acceptance");
    CHECK(shown.at("deemed").at("on").is_string());

    station.done("A01", {"request", "advance", reference, "--to", "forwarded", "--evidence", "Bordereau 12"});
    CHECK(station.done("A01", {"request", "list", "--person", person}).at("requests").at(0).at("status") ==
          "forwarded");
    station.done("A01", {"statement", reference, "--output", station.path("statement.pdf")});

    const Answer unknown = station.call("A01", {"request", "file", "--person", person, "--form", "none", "--answers",
                                                answers, "--signed", "signature"});
    CHECK(unknown.status == 2);
    CHECK(unknown.error() == "unknown-form");
}

TEST_CASE("each page of each paper of a demo store says in its language that it is an exercise", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);
    const auto check = [&](const std::string &file) {
        INFO(file);
        const auto [marked, pages] = markedPages(station.path(file), "EXERCICE — sans valeur");
        CHECK(marked == pages);
        CHECK(pages > 0);
        CHECK(textOfPdf(station.path(file)).find("EXERCI") == std::string::npos); // no text among the paper's
    };
    station.done("A01", {"print", "--person", person, "--all", "--output", station.path("records.pdf")});
    check("records.pdf");
    const std::string form = station.path("form.pdf");
    const json draft =
        station.done("A01", {"optout", "prepare", "--person", person, "--scope", "ens-refusal", "--output", form});
    check("form.pdf");
    const std::string receipt = station.path("receipt.pdf");
    const json registered = station.done("A01", {"optout", "register", "--draft", draft.at("draft"), "--signed",
                                                 "signature", "--identity-seen", "id-card", "--output", receipt});
    check("receipt.pdf");
    CHECK(station.done("", {"verify", receipt}).at("content") == "matches");
    station.done("A01", {"optout", "slip", "--output", station.path("slip.pdf")});
    check("slip.pdf");
    const std::string reference = registered.at("optouts").at(0).at("reference").get<std::string>();
    station.done("A01", {"statement", reference, "--output", station.path("statement.pdf")});
    check("statement.pdf");
    const std::string both = station.path("both.pdf");
    station.done("A01", {"receipt", reference, "--output", station.path("french.pdf")});
    check("french.pdf");
    station.done("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse", "--signed", "signature",
                         "--identity-seen", "id-card", "--reading-copy", "en", "--output", both});
    const auto [french, pages] = markedPages(both, "EXERCICE — sans valeur");
    const auto english = markedPages(both, "EXERCISE — not valid").first;
    CHECK(french > 0);
    CHECK(english > 0);
    CHECK(french + english == pages);
    // What goes to a printer is no other paper.
    station.done("D01", {"printer", "test", "folder"});
    station.done("A01", {"print", "--person", person, "--all", "--layout", "large"});
    int printed = 0;
    for (const auto &file : std::filesystem::directory_iterator(station.path("store-papers"))) {
        if (file.path().extension() == ".pdf") {
            check("store-papers/" + file.path().filename().string());
            ++printed;
        }
    }
    CHECK(printed == 2);
}

TEST_CASE("a receipt proves what was written, and a changed one does not", "[journey]") {
    Station station;
    station.makeDemo(10);
    const std::string person = takeInSamples(station);
    const std::string receipt = station.path("receipt.pdf");
    const json registered =
        station.done("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse", "--signed", "mark",
                             "--identity-seen", "passport", "--output", receipt});
    const std::string reference = registered.at("receipt").at("reference").get<std::string>();

    const json checkpoint = station.done("S01", {"register", "checkpoint"});
    checkKeys(checkpoint, {"root", "checkpoint", "key", "entries"});
    const std::string key = station.folder().write("key", checkpoint.at("key").get<std::string>() + "\n").string();
    const std::string older =
        station.folder().write("checkpoint", checkpoint.at("checkpoint").get<std::string>()).string();

    // By the counter, and by anyone who has the key.
    for (const std::vector<std::string> &words :
         {std::vector<std::string>{"verify", receipt}, {"verify", receipt, "--key", key}}) {
        const json verified = station.done("", words);
        checkKeys(verified, {"ok", "content", "reference", "sealed_at", "says"});
        CHECK(verified.at("ok") == true);
        CHECK(verified.at("content") == "matches");
        CHECK(verified.at("reference") == reference);
    }
    const std::string seal =
        station.folder().write("seal", registered.at("receipt").at("seal").get<std::string>()).string();
    const json sealed = station.done("", {"verify", seal, "--key", key});
    CHECK(sealed.at("ok") == true);
    CHECK(sealed.at("content") == "absent");

    // Changed by one letter.
    std::string changed = registered.at("receipt").at("seal").get<std::string>();
    char &letter = changed.at(changed.size() / 2);
    letter = letter == 'A' ? 'B' : 'A';
    const Answer flipped =
        station.call("", {"verify", station.folder().write("flipped", changed).string(), "--key", key});
    CHECK(flipped.status == 1);

    // Another counter's key, and no key at all.
    Station other;
    other.makeDemo(5);
    const std::string otherKey =
        station.folder()
            .write("other-key", other.done("S01", {"register", "checkpoint"}).at("key").get<std::string>())
            .string();
    CHECK(station.call("", {"verify", receipt, "--key", otherKey}).status == 1);

    const json proof = station.done("S01", {"register", "prove", reference});
    checkKeys(proof, {"proof"});
    const std::string proofFile = station.folder().write("proof", proof.at("proof").get<std::string>()).string();
    CHECK(station.done("", {"verify", proofFile, "--key", key}).at("ok") == true);

    station.done("A01", {"optout", "withdraw", registered.at("optouts").at(0).at("reference")});
    const json whole = station.done("S01", {"register", "verify", "--against", older});
    checkKeys(whole, {"entries", "ok", "first_bad", "consistent", "root", "checkpoint", "key"});
    CHECK(whole.at("ok") == true);
    CHECK(whole.at("consistent") == true);
    CHECK(whole.at("entries").get<int>() > checkpoint.at("entries").get<int>());
    const json checked = station.done("S01", {"check"});
    checkKeys(checked, {"ok", "problems"});
    CHECK(checked.at("ok") == true);

    // A bit that is turned anywhere in the file is either noticed or changes no letter that can be read; where a letter
    // stands, and so where a word ends, is not sealed. It may take a letter of the code off the page, which seals the
    // rest and not itself.
    const auto lettersOf = [](const std::string &file) {
        std::string letters = textOfPdf(file);
        std::erase_if(letters, [](unsigned char c) { return std::isspace(c) != 0; });
        std::ranges::sort(letters);
        return letters;
    };
    // Without what the code under the seal is made of (RFC 9285).
    const auto wordsAlone = [](std::string letters) {
        std::erase_if(letters, [](unsigned char c) {
            return std::isdigit(c) != 0 || (c >= 'A' && c <= 'Z') ||
                   std::string_view("$%*+-./:").find(static_cast<char>(c)) != std::string_view::npos;
        });
        return letters;
    };
    const std::string bytes = bytesOf(receipt);
    const std::string letters = lettersOf(receipt);
    int noticed = 0;
    for (std::size_t part = 1; part < 48; ++part) {
        std::string turned = bytes;
        char &byte = turned.at(bytes.size() * part / 48);
        byte = static_cast<char>(byte ^ 0x10);
        const std::string file = station.folder().write("turned.pdf", turned).string();
        const Answer answer = station.call("", {"verify", file, "--key", key});
        if (answer.status == 0 && answer.json.at("content") == "matches") {
            INFO("byte " << bytes.size() * part / 48);
            const std::string read = lettersOf(file);
            CHECK(std::ranges::includes(letters, read));
            CHECK(wordsAlone(read) == wordsAlone(letters));
        } else {
            ++noticed;
        }
    }
    CHECK(noticed > 0);
}

TEST_CASE("the visit that ./run shows goes through, again and again in the same store", "[journey]") {
    Station station;
    const std::string pin = station.makeDemo(5).at("pin").get<std::string>();
    for (int i = 0; i < 2; ++i) {
        const Outcome visit = run({.arguments = {"bash", std::getenv("GUICHET_VISIT"), std::getenv("GUICHET_PROGRAM"),
                                                 station.store(), pin, station.path("papers")},
                                   .environment = {{"XDG_STATE_HOME", station.path("state")}},
                                   .limit = std::chrono::seconds(120),
                                   .withoutNetwork = true});
        INFO(visit.output << visit.errors);
        CHECK(visit.status == 0);
        CHECK(visit.errors.empty());
        CHECK(count(visit.output.substr(visit.output.rfind("== ")), ".pdf") == 7);
    }
}

TEST_CASE("without an agent, a PIN or the right role nothing is done", "[journey]") {
    Station station;
    station.makeDemo(5);
    struct Refused {
        const char *agent;
        std::vector<std::string> words;
        const char *error;
    };
    for (const Refused &refused : {Refused{"", {"person", "find", "--nir", kSampleNir}, "who-acts"},
                                   {"A99", {"job", "list"}, "wrong-pin"},
                                   {"D01", {"person", "find", "--nir", kSampleNir}, "not-allowed"},
                                   {"D01", {"optout", "list"}, "not-allowed"},
                                   {"A01", {"import", document("sortie.xml")}, "not-allowed"},
                                   {"A01", {"settings", "list"}, "not-allowed"},
                                   {"S01", {"agent", "list"}, "not-allowed"},
                                   {"A01", {"register", "verify"}, "not-allowed"},
                                   {"A01", {"check"}, "not-allowed"}}) {
        const Answer answer = station.call(refused.agent, refused.words);
        INFO(refused.agent << ' ' << refused.words.front());
        CHECK(answer.status == 3);
        CHECK(answer.error() == refused.error);
    }
    CHECK(station.call("", {"person", "fnd"}).status == 2);
    CHECK(station.call("", {"optout", "scopes", "--no-such-option"}).error() == "unknown-option");
    const Outcome words = station.text("A01", {"import", document("sortie.xml")});
    CHECK(words.status == 3);
    CHECK(words.output.empty());
    CHECK_THAT(words.errors, Catch::Matchers::StartsWith("guichet: "));
}
