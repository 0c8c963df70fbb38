// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/check.h"

#include "base/files.h"
#include "storage/backup.h"
#include "tests/storage/store_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>

using namespace guichet;
using namespace guichet::storage;
using test::kPin;
using test::must;

namespace {

constexpr std::uintmax_t kPage = 4096;

/// A closed store with enough in it to have many pages.
struct ClosedStore {
    test::TemporaryFolder folder;
    FixedClock clock{must(parseInstant("2026-11-24T08:15:30.123Z"))};
    std::filesystem::path path = folder / "store";
    std::filesystem::path file = path / "guichet.db";

    ClosedStore() {
        SeededRandom random{7};
        NewStore wanted;
        wanted.folder = path;
        wanted.agency = "DEMO";
        wanted.station = "A1";
        wanted.admin = {"D01", "Dominique", Role::Admin, AgentState::Active};
        wanted.adminPin = kPin;
        auto created = must(Store::create(wanted, clock, random));
        std::vector<Person> people(400);
        for (std::size_t i = 0; i < people.size(); ++i) {
            people[i].traits.birthName = "NOM" + std::to_string(i);
            people[i].traits.givenNames = "Prenom";
            people[i].traits.born = {1950, 1, 1};
        }
        must(inTransaction(created.store.database(), [&]() -> Result<void> {
            created.store.people().addMany(people, clock.now(), random);
            Record record;
            record.person = people[0].id;
            record.title = "Compte rendu";
            record.sourceSha256 = sha256("document");
            (void)created.store.records().insert(record, asBytes("document"), {}, false, clock.now(), random);
            return {};
        }));
    }

    Store open() { return must(Store::open(path, "D01", kPin, clock)); }
    [[nodiscard]] std::uintmax_t pages() const { return std::filesystem::file_size(file) / kPage; }
    void flip(std::uintmax_t offset) const {
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekg(static_cast<std::streamoff>(offset));
        const char byte = static_cast<char>(stream.get() ^ 1);
        stream.seekp(static_cast<std::streamoff>(offset));
        stream.put(byte);
    }
    static std::vector<std::string> parts(const std::vector<Problem> &problems) {
        std::vector<std::string> parts;
        for (const Problem &problem : problems) {
            if (std::ranges::find(parts, problem.part) == parts.end()) {
                parts.push_back(problem.part);
            }
        }
        return parts;
    }
};

using Parts = std::vector<std::string>;

} // namespace

TEST_CASE("a whole store has no problem, open or closed", "[check]") {
    ClosedStore closed;
    CHECK(checkFolder(closed.path).empty());
    Store store = closed.open();
    CHECK(checkDatabase(store.database(), closed.file).empty());
    CHECK(checkFolder(closed.path).empty());
    must(store.people().purge(must(store.people().find({std::nullopt, "1950-01-01", "nom"})).front().person.id));
    CHECK(checkDatabase(store.database(), closed.file).empty());
}

TEST_CASE("one changed bit in any page is found", "[check]") {
    ClosedStore closed;
    const std::uintmax_t pages = closed.pages();
    REQUIRE(pages > 30);
    const std::uintmax_t page = GENERATE_COPY(1U, 2U, 7U, 20U, 29U);
    CAPTURE(page);
    closed.flip(page * kPage + 100);
    auto store = Store::open(closed.path, "D01", kPin, closed.clock);
    if (store) {
        const auto parts = ClosedStore::parts(checkDatabase(store->database(), closed.file));
        CHECK(std::ranges::find(parts, "pages") != parts.end());
    } else {
        CHECK(store.error().code == ErrorCode::StoreDamaged);
    }
}

TEST_CASE("pages that were cut off or added are found", "[check]") {
    ClosedStore closed;
    const std::uintmax_t length = std::filesystem::file_size(closed.file);
    SECTION("one page less") { std::filesystem::resize_file(closed.file, length - kPage); }
    SECTION("one page more") { std::filesystem::resize_file(closed.file, length + kPage); }
    auto store = Store::open(closed.path, "D01", kPin, closed.clock);
    if (store) {
        const auto parts = ClosedStore::parts(checkDatabase(store->database(), closed.file));
        REQUIRE_FALSE(parts.empty());
        CHECK(parts.front() == "file");
    } else {
        CHECK(store.error().code == ErrorCode::StoreDamaged);
    }
    CHECK(checkFolder(closed.path).empty()); // it can only be seen from inside
}

TEST_CASE("a length that no database has is seen from outside", "[check]") {
    ClosedStore closed;
    SECTION("cut") { std::filesystem::resize_file(closed.file, std::filesystem::file_size(closed.file) - 7); }
    SECTION("empty") { std::filesystem::resize_file(closed.file, 0); }
    CHECK(ClosedStore::parts(checkFolder(closed.path)) == Parts{"file"});
}

TEST_CASE("a store that can't be opened says what is wrong with it", "[check]") {
    ClosedStore closed;
    SECTION("no folder") { CHECK(ClosedStore::parts(checkFolder(closed.folder / "none")) == Parts{"folder"}); }
    SECTION("no keyring") {
        std::filesystem::remove(closed.path / "keyring.json");
        CHECK(ClosedStore::parts(checkFolder(closed.path)) == Parts{"keyring"});
    }
    SECTION("a damaged keyring and no machine key") {
        (void)closed.folder.write("store/keyring.json", "{");
        std::filesystem::remove(closed.path / "machine.key");
        CHECK(ClosedStore::parts(checkFolder(closed.path)) == Parts{"keyring", "machine-key"});
    }
    SECTION("no database") {
        std::filesystem::remove(closed.file);
        CHECK(ClosedStore::parts(checkFolder(closed.path)) == Parts{"file"});
    }
    SECTION("a database that is not encrypted") {
        (void)closed.folder.write("store/guichet.db", "SQLite format 3" + std::string(4096 * 2 - 15, '\0'));
        CHECK(ClosedStore::parts(checkFolder(closed.path)) == Parts{"file"});
    }
}

TEST_CASE("a row that refers to nothing, and a record without its bytes, are found", "[check]") {
    ClosedStore closed;
    Store store = closed.open();
    store.database().execute("PRAGMA foreign_keys = OFF");
    SECTION("a reference") {
        store.database().execute("INSERT INTO contact_preference VALUES (999999, 'post', '', 1)");
        CHECK(ClosedStore::parts(checkDatabase(store.database(), closed.file)) == Parts{"references"});
    }
    SECTION("a record") {
        store.database().execute("DELETE FROM record_bytes");
        CHECK(ClosedStore::parts(checkDatabase(store.database(), closed.file)) == Parts{"records"});
    }
    SECTION("a search key") {
        store.database().execute("INSERT INTO person_key VALUES (19500101, 'xyz', 999999)");
        CHECK(ClosedStore::parts(checkDatabase(store.database(), closed.file)) == Parts{"people"});
    }
}

TEST_CASE("what others check is named by its part, and may break without ending the check", "[check]") {
    ClosedStore closed;
    Store store = closed.open();
    const std::vector<Checker> further{
        {"register", [](Database &) { return std::vector<std::string>{"entry 3"}; }},
        {"acts",
         [](Database &database) {
             database.prepare("SELECT * FROM nowhere").run();
             return std::vector<std::string>{};
         }},
        {"fine", [](Database &) { return std::vector<std::string>{}; }},
    };
    const auto problems = checkDatabase(store.database(), closed.file, further);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0] == Problem{"register", "entry 3"});
    CHECK(problems[1].part == "acts");
}

TEST_CASE("a backup is a whole copy under the same key, made while others write", "[backup]") {
    test::StoreFixture fixture;
    Store &store = fixture.store;
    const Secret wrong = Secret::random();
    const auto file = fixture.folder / "copy.db";
    CHECK(backUp(store.database(), wrong, file).error().code == ErrorCode::StoreDamaged);
    CHECK_FALSE(std::filesystem::exists(file));
    must(store.backUpDatabase(file));
    must(store.backUpDatabase(file)); // over the one that was there
    const Bytes bytes = must(readFile(file, 1U << 26U));
    CHECK_FALSE(asText(bytes).starts_with("SQLite format 3"));

    // In the place of the store's own it opens, and holds the same.
    must(store.settings().set(std::vector<std::pair<std::string, std::string>>{{"agency-name", "Plus tard"}},
                              fixture.clock.now()));
    CHECK(std::ranges::count_if(std::filesystem::directory_iterator(fixture.folder.path()), [](const auto &entry) {
              return entry.path().filename().string().starts_with(".");
          }) == 0);
    const auto copy = fixture.folder / "restored";
    std::filesystem::create_directory(copy);
    for (const char *name : {"keyring.json", "machine.key"}) {
        std::filesystem::copy_file(fixture.path / name, copy / name);
    }
    std::filesystem::copy_file(file, copy / "guichet.db");
    auto restored = must(Store::open(copy, "D01", kPin, fixture.clock));
    CHECK(restored.identity() == store.identity());
    CHECK(restored.settings().value("agency-name").empty());
    CHECK(checkDatabase(restored.database(), copy / "guichet.db").empty());
}

TEST_CASE("a backup that can't be written says so and leaves nothing", "[backup]") {
    test::StoreFixture fixture;
    CHECK(fixture.store.backUpDatabase(fixture.folder / "no" / "copy.db").error().code == ErrorCode::FolderMissing);
    CHECK(fixture.store.backUpDatabase(fixture.folder.path()).error().code == ErrorCode::FileUnwritable);
}
