// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/backup.h"
#include "storage/check.h"
#include "tests/storage/store_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <map>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace guichet;
using namespace guichet::storage;
using test::must;

namespace {

/// Every table, index and trigger, by name, as it was written.
std::map<std::string, std::string> schemaOf(Database &database) {
    std::map<std::string, std::string> schema;
    auto row = database.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (row.step()) {
        schema[row.text(0)] = row.text(1);
    }
    return schema;
}

constexpr std::array kSteps{
    Migration{10, "one", "CREATE TABLE one (a INTEGER) STRICT; INSERT INTO one VALUES (1);"},
    Migration{20, "two", "CREATE TABLE two (b INTEGER) STRICT; INSERT INTO two SELECT a + 1 FROM one;"},
};

} // namespace

TEST_CASE("the migrations rise in steps of ten", "[migrations]") {
    int last = 0;
    for (const Migration &step : migrations()) {
        INFO(step.name);
        CHECK(step.number > last);
        CHECK(step.number % 10 == 0);
        last = step.number;
    }
    CHECK(schemaVersion() == last);
}

TEST_CASE("a store of any earlier version becomes the same as a new one", "[migrations]") {
    const int from = GENERATE(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    CAPTURE(from);
    Database fresh = Database::memory();
    must(migrate(fresh));
    Database old = Database::memory();
    must(migrate(old, migrations(), {}, from));
    CHECK(old.pragma("user_version") == from);
    if (from >= 10) {
        old.execute("INSERT INTO setting (key, value, changed_at) VALUES ('agency-name', 'Caisse', 1)");
    }
    must(migrate(old));
    CHECK(old.pragma("user_version") == schemaVersion());
    CHECK(schemaOf(old) == schemaOf(fresh));
    if (from >= 10) {
        auto row = old.prepare("SELECT value FROM setting");
        REQUIRE(row.step());
        CHECK(row.text(0) == "Caisse");
    }
}

TEST_CASE("a visit that an older version had noted can be gone on with", "[migrations]") {
    Database old = Database::memory();
    must(migrate(old, migrations(), {}, 60));
    old.execute("INSERT INTO draft (id, kind, content, agent, station, created_at, expires_at) VALUES "
                "('01JD0000000000000000000001', 'visit', '\"01V\"', 'A01', 'D1', 1, 2),"
                "('01JD0000000000000000000002', 'optout', '{\"by\":\"self\"}', 'A01', 'D1', 1, 2)");
    must(migrate(old));
    auto row = old.prepare("SELECT content, agent FROM draft ORDER BY id");
    REQUIRE(row.step());
    CHECK(row.text(0) == R"({"visit":"01V","presence":{"by":"self","mandate":false,"name":"","seen":"none"},)"
                         R"("language":"fr","place":{}})");
    CHECK(row.text(1) == "A01");
    REQUIRE(row.step());
    CHECK(row.text(0) == R"({"by":"self"})");
}

TEST_CASE("a record of an older version keeps its bytes when its table is made anew", "[migrations]") {
    Database old = Database::memory();
    old.execute("PRAGMA foreign_keys = ON");
    must(migrate(old, migrations(), {}, 100));
    old.execute("INSERT INTO person (row, id, birth_name, used_name, given_names, born, sex, birth_place, "
                "birth_place_code, nir, ins_root, address, language, physician, scheme, rank, phone, email, station, "
                "added_at, changed_at) VALUES (7, '01JD0000000000000000000007', 'SERRES', '', 'Marc', 0, 'M', '', '', "
                "'', '', '', '', '', '', NULL, '', '', 'D1', 1, 1)");
    old.execute("INSERT INTO record (row, id, person, category, code, code_system, title, date, author, organisation, "
                "media_type, source_sha256, size_bytes, set_id, version, visibility, state, doubtful, warnings, pages, "
                "station, imported_at, keep_until) VALUES (5, '01JD0000000000000000000005', 7, 'result', 'c', 's', "
                "'Titre', '2026-03-12', 'a', 'o', 'text/xml', zeroblob(32), 3, 'set', 2, 3, 'superseded', 1, 'no-ins', "
                "4, 'D1', 6, 8)");
    old.execute("INSERT INTO record_bytes (record, zstd) VALUES (5, x'010203')");
    must(migrate(old));
    auto row = old.prepare("SELECT r.id, r.person, r.title, r.version, r.visibility, r.state, r.doubtful, r.warnings, "
                           "r.pages, r.keep_until, b.zstd FROM record r JOIN record_bytes b ON b.record = r.row");
    REQUIRE(row.step());
    CHECK(row.text(0) == "01JD0000000000000000000005");
    CHECK(row.number(1) == 7);
    CHECK(row.text(2) == "Titre");
    CHECK(row.number(3) == 2);
    CHECK(row.number(4) == 3);
    CHECK(row.text(5) == "superseded");
    CHECK(row.number(6) == 1);
    CHECK(row.text(7) == "no-ins");
    CHECK(row.number(8) == 4);
    CHECK(row.number(9) == 8);
    CHECK(row.blob(10) == Bytes{1, 2, 3});
    CHECK(old.pragma("foreign_keys") == 1);
    old.execute("DELETE FROM record"); // and what refers to it goes with it again
    auto left = old.prepare("SELECT count(*) FROM record_bytes");
    REQUIRE(left.step());
    CHECK(left.number(0) == 0);
}

TEST_CASE("a step that leaves a row without what it refers to is undone", "[migrations]") {
    constexpr std::array broken{
        kSteps[0],
        Migration{20, "two",
                  "CREATE TABLE up (a INTEGER PRIMARY KEY) STRICT; CREATE TABLE down (b INTEGER REFERENCES "
                  "up (a)) STRICT; INSERT INTO down VALUES (1);"},
    };
    Database database = Database::memory();
    const auto result = migrate(database, broken, {}, 20);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::StoreDamaged);
    CHECK(database.pragma("user_version") == 10);
}

TEST_CASE("every table is strict", "[migrations]") {
    Database database = Database::memory();
    must(migrate(database));
    auto row =
        database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict "
                         "= 0 AND name NOT LIKE 'sqlite_%'");
    while (row.step()) {
        FAIL_CHECK(row.text(0));
    }
}

TEST_CASE("a newer store is refused and left as it is", "[migrations]") {
    Database database = Database::memory();
    must(migrate(database, kSteps, {}, 20));
    database.execute("PRAGMA user_version = 30");
    const auto result = migrate(database, kSteps, {}, 20);
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::StoreNewer, "30", {}});
    CHECK(database.pragma("user_version") == 30);
}

TEST_CASE("a step that fails leaves the one before it whole", "[migrations]") {
    constexpr std::array broken{
        kSteps[0],
        Migration{20, "two", "CREATE TABLE two (b INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"},
    };
    Database database = Database::memory();
    const auto result = migrate(database, broken, {}, 20);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::StoreDamaged);
    CHECK(database.pragma("user_version") == 10);
    CHECK(schemaOf(database).contains("one"));
    CHECK_FALSE(schemaOf(database).contains("two"));
    must(migrate(database, kSteps, {}, 20)); // and a mended step goes on from there
    CHECK(schemaOf(database).contains("two"));
}

TEST_CASE("a store that holds something is backed up once before it is migrated, a new one never", "[migrations]") {
    int backups = 0;
    const auto backUp = [&]() -> Result<void> {
        ++backups;
        return {};
    };
    Database database = Database::memory();
    must(migrate(database, std::span(kSteps).first(1), backUp, 10));
    CHECK(backups == 0);
    must(migrate(database, kSteps, backUp, 20));
    CHECK(backups == 1);
    must(migrate(database, kSteps, backUp, 20));
    CHECK(backups == 1);
}

TEST_CASE("without its backup a store is not migrated", "[migrations]") {
    Database database = Database::memory();
    must(migrate(database, kSteps, {}, 10));
    const auto result =
        migrate(database, kSteps, []() -> Result<void> { return fail(ErrorCode::DiskFull, "backup"); }, 20);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::DiskFull);
    CHECK(database.pragma("user_version") == 10);
}

namespace {

/// Makes the store what the version before left: its tables are as they were before the last step, those that this
/// step changed without their rows. Returns its number.
int makeOlder(Database &database) {
    const int last = migrations()[migrations().size() - 2].number;
    Database older = Database::memory();
    must(migrate(older, migrations(), {}, last));
    const auto kept = schemaOf(older);
    for (const auto &[name, sql] : schemaOf(database)) {
        if (sql.starts_with("CREATE VIEW")) {
            database.execute("DROP VIEW " + name);
        } else if (sql.starts_with("CREATE INDEX") && !kept.contains(name)) {
            database.execute("DROP INDEX " + name);
        }
    }
    for (const auto &[name, sql] : schemaOf(database)) {
        const auto before = kept.find(name);
        if (sql.starts_with("CREATE TABLE") && (before == kept.end() || before->second != sql)) {
            database.execute("DROP TABLE " + name);
        }
    }
    auto now = schemaOf(database);
    for (const auto *kind : {"CREATE TABLE", "CREATE "}) { // what stands on a table after it
        for (const auto &[name, sql] : kept) {
            if (sql.starts_with(kind) && now.emplace(name, sql).second) {
                database.execute(sql);
            }
        }
    }
    database.execute("PRAGMA user_version = " + std::to_string(last));
    return last;
}

} // namespace

TEST_CASE("opening an older store leaves a verified copy of it beside it", "[migrations]") {
    test::StoreFixture fixture;
    const int before = makeOlder(fixture.store.database());
    auto store = must(Store::open(fixture.path, "D01", test::kPin, fixture.clock));
    CHECK(store.database().pragma("user_version") == schemaVersion());
    CHECK(store.jobs().list({}).empty());
    const std::string backup = "guichet-before-migration-from-" + std::to_string(before) + ".db";
    REQUIRE(std::filesystem::exists(fixture.path / backup));
    CHECK(checkFolder(fixture.path).empty());
    CHECK(checkDatabase(store.database(), fixture.path / "guichet.db").empty());
}

TEST_CASE("several processes that open an older store migrate it once", "[migrations]") {
    test::StoreFixture fixture;
    (void)makeOlder(fixture.store.database());
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const SystemClock clock;
            auto store = Store::open(fixture.path, "D01", test::kPin, clock);
            ::_exit(store && store->database().pragma("user_version") == schemaVersion() ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    CHECK(fixture.store.jobs().list({}).empty());
}
