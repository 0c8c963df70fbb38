// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the counter.
#include "kiosk/counter/day.h"
#include "kiosk/counter/jobs.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::kiosk;
using namespace std::chrono_literals;
using storage::Role;
using test::must;

namespace {

using State = DayItem::State;

const DayItem &item(const std::vector<DayItem> &items, std::string_view what) {
    const auto found = std::ranges::find(items, what, &DayItem::what);
    REQUIRE(found != items.end());
    return *found;
}

} // namespace

TEST_CASE("a counter where nothing is left opens without a word to say", "[day]") {
    test::ActFixture fixture;
    const auto items = must(openingItems(fixture.as(GENERATE(Role::Agent, Role::Supervisor), "A01")));
    for (const DayItem &one : items) {
        CAPTURE(one.what, one.words);
        CHECK(one.state == State::Good);
        CHECK(one.count == 0);
        CHECK_FALSE(one.words.empty());
    }
    CHECK(item(items, "clock").words.find("24 novembre 2026, 09:15") != std::string::npos);
    CHECK(openingItems(fixture.as(Role::Admin, "D01")).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("what people wait for is counted, and what keeps the counter from serving well is wrong", "[day]") {
    test::ActFixture fixture(GENERATE(storage::StoreKind::Demo, storage::StoreKind::Live));
    auto &desk = fixture.as(Role::Agent, "A01");
    fixture.unset("agency-phone");
    must(storage::inTransaction(fixture.store.database(), [&]() -> Result<void> {
        for (int i = 0; i < 2; ++i) {
            (void)fixture.store.jobs().create({.what = "Reçu",
                                               .label = {},
                                               .printer = "accueil",
                                               .pages = 1,
                                               .visit = {},
                                               .person = fixture.person,
                                               .reference = {},
                                               .agent = "A01"},
                                              asBytes("%PDF-"), fixture.clock.now(), fixture.random);
        }
        (void)fixture.store.drafts().add("optout", fixture.person, "{}", "A01", fixture.clock.now(),
                                         fixture.clock.now() + 1h, fixture.random);
        return {};
    }));
    (void)must(openingSheet(desk, {}, printing::Layout::Standard)); // the register's newest entry
    fixture.clock.advance(-24h);
    const auto items = must(openingItems(desk));
    CHECK(item(items, "owed").count == 2);
    CHECK(item(items, "owed").state == State::Look);
    CHECK(item(items, "unsigned").count == 1);
    CHECK(item(items, "settings").state == State::Wrong);
    CHECK(item(items, "settings").count >= 1);
    CHECK(item(items, "clock").state == State::Wrong);
    CHECK(item(items, "printer").state ==
          (fixture.store.identity().kind == storage::StoreKind::Live ? State::Wrong : State::Good)); // none was chosen
}

TEST_CASE("the opening sheet is one page, says all of it, speaks of nobody, and is journaled", "[day]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    const auto language = GENERATE(as<std::string>(), "fr", "en");
    desk.language = language;
    fixture.unset("agency-phone");
    const auto items = must(openingItems(desk));
    const auto before = fixture.entriesWritten();
    const MadePaper sheet = must(openingSheet(desk, items, printing::Layout::Standard));
    CHECK(sheet.pages == 1);
    const std::string text = test::pdfText(sheet.pdf);
    CHECK(text.find(language == "fr" ? "Feuille d’ouverture" : "Opening sheet") != std::string::npos);
    CHECK(text.find(language == "fr" ? "À régler" : "To put right") != std::string::npos);
    for (const char *nobody : {"PAT-TROIS", "DOMINIQUE", "279035121518989"}) {
        CHECK(text.find(nobody) == std::string::npos);
    }
    CHECK(fixture.entriesWritten() == before + 1);
    const auto log = fixture.entries.current();
    const auto entry = must(fixture.entries.get({log.origin, log.size - 1}));
    CHECK(entry.leafBytes.find("day.opened") != std::string::npos);
    REQUIRE(entry.payload);
    CHECK(entry.payload->details.find("wrong 1") != std::string::npos); // the telephone number
}
