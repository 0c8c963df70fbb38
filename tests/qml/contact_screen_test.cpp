// SPDX-License-Identifier: GPL-3.0-or-later
// How the person wants to be told, of all and of one request; papers that were signed before; a receipt that is
// brought.
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/paper_numbers.h"
#include "kiosk/counter/receipts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

namespace guichet::test {
namespace {

using storage::ContactPreference;
using ui::ContactModel;
using ui::KioskModel;
using ui::OptOutsModel;

int rowOf(ui::RowModel &rows, const char *role, const char *words) {
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.at(row, role).toString().contains(QString::fromUtf8(words))) {
            return row;
        }
    }
    return -1;
}

/// Chooses one on the screen that is open, and notes it.
void tell(Counter &counter, const char *way, const QString &detail = {}) {
    auto &model = *counter.kiosk.contact();
    REQUIRE(counter.kiosk.screen() == KioskModel::Contact);
    counter.answered(model);
    model.choose(rowOf(*model.rows(), "label", way));
    if (!detail.isEmpty()) {
        CHECK_FALSE(model.detailLabel().isEmpty());
        CHECK_FALSE(model.missing().isEmpty());
        model.note(); // there is nothing to note yet
        model.setDetail(detail);
    }
    CHECK(model.missing() == QString());
    model.note();
    counter.answered(model);
    CHECK(model.problem() == QString());
    CHECK(counter.kiosk.screen() != KioskModel::Contact);
}

std::vector<ContactPreference> contactOf(Counter &counter, const std::string &reference) {
    std::vector<ContactPreference> contact;
    counter.stage.atDesk([&](kiosk::Desk &desk) { contact = must(kiosk::showOptout(desk, reference)).contact; });
    return contact;
}

/// Signs the paper that waits; returns the receipt.
std::string sign(Counter &counter) {
    auto &model = *counter.kiosk.optOuts();
    model.chooseSigning(0);
    model.next();
    counter.answered(model);
    CHECK(model.problem() == QString());
    REQUIRE(model.stage() == OptOutsModel::Registered);
    return model.reference().toStdString();
}

} // namespace

TEST_CASE("how somebody wants to be told is said once for all, and holds for what is signed after", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    auto &page = *counter.kiosk.person();
    CHECK(page.contact() == QStringLiteral("pas encore dit"));
    page.openContact();
    tell(counter, "Rien à la maison");
    CHECK(counter.kiosk.screen() == KioskModel::Person);
    counter.answered(page);
    CHECK(page.contact() == QStringLiteral("rien à la maison"));

    counter.kiosk.openOptOuts();
    auto &optOuts = *counter.kiosk.optOuts();
    optOuts.answer(0);
    optOuts.next();
    counter.answered(optOuts);
    CHECK(optOuts.contact() == QStringLiteral("comme pour le reste"));
    const auto reference = sign(counter);
    CHECK(contactOf(counter, reference) == std::vector<ContactPreference>{{"nothing-at-home", ""}});
}

TEST_CASE("who may be shown nothing of the person is not told where their answers go", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    counter.kiosk.person()->openContact();
    tell(counter, "à une autre adresse", QStringLiteral("3 rue du Puits, 81000 ALBI"));
    counter.answered(*counter.kiosk.person());
    CHECK(counter.kiosk.person()->contact().contains(QStringLiteral("3 rue du Puits")));
    std::string reference;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        reference =
            must(kiosk::registerOptout(
                     desk, {.person = person, .scopes = {"ens-objection"}, .details = {}, .presence = {}}, {}, {}))
                .receipt.reference;
    });
    kiosk::Presence bearer;
    bearer.who = kiosk::Who::Bearer;
    bearer.name = "Noé Essai";
    bearer.seen = kiosk::IdentitySeen::IdCard;
    counter.kiosk.setPresence(bearer, QStringLiteral("apporte"));
    counter.kiosk.openPerson();
    counter.answered(*counter.kiosk.person());
    CHECK_FALSE(counter.kiosk.person()->mayRead());
    CHECK(counter.kiosk.person()->contact() == QString());
    CHECK(counter.kiosk.person()->acts()->count() == 0);
    counter.kiosk.openCase(reference);
    auto &one = *counter.kiosk.oneCase();
    counter.answered(one);
    REQUIRE(one.contact() != QString());
    CHECK_FALSE(one.contact().contains(QStringLiteral("rue du Puits")));
    one.openContact();
    counter.answered(*counter.kiosk.contact());
    CHECK(counter.kiosk.contact()->detail() == QString());
}

TEST_CASE("for one request it is said before it is signed, and changed on its page", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    counter.kiosk.openOptOuts();
    auto &optOuts = *counter.kiosk.optOuts();
    optOuts.answer(0);
    optOuts.next();
    counter.answered(optOuts);
    optOuts.openContact();
    tell(counter, "téléphone", QStringLiteral("05 00 00 00 42"));
    CHECK(counter.kiosk.screen() == KioskModel::OptOuts);
    CHECK(optOuts.contact().contains(QStringLiteral("05 00 00 00 42")));
    const auto reference = sign(counter);
    CHECK(contactOf(counter, reference) == std::vector<ContactPreference>{{"telephone", "05 00 00 00 42"}});

    counter.kiosk.openPerson();
    counter.answered(*counter.kiosk.person());
    counter.kiosk.person()->openAct(0);
    auto &one = *counter.kiosk.oneCase();
    counter.answered(one);
    CHECK(one.contact().contains(QStringLiteral("05 00 00 00 42")));
    one.openContact();
    tell(counter, "à une autre adresse", QStringLiteral("3 rue du Puits, 81000 ALBI"));
    counter.answered(one);
    CHECK(counter.kiosk.screen() == KioskModel::Case);
    CHECK(one.contact().contains(QStringLiteral("3 rue du Puits")));
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == KioskModel::Person);
}

TEST_CASE("a paper that was signed before is keyed in with its number and the day of deposit, and none is printed",
          "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    counter.kiosk.openOptOuts();
    auto &model = *counter.kiosk.optOuts();
    model.answer(0);
    model.takeSigned();
    counter.answered(model);
    REQUIRE(model.stage() == OptOutsModel::Signing);
    CHECK(model.earlier());
    CHECK(counter.printer.sent() == 0);
    model.chooseSigning(0);
    CHECK(model.missing() == QStringLiteral("Écrire le jour du dépôt"));
    model.setDeposited(QStringLiteral("hier"));
    CHECK(model.missing() == QString());
    model.setPaperNumber(QStringLiteral("14"));

    SECTION("it is registered as of that day") {
        model.next();
        counter.answered(model);
        CHECK(model.problem() == QString());
        REQUIRE(model.stage() == OptOutsModel::Registered);
        CHECK(counter.printer.sent() == 1); // its receipt
        counter.stage.atDesk([&](kiosk::Desk &desk) {
            const auto act = must(kiosk::showOptout(desk, model.reference().toStdString())).act;
            CHECK(act.received == kiosk::addDays(kiosk::today(desk), -1));
            CHECK(act.paperNumber == "14");
        });
    }
    SECTION("gone back from, a paper is printed as for everybody") {
        model.back();
        CHECK_FALSE(model.earlier());
        CHECK(model.action() == QStringLiteral("Imprimer le papier à signer"));
        model.next();
        counter.answered(model);
        CHECK(model.stage() == OptOutsModel::Signing);
        CHECK_FALSE(model.earlier());
        CHECK(counter.printer.sent() == 1);
    }
}

TEST_CASE("a receipt that is scanned on the person's page opens its case, another's says nothing of it", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    std::string reference;
    std::string others;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto oppose = [&](const std::string &who) {
            return must(kiosk::registerOptout(
                            desk, {.person = who, .scopes = {"ens-refusal"}, .details = {}, .presence = {}}, {}, {}))
                .receipt.reference;
        };
        reference = oppose(person);
        storage::Traits traits;
        traits.birthName = "AUTRE";
        traits.givenNames = "Exemple";
        traits.born = must(storage::BirthDate::parse("1950-02-03"));
        others = oppose(must(kiosk::addPerson(desk, traits, std::nullopt)));
    });
    counter.serve(person);
    auto &page = *counter.kiosk.person();
    counter.kiosk.takeCode(QString::fromStdString(others), {});
    counter.answered(page);
    CHECK(counter.kiosk.screen() == KioskModel::Person);
    CHECK(counter.kiosk.banner().contains(QStringLiteral("pas à cette personne")));
    counter.kiosk.dismissBanner();
    counter.kiosk.takeCode(QString::fromStdString(reference).toLower(), {});
    counter.answered(page);
    REQUIRE(counter.kiosk.screen() == KioskModel::Case);
    counter.answered(*counter.kiosk.oneCase());
    CHECK(counter.kiosk.oneCase()->under().contains(QString::fromStdString(reference)));
}

TEST_CASE("from home a receipt leads to identifying its person, and then to the case", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    std::string reference;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        reference =
            must(kiosk::registerOptout(
                     desk, {.person = person, .scopes = {"ens-objection"}, .details = {}, .presence = {}}, {}, {}))
                .receipt.reference;
    });
    counter.kiosk.openReceipt();
    auto &receipt = *counter.kiosk.receipt();
    receipt.setText(QStringLiteral("K7-0000-0000-0"));
    receipt.check();
    counter.answered(receipt);
    CHECK_FALSE(receipt.canIdentify());
    receipt.setText(QString::fromStdString(reference));
    receipt.check();
    counter.answered(receipt);
    CHECK_FALSE(receipt.genuine().isEmpty());
    REQUIRE(receipt.canIdentify());
    receipt.identify();
    CHECK(counter.kiosk.screen() == KioskModel::Identify);
    counter.welcome(person);
    REQUIRE(counter.kiosk.screen() == KioskModel::Case);
    counter.answered(*counter.kiosk.oneCase());
    CHECK(counter.kiosk.oneCase()->under().contains(QString::fromStdString(reference)));
    counter.kiosk.back();
    counter.answered(*counter.kiosk.person());
    CHECK(counter.kiosk.screen() == KioskModel::Person); // once, and no more
}

TEST_CASE("ten numbered copies of any form for the queue come by one touch", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.openForms();
    auto &forms = *counter.kiosk.forms();
    const auto all = forms.rows()->count();
    forms.choose(1);
    CHECK(forms.rows()->count() == all);
    int refusal = rowOf(*forms.rows(), "title", "Je ne veux pas de Mon espace santé");
    REQUIRE(refusal >= 0);
    forms.print(refusal);
    counter.answered(forms);
    CHECK(forms.problem() == QString());
    forms.print(rowOf(*forms.rows(), "title", "médecin traitant"));
    counter.answered(forms);
    CHECK(forms.problem() == QString());
    CHECK(counter.printer.sent() == 2);
    counter.stage.atDesk([&](kiosk::Desk &desk) { CHECK(kiosk::numbersLeft(desk, kiosk::kNumberedForm) == 20); });
}

} // namespace guichet::test
