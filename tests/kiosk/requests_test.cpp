// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/requests.h"

#include "base/files.h"
#include "base/text.h"
#include "kiosk/counter/statement.h"
#include "storage/register/acts.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using nlohmann::json;
using storage::Act;
using storage::ActStatus;
using test::ActFixture;
using test::must;

namespace {

struct RequestFixture : ActFixture {
    using ActFixture::ActFixture;

    static json physician() { return {{"physician-name", "Dr Exemple"}, {"physician-signed", true}}; }
    static json attachment() {
        return {{"attached-to", "both"},
                {"parent1-name", "Camille Exemple"},
                {"parent1-nir", "2 55 08 14 168 025 38"},
                {"parent2-name", "Claude Exemple"},
                {"parent2-nir", "1 53 12 45 007 231 60"},
                {"children", {{{"name", "Lou Exemple"}, {"born", "2026-10-01"}}}},
                {"parent1-signed", "oui"},
                {"parent2-signed", "yes"}};
    }
    /// As the store has it: yes and no in one spelling.
    static json attachmentAsKept() {
        json answers = attachment();
        answers["parent1-signed"] = answers["parent2-signed"] = "yes";
        return answers;
    }
    /// The catalogue without one of its forms.
    static Catalogue without(const std::string &form) {
        const test::TemporaryFolder changed;
        std::filesystem::copy(Catalogue::installedFolder(), changed.path(), std::filesystem::copy_options::recursive);
        std::filesystem::remove(changed.path() / "forms" / (form + ".toml"));
        return must(Catalogue::load(changed.path()));
    }
    /// The catalogue of a year later: another edition of S3705, which asks other things and promises something else.
    static Catalogue nextYear() {
        const test::TemporaryFolder changed;
        std::filesystem::copy(Catalogue::installedFolder(), changed.path(), std::filesystem::copy_options::recursive);
        const std::string file = "forms/s3705.toml";
        std::string text(asText(must(readFile(changed.path() / file, 1U << 20U))));
        for (const auto &[before, after] : std::vector<std::pair<std::string, std::string>>{
                 {"edition = \"2026-11\"", "edition = \"2027-11\""},
                 {"valid_from = 2026-11-01", "valid_from = 2027-11-01"},
                 {"Rattachement d’un enfant à l’un ou aux deux parents", "Rattachement nouveau"},
                 {"que l’enfant soit rattaché au parent ou aux deux parents désignés", "une chose nouvelle"},
                 {"parent2-nir", "second-number"},
                 {"\"filiation\"", "\"birth-certificate\""},
                 {"after = \"P2M\"", "after = \"P4M\""},
                 {"means = \"acceptance\"", "means = \"refusal\""},
                 {"from = \"complete\"", "from = \"received\""}}) {
            REQUIRE(text.find(before) != std::string::npos);
            text = replaceAll(std::move(text), before, after);
        }
        changed.write(file, text);
        Catalogue next = must(Catalogue::load(changed.path()));
        REQUIRE(next.formMistakes().empty()); // read now: the folder goes
        return next;
    }
    RequestWish wish(const std::string &form, const json &answers, std::vector<std::string> pieces = {}) const {
        RequestWish made;
        made.person = person;
        made.form = form;
        made.answers = answers.dump();
        made.pieces = std::move(pieces);
        made.presence.seen = IdentitySeen::IdCard;
        return made;
    }
    FiledRequest filed(const std::string &form, const json &answers, std::vector<std::string> pieces = {}) {
        return must(fileRequest(desk, wish(form, answers, std::move(pieces)), {}, {}));
    }
    const Form &form(const char *id) const { return *catalogue.form(id); }
};

std::string requestText(const MadePaper &paper, const test::TemporaryFolder &folder) {
    return test::onOneLine(test::textOfPdf(folder.write("paper.pdf", asText(paper.pdf))));
}

CivilDate day(const std::string &text) { return must(parseDate(text)); }

} // namespace

TEST_CASE_METHOD(RequestFixture, "answers are kept as written, yes and no in one spelling", "[requests]") {
    const ReadAnswers read = must(readAnswers(
        form("s3704"), R"({"physician-name":" Dr Exemple ","physician-number":10001234567,"physician-address":"",
                           "physician-signed":"oui"})"));
    CHECK(read.json == R"({"physician-name":"Dr Exemple","physician-number":"10001234567","physician-signed":"yes"})");
    CHECK(read.missing.empty());
    CHECK(read.toCheck.empty());
}

TEST_CASE_METHOD(RequestFixture, "a field that the form does not have is named", "[requests]") {
    const auto [id, answers, name] = GENERATE(table<std::string, std::string, std::string>({
        {"s3704", R"({"colour":"red"})", "colour"},
        {"s3704", R"({"physician-name":"x","Physician-Name":"y"})", "Physician-Name"},
        {"s3705", R"({"children":[{"name":"Lou","colour":"red"}]})", "children.colour"},
    }));
    CHECK(readAnswers(form(id.c_str()), answers).error() == Error{ErrorCode::UnknownField, name, {}});
}

TEST_CASE_METHOD(RequestFixture, "answers that are no answers are refused, and nothing else is", "[requests]") {
    const auto wrong = GENERATE("", "[]", "null", "{", "\"text\"");
    CHECK(readAnswers(form("s3704"), wrong).error().detail == "--answers");
    CHECK(readAnswers(form("s3704"), R"({"physician-name":{"a":1}})").error() ==
          Error{ErrorCode::BadValue, "physician-name", {}});
    CHECK(readAnswers(form("s3705"), R"({"children":["Lou"]})").error().detail == "children");
    CHECK(readAnswers(form("s3704"), json{{"physician-name", std::string(5000, 'x')}}.dump()).error().detail ==
          "physician-name");
    // What does not look right is received all the same, and marked.
    const ReadAnswers read = must(readAnswers(
        form("s3705"), R"({"attached-to":"neither","parent1-nir":"12","children":[{"name":"Lou","born":"in May"}]})"));
    CHECK(read.toCheck == std::vector<std::string>{"attached-to", "children.born", "parent1-nir"});
    CHECK(json::parse(read.json).at("parent1-nir") == "12");
}

TEST_CASE_METHOD(RequestFixture, "what is missing depends on what was answered", "[requests]") {
    const auto missing = [&](const char *id, const json &answers) {
        return must(readAnswers(form(id), answers.dump())).missing;
    };
    using List = std::vector<std::string>;
    CHECK(missing("s3704", json::object()) == List{"physician-name", "physician-signed"});
    CHECK(missing("s3704", {{"physician-name", "x"}, {"physician-signed", false}}) == List{"physician-signed"});
    CHECK(missing("s3704", physician()).empty());
    json one = attachment();
    one["attached-to"] = "parent1";
    for (const char *field : {"parent2-name", "parent2-nir", "parent2-signed"}) {
        one.erase(field);
    }
    CHECK(missing("s3705", one).empty());
    one["attached-to"] = "both";
    CHECK(missing("s3705", one) == List{"parent2-name", "parent2-nir", "parent2-signed"});
    json born = attachment();
    born["children"].push_back({{"name", "Noé Exemple"}});
    CHECK(missing("s3705", born) == List{"children.born"});
    born["children"] = json::array();
    CHECK(missing("s3705", born) == List{"children"});
    CHECK(missing("vitale-loss", {{"circumstance", "lost"}}).empty());
}

TEST_CASE_METHOD(RequestFixture, "a complete request is filed, and silence counts from its receipt", "[requests]") {
    const FiledRequest done = filed("s3704", physician());
    CHECK(done.act.status == ActStatus::Filed);
    CHECK(done.act.piecesMissing.empty());
    CHECK_FALSE(done.act.completeBy);
    REQUIRE(done.act.deemed);
    CHECK(done.act.deemed->on == day("2027-01-24"));
    CHECK(done.act.deemed->means == "acceptance");
    CHECK(done.act.deemed->rule == "deux mois après la réception");
    const std::string text = requestText(done.receipt.paper, folder);
    for (const char *said :
         {"En bref", "que le médecin désigné soit enregistré comme médecin traitant", "Reçue, complète.",
          "Le silence vaut acceptation le 24 janvier 2027", "CRPA L232-3", "CRPA L231-1", "à vérifier par la caisse",
          "Pièces manquantes aucune", "12485*03 / S3704", "commission de recours amiable", "Service des droits"}) {
        INFO(said << "\n" << text);
        CHECK(text.find(said) != std::string::npos);
    }
    CHECK(text.find("Dr Exemple") == std::string::npos); // a receipt says what was asked, not what was answered
    const storage::SealedEntry sealed = must(storage::verifySeal(done.receipt.seal, entries.key().verifier()));
    CHECK(sealed.core.form == "s3704");
}

TEST_CASE_METHOD(RequestFixture, "an incomplete request is received, and what is missing is listed", "[requests]") {
    json answers = attachment();
    answers.erase("parent2-nir");
    const FiledRequest done = filed("s3705", answers);
    CHECK(done.act.status == ActStatus::Incomplete);
    CHECK(done.act.piecesMissing == std::vector<std::string>{"parent2-nir", "filiation"});
    CHECK(done.act.completeBy == day("2026-12-24"));
    REQUIRE(done.act.deemed);
    CHECK_FALSE(done.act.deemed->on);
    CHECK(done.act.deemed->rule == "deux mois après la remise de la dernière pièce manquante");
    const std::string text = requestText(done.receipt.paper, folder);
    for (const char *said : {"Reçue, incomplète.", "À apporter avant le 24 décembre 2026", "Preuve de filiation",
                             "Parent 2 : numéro de sécurité sociale", "n’est pas refusée pour cela",
                             "Le silence vaut acceptation, deux mois après la remise de la dernière pièce manquante"}) {
        INFO(said << "\n" << text);
        CHECK(text.find(said) != std::string::npos);
    }
}

TEST_CASE_METHOD(RequestFixture, "the last of what was missing starts the time, and makes a new receipt",
                 "[requests]") {
    json answers = attachment();
    answers.erase("parent2-nir");
    const FiledRequest first = filed("s3705", answers);
    onDay("2026-12-01");
    const FiledRequest second = must(addToRequest(desk, first.act.reference, {{"filiation"}, {}}, {}));
    CHECK(second.act.status == ActStatus::Incomplete);
    CHECK_FALSE(second.act.deemed->on);
    CHECK(second.act.completeBy == first.act.completeBy);
    CHECK(second.receipt.seal != first.receipt.seal);
    CHECK(requestText(second.receipt.paper, folder).find("Pièces données") != std::string::npos);
    CHECK(requestText(second.receipt.paper, folder).find("Reçu de votre demande, n° 2") != std::string::npos);
    onDay("2026-12-10");
    const FiledRequest third =
        must(addToRequest(desk, first.act.reference, {{}, R"({"parent2-nir":"1 53 12 45 007 231 60"})"}, {}));
    CHECK(third.act.status == ActStatus::Filed);
    CHECK(third.act.received == day("2026-11-24")); // the date of receipt is kept
    CHECK(third.act.deemed->on == day("2027-02-10"));
    CHECK_FALSE(third.act.completeBy);
    CHECK(json::parse(third.act.answers) == attachmentAsKept());
    CHECK(requestText(third.receipt.paper, folder)
              .find("Le silence vaut acceptation le 10 février 2027, deux mois après la remise de la dernière pièce "
                    "manquante (") != std::string::npos);
    storage::Acts acts(entries);
    CHECK(acts.check().empty());

    // Each of the three again, as it was, whatever was done, set or written since.
    must(advanceRequest(desk, first.act.reference, ActStatus::Forwarded, "x"));
    onDay("2027-03-01");
    set({{"service-name", "Un autre service"}});
    catalogue = without("s3705");
    const std::array made{&first, &second, &third};
    for (int number = 1; number <= 3; ++number) {
        const MadeReceipt again = must(receiptAgain(desk, first.act.reference, number, {}));
        const MadeReceipt &then = made.at(static_cast<std::size_t>(number) - 1)->receipt;
        CHECK(again.number == number);
        CHECK(again.count == 3);
        CHECK(again.act == first.act.reference);
        CHECK(again.person == person);
        CHECK(again.seal == then.seal);
        CHECK(again.paper.pdf == then.paper.pdf);
    }
    CHECK(must(receiptAgain(desk, first.act.reference, std::nullopt, {})).paper.pdf == third.receipt.paper.pdf);
    CHECK(receiptAgain(desk, first.act.reference, 4, {}).error().code == ErrorCode::Nothing);
    CHECK(receiptAgain(desk, first.act.reference, 0, {}).error().code == ErrorCode::Nothing);
}

TEST_CASE_METHOD(RequestFixture, "nothing is closed without being there, and no answer is lost", "[requests]") {
    json answers = attachment();
    answers.erase("parent2-nir");
    answers["parent2-signed"] = false;
    answers["children"] = {{{"name", "Lou Exemple"}}};
    const std::string reference = filed("s3705", answers).act.reference;
    const std::uint64_t before = entriesWritten();
    const auto problem = [&](const RequestAddition &addition) {
        const auto added = addToRequest(desk, reference, addition, {});
        REQUIRE_FALSE(added);
        CHECK(entriesWritten() == before);
        return std::pair(added.error().code, added.error().detail);
    };
    using Problem = std::pair<ErrorCode, std::string>;
    CHECK(problem({{"parent2-nir"}, {}}) == Problem{ErrorCode::FieldNotAPiece, "parent2-nir"});
    CHECK(problem({{"filiation", "children.born"}, {}}) == Problem{ErrorCode::FieldNotAPiece, "children.born"});
    CHECK(problem({{"passport"}, {}}) == Problem{ErrorCode::UnknownPiece, "passport"});
    CHECK(problem({{}, {}}).first == ErrorCode::MissingOption);
    CHECK(problem({{}, "[]"}).first == ErrorCode::BadValue);
    CHECK(problem({{}, R"({"colour":"red"})"}) == Problem{ErrorCode::UnknownField, "colour"});
    CHECK(problem({{}, R"({"parent1-name":"Une autre"})"}) == Problem{ErrorCode::AlreadyDone, "parent1-name"});

    // A signature is on the paper that is there now; a list is given whole; what looks odd is taken.
    const FiledRequest some = must(addToRequest(
        desk, reference, {{"parent2-signed", "filiation"}, R"({"children":[{"name":"Lou Exemple","born":"en mai"}]})"},
        {}));
    CHECK(some.act.piecesMissing == std::vector<std::string>{"parent2-nir"});
    CHECK(some.act.piecesGiven == std::vector<std::string>{"filiation"});
    CHECK(some.toCheck == std::vector<std::string>{"children.born"});
    const json kept = json::parse(some.act.answers);
    CHECK(kept.at("parent2-signed") == "yes");
    CHECK(kept.at("children").at(0).at("born") == "en mai");
    CHECK(addToRequest(desk, reference, {{"filiation"}, {}}, {}).error() ==
          Error{ErrorCode::AlreadyDone, "filiation", {}});
    CHECK(addToRequest(desk, reference, {{"parent2-signed"}, {}}, {}).error().code == ErrorCode::AlreadyDone);
}

TEST_CASE_METHOD(RequestFixture, "an answer that comes later may ask for more", "[requests]") {
    json answers = attachment();
    for (const char *field : {"attached-to", "parent2-name", "parent2-nir", "parent2-signed"}) {
        answers.erase(field);
    }
    const FiledRequest first = filed("s3705", answers, {"filiation"});
    CHECK(first.act.piecesMissing == std::vector<std::string>{"attached-to"});
    const FiledRequest second = must(addToRequest(desk, first.act.reference, {{}, R"({"attached-to":"both"})"}, {}));
    CHECK(second.act.status == ActStatus::Incomplete);
    CHECK(second.act.piecesMissing == std::vector<std::string>{"parent2-name", "parent2-nir", "parent2-signed"});
}

TEST_CASE_METHOD(RequestFixture, "a request keeps the edition of its form", "[requests]") {
    const FiledRequest done = filed("s3704", physician());
    const ActMore more = ActMore::parse(done.act.more);
    CHECK(more.form == form("s3704").edition.name);
    CHECK(more.formFrom == formatDate(form("s3704").edition.validFrom));
    CHECK(more.texts == catalogue.edition());
}

TEST_CASE_METHOD(RequestFixture, "a request is shown, completed and receipted by the form that it was made on",
                 "[requests]") {
    json answers = attachment();
    answers.erase("parent2-nir");
    const FiledRequest first = filed("s3705", answers);
    const PreparedRequest prepared = must(prepareRequest(desk, wish("s3705", answers, {"filiation"}), {}));
    const bool gone = GENERATE(false, true);
    INFO((gone ? "the form is gone" : "there is a newer edition"));
    catalogue = gone ? without("s3705") : nextYear();
    // What was signed on the older form is filed on it, what is begun now on the newer one.
    const FiledRequest signedThen =
        must(fileRequest(desk, must(requestDraft(desk, prepared.draft)), {}, {}, prepared.draft));
    CHECK(signedThen.act.piecesMissing == std::vector<std::string>{"parent2-nir"});
    CHECK(ActMore::parse(signedThen.act.more).formFrom == "2026-11-01");
    const Result<FiledRequest> now = fileRequest(desk, wish("s3705", answers), {}, {});
    CHECK(now.has_value() != gone);
    if (now) {
        CHECK(ActMore::parse(now->act.more).form == "2027-11");
        CHECK(now->act.piecesMissing == std::vector<std::string>{"second-number", "birth-certificate"});
        CHECK(now->act.deemed->means == "refusal");
    }

    onDay("2027-12-01");
    const Form kept = formOf(catalogue, must(showRequest(desk, first.act.reference)).act).value();
    CHECK(kept.edition.name == "2026-11");
    CHECK(missingWords(kept, "parent2-nir", "fr") == "Parent 2\u00a0: numéro de sécurité sociale");
    const std::string statement = requestText(must(makeStatement(desk, first.act.reference, {})).paper, folder);
    CHECK(statement.find("Rattachement d’un enfant à l’un ou aux deux parents") != std::string::npos);
    CHECK(statement.find("Preuve de filiation") != std::string::npos);

    const FiledRequest second = must(
        addToRequest(desk, first.act.reference, {{"filiation"}, R"({"parent2-nir":"1 53 12 45 007 231 60"})"}, {}));
    CHECK(second.act.status == ActStatus::Filed);
    CHECK(second.act.deemed->means == "acceptance");
    CHECK(second.act.deemed->on == day("2028-02-01")); // two months, and not four
    CHECK(json::parse(second.act.answers) == attachmentAsKept());
    const std::string text = requestText(second.receipt.paper, folder);
    for (const char *said : {"que l’enfant soit rattaché", "Rattachement d’un enfant", "Preuve de filiation",
                             "Le silence vaut acceptation le 1er février 2028"}) {
        INFO(said << "\n" << text);
        CHECK(text.find(said) != std::string::npos);
    }
    CHECK(text.find("une chose nouvelle") == std::string::npos);
    CHECK(text.find("Rattachement nouveau") == std::string::npos);
    CHECK(ActMore::parse(second.act.more).form == "2026-11");
    CHECK(storage::Acts(entries).check().empty());
}

TEST_CASE_METHOD(RequestFixture, "a request that kept no form is shown by the catalogue's", "[requests]") {
    Act act;
    act.subject = "s3704";
    for (const char *more : {"{}", R"({"form-text":"no form"})"}) {
        act.more = more;
        CHECK(formOf(catalogue, act).value().title.in("fr") == form("s3704").title.in("fr"));
    }
    act.subject = "s9999";
    CHECK_FALSE(formOf(catalogue, act));
}

TEST_CASE_METHOD(RequestFixture, "a remedy that is no longer in the catalogue leaves the others", "[requests]") {
    const std::string reference = filed("s3705", attachment()).act.reference;
    const test::TemporaryFolder changed;
    std::filesystem::copy(Catalogue::installedFolder(), changed.path(), std::filesystem::copy_options::recursive);
    for (const std::string name : {"remedies.toml", "forms/s3704.toml", "forms/s3705.toml", "forms/vitale-loss.toml"}) {
        std::string text(asText(must(readFile(changed.path() / name, 1U << 20U))));
        text = replaceAll(std::move(text), "id = \"mediator\"", "id = \"arbiter\"");
        changed.write(name, replaceAll(std::move(text), "\"mediator\"", "\"arbiter\""));
    }
    catalogue = must(Catalogue::load(changed.path()));
    const FiledRequest done = must(addToRequest(desk, reference, {{"filiation"}, {}}, {}));
    CHECK(requestText(done.receipt.paper, folder).find("commission de recours amiable") != std::string::npos);
}

TEST_CASE_METHOD(RequestFixture, "a form without a rule of silence says that silence decides nothing", "[requests]") {
    const FiledRequest done = filed("vitale-loss", {{"circumstance", "stolen"}, {"date", "2026-11-23"}});
    CHECK(done.act.status == ActStatus::Filed);
    REQUIRE(done.act.deemed);
    CHECK(done.act.deemed->means == "none");
    CHECK_FALSE(done.act.deemed->on);
    CHECK_FALSE(done.act.deemed->rule.empty());
    CHECK(done.act.due == day("2026-12-15"));
    const std::string text = requestText(done.receipt.paper, folder);
    CHECK(text.find("que le vol de la carte Vitale") != std::string::npos); // and not what else may happen to a card
    CHECK(text.find("Le silence ne vaut ni acceptation ni refus.") != std::string::npos);
    CHECK(text.find("Sans nouvelles le 15 décembre 2026") != std::string::npos);
    CHECK(text.find("une attestation de droits, à demander à la caisse") != std::string::npos);
    // It can't be said to be decided by silence, however long it lasts.
    onDay("2028-01-01");
    CHECK(advanceRequest(desk, done.act.reference, ActStatus::Deemed, {}).error().code == ErrorCode::WrongState);
}

TEST_CASE("where silence means refusal, time stands still while pieces are missing", "[requests]") {
    // None of the forms shipped is so: one is made of another.
    RequestFixture fixture;
    const test::TemporaryFolder changed;
    std::filesystem::copy(Catalogue::installedFolder(), changed.path(), std::filesystem::copy_options::recursive);
    changed.write("forms/refused.toml", R"(
id = "refused"
edition = "1"
valid_from = 2026-01-01
group = "test"
title = { fr = "Essai" }
asked = { fr = "une aide" }
next = { fr = "le service répond" }
addressee = "service"
remedies = ["appeal"]
[silence]
after = "P2M"
from = "received"
means = "refusal"
basis = "CRPA L231-4"
[[piece]]
id = "proof"
required = true
label = { fr = "Justificatif" }
[[signature]]
id = "person"
label = { fr = "Signature" }
)");
    fixture.catalogue = must(Catalogue::load(changed.path()));
    const FiledRequest complete = fixture.filed("refused", json::object(), {"proof"});
    CHECK(complete.act.deemed->means == "refusal");
    CHECK(complete.act.deemed->on == day("2027-01-24"));
    CHECK(requestText(complete.receipt.paper, fixture.folder)
              .find("Le silence vaut refus le 24 janvier 2027, deux mois après la réception (") != std::string::npos);

    const auto [brought, expected] = GENERATE(table<std::string, std::string>({
        {"2026-12-04", "2027-02-03"}, // ten days
        {"2027-01-15", "2027-02-23"}, // not longer than the time that was set: until 24 December
    }));
    const FiledRequest first = fixture.filed("refused", json::object());
    CHECK_FALSE(first.act.deemed->on);
    CHECK(first.act.deemed->rule.find("sans compter") != std::string::npos);
    fixture.onDay(brought);
    const FiledRequest second = must(addToRequest(fixture.desk, first.act.reference, {{"proof"}, {}}, {}));
    CHECK(second.act.deemed->on == day(expected));
    CHECK(
        requestText(second.receipt.paper, fixture.folder).find("deux mois après la réception, sans compter le temps") !=
        std::string::npos);

    // What was deposited so long ago that silence has refused it already does not come back to life.
    fixture.onDay("2026-11-24");
    const SigningNote note{Signed::Signature, {}, day("2026-09-01"), "7"};
    const FiledRequest late = must(fileRequest(fixture.desk, fixture.wish("refused", json::object()), note, {}));
    fixture.onDay(brought);
    CHECK(must(addToRequest(fixture.desk, late.act.reference, {{"proof"}, {}}, {})).act.deemed->on ==
          day("2026-11-01"));
}

TEST_CASE_METHOD(RequestFixture, "a paper keyed in later counts from the day it was deposited", "[requests]") {
    const SigningNote note{Signed::Signature, {}, day("2026-11-02"), "7"};
    const FiledRequest done = must(fileRequest(desk, wish("s3704", physician()), note, {}));
    CHECK(done.act.received == day("2026-11-02"));
    CHECK(done.act.deemed->on == day("2027-01-02"));
    const std::uint64_t before = entriesWritten();
    CHECK(fileRequest(desk, wish("s3704", physician()), note, {}).error() ==
          Error{ErrorCode::PaperNumberUsed, "7", {}});
    CHECK(fileRequest(desk, wish("s3704", physician()), {Signed::Signature, {}, day("2026-11-25"), {}}, {})
              .error()
              .code == ErrorCode::FutureDate);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(RequestFixture, "a numbered form is torn off with every mention, and keyed in under its number",
                 "[requests]") {
    struct Case {
        const char *form;
        const char *silence;
    };
    const auto one =
        GENERATE(Case{"vitale-loss", "ni acceptation ni refus"}, Case{"s3705", "vaut acceptation deux mois"},
                 Case{"s3720", "vaut refus deux mois après le dépôt"});
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    const NumberedPapers made = must(numberedForms(desk, one.form, 3, {layout, {}}));
    REQUIRE(std::set(made.numbers.begin(), made.numbers.end()).size() == 3);
    const std::string text = replaceAll(requestText(made.paper, folder), "\u00a0", " ");
    const auto count = [&](const std::string &part) {
        std::size_t found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
            ++found;
        }
        return found;
    };
    const std::string unspaced = replaceAll(text, " ", ""); // a head may break its line at a number's hyphen
    for (const std::string &number : made.numbers) {
        std::size_t found = 0;
        for (std::size_t at = unspaced.find(number); at != std::string::npos; at = unspaced.find(number, at + 1)) {
            ++found;
        }
        CHECK(found == 2 * static_cast<std::size_t>(made.paper.pages) / 3 + 2); // each head and foot, and both parts
    }
    for (const char *part : {one.silence, "Partie gardée par l’agence", "Reçue le", "Pièces manquantes",
                             "Service des droits", "05 00 00 00 01", "En cas de désaccord", "Agent (code) et tampon"}) {
        INFO(part);
        CHECK(count(part) >= 3);
    }
    // It is keyed in later, however its number is spelled, and both days are kept and said.
    const SigningNote note{Signed::Signature, {}, day("2026-11-20"), replaceAll(made.numbers[1], "-", " ")};
    const FiledRequest filed = must(fileRequest(desk, wish("s3704", physician()), note, {}));
    CHECK(filed.act.paperNumber == made.numbers[1]);
    CHECK(filed.act.received == day("2026-11-20"));
    CHECK(requestText(filed.receipt.paper, folder)
              .find("20 novembre 2026, sur le reçu manuscrit n° " + made.numbers[1] +
                    ", enregistrée le 24 novembre 2026") != std::string::npos);
    CHECK(numbersLeft(desk, kNumberedForm) == 2);
    CHECK(numberedForms(desk, one.form, 0, {}).error().code == ErrorCode::BadValue);
    CHECK(numberedForms(as(storage::Role::Admin, "D01"), one.form, 1, {}).error().code == ErrorCode::NotAllowed);
    unset("service-phone");
    CHECK(numberedForms(as(storage::Role::Agent, "A01"), one.form, 1, {}).error() ==
          Error{ErrorCode::MentionMissing, "service-phone", {}});
}

TEST_CASE_METHOD(RequestFixture, "an unknown form, person or piece is named, and nothing is written", "[requests]") {
    const std::uint64_t before = entriesWritten();
    CHECK(fileRequest(desk, wish("s9999", json::object()), {}, {}).error() ==
          Error{ErrorCode::UnknownForm, "s9999", {}});
    CHECK(fileRequest(desk, wish("s3704", physician(), {"filiation"}), {}, {}).error() ==
          Error{ErrorCode::UnknownPiece, "filiation", {}});
    CHECK(fileRequest(desk, wish("s3704", {{"x", "y"}}), {}, {}).error().code == ErrorCode::UnknownField);
    RequestWish nobody = wish("s3704", physician());
    nobody.person = "01234567890123456789012345";
    CHECK(fileRequest(desk, nobody, {}, {}).error().code == ErrorCode::Nobody);
    CHECK(fileRequest(as(storage::Role::Admin, "D01"), wish("s3704", physician()), {}, {}).error().code ==
          ErrorCode::NotAllowed);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(RequestFixture, "every mention that is missing is named, and nothing is filed", "[requests]") {
    const auto key = GENERATE("agency-name", "agency-address", "agency-phone", "service-name", "service-address",
                              "service-phone", "remedy-appeal-address");
    unset(key);
    const std::uint64_t before = entriesWritten();
    CHECK(fileRequest(desk, wish("s3704", physician()), {}, {}).error() == Error{ErrorCode::MentionMissing, key, {}});
    CHECK(entriesWritten() == before);
    CHECK(must(listRequests(desk, {})).empty());
}

TEST_CASE_METHOD(RequestFixture, "what is prepared is filed as prepared", "[requests]") {
    const std::uint64_t before = entriesWritten();
    const PreparedRequest prepared = must(prepareRequest(desk, wish("s3705", attachment(), {"filiation"}), {}));
    CHECK(entriesWritten() == before);
    CHECK(prepared.missing.empty());
    const std::string text = requestText(prepared.form, folder);
    for (const char *said : {"À signer", "PAT-TROIS", "Camille Exemple", "2 55 08 14 168 025 38", "aux deux parents",
                             "Lou Exemple", "1er octobre 2026", "Signature du parent 2", "14445*02 / S3705"}) {
        INFO(said);
        CHECK(text.find(said) != std::string::npos);
    }
    const RequestWish draft = must(requestDraft(desk, prepared.draft));
    const FiledRequest done = must(fileRequest(desk, draft, {}, {}, prepared.draft));
    CHECK(done.act.status == ActStatus::Filed);
    CHECK(json::parse(done.act.answers).at("children")[0].at("name") == "Lou Exemple");
    CHECK(requestDraft(desk, prepared.draft).error().code == ErrorCode::Nothing);
}

TEST_CASE_METHOD(RequestFixture, "requests go on as their table says", "[requests]") {
    struct Case {
        std::vector<ActStatus> path;
        ActStatus then;
        bool allowed;
    };
    using enum ActStatus;
    const Case one = GENERATE(
        Case{{}, Forwarded, true}, Case{{}, DecidedYes, true}, Case{{}, DecidedNo, true}, Case{{}, Withdrawn, true},
        Case{{Forwarded}, DecidedYes, true}, Case{{Forwarded}, Forwarded, false}, Case{{Forwarded}, Withdrawn, true},
        Case{{DecidedYes}, DecidedNo, false}, Case{{DecidedNo}, Withdrawn, false}, Case{{Withdrawn}, Forwarded, false});
    const std::string reference = filed("s3704", physician()).act.reference;
    const auto go = [&](ActStatus to) {
        return to == Withdrawn ? withdrawRequest(desk, reference) : advanceRequest(desk, reference, to, "lettre");
    };
    for (const ActStatus to : one.path) {
        must(go(to));
    }
    const Result<Act> result = go(one.then);
    CHECK(result.has_value() == one.allowed);
    if (result) {
        CHECK(result->status == one.then);
    } else {
        CHECK(result.error().code == ErrorCode::WrongState);
    }
    CHECK(advanceRequest(desk, reference, Filed, {}).error().code == ErrorCode::BadValue);
}

TEST_CASE_METHOD(RequestFixture, "silence has decided on its day and not before", "[requests]") {
    const std::string reference = filed("s3704", physician()).act.reference;
    onDay("2027-01-23");
    CHECK(advanceRequest(desk, reference, ActStatus::Deemed, {}).error().code == ErrorCode::WrongState);
    CHECK(must(listRequests(desk, {{}, std::nullopt, {}, true})).empty());
    onDay("2027-01-24");
    CHECK(must(listRequests(desk, {{}, std::nullopt, {}, true})).size() == 1);
    CHECK(must(advanceRequest(desk, reference, ActStatus::Deemed, {})).status == ActStatus::Deemed);
    CHECK(requestText(must(makeStatement(desk, reference, {})).paper, folder).find("c’est le silence qui décide") !=
          std::string::npos);
}

TEST_CASE_METHOD(RequestFixture, "asking again is received, and points to what is open", "[requests]") {
    const FiledRequest first = filed("s3704", physician());
    const FiledRequest second = filed("s3704", physician());
    REQUIRE(second.earlier.size() == 1);
    CHECK(second.earlier.front().reference == first.act.reference);
    CHECK(filed("vitale-loss", {{"circumstance", "lost"}}).earlier.empty());
}

TEST_CASE_METHOD(RequestFixture, "requests are listed by person, status and form, and opt-outs are not among them",
                 "[requests]") {
    const std::string other = add("AUTRE", "ALEX", {1990, 1, 1});
    (void)filed("s3704", physician());
    RequestWish theirs = wish("s3705", json::object());
    theirs.person = other;
    must(fileRequest(desk, theirs, {}, {}));
    CHECK(must(listRequests(desk, {})).size() == 2);
    CHECK(must(listRequests(desk, {other, std::nullopt, {}, false})).size() == 1);
    CHECK(must(listRequests(desk, {{}, ActStatus::Incomplete, {}, false})).size() == 1);
    CHECK(must(listRequests(desk, {{}, std::nullopt, "s3704", false})).size() == 1);
}

TEST_CASE_METHOD(RequestFixture, "an e-mail address or a mobile number is never needed", "[requests]") {
    // Nothing of the person but names and a date: every form can be filed complete.
    RequestWish asked = wish("s3704", physician());
    asked.person = add("SANS", "RIEN", {});
    CHECK(must(fileRequest(desk, asked, {}, {})).act.status == ActStatus::Filed);
}

TEST_CASE_METHOD(RequestFixture, "a blank form has no name and no tick", "[requests]") {
    const auto id = GENERATE("s3704", "s3705", "vitale-loss");
    const MadePaper blank = must(blankForm(desk, id, {}));
    const std::string text = requestText(blank, folder);
    CHECK(text.find("PAT-TROIS") == std::string::npos);
    CHECK(text.find("Signature") != std::string::npos);
    CHECK(must(blankForm(desk, id, {printing::Layout::Large, ""})).pages >= blank.pages);
}
