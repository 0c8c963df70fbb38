// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/second_touch.h"
#include "kiosk/ui/sign_in_model.h"
#include "tests/qml/application.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QQmlProperty>
#include <QTest>

#include <set>
#include <string>

namespace guichet::test {
namespace {

using namespace ui;

/// Somebody with one document is served by A01.
struct Served : Counter {
    PersonViewModel &view = *kiosk.personView();
    DocumentsModel &documents = *kiosk.documents();

    Served() {
        signIn();
        serve(import(prescription().build()));
    }
    void press(QQuickWindow &window, const char *name) {
        std::ignore = window.grabWindow(); // laid out as it is shown
        auto *item = findIn(window, QLatin1String(name));
        REQUIRE(item != nullptr);
        REQUIRE(item->isEnabled());
        QTest::mouseClick(&window, Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        settle();
    }
    void press(const char *name) { press(stage.window(), name); }
    [[nodiscard]] bool shows(const char *name) { return stage.find(QLatin1String(name)) != nullptr; }
};

/// The same with a second window for the person.
struct TwoScreens : Served {
    TheirDisplay display{kiosk};

    TwoScreens() {
        REQUIRE(display.load());
        settle();
    }
};

} // namespace

TEST_CASE("turned, the screen shows nothing of the agent's, and only a PIN brings it back", "[ui]") {
    Served counter;
    counter.kiosk.openDocuments(0);
    counter.openOnlyRecord();
    counter.documents.askTitles();
    settle();
    CHECK(counter.kiosk.veil() == KioskModel::Turned);
    for (const char *agents : {"back", "action", "records", "papersList", "title", "place", "lock", "hide"}) {
        CAPTURE(agents);
        CHECK_FALSE(counter.shows(agents));
    }
    CHECK(counter.shows("personYes"));
    counter.press("personYes");
    counter.answered(counter.documents);
    CHECK(counter.view.step() == PersonViewModel::Titles);
    CHECK(counter.shows("personTitle0"));
    counter.kiosk.show(); // as whatever lifts a veil does
    CHECK(counter.kiosk.veil() == KioskModel::Turned);
    counter.press("agentBack");
    CHECK(counter.kiosk.veil() == KioskModel::Locked);
    CHECK_FALSE(counter.shows("personTitle0"));
    counter.typePin("000000");
    CHECK(counter.kiosk.veil() == KioskModel::Locked);
    counter.stage.clock().advance(std::chrono::minutes(1));
    counter.typePin(counter.pin);
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
    CHECK(counter.documents.rows()->at(0, "opened").toBool()); // after the person's own touch
}

TEST_CASE("a turned screen that is left, or hidden, asks for the PIN", "[ui]") {
    Served counter;
    counter.kiosk.turn();
    SECTION("left for two minutes") { counter.kiosk.rest(std::chrono::minutes(2)); }
    SECTION("hidden by its key") { counter.kiosk.hide(); }
    CHECK(counter.kiosk.veil() == KioskModel::Locked);
}

TEST_CASE("who takes the screen back before an answer takes the question back", "[ui]") {
    Served counter;
    counter.openOnlyRecord();
    counter.documents.askTitles();
    counter.kiosk.lock();
    counter.typePin(counter.pin);
    CHECK_FALSE(counter.documents.asking());
    CHECK_FALSE(counter.documents.titlesOpen());
}

TEST_CASE("without a visit there is nobody to turn the screen to", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.turn();
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
}

TEST_CASE("with a screen of their own the person reads titles and pages that stay sealed for the agent", "[ui]") {
    TwoScreens counter;
    REQUIRE(counter.kiosk.personDisplay());
    auto &theirs = *counter.display.window();
    counter.openOnlyRecord();
    counter.documents.askTitles();
    settle();
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
    counter.press(theirs, "personYes");
    counter.answered(counter.documents);
    const auto title = counter.documents.personRows()->at(0, "title").toString();
    CHECK(title.size() > 3);
    CHECK_FALSE(counter.documents.rows()->at(0, "opened").toBool());
    CHECK(counter.documents.rows()->at(0, "title").toString() == QString());
    counter.press(theirs, "personTitle0"); // on paper
    CHECK(counter.documents.rows()->at(0, "chosen").toBool());
    counter.press(theirs, "personSee0");
    counter.answered(counter.documents);
    settle();
    CHECK(findIn(theirs, QStringLiteral("personPages")) != nullptr);
    CHECK_FALSE(counter.shows("pages"));
    counter.press(theirs, "personClosePages");
    counter.press(theirs, "personSeal");
    CHECK_FALSE(counter.documents.titlesOpen());
    CHECK(takeWarnings().join(u'\n').toStdString() == "");
}

TEST_CASE("with the keys alone every title comes in sight, its card and its button, and arrows lose nothing", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    constexpr int kMany = 12;
    for (int i = 1; i < kMany; ++i) {
        auto another = prescription();
        another.id += "." + std::to_string(i);
        another.setId += "." + std::to_string(i);
        std::ignore = counter.import(another.build());
    }
    counter.kiosk.openDocuments(0);
    counter.answered(counter.documents);
    for (int row = 0; !counter.documents.rows()->count() && row < 6; ++row) {
        counter.documents.chooseCategory(row);
    }
    counter.documents.askTitles();
    counter.press(theirs, "personYes");
    counter.answered(counter.documents);
    REQUIRE(counter.documents.personRows()->count() == kMany);
    counter.kiosk.setKeysInUse(true);
    theirs.requestActivate();
    settle();
    std::set<QString> seen;
    for (int step = 0; step < 60; ++step) {
        QTest::keyClick(&theirs, Qt::Key_Tab);
        std::ignore = theirs.grabWindow();
        settle();
        const auto *at = theirs.activeFocusItem();
        REQUIRE(at != nullptr);
        CHECK(at->objectName() != QString()); // nothing that shows no focus
        if (at->objectName().startsWith(QLatin1String("personTitle"))) {
            const auto *list = findIn(theirs, QStringLiteral("personTitles"));
            const auto place = at->mapRectToItem(list, at->boundingRect());
            CAPTURE(at->objectName().toStdString(), place.top(), place.bottom());
            CHECK(place.top() >= -1);
            CHECK(place.bottom() <= list->height() + 1);
            QTest::keyClick(&theirs, Qt::Key_Down);
            CHECK(theirs.activeFocusItem() == at);
        }
        seen.insert(at->objectName());
    }
    for (int row = 0; row < kMany; ++row) {
        CAPTURE(row);
        CHECK(seen.contains(QStringLiteral("personTitle%1").arg(row)));
        CHECK(seen.contains(QStringLiteral("personSee%1").arg(row)));
    }
}

TEST_CASE("the person's pages say what they are, and show where the keys are", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    counter.view.chooseLanguage(1);
    counter.openOnlyRecord();
    counter.documents.askTitles();
    counter.press(theirs, "personYes");
    counter.answered(counter.documents);
    counter.press(theirs, "personSee0");
    counter.answered(counter.documents);
    settle();
    auto *pages = findIn(theirs, QStringLiteral("personPages"));
    REQUIRE(pages != nullptr);
    CHECK(QQmlProperty::read(pages, QStringLiteral("name")).toString() == "The pages of your document"); // theirs
    theirs.requestActivate();
    pages->forceActiveFocus();
    settle();
    CHECK(theirs.activeFocusItem() == pages); // and no page
    counter.kiosk.setKeysInUse(false);
    const auto without = theirs.grabWindow();
    counter.kiosk.setKeysInUse(true);
    settle();
    CHECK(theirs.grabWindow() != without);
}

TEST_CASE("what the person reads on a screen of their own is sealed when that screen goes", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    counter.openOnlyRecord();
    counter.documents.askTitles();
    settle();
    counter.press(theirs, "personYes");
    counter.answered(counter.documents);
    counter.press(theirs, "personSee0");
    counter.answered(counter.documents);
    REQUIRE(counter.documents.previewing());
    counter.kiosk.setPersonDisplay(false);
    settle();
    CHECK_FALSE(counter.documents.previewing());
    CHECK_FALSE(counter.documents.titlesOpen());
    CHECK_FALSE(counter.shows("pages"));
    CHECK(counter.documents.rows()->at(0, "title").toString() == QString());
}

TEST_CASE("titles that were opened for one sort of papers are closed at the next", "[ui]") {
    TwoScreens counter;
    counter.openOnlyRecord();
    counter.documents.askTitles();
    settle();
    counter.press(*counter.display.window(), "personYes");
    counter.answered(counter.documents);
    REQUIRE(counter.documents.titlesOpen());
    counter.documents.chooseCategory(3);
    CHECK_FALSE(counter.documents.titlesOpen());
}

TEST_CASE("what is hidden at the agent's is hidden at the person's", "[ui]") {
    TwoScreens counter;
    counter.openOnlyRecord();
    counter.documents.askTitles();
    counter.view.accept();
    counter.answered(counter.documents);
    settle();
    REQUIRE(findIn(*counter.display.window(), QStringLiteral("personTitle0")) != nullptr);
    counter.kiosk.hide();
    settle();
    CHECK(findIn(*counter.display.window(), QStringLiteral("personTitle0")) == nullptr);
    CHECK(counter.view.step() == PersonViewModel::Waiting);
}

TEST_CASE("a helper is there: whether to be alone is asked before titles are", "[ui]") {
    Served counter;
    auto presence = counter.kiosk.visit().presence;
    presence.accompanied = true;
    counter.kiosk.setPresence(presence, {});
    counter.openOnlyRecord();
    counter.documents.askTitles();
    settle();
    CHECK(counter.documents.askingAlone());
    CHECK_FALSE(counter.documents.asking());
    CHECK(counter.kiosk.veil() == KioskModel::Clear);
    SECTION("not now") {
        counter.press("closeSheet");
        CHECK_FALSE(counter.documents.asking());
    }
    SECTION("they have decided") {
        counter.press("alone");
        CHECK(counter.documents.asking());
        CHECK(counter.kiosk.veil() == KioskModel::Turned);
    }
    CHECK_FALSE(counter.documents.askingAlone());
}

TEST_CASE("what the person does not want can't go on until something else is chosen", "[ui]") {
    TwoScreens counter;
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    settle();
    CHECK(counter.view.step() == PersonViewModel::Waiting); // no answer is suggested
    optOuts.answer(0);
    settle();
    REQUIRE(counter.view.step() == PersonViewModel::Agreement);
    CHECK(counter.view.does() == optOuts.does());
    CHECK(counter.view.choice().contains(u"dix ans"));
    auto &theirs = *counter.display.window();
    const auto *yes = findIn(theirs, QStringLiteral("personYes"));
    const auto *no = findIn(theirs, QStringLiteral("personNo"));
    REQUIRE(yes != nullptr);
    REQUIRE(no != nullptr);
    CHECK(yes->size() == no->size()); // neither weighs more
    CHECK(yes->property("kind") == no->property("kind"));
    counter.press(theirs, "personNo");
    CHECK(optOuts.declined());
    CHECK(optOuts.missing() == QStringLiteral("La personne ne le veut pas"));
    CHECK(counter.view.step() == PersonViewModel::Answered);
    optOuts.answer(1);
    CHECK_FALSE(optOuts.declined());
    CHECK(counter.view.choice().contains(u"trois mois"));
    counter.view.accept();
    CHECK(optOuts.missing() == QString());
    CHECK(optOuts.agreement() == QStringLiteral("La personne est d’accord."));
    optOuts.next(); // its paper
    counter.answered(optOuts);
    CHECK(counter.view.step() == PersonViewModel::Signing);
    optOuts.chooseSigning(0);
    optOuts.next();
    counter.answered(optOuts);
    CHECK(counter.view.step() == PersonViewModel::Recorded);
    CHECK(counter.view.words().contains(optOuts.reference()));
}

TEST_CASE("who agrees has read whom it is about, and what becomes of the data, before anything else", "[ui]") {
    TwoScreens counter;
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    const auto choose = [&optOuts](const QString &title) {
        for (int row = 0; row < optOuts.scopes()->count(); ++row) {
            if (optOuts.scopes()->at(row, "label").toString().contains(title)) {
                optOuts.chooseScope(row);
                settle();
                return;
            }
        }
        FAIL("no such scope: " << title.toStdString());
    };
    SECTION("a professional") {
        choose(QStringLiteral("professionnel"));
        REQUIRE(optOuts.asksDetail());
        optOuts.setDetail(QStringLiteral(" Dr ESSAI, Troyes "));
        settle();
        REQUIRE(counter.view.step() == PersonViewModel::Agreement);
        CHECK(counter.view.choice().startsWith(QStringLiteral("Professionnel (nom")));
        CHECK(counter.view.choice().endsWith(QStringLiteral("Dr ESSAI, Troyes")));
    }
    SECTION("what is erased") {
        choose(QStringLiteral("Effacement"));
        optOuts.answer(1);
        settle();
        CHECK(counter.view.choice().contains(u"la copie sur papier"));
        optOuts.answer(0);
        settle();
        CHECK(counter.view.choice().contains(u"pour toujours"));
    }
}

TEST_CASE("a page that is longer than the screen is read to its end by touches", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    counter.kiosk.openOptOuts();
    counter.kiosk.optOuts()->answer(1);
    settle();
    CHECK(findIn(theirs, QStringLiteral("personFurther")) == nullptr); // all is in sight
    counter.view.look()->setTextPercent(200);
    settle();
    std::ignore = theirs.grabWindow();
    const auto *choice = findIn(theirs, QStringLiteral("personChoice"));
    const auto *yes = findIn(theirs, QStringLiteral("personYes"));
    REQUIRE(choice != nullptr);
    REQUIRE(yes != nullptr);
    const auto above = [yes](const QQuickItem &item) {
        return item.mapRectToScene(item.boundingRect()).bottom() <= yes->mapToScene({0, 0}).y();
    };
    CHECK(above(*choice));
    const auto *last = findIn(theirs, QStringLiteral("personKeys"));
    REQUIRE(last != nullptr);
    CHECK_FALSE(above(*last));
    const auto label = [&] { return findIn(theirs, QStringLiteral("personFurther"))->property("text").toString(); };
    int touches = 0;
    while (label() != QStringLiteral("Revenir au début")) {
        REQUIRE(++touches < 10);
        counter.stage.clock().advance(std::chrono::seconds(1));
        QTest::qWait(static_cast<int>(SecondTouch::kSoon.count()));
        counter.press(theirs, "personFurther");
    }
    CHECK(above(*last));
    counter.kiosk.optOuts()->answer(2);
    settle();
    CHECK(above(*choice));
}

TEST_CASE("a request stands before the person with their answers before its paper, and can be refused there", "[ui]") {
    TwoScreens counter;
    auto &request = *counter.kiosk.request();
    counter.view.chooseLanguage(3);
    counter.kiosk.openRequest();
    request.chooseForm(formRow("vitale-loss"));
    request.next();
    request.chooseField(0, 1);
    settle();
    CHECK(counter.view.step() == PersonViewModel::Waiting); // not before it is filled
    while (request.stage() != RequestModel::Pieces) {
        request.next();
    }
    settle();
    REQUIRE(counter.view.step() == PersonViewModel::Agreement);
    auto &theirs = *counter.display.window();
    const auto *title = findIn(theirs, QStringLiteral("personHeading"));
    REQUIRE(title != nullptr);
    CHECK(title->property("sentence").toString().startsWith(QStringLiteral("Declaração de perda")));
    const auto *first = findIn(theirs, QStringLiteral("line1"));
    REQUIRE(first != nullptr);
    CHECK(first->property("sentence").toString() == QStringLiteral("O que aconteceu ao cartão: roubado"));
    counter.press(theirs, "personNo");
    CHECK(counter.view.step() == PersonViewModel::Answered);
    CHECK(request.missing() == QStringLiteral("La personne ne le veut pas"));
    request.back(); // what is changed is asked again
    request.setField(0, QString());
    while (request.stage() != RequestModel::Pieces) {
        request.next();
    }
    CHECK(counter.view.step() == PersonViewModel::Agreement);
    counter.view.accept();
    CHECK(request.missing() == QString());
    CHECK(request.agreement() == QStringLiteral("La personne est d’accord."));
    CHECK(takeWarnings().join(u'\n').toStdString() == "");
}

TEST_CASE("the person's language and look are theirs, and forgotten at the end of the visit", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    counter.press(theirs, "language2");
    counter.press(theirs, "personLarger");
    counter.press(theirs, "personContrast");
    CHECK(counter.kiosk.visit().language == "ar");
    CHECK(counter.view.heading() == QStringLiteral("مرحبا."));
    CHECK(counter.view.look()->mirrored());
    CHECK(counter.view.look()->textPercent() == 125);
    CHECK(counter.view.look()->scheme() == Look::HighContrast);
    CHECK(counter.kiosk.look()->textPercent() == 100); // the agent's is the agent's
    counter.kiosk.person()->load();                    // what is known of them does not undo what they chose
    counter.answered(*counter.kiosk.person());
    CHECK(counter.kiosk.visit().language == "ar");
    counter.kiosk.endVisit();
    counter.answered(*counter.kiosk.end());
    counter.kiosk.end()->finish();
    counter.answered(*counter.kiosk.end());
    CHECK(counter.view.step() == PersonViewModel::Welcome);
    CHECK(counter.view.language() == "fr");
    CHECK_FALSE(counter.view.look()->mirrored());
    CHECK(counter.view.look()->textPercent() == 100);
    CHECK(counter.view.look()->scheme() == Look::Light);
}

TEST_CASE("larger words, and larger again: the sign stays under the person's finger", "[ui]") {
    TwoScreens counter;
    auto &theirs = *counter.display.window();
    const auto centreOf = [&theirs](const char *name) {
        std::ignore = theirs.grabWindow();
        auto *item = findIn(theirs, QLatin1String(name));
        REQUIRE(item != nullptr);
        return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
    };
    const char *language = GENERATE("language0", "language2"); // from the left, from the right
    counter.press(theirs, language);
    const auto larger = centreOf("personLarger");
    for (const int percent : {125, 150, 175, 200}) {
        QTest::mouseClick(&theirs, Qt::LeftButton, {}, larger);
        settle();
        std::ignore = theirs.grabWindow();
        CHECK(counter.view.look()->textPercent() == percent);
        CHECK(counter.view.sizeEnd() == QString());
    }
    QTest::mouseClick(&theirs, Qt::LeftButton, {}, larger);
    settle();
    CHECK(counter.view.look()->textPercent() == 200);
    CHECK_FALSE(counter.view.sizeEnd().isEmpty());
    CHECK(findIn(theirs, QLatin1String("personNotice"))->property("text").toString() == counter.view.sizeEnd());
    const auto smaller = centreOf("personSmaller");
    for (const int percent : {175, 150}) {
        QTest::mouseClick(&theirs, Qt::LeftButton, {}, smaller);
        settle();
        std::ignore = theirs.grabWindow();
        CHECK(counter.view.look()->textPercent() == percent);
        CHECK(counter.view.sizeEnd() == QString());
    }
}

TEST_CASE("a language chosen while waiting is the visit's", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.personView()->chooseLanguage(4);
    counter.kiosk.nextPerson();
    CHECK(counter.kiosk.visit().language == "es");
    counter.kiosk.wipeVisit();
    counter.kiosk.nextPerson();
    CHECK(counter.kiosk.visit().language == "fr");
}

TEST_CASE("a sentence goes once the visit asks the person something else", "[ui]") {
    TwoScreens counter;
    counter.view.say(8);
    counter.openOnlyRecord();
    CHECK(counter.view.step() == PersonViewModel::Sentence); // nothing is asked yet
    counter.documents.askTitles();
    settle();
    CHECK(counter.view.step() == PersonViewModel::Question);
    counter.view.say(0); // it can be said in between
    CHECK(counter.view.step() == PersonViewModel::Sentence);
}

TEST_CASE("a sentence that is touched again is taken back", "[ui]") {
    TwoScreens counter;
    counter.view.say(0);
    REQUIRE(counter.view.step() == PersonViewModel::Sentence);
    counter.view.say(0);
    CHECK(counter.view.step() == PersonViewModel::Waiting);
}

TEST_CASE("a sentence that asks nothing is understood, or not", "[ui]") {
    TwoScreens counter;
    counter.view.say(12);
    settle();
    CHECK(findIn(*counter.display.window(), QStringLiteral("personUnsure")) == nullptr);
    counter.press(*counter.display.window(), "personYes");
    CHECK(counter.view.answer() == QStringLiteral("Voici votre reçu. Gardez-le. – J’ai compris"));
    counter.view.say(12);
    counter.view.decline();
    CHECK(counter.view.answer().endsWith(QStringLiteral("Je ne comprends pas")));
}

TEST_CASE("a sentence is read in the person's language and its answer in the agent's", "[ui]") {
    struct Answer {
        const char *button;
        const char *word;
    };
    const auto answer =
        GENERATE(Answer{"personYes", "Oui"}, Answer{"personNo", "Non"}, Answer{"personUnsure", "Je ne comprends pas"});
    TwoScreens counter;
    CHECK(counter.view.sentences()->count() == 20);
    counter.view.chooseLanguage(3);
    counter.view.say(8);
    settle();
    CHECK(counter.view.heading() == QStringLiteral("Está de acordo?"));
    counter.press(*counter.display.window(), answer.button);
    CHECK(counter.view.answer() == QStringLiteral("Êtes-vous d’accord\u00a0? – ") + QString::fromUtf8(answer.word));
    CHECK(counter.view.step() == PersonViewModel::Waiting);
}

} // namespace guichet::test
