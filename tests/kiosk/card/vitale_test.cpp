// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/card/vitale.h"

#include "tests/kiosk/card/told_card.h"
#include "tests/support/cda_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

using namespace guichet;
using namespace guichet::kiosk;
using namespace guichet::test;
using State = VitaleReading::State;

namespace {

Bytes atr(std::string_view hex) { return *fromHex(hex); }

const std::string kNir = CdaPerson().ins;

} // namespace

TEST_CASE("a card tells its generation, and a professional's is another one", "[card]") {
    for (const char *vitale :
         {"3b751300004309ea9000", "3b751300004409ea9000", "3b751300004609ea9000", "3f6525002209f99000",
          "3f6525002c09699000", "3f65250052096a9000", "3f652500a3096a9000"}) {
        INFO(vitale);
        CHECK(isVitale(atr(vitale)));
        CHECK_FALSE(isProfessional(atr(vitale)));
    }
    for (const char *other : {"3bac00402a001225006480000310009000", "3b6500002063cb6800", "3b", "3b751300004309ea90"}) {
        INFO(other);
        CHECK_FALSE(isVitale(atr(other)));
    }
    CHECK(isProfessional(atr("3bac00402a001225006480000310009000")));
    CHECK_FALSE(isVitale({}));
}

TEST_CASE("who is on a card is read, names and numbers by their place", "[card]") {
    ToldCard card;
    fill(card);
    card.t0 = GENERATE(false, true);
    card.most = GENERATE(std::size_t{256}, std::size_t{20}); // in pieces
    const VitaleReading reading = readVitale(card);
    CHECK(reading.state == State::Read);
    CHECK(reading.people ==
          std::vector<CardPerson>{{"MOULIN", "ODILE", "1941-04-03", kNir}, {"SERRES", "ZOÉ", "2019-07-12", kNir}});
}

TEST_CASE("where names and numbers disagree in how many there are, no number is given", "[card]") {
    ToldCard card;
    fill(card);
    SECTION("fewer") { card.numbers = cardFile({{{0x93, kNir}}}); }
    SECTION("more") { card.numbers = cardFile({{{0x93, kNir}}, {{0x93, kNir}}, {{0x93, kNir}}}); }
    SECTION("none") { card.numbers.clear(); }
    SECTION("no application") { card.hasApplication = false; }
    const VitaleReading reading = readVitale(card);
    CHECK(reading.state == State::Read);
    REQUIRE(reading.people.size() == 2);
    CHECK(reading.people[0].nir.empty());
    CHECK(reading.people[1].nir.empty());
    CHECK(reading.people[0].surname == "MOULIN");
}

TEST_CASE("a blank place keeps its place, and nobody gets the number of another", "[card]") {
    ToldCard card;
    const std::string one = testNir(1, 60, 1, 3), two = testNir(2, 62, 1, 4);
    card.names = cardFile({{{0x80, "A"}}, {{0x80, ""}}, {{0x80, "C"}}});
    SECTION("as many numbers") {
        card.numbers = cardFile({{{0x93, kNir}}, {{0x93, one}}, {{0x93, two}}});
        const VitaleReading reading = readVitale(card);
        REQUIRE(reading.people.size() == 2);
        CHECK(reading.people[0].nir == kNir);
        CHECK(reading.people[1].nir == two);
    }
    SECTION("as many as there are names") {
        card.numbers = cardFile({{{0x93, kNir}}, {{0x93, one}}});
        CHECK(readVitale(card).people.back().nir.empty());
    }
}

TEST_CASE("a card without the files is another kind of card", "[card]") {
    ToldCard card;
    SECTION("no root") { card.hasRoot = false; }
    SECTION("no names") {}
    CHECK(readVitale(card).state == State::NotVitale);
}

TEST_CASE("a card that is taken out is unreadable wherever it was", "[card]") {
    ToldCard whole;
    fill(whole);
    REQUIRE(readVitale(whole).state == State::Read);
    const int commands = static_cast<int>(whole.said.size());
    for (int after = 0; after < commands; ++after) {
        INFO(after);
        ToldCard card;
        fill(card);
        card.goneAfter = after;
        const VitaleReading reading = readVitale(card);
        CHECK(reading.state == State::Unreadable);
        CHECK(reading.people.empty());
    }
}

TEST_CASE("what a card says is taken as it is known, and nothing more", "[card]") {
    const auto born = [](const std::string &text) {
        ToldCard card;
        card.names = cardFile({{{0x80, "A"}, {0x82, text}}});
        return readVitale(card).people.front().born;
    };
    CHECK(born("19410403") == "1941-04-03");
    CHECK(born("19410400") == "1941-04");
    CHECK(born("19410000") == "1941");
    CHECK(born("19412000") == "1941"); // a month that a number has where there was no register
    CHECK(born("1941") == "");
    CHECK(born("        ") == "");
    ToldCard card;
    card.names = cardFile({{{0x80, ""}, {0x81, ""}}});
    CHECK(readVitale(card).state == State::Unreadable); // nobody is named
}

TEST_CASE("a card that asks for ever, or says nonsense, ends", "[card]") {
    struct Endless final : CardChannel {
        Bytes says;
        int count = 0;
        std::optional<Bytes> transmit(ByteView) override {
            ++count;
            return says;
        }
    };
    Endless card;
    card.says = GENERATE(Bytes{0x61, 0x10}, Bytes{0x6C, 0x10}, Bytes{0x65, 0x90, 0x00},
                         Bytes{0x65, 0x84, 0xFF, 0xFF, 0x90, 0x00}, Bytes{0x90}, Bytes{}, Bytes{0x1F, 0x90, 0x00});
    CHECK(readVitale(card).state != State::Read);
    CHECK(card.count < 5000);
}

TEST_CASE("no bytes of a card make the reading fail", "[card]") {
    CHECK(rc::check([] {
        ToldCard card;
        fill(card);
        const auto change = [](Bytes &bytes) {
            for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
                bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
            }
        };
        change(card.names);
        change(card.numbers);
        card.t0 = *rc::gen::arbitrary<bool>();
        const VitaleReading reading = readVitale(card);
        RC_ASSERT((reading.state == State::Read) == !reading.people.empty());
    }));
}
