// SPDX-License-Identifier: GPL-3.0-or-later
// Papers on their way to somebody's hand, blank forms, and receipts that come back.
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/day_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/request_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>
#include <tuple>

namespace guichet::test {
namespace {

using storage::JobState;
using storage::PaperState;
using ui::KioskModel;

/// A visit with one record, and that printed.
struct PrintedVisit : Counter {
    PrintedVisit() {
        signIn();
        person = import(prescription().build());
        serve(person);
    }
    void print() {
        kiosk.openDocuments(1);
        answered(*kiosk.documents());
        kiosk.documents()->printOne(0);
        answered(*kiosk.documents());
        answered(*kiosk.papers());
        REQUIRE(kiosk.papers()->rows()->count() == 1);
    }
    [[nodiscard]] QString state(const char *role = "state") { return kiosk.papers()->rows()->at(0, role).toString(); }
    [[nodiscard]] bool is(const char *role) { return kiosk.papers()->rows()->at(0, role).toBool(); }
    [[nodiscard]] storage::Job job() {
        std::vector<storage::Job> jobs;
        stage.atDesk([&](kiosk::Desk &desk) { jobs = must(kiosk::listJobs(desk, {})); });
        return jobs.at(0);
    }

    std::string person;
};

void looksWhole(Counter &counter, const char *name) {
    std::ignore = counter.stage.grab(name);
    CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
    CHECK(counter.stage.warnings().join(u'\n').toStdString() == "");
}

} // namespace

TEST_CASE("a paper that did not come out says so, and is printed again by somebody's decision only", "[ui]") {
    PrintedVisit visit;
    SECTION("the printer can't be reached") {
        visit.printer.refuse(true);
        visit.print();
        CHECK(visit.kiosk.documents()->problem() != QString());
        looksWhole(visit, "papers-trouble");
        CHECK(visit.is("trouble"));
        CHECK(visit.is("canRetry"));
        CHECK(visit.kiosk.papers()->waitingFor() == 1);
        CHECK(visit.kiosk.papers()->inHandMissing() == QStringLiteral("Ce qui manque reste dû"));
        CHECK(visit.printer.sent() == 0);
        visit.kiosk.papers()->retry(0);
        visit.answered(*visit.kiosk.papers());
        CHECK(visit.kiosk.papers()->problem() != QString());
        visit.printer.refuse(false);
    }
    SECTION("it is lost") {
        visit.print();
        visit.kiosk.papers()->show({});
        visit.printer.jobsAre(JobState::Failed, {"job-aborted"});
        visit.stage.atDesk([&](kiosk::Desk &desk) {
            const auto one = must(kiosk::listJobs(desk, {})).at(0);
            must(storage::inTransaction(desk.store.database(), [&] {
                return desk.store.jobs().update(one.id, JobState::Failed, {"job-aborted"}, desk.machine.clock.now());
            }));
        });
        visit.kiosk.papers()->refresh();
        visit.answered(*visit.kiosk.papers());
        REQUIRE(visit.is("canRetry"));
        visit.printer.jobsAre(JobState::Completed);
    }
    const int before = visit.printer.sent();
    visit.kiosk.papers()->refresh();
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.printer.sent() == before); // looking prints nothing
    visit.kiosk.papers()->retry(0);
    visit.answered(*visit.kiosk.papers());
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.printer.sent() == before + 1);
    CHECK(visit.state() == QStringLiteral("Sortie, à remettre"));
    CHECK(!visit.is("trouble"));
    CHECK(visit.kiosk.papers()->inHandMissing() == QString());
}

TEST_CASE("a paper on its way is cancelled at the printer, and nobody waits for it", "[ui]") {
    PrintedVisit visit;
    visit.printer.jobsAre(JobState::Printing);
    visit.print();
    CHECK(visit.state() == QStringLiteral("En cours d’impression"));
    REQUIRE(visit.is("canCancel"));
    CHECK(!visit.is("canRetry"));
    visit.kiosk.papers()->cancel(0);
    visit.answered(*visit.kiosk.papers());
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.printer.cancelled() == 1);
    CHECK(visit.state() == QStringLiteral("Annulée"));
    CHECK(!visit.is("canCancel"));
    CHECK(visit.kiosk.papers()->waitingFor() == 0);
}

TEST_CASE("what came out is in hand by one touch, and its pages are kept no longer", "[ui]") {
    PrintedVisit visit;
    visit.print();
    CHECK(visit.state() == QStringLiteral("Sortie, à remettre"));
    CHECK(!visit.is("canCancel"));
    CHECK(visit.kiosk.papers()->summary() == QStringLiteral("1 papier, 2 feuilles"));
    visit.kiosk.papers()->allInHand();
    visit.answered(*visit.kiosk.papers());
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.state() == QStringLiteral("En main"));
    CHECK(visit.is("settled"));
    CHECK(visit.kiosk.papers()->waitingFor() == 0);
    const auto id = visit.job().id;
    visit.stage.atDesk([&](kiosk::Desk &desk) { CHECK(!desk.store.jobs().pdf(id)); });
}

TEST_CASE("three papers are in hand by one touch, but for those that were ticked", "[ui]") {
    PrintedVisit visit;
    visit.print();
    auto &papers = *visit.kiosk.papers();
    for (int more = 0; more < 2; ++more) {
        visit.kiosk.documents()->printOne(0);
        visit.answered(*visit.kiosk.documents());
        visit.answered(papers);
    }
    REQUIRE(papers.rows()->count() == 3);
    CHECK(papers.summary() == QStringLiteral("3 papiers, 6 feuilles"));
    const int leftOut = GENERATE(0, 1, 2, 3);
    CAPTURE(leftOut);
    for (int row = 0; row < leftOut; ++row) {
        CHECK_FALSE(papers.rows()->at(row, "canRetry").toBool());
        papers.leaveOut(row);
        papers.leaveOut(row); // ticked by mistake
        CHECK_FALSE(papers.rows()->at(row, "leftOut").toBool());
        papers.leaveOut(row);
        CHECK(papers.rows()->at(row, "leftOut").toBool());
        CHECK(papers.rows()->at(row, "canRetry").toBool()); // a crumpled one
    }
    CHECK(papers.someLeftOut() == (leftOut > 0));
    CHECK(papers.inHandMissing().isEmpty() == (leftOut < 3));
    if (leftOut == 1) {
        CHECK(papers.summary() == QStringLiteral("2 papiers, 4 feuilles"));
        looksWhole(visit, "papers-left-out");
    }
    papers.allInHand();
    visit.answered(papers);
    visit.answered(papers);
    for (int row = 0; row < 3; ++row) {
        CAPTURE(row);
        CHECK(papers.rows()->at(row, "settled").toBool() == (row >= leftOut));
    }
    CHECK(papers.waitingFor() == leftOut);
    if (leftOut > 0) {
        papers.retry(0); // it is printed again, and no longer left out
        visit.answered(papers);
        visit.answered(papers);
        CHECK_FALSE(papers.rows()->at(0, "leftOut").toBool());
        CHECK(papers.rows()->at(0, "canPart").toBool());
    }
}

TEST_CASE("a paper that is not in hand when the visit ends stays owed, with its pages", "[ui]") {
    PrintedVisit visit;
    const bool handed = GENERATE(false, true);
    CAPTURE(handed);
    visit.set("retention-prescription", "visit");
    visit.print();
    visit.kiosk.endVisit();
    visit.answered(*visit.kiosk.end());
    visit.answered(*visit.kiosk.papers());
    auto &end = *visit.kiosk.end();
    CHECK(end.action() == QStringLiteral("Terminer, 1 papier dû"));
    visit.stage.settle();
    REQUIRE(visit.stage.find("leaveOutPaper0") != nullptr); // once, and nowhere beside
    if (handed) {
        visit.kiosk.papers()->allInHand();
        visit.answered(*visit.kiosk.papers());
        visit.answered(*visit.kiosk.papers());
        CHECK(end.action() == QStringLiteral("Terminer la visite"));
    }
    end.finish();
    visit.answered(end);
    REQUIRE(visit.kiosk.screen() == KioskModel::Home);
    const auto job = visit.job();
    CHECK((job.paper == PaperState::InHand) == handed);
    visit.stage.atDesk([&](kiosk::Desk &desk) { CHECK(desk.store.jobs().pdf(job.id).has_value() != handed); });
}

TEST_CASE("what has not come out when its visit ends is taken back from the printer, and stays owed", "[ui]") {
    PrintedVisit visit;
    visit.printer.jobsAre(JobState::Stopped, {"media-empty-error"});
    visit.print();
    const bool answers = GENERATE(true, false); // the printing system, when the visit ends
    CAPTURE(answers);
    visit.printer.refuseToCancel(!answers);
    visit.kiosk.endVisit();
    visit.kiosk.end()->finish();
    visit.answered(*visit.kiosk.end());
    CHECK(visit.kiosk.screen() == KioskModel::Home);
    if (!answers) {
        CHECK(visit.job().recalled);
        visit.stage.until([&] { return visit.kiosk.printer() == QStringLiteral("Imprimante\u00a0: file à vider"); });
        CHECK_FALSE(visit.kiosk.printerReady());
        visit.kiosk.openOwed();
        visit.answered(*visit.kiosk.owed());
        CHECK_FALSE(visit.kiosk.owed()->rows()->at(0, "canRetry").toBool());
        looksWhole(visit, "owed-at-printer");
        visit.kiosk.back();
        visit.printer.refuseToCancel(false);
        visit.stage.until([&] { return !visit.job().recalled; });
    }
    CHECK(visit.printer.cancelled() == 1);
    CHECK_FALSE(visit.job().recalled);
    CHECK(visit.job().state == JobState::Failed);
    CHECK(visit.job().paper == PaperState::Unsent);
    CHECK(visit.printer.sent() == 1); // nothing is printed by itself
    visit.printer.jobsAre(JobState::Completed);
    visit.kiosk.openOwed();
    visit.answered(*visit.kiosk.owed());
    visit.kiosk.owed()->retry(0);
    visit.stage.until([&] { return visit.kiosk.owed()->rows()->at(0, "canHand").toBool(); });
    CHECK(visit.printer.sent() == 2);
}

TEST_CASE("what to do about the printer is said while a paper waits for it, and no longer", "[ui]") {
    PrintedVisit visit;
    visit.printer.jobsAre(JobState::Stopped, {"media-empty-error"});
    visit.print();
    visit.stage.until([&] { return !visit.kiosk.printer().isEmpty() && !visit.kiosk.printerReady(); });
    const auto advice = [&] {
        const auto *notice = visit.stage.find("printerAdvice");
        return notice == nullptr ? QString() : notice->property("text").toString();
    };
    CHECK(visit.kiosk.printer() == QStringLiteral("Imprimante\u00a0: plus de papier"));
    CHECK(advice() == QStringLiteral("Mettre du papier A4 dans le bac de l’imprimante."));
    looksWhole(visit, "printer-no-paper");
    visit.printer.jobsAre(JobState::Completed);
    visit.stage.until([&] { return visit.kiosk.printerReady() && visit.job().paper == PaperState::CameOut; });
    visit.stage.until([&] { return advice().isEmpty(); });
    // Nor when all that it has to print is out.
    visit.printer.jobsAre(JobState::Completed, {"media-empty-error"});
    visit.stage.until([&] { return !visit.kiosk.printer().isEmpty() && !visit.kiosk.printerReady(); });
    CHECK(advice() == QString());
}

TEST_CASE("a paper that is printed again is taken back first, unless it came out meanwhile", "[ui]") {
    PrintedVisit visit;
    visit.printer.jobsAre(JobState::Stopped, {"media-empty-error"});
    visit.print();
    const bool out = GENERATE(false, true);
    CAPTURE(out);
    if (out) {
        visit.printer.jobsAre(JobState::Completed);
    }
    visit.kiosk.papers()->retry(0);
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.printer.cancelled() == 0); // what was sent again is another one there
    CHECK(visit.printer.sent() == (out ? 1 : 2));
    CHECK(visit.job().paper == (out ? PaperState::CameOut : PaperState::Sent));
}

TEST_CASE("what is owed is found on the home screen, and handed over once it is known who collects it", "[ui]") {
    PrintedVisit visit;
    visit.printer.refuse(true);
    visit.print();
    visit.kiosk.endVisit();
    visit.kiosk.end()->finish();
    visit.answered(*visit.kiosk.end());
    auto &owed = *visit.kiosk.owed();
    visit.answered(owed);
    CHECK(visit.kiosk.papers()->rows()->count() == 0);
    CHECK(owed.summary() == QStringLiteral("1 papier, 2 feuilles"));
    CHECK(owed.rows()->count() == 0); // to whom is said on their own screen alone
    visit.stage.settle();
    REQUIRE(visit.stage.find("owed") != nullptr);
    visit.kiosk.openOwed();
    visit.answered(owed);
    REQUIRE(owed.rows()->count() == 1);
    // By initials alone: nobody is identified here.
    CHECK(owed.rows()->at(0, "whose").toString().toStdString() == "Mme O. G., du 24 novembre 2026");
    visit.stage.settle();
    REQUIRE(visit.stage.find("retryPaper0") != nullptr);
    CHECK(visit.stage.find("handPaper0") == nullptr);
    visit.printer.refuse(false);
    owed.retry(0);
    visit.stage.until([&] { return owed.rows()->at(0, "canHand").toBool(); });
    visit.stage.settle();
    REQUIRE(visit.stage.find("handPaper0") != nullptr);
    looksWhole(visit, "owed");
    owed.handed(0);
    visit.answered(owed);
    CHECK(visit.job().paper == PaperState::CameOut);
    REQUIRE(visit.kiosk.screen() == KioskModel::Presence);
    auto &presence = *visit.kiosk.presence();
    CHECK(presence.asksTrait()); // whoever says the initials is not the person yet
    presence.setTrait(QStringLiteral("3 avril 1941"));
    presence.checkTrait();
    visit.answered(presence);
    CHECK_FALSE(presence.asksTrait());

    auto &papers = *visit.kiosk.papers();
    // A bearer collects nothing. With a companion what is hidden from others stays so: the record is gone with its
    // visit, and nobody knows any more what it was marked with.
    constexpr int kSelf = 0;
    constexpr int kBearer = 7;
    const int who = GENERATE(7, 8, 0); // a bearer, a companion, the person
    CAPTURE(who);
    presence.chooseWho(who);
    if (who == kBearer) {
        presence.setName(QStringLiteral("Noé Essai"));
    }
    presence.chooseSeen(0);
    presence.confirm();
    visit.answered(*visit.kiosk.person());
    visit.answered(papers);
    if (who != kSelf) { // nor do they learn that there is one
        CHECK(papers.rows()->count() == 0);
        return;
    }
    REQUIRE(papers.rows()->count() == 1);
    CHECK(papers.waitingFor() == 0); // none of this visit's
    CHECK(papers.rows()->at(0, "whose").toString().toStdString() == "Dû depuis le 24 novembre 2026");
    CHECK_FALSE(papers.rows()->at(0, "canPart").toBool());
    visit.stage.settle();
    REQUIRE(visit.stage.find("handPaper0") != nullptr);
    looksWhole(visit, "owed-collected");
    papers.allInHand(); // each of these by itself
    visit.answered(papers);
    CHECK(visit.job().paper == PaperState::CameOut);
    papers.handed(0);
    visit.stage.until([&] { return papers.rows()->count() == 0; });
    CHECK(visit.job().paper == PaperState::InHand);
    CHECK(visit.job().sheetsInHand == std::optional(2));
}

TEST_CASE("of many papers that are owed fifty are shown at a time", "[ui]") {
    Counter counter;
    counter.signIn();
    auto &owed = *counter.kiosk.owed();
    counter.answered(owed);
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        must(storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
            for (int i = static_cast<int>(owed.jobs().size()); i < 120; ++i) {
                std::ignore =
                    desk.store.jobs().create({.what = "Reçu", .printer = "folder", .pages = 1, .reference = "CI"},
                                             asBytes("%PDF-"), desk.machine.clock.now(), desk.machine.random);
            }
            return {};
        }));
    });
    for (int times = 0; times < 2; ++times) { // the second time from the first fifty again
        counter.kiosk.openOwed();
        counter.answered(owed);
        for (const int left : {70, 20}) {
            CHECK(owed.rows()->count() == 120 - left);
            CHECK(owed.unshown() == left);
            counter.stage.settle();
            REQUIRE(counter.stage.find("moreOwed") != nullptr);
            CHECK(counter.stage.find("moreOwed")->property("text").toString() ==
                  QStringLiteral("En montrer plus (il en reste %1)").arg(left));
            owed.showMore();
        }
        CHECK(owed.rows()->count() == 120);
        counter.stage.settle();
        CHECK(counter.stage.find("moreOwed") == nullptr);
        counter.kiosk.back();
        counter.answered(owed);
    }
}

TEST_CASE("a form to be signed is not handed over with the others; signed, the agency keeps it", "[ui]") {
    PrintedVisit visit;
    visit.print();
    auto &papers = *visit.kiosk.papers();
    auto &optOuts = *visit.kiosk.optOuts();
    visit.kiosk.openOptOuts();
    optOuts.answer(0);
    optOuts.next();
    visit.answered(optOuts);
    visit.answered(papers);
    REQUIRE(papers.rows()->count() == 2);
    const auto state = [&](int row) { return papers.rows()->at(row, "state").toString(); };
    CHECK(state(1) == QStringLiteral("Sortie, à faire signer"));
    CHECK(papers.summary() == QStringLiteral("1 papier, 2 feuilles"));
    papers.allInHand();
    visit.answered(papers);
    visit.answered(papers);
    CHECK(state(0) == QStringLiteral("En main"));
    CHECK(state(1) == QStringLiteral("Sortie, à faire signer"));
    CHECK(papers.inHandMissing() == QStringLiteral("À faire signer d’abord"));
    CHECK(papers.summary() == QString());
    CHECK_FALSE(papers.rows()->at(1, "canHand").toBool()); // it is not theirs to take
    const bool aloud = GENERATE(false, true);
    CAPTURE(aloud);
    optOuts.chooseSigning(aloud ? 2 : 0);
    optOuts.setNote(aloud ? QStringLiteral("Elle l’a dit devant moi.") : QString());
    optOuts.next();
    visit.answered(optOuts);
    visit.answered(papers);
    REQUIRE(papers.rows()->count() == 3);
    CHECK(state(1) ==
          (aloud ? QStringLiteral("Ne sert plus : à détruire") : QStringLiteral("Signé, gardé au guichet")));
    CHECK(papers.rows()->at(1, "settled").toBool() != aloud);
    CHECK(papers.waitingFor() == 1); // the receipt
    looksWhole(visit, aloud ? "papers-aloud" : "papers-kept");
    papers.allInHand();
    visit.answered(papers);
    visit.answered(papers);
    CHECK(papers.waitingFor() == 0);
    visit.stage.atDesk([&](kiosk::Desk &desk) {
        for (const auto &job : must(kiosk::listJobs(desk, {}))) {
            CHECK(desk.store.jobs().pdf(job.id).has_value() == (job.state == JobState::Cancelled));
        }
    });
}

TEST_CASE("what was opposed already and is still open is said before it is asked again", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    auto &optOuts = *counter.kiosk.optOuts();
    const auto oppose = [&] {
        counter.kiosk.openOptOuts();
        optOuts.answer(0);
        optOuts.next();
        counter.answered(optOuts);
        optOuts.chooseSigning(0);
        optOuts.next();
        counter.answered(optOuts);
        const auto reference = optOuts.reference();
        optOuts.next();
        counter.answered(*counter.kiosk.person());
        return reference;
    };
    counter.kiosk.openOptOuts();
    CHECK(optOuts.already() == QString());
    const auto first = oppose();
    counter.kiosk.openOptOuts();
    CAPTURE(optOuts.already().toStdString());
    CHECK(optOuts.already().contains(first));
    CHECK(optOuts.already().contains(QStringLiteral("24 novembre 2026")));
    looksWhole(counter, "opt-outs-again");
    optOuts.chooseScope(4); // another right
    CHECK(optOuts.already() == QString());
    optOuts.clear();
    CHECK(oppose() != first); // and is taken all the same
}

TEST_CASE("a paper too many is destroyed, on the visit's list and among what is owed", "[ui]") {
    PrintedVisit visit;
    visit.print();
    const bool later = GENERATE(false, true);
    CAPTURE(later);
    auto &papers = later ? *visit.kiosk.owed() : *visit.kiosk.papers();
    if (later) {
        visit.kiosk.endVisit();
        visit.kiosk.end()->finish();
        visit.answered(*visit.kiosk.end());
        visit.kiosk.openOwed();
        visit.answered(papers);
    } else {
        CHECK_FALSE(visit.is("canDestroy")); // it is about to be handed over
        papers.leaveOut(0);
    }
    REQUIRE(papers.rows()->at(0, "canDestroy").toBool());
    visit.stage.settle();
    REQUIRE(visit.stage.find("destroyPaper0") != nullptr);
    papers.discarded(0);
    visit.answered(papers);
    visit.answered(papers);
    CHECK(papers.waitingFor() == 0);
    if (!later) {
        CHECK(visit.state() == QStringLiteral("Détruit"));
    }
    visit.stage.atDesk([&](kiosk::Desk &desk) {
        const auto job = must(kiosk::listJobs(desk, {})).at(0);
        CHECK(job.state == JobState::Cancelled);
        CHECK(job.paper == PaperState::Lost);
        CHECK_FALSE(desk.store.jobs().pdf(job.id));
        CHECK(desk.store.jobs().list({.visit = {}, .person = {}, .onlyOpen = true}).empty());
    });
}

TEST_CASE("what does not come out goes to the spare printer by one touch", "[ui]") {
    PrintedVisit visit;
    visit.set("printer-spare", "bureau");
    visit.printer.jobsAre(JobState::Stopped);
    visit.print();
    visit.stage.until([&] { return !visit.kiosk.papers()->elsewhere().isEmpty(); });
    REQUIRE(visit.is("canElsewhere"));
    visit.stage.settle();
    REQUIRE(visit.stage.find("elsewherePaper0") != nullptr);
    looksWhole(visit, "paper-elsewhere");
    visit.answered(*visit.kiosk.papers()); // a touch while it reads is passed over
    visit.kiosk.papers()->printElsewhere(0);
    visit.stage.until([&] { return visit.printer.sentTo() == "bureau"; });
    visit.answered(*visit.kiosk.papers());
    CHECK(visit.job().printer == "bureau");
}

TEST_CASE("the counter opens with a list of what it found, and a sheet that is owed to nobody", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.stage.settle();
    REQUIRE(counter.stage.find("day") != nullptr);
    counter.kiosk.openDay();
    auto &day = *counter.kiosk.day();
    CHECK(day.missing() != QString());
    counter.answered(day);
    CHECK(day.missing() == QString());
    REQUIRE(day.rows()->count() > 5);
    looksWhole(counter, "day");
    counter.answered(day);
    day.print();
    counter.answered(day);
    CHECK(counter.printer.sent() == 1);
    CHECK(day.done().contains(QStringLiteral("Feuille d’ouverture")));
    CHECK(day.sheets()->count() == 2); // the week is a supervisor's
    day.choose(1);
    counter.answered(day);
    CHECK(day.done() == QString());
    CHECK(day.sheets()->at(1, "picked").toBool());
    CHECK(day.action() == QStringLiteral("Imprimer la feuille de fermeture"));
    looksWhole(counter, "day-closing");
    counter.answered(day);
    day.print();
    counter.answered(day);
    CHECK(counter.printer.sent() == 2);
    CHECK(day.done().contains(QStringLiteral("Feuille de fermeture")));
    day.choose(2);
    CHECK(day.sheets()->at(1, "picked").toBool());
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == KioskModel::Home);
    counter.answered(*counter.kiosk.owed());
    CHECK(counter.kiosk.owed()->waitingFor() == 0);
}

TEST_CASE("a paper that is owed is posted", "[ui]") {
    PrintedVisit visit;
    visit.print();
    visit.kiosk.endVisit();
    visit.kiosk.end()->finish();
    visit.answered(*visit.kiosk.end());
    auto &owed = *visit.kiosk.owed();
    visit.kiosk.openOwed();
    visit.answered(owed);
    REQUIRE(owed.rows()->at(0, "canPost").toBool());
    visit.stage.settle();
    REQUIRE(visit.stage.find("postPaper0") != nullptr);
    visit.answered(owed);
    owed.posted(0);
    visit.stage.until([&] { return owed.rows()->count() == 0; });
    CHECK(visit.job().settled == storage::Settled::Posted);
}

TEST_CASE("a receipt that does not come out is replaced by one written by hand, by its number", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    auto &papers = *counter.kiosk.papers();
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    optOuts.answer(0);
    optOuts.next();
    counter.answered(optOuts);
    counter.printer.refuse(true);
    optOuts.chooseSigning(0);
    optOuts.next();
    counter.answered(optOuts);
    const auto row = [&] {
        int at = 0;
        while (at < papers.rows()->count() && !papers.rows()->at(at, "canReplace").toBool()) {
            ++at;
        }
        return at;
    };
    counter.stage.until([&] { return row() < papers.rows()->count(); });
    const int at = row();
    papers.writeByHand(at);
    counter.stage.settle();
    REQUIRE(counter.stage.find(("numberPaper" + std::to_string(at)).c_str()) != nullptr);
    looksWhole(counter, "paper-by-hand");
    counter.answered(papers);
    papers.replaced(at); // without a number nothing is noted
    counter.answered(papers);
    CHECK(papers.problem() != QString());
    papers.setNumber(QStringLiteral("R-0012"));
    counter.answered(papers);
    papers.replaced(at);
    counter.answered(papers);
    counter.stage.until([&] { return papers.rows()->at(at, "settled").toBool(); });
    CHECK(papers.rows()->at(at, "state").toString().contains(QStringLiteral("R-0012")));
}

TEST_CASE("the list of papers says category and date; the printer is told neither", "[ui]") {
    PrintedVisit visit;
    visit.print();
    const std::string title = visit.job().what;
    REQUIRE(title.starts_with("Documents (1), "));
    const auto mark = title.substr(title.rfind(' ') + 1); // of the cover sheet
    CHECK(visit.state("what").toStdString() == "Ordonnances, 12 mars 2026, Pli " + mark + ", 2 pages");
}

TEST_CASE("a blank form is printed by one touch, with or without a visit, and notes nobody", "[ui]") {
    Counter counter;
    counter.signIn();
    const bool visiting = GENERATE(false, true);
    if (visiting) {
        counter.serve(counter.import(prescription().build()));
    }
    counter.kiosk.openForms();
    auto &forms = *counter.kiosk.forms();
    const auto &scopes = counter.kiosk.catalogue().scopes();
    const auto all =
        std::ssize(counter.kiosk.catalogue().forms()) + std::ranges::count(scopes, true, &kiosk::Scope::available);
    REQUIRE(forms.rows()->count() == all);
    for (int row = 0; row < forms.rows()->count(); ++row) {
        forms.print(row);
        counter.answered(forms);
        CHECK(forms.problem() == QString());
        CHECK(forms.done().startsWith(forms.rows()->at(row, "title").toString()));
    }
    CHECK(counter.printer.sent() == all);
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto jobs = must(kiosk::listJobs(desk, {}));
        CHECK(static_cast<int>(jobs.size()) == all);
        for (const auto &job : jobs) {
            CHECK(job.person.empty());
            CHECK(job.visit.empty() != visiting);
        }
    });
    counter.printer.refuse(true);
    forms.print(0);
    counter.answered(forms);
    CHECK(forms.done() == QString());
    CHECK(forms.problem() != QString());
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == (visiting ? KioskModel::Person : KioskModel::Home));
    counter.kiosk.openOwed();
    auto &owed = *counter.kiosk.owed();
    counter.answered(owed);
    CHECK(owed.rows()->at(0, "whose").toString().toStdString() == "Sans nom, du 24 novembre 2026");
}

TEST_CASE("a receipt that comes back is genuine or not found, scanned or spelled, and tells nothing more", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    QString reference;
    QString seal;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto done = must(kiosk::registerOptout(
            desk, {.person = person, .scopes = {"ens-closure"}, .details = {}, .presence = {}}, {}, {}));
        reference = QString::fromStdString(done.receipt.reference);
        seal = QString::fromStdString(done.receipt.seal);
    });
    counter.kiosk.openReceipt();
    auto &receipt = *counter.kiosk.receipt();
    const auto check = [&](const QString &text) {
        receipt.setText(text);
        CHECK(receipt.genuine() == QString());
        CHECK(receipt.unknown() == QString());
        receipt.check();
        counter.answered(receipt);
        CHECK(receipt.problem() == QString());
        CHECK(receipt.genuine().isEmpty() != receipt.unknown().isEmpty());
        CHECK(!(receipt.genuine() + receipt.unknown() + receipt.detail()).contains(u"ens-closure"));
        return !receipt.genuine().isEmpty();
    };
    CHECK(check(seal));
    CHECK(check(QStringLiteral("  %1\n").arg(seal)));
    CHECK(check(reference));
    CHECK(check(reference.toLower()));
    CHECK(check(QString(reference).remove(u'-')));
    CHECK(check(QString(reference).replace(u'-', u' ')));
    auto forged = seal;
    looksWhole(counter, "receipt-genuine");
    forged[forged.size() / 2] = forged.at(forged.size() / 2) == u'A' ? u'B' : u'A';
    CHECK(!check(forged));
    CHECK(!check(QStringLiteral("K7-3F9Q-M2XD-4")));
    CHECK(!check(QStringLiteral("bonjour")));
    looksWhole(counter, "receipt-unknown");
    receipt.setText(QStringLiteral("   "));
    CHECK(receipt.missing() != QString());
    // By the administrator too, who serves nobody.
    counter.kiosk.signOut();
    counter.signIn("D01");
    CHECK(check(seal));
    CHECK(check(reference));
    CHECK(!check(QStringLiteral("K7-3F9Q-M2XD-4")));
}

TEST_CASE("what nobody signed by hand carries the agent's note, and nothing is registered without it", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    const bool request = GENERATE(false, true);
    CAPTURE(request);
    ui::ActModel *act = nullptr;
    std::function<void()> next;
    std::function<QString()> missing;
    if (request) {
        counter.kiosk.openRequest();
        auto *model = counter.kiosk.request();
        act = model;
        next = [model] { model->next(); };
        missing = [model] { return model->missing(); };
        model->chooseForm(formRow("vitale-loss"));
        while (model->stage() != ui::RequestModel::Pieces) {
            model->next();
        }
    } else {
        counter.kiosk.openOptOuts();
        auto *model = counter.kiosk.optOuts();
        act = model;
        next = [model] { model->next(); };
        missing = [model] { return model->missing(); };
        model->answer(0);
    }
    next();
    counter.answered(*act);
    REQUIRE(act->problem() == QString());
    CHECK(missing() == QStringLiteral("Dire comment c’est signé"));
    act->chooseSigning(0);
    CHECK(act->noteLabel() == QString());
    CHECK(missing() == QString());
    act->chooseSigning(1);
    CHECK(act->noteLabel() != QString());
    CHECK(missing() == QString()); // two witnesses may have signed the paper
    act->chooseSigning(2);
    CHECK(missing() != QString());
    next();
    CHECK(act->reference() == QString());
    counter.stage.settle();
    REQUIRE(counter.stage.find("agentNote") != nullptr);
    act->setNote(QStringLiteral("A dit oui, main bandée."));
    looksWhole(counter, request ? "request-signing" : "opt-outs-signing");
    CHECK(missing() == QString());
    next();
    counter.answered(*act);
    REQUIRE(act->problem() == QString());
    REQUIRE(act->reference() != QString());
    std::string more;
    std::string details;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto reference = act->reference().toStdString();
        const auto found =
            request ? must(kiosk::showRequest(desk, reference)).act : must(kiosk::showOptout(desk, reference)).act;
        CHECK(found.signedHow == "oral");
        more = found.more;
        for (const auto &one : must(kiosk::listOptouts(desk, {.person = person, .status = {}, .due = false}))) {
            details += one.detail;
        }
    });
    CHECK(more.find("A dit oui, main bandée.") != std::string::npos);
    CHECK((details.find("ten-years") == std::string::npos) ==
          request); // what was chosen for what is in the space already
    looksWhole(counter, request ? "request-filed" : "opt-outs-registered");
    // A second one starts anew.
    act->clear();
    CHECK(act->note() == QString());
}

TEST_CASE("a receipt has a copy in the person's language, or in the one that the agent chooses", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const bool english = GENERATE(false, true);
    const bool changed = GENERATE(false, true);
    CAPTURE(english, changed);
    if (english) {
        counter.stage.atDesk([&](kiosk::Desk &desk) {
            desk.store.database().prepare("UPDATE person SET language = 'en' WHERE id = ?1").with(person).run();
        });
    }
    counter.serve(person);
    counter.kiosk.openOptOuts();
    auto &model = *counter.kiosk.optOuts();
    model.answer(0);
    model.next();
    counter.answered(model);
    REQUIRE(model.problem() == QString());
    REQUIRE(model.copies()->count() == 4);
    int copy = 0;
    while (copy < 4 && model.copies()->at(copy, "label").toString() != QStringLiteral("English")) {
        ++copy;
    }
    CHECK(model.copies()->at(copy, "picked").toBool() == english);
    counter.stage.settle();
    REQUIRE(counter.stage.find(QStringLiteral("copy%1").arg(copy)) != nullptr);
    const TemporaryFolder folder;
    const auto hasCopy = [&](bool form) {
        bool has = false;
        counter.stage.atDesk([&](kiosk::Desk &desk) {
            const auto jobs = must(kiosk::listJobs(desk, {}));
            REQUIRE(jobs.size() == (form ? 1 : 2)); // the receipt comes after
            for (const auto &job : jobs) {
                if (job.reference.empty() == form) {
                    const auto pdf = must(desk.store.jobs().pdf(job.id));
                    const auto text = onOneLine(textOfPdf(folder.write("paper.pdf", std::string(asText(pdf)))));
                    has = text.find("The paper in French prevails.") != std::string::npos;
                }
            }
        });
        return has;
    };
    CHECK(hasCopy(true) == english);
    if (changed) {
        model.toggleCopy(copy);
    }
    model.chooseSigning(0);
    looksWhole(counter, english ? "opt-outs-signing-copy" : "opt-outs-signing-plain");
    model.next();
    counter.answered(model);
    REQUIRE(model.reference() != QString());
    CHECK(hasCopy(false) == (english != changed));
}

TEST_CASE("a registered act stays registered when its receipt does not print, and the receipt is owed", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    counter.kiosk.openOptOuts();
    auto &model = *counter.kiosk.optOuts();
    model.answer(0);
    model.next();
    counter.answered(model);
    model.chooseSigning(0);
    counter.printer.refuse(true);
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
    CHECK(model.stage() == ui::OptOutsModel::Registered);
    CHECK(model.problem().startsWith(QStringLiteral("C’est enregistré")));
    CHECK(counter.kiosk.papers()->waitingFor() == 1); // the form is signed, and kept
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        CHECK(must(kiosk::showOptout(desk, model.reference().toStdString())).act.status ==
              storage::ActStatus::Recorded);
    });
}

} // namespace guichet::test
