// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records.h"

#include "storage/migrations.h"
#include "storage/people.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_predicate.hpp>

using namespace guichet;
using namespace guichet::storage;
using document::Category;
using document::Warning;
using test::must;
using namespace std::chrono_literals;

namespace {

struct RecordsFixture {
    Database database = Database::memory();
    Instant now = must(parseInstant("2026-11-24T08:15:30.123Z"));
    SeededRandom random{3};
    People people{database, StoreKind::Demo, "A1"};
    Records records{database, "A1"};
    std::string anne;
    std::string zoe;

    RecordsFixture() {
        must(migrate(database));
        anne = add("MARTIN");
        zoe = add("DURAND");
    }
    std::string add(std::string name) {
        Traits traits;
        traits.birthName = std::move(name);
        traits.givenNames = "Camille";
        traits.born = {1950, 1, 1};
        return must(people.add(traits, std::nullopt, now,
                               CivilDate{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}},
                               random));
    }
    [[nodiscard]] Record header(const std::string &person, std::string_view bytes) const {
        Record record;
        record.person = person;
        record.category = Category::Result;
        record.title = "Compte rendu";
        record.date = "2026-10-01";
        record.mediaType = "text/xml";
        record.sourceSha256 = sha256(bytes);
        return record;
    }
    RecordInserted insert(const std::string &person, std::string_view bytes, std::string setId = "",
                          std::optional<std::int64_t> version = {}, bool doubtful = false) {
        Record record = header(person, bytes);
        record.setId = std::move(setId);
        record.version = version;
        return records.insert(record, asBytes(bytes), {}, doubtful, now, random);
    }
    RecordState state(const std::string &id) { return must(records.get(id)).state; }
    std::vector<std::string> titles(const RecordFilter &filter) {
        std::vector<std::string> titles;
        for (const Record &record : records.list(filter)) {
            titles.push_back(record.title);
        }
        return titles;
    }
};

} // namespace

TEST_CASE("a record comes back as it went in, header and bytes", "[records]") {
    RecordsFixture fixture;
    const std::string bytes = "<ClinicalDocument>" + std::string(100000, 'x') + "é</ClinicalDocument>";
    Record record = fixture.header(fixture.anne, bytes);
    record.category = Category::Hospital;
    record.code = "34133-9";
    record.codeSystem = "2.16.840.1.113883.6.1";
    record.author = "Dr Lenoir";
    record.organisation = "Hôpital d’essai";
    record.setId = "1.2.3^4";
    record.version = 3;
    record.visibility = {true, false, true};
    record.warnings = {Warning::WrongKey, Warning::NoDate};
    record.pages = 4;
    record.keepUntil = fixture.now + 24h;
    const RecordInserted inserted =
        fixture.records.insert(record, asBytes(bytes), {}, false, fixture.now, fixture.random);
    CHECK_FALSE(inserted.replaced);
    record.id = inserted.id;
    record.sizeBytes = bytes.size();
    record.station = "A1";
    record.importedAt = fixture.now;
    record.entry = record.person;
    CHECK(must(fixture.records.get(inserted.id)) == record);
    CHECK(fixture.records.findSame(sha256(bytes), {}) == record);
    CHECK(asText(must(fixture.records.bytes(inserted.id))) == bytes);
    auto kept = fixture.database.prepare("SELECT length(zstd) FROM record_bytes");
    REQUIRE(kept.step());
    CHECK(kept.number(0) < 1000);
}

TEST_CASE("empty and incompressible documents come back to the byte", "[records]") {
    RecordsFixture fixture;
    Bytes noise(70000);
    fixture.random.fill(noise);
    for (const std::string_view bytes : {std::string_view(), asText(noise)}) {
        const RecordInserted inserted = fixture.insert(fixture.anne, bytes);
        CHECK(asText(must(fixture.records.bytes(inserted.id))) == bytes);
    }
}

TEST_CASE("the same bytes are found, and never kept twice of one person", "[records]") {
    RecordsFixture fixture;
    CHECK_FALSE(fixture.records.findSame(sha256("one"), {}));
    const RecordInserted first = fixture.insert(fixture.anne, "one");
    const auto there = fixture.records.findSame(sha256("one"), {});
    REQUIRE(there);
    CHECK(there->id == first.id);
    CHECK(there->person == fixture.anne);
    const auto again = [&]() -> Result<void> {
        (void)fixture.insert(fixture.anne, "one");
        return {};
    };
    CHECK_THROWS_MATCHES(
        inTransaction(fixture.database, again), DatabaseError,
        Catch::Matchers::Predicate<DatabaseError>([](const auto &error) { return error.isConstraint(); }));
    CHECK(fixture.records.count() == 1);
    CHECK(asText(must(fixture.records.bytes(first.id))) == "one");
}

TEST_CASE("a document with a description may be several people's, and each has their own", "[records]") {
    RecordsFixture fixture;
    const auto insert = [&](const std::string &person, std::string_view said) {
        return fixture.records
            .insert(fixture.header(person, "leaflet"), asBytes("leaflet"), asBytes(said), false, fixture.now,
                    fixture.random)
            .id;
    };
    const std::string hers = insert(fixture.anne, "{1}");
    const std::string others = insert(fixture.zoe, "{2}");
    CHECK(fixture.records.findSame(sha256("leaflet"), asBytes("{2}"))->id == others);
    CHECK_FALSE(fixture.records.findSame(sha256("leaflet"), asBytes("{3}")));
    CHECK_FALSE(fixture.records.findSame(sha256("leaflet"), {}));
    CHECK(fixture.records.findBytes(sha256("leaflet"), fixture.anne)->id == hers);
    CHECK(asText(must(fixture.records.description(hers))) == "{1}");
    CHECK(must(fixture.records.description(fixture.insert(fixture.anne, "own").id)).empty());
    must(fixture.records.remove(hers));
    CHECK(fixture.records.description(hers).error().code == ErrorCode::Nothing);
    auto left = fixture.database.prepare("SELECT count(*) FROM record_description");
    REQUIRE(left.step());
    CHECK(left.number(0) == 1);
}

TEST_CASE("a newer version of which it is not sure whose it is leaves the older one where it was", "[records]") {
    RecordsFixture fixture;
    const std::string first = fixture.insert(fixture.anne, "one", "set", 1).id;
    const RecordInserted second = fixture.insert(fixture.anne, "two", "set", 2, true);
    CHECK(second.state == RecordState::Doubtful);
    CHECK_FALSE(second.replaced);
    CHECK(fixture.state(first) == RecordState::Current);
}

TEST_CASE("marks of visibility are added to a record, and none is taken away", "[records]") {
    RecordsFixture fixture;
    const std::string id = fixture.insert(fixture.anne, "one").id;
    CHECK(must(fixture.records.addMarks(id, {.hiddenFromPerson = true})));
    CHECK_FALSE(must(fixture.records.addMarks(id, {})));
    CHECK_FALSE(must(fixture.records.addMarks(id, {.hiddenFromPerson = true})));
    CHECK(must(fixture.records.addMarks(id, {.hiddenFromRepresentatives = true})));
    CHECK(must(fixture.records.get(id)).visibility.names() ==
          std::vector<std::string>{"hidden-from-person", "hidden-from-representatives"});
}

TEST_CASE("a higher version of the same person's document replaces the lower ones", "[records]") {
    RecordsFixture fixture;
    const auto first = fixture.insert(fixture.anne, "v1", "set", 1);
    const auto second = fixture.insert(fixture.anne, "v2", "set", 2);
    CHECK(second.replaced);
    CHECK(second.state == RecordState::Current);
    CHECK(fixture.state(first.id) == RecordState::Superseded);
    const auto fourth = fixture.insert(fixture.anne, "v4", "set", 4);
    CHECK(fourth.replaced);
    CHECK(fixture.state(second.id) == RecordState::Superseded);

    SECTION("an older one that comes late is taken, and marked") {
        const auto late = fixture.insert(fixture.anne, "v3", "set", 3);
        CHECK_FALSE(late.replaced);
        CHECK(late.state == RecordState::Superseded);
        CHECK(fixture.state(fourth.id) == RecordState::Current);
    }
    SECTION("the same version with other bytes is taken, and marked") {
        const auto same = fixture.insert(fixture.anne, "v4 again", "set", 4);
        CHECK_FALSE(same.replaced);
        CHECK(same.state == RecordState::SameVersion);
        CHECK(fixture.state(fourth.id) == RecordState::Current);
        const auto fifth = fixture.insert(fixture.anne, "v5", "set", 5);
        CHECK(fifth.replaced);
        CHECK(fixture.state(same.id) == RecordState::Superseded);
    }
    SECTION("somebody else's document of the same number is another document") {
        const auto other = fixture.insert(fixture.zoe, "z9", "set", 9);
        CHECK_FALSE(other.replaced);
        CHECK(fixture.state(fourth.id) == RecordState::Current);
    }
    SECTION("another document is another document") {
        CHECK_FALSE(fixture.insert(fixture.anne, "w9", "other", 9).replaced);
        CHECK_FALSE(fixture.insert(fixture.anne, "n9", "", 9).replaced);
        CHECK(fixture.state(fourth.id) == RecordState::Current);
    }
}

TEST_CASE("a version that is not written counts as the first", "[records]") {
    RecordsFixture fixture;
    const auto first = fixture.insert(fixture.anne, "a", "set");
    CHECK(fixture.insert(fixture.anne, "b", "set").state == RecordState::SameVersion);
    CHECK(fixture.insert(fixture.anne, "c", "set", 1).state == RecordState::SameVersion);
    CHECK(fixture.insert(fixture.anne, "d", "set", 2).replaced);
    CHECK(fixture.state(first.id) == RecordState::Superseded);
}

TEST_CASE("what came in under several entries of a person is theirs, and nobody's when they are two", "[records]") {
    RecordsFixture fixture;
    const auto old = fixture.insert(fixture.anne, "v1", "1.2^3", 1).id;
    const auto current = fixture.insert(fixture.zoe, "v2", "1.2^3", 2).id;
    const auto alone = fixture.insert(fixture.zoe, "other").id;
    const auto leaflet = fixture.insert(fixture.anne, "leaflet").id;
    const auto copy = fixture.insert(fixture.zoe, "leaflet").id;
    CHECK(must(fixture.records.addMarks(copy, {.hiddenFromPerson = true})));
    std::ignore = must(fixture.people.merge(fixture.anne, fixture.zoe, fixture.now, fixture.random));
    fixture.records.settle(fixture.anne);
    const auto ids = [&](const std::string &person, bool selectable = false) {
        std::set<std::string> found;
        for (const Record &record : fixture.records.list({.person = person, .onlySelectable = selectable})) {
            CHECK(record.person == fixture.anne);
            found.insert(record.id);
        }
        return found;
    };
    CHECK(ids(fixture.anne) == std::set{old, current, alone, leaflet});
    CHECK(ids(fixture.zoe) == ids(fixture.anne));
    CHECK(ids(fixture.anne, true) == std::set{current, alone, leaflet});
    CHECK(fixture.records.counts(fixture.anne).at(Category::Result) == 3);
    CHECK(fixture.state(old) == RecordState::Superseded);
    // What one copy hides, the other does not show.
    CHECK(must(fixture.records.get(leaflet)).visibility.hiddenFromPerson);
    CHECK(fixture.records.findBytes(sha256("other"), fixture.zoe)->id == alone);
    CHECK_FALSE(fixture.records.findBytes(sha256("other"), fixture.anne));
    // Of two copies the one that is in no doubt.
    std::ignore = must(fixture.records.doubt(leaflet));
    CHECK(ids(fixture.anne, true) == std::set{current, alone, copy});
    std::ignore = must(fixture.records.give(leaflet, fixture.anne));

    // What a copy is marked with is its own, also where the other has that mark.
    CHECK(must(fixture.records.addMarks(leaflet, {.hiddenFromRepresentatives = true})));
    CHECK(must(fixture.records.addMarks(copy, {.hiddenFromRepresentatives = true})));
    CHECK_FALSE(must(fixture.records.addMarks(copy, {.hiddenFromPerson = true})));

    std::ignore = must(fixture.people.unmerge(fixture.zoe, fixture.now));
    fixture.records.settle(fixture.anne);
    fixture.records.settle(fixture.zoe);
    CHECK(ids(fixture.anne) == std::set{old, leaflet});
    CHECK(fixture.state(old) == RecordState::Current);
    CHECK_FALSE(must(fixture.records.get(leaflet)).visibility.hiddenFromPerson); // the mark was the copy's
    CHECK(must(fixture.records.get(current)).person == fixture.zoe);
    CHECK(fixture.records.list({.person = fixture.zoe}).size() == 3);
}

TEST_CASE("a record in doubt replaces nothing until it is said whose it is", "[records]") {
    RecordsFixture fixture;
    const auto old = fixture.insert(fixture.anne, "v1", "1.2^3", 1).id;
    const auto doubtful = fixture.insert(fixture.anne, "v2", "1.2^3", 2, true);
    CHECK_FALSE(doubtful.replaced);
    CHECK(fixture.state(old) == RecordState::Current);
    REQUIRE(fixture.records.inDoubt().size() == 1);
    SECTION("it is theirs") {
        CHECK(must(fixture.records.give(doubtful.id, fixture.anne)).state == RecordState::Current);
        CHECK(fixture.state(old) == RecordState::Superseded);
        CHECK(fixture.records.give(doubtful.id, fixture.anne).error().code == ErrorCode::AlreadyDone);
        std::ignore = must(fixture.records.doubt(doubtful.id));
        CHECK(fixture.state(old) == RecordState::Current);
    }
    SECTION("it is somebody else's") {
        CHECK(must(fixture.records.give(doubtful.id, fixture.zoe)).person == fixture.zoe);
        CHECK(fixture.state(doubtful.id) == RecordState::Current);
        CHECK(fixture.state(old) == RecordState::Current);
        // Where the same bytes are, the two become one.
        std::ignore = fixture.insert(fixture.anne, "v2", "1.2^3", 2, true);
        CHECK(must(fixture.records.give(fixture.records.inDoubt().front().id, fixture.zoe)).id == doubtful.id);
        CHECK(fixture.records.inDoubt().empty());
        CHECK(fixture.records.count() == 2);
    }
    CHECK(fixture.records.give("nothing", fixture.anne).error().code == ErrorCode::Nothing);
    CHECK(fixture.records.give(old, "nobody").error().code == ErrorCode::Nobody);
}

TEST_CASE("what is doubtful or superseded is listed, but not selected by itself", "[records]") {
    RecordsFixture fixture;
    (void)fixture.insert(fixture.anne, "v1", "set", 1);
    const auto current = fixture.insert(fixture.anne, "v2", "set", 2);
    const auto doubtful = fixture.insert(fixture.anne, "d", "", {}, true);
    CHECK(doubtful.state == RecordState::Doubtful);
    RecordFilter all;
    all.person = fixture.anne;
    CHECK(fixture.records.list(all).size() == 3);
    RecordFilter selectable = all;
    selectable.onlySelectable = true;
    const auto selected = fixture.records.list(selectable);
    REQUIRE(selected.size() == 1);
    CHECK(selected[0].id == current.id);
    CHECK(fixture.records.counts(fixture.anne) == std::map<Category, int>{{Category::Result, 1}});
    CHECK(fixture.records.counts(fixture.zoe).empty());
}

TEST_CASE("a list has the newest first and what has no date last, of one category when asked", "[records]") {
    RecordsFixture fixture;
    const auto add = [&](std::string title, std::string date, Category category) {
        Record record = fixture.header(fixture.anne, title);
        record.title = title;
        record.date = std::move(date);
        record.category = category;
        (void)fixture.records.insert(record, asBytes(title), {}, false, fixture.now, fixture.random);
    };
    add("old", "2020-01-01", Category::Result);
    add("none", "", Category::Result);
    add("new", "2026-01-01T10:00:00+01:00", Category::Prescription);
    add("mid", "2024-01-01", Category::Result);
    RecordFilter filter;
    filter.person = fixture.anne;
    CHECK(fixture.titles(filter) == std::vector<std::string>{"new", "mid", "old", "none"});
    filter.category = Category::Result;
    CHECK(fixture.titles(filter) == std::vector<std::string>{"mid", "old", "none"});
}

TEST_CASE("bytes that are not what they were are never given out", "[records]") {
    RecordsFixture fixture;
    const auto one = fixture.insert(fixture.anne, "one");
    const auto two = fixture.insert(fixture.anne, "two");
    SECTION("those of another record") {
        fixture.database.execute("UPDATE record_bytes SET zstd = (SELECT zstd FROM record_bytes WHERE record = (SELECT "
                                 "row FROM record WHERE id = '" +
                                 two.id + "'))");
    }
    SECTION("none") { fixture.database.execute("DELETE FROM record_bytes"); }
    SECTION("no zstd") { fixture.database.execute("UPDATE record_bytes SET zstd = x'00112233'"); }
    CHECK(fixture.records.bytes(one.id).error().code == ErrorCode::StoreDamaged);
}

TEST_CASE("records leave when their time is up", "[records]") {
    RecordsFixture fixture;
    const auto add = [&](const std::string &person, std::string_view bytes, std::optional<Instant> until) {
        Record record = fixture.header(person, bytes);
        record.keepUntil = until;
        return fixture.records.insert(record, asBytes(bytes), {}, false, fixture.now, fixture.random).id;
    };
    const auto visit = add(fixture.anne, "visit", std::nullopt);
    const auto soon = add(fixture.anne, "soon", fixture.now + 1h);
    const auto late = add(fixture.anne, "late", fixture.now + 48h);
    const auto other = add(fixture.zoe, "other", std::nullopt);
    CHECK(fixture.records.purge(fixture.now, std::nullopt) == 0);
    CHECK(fixture.records.purge(fixture.now + 1h, fixture.anne) == 2);
    CHECK(fixture.records.get(visit).error().code == ErrorCode::Nothing);
    CHECK(fixture.records.get(soon).error().code == ErrorCode::Nothing);
    CHECK(fixture.records.get(late));
    CHECK(fixture.records.get(other));
    must(fixture.records.remove(late));
    CHECK(fixture.records.remove(late).error().code == ErrorCode::Nothing);
    auto bytes = fixture.database.prepare("SELECT count(*) FROM record_bytes");
    REQUIRE(bytes.step());
    CHECK(bytes.number(0) == 1);
    CHECK_FALSE(fixture.insert(fixture.anne, "soon").replaced); // it may come again
}

TEST_CASE("a person who is purged takes their records along", "[records]") {
    RecordsFixture fixture;
    (void)fixture.insert(fixture.anne, "one");
    const auto other = fixture.insert(fixture.zoe, "two");
    must(fixture.people.purge(fixture.anne));
    CHECK(fixture.records.count() == 1);
    CHECK(asText(must(fixture.records.bytes(other.id))) == "two");
}

TEST_CASE("the pages of a record are noted once they are known", "[records]") {
    RecordsFixture fixture;
    const auto one = fixture.insert(fixture.anne, "one");
    CHECK_FALSE(must(fixture.records.get(one.id)).pages);
    must(fixture.records.setPages(one.id, 7));
    CHECK(must(fixture.records.get(one.id)).pages == 7);
    CHECK(fixture.records.setPages("none", 7).error().code == ErrorCode::Nothing);
}

TEST_CASE("a person's records are read by their index", "[records]") {
    RecordsFixture fixture;
    auto rows = fixture.database.prepare("EXPLAIN QUERY PLAN SELECT r.id FROM record r JOIN person p ON p.row = "
                                         "r.person WHERE p.id = ?1 AND (?2 IS NULL OR r.category = ?2)");
    std::string plan;
    while (rows.step()) {
        plan += rows.text(3) + "\n";
    }
    CHECK(plan.find("SCAN") == std::string::npos);
    CHECK(plan.find("record_person") != std::string::npos);
}
