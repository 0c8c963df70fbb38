// SPDX-License-Identifier: GPL-3.0-or-later
// Letters from the agency to the person, and how they want to be told.
#include "kiosk/counter/notices.h"

#include "base/text.h"
#include "kiosk/counter/day.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/statement.h"
#include "tests/kiosk/told_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <optional>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::ActStatus;
using storage::ActType;
using storage::ContactPreference;
using storage::Role;
using test::must;

namespace {

using Contact = std::optional<ContactPreference>;

struct NoticeFixture : test::ToldFixture {
    NoticeFixture() { set({{"remedy-mediator-address", "Le médiateur, 1 place de l’Exemple, 81000 VILLE"}}); }

    void decide(const std::string &reference, bool yes) {
        must(sendOptouts(as(Role::Agent, "A01"), {{}, {reference}, "registered-post", "1A 000", std::nullopt}));
        Desk &supervisor = as(Role::Supervisor, "S01");
        (void)must(yes ? confirmOptout(supervisor, reference, "courrier du 30 novembre")
                       : refuseOptout(supervisor, reference, "identité non vérifiée"));
        (void)as(Role::Agent, "A01");
    }
    std::vector<storage::ActStep> notices(const std::string &reference) {
        std::vector<storage::ActStep> steps = must(storage::Acts(entries).steps(reference));
        std::erase_if(steps, [](const storage::ActStep &step) { return step.what != "notice-made"; });
        return steps;
    }
};

constexpr const char *kSignedByPhysician = R"({"physician-name":"Dr Exemple","physician-signed":true})";
constexpr const char *kHome = "28 avenue de Breteuil";

} // namespace

TEST_CASE_METHOD(NoticeFixture, "while nothing is to be told no letter is made, and no step is noted", "[notices]") {
    const std::string reference = opposed();
    CHECK(makeNotice(desk, reference, {}).error().code == ErrorCode::WrongState);
    (void)must(withdrawOptout(desk, reference));
    onDay("2027-03-01"); // its day has passed, and nobody waits for it
    CHECK(makeNotice(desk, reference, {}).error().code == ErrorCode::WrongState);
    CHECK(notices(reference).empty());
    CHECK(makeNotice(desk, "K7-0000", {}).error().code == ErrorCode::BadReference);
    CHECK(makeNotice(as(Role::Admin, "D01"), reference, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(NoticeFixture, "the letter says what became of an opt-out, with what proves it and what can be done",
                 "[notices]") {
    struct Case {
        NoticeCause cause;
        std::vector<std::string> says;
        std::vector<std::string> not_;
    };
    const auto one = GENERATE(Case{NoticeCause::Confirmed,
                                   {"C’est fait", "Le 25 novembre 2026", "courrier du 30 novembre",
                                    "Ce que cela ne fait pas", "Si vous changez d’avis"},
                                   {"Défenseur", "refusé"}},
                              Case{NoticeCause::Refused,
                                   {"C’est refusé", "Le 25 novembre 2026", "identité non vérifiée", "n’est pas fait",
                                    "CNIL", "1.", "Défenseur des droits"},
                                   {"C’est fait"}},
                              Case{NoticeCause::Late,
                                   {"La réponse tarde", "24 décembre 2026 au plus tard", "Nous demandons de nouveau",
                                    "CNIL", "Revenir, ou écrire"},
                                   {"C’est fait", "Preuve"}});
    const std::string reference = opposed();
    if (one.cause == NoticeCause::Late) {
        onDay("2026-12-25");
    } else {
        onDay("2026-11-25");
        decide(reference, one.cause == NoticeCause::Confirmed);
    }
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK(letter.cause == one.cause);
    CHECK(letter.to == "post");
    CHECK(letter.forAgent.empty());
    CHECK(letter.paper.pages == 1);
    const std::string text = words(letter.paper);
    CHECK_THAT(text, ContainsSubstring(reference) && ContainsSubstring("DOMINIQUE PAT-TROIS") &&
                         ContainsSubstring(kHome) && ContainsSubstring("75007 PARIS") &&
                         ContainsSubstring("2 79 03 •• ••• •••") && ContainsSubstring("36 46") &&
                         ContainsSubstring("Du lundi au vendredi") && ContainsSubstring("24 novembre 2026"));
    CHECK_THAT(text, !ContainsSubstring("279035121518989") && !ContainsSubstring("215 189"));
    for (const std::string &part : one.says) {
        CHECK_THAT(text, ContainsSubstring(part));
    }
    for (const std::string &part : one.not_) {
        CHECK_THAT(text, !ContainsSubstring(part));
    }
    CHECK(letter.paper.what.find("PAT") == std::string::npos);
}

TEST_CASE_METHOD(NoticeFixture, "a request that was decided, or that silence decided, is told as that", "[notices]") {
    struct Case {
        std::optional<ActStatus> to;
        const char *on;
        NoticeCause cause;
        const char *says;
        bool contested;
    };
    const auto one = GENERATE(
        Case{ActStatus::DecidedYes, "2026-12-01", NoticeCause::DecidedYes, "a été acceptée", false},
        Case{ActStatus::DecidedNo, "2026-12-01", NoticeCause::DecidedNo, "aucune n’est notée", true},
        Case{std::nullopt, "2027-01-25", NoticeCause::SilenceAccepted, "24 janvier 2027 vaut acceptation", false});
    const std::string reference = filed("s3704", kSignedByPhysician);
    onDay(one.on);
    if (one.to) {
        (void)must(advanceRequest(desk, reference, *one.to, {}));
    }
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK(letter.cause == one.cause);
    const std::string text = words(letter.paper);
    CHECK_THAT(text, ContainsSubstring(one.says));
    CHECK((text.find("À qui vous adresser, dans cet ordre") != std::string::npos) == one.contested);
    // The board first, then the others; what nobody vouches for is marked.
    if (one.contested) {
        CHECK(text.find("commission de recours amiable") < text.find("Défenseur"));
        CHECK_THAT(text, ContainsSubstring("(à vérifier par la caisse)"));
    }
}

TEST_CASE_METHOD(NoticeFixture, "that a request was passed on is told with to whom, until something comes of it",
                 "[notices]") {
    const std::string reference = filed("s3704", kSignedByPhysician);
    onDay("2026-12-01");
    (void)must(advanceRequest(desk, reference, ActStatus::Forwarded, "CPAM de l’Aveyron, par courrier interne"));
    const std::vector<storage::Act> acts{must(storage::Acts(entries).get(reference))};
    CHECK(noticesToMake(desk, acts) == 0); // within the same house none is owed
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK(letter.cause == NoticeCause::Forwarded);
    const std::string text = words(letter.paper);
    CHECK_THAT(text, ContainsSubstring("Demande transmise") && ContainsSubstring("Le 1er décembre 2026") &&
                         ContainsSubstring("CPAM de l’Aveyron") && ContainsSubstring("rien à refaire") &&
                         ContainsSubstring("L114-3"));
    CHECK(text.find("À qui vous adresser, dans cet ordre") == std::string::npos); // there is nothing to contest
    CHECK(notices(reference).back().evidence == "forwarded");
    CHECK_THAT(words(must(makeStatement(desk, reference, {})).paper),
               ContainsSubstring("pour dire à qui la demande est transmise"));
    onDay("2027-01-25");
    CHECK(must(makeNotice(desk, reference, {})).cause == NoticeCause::SilenceAccepted);
}

TEST_CASE_METHOD(NoticeFixture, "the letter goes where the person wants it for this act", "[notices]") {
    struct Case {
        ContactPreference wish;
        std::string to;
        std::string says;
        bool home;
    };
    const auto one = GENERATE(
        Case{{"post", ""}, "post", kHome, true},
        Case{{"other-address", "chez M. Noir\n3 rue du Puits\n81000 ALBI"}, "other-address", "chez M. Noir", false},
        Case{{"collect", ""}, "collect", "À remettre au guichet", false},
        Case{{"nothing-at-home", ""}, "collect", "Ne pas envoyer cette lettre", false},
        Case{{"telephone", "05 00 00 00 42"}, "telephone", "Appeler le 05 00 00 00 42", false},
        Case{{"email", "d@exemple.invalid"}, "email", "Écrire à d@exemple.invalid", false});
    const bool later = GENERATE(false, true);
    const std::string reference =
        opposed({"snds-reuse"}, later ? Contact(ContactPreference{"post", ""}) : Contact(one.wish));
    if (later) {
        (void)must(changeContact(desk, ActType::Optout, reference, one.wish));
    }
    CHECK(must(showOptout(desk, reference)).contact == std::vector{one.wish});
    decide(reference, true);
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK(letter.to == one.to);
    CHECK(letter.forAgent.empty() == (one.to == "post" || one.to == "other-address"));
    CHECK_THAT(words(letter.paper), ContainsSubstring(one.says));
    CHECK((words(letter.paper).find(kHome) != std::string::npos) == one.home);
    CHECK(notices(reference).front().means == one.to);
}

TEST_CASE_METHOD(NoticeFixture, "whoever wants nothing at home gets nothing there, whatever else they wish",
                 "[notices]") {
    const std::vector<ContactPreference> wishes{{"post", ""}, {"nothing-at-home", ""}};
    must(storage::inTransaction(store.database(),
                                [&] { return store.people().setContact(person, wishes, clock.now()); }));
    const std::string reference = opposed();
    decide(reference, true);
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK(letter.to == "collect");
    CHECK_THAT(words(letter.paper), !ContainsSubstring(kHome));
}

TEST_CASE_METHOD(NoticeFixture, "who acts for a child is written to, and the home of somebody who died is not",
                 "[notices]") {
    const auto who = GENERATE(Who::Guardian, Who::Heir);
    const Presence presence{.who = who, .name = "Camille Mère", .seen = IdentitySeen::IdCard, .mandateSeen = true};
    std::string reference;
    if (who == Who::Heir) { // nobody opposes for somebody who died
        reference = must(fileRequest(desk, {person, "record-request", "{}", {}, presence, {}}, {}, {})).act.reference;
        (void)must(advanceRequest(desk, reference, ActStatus::DecidedYes, "courrier du 30"));
    } else {
        reference = opposed({"snds-reuse"}, {}, presence);
        decide(reference, true);
    }
    const MadeNotice letter = must(makeNotice(desk, reference, {}));
    CHECK_THAT(words(letter.paper), ContainsSubstring("Camille Mère") && ContainsSubstring("pour DOMINIQUE PAT-TROIS"));
    CHECK(letter.to == (who == Who::Heir ? "collect" : "post"));
}

TEST_CASE_METHOD(NoticeFixture, "a letter that was made is a step; the same again is a copy, elsewhere another",
                 "[notices]") {
    const std::string reference = opposed();
    decide(reference, false);
    Desk &supervisor = as(Role::Supervisor, "S01");
    const auto count = [&] {
        const std::vector<DayItem> items = must(weekItems(supervisor));
        return std::ranges::find(items, "notices", &DayItem::what)->count;
    };
    CHECK(count() == 1);
    CHECK(must(makeNotice(supervisor, reference, {})).noted);
    CHECK(count() == 0);
    CHECK_FALSE(must(makeNotice(supervisor, reference, {})).noted);
    (void)must(changeContact(supervisor, ActType::Optout, reference, {"collect", ""}));
    CHECK(must(makeNotice(supervisor, reference, {})).noted);
    const std::vector<storage::ActStep> steps = notices(reference);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].evidence == "refused");
    CHECK(steps[1].means == "collect");
    CHECK_THAT(words(must(makeStatement(supervisor, reference, {})).paper),
               ContainsSubstring("Lettre à la personne, faite.") && ContainsSubstring("pour dire que c’est refusé"));
    CHECK(storage::Acts(entries).check().empty());
    CHECK(must(storage::Acts(entries).get(reference)).status == ActStatus::Refused);
}

TEST_CASE_METHOD(NoticeFixture, "in both sizes of type the address stands in an envelope's window, alone",
                 "[notices]") {
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    const std::string reference = opposed();
    decide(reference, true);
    const MadeNotice letter = must(makeNotice(desk, reference, {layout, "en"}));
    constexpr double kMm = 72 / 25.4;
    // DL, its window on the right: 100 by 45 mm, 20 mm from the edge; the fold is at 99 mm.
    std::string seen;
    for (const test::PdfWord &word : test::pdfWords(letter.paper.pdf)) {
        if (word.page == 0 && word.bottom > 46 * kMm && word.top < 86 * kMm) {
            CHECK(word.left > 100 * kMm);
            seen += (seen.empty() ? "" : " ") + word.text;
        }
    }
    CHECK(seen == "DOMINIQUE PAT-TROIS 28 avenue de Breteuil 75007 PARIS");
    CHECK_THAT(words(letter.paper), ContainsSubstring("The paper in French prevails"));
}
