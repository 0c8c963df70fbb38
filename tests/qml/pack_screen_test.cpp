// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor makes the right to refuse known, and notes it.
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/pack_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <string_view>

namespace guichet::test {

TEST_CASE("a supervisor's home says the oldest promise that is not kept, an agent's does not", "[ui]") {
    Counter counter;
    counter.signIn("S01");
    ui::PackModel &model = *counter.kiosk.pack();
    counter.answered(model);
    CHECK(model.promise().contains(QStringLiteral("affiche")));
    counter.kiosk.signOut();
    CHECK(model.promise().isEmpty());
    counter.signIn("A01");
    counter.stage.settleAll();
    CHECK(model.promise().isEmpty());
}

TEST_CASE("a poster is printed in a language, and once it hangs that is noted and no longer owed", "[ui]") {
    Counter counter;
    counter.signIn("S01");
    counter.kiosk.openPack();
    ui::PackModel &model = *counter.kiosk.pack();
    counter.answered(model);
    REQUIRE(model.kinds()->count() == 7);
    REQUIRE(model.papers()->count() == 4); // a folder takes every size
    CHECK(model.languages()->count() == 6);
    CHECK(model.owed().contains(QStringLiteral("affiche")));
    CHECK(model.before().isEmpty());
    model.chooseLanguage(3); // English
    model.print(0);
    counter.answered(model);
    CHECK(model.problem().isEmpty());
    counter.stage.atDesk([](kiosk::Desk &desk) {
        const auto jobs = must(kiosk::listJobs(desk));
        REQUIRE(jobs.size() == 1);
        CHECK(pdfText(must(desk.store.jobs().pdf(jobs.front().id))).find("keep it, refuse it") != std::string::npos);
    });
    CHECK(model.printed().startsWith(QStringLiteral("Pour informer\u00a0: affiche")));

    CHECK_FALSE(model.missing().isEmpty());
    model.note();
    CHECK_FALSE(model.waiting());
    model.setWhere(QStringLiteral("salle d’attente"));
    model.setOn(QStringLiteral("le 3"));
    CHECK_FALSE(model.missing().isEmpty()); // of which month
    model.setOn(QStringLiteral("hier"));
    CHECK(model.missing().isEmpty());
    CHECK_FALSE(model.sent());
    model.note();
    counter.answered(model);
    CHECK(model.noted() == QStringLiteral("Noté au registre."));
    CHECK(model.owed().isEmpty());
    REQUIRE(model.before().size() == 1);
    CHECK(model.before().front().startsWith(QStringLiteral("Salle d’attente, ")));
    CHECK(model.where().isEmpty());
    CHECK(model.promise().contains(QStringLiteral("dépliant"))); // the next

    SECTION("what is sent is noted with how many it went to") {
        model.chooseKind(6); // text messages
        CHECK(model.papers()->count() == 0);
        CHECK(model.languages()->count() == 0);
        CHECK(model.file());
        CHECK(model.printed().isEmpty());
        model.setWhere(QStringLiteral("tous les assurés"));
        model.setCount(QStringLiteral("douze"));
        CHECK_FALSE(model.missing().isEmpty());
        model.setCount(QStringLiteral("1 240"));
        model.note();
        counter.answered(model);
        REQUIRE(model.before().size() == 1);
        CHECK(model.before().front().endsWith(QStringLiteral(", à 1\u202f240")));
    }
    SECTION("home says the next promise, and forgets what was typed") {
        model.setWhere(QStringLiteral("ici"));
        counter.stage.atDesk([](kiosk::Desk &desk) { // at another station meanwhile
            must(kiosk::notePackDone(desk, {"leaflet", "ici", kiosk::today(desk), {}}));
        });
        counter.kiosk.back();
        counter.answered(model);
        CHECK(counter.kiosk.screen() == ui::KioskModel::Home);
        CHECK(model.where().isEmpty());
        CHECK(model.promise().contains(QStringLiteral("salle d’attente"))); // its screen
        CHECK_FALSE(model.kept());
    }
    SECTION("papers whose size the printer does not have are not offered") {
        model.show({.done = {}, .promises = {}, .lacking = {"iso_a3_297x420mm"}});
        CHECK(model.papers()->count() == 2);
        CHECK(model.kept());
    }
}

TEST_CASE("from home a leaflet is printed, and what was sent is noted, by the screen's own buttons and fields",
          "[ui]") {
    Counter counter;
    counter.signIn("S01");
    ui::PackModel &model = *counter.kiosk.pack();
    counter.answered(model);
    const auto at = [&](const char *name) -> QQuickItem & {
        counter.stage.settleAll();
        QQuickItem *item = counter.stage.find(QString::fromLatin1(name));
        CAPTURE(name);
        REQUIRE(item != nullptr);
        return *item;
    };
    const auto press = [&](const char *name) {
        at(name).forceActiveFocus();
        QTest::keyClick(&counter.stage.window(), Qt::Key_Return);
    };
    const auto type = [&](const char *name, const char *words) {
        at(name).forceActiveFocus();
        for (const char letter : std::string_view(words)) {
            QTest::keyClick(&counter.stage.window(), letter);
        }
    };
    press("pack");
    counter.answered(model);
    REQUIRE(counter.kiosk.screen() == ui::KioskModel::Pack);
    press("kind1"); // leaflets
    press("paper0");
    counter.answered(model);
    CHECK(counter.printer.sent() == 1);
    CHECK(at("packPrinted").property("text").toString().contains(QStringLiteral("dépliant")));

    press("kind5"); // letters
    type("packWhereInput", "nouveaux");
    type("packOnInput", "hier");
    type("packCountInput", "12");
    press("action");
    counter.answered(model);
    CHECK(at("packNoted").property("text").toString() == QStringLiteral("Noté au registre."));
    CHECK(at("packWhereInput").property("text").toString().isEmpty());
    CHECK(at("packBefore").property("sentences").toStringList().size() == 1);
    CHECK(counter.stage.warnings().isEmpty());
    press("back");
    CHECK(counter.kiosk.screen() == ui::KioskModel::Home);
}

} // namespace guichet::test
