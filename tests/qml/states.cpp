// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/states.h"

#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "kiosk/ui/wording.h"

#include <string>
#include <utility>

namespace guichet::test {

using namespace ui;

namespace {

storage::Act act(const char *subject, const char *reference, storage::ActStatus status) {
    storage::Act made;
    made.subject = subject;
    made.reference = reference;
    made.status = status;
    made.received = {std::chrono::year(2026), std::chrono::November, std::chrono::day(3)};
    return made;
}

State at(const char *name, std::function<void(KioskModel &)> enter) {
    return {name, [enter = std::move(enter)](Stage &stage) { enter(stage.kiosk()); }};
}

} // namespace

storage::Person somebody() {
    storage::Person person;
    person.id = "01P";
    person.traits.birthName = "DUPONT";
    person.traits.givenNames = "PAULE MARIE";
    person.traits.born = {1979, 3, 28};
    person.traits.sex = storage::Sex::Female;
    person.traits.birthPlace = "LILLE";
    person.nir = "279039935018989";
    return person;
}

void signIn(KioskModel &kiosk, storage::Role role) {
    kiosk.setPlace(QStringLiteral("CPAM de démonstration · Guichet 1"));
    kiosk.setPrinter(QStringLiteral("Imprimante prête"), true);
    emit kiosk.signIn()->signedIn(QStringLiteral("A01"), static_cast<int>(role));
}

storage::Job job(const char *what, const char *reference, int pages, storage::JobState state,
                 storage::PaperState paper) {
    storage::Job made;
    made.id = std::string(what) + reference;
    made.what = what;
    made.reference = reference;
    made.pages = pages;
    made.state = state;
    made.paper = paper;
    return made;
}

void serve(KioskModel &kiosk) {
    signIn(kiosk);
    kiosk.nextPerson();
    kiosk.serve("01P", Wording::person(somebody()));
    kiosk::Presence presence;
    presence.seen = kiosk::IdentitySeen::IdCard;
    kiosk.setPresence(presence, Wording::presence(presence));
    kiosk.papers()->show({job("Reçu", "K7-3F9Q-M2XD-4", 1, storage::JobState::Completed, storage::PaperState::InHand),
                          job("Copie de documents", "", 3, storage::JobState::Printing, storage::PaperState::Sent)});
}

std::vector<kiosk::SealedRecord> records(int count) {
    std::vector<kiosk::SealedRecord> made;
    for (int i = 0; i < count; ++i) {
        made.push_back({"01R" + std::to_string(i), document::Category::Result,
                        "20" + std::to_string(26 - i % 20) + "-0" + std::to_string(1 + i % 9) + "-12", 1 + i % 4,
                        i == 2 ? storage::RecordState::Doubtful : storage::RecordState::Current});
    }
    return made;
}

PersonModel::Page page() {
    PersonModel::Page page;
    page.page.person = somebody();
    page.page.records = {{document::Category::Result, 4},        {document::Category::Prescription, 2},
                         {document::Category::Reimbursement, 1}, {document::Category::Hospital, 3},
                         {document::Category::Certificate, 0},   {document::Category::Other, 0}};
    page.page.optouts = {act("ens-objection", "K7-3F9Q-M2XD-4", storage::ActStatus::Recorded)};
    page.page.requests = {act("s3704", "K7-1AB2-CD3E-5", storage::ActStatus::Incomplete)};
    page.titles = {QStringLiteral("Opposition à l’ouverture de l’espace numérique de santé"),
                   QStringLiteral("Déclaration de choix du médecin traitant")};
    return page;
}

std::vector<State> states() {
    return {
        at("sign-in", [](KioskModel &kiosk) { kiosk.setPlace(QStringLiteral("CPAM de démonstration · Guichet 1")); }),
        at("sign-in-typed",
           [](KioskModel &kiosk) {
               kiosk.signIn()->setAgent(QStringLiteral("A01"));
               for (const auto *digit : {"1", "2", "3", "4"}) {
                   kiosk.signIn()->press(QString::fromLatin1(digit));
               }
           }),
        at("home", [](KioskModel &kiosk) { signIn(kiosk); }),
        at("help-sign-in", [](KioskModel &kiosk) { kiosk.help()->toggle(); }),
        at("help",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.help()->toggle();
           }),
        at("home-admin", [](KioskModel &kiosk) { signIn(kiosk, storage::Role::Admin); }),
        at("receipt",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openReceipt();
           }),
        at("forms",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
           }),
        at("forms-found",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->setSaid(QStringLiteral("j’ai perdu ma carte"));
           }),
        at("forms-nothing",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->setSaid(QStringLiteral("permis de pêche"));
           }),
        at("identify",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
           }),
        at("identify-many",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setBirth(QStringLiteral("28031979"));
               kiosk.identify()->setLetters(QStringLiteral("dup"));
               auto other = somebody();
               other.traits.sex = storage::Sex::Male;
               other.traits.givenNames = "JEAN";
               other.nir = "179039935018929";
               kiosk.identify()->show({{somebody(), storage::Match::Exact}, {other, storage::Match::Near}});
           }),
        at("identify-nobody",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByNumber(true);
               kiosk.identify()->setNumber(QStringLiteral("2 55 08 14 168 025 38"));
               kiosk.identify()->show({});
           }),
        at("add-person",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setBirth(QStringLiteral("28031979"));
               kiosk.openAddPerson();
           }),
        at("presence",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.presence()->ask(somebody(),
                                     {kiosk::Trait::BirthPlace, kiosk::Trait::FirstGivenName, kiosk::Trait::Number});
               kiosk.go(KioskModel::Presence);
           }),
        at("presence-parent",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.presence()->ask(somebody(), {kiosk::Trait::BirthPlace});
               kiosk.presence()->chooseWho(1);
               kiosk.presence()->chooseSeen(6);
               kiosk.go(KioskModel::Presence);
           }),
        at("person",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("person-refused",
           [](KioskModel &kiosk) {
               serve(kiosk);
               auto refused = page();
               refused.refusal = Error{ErrorCode::IdentityNotShown, {}, {}};
               kiosk.person()->show(refused);
               kiosk.go(KioskModel::Person);
           }),
        at("person-unnamed",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->goOnWithoutName();
           }),
        at("documents",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(4), document::Category::Result);
               kiosk.documents()->toggle(0);
               kiosk.documents()->toggle(1);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents-many",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(10000), document::Category::Result);
               kiosk.documents()->setLarge(true);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents-none",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show({}, document::Category::Hospital);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents-ask",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(4), document::Category::Result);
               kiosk.go(KioskModel::Documents);
               kiosk.documents()->askTitles();
           }),
        at("person-sentence",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->say(11);
           }),
        at("person-agreement",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(0);
               kiosk.turn();
           }),
        at("person-agreement-arabic",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->chooseLanguage(2);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(1);
               kiosk.turn();
           }),
        at("person-thanks",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.turn();
           }),
        at("opt-outs",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
           }),
        at("opt-outs-answered",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(0);
           }),
        at("opt-outs-document",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               while (!kiosk.optOuts()->asksDetail()) {
                   kiosk.optOuts()->chooseScope(4);
               }
           }),
        at("request",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
           }),
        at("request-found",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->setSaid(QStringLiteral("changer de médecin"));
               kiosk.request()->chooseFirst();
           }),
        at("request-nothing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->setSaid(QStringLiteral("permis de pêche"));
           }),
        at("request-fields",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(1);
               kiosk.request()->next();
               kiosk.request()->chooseField(0, 0);
           }),
        at("request-child",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(1);
               kiosk.request()->next();
               while (kiosk.request()->fields()->at(1, "hint").toString().isEmpty() &&
                      kiosk.request()->stage() == RequestModel::Filling) {
                   kiosk.request()->next();
               }
               kiosk.request()->setField(1, QStringLiteral("32132020"));
           }),
        at("request-pieces",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(1);
               while (kiosk.request()->stage() != RequestModel::Pieces) {
                   kiosk.request()->next();
               }
           }),
        at("end",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.endVisit();
               kiosk.end()->toggle(0);
           }),
        at("hidden",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.hide();
           }),
        at("locked",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.lock();
           }),
    };
}

} // namespace guichet::test
