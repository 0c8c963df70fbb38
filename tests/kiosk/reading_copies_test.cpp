// SPDX-License-Identifier: GPL-3.0-or-later
// The copy in the person's language beside every paper to sign or to keep.
#include "kiosk/counter/letters.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/receipts.h"
#include "kiosk/counter/refusals.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/statement.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/kiosk/papers/outline.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <functional>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using test::must;

namespace {

struct CopyFixture : test::ActFixture {
    using Make = std::function<Result<MadePaper>(const PaperWish &wish)>;

    CopyFixture() {
        optout.person = request.person = person;
        optout.scopes = {"snds-reuse"};
        request.form = "s3704";
        optout.presence.seen = request.presence.seen = IdentitySeen::IdCard;
    }
    /// Every paper that a person signs or keeps.
    std::vector<std::pair<const char *, Make>> papers() {
        return {{"opt-out form", [this](const PaperWish &wish) { return optoutForm(desk, optout, wish); }},
                {"request form", [this](const PaperWish &wish) { return requestForm(desk, request, wish); }},
                {"blank form", [this](const PaperWish &wish) { return blankForm(desk, "s3704", wish); }},
                {"refusal", [this](const PaperWish &wish) { return explainRefusal(desk, "silence", wish); }},
                {"opt-out receipt",
                 [this](const PaperWish &wish) -> Result<MadePaper> {
                     GUICHET_ASSIGN(RegisteredOptouts done, registerOptout(desk, optout, {}, wish));
                     return std::move(done.receipt.paper);
                 }},
                {"request receipt",
                 [this](const PaperWish &wish) -> Result<MadePaper> {
                     GUICHET_ASSIGN(FiledRequest done, fileRequest(desk, request, {}, wish));
                     return std::move(done.receipt.paper);
                 }},
                {"statement",
                 [this](const PaperWish &wish) -> Result<MadePaper> {
                     GUICHET_ASSIGN(MadeStatement made, makeStatement(desk, reference(), wish));
                     return std::move(made.paper);
                 }},
                {"letter", [this](const PaperWish &wish) -> Result<MadePaper> {
                     const std::string late = reference();
                     onDay(std::to_string(++year_) + "-01-25"); // an answer is overdue
                     GUICHET_ASSIGN(MadeLetter made, makeLetter(desk, late, std::nullopt, wish));
                     return std::move(made.paper);
                 }}};
    }
    std::string reference() { return must(registerOptout(desk, optout, {}, {})).acts.front().reference; }

    OptoutWish optout;
    RequestWish request;
    int year_ = 2026;
};

} // namespace

TEST_CASE_METHOD(CopyFixture, "each paper has a reading copy in each language: same reference, the French prevails",
                 "[papers]") {
    const bool validated = GENERATE(false, true);
    for (const std::string &language : catalogue.languages()) {
        set({{"service-translations-validated", validated ? "xx " + language : "xx"}});
        for (const auto &[name, make] : papers()) {
            CAPTURE(name, language, validated);
            const MadePaper paper = must(make({printing::Layout::Standard, language}));
            CHECK(paper.says.front().language == "fr");
            CHECK_THAT(test::outline(paper.says.front().blocks), !ContainsSubstring("Copie pour lecture"));
            if (language == "fr") {
                CHECK(paper.says.size() == 1);
                continue;
            }
            REQUIRE(paper.says.size() == 2);
            CHECK(paper.says.back().language == language);
            CHECK(paper.says.back().reference == paper.says.front().reference);
            const Texts say(catalogue, language, must(parseDate("2026-11-24")));
            const std::string copy = test::outline(paper.says.back().blocks);
            CHECK_THAT(copy, ContainsSubstring(say("letterhead.french-prevails")));
            CHECK((copy.find(say("letterhead.not-validated")) == std::string::npos) == validated);
        }
    }
}

TEST_CASE_METHOD(CopyFixture, "a language that there are no texts in is told, and nothing is registered", "[papers]") {
    const std::string ready = reference();
    const std::uint64_t before = entriesWritten();
    for (const auto &[name, make] : papers()) {
        if (std::string_view(name) == "statement" || std::string_view(name) == "letter") {
            continue; // these register what they are made of first
        }
        CAPTURE(name);
        CHECK(make({printing::Layout::Standard, "xx"}).error().code == ErrorCode::BadValue);
    }
    CHECK(makeStatement(desk, ready, {printing::Layout::Standard, "xx"}).error().code == ErrorCode::BadValue);
    CHECK(entriesWritten() == before);
}
