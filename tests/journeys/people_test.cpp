// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of people whom a counter is for, each from the door to the paper in hand, and back again.
#include "base/text.h"
#include "tests/journeys/station.h"
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
            done("S01", {"import", (sampleDocuments() / name).string()});
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

TEST_CASE("a mother asks for her newborn without a number, and sees nothing that her teenager keeps to themselves",
          "[journey]") {
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
    CHECK_THAT(counter.paper("receipt.pdf"), ContainsSubstring("Pouvoir d’agir pas encore montré"));
}
