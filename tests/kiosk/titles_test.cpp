// SPDX-License-Identifier: GPL-3.0-or-later
// Who is here for whom: every title by every act, and what each may see.
#include "kiosk/counter/titles.h"

#include "base/text.h"
#include "kiosk/counter/come_back.h"
#include "kiosk/counter/deposit.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/records.h"
#include "kiosk/counter/refusals.h"
#include "kiosk/counter/requests.h"
#include "storage/records.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <array>
#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::ActStatus;
using storage::Role;
using test::must;

namespace {

constexpr std::array kWhos{Who::Self,    Who::Parent, Who::Guardian, Who::Assistance, Who::Proxy,
                           Who::Mandate, Who::Heir,   Who::Bearer,   Who::Helper};

struct TitlesFixture : test::ActFixture {
    std::string child = add("EXEMPLE", "LOU", {2015, 6, 12}, "");

    /// Who has shown everything that their title asks.
    Presence shown(Who who) const {
        Presence presence;
        presence.who = who;
        presence.name = who == Who::Self ? "" : "Camille Exemple";
        presence.seen = IdentitySeen::IdCard;
        presence.mandateSeen = true;
        presence.mandateFrom = must(parseDate("2026-11-10"));
        return presence;
    }
    storage::Person personOf(const std::string &id) { return must(store.people().get(id)); }
    RegisteredOptouts oppose(const Presence &presence, const std::string &whose,
                             std::vector<std::string> scopes = {"ens-refusal"}) {
        return must(registerOptout(desk, {whose, std::move(scopes), {}, presence}, {}, {}));
    }
    std::vector<Wait> waits(const RegisteredOptouts &done) {
        return must(showOptout(desk, done.acts.front().reference)).waits;
    }
    Result<std::vector<storage::Act>> send(const RegisteredOptouts &done) {
        std::vector<std::string> references;
        for (const storage::Act &act : done.acts) {
            references.push_back(act.reference);
        }
        return sendOptouts(desk, {{}, references, "post", "12", std::nullopt});
    }
};

std::string textOf(const MadePaper &paper) {
    return test::onOneLine(replaceAll(test::pdfText(paper.pdf), "\u00a0", " "));
}

std::string written(const std::set<TitleAct> &acts) {
    std::string all;
    for (const auto &[act, name] : kTitleActs) {
        all += acts.contains(act) ? std::string(name) + " " : "";
    }
    return all;
}

} // namespace

TEST_CASE_METHOD(TitlesFixture, "what every title gives for every act, for a child and for an adult", "[titles]") {
    struct Row {
        Who who;
        const char *forChild;
        const char *forAdult;
    };
    const char *all = "see print oppose erase file hand-in collect ";
    const auto row = GENERATE_COPY(Row{Who::Self, all, all}, Row{Who::Parent, all, ""}, Row{Who::Guardian, all, all},
                                   Row{Who::Assistance, "", all}, Row{Who::Proxy, "", "file hand-in collect "},
                                   Row{Who::Mandate, all, all},
                                   Row{Who::Heir, "see print file hand-in collect ", "see print file hand-in collect "},
                                   Row{Who::Bearer, "oppose erase file hand-in ", "oppose erase file hand-in "},
                                   Row{Who::Helper, "oppose erase file hand-in ", "oppose erase file hand-in "});
    INFO(toText(row.who));
    for (const auto &[whose, expected] : {std::pair(child, row.forChild), std::pair(person, row.forAdult)}) {
        std::set<TitleAct> given;
        for (const auto &[act, name] : kTitleActs) {
            INFO(name);
            const Ground ground = must(groundOf(desk, personOf(whose), shown(row.who), act));
            if (ground.gives) {
                given.insert(act);
            } else { // refused with a sentence, and its basis
                const std::string why = refusalWords(*ground.title, "fr");
                CHECK(why.size() > ground.title->source.size() + 20);
                CHECK_THAT(why, ContainsSubstring(ground.title->source));
            }
            if (act == TitleAct::See || act == TitleAct::Print || act == TitleAct::Collect) {
                const Result<void> may = mayDisclose(desk, personOf(whose), shown(row.who), act);
                CHECK(may.has_value() == ground.gives);
                CHECK((may || may.error() == Error{ErrorCode::NotForThem, {}, refusalWords(*ground.title, "fr")}));
            }
        }
        CHECK(written(given) == expected);
    }
}

TEST_CASE_METHOD(TitlesFixture, "nothing is disclosed where identity or the paper that proves the title is not shown",
                 "[titles]") {
    const auto who = GENERATE(Catch::Generators::from_range(kWhos));
    INFO(toText(who));
    const storage::Person whose = personOf(who == Who::Parent ? child : person);
    const Ground ground = must(groundOf(desk, whose, shown(who), TitleAct::See));
    if (!ground.gives) {
        return;
    }
    CHECK(mayDisclose(desk, whose, shown(who)));
    Presence nobody = shown(who);
    nobody.seen = IdentitySeen::None;
    CHECK(mayDisclose(desk, whose, nobody).error().code == ErrorCode::IdentityNotShown);
    if (!ground.title->mandate.empty()) {
        Presence unproven = shown(who);
        unproven.mandateSeen = false;
        CHECK(mayDisclose(desk, whose, unproven).error() ==
              Error{ErrorCode::IdentityNotShown, {}, ground.title->mandate.in("fr")});
    }
}

TEST_CASE_METHOD(TitlesFixture, "a proxy holds for one month, and for a few forms", "[titles]") {
    struct Row {
        const char *from; ///< today is 24 November 2026
        bool holds;
    };
    const auto row = GENERATE(Row{"2026-11-24", true}, Row{"2026-10-25", true}, Row{"2026-10-24", false},
                              Row{"2025-11-24", false}, Row{"2026-11-25", false}, Row{nullptr, false});
    Presence proxy = shown(Who::Proxy);
    proxy.mandateFrom = row.from == nullptr ? std::nullopt : std::optional(must(parseDate(row.from)));
    INFO((row.from == nullptr ? "no date" : row.from));
    for (const auto &[form, covered] : {std::pair("s6200", true), std::pair("s3711", true), std::pair("s3116", true),
                                        std::pair("s3704", false), std::pair("record-request", false)}) {
        INFO(form);
        const Ground ground =
            must(groundOf(desk, personOf(person), proxy, TitleAct::File, desk.machine.catalogue.form(form)));
        CHECK(ground.gives == covered);
        CHECK(ground.entitled() == (covered && row.holds));
    }
    CHECK(must(groundOf(desk, personOf(person), proxy, TitleAct::Collect)).entitled() == row.holds);
    CHECK_FALSE(must(groundOf(desk, personOf(person), proxy, TitleAct::See)).gives);
}

TEST_CASE("the forms that a title covers are in the catalogue", "[titles]") {
    const Catalogue catalogue = must(Catalogue::load(Catalogue::installedFolder()));
    for (const Title &title : catalogue.titles()) {
        for (const std::string &covered : title.forms) {
            INFO(title.id + " " + covered);
            CHECK(std::ranges::any_of(catalogue.forms(),
                                      [&](const Form &form) { return form.id == covered || form.group == covered; }));
        }
    }
}

TEST_CASE_METHOD(TitlesFixture, "a mark of visibility is obeyed for every title: neither listed nor counted",
                 "[titles]") {
    const std::vector<std::pair<const char *, document::Visibility>> marks{
        {"normal", {}},
        {"hidden-from-person", {.hiddenFromPerson = true}},
        {"hidden-from-representatives", {.hiddenFromRepresentatives = true}},
        {"hidden-from-professionals", {.hiddenFromProfessionals = true}},
        {"hidden-from-person and representatives", {.hiddenFromPerson = true, .hiddenFromRepresentatives = true}},
        {"hidden-from-representatives and professionals",
         {.hiddenFromRepresentatives = true, .hiddenFromProfessionals = true}}};
    const auto who = GENERATE(Catch::Generators::from_range(kWhos));
    const bool accompanied = who == Who::Self && GENERATE(false, true);
    const std::string whose = who == Who::Assistance ? person : child;
    std::map<std::string, std::size_t> ids;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        storage::Record record;
        record.person = whose;
        record.title = marks[i].first;
        record.date = "2026-01-01";
        record.visibility = marks[i].second;
        record.sourceSha256 = sha256(asBytes(marks[i].first));
        must(storage::inTransaction(store.database(), [&]() -> Result<void> {
            ids[store.records().insert(record, asBytes(marks[i].first), {}, false, clock.now(), random).id] = i;
            return {};
        }));
    }
    Presence presence = shown(who);
    presence.accompanied = accompanied;
    INFO(toText(who) << (accompanied ? ", accompanied" : ""));
    // By hand: nobody sees what the person is not told yet; who acts for another, nor what is kept from them.
    const bool records = who != Who::Proxy && who != Who::Bearer && who != Who::Helper;
    const bool alone = who == Who::Self && !accompanied;
    const std::set<std::string> expected =
        !records ? std::set<std::string>{}
        : alone  ? std::set<std::string>{"normal", "hidden-from-representatives", "hidden-from-professionals",
                                         "hidden-from-representatives and "
                                          "professionals"}
                 : std::set<std::string>{"normal", "hidden-from-professionals"};
    const auto listed = listRecords(desk, whose, {}, presence);
    const auto sealed = listSealed(desk, whose, presence);
    CHECK(listed.has_value() == records);
    CHECK(sealed.has_value() == records);
    std::set<std::string> seen;
    for (const storage::Record &record : listed.value_or(std::vector<storage::Record>{})) {
        seen.insert(record.title);
    }
    CHECK(seen == expected);
    CHECK(sealed.value_or(std::vector<SealedRecord>{}).size() == expected.size());
    for (const auto &[id, i] : ids) {
        INFO(marks[i].first);
        CHECK(unsealRecord(desk, id, presence).has_value() == expected.contains(marks[i].first));
        CHECK(exportRecord(desk, id, presence).has_value() == expected.contains(marks[i].first));
    }
}

TEST_CASE_METHOD(TitlesFixture,
                 "who can't oppose in somebody's name is received, and nothing leaves until who may comes",
                 "[titles]") {
    const auto who = GENERATE(Who::Proxy, Who::Heir, Who::Parent);
    INFO(toText(who));
    const RegisteredOptouts done = oppose(shown(who), person);
    CHECK(done.held == std::vector<std::string>{"ens-objection", "ens-closure"});
    CHECK(waits(done) == std::vector{Wait::Identity});
    CHECK_FALSE(done.letter);
    const std::string receipt = textOf(done.receipt.paper);
    const Title &title = *desk.machine.catalogue.title(toText(who));
    CHECK_THAT(receipt, ContainsSubstring(replaceAll(title.source, "\u00a0", " "))); // why, and on what basis
    CHECK_THAT(receipt, ContainsSubstring("elle part quand ce qui manque est montré"));
    CHECK(send(done).error().code == ErrorCode::IdentityNotShown);
    CHECK(makeSlip(desk, {}).error().code == ErrorCode::NothingWaits);
    // They can't make it good themselves; the person can, and a guardian with the judgment.
    const std::string reference = done.receipt.reference;
    CHECK(showIdentity(desk, reference, shown(who)).error().code == ErrorCode::NotForThem);
    CHECK(showIdentity(desk, reference, {}).error().code == ErrorCode::IdentityNotShown);
    must(showIdentity(desk, reference, shown(GENERATE(Who::Self, Who::Guardian))));
    CHECK(waits(done).empty());
    CHECK(must(send(done)).size() == 2);
    CHECK(showIdentity(desk, reference, shown(Who::Self)).error().code == ErrorCode::AlreadyDone);
    CHECK(storage::Acts(entries).check().empty());
}

TEST_CASE_METHOD(TitlesFixture, "an opt-out that is only declared is confirmed by letter before it is sent",
                 "[titles]") {
    const auto who = GENERATE(Who::Self, Who::Guardian, Who::Helper, Who::Bearer);
    INFO(toText(who));
    Presence presence = shown(who);
    presence.seen = IdentitySeen::None;
    presence.mandateSeen = false;
    const RegisteredOptouts done = oppose(presence, person);
    REQUIRE(done.letter);
    CHECK(done.held.empty());
    const std::string letter = textOf(done.letter->paper);
    for (const char *said :
         {"28 avenue de Breteuil", "Une demande a été faite en votre nom", "Si ce n’est pas vous", "36 46"}) {
        CHECK_THAT(letter, ContainsSubstring(said));
    }
    CHECK_THAT(letter, ContainsSubstring(done.receipt.reference));
    CHECK((letter.find("apporté par quelqu’un d’autre") != std::string::npos) == (who == Who::Bearer));
    CHECK(letter.find("Camille") == std::string::npos); // whoever they said they were
    CHECK_THAT(textOf(done.receipt.paper), ContainsSubstring("une lettre part d’abord"));
    CHECK(waits(done) == std::vector{Wait::Letter}); // until it is on its way
    CHECK(send(done).error().code == ErrorCode::WrongState);
    CHECK(makeSlip(desk, {}).error().code == ErrorCode::NothingWaits);
    MadeNotice made = *done.letter;
    must(noteNotice(desk, made));
    CHECK(made.noted);
    for (const storage::Act &act : done.acts) { // noted of both, by one letter
        const auto steps = must(showOptout(desk, act.reference)).steps;
        CHECK(steps.back().what == "notice-made");
        CHECK(steps.back().evidence == "declared");
    }
    CHECK(waits(done).empty());
    CHECK(must(send(done)).size() == 2);
}

TEST_CASE_METHOD(TitlesFixture, "without a known address it waits for identity instead", "[titles]") {
    const auto why = GENERATE("no address", "nothing at home", "to collect", "said at the counter");
    INFO(why);
    SigningNote note;
    if (why == std::string_view("no address")) {
        store.database().execute("UPDATE person SET address = '' WHERE id = '" + person + "'");
    } else if (why == std::string_view("said at the counter")) {
        note.contact = storage::ContactPreference{"nothing-at-home", ""};
    } else { // no letter is to come to their home
        const char *means = why == std::string_view("to collect") ? "collect" : "nothing-at-home";
        must(changePersonContact(desk, person, shown(Who::Self), {means, ""}));
    }
    const RegisteredOptouts done = must(registerOptout(desk, {person, {"ens-refusal"}, {}, {}}, note, {}));
    CHECK_FALSE(done.letter);
    CHECK(waits(done) == std::vector{Wait::Identity});
    CHECK_THAT(textOf(done.receipt.paper), ContainsSubstring("une pièce d’identité"));
    // Who only comes along does not make it good, whatever they show.
    CHECK(showIdentity(desk, done.receipt.reference, shown(Who::Helper)).error().code == ErrorCode::NotForThem);
    CHECK(showIdentity(desk, done.receipt.reference, shown(Who::Assistance)).error().code == ErrorCode::NotForThem);
    must(showIdentity(desk, done.receipt.reference, shown(Who::Self)));
    CHECK(waits(done).empty());
}

TEST_CASE_METHOD(TitlesFixture, "a letter goes to the address that was said with identity, not to the old home",
                 "[titles]") {
    must(changePersonContact(desk, person, shown(Who::Self), {"other-address", "3 rue du Puits\n81000 ALBI"}));
    const RegisteredOptouts done = oppose({}, person);
    REQUIRE(done.letter);
    CHECK_THAT(textOf(done.letter->paper), ContainsSubstring("3 rue du Puits"));
    CHECK(textOf(done.letter->paper).find("Breteuil") == std::string::npos);
}

TEST_CASE_METHOD(TitlesFixture, "what waits since it was written on a slip stays, and the others leave with it",
                 "[titles]") {
    const std::string newcomer = add("ESSAI", "AYO", {1990, 5, 6}, "190059935100189");
    const RegisteredOptouts one = oppose(shown(Who::Self), person, {"ens-closure"});
    const RegisteredOptouts other = oppose(shown(Who::Self), newcomer, {"ens-closure"});
    const MadeSlip slip = must(makeSlip(desk, {}));
    CHECK(slip.slip.lines.size() == 2);
    store.database().execute("UPDATE person SET nir = '', ins_root = '' WHERE id = '" + newcomer + "'");
    const auto sent = must(sendOptouts(desk, {slip.slip.id, {}, "post", "12", std::nullopt}));
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().reference == one.acts.front().reference);
    CHECK(must(showOptout(desk, other.acts.front().reference)).act.status == ActStatus::Recorded);
    CHECK(sendOptouts(desk, {slip.slip.id, {}, "post", "12", std::nullopt}).error().code == ErrorCode::WrongState);
}

TEST_CASE_METHOD(TitlesFixture, "a letter that is not made yet is one of the week's, and tells of what goes its way",
                 "[titles]") {
    const RegisteredOptouts done = oppose({}, person, {"ens-closure", "ens-deletion", "snds-reuse"});
    const std::string closure = done.acts[0].reference;
    const std::string deletion = done.acts[1].reference;
    const std::string reuse = done.acts[2].reference;
    must(withdrawOptout(desk, reuse));
    const std::vector<storage::Act> all = storage::Acts(entries).list({.person = person});
    CHECK(noticeCause(desk, must(storage::Acts(entries).get(closure))) == NoticeCause::Declared);
    CHECK(noticesToMake(desk, all) == 1); // not of what is held, nor of what was given up
    CHECK(makeNotice(desk, deletion, {}).error().code == ErrorCode::WrongState);
    const MadeNotice made = must(makeNotice(desk, closure, {}));
    CHECK(made.noted);
    CHECK(made.of == std::vector{closure});
    CHECK(noticesToMake(desk, storage::Acts(entries).list({.person = person})) == 0);
    CHECK(textOf(made.paper).find("Effacement") == std::string::npos);
    CHECK(must(showOptout(desk, closure)).waits.empty());
    CHECK(must(showOptout(desk, deletion)).waits == std::vector{Wait::Identity});
    const MadeNotice again = must(makeNotice(desk, closure, {})); // a copy, as long as nothing else is told
    CHECK(again.cause == NoticeCause::Declared);
    CHECK_FALSE(again.noted);
    must(showIdentity(desk, closure, shown(Who::Self)));
    CHECK(makeNotice(desk, closure, {}).error().code == ErrorCode::WrongState);
    // What may not leave is not late.
    const RegisteredOptouts heir = oppose(shown(Who::Heir), person, {"ens-objection"});
    onDay("2027-06-01");
    CHECK(noticeCause(desk, must(storage::Acts(entries).get(heir.receipt.reference))) == NoticeCause::None);
    CHECK(noticeCause(desk, must(storage::Acts(entries).get(closure))) == NoticeCause::Late);
}

TEST_CASE_METHOD(TitlesFixture, "nothing is erased without identity, whoever asks", "[titles]") {
    const auto who = GENERATE(Catch::Generators::from_range(kWhos));
    INFO(toText(who));
    Presence presence = shown(who);
    presence.seen = IdentitySeen::None;
    const std::string whose = who == Who::Parent ? child : person;
    const RegisteredOptouts done = oppose(presence, whose, {"ens-deletion"});
    CHECK(done.held == std::vector<std::string>{"ens-deletion"});
    CHECK(waits(done).front() == Wait::Identity);
    CHECK(send(done).error().code == ErrorCode::IdentityNotShown);
}

TEST_CASE_METHOD(TitlesFixture, "an opt-out of somebody without a number waits for it, and is not refused",
                 "[titles]") {
    const std::string newcomer = add("SANSNUMERO", "AYO", {1990, 5, 6});
    const RegisteredOptouts done = oppose(shown(Who::Self), newcomer);
    CHECK(done.acts.front().status == ActStatus::Recorded);
    CHECK(done.waits == std::vector{Wait::Number});
    const std::string receipt = textOf(done.receipt.paper);
    CHECK_THAT(receipt, ContainsSubstring("dès que votre numéro de sécurité sociale est connu"));
    CHECK(receipt.find("au plus tard le 25 novembre") == std::string::npos);
    const auto tooEarly = send(done);
    CHECK(tooEarly.error().code == ErrorCode::WrongState);
    CHECK_THAT(tooEarly.error().detail, ContainsSubstring("numéro de sécurité sociale"));
    // What the agency does by itself needs none.
    CHECK(oppose(shown(Who::Self), newcomer, {"digital-contact"}).waits.empty());

    const MadeSlip slip = must(makeSlip(desk, {}));
    CHECK(slip.held.size() == 2);
    CHECK(slip.slip.lines.size() == 1);
    // The number comes, by the list or by a supervisor who finds that they are somebody else in it.
    SECTION("in the list") {
        store.database().execute("UPDATE person SET nir = '190059935100189', ins_root = '" +
                                 std::string(storage::defaultInsRoot(storage::StoreKind::Demo)) + "' WHERE id = '" +
                                 newcomer + "'");
    }
    SECTION("by a merge") {
        const std::string known = add("SANSNUMERO", "AYO", {1990, 5, 6}, "190059935100189");
        must(storage::inTransaction(store.database(),
                                    [&] { return store.people().merge(known, newcomer, clock.now(), random); }));
    }
    CHECK(waits(done).empty());
    CHECK(must(makeSlip(desk, {})).slip.lines.size() == 2);
    CHECK(must(send(done)).size() == 2);
}

TEST_CASE_METHOD(TitlesFixture,
                 "a bearer takes a note along that says nothing; the receipt and a letter are the signer's",
                 "[titles]") {
    const std::string reference =
        must(fileRequest(desk, {person, "s3704", R"({"physician-name":"Dr Exemple"})", {}, shown(Who::Bearer), {}}, {},
                         {}))
            .receipt.reference;
    const MadePaper note = must(handedInNote(desk, "Camille Exemple", reference, {}));
    const std::string text = textOf(note);
    CHECK_THAT(text, ContainsSubstring(reference));
    CHECK_THAT(text, ContainsSubstring("Camille Exemple"));
    for (const char *ofSomebody : {"PAT-TROIS", "DOMINIQUE", "D. P.", "médecin", "1979", "2 79"}) {
        INFO(ofSomebody);
        CHECK(text.find(ofSomebody) == std::string::npos);
    }
    const FiledRequest filed = must(fileRequest(desk, {person, "s3704", "{}", {}, shown(Who::Bearer), {}}, {}, {}));
    REQUIRE(filed.letter);
    CHECK_THAT(textOf(filed.letter->paper), ContainsSubstring("Votre reçu est joint à cette lettre"));
    CHECK(handedInNote(desk, "x", "K7-0000", {}).error().code == ErrorCode::BadReference);
    CHECK(handedInNote(as(Role::Admin, "D01"), "x", reference, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(TitlesFixture, "what to come back with is said by what the title asks", "[titles]") {
    Presence presence;
    presence.who = GENERATE(Who::Self, Who::Guardian, Who::Proxy);
    const std::string reference = oppose({}, person, {"ens-deletion"}).receipt.reference;
    const std::string text = textOf(must(comeBackSlip(desk, person, presence, {reference}, {})));
    CHECK_THAT(text, ContainsSubstring("titre de séjour"));
    CHECK_THAT(text, ContainsSubstring(reference));
    CHECK_THAT(text, ContainsSubstring("8 h 30"));
    CHECK((text.find("jugement") != std::string::npos) == (presence.who == Who::Guardian));
    CHECK((text.find("procuration") != std::string::npos) == (presence.who == Who::Proxy));
    CHECK((text.find("vous montrer") != std::string::npos) == (presence.who != Who::Proxy));
    const MadePaper both = must(comeBackSlip(desk, {}, presence, {}, {.layout = {}, .readingCopy = "es"}));
    CHECK_THAT(textOf(both), ContainsSubstring("Vuelva con"));
    CHECK(comeBackSlip(as(Role::Admin, "D01"), {}, presence, {}, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(TitlesFixture, "a relative without a title gets the reason and a blank mandate", "[titles]") {
    const std::string text = textOf(must(explainRefusal(desk, "relative", {})));
    CHECK_THAT(text, ContainsSubstring("même s’il porte le même nom"));
    CHECK_THAT(text, ContainsSubstring("Mandat pour agir à ma place"));
    CHECK_THAT(text, ContainsSubstring("Signature de la personne"));
    CHECK(text.find("PAT-TROIS") == std::string::npos);
}

TEST_CASE_METHOD(TitlesFixture, "an answer is owed by the day that the law gives to who holds the record",
                 "[requests]") {
    struct Row {
        const char *answers;
        const char *due; ///< asked on 24 November 2026
        const char *basis;
    };
    const auto row = GENERATE(
        Row{R"({"holder-kind":"hospital"})", "2026-12-02", "huit jours"},
        Row{R"({"holder-kind":"laboratory"})", "2026-12-02", "huit jours"},
        Row{R"({"holder-kind":"professional","record-old":"yes"})", "2027-01-24", "L1111-7 : deux mois"},
        Row{R"({"holder-kind":"operator"})", "2026-12-24", "RGPD"}, Row{R"({"holder-kind":"fund"})", "2026-12-15", ""});
    INFO(row.answers);
    const FiledRequest filed =
        must(fileRequest(desk, {person, "record-request", row.answers, {}, shown(Who::Self), {}}, {}, {}));
    REQUIRE(filed.act.due);
    CHECK(formatDate(*filed.act.due) == row.due);
    CHECK_THAT(textOf(filed.receipt.paper), ContainsSubstring(row.basis));
}

TEST_CASE_METHOD(TitlesFixture, "an answer that comes later changes the day that is owed, on the receipt too",
                 "[requests]") {
    const std::string reference =
        must(fileRequest(desk, {person, "record-request", "{}", {}, shown(Who::Self), {}}, {}, {})).act.reference;
    const FiledRequest later = must(addToRequest(desk, reference, {{}, R"({"holder-kind":"hospital"})"}, {}));
    REQUIRE(later.act.due);
    CHECK(formatDate(*later.act.due) == "2026-12-02");
    CHECK_THAT(textOf(later.receipt.paper), ContainsSubstring("Sans nouvelles le 2 décembre 2026"));
    const FiledRequest old = must(addToRequest(desk, reference, {{}, R"({"record-old":"yes"})"}, {}));
    CHECK(formatDate(*old.act.due) == "2027-01-24");
}
