// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with an opt-out or a request after it was received.
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/cases_model.h"
#include "kiosk/ui/day_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace guichet::test {
namespace {

using ui::CaseModel;
using ui::KioskModel;

std::string fileRequest(Counter &counter, const std::string &person, const std::string &form = "s3705") {
    std::string reference;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        kiosk::Presence shown;
        shown.seen = kiosk::IdentitySeen::IdCard;
        reference =
            must(kiosk::fileRequest(
                     desk, {.person = person, .form = form, .answers = "{}", .pieces = {}, .presence = shown}, {}, {}))
                .act.reference;
    });
    return reference;
}

std::string registerOptOut(Counter &counter, const std::string &person) {
    std::string reference;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        kiosk::Presence shown;
        shown.seen = kiosk::IdentitySeen::IdCard;
        reference =
            must(kiosk::registerOptout(
                     desk, {.person = person, .scopes = {"ens-closure"}, .details = {}, .presence = shown}, {}, {}))
                .receipt.reference;
    });
    return reference;
}

/// The case of the first act on the person's page.
CaseModel &openFirst(Counter &counter, const std::string &person) {
    counter.serve(person);
    counter.kiosk.person()->openAct(0);
    auto &model = *counter.kiosk.oneCase();
    counter.answered(model);
    REQUIRE(counter.kiosk.screen() == KioskModel::Case);
    return model;
}

int rowOf(ui::RowModel &rows, const char *label) {
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.at(row, "label").toString().contains(QString::fromUtf8(label))) {
            return row;
        }
    }
    return -1;
}

void begin(CaseModel &model, const char *way) {
    const auto row = rowOf(*model.ways(), way);
    REQUIRE(row >= 0);
    model.choose(row);
}

void printOne(Counter &counter, CaseModel &model, const char *paper) {
    const auto row = rowOf(*model.papers(), paper);
    CAPTURE(paper);
    REQUIRE(row >= 0);
    const auto before = counter.printer.sent();
    model.print(row);
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(counter.printer.sent() == before + 1);
}

} // namespace

TEST_CASE("a document that comes later is added from the person's page, and a new receipt is printed", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const auto reference = fileRequest(counter, person);
    auto &model = openFirst(counter, person);
    CHECK(model.reference() == reference);
    CHECK(model.facts()->count() > 0);
    const auto steps = model.steps()->count();

    begin(model, "pièce est arrivée");
    CHECK(model.missing() != QString());
    model.next(); // nothing is ticked
    CHECK(model.stage() == CaseModel::Adding);
    REQUIRE(model.pieces()->count() > 0);
    const auto all = model.pieces()->count();
    model.togglePiece(0);
    const auto before = counter.printer.sent();
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(model.stage() == CaseModel::Shown);
    CHECK(model.steps()->count() == steps + 1);
    CHECK(counter.printer.sent() == before + 1);
    counter.answered(*counter.kiosk.papers());
    REQUIRE(counter.kiosk.papers()->jobs().size() == 1); // it is one of the visit's
    CHECK(counter.kiosk.papers()->jobs().front().reference == reference);
    begin(model, "pièce est arrivée"); // a signature that was missing comes in the same way
    REQUIRE(model.pieces()->count() == all - 1);
    const auto signature = rowOf(*model.pieces(), "Signature du parent 1");
    REQUIRE(signature >= 0);
    model.togglePiece(signature);
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(model.steps()->count() == steps + 2);
    model.back();
    CHECK(counter.kiosk.screen() == KioskModel::Person);
}

TEST_CASE("what was left open is answered later, and an answer that looks odd once it is confirmed", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const auto reference = fileRequest(counter, person, "s3704");
    auto &model = openFirst(counter, person);
    begin(model, "Répondre à ce qui manque");
    REQUIRE(model.fields()->count() == 3); // the physician's signature comes as a document does
    CHECK(model.missing() == QStringLiteral("Écrire une réponse"));
    model.setField(0, QStringLiteral("Dr Exemple"));
    CHECK(model.missing() == QString());
    model.setField(2, QStringLiteral("Ferme des Ormes, Albi"));
    CHECK_FALSE(model.missing().isEmpty());
    CHECK_FALSE(model.fields()->at(2, "odd").toBool()); // not while it is typed
    model.insist();
    CHECK(model.fields()->at(2, "odd").toBool());
    CHECK(model.fields()->at(2, "trouble").toString().contains(QStringLiteral("code postal")));
    model.confirmField(2);
    CHECK(model.missing() == QString());
    const auto before = counter.printer.sent();
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(model.stage() == CaseModel::Shown);
    CHECK(counter.printer.sent() == before + 1);
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto act = must(kiosk::showRequest(desk, reference)).act;
        CHECK(act.answers.find("Ferme des Ormes") != std::string::npos);
        CHECK(act.more.find("physician-address") != std::string::npos); // to be checked
    });
    begin(model, "Répondre à ce qui manque");
    CHECK(model.fields()->count() == 1); // what was given stays
    model.back();
    CHECK(model.stage() == CaseModel::Shown);
}

TEST_CASE("a list that has a gap is filled in where it stands", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    std::string reference;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        kiosk::Presence shown;
        shown.seen = kiosk::IdentitySeen::IdCard;
        const std::string answers = R"({"attached-to":"parent1","parent1-name":"MOULIN","parent1-nir":"1",)"
                                    R"("children":[{"name":"Noé"}]})";
        reference =
            must(kiosk::fileRequest(
                     desk, {.person = person, .form = "s3705", .answers = answers, .pieces = {}, .presence = shown}, {},
                     {}))
                .act.reference;
    });
    auto &model = openFirst(counter, person);
    begin(model, "Répondre à ce qui manque");
    const auto name = rowOf(*model.fields(), "Nom et prénom");
    REQUIRE(name >= 0);
    CHECK(model.fields()->at(name, "value").toString() == QStringLiteral("Noé"));
    CHECK(model.missing() == QStringLiteral("Écrire une réponse")); // what is there is no answer
    model.setField(name + 1, QStringLiteral("20112026"));
    CHECK(model.missing() == QString());
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto act = must(kiosk::showRequest(desk, reference)).act;
        CHECK(act.answers.find("2026-11-20") != std::string::npos);
        CHECK(act.answers.find("Noé") != std::string::npos);
        CHECK(std::ranges::find(act.piecesMissing, "children.born") == act.piecesMissing.end());
    });
}

TEST_CASE("a decision is noted with what shows it, and then the letter that is due can be printed", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    (void)fileRequest(counter, person);
    auto &model = openFirst(counter, person);
    CHECK(rowOf(*model.papers(), "Lettre") == -1);
    begin(model, "ce qui est revenu");
    const auto refused = rowOf(*model.decisions(), "Rejetée");
    REQUIRE(refused >= 0);
    model.chooseDecision(refused);
    CHECK(model.missing() != QString());
    model.next();
    CHECK(model.stage() == CaseModel::Deciding);
    model.setEvidence(QStringLiteral("Lettre du 20 novembre, n° 42"));
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(model.steps()->at(0, "evidence").toString().contains(QStringLiteral("n° 42")));
    CHECK(model.ways()->count() == 0); // it is decided
    CHECK_FALSE(model.canCall());
    printOne(counter, model, "Lettre à la personne"); // the agency’s; those that the person sends:
    CHECK(model.steps()->at(0, "evidence").toString().contains(QStringLiteral("que la demande est refusée")));
    printOne(counter, model, "Lettre à la commission");
    printOne(counter, model, "relevé");
    printOne(counter, model, "reçu");
}

TEST_CASE("an opt-out is given up from its page, and its statement says so", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    (void)registerOptOut(counter, person);
    auto &model = openFirst(counter, person);
    CHECK(model.canCall());
    printOne(counter, model, "appeler l’opérateur");
    CHECK(rowOf(*model.ways(), "revenu") == -1); // a supervisor's matter
    begin(model, "renonce");
    model.back();
    CHECK(model.stage() == CaseModel::Shown);
    begin(model, "renonce");
    const auto before = counter.printer.sent();
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(counter.printer.sent() == before + 1);
    CHECK(model.ways()->count() == 0);
    CHECK(rowOf(*model.papers(), "appeler l’opérateur") == -1);
}

TEST_CASE("a line of the week leads a supervisor to its list, and from there to a case", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const auto reference = registerOptOut(counter, person);
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        (void)must(kiosk::sendOptouts(
            desk, {.slip = {}, .references = {reference}, .means = "post", .evidence = "essai", .on = {}}));
    });
    counter.kiosk.signOut();
    counter.signIn("S01");
    counter.kiosk.openDay();
    auto &day = *counter.kiosk.day();
    counter.answered(day);
    day.choose(2);
    counter.answered(day);
    int waits = -1;
    for (int row = 0; row < day.rows()->count(); ++row) {
        const bool opens = day.rows()->at(row, "opens").toBool();
        day.open(opens ? -1 : row); // what counts nothing leads nowhere
        CHECK(counter.kiosk.screen() == KioskModel::Day);
        waits = opens && day.rows()->at(row, "words").toString().contains(QStringLiteral("attente")) ? row : waits;
    }
    REQUIRE(waits >= 0);
    day.open(waits);
    auto &cases = *counter.kiosk.cases();
    counter.answered(cases);
    CHECK(counter.kiosk.screen() == KioskModel::Cases);
    CHECK(cases.title() == day.rows()->at(waits, "words").toString());
    const auto ours = [&] {
        for (int row = 0; row < cases.rows()->count(); ++row) {
            if (cases.rows()->at(row, "reference").toString().toStdString() == reference) {
                return row;
            }
        }
        return -1;
    };
    REQUIRE(ours() >= 0);
    cases.choose(ours());
    auto &model = *counter.kiosk.oneCase();
    counter.answered(model);
    begin(model, "ce qui est revenu");
    REQUIRE(model.decisions()->count() == 2);
    model.chooseDecision(rowOf(*model.decisions(), "Confirmée"));
    model.setEvidence(QStringLiteral("Courrier du 23 novembre"));
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    model.back();
    counter.answered(cases);
    CHECK(counter.kiosk.screen() == KioskModel::Cases);
    CHECK(ours() == -1); // it waits no more
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == KioskModel::Day);
}

TEST_CASE("ten receipts to write by hand come from the day's screen by one touch", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.openDay();
    auto &day = *counter.kiosk.day();
    counter.answered(day);
    day.printKit();
    counter.answered(day);
    CHECK(day.problem() == QString());
    CHECK(day.done() != QString());
    CHECK(counter.printer.sent() == 1);
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == KioskModel::Home);
    CHECK(counter.kiosk.cases()->title() == QString());
}

namespace {

/// The list behind a line of the day's opening or closing.
ui::CasesModel &openLine(Counter &counter, int sheet, const char *words) {
    counter.kiosk.openDay();
    auto &day = *counter.kiosk.day();
    counter.answered(day);
    day.choose(sheet);
    counter.answered(day);
    for (int row = 0; row < day.rows()->count(); ++row) {
        if (day.rows()->at(row, "words").toString().contains(QString::fromUtf8(words))) {
            day.open(row);
        }
    }
    REQUIRE(counter.kiosk.screen() == KioskModel::Cases);
    counter.answered(*counter.kiosk.cases());
    return *counter.kiosk.cases();
}

} // namespace

TEST_CASE("a slip is printed from the list of what waits, and noted as left with its proof and day", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const auto reference = registerOptOut(counter, person);
    auto *cases = &openLine(counter, 0, "transmettre");
    CHECK(cases->action() == QStringLiteral("Imprimer le bordereau"));
    const bool refused = GENERATE(false, true); // its paper: the slip is made all the same
    counter.printer.refuse(refused);
    cases->next();
    counter.answered(*cases);
    counter.answered(*cases); // read again
    CHECK((cases->problem() == QString()) != refused);
    CHECK(cases->done().contains(QStringLiteral("Bordereau")));
    counter.printer.refuse(false);
    const auto before = counter.printer.sent();
    CHECK(cases->none());
    CHECK(cases->action() == QString()); // nothing waits any more
    counter.kiosk.back();

    cases = &openLine(counter, 1, "pas noté");
    REQUIRE(cases->slips()->count() == 1);
    CHECK(cases->action() == QString());
    cases->chooseSlip(0);
    CHECK(cases->sending());
    CHECK(cases->rows()->count() == 0);
    cases->printAgain();
    counter.answered(*cases);
    CHECK(counter.printer.sent() == before + 1);
    cases->next(); // nothing is chosen
    CHECK(cases->sending());
    cases->chooseMeans(0);
    cases->setEvidence(QStringLiteral("1A 000 000 0042 1"));
    cases->setLeftOn(QStringLiteral("31/0"));
    CHECK_FALSE(cases->missing().isEmpty());
    cases->setLeftOn(QString());
    CHECK(cases->missing() == QString());
    cases->next();
    counter.answered(*cases);
    counter.answered(*cases);
    CHECK(cases->problem() == QString());
    CHECK_FALSE(cases->sending());
    CHECK(cases->slips()->count() == 0);
    CHECK(cases->done().contains(QStringLiteral("encore faite")));
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto shown = must(kiosk::showOptout(desk, reference));
        CHECK(shown.act.status == storage::ActStatus::Sent);
        CHECK(shown.steps.back().means == "registered-post");
    });
}

} // namespace guichet::test
