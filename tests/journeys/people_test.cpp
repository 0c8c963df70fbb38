// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of people whom a counter is for, each from the door to the paper in hand, and back again.
#include "base/text.h"
#include "tests/journeys/station.h"
#include "tests/support/cda_builder.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <vector>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

struct Counter : Station {
    Counter() { makeDemo(5); }

    /// Somebody whose documents came in.
    std::string known() {
        for (const char *name : {"ordonnance.xml", "analyses.xml", "sortie.xml"}) {
            done("S01", {"import", (journeyDocuments() / name).string()});
        }
        return done("A01", {"person", "find", "--nir", kSampleNir}).at("persons").at(0).at("id").get<std::string>();
    }
    /// Somebody in no list.
    std::string added(const char *name, const char *given, const char *born) {
        return done("A01", {"person", "add", "--birth-name", name, "--given-names", given, "--born", born})
            .at("id")
            .get<std::string>();
    }
    std::string paper(const std::string &name) const {
        return guichet::replaceAll(onOneLine(textOfPdf(path(name))), "\u00a0", " ");
    }
    /// Registers opt-outs; the paper is `receipt.pdf`.
    json refuses(const std::string &person, const std::vector<std::string> &more,
                 const std::vector<std::string> &scopes = {"ens-refusal"}) {
        std::vector<std::string> words{"optout", "register", "--person", person, "--output", path("receipt.pdf")};
        for (const std::string &scope : scopes) {
            words.insert(words.end(), {"--scope", scope});
        }
        words.insert(words.end(), more.begin(), more.end());
        return done("A01", words).at("optouts");
    }
    std::string printError(const std::string &person, const std::vector<std::string> &more) {
        std::vector<std::string> words{"print", "--person", person, "--all", "--output", path("records.pdf")};
        words.insert(words.end(), more.begin(), more.end());
        return call("A01", words).error();
    }
};

const std::vector<std::string> kSelf{"--signed", "signature", "--identity-seen", "id-card"};

} // namespace

TEST_CASE("a widow without a telephone has her space closed, and comes back after three months", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    counter.done("A01", {"print", "--person", person, "--all", "--identity-seen", "id-card", "--layout", "large",
                         "--output", counter.path("records.pdf")});
    const json optouts = counter.refuses(person, kSelf, {"ens-refusal"});
    REQUIRE(optouts.size() == 2);
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("En bref"));
    const std::string closure = optouts.at(1).at("reference").get<std::string>();
    const json slip = counter.done("A01", {"optout", "slip"});
    counter.done("A01", {"optout", "send", "--slip", slip.at("slip").get<std::string>(), "--means", "registered-post",
                         "--evidence", "1A 234 567 8901 2"});

    // Three months on, nobody has answered her.
    const std::vector<std::string> later{"--now", "2027-03-01T09:00:00Z"};
    const auto then = [&](std::vector<std::string> words) {
        words.insert(words.end(), later.begin(), later.end());
        return counter.done("A01", words);
    };
    const json steps = then({"statement", closure, "--output", counter.path("statement.pdf")}).at("steps");
    CHECK(steps.dump().find("1A 234 567 8901 2") != std::string::npos);
    CHECK_THAT(counter.paper("statement.pdf"), ContainsSubstring("n’a pas encore confirmé"));
    CHECK(then({"optout", "list", "--person", person, "--due"}).at("optouts").size() == 2);
    then({"letter", closure, "--output", counter.path("letter.pdf")});
    CHECK_THAT(counter.paper("letter.pdf"), ContainsSubstring(closure));
}

TEST_CASE("a mother asks for her newborn without a number", "[journey]") {
    Counter counter;
    const std::string newborn = counter.added("EXEMPLE", "Noé", "2026-11-20");
    const std::vector<std::string> mother{"--by",     "parent",    "--by-name",       "EXEMPLE Odile",
                                          "--signed", "signature", "--identity-seen", "id-card"};
    CHECK(counter.refuses(newborn, mother).size() == 2);
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("titulaire de l’autorité parentale"));

    const std::string grown = counter.known(); // of age: a parent has no title any more
    CHECK(counter.printError(grown, {"--by", "parent", "--by-name", "EXEMPLE Odile", "--identity-seen", "id-card"}) !=
          "");
}

TEST_CASE("what a teenager keeps from their parents is neither listed, counted nor printed for them", "[journey]") {
    Counter counter;
    const std::string nir = testNir(2, 11, 4, 8);
    const auto bring = [&](CdaBuilder document, const char *id, const char *words,
                           const std::vector<std::string> &marks) {
        document.person.ins = nir;
        document.person.born = "20110403";
        document.person.usedName.clear();
        document.id = id;
        document.setId = std::string(id) + ".0";
        document.title = words; // a title would say it too
        document.marks = marks;
        document.section("Texte", words);
        const auto file = counter.folder().write("document.xml", document.build());
        counter.done("S01", {"import", file.string()});
    };
    bring(prescription(), "1.2.250.1.999.21", "Collier pour la cheville", {});
    bring(laboratoryResult(), "1.2.250.1.999.22", "Secret de Camille", {"INVISIBLE_REPRESENTANTS_LEGAUX"});
    const std::string teenager =
        counter.done("A01", {"person", "find", "--nir", nir}).at("persons").at(0).at("id").get<std::string>();

    const auto seen = [&](const std::vector<std::string> &by) {
        std::vector<std::string> list{"record", "list", "--person", teenager};
        list.insert(list.end(), by.begin(), by.end());
        return counter.done("A01", list).at("records").size();
    };
    const auto printed = [&](const std::vector<std::string> &by) {
        std::vector<std::string> print{"print", "--person", teenager, "--all", "--output", counter.path("records.pdf")};
        print.insert(print.end(), by.begin(), by.end());
        counter.done("A01", print);
        return counter.paper("records.pdf");
    };
    const std::vector<std::string> mother{"--by", "parent", "--by-name", "MOULIN Hélène", "--identity-seen", "id-card"};
    const std::vector<std::string> self{"--identity-seen", "id-card"};
    CHECK(seen(mother) == 1);
    CHECK(seen(self) == 2);
    const std::string theirs = printed(mother);
    CHECK_THAT(theirs, ContainsSubstring("Collier"));
    CHECK(theirs.find("Secret de Camille") == std::string::npos);
    CHECK_THAT(printed(self), ContainsSubstring("Secret de Camille"));
}

TEST_CASE("somebody without a home files from an association, and every answer goes there", "[journey]") {
    Counter counter;
    const std::string person = counter.added("SANSTOIT", "Ayo", "1990-05-06");
    const std::string address = "chez Association Exemple, 4 rue du Puits, 81990 EXEMPLEVILLE";
    counter.done("A01", {"person", "contact", person, "--contact", "address", "--contact-detail", address,
                         "--identity-seen", "id-card"});
    CHECK(counter.done("A01", {"person", "show", person}).at("contact").at(0).at("detail") == address);
    const std::string answers = counter.folder().write("answers.json", R"({"residence-elected":"yes"})").string();
    const json filed = counter.done("A01", {"request", "file", "--person", person, "--form", "s1106", "--answers",
                                            answers, "--signed", "signature", "--output", counter.path("filed.pdf")});
    CHECK(filed.at("missing").dump().find("election") != std::string::npos); // its attestation can come later
    CHECK_THAT(counter.paper("filed.pdf"), ContainsSubstring(address));
    const std::string reference = filed.at("reference").get<std::string>();
    counter.done("S01", {"request", "advance", reference, "--to", "decided-no", "--evidence", "courrier 12"});
    counter.done("A01", {"notice", reference, "--output", counter.path("notice.pdf")});
    CHECK_THAT(counter.paper("notice.pdf"), ContainsSubstring("Association Exemple"));
}

TEST_CASE("a protected adult signs with assistance, and is signed for under representation", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    const std::vector<std::string> guardian{"--by",     "guardian",  "--by-name",       "TUTELLE Exemple",
                                            "--signed", "signature", "--identity-seen", "id-card"};
    CHECK(counter.refuses(person, guardian).size() == 2);
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("avec représentation"));
    const std::vector<std::string> assistant{"--by",     "assistance", "--by-name",       "CURATELLE Exemple",
                                             "--signed", "signature",  "--identity-seen", "id-card"};
    CHECK(counter.refuses(person, assistant, {"ens-emergency-access"}).size() == 1);
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("avec assistance"));
}

TEST_CASE("an applicant without number, housed at an association, files on paper", "[journey]") {
    Counter counter;
    const std::string person = counter.added("SANSNUMERO", "Ayo", "1990");
    const std::string answers = counter.folder().write("answers.json", "{}").string();
    const json filed = counter.done("A01", {"request", "file", "--person", person, "--form", "s1106", "--answers",
                                            answers, "--signed", "signature", "--output", counter.path("filed.pdf")});
    CHECK(filed.at("status") == "incomplete"); // taken all the same
    CHECK(filed.at("complete_by").is_string());
    CHECK_THAT(counter.paper("filed.pdf"), ContainsSubstring("sans numéro"));
}

TEST_CASE("a son sees and signs with a mandate, and neither without", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    CHECK(counter.printError(person, {"--by", "mandate", "--by-name", "VIALA Marc", "--identity-seen", "id-card"}) ==
          "");
    for (const char *by : {"helper", "proxy", "bearer"}) {
        CAPTURE(by);
        CHECK(counter.printError(person, {"--by", by, "--by-name", "VIALA Marc", "--identity-seen", "id-card"}) != "");
    }
}

TEST_CASE("a bearer hands in what somebody has signed, and learns nothing", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    const json optouts =
        counter.refuses(person, {"--by", "bearer", "--by-name", "PORTEUR Exemple", "--signed", "signature",
                                 "--deposited", "2026-11-24", "--paper-number", "K7-P-1"});
    CHECK(optouts.at(0).at("status") == "recorded");
    CHECK(counter.call("A01", {"record", "list", "--person", person, "--by", "bearer"}).status != 0);
    const std::string text = counter.paper("receipt.pdf");
    CHECK_THAT(text, ContainsSubstring("24 novembre 2026"));
    CHECK(text.find(kSampleNir) == std::string::npos);
}

TEST_CASE("somebody who can't write makes a mark, and what was seen is on the receipt", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    const std::string note = "Croix tracée devant deux témoins, lecture faite.";
    counter.refuses(person, {"--signed", "mark", "--identity-seen", "id-card", "--agent-note", note});
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring(note));
}

TEST_CASE("who reads another language takes a copy along that they can read", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    std::vector<std::string> words = kSelf;
    words.insert(words.end(), {"--reading-copy", "en"});
    counter.refuses(person, words);
    const std::string text = counter.paper("receipt.pdf");
    CHECK_THAT(text, ContainsSubstring("En bref"));
    CHECK_THAT(text, ContainsSubstring("The paper in French prevails."));
    CHECK(counter.call("A01", {"statement", "00", "--reading-copy", "ar"}).status == 2); // no texts in it yet
}

TEST_CASE("a widow has her late husband's records printed, and can't sign in his name", "[journey]") {
    Counter counter;
    const std::string person = counter.known();
    CHECK(counter.printError(person, {"--by", "heir", "--by-name", "VIALA Rose", "--identity-seen", "id-card"}) == "");
    const json optouts = counter.refuses(
        person, {"--by", "heir", "--by-name", "VIALA Rose", "--signed", "signature", "--identity-seen", "id-card"});
    CHECK(optouts.at(0).at("status") == "recorded"); // received from anyone; it takes effect with nobody's title
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("Un ayant droit peut recevoir le dossier"));
    const std::string held = counter.done("A01", {"optout", "slip"}).at("held").dump(); // and leaves with no slip
    CHECK_THAT(held, ContainsSubstring(optouts.at(0).at("reference").get<std::string>()));
}
