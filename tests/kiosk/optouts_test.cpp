// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/optouts.h"

#include "base/text.h"
#include "kiosk/counter/operator_call.h"
#include "kiosk/counter/statement.h"
#include "kiosk/counter/titles.h"
#include "storage/register/acts.h"
#include "storage/register/reference.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/approved.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using storage::Act;
using storage::ActStatus;
using test::ActFixture;
using test::must;

namespace {

struct OptoutFixture : ActFixture {
    using ActFixture::ActFixture;

    OptoutWish wish(std::vector<std::string> scopes = {"ens-refusal"}) const {
        OptoutWish made;
        made.person = person;
        made.scopes = std::move(scopes);
        made.presence.seen = IdentitySeen::IdCard;
        return made;
    }
    RegisteredOptouts registered(std::vector<std::string> scopes = {"ens-refusal"}) {
        return must(registerOptout(desk, wish(std::move(scopes)), {}, {}));
    }
    std::vector<Act> send(const std::vector<std::string> &references) {
        return must(sendOptouts(desk, {{}, references, "registered-post", "1A 000", std::nullopt}));
    }
    std::vector<Wait> waits(const std::string &reference) { return must(showOptout(desk, reference)).waits; }
    void confirm(const std::string &reference) {
        must(confirmOptout(as(storage::Role::Supervisor, "S01"), reference, "courrier du 30"));
        (void)as(storage::Role::Agent, "A01");
    }
};

std::string textOf(const MadePaper &paper, const test::TemporaryFolder &folder) {
    return test::onOneLine(test::textOfPdf(folder.write("paper.pdf", asText(paper.pdf))));
}

} // namespace

TEST_CASE_METHOD(OptoutFixture, "refusing the space registers objection and closure, with one receipt", "[optouts]") {
    const RegisteredOptouts done = registered();
    REQUIRE(done.acts.size() == 2);
    CHECK(done.acts[0].subject == "ens-objection");
    CHECK(done.acts[1].subject == "ens-closure");
    CHECK(done.acts[0].reference != done.acts[1].reference);
    CHECK(done.acts[0].receipt == done.receipt.reference);
    CHECK(done.acts[1].receipt == done.receipt.reference);
    CHECK(done.held.empty());
    for (const Act &act : done.acts) {
        CHECK(act.status == ActStatus::Recorded);
        CHECK(act.due == must(parseDate("2026-12-24")));
        CHECK(act.author == "A01");
        CHECK(act.identitySeen == "id-card");
        CHECK(act.number == "27903");
        CHECK(act.initials == "D. P.");
    }
    CHECK(done.receipt.paper.pages == 1);
    const storage::SealedEntry sealed = must(storage::verifySeal(done.receipt.seal, entries.key().verifier()));
    CHECK(sealed.core.scopes == std::vector<std::string>{"ens-objection", "ens-closure"});
    CHECK(sealed.core.reference == done.receipt.reference);
    CHECK(sealed.leaf.kind == "optout.registered");
    CHECK(done.receipt.paper.what.find("PAT") == std::string::npos);
}

TEST_CASE_METHOD(OptoutFixture, "erasing is never part of refusing", "[optouts]") {
    CHECK(registered({"ens-refusal"}).acts.size() == 2);
    const RegisteredOptouts both = registered({"ens-refusal", "ens-deletion"});
    REQUIRE(both.acts.size() == 3);
    CHECK(both.acts[2].subject == "ens-deletion");
    CHECK(both.acts[2].due == must(parseDate("2027-02-24")));
}

TEST_CASE_METHOD(OptoutFixture, "the receipt for a refusal says everything, in plain words", "[optouts]") {
    const RegisteredOptouts done = registered();
    std::string text = textOf(done.receipt.paper, folder);
    for (const char *said : {"En bref", "Vous avez demandé : que l’espace numérique de santé ne soit pas ouvert",
                             "au plus tard le 25 novembre 2026", "Sans nouvelles le 24 décembre 2026", "D. P.",
                             "2 79 03 ••", "carte d’identité vue", "formulaire signé", "Reçue le 24 novembre 2026",
                             "Enregistrée. Pas encore transmise, pas encore confirmée.", "Pièces manquantes aucune",
                             "Service des droits", "05 00 00 00 01", "Les soins et les remboursements ne changent pas.",
                             "Défenseur des droits", "page 1 / ", "Guichet K7", "par l’agent A01", "GUICHET1"}) {
        INFO(said << "\n" << text);
        CHECK(text.find(said) != std::string::npos);
    }
    CHECK(text.find("Fait ") == std::string::npos);
    CHECK(text.find("PAT-TROIS") == std::string::npos);
    CHECK(text.find("51 215 189") == std::string::npos);
    for (const Act &act : done.acts) {
        CHECK(text.find(act.reference) != std::string::npos);
    }
}

TEST_CASE_METHOD(OptoutFixture, "a receipt is made again as it was, whatever has changed since", "[optouts]") {
    const RegisteredOptouts done = registered();
    onDay("2027-03-01");
    set({{"service-name", "Un autre service"}, {"agency-phone", "00 00"}});
    send({done.acts[0].reference});
    const MadeReceipt again = must(receiptAgain(desk, done.acts[1].reference, std::nullopt, {}));
    CHECK(again.seal == done.receipt.seal);
    CHECK(again.paper.pdf == done.receipt.paper.pdf);
    CHECK(again.act == done.acts[1].reference);
}

TEST_CASE_METHOD(OptoutFixture, "a scope that is unknown, not open, or lacks its detail is refused by its name",
                 "[optouts]") {
    struct Case {
        std::vector<std::string> scopes;
        std::vector<std::pair<std::string, std::string>> details;
        ErrorCode code;
        std::string detail;
    };
    const Case wrong =
        GENERATE(Case{{"ens-all"}, {}, ErrorCode::UnknownScope, "ens-all"},
                 Case{{"ehds-primary"}, {}, ErrorCode::ScopeNotAvailable, "ehds-primary"},
                 Case{{"ens-document-masking"}, {}, ErrorCode::ScopeDetail, "document="},
                 Case{{"ens-document-masking"}, {{"document", " "}}, ErrorCode::ScopeDetail, "document="},
                 Case{{"ens-professional-blocking"}, {{"document", "x"}}, ErrorCode::ScopeDetail, "document"},
                 Case{{"ens-closure"}, {{"colour", "red"}}, ErrorCode::ScopeDetail, "colour"},
                 Case{{}, {}, ErrorCode::MissingOption, "--scope"});
    OptoutWish asked = wish(wrong.scopes);
    asked.details = wrong.details;
    const std::uint64_t before = entriesWritten();
    const auto prepared = prepareOptout(desk, asked, {});
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().code == wrong.code);
    CHECK(prepared.error().detail == wrong.detail);
    CHECK(registerOptout(desk, asked, {}, {}).error().code == wrong.code);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(OptoutFixture, "what is prepared is not registered, and is registered as prepared", "[optouts]") {
    OptoutWish asked = wish({"ens-document-masking", "ens-refusal"});
    asked.details = {{"document", "Compte rendu du 3 avril, hôpital de Ville"}};
    asked.presence.who = Who::Guardian;
    asked.presence.name = "Camille Tuteur";
    asked.presence.mandateSeen = true;
    const std::uint64_t before = entriesWritten();
    const PreparedOptout prepared = must(prepareOptout(desk, asked, {}));
    CHECK(entriesWritten() == before);
    CHECK(must(listOptouts(desk, {})).empty());
    const std::string form = textOf(prepared.form, folder);
    CHECK(form.find("À signer") != std::string::npos);
    CHECK(form.find("Rien n’est encore enregistré") != std::string::npos);
    CHECK(form.find("Compte rendu du 3 avril") != std::string::npos);
    CHECK(form.find("Camille Tuteur") != std::string::npos);

    const OptoutWish draft = must(optoutDraft(desk, prepared.draft));
    CHECK(draft.scopes == asked.scopes);
    CHECK(draft.details == asked.details);
    CHECK(draft.presence.who == Who::Guardian);
    const RegisteredOptouts done = must(registerOptout(desk, draft, {}, {}, prepared.draft));
    REQUIRE(done.acts.size() == 3);
    CHECK(done.acts[0].detail == R"({"document":"Compte rendu du 3 avril, hôpital de Ville"})");
    CHECK(done.acts[1].detail == "{}");
    CHECK(done.acts[0].byName == "Camille Tuteur");
    CHECK(optoutDraft(desk, prepared.draft).error().code == ErrorCode::Nothing);
    CHECK(registerOptout(desk, draft, {}, {}, prepared.draft).error().code == ErrorCode::Nothing);
    CHECK(must(listOptouts(desk, {})).size() == 3);
}

TEST_CASE_METHOD(OptoutFixture, "a draft can be dropped before it is signed", "[optouts]") {
    const PreparedOptout prepared = must(prepareOptout(desk, wish(), {}));
    must(dropOptoutDraft(desk, prepared.draft));
    CHECK(optoutDraft(desk, prepared.draft).error().code == ErrorCode::Nothing);
}

TEST_CASE_METHOD(OptoutFixture, "every mention that is missing is named, and nothing is registered", "[optouts]") {
    const auto key =
        GENERATE("agency-name", "agency-address", "agency-phone", "service-name", "service-address", "service-phone");
    unset(key);
    const std::uint64_t before = entriesWritten();
    CHECK(registerOptout(desk, wish(), {}, {}).error() == Error{ErrorCode::MentionMissing, key, {}});
    CHECK(entriesWritten() == before);
    CHECK(must(listOptouts(desk, {})).empty());
    set({{key, "7"}}); // a telephone number too
    CHECK(registerOptout(desk, wish(), {}, {}));
}

TEST_CASE_METHOD(OptoutFixture, "asking again is received, and points to what is open", "[optouts]") {
    const RegisteredOptouts first = registered();
    const RegisteredOptouts second = registered({"ens-closure"});
    REQUIRE(second.earlier.size() == 1);
    CHECK(second.earlier.front().reference == first.acts[1].reference);
    CHECK(textOf(second.receipt.paper, folder).find(first.acts[1].reference) != std::string::npos);
    must(withdrawOptout(desk, first.acts[1].reference));
    must(withdrawOptout(desk, second.acts[0].reference));
    CHECK(registered({"ens-closure"}).earlier.empty());
}

TEST_CASE_METHOD(OptoutFixture, "an opt-out is received from anyone, with or without a document", "[optouts]") {
    struct Case {
        Who who;
        bool mandate;
        IdentitySeen seen;
        bool entitled; ///< for somebody of 47
    };
    const auto one = GENERATE(
        Case{Who::Self, false, IdentitySeen::None, true},
        Case{Who::Parent, true, IdentitySeen::IdCard, false}, // not a minor
        Case{Who::Guardian, true, IdentitySeen::IdCard, true}, Case{Who::Guardian, false, IdentitySeen::IdCard, false},
        Case{Who::Assistance, true, IdentitySeen::None, true}, Case{Who::Mandate, true, IdentitySeen::Passport, true},
        Case{Who::Proxy, true, IdentitySeen::IdCard, false}, Case{Who::Heir, true, IdentitySeen::IdCard, false},
        Case{Who::Bearer, false, IdentitySeen::None, true}, Case{Who::Helper, false, IdentitySeen::IdCard, true});
    OptoutWish asked = wish();
    asked.presence = {one.who, one.who == Who::Self ? "" : "Camille Exemple", one.seen, one.mandate};
    INFO(toText(one.who));
    const RegisteredOptouts done = must(registerOptout(desk, asked, {}, {}));
    CHECK(must(groundOf(desk, must(store.people().get(person)), asked.presence, TitleAct::Oppose)).entitled() ==
          one.entitled);
    const std::string text = textOf(done.receipt.paper, folder);
    CHECK((text.find("Pouvoir d’agir") == std::string::npos) == one.entitled);
    // The bearer learns nothing, and nobody's name is on a receipt.
    CHECK(text.find("Camille") == std::string::npos);
}

TEST_CASE_METHOD(OptoutFixture, "a parent signs for a minor until the day they are eighteen", "[optouts]") {
    const std::string child = add("EXEMPLE", "LOU", {2008, 11, 25});
    const Presence parent{Who::Parent, "Camille Exemple", IdentitySeen::IdCard, true};
    const storage::Person minor = must(store.people().get(child));
    CHECK(must(groundOf(desk, minor, parent, TitleAct::Oppose)).entitled());
    onDay("2026-11-25");
    CHECK_FALSE(must(groundOf(desk, minor, parent, TitleAct::Oppose)).entitled());
}

TEST_CASE_METHOD(OptoutFixture, "who acts for another says their name", "[optouts]") {
    OptoutWish asked = wish();
    asked.presence = {Who::Parent, "", IdentitySeen::IdCard, true};
    CHECK(registerOptout(desk, asked, {}, {}).error().code == ErrorCode::MissingOption);
}

TEST_CASE_METHOD(OptoutFixture, "what can't be undone is received, and waits for identity before it leaves",
                 "[optouts]") {
    OptoutWish asked = wish({"ens-closure", "ens-deletion"});
    asked.presence.seen = IdentitySeen::None;
    const RegisteredOptouts done = must(registerOptout(desk, asked, {}, {}));
    CHECK(done.held == std::vector<std::string>{"ens-deletion"});
    CHECK(textOf(done.receipt.paper, folder).find("une pièce d’identité") != std::string::npos);
    const std::string &closure = done.acts[0].reference;
    const std::string &deletion = done.acts[1].reference;
    CHECK(waits(deletion) == std::vector{Wait::Identity});
    CHECK(waits(closure) == std::vector{Wait::Letter});
    REQUIRE(done.letter);
    MadeNotice letter = *done.letter;
    must(noteNotice(desk, letter));
    CHECK(waits(closure).empty());

    const MadeSlip slip = must(makeSlip(desk, {}));
    REQUIRE(slip.slip.lines.size() == 1);
    CHECK(slip.slip.lines.front().reference == closure);
    CHECK(slip.held == std::vector<std::string>{deletion});
    CHECK(sendOptouts(desk, {{}, {deletion}, "post", "x", std::nullopt}).error().code == ErrorCode::IdentityNotShown);
    // All or none: what would have left with it stays too.
    CHECK_FALSE(sendOptouts(desk, {{}, {closure, deletion}, "post", "x", std::nullopt}));
    CHECK(must(showOptout(desk, closure)).act.status == ActStatus::Recorded);
}

TEST_CASE_METHOD(OptoutFixture, "a slip holds what waits, and nothing is sent by making it", "[optouts]") {
    const RegisteredOptouts done = registered();
    const RegisteredOptouts own = registered({"digital-contact"});
    const MadeSlip made = must(makeSlip(desk, {}));
    CHECK(made.slip.lines.size() == 3);
    for (const Act &act : must(listOptouts(desk, {}))) {
        CHECK(act.status == ActStatus::Recorded);
        CHECK(act.slip == made.slip.id);
    }
    CHECK(makeSlip(desk, {}).error().code == ErrorCode::NothingWaits);
    const std::string text = textOf(made.paper, folder);
    for (const char *said : {"Bordereau de transmission", "Opérateur de l’espace", "2 rue de l’Opérateur", "PAT-TROIS",
                             "2 79 03 51 215 189 89", "Service des droits", "Ce bordereau ne prouve pas l’envoi"}) {
        INFO(said);
        CHECK(text.find(said) != std::string::npos);
    }
    onDay("2026-12-03");
    const MadeSlip again = must(slipAgain(desk, made.slip.id, {}));
    CHECK(again.paper.pdf == made.paper.pdf);
}

TEST_CASE_METHOD(OptoutFixture, "a slip that left makes its lines sent, but for those that were withdrawn",
                 "[optouts]") {
    const RegisteredOptouts done = registered();
    const MadeSlip made = must(makeSlip(desk, {}));
    must(withdrawOptout(desk, done.acts[0].reference));
    const std::vector<Act> sent =
        must(sendOptouts(desk, {made.slip.id, {}, "registered-post", " 1A 000 000 ", must(parseDate("2026-11-24"))}));
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().reference == done.acts[1].reference);
    CHECK(sent.front().status == ActStatus::Sent);
    const ShownOptout shown = must(showOptout(desk, done.acts[1].reference));
    REQUIRE(shown.steps.size() == 3); // recorded, on a slip, sent
    CHECK(shown.steps[0].what == "recorded");
    CHECK(shown.steps[1].what == "slip");
    CHECK(shown.steps[2].what == "sent");
    CHECK(shown.steps[2].means == "registered-post");
    CHECK(shown.steps[2].evidence == "1A 000 000");
    CHECK(sendOptouts(desk, {made.slip.id, {}, "post", "x", std::nullopt}).error().code == ErrorCode::AlreadyDone);
}

TEST_CASE_METHOD(OptoutFixture, "sending asks for means, evidence and a day that is possible", "[optouts]") {
    const std::string reference = registered({"ens-closure"}).acts[0].reference;
    onDay("2026-11-26");
    struct Case {
        std::string means;
        std::string evidence;
        std::optional<std::string> on;
        ErrorCode code;
    };
    const Case wrong = GENERATE(
        Case{"pigeon", "x", {}, ErrorCode::BadValue}, Case{"post", "  ", {}, ErrorCode::MissingOption},
        Case{"post", "x", "2026-11-27", ErrorCode::FutureDate}, Case{"post", "x", "2026-11-23", ErrorCode::BadValue});
    Sending sending{{}, {reference}, wrong.means, wrong.evidence, std::nullopt};
    if (wrong.on) {
        sending.on = must(parseDate(*wrong.on));
    }
    CHECK(sendOptouts(desk, sending).error().code == wrong.code);
    CHECK(must(showOptout(desk, reference)).act.status == ActStatus::Recorded);
    sending = {{}, {reference}, "call-3422", "agent 12, référence 3", must(parseDate("2026-11-25"))};
    CHECK(must(sendOptouts(desk, sending)).front().status == ActStatus::Sent);
    CHECK(must(showOptout(desk, reference)).steps.back().on == must(parseDate("2026-11-25")));
}

TEST_CASE("a live store without the operator's address marks nothing as sent", "[optouts]") {
    OptoutFixture live(storage::StoreKind::Live);
    live.unset("operator-address");
    const std::string reference = live.registered({"ens-closure"}).acts[0].reference;
    CHECK(sendOptouts(live.desk, {{}, {reference}, "post", "x", std::nullopt}).error() ==
          Error{ErrorCode::NoAddressee, "operator-address", {}});
    const std::string snds = live.registered({"snds-reuse"}).acts[0].reference;
    CHECK(sendOptouts(live.desk, {{}, {snds}, "post", "x", std::nullopt}).error().detail == "operator-snds-address");
    live.set({{"operator-address", "2 rue"}});
    CHECK(sendOptouts(live.desk, {{}, {reference}, "post", "x", std::nullopt}));
}

TEST_CASE_METHOD(OptoutFixture, "an opt-out goes from recorded to sent to confirmed or refused, and no other way",
                 "[optouts]") {
    enum class Do { Send, Confirm, Refuse, Withdraw };
    const auto act = [&](Do what, const std::string &reference) -> Result<void> {
        storage::Role role =
            what == Do::Confirm || what == Do::Refuse ? storage::Role::Supervisor : storage::Role::Agent;
        Desk &at = as(role, "S01");
        switch (what) {
        case Do::Send: GUICHET_TRY(sendOptouts(at, {{}, {reference}, "post", "x", std::nullopt})); break;
        case Do::Confirm: GUICHET_TRY(confirmOptout(at, reference, "x")); break;
        case Do::Refuse: GUICHET_TRY(refuseOptout(at, reference, "x")); break;
        case Do::Withdraw: GUICHET_TRY(withdrawOptout(at, reference)); break;
        }
        return {};
    };
    struct Case {
        std::vector<Do> path;
        Do then;
        bool allowed;
    };
    const Case one =
        GENERATE(Case{{}, Do::Send, true}, Case{{}, Do::Withdraw, true}, Case{{}, Do::Confirm, false},
                 Case{{}, Do::Refuse, false}, Case{{Do::Send}, Do::Confirm, true}, Case{{Do::Send}, Do::Refuse, true},
                 Case{{Do::Send}, Do::Withdraw, true}, Case{{Do::Send}, Do::Send, false},
                 Case{{Do::Send, Do::Confirm}, Do::Withdraw, false}, Case{{Do::Send, Do::Confirm}, Do::Refuse, false},
                 Case{{Do::Send, Do::Refuse}, Do::Confirm, false}, Case{{Do::Withdraw}, Do::Send, false},
                 Case{{Do::Withdraw}, Do::Withdraw, false});
    const std::string reference = registered({"ens-closure"}).acts[0].reference;
    for (const Do what : one.path) {
        must(act(what, reference));
    }
    const std::uint64_t before = entriesWritten();
    const Result<void> result = act(one.then, reference);
    CHECK(result.has_value() == one.allowed);
    if (!one.allowed) {
        CHECK(result.error().code == ErrorCode::WrongState);
        CHECK(entriesWritten() == before);
    }
}

TEST_CASE_METHOD(OptoutFixture, "only a supervisor says what came back", "[optouts]") {
    const std::string reference = registered({"ens-closure"}).acts[0].reference;
    send({reference});
    CHECK(confirmOptout(desk, reference, "x").error().code == ErrorCode::NotAllowed);
    CHECK(refuseOptout(desk, reference, "x").error().code == ErrorCode::NotAllowed);
    CHECK(confirmOptout(as(storage::Role::Supervisor, "S01"), reference, " ").error().code == ErrorCode::MissingOption);
    CHECK(registerOptout(as(storage::Role::Admin, "D01"), wish(), {}, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(OptoutFixture, "what is due is what has not left in time or has had no answer in time", "[optouts]") {
    const std::string waiting = registered({"ens-closure"}).acts[0].reference;
    const std::string sent = registered({"ens-emergency-access"}).acts[0].reference;
    send({sent});
    const auto due = [&](const std::string &day) {
        onDay(day);
        std::string all;
        for (const Act &act : must(listOptouts(desk, {{}, std::nullopt, true}))) {
            all += act.reference == waiting ? "waiting " : act.reference == sent ? "sent " : "? ";
        }
        return all;
    };
    CHECK(due("2026-11-24").empty());
    CHECK(due("2026-11-25") == "waiting ");
    CHECK(due("2026-12-23") == "waiting ");
    CHECK(due("2026-12-24") == "waiting sent ");
    confirm(sent);
    CHECK(due("2026-12-24") == "waiting ");
}

TEST_CASE_METHOD(OptoutFixture, "lists are filtered by person and status", "[optouts]") {
    const std::string other = add("AUTRE", "ALEX", {1990, 1, 1});
    const RegisteredOptouts done = registered();
    OptoutWish theirs = wish({"ens-closure"});
    theirs.person = other;
    must(registerOptout(desk, theirs, {}, {}));
    send({done.acts[0].reference});
    CHECK(must(listOptouts(desk, {})).size() == 3);
    CHECK(must(listOptouts(desk, {person, std::nullopt, false})).size() == 2);
    CHECK(must(listOptouts(desk, {{}, ActStatus::Recorded, false})).size() == 2);
    CHECK(must(listOptouts(desk, {person, ActStatus::Sent, false})).size() == 1);
}

TEST_CASE_METHOD(OptoutFixture, "a card's serial number is kept as it was read", "[optouts]") {
    const auto [serial, unusual] = GENERATE(table<std::string, bool>({
        {"1234567890", false},
        {"12345", false},
        {"123456789012", false},
        {"", false},
        {"1234", true},
        {"1234567890123", true},
        {"illisible", true},
        {"12 34 56", true},
    }));
    const RegisteredOptouts done =
        must(registerOptout(desk, wish({"ens-closure"}), {Signed::Mark, serial, std::nullopt, {}}, {}));
    CHECK(done.acts[0].vitaleSerial == serial);
    CHECK(done.serialUnusual == unusual);
    CHECK(done.acts[0].signedHow == "mark");
}

TEST_CASE_METHOD(OptoutFixture, "what the agent notes of an act that nobody signed by hand is kept and printed",
                 "[optouts]") {
    SigningNote note{.how = Signed::Oral, .vitaleSerial = {}, .deposited = {}, .paperNumber = {}};
    const RegisteredOptouts without = must(registerOptout(desk, wish({"ens-closure"}), note, {}));
    CHECK(textOf(without.receipt.paper, folder).find("Note de l’agent") == std::string::npos);
    note.agentNote = "  A dit oui,\ndeux fois. ";
    const RegisteredOptouts done = must(registerOptout(desk, wish({"ens-deletion"}), note, {}));
    const std::string receipt = textOf(done.receipt.paper, folder);
    CHECK(receipt.find("Note de l’agent") != std::string::npos);
    CHECK(receipt.find("A dit oui, deux fois.") != std::string::npos);
    const std::uint64_t before = entriesWritten();
    note.agentNote = std::string(1001, 'x');
    CHECK(registerOptout(desk, wish({"ens-closure"}), note, {}).error().code == ErrorCode::BadValue);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(OptoutFixture, "a paper keyed in later keeps the day it was deposited, and its number is used once",
                 "[optouts]") {
    const SigningNote note{Signed::Signature, {}, must(parseDate("2026-11-20")), "42"};
    const RegisteredOptouts done = must(registerOptout(desk, wish({"ens-closure"}), note, {}));
    CHECK(done.acts[0].received == must(parseDate("2026-11-20")));
    CHECK(done.acts[0].due == must(parseDate("2026-12-20")));
    CHECK(textOf(done.receipt.paper, folder)
              .find("20 novembre 2026, sur le reçu manuscrit n° 42, enregistrée le 24 novembre 2026") !=
          std::string::npos);
    const storage::SealedEntry sealed = must(storage::verifySeal(done.receipt.seal, entries.key().verifier()));
    CHECK(sealed.core.date == must(parseDate("2026-11-20")));
    CHECK(sealed.leaf.at == clock.now());
    CHECK(textOf(registered({"snds-reuse"}).receipt.paper, folder).find("enregistrée le") == std::string::npos);
    const std::uint64_t before = entriesWritten();
    CHECK(registerOptout(desk, wish({"ens-closure"}), note, {}).error() == Error{ErrorCode::PaperNumberUsed, "42", {}});
    CHECK(registerOptout(desk, wish(), {Signed::Signature, {}, must(parseDate("2026-11-25")), {}}, {}).error().code ==
          ErrorCode::FutureDate);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(OptoutFixture, "numbered forms of opt-outs are blank, and promise what holds from the day of deposit",
                 "[optouts]") {
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    const NumberedPapers made = must(numberedOptoutForms(desk, {"ens-closure", "ens-deletion"}, 2, {layout, {}}));
    const std::string text = replaceAll(textOf(made.paper, folder), "\u00a0", " ");
    CHECK(text.find("PAT-TROIS") == std::string::npos);
    for (const std::string &part : {made.numbers[0], made.numbers[1], std::string("Reçu à détacher et à garder"),
                                    std::string("Le silence ne vaut ni acceptation ni refus"),
                                    std::string("réponse due un mois après la réception"),
                                    std::string("réponse due trois mois après la réception"),
                                    std::string("05 00 00 00 01"), std::string("CNIL")}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(must(blankOptoutForm(desk, {"ens-closure"}, {layout, {}})).pages >= 1);
    const SigningNote note{Signed::Signature, {}, must(parseDate("2026-11-20")), made.numbers.front()};
    CHECK(must(registerOptout(desk, wish({"ens-closure"}), note, {})).acts.front().paperNumber == made.numbers.front());
    CHECK(numbersLeft(desk, kNumberedForm) == 1);
    const std::uint64_t before = entriesWritten();
    CHECK(numberedOptoutForms(desk, {"ens-closure"}, 51, {}).error().code == ErrorCode::BadValue);
    CHECK(numberedOptoutForms(desk, {"ens-nothing"}, 1, {}).error().code == ErrorCode::UnknownScope);
    CHECK(numberedOptoutForms(desk, {"ehds-primary"}, 1, {}).error().code == ErrorCode::ScopeNotAvailable);
    CHECK(blankOptoutForm(desk, {}, {}).error().code == ErrorCode::MissingOption);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(OptoutFixture, "somebody without a number or a whole date of birth is served", "[optouts]") {
    OptoutWish asked = wish();
    asked.person = add("SANS", "نور", {1985, 0, 0});
    const RegisteredOptouts done = must(registerOptout(desk, asked, {}, {}));
    const std::string text = textOf(done.receipt.paper, folder);
    CHECK(text.find("sans numéro") != std::string::npos);
    CHECK(text.find("date de naissance 1985") != std::string::npos);
    CHECK(done.acts[0].number.empty());
}

TEST_CASE_METHOD(OptoutFixture, "a reading copy follows the French receipt, and a large one has more pages",
                 "[optouts]") {
    const PaperWish english{printing::Layout::Standard, "en"};
    const RegisteredOptouts done = must(registerOptout(desk, wish(), {}, english));
    const std::string text = textOf(done.receipt.paper, folder);
    CHECK(text.find("The paper in French prevails.") != std::string::npos);
    CHECK(text.find("You asked: that the digital health space not be opened") != std::string::npos);
    CHECK(text.find("Vous avez demandé") < text.find("You asked"));
    const std::string &reference = done.receipt.reference;
    CHECK(must(receiptAgain(desk, reference, std::nullopt, english)).paper.pdf == done.receipt.paper.pdf);
    const MadeReceipt french = must(receiptAgain(desk, reference, std::nullopt, {}));
    CHECK(done.receipt.paper.pages == 2 * french.paper.pages);
    CHECK(must(receiptAgain(desk, reference, std::nullopt, {printing::Layout::Large, ""})).paper.pages >
          french.paper.pages);
}

TEST_CASE_METHOD(OptoutFixture, "a language that no paper can be in is named, and nothing is registered", "[optouts]") {
    const PaperWish klingon{printing::Layout::Standard, "tlh"};
    const std::uint64_t before = entriesWritten();
    CHECK(registerOptout(desk, wish(), {}, klingon).error().detail == "--reading-copy tlh");
    CHECK(prepareOptout(desk, wish(), klingon).error().detail == "--reading-copy tlh");
    CHECK(entriesWritten() == before);
    // What was not made with the receipt can't be made as it was.
    const std::string reference = registered().receipt.reference;
    CHECK(receiptAgain(desk, reference, std::nullopt, {printing::Layout::Standard, "en"}).error().detail ==
          "--reading-copy en");
}

TEST_CASE_METHOD(OptoutFixture, "all scopes at once are registered, for somebody whose initials are Arabic",
                 "[optouts]") {
    OptoutWish asked = wish({});
    asked.person = add("سليمان", "نور", {1985, 6, 7}, "185069935100157");
    asked.presence = {Who::Assistance, "Camille Exemple", IdentitySeen::IdCard, true};
    for (const Scope &scope : catalogue.scopes()) {
        if (scope.available && scope.standsFor.empty()) {
            asked.scopes.push_back(scope.id);
            if (!scope.detailKey.empty()) {
                asked.details.emplace_back(scope.detailKey, "x");
            }
        }
    }
    CHECK(must(registerOptout(desk, asked, {}, {})).acts.size() == 9);
}

TEST_CASE_METHOD(OptoutFixture, "that what is there be archived is ticked and said only when it was chosen",
                 "[optouts]") {
    const auto form = [&](const OptoutWish &asked) {
        return textOf(must(prepareOptout(desk, asked, {})).form, folder);
    };
    const auto receipt = [&](const OptoutWish &asked) {
        return textOf(must(registerOptout(desk, asked, {}, {})).receipt.paper, folder);
    };
    OptoutWish asked = wish();
    CHECK(form(asked).find("Sans choix de votre part") != std::string::npos);
    CHECK(receipt(asked).find("c’est votre choix") == std::string::npos);
    asked.details = {{"archive", "ten-years"}};
    CHECK(receipt(asked).find("archivé dix ans, puis supprimé : c’est votre choix") != std::string::npos);
    // Where it is to be erased, nothing on the papers says that it is not.
    OptoutWish erased = wish();
    erased.scopes = {"ens-refusal", "ens-deletion"};
    CHECK(form(erased).find("n’est pas effacé") == std::string::npos);
    CHECK(receipt(erased).find("n’est pas effacé") == std::string::npos);
    CHECK(form(wish()).find("n’est pas effacé") != std::string::npos);
    const PreparedOptout prepared = must(prepareOptout(desk, asked, {}));
    CHECK(must(optoutDraft(desk, prepared.draft)).details == asked.details);
    CHECK(must(registerOptout(desk, asked, {}, {})).acts[1].detail == R"({"archive":"ten-years"})");
    // Not with what erases, nor with what closes nothing, nor for another time.
    for (const auto &[scopes, value] :
         std::vector<std::pair<std::vector<std::string>, std::string>>{{{"ens-closure", "ens-deletion"}, "ten-years"},
                                                                       {{"snds-reuse"}, "ten-years"},
                                                                       {{"ens-closure"}, "twenty"}}) {
        asked.scopes = scopes;
        asked.details = {{"archive", value}};
        CHECK(prepareOptout(desk, asked, {}).error() == Error{ErrorCode::ScopeDetail, "archive", {}});
    }
}

TEST_CASE_METHOD(OptoutFixture, "a deletion after a paper copy waits until the copy is handed over, or given up",
                 "[optouts]") {
    const bool waived = GENERATE(false, true);
    OptoutWish asked = wish({"ens-closure", "ens-deletion"});
    asked.details = {{"copy", "first"}};
    CHECK(textOf(must(prepareOptout(desk, asked, {})).form, folder).find("Une copie sur papier m’est remise d’abord") !=
          std::string::npos);
    const RegisteredOptouts done = must(registerOptout(desk, asked, {}, {}));
    CHECK(done.waits == std::vector{Wait::Copy});
    CHECK(done.held.empty());
    CHECK(done.acts[1].detail == R"({"copy":"first"})");
    const std::string receipt = textOf(done.receipt.paper, folder);
    CHECK(receipt.find("L’effacement n’est transmis qu’une fois la copie sur papier remise.") != std::string::npos);
    CHECK(receipt.find("il attend que vous ayez la copie sur papier") != std::string::npos);
    const std::string closure = done.acts[0].reference;
    const std::string deletion = done.acts[1].reference;

    const MadeSlip slip = must(makeSlip(desk, {}));
    CHECK(slip.held == std::vector{deletion});
    CHECK(slip.slip.lines == std::vector<storage::SlipLine>{{1, closure}});
    const Result<std::vector<Act>> tooEarly =
        sendOptouts(desk, {{}, {deletion}, "registered-post", "1A 000", std::nullopt});
    CHECK(tooEarly.error() == Error{ErrorCode::WrongState, "la copie sur papier n’est pas encore remise", deletion});
    CHECK(copyDone(desk, closure, {}, false).error().code == ErrorCode::WrongState);
    CHECK(waits(deletion) == std::vector{Wait::Copy});
    CHECK(waits(closure).empty());

    (void)must(copyDone(desk, deletion, "12 feuilles", waived));
    CHECK(waits(deletion).empty());
    CHECK(must(showOptout(desk, deletion)).steps.back().what == (waived ? "copy-waived" : "copy-handed"));
    CHECK(copyDone(desk, deletion, {}, waived).error().code == ErrorCode::WrongState);
    CHECK(must(makeSlip(desk, {})).slip.lines == std::vector<storage::SlipLine>{{1, deletion}});
    CHECK(send({deletion}).front().status == ActStatus::Sent);
    CHECK(storage::Acts(entries).check().empty());
}

TEST_CASE_METHOD(OptoutFixture, "a deletion waits for a copy only where one was asked for", "[optouts]") {
    const auto copy = GENERATE(std::optional<std::string>(), "none");
    OptoutWish asked = wish({"ens-deletion"});
    if (copy) {
        asked.details = {{"copy", *copy}};
    }
    const RegisteredOptouts done = must(registerOptout(desk, asked, {}, {}));
    CHECK(done.waits.empty());
    CHECK(textOf(done.receipt.paper, folder).find("copie sur papier") == std::string::npos);
    CHECK(must(makeSlip(desk, {})).held.empty());
    // Nothing else takes the word, and it has two values.
    asked.details = {{"copy", "perhaps"}};
    CHECK(prepareOptout(desk, asked, {}).error() == Error{ErrorCode::ScopeDetail, "copy", {}});
    asked.scopes = {"ens-closure"};
    asked.details = {{"copy", "first"}};
    CHECK(prepareOptout(desk, asked, {}).error() == Error{ErrorCode::ScopeDetail, "copy", {}});
}

TEST_CASE_METHOD(OptoutFixture, "references are taken however they are spelled, and wrong ones are named",
                 "[optouts]") {
    const std::string reference = registered({"ens-closure"}).acts[0].reference;
    std::string spoken;
    for (const char c : reference) {
        spoken += c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    CHECK(must(showOptout(desk, spoken)).act.reference == reference);
    CHECK(showOptout(desk, "K7-0000").error().code == ErrorCode::BadReference);
    std::string unknown = storage::drawReference("K7", random);
    CHECK(showOptout(desk, unknown).error().code == ErrorCode::Nothing);
}

TEST_CASE_METHOD(OptoutFixture, "a statement lists what happened and what has not", "[optouts]") {
    const std::string reference = registered({"ens-closure"}).acts[0].reference;
    const auto notHappened = [&] { return must(makeStatement(desk, reference, {})).notHappened.size(); };
    CHECK(notHappened() == 2);
    onDay("2026-11-25");
    send({reference});
    CHECK(notHappened() == 1);
    const std::string text = textOf(must(makeStatement(desk, reference, {})).paper, folder);
    for (const char *said : {"Enregistrée", "Transmise", "lettre recommandée", "1A 000", "25 novembre 2026",
                             "rien ne dit que c’est fait"}) {
        INFO(said);
        CHECK(text.find(said) != std::string::npos);
    }
    CHECK(text.find("c’est fait.") != std::string::npos);
    CHECK(text.find("Confirmée") == std::string::npos);
    confirm(reference);
    CHECK(notHappened() == 0);
    CHECK(textOf(must(makeStatement(desk, reference, {})).paper, folder).find("Confirmée : c’est fait.") !=
          std::string::npos);
}

TEST_CASE_METHOD(OptoutFixture, "the projections are those that the register gives", "[optouts]") {
    const RegisteredOptouts done = registered({"ens-refusal", "ens-deletion"});
    (void)must(makeSlip(desk, {}));
    send({done.acts[1].reference});
    confirm(done.acts[1].reference);
    must(withdrawOptout(desk, done.acts[0].reference));
    storage::Acts acts(entries);
    CHECK(acts.check().empty());
    CHECK(entries.verify().ok);
}

TEST_CASE_METHOD(OptoutFixture, "who calls the operator has what to say, to ask for and to note on a sheet",
                 "[optouts]") {
    const RegisteredOptouts done = registered({"ens-closure"});
    const std::string reference = done.acts.front().reference;
    const MadePaper sheet = must(callSheet(desk, reference, printing::Layout::Standard));
    CHECK(sheet.pages == 1);
    const std::string text = replaceAll(textOf(sheet, folder), "\u00a0", " ");
    for (const std::string &part : {std::string("3422"), std::string("du lundi au vendredi"), std::string("PAT-TROIS"),
                                    std::string("2 79 03 51 215 189 89"), std::string("Une preuve écrite"), reference,
                                    std::string("Qui a répondu"), std::string("carte Vitale : ……")}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(must(operatorCall(desk, reference)).person.number == "2 79 03 51 215 189 89");
    (void)send({reference});
    CHECK(callSheet(desk, reference, printing::Layout::Large).has_value());
    confirm(reference);
    CHECK(callSheet(desk, reference, printing::Layout::Standard).error().code == ErrorCode::WrongState);
    const std::string other = registered({"snds-reuse"}).acts.front().reference;
    CHECK(callSheet(desk, other, printing::Layout::Standard).error().code == ErrorCode::WrongState);
    CHECK(callSheet(as(storage::Role::Admin, "D01"), other, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(OptoutFixture, "a call to the operator is kept as evidence of all that it was about", "[optouts]") {
    const RegisteredOptouts done = registered(); // objection and closure: one call
    REQUIRE(done.acts.size() == 2);
    const std::string first = done.acts.front().reference;
    const std::string second = done.acts.back().reference;
    const auto lastStep = [&](const std::string &reference) { return must(showOptout(desk, reference)).steps.back(); };
    CHECK(must(operatorCall(desk, first)).asked.size() == 2);

    SECTION("nobody answers: it is noted, and nothing has left") {
        const NotedCall noted = must(noteCall(desk, first, {{}, {}, "occupé", false, {}}, {}));
        CHECK(noted.acts.front().status == ActStatus::Recorded);
        for (const std::string &reference : {first, second}) {
            CHECK(lastStep(reference).what == "called");
            CHECK(lastStep(reference).evidence == "personne n’a répondu. occupé");
        }
    }
    SECTION("somebody answers: it has left by this call") {
        const NotedCall noted = must(noteCall(desk, second, {"agent 12", "D-77", "sous huit jours", true, {}}, {}));
        const std::string evidence = "réponse de agent 12 ; dossier : D-77. Preuve écrite : promise. sous huit jours";
        for (const std::string &reference : {first, second}) {
            CHECK(must(showOptout(desk, reference)).act.status == ActStatus::Sent);
            CHECK(lastStep(reference).means == "call-3422");
            CHECK(replaceAll(lastStep(reference).evidence, "\u00a0", " ") == evidence);
        }
        const std::string text = replaceAll(textOf(noted.paper, folder), "\u00a0", " ");
        for (const char *part : {"agent 12", "D-77", "Preuve écrite : promise. sous huit jours", "Ce qui a été répondu",
                                 "24 novembre 2026 à", "Il ne dit pas que l’opérateur a agi"}) {
            INFO(part);
            CHECK(text.find(part) != std::string::npos);
        }
        CHECK(text.find("À demander pendant l’appel") == std::string::npos);
        SECTION("a second call changes no state") {
            must(noteCall(desk, first, {"agent 15", {}, {}, false, {}}, {}));
            CHECK(must(showOptout(desk, first)).act.status == ActStatus::Sent);
            CHECK(lastStep(first).what == "called");
        }
        SECTION("half of it answered: the call is about the rest") {
            confirm(first);
            CHECK(must(operatorCall(desk, second)).asked.size() == 1);
            CHECK(operatorCall(desk, first).error().code == ErrorCode::WrongState);
        }
    }
    SECTION("what can't be") {
        const auto code = [&](const CallAnswer &answer) {
            const auto noted = noteCall(desk, first, answer, {});
            REQUIRE_FALSE(noted);
            return noted.error().code;
        };
        CHECK(code({"x", {}, {}, false, must(parseDate("2999-01-01"))}) == ErrorCode::FutureDate);
        CHECK(code({"x", {}, {}, false, must(parseDate("2001-01-01"))}) == ErrorCode::BadValue);
        CHECK(code({"x", {}, std::string(400, 'x'), false, {}}) == ErrorCode::BadValue);
        CHECK(must(showOptout(desk, first)).act.status == ActStatus::Recorded);
    }
}
