// SPDX-License-Identifier: GPL-3.0-or-later
// Whether it is the person, who is here for them, and what was shown.
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/presence_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using kiosk::Trait;
using ui::KioskModel;

/// Somebody was found; the place of birth and the date are what may be asked.
struct Found : Counter {
    Found() {
        signIn();
        id = import(prescription().build());
        kiosk.nextPerson();
        std::optional<storage::Person> person;
        stage.atDesk([&](kiosk::Desk &desk) { person = must(desk.store.people().get(id)); });
        presence.ask(*person, {Trait::BirthPlace, Trait::BirthDate});
        kiosk.go(KioskModel::Presence);
    }
    void say(const char *answer) {
        presence.setTrait(QString::fromUtf8(answer));
        presence.checkTrait();
        answered(presence);
    }

    std::string id;
    ui::PresenceModel &presence = *kiosk.presence();
};

} // namespace

TEST_CASE("nobody's page opens before the second trait matches and what was shown is chosen", "[ui]") {
    Found found;
    auto &presence = found.presence;
    CHECK(presence.missing() == QStringLiteral("Demander encore un renseignement"));
    presence.confirm();
    CHECK(found.kiosk.screen() == KioskModel::Presence);
    found.say("Castres");
    CHECK(presence.traitProblem() == // what was typed is seen, to be typed anew
          QStringLiteral("«\u00a0Castres\u00a0» ne correspond pas. Redemander, ou demander autre chose."));
    CHECK(presence.trait() == QString());
    CHECK(presence.asksTrait());
    for (const auto &text : {presence.title(), presence.under(), presence.traitProblem(), presence.traitHint()}) {
        CHECK(!text.contains(u"Albi", Qt::CaseInsensitive)); // the right answer is never given away
        CHECK(!text.contains(u"1941"));
    }
    CHECK(!found.kiosk.named());

    SECTION("by its place") { found.say("albi"); }
    SECTION("by a date, as somebody says it") {
        presence.chooseTrait(1);
        CHECK(presence.traitProblem() == QString());
        found.say("32 avril");
        CHECK(presence.traitProblem() != QString());
        CHECK(presence.asksTrait());
        found.say("3 avril 41");
    }
    CHECK(!presence.asksTrait());
    CHECK(presence.traitMatch() != QString());
    CHECK(presence.under().contains(u"1941"));
    CHECK(found.kiosk.screen() == KioskModel::Presence);
    CHECK(presence.missing() == QStringLiteral("Choisir ce qui a été présenté"));
    presence.chooseSeen(0);
    presence.confirm();
    found.answered(*found.kiosk.person());
    CHECK(found.kiosk.screen() == KioskModel::Person);
    CHECK(found.kiosk.named());
    CHECK(found.kiosk.visit().presence.seen == kiosk::IdentitySeen::IdCard);
}

TEST_CASE("after the right answer the keys go on with the next question", "[ui]") {
    Found found;
    auto &window = found.stage.window();
    found.stage.settle();
    std::ignore = found.stage.grab("presence-asks");
    REQUIRE(found.stage.find("traitInput") != nullptr);
    CHECK(found.stage.find("traitInput")->hasActiveFocus());
    // Half a name proves little: it is refused, and the field says that the whole is asked for.
    CHECK(found.presence.traitHint().contains(QStringLiteral("entier")));
    for (const std::string_view answer : {"alb", "albi"}) {
        for (const char key : answer) {
            QTest::keyClick(&window, key);
        }
        QTest::keyClick(&window, Qt::Key_Return);
        found.answered(found.presence);
        found.stage.settle();
        CHECK(found.presence.asksTrait() == (answer == "alb"));
    }
    std::ignore = found.stage.grab("presence-matches");
    REQUIRE(window.activeFocusItem() != nullptr);
    CHECK(window.activeFocusItem()->objectName() == QStringLiteral("who0"));
    CHECK(window.activeFocusItem()->isVisible());
    REQUIRE(found.stage.find("traitMatch") != nullptr);
    CHECK(found.stage.find("traitMatch")->property("text").toString() == found.presence.traitMatch());
}

TEST_CASE("somebody who acts for the person is named, and another title asks anew for what it needs", "[ui]") {
    Found found;
    auto &presence = found.presence;
    found.say("albi");
    presence.chooseSeen(1);
    presence.chooseWho(1); // a parent
    CHECK(presence.asksName());
    CHECK(presence.missing() == QStringLiteral("Saisir qui est là"));
    // The person is of age: their parent acts no longer, and is told before anything else is asked.
    CHECK(presence.possible().startsWith(QStringLiteral("À partir de dix-huit ans")));
    CHECK(presence.sheets()->count() == 2); // why, with a blank mandate; and what to come back with
    presence.confirm();
    CHECK(found.kiosk.screen() == KioskModel::Presence);
    presence.setName(QStringLiteral("  Hélène Moulin  "));
    CHECK(presence.name() == QStringLiteral("Hélène Moulin"));
    CHECK(presence.missing() == QString());
    presence.chooseWho(5); // with a mandate
    CHECK(presence.possible() == QString());
    CHECK(presence.mandate() != QString());
    CHECK(!presence.mandateSeen());
    presence.toggleMandate();
    CHECK(presence.mandateSeen());
    presence.chooseWho(6); // an heir: what was seen for the mandate does not count
    CHECK(!presence.mandateSeen());
    presence.chooseWho(0);
    CHECK(!presence.asksName());
    CHECK(presence.name() == QString());
    presence.chooseWho(99);
    presence.chooseSeen(-1);
    CHECK(presence.missing() == QString());
}

TEST_CASE("with nothing shown nothing is disclosed, and requests are still received", "[ui]") {
    Found found;
    auto &presence = found.presence;
    found.say("albi");
    const bool bearer = GENERATE(false, true);
    CAPTURE(bearer);
    if (bearer) { // brings a paper, and learns nothing
        presence.chooseWho(7);
        presence.setName(QStringLiteral("Noé Essai"));
        presence.chooseSeen(0);
    } else {
        presence.chooseSeen(6);
    }
    CHECK(presence.possible() != QString());
    presence.confirm();
    found.answered(*found.kiosk.person());
    REQUIRE(found.kiosk.screen() == KioskModel::Person);
    CHECK(found.kiosk.person()->notice() != QString());
    found.stage.settle();
    CHECK(found.stage.find("category0") == nullptr);
    CHECK(found.stage.find("optOuts") != nullptr);
    CHECK(found.stage.find("requests") != nullptr);
    found.kiosk.openDocuments(1);
    found.answered(*found.kiosk.documents());
    found.kiosk.documents()->answerTitles(true);
    found.answered(*found.kiosk.documents());
    CHECK(found.kiosk.documents()->rows()->at(0, "title").toString() == QString());
    found.kiosk.documents()->printOne(0);
    found.answered(*found.kiosk.documents());
    CHECK(found.printer.sent() == 0);
}

TEST_CASE("a second person is asked everything anew", "[ui]") {
    Found found;
    found.say("albi");
    found.presence.chooseWho(1);
    found.presence.setName(QStringLiteral("Hélène Moulin"));
    found.presence.chooseSeen(0);
    found.kiosk.wipeVisit();
    found.kiosk.nextPerson();
    CHECK(found.presence.title() == QString());
    CHECK(found.presence.name() == QString());
    CHECK(!found.presence.asksName());
    CHECK(found.presence.missing() == QStringLiteral("Choisir ce qui a été présenté"));
}

} // namespace guichet::test
