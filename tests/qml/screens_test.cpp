// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/stage.h"

#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "kiosk/ui/wording.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>
#include <string_view>

namespace guichet::test {
namespace {

using namespace ui;

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

void signIn(KioskModel &kiosk, storage::Role role = storage::Role::Agent) {
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

storage::Act act(const char *subject, const char *reference, storage::ActStatus status) {
    storage::Act made;
    made.subject = subject;
    made.reference = reference;
    made.status = status;
    made.received = {std::chrono::year(2026), std::chrono::November, std::chrono::day(3)};
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

struct State {
    const char *name;
    std::function<void(KioskModel &)> enter;
};

std::vector<State> states() {
    return {
        {"sign-in", [](KioskModel &kiosk) { kiosk.setPlace(QStringLiteral("CPAM de démonstration · Guichet 1")); }},
        {"sign-in-typed",
         [](KioskModel &kiosk) {
             kiosk.signIn()->setAgent(QStringLiteral("A01"));
             for (const auto *digit : {"1", "2", "3", "4"}) {
                 kiosk.signIn()->press(QString::fromLatin1(digit));
             }
         }},
        {"home", [](KioskModel &kiosk) { signIn(kiosk); }},
        {"home-admin", [](KioskModel &kiosk) { signIn(kiosk, storage::Role::Admin); }},
        {"receipt",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.openReceipt();
         }},
        {"forms",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.openForms();
         }},
        {"identify",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
         }},
        {"identify-many",
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
         }},
        {"identify-nobody",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
             kiosk.identify()->setByNumber(true);
             kiosk.identify()->setNumber(QStringLiteral("2 55 08 14 168 025 38"));
             kiosk.identify()->show({});
         }},
        {"add-person",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
             kiosk.identify()->setBirth(QStringLiteral("28031979"));
             kiosk.openAddPerson();
         }},
        {"presence",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
             kiosk.presence()->ask(somebody(),
                                   {kiosk::Trait::BirthPlace, kiosk::Trait::FirstGivenName, kiosk::Trait::Number});
             kiosk.go(KioskModel::Presence);
         }},
        {"presence-parent",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
             kiosk.presence()->ask(somebody(), {kiosk::Trait::BirthPlace});
             kiosk.presence()->chooseWho(1);
             kiosk.presence()->chooseSeen(6);
             kiosk.go(KioskModel::Presence);
         }},
        {"person",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.person()->show(page());
             kiosk.go(KioskModel::Person);
         }},
        {"person-refused",
         [](KioskModel &kiosk) {
             serve(kiosk);
             auto refused = page();
             refused.refusal = Error{ErrorCode::IdentityNotShown, {}, {}};
             kiosk.person()->show(refused);
             kiosk.go(KioskModel::Person);
         }},
        {"person-unnamed",
         [](KioskModel &kiosk) {
             signIn(kiosk);
             kiosk.nextPerson();
             kiosk.identify()->goOnWithoutName();
         }},
        {"documents",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.documents()->show(records(4), document::Category::Result);
             kiosk.documents()->toggle(0);
             kiosk.documents()->toggle(1);
             kiosk.go(KioskModel::Documents);
         }},
        {"documents-many",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.documents()->show(records(10000), document::Category::Result);
             kiosk.documents()->setLarge(true);
             kiosk.go(KioskModel::Documents);
         }},
        {"documents-none",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.documents()->show({}, document::Category::Hospital);
             kiosk.go(KioskModel::Documents);
         }},
        {"documents-ask",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.documents()->show(records(4), document::Category::Result);
             kiosk.go(KioskModel::Documents);
             kiosk.documents()->askTitles();
         }},
        {"opt-outs",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openOptOuts();
         }},
        {"opt-outs-answered",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openOptOuts();
             kiosk.optOuts()->answer(0);
         }},
        {"opt-outs-document",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openOptOuts();
             while (!kiosk.optOuts()->asksDetail()) {
                 kiosk.optOuts()->chooseScope(4);
             }
         }},
        {"request",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openRequest();
         }},
        {"request-fields",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openRequest();
             kiosk.request()->chooseForm(1);
             kiosk.request()->next();
             kiosk.request()->chooseField(0, 0);
         }},
        {"request-child",
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
         }},
        {"request-pieces",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.openRequest();
             kiosk.request()->chooseForm(1);
             while (kiosk.request()->stage() != RequestModel::Pieces) {
                 kiosk.request()->next();
             }
         }},
        {"end",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.endVisit();
             kiosk.end()->toggle(0);
         }},
        {"hidden",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.hide();
         }},
        {"locked",
         [](KioskModel &kiosk) {
             serve(kiosk);
             kiosk.lock();
         }},
    };
}

} // namespace

TEST_CASE("every screen opens in each of its states without a warning", "[ui]") {
    for (const auto &state : states()) {
        DYNAMIC_SECTION(state.name) {
            Stage stage;
            state.enter(stage.kiosk());
            stage.settle();
            const auto picture = stage.grab(state.name);
            CHECK(picture.size() == QSize(1280, 800));
            CHECK(stage.cutWords().join(u'\n').toStdString() == "");
            CHECK(stage.warnings().join(u'\n').toStdString() == "");
        }
    }
}

TEST_CASE("many papers of a visit end above the words under them", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    std::vector<storage::Job> jobs;
    for (int number = 0; number < 8; ++number) {
        jobs.push_back(job("Reçu", ("K7-3F9Q-M2XD-" + std::to_string(number)).c_str(), 2, storage::JobState::Completed,
                           storage::PaperState::CameOut));
    }
    stage.kiosk().papers()->show(jobs);
    stage.kiosk().person()->show(page());
    stage.kiosk().go(KioskModel::Person);
    stage.settle();
    const auto *list = stage.find(QStringLiteral("papersList"));
    const auto *words = stage.find(QStringLiteral("papersSummary"));
    const auto *button = stage.find(QStringLiteral("allInHand"));
    REQUIRE(list != nullptr);
    REQUIRE(words != nullptr);
    REQUIRE(button != nullptr);
    CHECK(list->mapRectToScene(list->boundingRect()).bottom() <= words->mapToScene({0, 0}).y());
    CHECK(words->mapRectToScene(words->boundingRect()).bottom() <= button->mapToScene({0, 0}).y());
    CHECK(list->property("contentHeight").toDouble() > list->height()); // there is more than fits: it scrolls
    stage.grab("papers-many");
}

TEST_CASE("the keys go back to the screen when what covered it has gone", "[ui]") {
    struct Cover {
        const char *name;
        std::function<void(KioskModel &)> put;
        std::function<void(KioskModel &)> take;
    };
    const auto cover =
        GENERATE(Cover{"the question", [](KioskModel &kiosk) { kiosk.documents()->askTitles(); },
                       [](KioskModel &kiosk) { kiosk.documents()->answerTitles(false); }},
                 Cover{"the veil", [](KioskModel &kiosk) { kiosk.hide(); }, [](KioskModel &kiosk) { kiosk.show(); }},
                 Cover{"the lock", [](KioskModel &kiosk) { kiosk.lock(); },
                       [](KioskModel &kiosk) {
                           emit kiosk.signIn()->signedIn(QStringLiteral("A01"), static_cast<int>(storage::Role::Agent));
                       }});
    CAPTURE(cover.name);
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().documents()->show(records(4), document::Category::Result);
    stage.kiosk().go(KioskModel::Documents);
    stage.settle();
    auto *large = stage.find(QStringLiteral("large"));
    REQUIRE(large != nullptr);
    large->forceActiveFocus();
    REQUIRE(large->hasActiveFocus());
    cover.put(stage.kiosk());
    stage.settle();
    CHECK_FALSE(large->hasActiveFocus());
    cover.take(stage.kiosk());
    stage.settle();
    CHECK(large->hasActiveFocus()); // where they were
}

TEST_CASE("what has the focus stays in sight when the keyboard on the screen takes half of it", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    stage.kiosk().request()->chooseForm(1);
    stage.kiosk().request()->next();
    while (stage.kiosk().request()->fields()->count() < 4 &&
           stage.kiosk().request()->stage() == RequestModel::Filling) {
        stage.kiosk().request()->next();
    }
    stage.settle();
    auto *last = stage.find(QStringLiteral("field3choice0"));
    auto *back = stage.find(QStringLiteral("back"));
    REQUIRE(last != nullptr);
    REQUIRE(back != nullptr);
    last->forceActiveFocus(Qt::MouseFocusReason);
    const auto bottom = [&] { return last->mapRectToScene(last->boundingRect()).bottom(); };
    const auto before = bottom();
    auto *page = back->window()->contentItem()->childItems().constFirst(); // the room that the keyboard leaves
    stage.window().setHeight(640);
    stage.until([&] { return page->height() < 700; });
    CHECK(before > back->mapToScene({0, 0}).y()); // it would be behind the bar
    CHECK(bottom() < back->mapToScene({0, 0}).y());
}

TEST_CASE("of several people found, one who fits only nearly is marked so", "[ui]") {
    Stage stage;
    for (const auto &state : states()) {
        if (std::string_view(state.name) == "identify-many") {
            state.enter(stage.kiosk());
        }
    }
    stage.settle();
    REQUIRE(stage.find("candidate1") != nullptr);
    CHECK(stage.find("candidate0")->property("detail").toString() == QString());
    CHECK(stage.find("candidate1")->property("detail").toString() ==
          QStringLiteral("Tout ne correspond pas : vérifier avec soin"));
}

} // namespace guichet::test
