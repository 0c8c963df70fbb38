// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the counter.
#include "kiosk/counter/day.h"

#include "base/text.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <set>

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
    auto &desk = fixture.as(GENERATE(Role::Agent, Role::Supervisor), "A01");
    (void)must(handReceipts(desk, 10, printing::Layout::Standard));
    const auto items = must(openingItems(desk));
    for (const DayItem &one : items) {
        CAPTURE(one.what, one.words);
        CHECK(one.state == State::Good);
        CHECK(one.count == (one.what == "hand-receipts" ? 10 : 0));
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
    (void)must(
        daySheet(desk, papers::DaySheet::Opening, {}, printing::Layout::Standard)); // the register's newest entry
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

TEST_CASE("a slip that has not left by the next working day is wrong, and what is registered is followed", "[day]") {
    test::ActFixture fixture; // a Tuesday
    auto &desk = fixture.as(Role::Agent, "A01");
    OptoutWish wish;
    wish.person = fixture.person;
    wish.scopes = {"ens-refusal"}; // two acts
    wish.presence.seen = IdentitySeen::IdCard;
    (void)must(registerOptout(desk, wish, {}, {}));
    CHECK(item(must(closingItems(desk)), "to-send").count == 2);
    CHECK(item(must(closingItems(desk)), "signed").count == 2);
    CHECK(item(must(closingItems(desk)), "register").count == static_cast<int>(fixture.entriesWritten()));
    (void)must(makeSlip(desk, {}));
    CHECK(item(must(closingItems(desk)), "to-send").count == 0);
    CHECK(item(must(closingItems(desk)), "unposted").count == 1);
    CHECK(item(must(closingItems(desk)), "unposted").state == State::Look);
    fixture.onDay("2026-11-25");
    CHECK(item(must(closingItems(desk)), "unposted").state == State::Wrong);
    CHECK(item(must(closingItems(desk)), "signed").count == 0);
    CHECK(must(closingItems(desk)).front().state == State::Wrong);
    CHECK(weekItems(desk).error().code == ErrorCode::NotAllowed);

    auto &supervisor = fixture.as(Role::Supervisor, "S01");
    CHECK(item(must(weekItems(supervisor)), "unposted").state == State::Wrong);
    CHECK(item(must(weekItems(supervisor)), "waiting").count == 0);
    CHECK(item(must(weekItems(supervisor)), "late").count == 0);
    fixture.onDay("2026-12-20"); // an answer is promised for the 24th
    CHECK(item(must(weekItems(supervisor)), "soon").count == 2);
    fixture.onDay("2026-12-26");
    CHECK(item(must(weekItems(supervisor)), "soon").count == 0);
    CHECK(item(must(weekItems(supervisor)), "late").count == 2);
    CHECK(item(must(weekItems(supervisor)), "late").state == State::Wrong);
}

TEST_CASE("a request that misses something is followed until its day, and after what silence decides", "[day]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    RequestWish wish;
    wish.person = fixture.person;
    wish.form = "s3720"; // silence is a refusal, from the day it was received
    wish.answers = "{}";
    wish.presence.seen = IdentitySeen::IdCard;
    const FiledRequest filed = must(fileRequest(desk, wish, {}, {}));
    REQUIRE(filed.act.completeBy);
    auto &supervisor = fixture.as(Role::Supervisor, "S01");
    CHECK(item(must(weekItems(supervisor)), "incomplete").count == 1);
    CHECK(item(must(weekItems(supervisor)), "incomplete").state == State::Look);
    fixture.onDay(formatDate(addDays(*filed.act.completeBy, 1)));
    CHECK(item(must(weekItems(supervisor)), "incomplete").state == State::Wrong);
}

TEST_CASE("behind an item that counts acts are as many, and nobody sees more than the item", "[day]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    Presence shown;
    shown.seen = IdentitySeen::IdCard;
    (void)must(registerOptout(
        desk, {.person = fixture.person, .scopes = {"ens-refusal"}, .details = {}, .presence = shown}, {}, {}));
    (void)must(fileRequest(
        desk, {.person = fixture.person, .form = "s3705", .answers = "{}", .pieces = {}, .presence = shown}, {}, {}));
    const auto later = GENERATE(0h, 24h * 10, 24h * 100);
    fixture.clock.advance(later);
    auto &supervisor = fixture.as(Role::Supervisor, "S01");
    std::size_t counted = 0;
    for (const auto sheet : {papers::DaySheet::Opening, papers::DaySheet::Closing, papers::DaySheet::Week}) {
        for (const DayItem &one : must(dayItems(supervisor, sheet))) {
            CAPTURE(one.what);
            if (!countsActs(one.what)) {
                CHECK(dayActs(supervisor, one.what).error().code == ErrorCode::BadValue);
                continue;
            }
            const auto acts = must(dayActs(supervisor, one.what));
            if (one.what != "unposted") { // that counts slips
                CHECK(static_cast<int>(acts.size()) == one.count);
            }
            counted += acts.size();
        }
    }
    CHECK(counted > 0);
    (void)must(makeSlip(desk, {}));
    CHECK(must(dayActs(supervisor, "unposted")).size() == 2);
    CHECK(must(dayActs(supervisor, "to-send")).empty());
    auto &agent = fixture.as(Role::Agent, "A01");
    CHECK(dayActs(agent, "late").error().code == ErrorCode::NotAllowed);
    CHECK(dayActs(agent, "due").has_value());
    CHECK(dayActs(fixture.as(Role::Admin, "D01"), "due").error().code == ErrorCode::NotAllowed);
}

TEST_CASE("each sheet of the day is one page, says all of it, speaks of nobody, and is journaled", "[day]") {
    struct Case {
        papers::DaySheet sheet;
        Result<std::vector<DayItem>> (*look)(Desk &desk);
        Role role;
        const char *fr;
        const char *en;
        const char *kind;
    };
    const Case one = GENERATE(Case{papers::DaySheet::Opening, openingItems, Role::Agent, "Feuille d’ouverture",
                                   "Opening sheet", "day.opened"},
                              Case{papers::DaySheet::Closing, closingItems, Role::Agent, "Feuille de fermeture",
                                   "Closing sheet", "day.closed"},
                              Case{papers::DaySheet::Week, weekItems, Role::Supervisor, "À suivre cette semaine",
                                   "To be followed this week", "day.followed"});
    test::ActFixture fixture;
    auto &desk = fixture.as(one.role, "A01");
    const auto language = GENERATE(as<std::string>(), "fr", "en");
    desk.language = language;
    must(storage::inTransaction(fixture.store.database(), [&]() -> Result<void> {
        (void)fixture.store.drafts().add("optout", fixture.person, "{}", "A01", fixture.clock.now(),
                                         fixture.clock.now() + 1h, fixture.random);
        return {};
    }));
    const auto items = must(one.look(desk));
    const auto before = fixture.entriesWritten();
    const MadePaper sheet = must(daySheet(desk, one.sheet, items, printing::Layout::Standard));
    CHECK(sheet.pages == 1);
    const std::string text = test::onOneLine(replaceAll(test::pdfText(sheet.pdf), "\u00a0", " "));
    CHECK(text.find(language == "fr" ? one.fr : one.en) != std::string::npos);
    for (const DayItem &item : items) {
        INFO(item.words);
        CHECK(text.find(test::onOneLine(replaceAll(item.words, "\u00a0", " ")).substr(0, 20)) != std::string::npos);
    }
    for (const char *nobody : {"PAT-TROIS", "DOMINIQUE", "279035121518989"}) {
        CHECK(text.find(nobody) == std::string::npos);
    }
    CHECK(fixture.entriesWritten() == before + 1);
    const auto log = fixture.entries.current();
    const auto entry = must(fixture.entries.get({log.origin, log.size - 1}));
    CHECK(entry.leafBytes.find(one.kind) != std::string::npos);
    REQUIRE(entry.payload);
    CHECK(entry.payload->details.find(items.front().what) != std::string::npos);
}

TEST_CASE("receipts to be written by hand have every mention or room for it, and a number each", "[day]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    const NumberedPapers kit = must(handReceipts(desk, 3, layout));
    CHECK(std::set(kit.numbers.begin(), kit.numbers.end()).size() == 3);
    if (layout == printing::Layout::Standard) {
        CHECK(kit.paper.pages == 4); // what to do comes first
    }
    const std::string text = test::onOneLine(replaceAll(test::pdfText(kit.paper.pdf), "\u00a0", " "));
    for (const std::string &number : kit.numbers) {
        CHECK(text.find(number) != std::string::npos);
    }
    for (const char *part : {"Reçue le", "Si personne ne répond", "vaut acceptation", "vaut refus", "Ce qui manque",
                             "Service des droits", "05 00 00 00 01", "commission de recours amiable", "Agent (code)",
                             "Panne ou coupure de courant", "le jour du dépôt"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    // It is keyed in under its number, with the day that was written on it.
    RequestWish wish;
    wish.person = fixture.person;
    wish.form = "s3704";
    wish.answers = R"({"physician-name":"Dr Exemple","physician-signed":true})";
    const SigningNote note{Signed::Signature, {}, must(parseDate("2026-11-20")), kit.numbers.front()};
    const FiledRequest filed = must(fileRequest(desk, wish, note, {}));
    CHECK(filed.act.paperNumber == kit.numbers.front());
    CHECK(filed.act.received == must(parseDate("2026-11-20")));
    CHECK(fileRequest(desk, wish, note, {}).error().code == ErrorCode::PaperNumberUsed);
    CHECK(handReceipts(desk, 0, layout).error().code == ErrorCode::BadValue);
    CHECK(handReceipts(desk, 51, layout).error().code == ErrorCode::BadValue);
    CHECK(handReceipts(fixture.as(Role::Admin, "D01"), 1, layout).error().code == ErrorCode::NotAllowed);
    fixture.unset("service-phone");
    CHECK(handReceipts(fixture.as(Role::Agent, "A01"), 1, layout).error().code == ErrorCode::MentionMissing);
}

TEST_CASE("receipts left to be written by hand are counted at opening, and few are to be looked at", "[day]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    const auto left = [&] { return item(must(openingItems(desk)), "hand-receipts"); };
    CHECK(left().count == 0);
    CHECK(left().state == State::Look);
    const NumberedPapers kit = must(handReceipts(desk, 11, printing::Layout::Standard));
    CHECK(left().count == 11);
    CHECK(left().state == State::Good);
    OptoutWish wish;
    wish.person = fixture.person;
    wish.scopes = {"ens-closure"};
    (void)must(registerOptout(desk, wish, {Signed::Signature, {}, {}, kit.numbers[0]}, {}));
    CHECK(left().count == 10);
    CHECK(left().state == State::Good);
    // One was handed out in place of a receipt that did not come out.
    must(journalAlone(desk,
                      {.kind = "paper.replaced", .person = {}, .by = {}, .details = {{"number", kit.numbers[1]}}}));
    CHECK(left().count == 9);
    CHECK(left().state == State::Look);
    CHECK(left().words.find("day kit") != std::string::npos);
    (void)must(handReceipts(desk, 1, printing::Layout::Standard));
    CHECK(left().count == 10);
}
