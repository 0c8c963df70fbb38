// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that something interrupts is found where it stood, by whoever may, and nothing is registered twice.
#include "kiosk/counter/agents.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/call_model.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/left_visits_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/register/acts.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>

namespace guichet::test {
namespace {

using namespace std::chrono_literals;
using ui::KioskModel;
using ui::OptOutsModel;
using ui::RequestModel;

/// One store, and the machine before it that stops and starts.
struct Machine {
    std::shared_ptr<const DemoStore> store = std::make_shared<const DemoStore>();
    std::unique_ptr<Counter> counter = std::make_unique<Counter>(store);

    Counter *operator->() { return counter.get(); }
    Counter &operator*() { return *counter; }
    /// Nobody ends anything: what was noted by then is all there is.
    void stops() {
        noted();
        counter.reset();
        counter = std::make_unique<Counter>(store);
    }
    /// What was done last is noted soon after.
    void noted() {
        QTest::qWait(400);
        counter->stage.settleAll();
    }
    /// Signs in, and goes on with the only visit that was left.
    void goesOn(const char *agent) {
        counter->signIn(agent);
        auto &left = *counter->kiosk.left();
        counter->stage.until([&] { return left.rows()->count() == 1; });
        left.takeUp(0);
        counter->answered(left);
        counter->answered(*counter->kiosk.person());
        counter->answered(*counter->kiosk.papers());
    }
};

std::vector<storage::Act> actsOf(Counter &counter, const std::string &person) {
    std::vector<storage::Act> acts;
    counter.stage.atDesk(
        [&](kiosk::Desk &desk) { acts = storage::Acts(desk.entries).list({.type = {}, .person = person}); });
    return acts;
}

/// A02 works here too, by the same PIN as everybody.
void addColleague(Counter &counter) {
    counter.signIn("D01");
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        std::ignore = must(
            kiosk::addAgent(desk, {.code = "A02", .name = "Une collègue", .role = storage::Role::Agent}, counter.pin));
    });
    counter.kiosk.signOut();
}

} // namespace

TEST_CASE("what stops the machine in the middle of a visit loses nothing of it: it is found where it stood",
          "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    const auto person = machine->import(prescription().build());
    machine->serve(person);
    const auto title = machine->kiosk.personTitle();
    const auto under = machine->kiosk.personUnder();
    machine->kiosk.personView()->chooseLanguage(2);

    SECTION("on the person's page") {
        machine.stops();
        machine.goesOn("A01");
        CHECK(machine->kiosk.screen() == KioskModel::Person);
        CHECK(machine->kiosk.person()->mayRead());
    }
    SECTION("at their documents: what was chosen stays chosen, titles are sealed again") {
        machine->openOnlyRecord();
        auto &before = *machine->kiosk.documents();
        before.answerTitles(true);
        machine->answered(before);
        before.toggle(0);
        before.setLarge(true);
        const auto row = before.rows()->at(0, "date").toString();
        machine.stops();
        machine.goesOn("A01");
        auto &documents = *machine->kiosk.documents();
        machine->answered(documents);
        CHECK(machine->kiosk.screen() == KioskModel::Documents);
        REQUIRE(documents.rows()->count() == 1);
        CHECK(documents.rows()->at(0, "date").toString() == row);
        CHECK(documents.rows()->at(0, "chosen").toBool());
        CHECK(documents.large());
        CHECK_FALSE(documents.titlesOpen());
    }
    SECTION("at an opt-out, before its paper") {
        auto &before = *machine->kiosk.optOuts();
        machine->kiosk.openOptOuts();
        before.answer(1);
        before.answerAgreement(true);
        machine.stops();
        machine.goesOn("A01");
        auto &optOuts = *machine->kiosk.optOuts();
        CHECK(machine->kiosk.screen() == KioskModel::OptOuts);
        CHECK(optOuts.stage() == OptOutsModel::Choosing);
        CHECK(optOuts.erases() == true);
        CHECK(optOuts.agreed() == true);
        CHECK(optOuts.missing() == QString());
    }
    SECTION("at a request, in the middle of its pages") {
        auto &before = *machine->kiosk.request();
        machine->kiosk.openRequest();
        before.chooseForm(formRow("s3705"));
        before.next();
        before.setField(1, QStringLiteral("EXEMPLE Odile"));
        before.toggleWhole();
        REQUIRE(before.whole());
        const auto form = before.title();
        machine.stops();
        machine.goesOn("A01");
        auto &request = *machine->kiosk.request();
        CHECK(machine->kiosk.screen() == KioskModel::Request);
        CHECK(request.stage() == RequestModel::Filling);
        CHECK(request.title() == form);
        CHECK(request.whole());
        CHECK(request.fields()->at(1, "value").toString() == QStringLiteral("EXEMPLE Odile"));
    }
    SECTION("at the end: with its papers") {
        machine->openOnlyRecord();
        machine->kiosk.documents()->printOne(0);
        machine->answered(*machine->kiosk.documents());
        machine->answered(*machine->kiosk.papers());
        machine->kiosk.endVisit();
        machine->answered(*machine->kiosk.papers());
        machine.stops();
        machine.goesOn("A01");
        CHECK(machine->kiosk.screen() == KioskModel::End);
        REQUIRE(machine->kiosk.papers()->jobs().size() == 1);
        CHECK(machine->kiosk.papers()->jobs().front().agent == "A01");
    }
    CHECK(machine->kiosk.visiting());
    CHECK(machine->kiosk.visit().person == person);
    CHECK(machine->kiosk.visit().presence.seen == kiosk::IdentitySeen::IdCard);
    CHECK(machine->kiosk.visit().language == "ar");
    CHECK(machine->kiosk.personTitle() == title);
    CHECK(machine->kiosk.personUnder() == under);
    machine->stage.settleAll();
    CHECK(machine->stage.warnings().join(u'\n').toStdString() == "");
}

TEST_CASE("an act that was prepared when the machine stopped is signed after, and registered once",
          "[ui][interrupted]") {
    const bool request = GENERATE(false, true);
    CAPTURE(request);
    Machine machine;
    machine->signIn();
    const auto person = machine->import(prescription().build());
    machine->serve(person);
    const auto model = [&]() -> ui::ActModel & {
        return request ? static_cast<ui::ActModel &>(*machine->kiosk.request()) : *machine->kiosk.optOuts();
    };
    const auto next = [&] {
        if (request) {
            machine->kiosk.request()->next();
        } else {
            machine->kiosk.optOuts()->next();
        }
        machine->answered(model());
    };
    const auto back = [&] {
        if (request) {
            machine->kiosk.request()->back();
        } else {
            machine->kiosk.optOuts()->back();
        }
    };
    const auto signing = [&] {
        return request ? machine->kiosk.request()->stage() == RequestModel::Signing
                       : machine->kiosk.optOuts()->stage() == OptOutsModel::Signing;
    };
    if (request) {
        machine->kiosk.openRequest();
        machine->kiosk.request()->chooseForm(formRow("s3704"));
        while (machine->kiosk.request()->stage() != RequestModel::Pieces) {
            next();
        }
        machine->kiosk.request()->togglePiece(0);
    } else {
        machine->kiosk.openOptOuts();
        machine->kiosk.optOuts()->answer(0);
    }
    next();
    REQUIRE(signing());
    model().chooseSigning(2);
    model().setNote(QStringLiteral("A dit oui."));
    const auto papers = [&] { return machine->kiosk.papers()->jobs().size(); };
    machine->answered(*machine->kiosk.papers());
    REQUIRE(papers() == 1);

    SECTION("before the signature was registered") {
        machine.stops();
        machine.goesOn("A01");
        machine->answered(model());
        REQUIRE(signing());
        CHECK(model().note() == QStringLiteral("A dit oui."));
        CHECK(!model().speech().empty()); // what the paper says can be read aloud
        back();
        next();
        REQUIRE(signing());
        CHECK(model().note() == QStringLiteral("A dit oui."));
        machine->answered(*machine->kiosk.papers());
        CHECK(papers() == 1);
        CHECK(actsOf(*machine, person).empty());
        next();
        CHECK(model().problem() == QString());
        CHECK(!model().reference().isEmpty());
    }
    SECTION("while what it says was looked at again") {
        back();
        machine.stops();
        machine.goesOn("A01");
        machine->answered(model());
        REQUIRE_FALSE(signing());
        next();
        REQUIRE(signing());
        machine->answered(*machine->kiosk.papers());
        CHECK(papers() == 1);
        next();
    }
    SECTION("while another screen was in front") {
        back();
        machine->kiosk.openDocuments(0);
        machine.stops();
        machine.goesOn("A01");
        machine->answered(model());
        CHECK(machine->kiosk.screen() == KioskModel::Documents);
        if (request) {
            machine->kiosk.openRequest();
        } else {
            machine->kiosk.openOptOuts();
        }
        next();
        REQUIRE(signing());
        machine->answered(*machine->kiosk.papers());
        CHECK(papers() == 1);
        next();
    }
    SECTION("removed after, and brought back") {
        machine.stops();
        machine.goesOn("A01");
        machine->answered(model());
        model().removeDraft();
        machine->answered(model());
        CHECK(model().removal().contains(QStringLiteral("détruire"))); // its paper is out
        model().undoRemoval();
        machine->answered(model());
        REQUIRE(signing());
        next();
    }
    SECTION("after, with the receipt sent") {
        next();
        machine.stops();
        machine.goesOn("A01");
        CHECK(machine->kiosk.screen() == KioskModel::Person);
    }
    SECTION("in between: the receipt is printed now, once") {
        machine.noted();
        // What the screen does last of all is not done any more: the store is as registering leaves it.
        machine->stage.atDesk([&](kiosk::Desk &desk) {
            const auto drafts =
                desk.store.drafts().list(request ? "request" : "optout", person, desk.machine.clock.now());
            REQUIRE(drafts.size() == 1);
            const kiosk::SigningNote note{.how = kiosk::Signed::Signature};
            if (request) {
                std::ignore = must(
                    kiosk::fileRequest(desk, must(kiosk::requestDraft(desk, drafts[0].id)), note, {}, drafts[0].id));
            } else {
                std::ignore = must(
                    kiosk::registerOptout(desk, must(kiosk::optoutDraft(desk, drafts[0].id)), note, {}, drafts[0].id));
            }
        });
        const auto receipt = actsOf(*machine, person).front().receipt;
        for (int time = 0; time < 2; ++time) {
            machine.stops();
            machine.goesOn("A01");
            machine->answered(model());
            machine->answered(*machine->kiosk.papers());
            CHECK(machine->kiosk.screen() == KioskModel::Person);
            CHECK(machine->kiosk.banner().contains(u"est enregistré") == (time == 0));
            REQUIRE(papers() == 2);
            CHECK(machine->kiosk.papers()->jobs().back().reference == receipt);
        }
    }
    const auto acts = actsOf(*machine, person);
    REQUIRE(!acts.empty());
    CHECK(std::ranges::all_of(acts, [&](const auto &act) { return act.receipt == acts.front().receipt; }));
    CHECK(std::ranges::all_of(acts, [](const auto &act) { return act.author == "A01"; }));
    machine->answered(*machine->kiosk.papers());
    CHECK(papers() == 2);
    CHECK(machine->kiosk.person()->acts()->count() <= static_cast<int>(acts.size()));
}

TEST_CASE("a paper that comes while the screen is being locked belongs to the visit that is found",
          "[ui][interrupted]") {
    Machine machine;
    addColleague(*machine);
    machine->signIn();
    machine->serve(machine->import(prescription().build()));
    machine->kiosk.openOptOuts();
    machine->kiosk.optOuts()->answer(0);
    machine.noted();
    machine->kiosk.optOuts()->next();
    machine->kiosk.lock(); // before the answer
    machine.stops();
    machine.goesOn("A02");
    auto &optOuts = *machine->kiosk.optOuts();
    machine->answered(optOuts);
    CHECK(machine->kiosk.papers()->jobs().size() == 1);
    optOuts.next();
    CHECK(optOuts.stage() == OptOutsModel::Signing);
    machine->answered(*machine->kiosk.papers());
    CHECK(machine->kiosk.papers()->jobs().size() == 1);
}

TEST_CASE("what is being written of a call, and of a case, is there again", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    const auto person = machine->import(prescription().build());
    machine->serve(person);
    machine->kiosk.openOptOuts();
    auto &optOuts = *machine->kiosk.optOuts();
    optOuts.answer(0);
    optOuts.next();
    machine->answered(optOuts);
    optOuts.chooseSigning(0);
    optOuts.next();
    machine->answered(optOuts);
    const auto reference = optOuts.reference();
    SECTION("a call") {
        machine->kiosk.openCall(reference);
        machine->answered(*machine->kiosk.call());
        machine->kiosk.call()->setWho(QStringLiteral("agent 12"));
        machine->kiosk.call()->setSaid(QStringLiteral("C’est fait demain."));
        machine->kiosk.call()->chooseProof(1);
        machine.stops();
        machine.goesOn("A01");
        auto &call = *machine->kiosk.call();
        machine->answered(call);
        CHECK(machine->kiosk.screen() == KioskModel::Call);
        CHECK(call.numbers()->count() == 4);
        CHECK(call.who() == QStringLiteral("agent 12"));
        CHECK(call.said() == QStringLiteral("C’est fait demain."));
        CHECK(call.missing() == QString());
        CHECK(call.proofs()->at(1, "picked").toBool());
    }
    SECTION("a case") {
        machine->kiosk.openCase(reference.toStdString());
        machine->answered(*machine->kiosk.oneCase());
        machine->kiosk.oneCase()->begin(ui::CaseModel::Withdrawing);
        machine->kiosk.oneCase()->setEvidence(QStringLiteral("Dit au guichet"));
        machine.stops();
        machine.goesOn("A01");
        auto &found = *machine->kiosk.oneCase();
        machine->answered(found);
        CHECK(machine->kiosk.screen() == KioskModel::Case);
        CHECK(found.stage() == ui::CaseModel::Withdrawing);
        CHECK(found.evidence() == QStringLiteral("Dit au guichet"));
        found.back();
        CHECK(found.stage() == ui::CaseModel::Shown);
        found.back();
        CHECK(machine->kiosk.screen() == KioskModel::Person);
    }
}

TEST_CASE("a visit that could not be ended, as another process wrote, goes on until it is", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    machine->serve(machine->import(prescription().build()));
    machine->kiosk.endVisit();
    std::optional<storage::Database> other;
    machine->stage.atDesk([&](kiosk::Desk &desk) {
        desk.store.database().execute("PRAGMA busy_timeout = 0");
        other = must(desk.store.connect());
        other->execute("BEGIN IMMEDIATE");
    });
    auto &end = *machine->kiosk.end();
    end.finish();
    machine->answered(end);
    CHECK(machine->kiosk.screen() == KioskModel::End);
    CHECK(machine->kiosk.visiting());
    CHECK_FALSE(end.problem().isEmpty());
    machine->stage.atDesk([&](kiosk::Desk &) { other.reset(); });
    end.finish();
    machine->stage.until([&] { return !machine->kiosk.visiting(); });
    CHECK(machine->kiosk.screen() == KioskModel::Home);
}

TEST_CASE("a paper that was signed before, and how its person wants to be told, are there again", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    machine->serve(machine->import(prescription().build()));
    machine->kiosk.openOptOuts();
    auto *model = machine->kiosk.optOuts();
    model->answer(0);
    model->takeSigned();
    model->takeSigned(); // twice at once
    machine->answered(*model);
    model->chooseSigning(0);
    model->setDeposited(QStringLiteral("hier"));
    model->setPaperNumber(QStringLiteral("14"));
    model->setContact({"other-address", "3 rue du Puits, 81000 ALBI"});
    model->openContact(); // and there the machine stops
    machine->answered(*machine->kiosk.contact());
    REQUIRE(machine->kiosk.screen() == KioskModel::Contact);
    machine.stops();
    machine.goesOn("A01");
    CHECK(machine->kiosk.screen() == KioskModel::OptOuts);
    model = machine->kiosk.optOuts();
    machine->answered(*model);
    CHECK(model->stage() == OptOutsModel::Signing);
    CHECK(model->earlier());
    CHECK(model->paperNumber() == QStringLiteral("14"));
    CHECK(model->contact().contains(QStringLiteral("3 rue du Puits")));
    machine->stage.atDesk(
        [](kiosk::Desk &desk) { CHECK(desk.store.drafts().list("optout", {}, desk.machine.clock.now()).size() == 1); });
    model->next();
    machine->answered(*model);
    CHECK(model->stage() == OptOutsModel::Registered);
    machine->stage.atDesk([&](kiosk::Desk &desk) {
        CHECK(must(kiosk::showOptout(desk, model->reference().toStdString())).act.paperNumber == "14");
    });
}

TEST_CASE("a colleague who comes in on the veil has a visit of their own, and the first one's is kept with its author",
          "[ui][interrupted]") {
    Counter counter;
    addColleague(counter);
    counter.signIn("A01");
    const auto first = counter.import(prescription().build());
    auto other = certificate();
    other.setId = "1.2.250.1.999.30";
    other.person.ins = testNir(2, 60, 1, 7);
    other.person.born = "19600107";
    other.person.birthName = "AUTRE";
    const auto second = counter.import(other.build());
    counter.serve(first);
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    optOuts.answer(0);
    optOuts.next();
    counter.answered(optOuts);
    counter.answered(*counter.kiosk.papers());
    optOuts.chooseSigning(0);
    const auto firstVisit = counter.kiosk.visit().id;

    counter.kiosk.hide();
    counter.kiosk.lock();
    counter.stage.clock().advance(1min);
    counter.signIn("A02");
    CHECK(counter.kiosk.agent() == QStringLiteral("A02"));
    CHECK(counter.kiosk.screen() == KioskModel::Home);
    CHECK_FALSE(counter.kiosk.visiting());
    CHECK(counter.kiosk.papers()->jobs().empty());
    counter.serve(second);
    CHECK(counter.kiosk.visit().id != firstVisit);
    counter.kiosk.openOptOuts();
    CHECK_FALSE(optOuts.erases().has_value()); // nothing of the other visit
    optOuts.answer(1);
    optOuts.next();
    counter.answered(optOuts);
    optOuts.chooseSigning(0);
    optOuts.next();
    counter.answered(optOuts);
    counter.answered(*counter.kiosk.papers());
    for (const auto &job : counter.kiosk.papers()->jobs()) {
        CHECK(job.person == second);
        CHECK(job.agent == "A02");
    }

    counter.kiosk.lock();
    counter.signIn("A01");
    auto &left = *counter.kiosk.left();
    counter.stage.until([&] { return left.rows()->count() == 2; });
    CHECK(left.rows()->at(0, "label").toString() == QStringLiteral("Commencée à 09:15 par A01"));
    CHECK(left.rows()->at(1, "label").toString() == QStringLiteral("Commencée à 09:16 par A02"));
    counter.stage.settle();
    std::ignore = counter.stage.grab("home-interrupted");
    left.takeUp(0);
    counter.answered(left);
    counter.answered(optOuts);
    CHECK(counter.kiosk.visit().id == firstVisit);
    CHECK(counter.kiosk.visit().person == first);
    REQUIRE(optOuts.stage() == OptOutsModel::Signing);
    CHECK(counter.kiosk.screen() == KioskModel::OptOuts);
    optOuts.next();
    counter.answered(optOuts);
    REQUIRE(!optOuts.reference().isEmpty());
    for (const auto &act : actsOf(counter, first)) {
        CHECK(act.author == "A01");
    }
    for (const auto &act : actsOf(counter, second)) {
        CHECK(act.author == "A02");
    }
}

TEST_CASE("a colleague goes on with a visit: what was signed before stays its author's, what follows is theirs",
          "[ui][interrupted]") {
    Machine machine;
    addColleague(*machine);
    machine->signIn("A01");
    const auto person = machine->import(prescription().build());
    machine->serve(person);
    const auto optOut = [&](int answer) {
        auto &model = *machine->kiosk.optOuts();
        machine->kiosk.openOptOuts();
        model.answer(answer);
        model.next();
        machine->answered(model);
        model.chooseSigning(0);
        return &model;
    };
    optOut(0)->next();
    machine->answered(*machine->kiosk.optOuts());
    const auto before = actsOf(*machine, person);
    REQUIRE(!before.empty());
    optOut(1); // prepared by A01
    machine.stops();
    machine.goesOn("A02");
    auto &model = *machine->kiosk.optOuts();
    machine->answered(model);
    REQUIRE(model.stage() == OptOutsModel::Signing);
    model.next();
    machine->answered(model);
    const auto after = actsOf(*machine, person);
    REQUIRE(after.size() > before.size());
    for (const auto &act : after) {
        const bool earlier = std::ranges::find(before, act.reference, &storage::Act::reference) != before.end();
        CHECK(act.author == (earlier ? "A01" : "A02"));
    }
    machine->stage.atDesk([&](kiosk::Desk &desk) { // who opened the page is journaled, each of them
        CHECK(must(kiosk::leftVisits(desk)).empty());
        const auto notes = desk.store.drafts().list("visit", person, desk.machine.clock.now());
        REQUIRE(notes.size() == 1);
        CHECK(notes.front().agent == "A01"); // who began it
    });
}

TEST_CASE("who serves nobody is shown no interrupted visit, and it waits", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    machine->serve(machine->import(prescription().build()));
    machine.stops();
    machine->signIn("D01");
    machine->stage.settleAll();
    CHECK(machine->kiosk.left()->rows()->count() == 0);
    CHECK(machine->stage.find("left0") == nullptr);
    machine->kiosk.signOut();
    machine->signIn("S01");
    machine->stage.until([&] { return machine->kiosk.left()->rows()->count() == 1; });
    CHECK(machine->stage.find("left0") != nullptr);
}

TEST_CASE("a visit that somebody goes on with at another screen is not offered", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    machine->serve(machine->import(prescription().build()));
    machine.noted();
    Counter other(machine.store);
    other.signIn("S01");
    other.stage.settleAll();
    CHECK(other.kiosk.left()->rows()->count() == 0);
    machine->kiosk.lock();
    machine->signIn("S01"); // who comes in lets it go
    machine->stage.settleAll();
    other.kiosk.left()->refresh();
    other.stage.until([&] { return other.kiosk.left()->rows()->count() == 1; });
    // Both offer it: the first to touch has it.
    machine->stage.until([&] { return machine->kiosk.left()->rows()->count() == 1; });
    other.kiosk.left()->takeUp(0);
    other.answered(*other.kiosk.left());
    CHECK(other.kiosk.visiting());
    machine->kiosk.left()->takeUp(0);
    machine->answered(*machine->kiosk.left());
    CHECK_FALSE(machine->kiosk.visiting());
    machine->stage.until([&] { return machine->kiosk.left()->rows()->count() == 0; });
}

TEST_CASE("a visit without a name is found again with its papers", "[ui][interrupted]") {
    Machine machine;
    machine->signIn();
    machine->kiosk.nextPerson();
    machine->kiosk.identify()->goOnWithoutName();
    machine->answered(*machine->kiosk.person());
    machine.stops();
    machine.goesOn("A01");
    CHECK(machine->kiosk.screen() == KioskModel::Person);
    CHECK(machine->kiosk.visiting());
    CHECK_FALSE(machine->kiosk.named());
    CHECK(machine->kiosk.personTitle() == QStringLiteral("Sans nom"));
}

} // namespace guichet::test
