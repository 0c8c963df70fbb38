// SPDX-License-Identifier: GPL-3.0-or-later
// The page of help that each screen has.
#include "kiosk/counter/day.h"
#include "kiosk/counter/help.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/look.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

#include <set>

namespace guichet::test {

using ui::HelpModel;
using ui::KioskModel;

TEST_CASE("every screen has its page of help in the languages of who works here, and no page is without a screen",
          "[ui]") {
    Stage stage;
    const auto &catalogue = stage.kiosk().catalogue();
    const auto screens = QMetaEnum::fromType<KioskModel::Screen>();
    for (int at = 0; at < screens.keyCount(); ++at) {
        INFO(screens.key(at));
        const auto *page = catalogue.helpPage(HelpModel::pageOf(screens.value(at)));
        REQUIRE(page != nullptr);
        for (const char *language : {"fr", "en"}) {
            CHECK(page->title.has(language));
            CHECK(page->steps.byLanguage.contains(language));
        }
    }
    CHECK(static_cast<int>(catalogue.helpPages().size()) == screens.keyCount());
    CHECK(HelpModel::pageOf(KioskModel::OptOuts) == "opt-outs");
}

TEST_CASE("what the help quotes of a screen stands on one", "[ui]") {
    static const std::set<std::string> said{"j’ai perdu ma carte", "I lost my card"}; // by a person, not by a screen
    QFile file(QStringLiteral(GUICHET_SOURCE_DIR "/qml/translations/guichet_fr.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto screens = QString::fromUtf8(file.readAll());
    Stage stage;
    std::set<std::string> states; // of the opening, which the catalogue words
    const CivilDate day(std::chrono::year(2026), std::chrono::November, std::chrono::day(24));
    for (const auto language : {"fr", "en"}) {
        for (const auto state : {kiosk::DayItem::State::Look, kiosk::DayItem::State::Wrong}) {
            states.insert(kiosk::stateWords(kiosk::Texts(stage.kiosk().catalogue(), language, day), state));
        }
    }
    const auto check = [&](const char *language, const QRegularExpression &quote, const QString &element) {
        int found = 0;
        for (const auto &page : stage.kiosk().catalogue().helpPages()) {
            for (const auto *sentences : {&page.steps, &page.stuck}) {
                for (const auto &sentence : sentences->in(language)) {
                    for (auto at = quote.globalMatch(QString::fromStdString(sentence)); at.hasNext();) {
                        const auto words = at.next().captured(1);
                        INFO(page.id << ": " << words.toStdString());
                        ++found;
                        CHECK(
                            (said.contains(words.toStdString()) || states.contains(words.toStdString()) ||
                             words == QStringLiteral("Aa") ||
                             screens.contains(u'<' + element + u'>' + words + QStringLiteral("</") + element + u'>')));
                    }
                }
            }
        }
        CHECK(found > 10);
    };
    check("fr", QRegularExpression(QStringLiteral("«[ \u00a0\u202f]([^»]*)[ \u00a0\u202f]»")),
          QStringLiteral("translation"));
    check("en", QRegularExpression(QStringLiteral("“([^”]*)”")), QStringLiteral("source"));
}

TEST_CASE("F1 opens the help of the screen and closes it, and the keys go back to where they were", "[ui]") {
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().openReceipt();
    stage.settle();
    auto *field = stage.find("receiptCodeInput");
    REQUIRE(field != nullptr);
    field->forceActiveFocus();
    QTest::keyClick(&stage.window(), Qt::Key_F1);
    stage.settle();
    REQUIRE(stage.kiosk().help()->open());
    REQUIRE(stage.find("sheetTitle") != nullptr);
    CHECK(stage.find("sheetTitle")->property("text").toString() == QStringLiteral("Aide\u00a0: Un reçu"));
    CHECK_FALSE(field->hasActiveFocus());
    const auto by = [&](Qt::Key key) {
        QTest::keyClick(&stage.window(), key);
        stage.settle();
        CHECK_FALSE(stage.kiosk().help()->open());
        CHECK(field->hasActiveFocus());
        CHECK(stage.kiosk().screen() == KioskModel::Receipt); // Escape closed the help, not the screen
    };
    SECTION("by F1") { by(Qt::Key_F1); }
    SECTION("by Escape") { by(Qt::Key_Escape); }
}

TEST_CASE("help that is longer than the window is read to its end with the keys alone", "[ui]") {
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().look()->setTextPercent(200);
    stage.kiosk().help()->toggle();
    stage.settle();
    auto *text = stage.find("sheetText");
    REQUIRE(text != nullptr);
    const auto end = text->property("contentHeight").toDouble() - text->height();
    REQUIRE(end > 0);
    for (int press = 0; press < 100; ++press) {
        QTest::keyClick(&stage.window(), Qt::Key_Down);
    }
    CHECK(text->property("contentY").toDouble() == end);
    stage.grab("help-large");
    CHECK(stage.cutWords().join(u'\n').toStdString() == "");
}

TEST_CASE("help is covered by the veil and gone after another screen or another agent", "[ui]") {
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().help()->toggle();
    stage.settle();
    stage.kiosk().hide();
    stage.settle();
    CHECK(stage.find("printHelp") == nullptr);
    QTest::keyClick(&stage.window(), Qt::Key_F1); // does nothing under the veil
    stage.kiosk().show();
    CHECK(stage.kiosk().help()->open());
    SECTION("another screen") { stage.kiosk().openForms(); }
    SECTION("another agent") {
        stage.kiosk().lock();
        signIn(stage.kiosk());
    }
    CHECK_FALSE(stage.kiosk().help()->open());
}

TEST_CASE("the help of a screen is printed by one touch, and names nobody", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.help()->toggle();
    REQUIRE(counter.kiosk.help()->printable());
    counter.kiosk.help()->print();
    counter.answered(*counter.kiosk.help());
    CHECK(counter.kiosk.help()->problem() == QString());
    CHECK(counter.kiosk.help()->done() != QString());
    CHECK(counter.printer.sent() == 1);
    counter.stage.atDesk([](kiosk::Desk &desk) {
        const auto jobs = must(kiosk::listJobs(desk, {}));
        REQUIRE(jobs.size() == 1);
        CHECK(jobs.front().what == "Page d’aide");
        CHECK(jobs.front().person.empty());
        for (const auto &page : desk.machine.catalogue.helpPages()) {
            INFO(page.id);
            CHECK(must(kiosk::printedHelp(desk, page.id, {})).pages == 1);
        }
        CHECK(kiosk::printedHelp(desk, "none", {}).error().code == ErrorCode::Nothing);
    });
}

TEST_CASE("who serves nobody reads the help, and is told who prints it", "[ui]") {
    Stage stage;
    const bool signedIn = GENERATE(true, false);
    if (signedIn) {
        signIn(stage.kiosk(), storage::Role::Admin);
    }
    stage.kiosk().help()->toggle();
    stage.settle();
    CHECK(stage.find("helpAbout") != nullptr);
    auto *print = stage.find("printHelp");
    REQUIRE(print != nullptr);
    CHECK(print->property("missing").toString() == QStringLiteral("Un agent l’imprime"));
    stage.kiosk().help()->print();
    CHECK_FALSE(stage.kiosk().help()->waiting());
}

} // namespace guichet::test
