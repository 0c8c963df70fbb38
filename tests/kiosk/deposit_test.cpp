// SPDX-License-Identifier: GPL-3.0-or-later
// Several filled papers brought at once.
#include "kiosk/counter/deposit.h"

#include "base/text.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using nlohmann::json;
using storage::Role;
using test::must;

namespace {

struct DepositFixture : test::ActFixture {
    Deposit deposit(const json &papers, const std::string &bearer = "Association d’exemple") {
        return must(depositPapers(desk, must(readDeposit(papers.dump(), bearer)), bearer, {}));
    }
    std::string another() { return add("ESSAI", "CAMILLE", {1960, 1, 2}); }
};

std::string textOf(const MadePaper &paper) {
    return test::onOneLine(replaceAll(test::pdfText(paper.pdf), "\u00a0", " "));
}

} // namespace

TEST_CASE_METHOD(DepositFixture, "forty people with forty opt-outs have forty acts and receipts of their own",
                 "[deposit]") {
    constexpr int kPeople = 40;
    const NumberedPapers forms = must(numberedOptoutForms(desk, {"ens-closure"}, kPeople, {}));
    json papers = json::array();
    for (const std::string &number : forms.numbers) {
        papers.push_back({{"person", another()},
                          {"scopes", {"ens-closure"}},
                          {"deposited", "2026-11-20"},
                          {"paper_number", number}});
    }
    const Deposit done = deposit(papers);
    REQUIRE(std::ssize(done.papers) == kPeople);
    CHECK(done.registered == done.papers.size());
    std::set<std::string> receipts;
    std::set<std::string> people;
    const std::string note = textOf(done.note);
    for (std::size_t i = 0; i < done.papers.size(); ++i) {
        const TakenPaper &taken = done.papers[i];
        REQUIRE(taken.acts.size() == 1);
        CHECK(taken.paperNumber == forms.numbers[i]);
        CHECK(taken.acts[0].paperNumber == forms.numbers[i]);
        CHECK(taken.acts[0].person == papers[i].at("person").get<std::string>());
        CHECK(taken.acts[0].received == must(parseDate("2026-11-20")));
        CHECK(taken.acts[0].by == "bearer");
        CHECK(taken.acts[0].byName == "Association d’exemple");
        REQUIRE(taken.receipt);
        receipts.insert(taken.receipt->reference);
        people.insert(taken.receipt->person);
        CHECK(note.find(forms.numbers[i]) != std::string::npos);
        CHECK(note.find(taken.receipt->reference) != std::string::npos);
    }
    CHECK(std::ssize(receipts) == kPeople);
    CHECK(std::ssize(people) == kPeople);
    CHECK(note.find("Association d’exemple") != std::string::npos);
    for (const char *ofSomebody : {"ESSAI", "CAMILLE", "C. E.", "ermeture", "1960"}) {
        INFO(ofSomebody);
        CHECK(note.find(ofSomebody) == std::string::npos);
    }
    CHECK(numbersLeft(desk, kNumberedForm) == 0);
}

TEST_CASE_METHOD(DepositFixture, "what can't be registered is named in its place, and the others are", "[deposit]") {
    const json good{{"person", person},
                    {"form", "s3704"},
                    {"answers", {{"physician-name", "Dr Exemple"}, {"physician-signed", true}}},
                    {"paper_number", "7"}};
    const auto with = [&](const char *key, const json &value) {
        json paper = good;
        paper[key] = value;
        paper["paper_number"] = "8"; // free as long as its paper is not registered
        return paper;
    };
    struct Case {
        json paper;
        ErrorCode code;
    };
    const std::vector<Case> wrong{{good, ErrorCode::PaperNumberUsed},
                                  {with("person", "01234567890123456789012345"), ErrorCode::Nobody},
                                  {with("form", "s9999"), ErrorCode::UnknownForm},
                                  {with("answers", {{"x", "y"}}), ErrorCode::UnknownField},
                                  {with("answers", 1), ErrorCode::BadValue},
                                  {with("deposited", "2026-11-25"), ErrorCode::FutureDate},
                                  {with("deposited", "hier"), ErrorCode::BadDate},
                                  {with("signed", "never"), ErrorCode::BadValue},
                                  {with("by", "parent"), ErrorCode::MissingOption},
                                  {with("pieces", {"filiation"}), ErrorCode::UnknownPiece},
                                  {with("pieces", "filiation"), ErrorCode::BadValue},
                                  {with("scopes", {"ens-closure"}), ErrorCode::MissingOption},
                                  {with("colour", "red"), ErrorCode::BadValue},
                                  {json(3), ErrorCode::BadValue},
                                  {{{"person", person}, {"scopes", {"ens-all"}}}, ErrorCode::UnknownScope}};
    json papers = json::array({good});
    for (const Case &one : wrong) {
        papers.push_back(one.paper);
    }
    papers.push_back({{"person", person}, {"scopes", {"ens-document-masking"}}, {"details", {{"document", "radio"}}}});
    const std::uint64_t before = entriesWritten();
    const Deposit done = deposit(papers, "");
    REQUIRE(done.papers.size() == papers.size());
    CHECK(done.registered == 2);
    CHECK(done.papers.front().acts.at(0).by == "self");
    CHECK(done.papers.back().acts.at(0).detail == R"({"document":"radio"})");
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        const TakenPaper &taken = done.papers[i + 1];
        INFO(wrong[i].paper.dump());
        REQUIRE(taken.error);
        CHECK(taken.error->code == wrong[i].code);
        CHECK(taken.acts.empty());
        CHECK_FALSE(taken.receipt);
    }
    CHECK(entriesWritten() == before + 3); // two acts, and that papers were brought
    CHECK(textOf(done.note).find("à revoir avec l’agent") != std::string::npos);
}

TEST_CASE_METHOD(DepositFixture, "a file that is no list of papers registers nothing", "[deposit]") {
    const std::uint64_t before = entriesWritten();
    CHECK(readDeposit(GENERATE("", "{}", "[]", "[1"), "").error().code == ErrorCode::BadValue);
    CHECK(readDeposit(json(std::vector<int>(kMostDeposited + 1)).dump(), "").error().code == ErrorCode::BadValue);
    CHECK(depositPapers(as(Role::Admin, "D01"), {}, "", {}).error().code == ErrorCode::NotAllowed);
    CHECK(entriesWritten() == before);
}
