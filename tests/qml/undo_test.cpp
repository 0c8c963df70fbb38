// SPDX-License-Identifier: GPL-3.0-or-later
// What is not signed can be taken back: without a loss, by one touch, and what was taken back comes back.
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/request_model.h"
#include "storage/register/register.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <algorithm>

namespace guichet::test {
namespace {

using ui::KioskModel;
using ui::OptOutsModel;
using ui::RequestModel;

/// What the store knows of acts.
struct Held {
    std::vector<std::string> drafts; ///< ids
    std::uint64_t entries = 0;
    int owed = 0; ///< papers that somebody still waits for
};

Held held(Counter &counter) {
    Held held;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        for (const char *kind : {"optout", "request"}) {
            for (const auto &draft : desk.store.drafts().list(kind, {}, desk.machine.clock.now())) {
                held.drafts.push_back(draft.id);
            }
        }
        held.entries = desk.entries.head().size;
        held.owed = static_cast<int>(desk.store.jobs().list({.visit = {}, .person = {}, .onlyOpen = true}).size());
    });
    return held;
}

void touch(Counter &counter, const char *name) {
    counter.stage.settleAll();
    auto *item = counter.stage.find(QString::fromLatin1(name));
    REQUIRE(item != nullptr);
    QMetaObject::invokeMethod(item, "activated");
    counter.answered(*counter.kiosk.optOuts());
    counter.answered(*counter.kiosk.request());
    counter.answered(*counter.kiosk.papers());
}

/// The paper of a refusal is printed and waits for its signature.
OptOutsModel &preparedRefusal(Counter &counter) {
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.openOptOuts();
    auto &model = *counter.kiosk.optOuts();
    model.answer(1);
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
    REQUIRE(model.stage() == OptOutsModel::Signing);
    return model;
}

} // namespace

TEST_CASE("back from the signature nothing is lost, and nothing is printed twice", "[ui]") {
    Counter counter;
    auto &model = preparedRefusal(counter);
    model.chooseSigning(2);
    model.setNote(QStringLiteral("A dit oui."));
    const auto before = held(counter);
    REQUIRE(before.drafts.size() == 1);

    model.back();
    CHECK(model.stage() == OptOutsModel::Choosing);
    CHECK(model.erases() == true);
    CHECK(model.action() == QStringLiteral("Aller à la signature"));
    SECTION("and on at once") { model.next(); }
    SECTION("and to the person's page and back") {
        model.back();
        CHECK(counter.kiosk.screen() == KioskModel::Person);
        counter.kiosk.openOptOuts();
        CHECK(model.erases() == true);
        model.next();
    }
    SECTION("and by the paper itself, from anywhere") {
        const bool end = GENERATE(false, true);
        model.back();
        if (end) {
            counter.kiosk.endVisit();
        }
        counter.answered(*counter.kiosk.papers());
        touch(counter, "signPaper0");
        CHECK(counter.kiosk.screen() == KioskModel::OptOuts);
    }
    SECTION("and another answer is another paper") {
        model.answer(0);
        CHECK(model.action() == QStringLiteral("Imprimer le papier à signer"));
        touch(counter, "signPaper0");
        CHECK(model.stage() == OptOutsModel::Choosing);
        model.answer(1);
        model.next();
    }
    CHECK(model.stage() == OptOutsModel::Signing);
    CHECK(model.note() == QStringLiteral("A dit oui."));
    CHECK(model.signings()->at(2, "picked").toBool());
    CHECK(counter.printer.sent() == 1);
    CHECK(held(counter).drafts == before.drafts);
    model.next();
    counter.answered(model);
    CHECK(model.stage() == OptOutsModel::Registered);
    CHECK(held(counter).drafts.empty());
}

TEST_CASE("erasing is asked for with a paper copy first or without, and neither is chosen for the person", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.openOptOuts();
    auto &model = *counter.kiosk.optOuts();
    const bool alone = GENERATE(false, true);
    if (alone) {
        for (int row = 0; row < model.scopes()->count(); ++row) {
            if (model.scopes()->at(row, "label").toString().startsWith(QStringLiteral("Effacement"))) {
                model.chooseScope(row);
                break;
            }
        }
        CHECK(model.question() == QStringLiteral("Une copie sur papier d’abord\u00a0?"));
    }
    const int rows = model.answers()->count();
    REQUIRE(rows == (alone ? 2 : 3));
    for (int row = 0; row < rows; ++row) {
        CHECK_FALSE(model.answers()->at(row, "picked").toBool());
    }
    CHECK(model.missing() == QStringLiteral("Choisir une réponse"));
    const bool copy = GENERATE(false, true);
    model.answer(copy ? rows - 1 : rows - 2);
    CHECK(model.answers()->at(copy ? rows - 1 : rows - 2, "picked").toBool());
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
    model.chooseSigning(0);
    model.next();
    counter.answered(model);
    REQUIRE(model.stage() == OptOutsModel::Registered);
    CHECK(model.outcome().contains(QStringLiteral("Elle attend : la copie sur papier n’est pas encore remise.")) ==
          copy);
}

TEST_CASE("another answer makes another paper, and nobody waits for the first any more", "[ui]") {
    Counter counter;
    auto &model = preparedRefusal(counter);
    model.chooseSigning(0);
    const auto before = held(counter);
    model.back();
    model.answer(0);
    model.next();
    counter.answered(model);
    CHECK(model.stage() == OptOutsModel::Signing);
    CHECK(model.missing() != QString()); // this one is not signed
    CHECK(counter.printer.sent() == 2);
    const auto after = held(counter);
    REQUIRE(after.drafts.size() == 1);
    CHECK(after.drafts != before.drafts);
    CHECK(after.entries == before.entries);
    CHECK(after.owed == 1);
}

TEST_CASE("a draft is removed by one touch, and brought back by one", "[ui]") {
    const bool out = GENERATE(true, false);
    CAPTURE(out);
    Counter counter;
    if (!out) {
        counter.printer.jobsAre(storage::JobState::Printing);
    }
    auto &model = preparedRefusal(counter);
    model.chooseSigning(0);
    const auto before = held(counter);
    touch(counter, "removeDraft");
    CHECK(model.stage() == OptOutsModel::Removed);
    CHECK(model.removal().contains(QStringLiteral("détruire")) == out);
    CHECK(counter.printer.cancelled() == (out ? 0 : 1));
    auto after = held(counter);
    CHECK(after.drafts.empty());
    CHECK(after.owed == 0);
    CHECK(after.entries == before.entries);
    counter.stage.settleAll();
    CHECK(counter.kiosk.papers()->rows()->at(0, "state").toString() ==
          (out ? QStringLiteral("Ne sert plus\u00a0: à détruire") : QStringLiteral("Annulée")));
    CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");

    SECTION("brought back") {
        touch(counter, "undoRemoval");
        CHECK(model.stage() == OptOutsModel::Signing);
        CHECK(model.missing() == QString()); // signed as before
        CHECK(held(counter).drafts.size() == 1);
        CHECK(counter.printer.sent() == (out ? 1 : 2)); // what came out is there
        model.next();
        counter.answered(model);
        CHECK(model.stage() == OptOutsModel::Registered);
        CHECK(model.erases() == true);
    }
    SECTION("or begun anew") {
        model.next();
        CHECK(model.stage() == OptOutsModel::Choosing);
        CHECK(model.erases() == std::nullopt);
    }
    SECTION("or left: then it is gone") {
        model.back();
        counter.kiosk.openOptOuts();
        CHECK(model.stage() == OptOutsModel::Choosing);
        CHECK(model.removal() == QString());
        model.undoRemoval();
        CHECK(held(counter).drafts.empty());
    }
}

TEST_CASE("a request's answers and pieces survive the way back, the removal and its undoing", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.openRequest();
    auto &model = *counter.kiosk.request();
    model.chooseForm(formRow("s3705"));
    model.next();
    model.chooseField(0, 0);
    while (model.stage() != RequestModel::Pieces) {
        model.next();
    }
    model.togglePiece(0);
    model.next();
    counter.answered(model);
    REQUIRE(model.stage() == RequestModel::Signing);
    model.back();
    REQUIRE(model.stage() == RequestModel::Pieces);
    CHECK(model.pieces()->at(0, "picked").toBool());
    CHECK(model.action() == QStringLiteral("Aller à la signature"));
    counter.kiosk.openPerson();
    const bool byPaper = GENERATE(false, true);
    if (byPaper) {
        counter.answered(*counter.kiosk.papers());
        touch(counter, "signPaper0");
        CHECK(counter.kiosk.screen() == KioskModel::Request);
    } else {
        counter.kiosk.openRequest();
        REQUIRE(model.stage() == RequestModel::Pieces);
        model.next();
    }
    CHECK(model.stage() == RequestModel::Signing);
    CHECK(counter.printer.sent() == 1);

    touch(counter, "removeDraft");
    REQUIRE(model.stage() == RequestModel::Removed);
    CHECK(held(counter).drafts.empty());
    touch(counter, "undoRemoval");
    REQUIRE(model.stage() == RequestModel::Signing);
    model.chooseSigning(0);
    model.next();
    counter.answered(model);
    CHECK(model.stage() == RequestModel::Filed);
    CHECK(held(counter).drafts.empty());
}

TEST_CASE("what was begun for one person is nothing for the next", "[ui]") {
    Counter counter;
    auto &model = preparedRefusal(counter);
    SECTION("in another visit") { counter.kiosk.nextPerson(); }
    SECTION("in the same visit") { counter.kiosk.serve(std::string("01Q"), {}); }
    counter.kiosk.openOptOuts();
    CHECK(model.stage() == OptOutsModel::Choosing);
    CHECK(model.erases() == std::nullopt);
    CHECK(model.note() == QString());
}

TEST_CASE("a removal that the printer can't follow removes nothing", "[ui]") {
    Counter counter;
    counter.printer.jobsAre(storage::JobState::Printing);
    auto &model = preparedRefusal(counter);
    counter.printer.refuseToCancel(true);
    touch(counter, "removeDraft");
    CHECK(model.stage() == OptOutsModel::Signing);
    CHECK(model.problem() != QString());
    CHECK(held(counter).drafts.size() == 1);
    counter.printer.refuseToCancel(false);
    touch(counter, "removeDraft");
    CHECK(model.stage() == OptOutsModel::Removed);
    CHECK(held(counter).drafts.empty());
}

} // namespace guichet::test
