// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody is looked for by their Vitale card: where there is a reader, and never more than a way to find them.
#include "kiosk/counter/identify.h"
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/presence_model.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guichet::test {
namespace {

using ui::KioskModel;
using Card = kiosk::CardSight::State;

const kiosk::CardPerson kOdile{"MOULIN", "ODILE", "1941-04-03", CdaPerson().ins};

/// A visit that begins, with somebody in the store.
struct AtTheReader {
    Counter counter;
    ui::IdentifyModel &model = *counter.kiosk.identify();
    std::string person;

    AtTheReader() {
        counter.signIn();
        person = counter.import(dischargeLetter().build());
    }
    void begin() { counter.kiosk.nextPerson(); }
    void useCard() {
        begin();
        model.setByCard(true);
    }
    /// Until the screen says it.
    void until(const char *words) {
        counter.stage.until([&] { return model.cardWords().toStdString().find(words) != std::string::npos; });
    }
    bool bannerSays(const char *words) { return counter.kiosk.banner().toStdString().find(words) != std::string::npos; }
};

} // namespace

TEST_CASE("the card is offered where there is a reader, and what is in it is said", "[ui]") {
    AtTheReader at;
    at.begin();
    at.counter.stage.settleAll();
    CHECK(at.counter.stage.find(QStringLiteral("byCard")) == nullptr);
    at.counter.stage.readers().shows(Card::NoCard);
    at.begin();
    at.counter.stage.until([&] { return at.counter.stage.find(QStringLiteral("byCard")) != nullptr; });
    at.model.setByCard(true);
    at.until("Mettre la carte Vitale");
    CHECK(at.model.missing().toStdString() == "Mettre la carte");
    at.counter.stage.readers().shows(Card::NotVitale);
    at.until("Ce n’est pas une carte Vitale.");
    at.counter.stage.readers().shows(Card::Unreadable);
    at.until("n’a pas pu être lue");
    at.counter.stage.readers().shows(Card::NoReader);
    at.until("Aucun lecteur de carte");
    // And the visit goes on without.
    at.model.setByNumber(true);
    CHECK(at.model.cardWords().isEmpty());
    at.model.setNumber(QString::fromStdString(CdaPerson().ins));
    at.model.find();
    at.counter.answered(at.model);
    CHECK(at.counter.kiosk.screen() == KioskModel::Presence);
}

TEST_CASE("whom a card names is masked, found by one touch, and still asked who they are", "[ui]") {
    AtTheReader at;
    at.counter.stage.readers().shows(Card::Read, {kOdile});
    at.useCard();
    at.until("La carte dit qui elle nomme");
    REQUIRE(at.model.cardPeople()->count() == 1);
    const std::string shown = at.model.cardPeople()->at(0, "label").toString().toStdString() +
                              at.model.cardPeople()->at(0, "about").toString().toStdString();
    CHECK(shown.find("MOULIN") == std::string::npos);
    CHECK(shown.find(CdaPerson().ins) == std::string::npos);
    at.model.find();
    at.counter.answered(at.model);
    CHECK(at.counter.kiosk.screen() == KioskModel::Presence);
    CHECK_FALSE(at.counter.kiosk.named()); // nobody is served by a card alone
}

TEST_CASE("of several on one card the one who is chosen is found, whatever they share", "[ui]") {
    AtTheReader at;
    at.counter.stage.atDesk([](kiosk::Desk &desk) {
        storage::Traits child;
        child.birthName = "SERRES";
        child.givenNames = "Zoé";
        child.born = {2019, 7, 12};
        CHECK(kiosk::addPerson(desk, child, CdaPerson().ins).has_value());
    });
    const kiosk::CardPerson zoe{"SERRES", "ZOÉ", "2019-07-12", CdaPerson().ins};
    at.counter.stage.readers().shows(Card::Read, {kOdile, zoe});
    at.useCard();
    at.until("La carte dit qui elle nomme");
    CHECK(at.model.missing().toStdString() == "Choisir pour qui");
    const int row = GENERATE(0, 1);
    at.model.chooseOnCard(row);
    at.counter.answered(at.model);
    CHECK(at.counter.kiosk.screen() == KioskModel::Presence);
    const std::string whom = at.counter.kiosk.presence()->title().toStdString();
    CHECK(whom.find(row == 0 ? "O. " : "Z. ") != std::string::npos);
}

TEST_CASE("without its numbers a card finds by birth and letters, and whom nobody knows can be added", "[ui]") {
    AtTheReader at;
    kiosk::CardPerson person = kOdile;
    SECTION("known") {
        person.nir = GENERATE(as<std::string>(), "", "1234567890123");
        at.counter.stage.readers().shows(Card::Read, {person});
        at.useCard();
        at.until("La carte dit qui elle nomme");
        at.model.find();
        at.counter.answered(at.model);
        CHECK(at.counter.kiosk.screen() == KioskModel::Presence);
    }
    SECTION("unknown") {
        at.counter.stage.readers().shows(Card::Read, {{"DURAND", "JEAN", "1960-01-01", testNir(1, 60, 1, 5)}});
        at.useCard();
        at.until("La carte dit qui elle nomme");
        at.model.find();
        at.counter.answered(at.model);
        CHECK(at.model.nobody());
        CHECK(at.model.numberGiven().toStdString() == testNir(1, 60, 1, 5));
        CHECK(at.model.birthGiven().toStdString() == "1960-01-01");
        at.counter.kiosk.openAddPerson();
        CHECK(at.counter.kiosk.screen() == KioskModel::AddPerson);
    }
}

TEST_CASE("another card during the visit is said, the same one again is not, and the visit goes on", "[ui]") {
    AtTheReader at;
    at.counter.stage.readers().shows(Card::Read, {kOdile});
    at.useCard();
    at.until("La carte dit qui elle nomme");
    at.model.find();
    at.counter.answered(at.model);
    REQUIRE(at.counter.kiosk.screen() == KioskModel::Presence);
    at.counter.welcome(at.person);
    REQUIRE(at.counter.kiosk.named());
    at.counter.stage.readers().shows(Card::NoCard); // taken back, as it should be
    at.counter.stage.readers().shows(Card::Read, {kOdile});
    at.counter.stage.settleAll();
    at.counter.stage.settleAll();
    CHECK(at.counter.kiosk.banner().isEmpty());
    at.counter.stage.readers().shows(Card::Read, {{"DURAND", "JEAN", "1960-01-01", ""}});
    at.counter.stage.until([&] { return at.bannerSays("Une autre carte Vitale"); });
    const int forgotten = at.counter.stage.readers().forgotten();
    CHECK(at.counter.kiosk.named());
    at.counter.kiosk.dismissBanner();
    at.counter.stage.settleAll();
    at.counter.stage.settleAll();
    CHECK(at.counter.kiosk.banner().isEmpty()); // once
    at.counter.kiosk.wipeVisit();
    CHECK(at.model.cardPeople()->count() == 0);
    at.counter.stage.until([&] { return at.counter.stage.readers().forgotten() > forgotten; });
}

TEST_CASE("only who is surely the one on the card is chosen by itself", "[ui]") {
    AtTheReader at; // the mother is here, the child is not
    const kiosk::CardPerson zoe{"SERRES", "ZOÉ", "2019-07-12", CdaPerson().ins};
    at.counter.stage.readers().shows(Card::Read, {kOdile, zoe});
    at.useCard();
    at.until("La carte dit qui elle nomme");
    at.model.chooseOnCard(1);
    at.counter.answered(at.model);
    CHECK(at.counter.kiosk.screen() == KioskModel::Identify);
    CHECK(at.model.candidates()->count() == 1);
    CHECK(at.model.nobody()); // and the child can be added
    // Another card: what was found by the first is gone.
    at.counter.stage.readers().shows(Card::Read, {{"DURAND", "JEAN", "1960-01-01", ""}});
    at.counter.stage.until([&] { return at.model.candidates()->count() == 0; });
    CHECK_FALSE(at.model.nobody());
    CHECK(at.model.numberGiven().isEmpty());
    CHECK(at.counter.kiosk.banner().isEmpty());
}

TEST_CASE("a card that is still in from the visit before is not read for the next person", "[ui]") {
    AtTheReader at;
    at.counter.stage.readers().shows(Card::LeftBehind);
    at.useCard();
    at.until("La carte de la visite d’avant");
    CHECK(at.model.cardPeople()->count() == 0);
}

} // namespace guichet::test
