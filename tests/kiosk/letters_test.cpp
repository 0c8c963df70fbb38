// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own letters.
#include "kiosk/counter/letters.h"

#include "base/text.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::Role;
using test::must;

namespace {

struct LetterFixture : test::ActFixture {
    LetterFixture() { set({{"remedy-mediator-address", "Le médiateur, 1 place de l’Exemple, 81000 VILLE"}}); }

    std::string filed(const std::string &form, const std::string &answers) {
        RequestWish wish;
        wish.person = person;
        wish.form = form;
        wish.answers = answers;
        wish.presence.seen = IdentitySeen::IdCard;
        const FiledRequest done = must(fileRequest(as(Role::Agent, "A01"), wish, {}, {}));
        REQUIRE(done.act.piecesMissing.empty());
        return done.act.reference;
    }
    std::string opposed() {
        OptoutWish wish;
        wish.person = person;
        wish.scopes = {"snds-reuse"};
        wish.presence.seen = IdentitySeen::IdCard;
        return must(registerOptout(as(Role::Agent, "A01"), wish, {}, {})).acts.front().reference;
    }
    static std::string words(const MadeLetter &letter) {
        return test::onOneLine(replaceAll(test::pdfText(letter.paper.pdf), "\u00a0", " "));
    }
};

constexpr const char *kPhysician = R"({"physician-name":"Dr Exemple","physician-signed":true})";
constexpr const char *kDocument = R"({"document-what":"Un règlement","way-of":"WAY"})";

} // namespace

TEST_CASE_METHOD(LetterFixture, "while an answer is awaited in time nothing is due, and no letter is made",
                 "[letters]") {
    const std::string reference = GENERATE(true, false) ? filed("s3704", kPhysician) : opposed();
    storage::Acts acts(entries);
    const DueLetters due = dueLetters(desk, must(acts.get(reference)));
    CHECK(due.cause == LetterCause::None);
    CHECK(due.to.empty());
    CHECK(makeLetter(desk, reference, std::nullopt, {}).error().code == ErrorCode::WrongState);
    CHECK(makeLetter(as(Role::Admin, "D01"), reference, std::nullopt, {}).error().code == ErrorCode::NotAllowed);
    CHECK(makeLetter(as(Role::Agent, "A01"), "K7-0000", std::nullopt, {}).error().code == ErrorCode::BadReference);
}

TEST_CASE_METHOD(LetterFixture, "silence that is an acceptance is attested", "[letters]") {
    const std::string reference = filed("s3704", kPhysician);
    onDay("2027-01-25"); // the day after the last
    const MadeLetter letter = must(makeLetter(desk, reference, std::nullopt, {}));
    CHECK(letter.due.cause == LetterCause::SilenceAccepted);
    CHECK(letter.to == LetterTo::Attestation);
    CHECK(letter.due.to == std::vector{LetterTo::Attestation, LetterTo::Mediator, LetterTo::Defender});
    CHECK(letter.paper.pages == 1);
    const std::string text = words(letter);
    for (const char *part : {"PAT-TROIS", "28 avenue de Breteuil", "2 79 03 51 215 189 89", "Service des droits",
                             "24 novembre 2026", "24 janvier 2027 vaut acceptation", "L232-3"}) {
        CHECK_THAT(text, ContainsSubstring(part));
    }
    CHECK_THAT(text, ContainsSubstring(reference));
    CHECK_THAT(text, !ContainsSubstring("Mes raisons"));
}

TEST_CASE_METHOD(LetterFixture, "a refusal by silence is contested where the form says, in the person's words",
                 "[letters]") {
    const Form &form = *catalogue.form("document-access");
    const auto way = std::ranges::find(form.fields, "way-of", &Field::id);
    const std::string reference = filed("document-access", replaceAll(kDocument, "WAY", way->options.front().id));
    onDay("2026-12-26");
    const MadeLetter letter = must(makeLetter(desk, reference, std::nullopt, {}));
    CHECK(letter.due.cause == LetterCause::SilenceRefused);
    CHECK(letter.to == LetterTo::Cada);
    CHECK_THAT(words(letter),
               ContainsSubstring("vaut refus") && ContainsSubstring("CADA") && ContainsSubstring("Mes raisons"));
    CHECK(makeLetter(desk, reference, LetterTo::Attestation, {}).error().code == ErrorCode::BadValue);
    CHECK(makeLetter(desk, reference, LetterTo::MedicalAppeal, {}).error().code == ErrorCode::BadValue);
}

TEST_CASE_METHOD(LetterFixture, "an opt-out that is refused, or late, goes to the CNIL and the Defender of Rights",
                 "[letters]") {
    const std::string reference = opposed();
    const bool refused = GENERATE(true, false);
    if (refused) {
        must(sendOptouts(desk, {{}, {reference}, "registered-post", "1A 000", std::nullopt}));
        must(refuseOptout(as(Role::Supervisor, "S01"), reference, "motif"));
        (void)as(Role::Agent, "A01");
    } else {
        onDay("2026-12-26");
    }
    const MadeLetter letter = must(makeLetter(desk, reference, std::nullopt, {}));
    CHECK(letter.due.cause == (refused ? LetterCause::Refused : LetterCause::Late));
    CHECK(letter.due.to == std::vector{LetterTo::Cnil, LetterTo::Defender});
    CHECK_THAT(words(letter),
               ContainsSubstring("CNIL") &&
                   ContainsSubstring(refused ? "a été refusée" : "m’était annoncée pour le 24 décembre"));
    const MadeLetter other = must(makeLetter(desk, reference, LetterTo::Defender, {printing::Layout::Large, {}}));
    CHECK_THAT(words(other), ContainsSubstring("Défenseur des droits"));
}

TEST_CASE("who is written to is named as on the command line", "[letters]") {
    for (const LetterTo to : {LetterTo::Attestation, LetterTo::Appeal, LetterTo::MedicalAppeal, LetterTo::Cada,
                              LetterTo::Cnil, LetterTo::Mediator, LetterTo::Defender}) {
        CHECK(must(parseLetterTo(toText(to))) == to);
    }
    CHECK(parseLetterTo("nobody").error().code == ErrorCode::BadValue);
}
