// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"

#include "base/files.h"
#include "tests/storage/store_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>

using namespace guichet;
using namespace guichet::storage;
using test::kOtherPin;
using test::kPin;
using test::must;
using test::StoreFixture;

namespace {

std::set<std::string> namesIn(const std::filesystem::path &folder) {
    std::set<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        names.insert(entry.path().filename());
    }
    return names;
}

mode_t modeOf(const std::filesystem::path &path) {
    struct stat info{};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

} // namespace

TEST_CASE("a new store opens again with its PIN and holds what was written", "[store]") {
    StoreFixture fixture;
    CHECK(fixture.store.signedIn()->code == "D01");
    CHECK(fixture.store.signedIn()->role == Role::Admin);
    const StoreIdentity identity = fixture.store.identity();
    CHECK(identity.agency == "DEMO");
    CHECK(fixture.store.settings().value("agency-code") == "DEMO");
    {
        auto store = must(Store::open(fixture.path, "d01", kPin, fixture.clock));
        CHECK(store.identity() == identity);
        CHECK(store.signedIn()->name == "Dominique Martin");
        must(store.settings().set(std::vector<std::pair<std::string, std::string>>{{"agency-name", "Caisse d’essai"}},
                                  fixture.clock.now()));
    }
    CHECK(fixture.store.settings().value("agency-name") == "Caisse d’essai");
    CHECK(must(Store::identify(fixture.path)) == identity);
    CHECK(must(Store::agentsOf(fixture.path)).size() == 1);
}

TEST_CASE("the folder is closed to others, and nothing in it can be read without the keys", "[store]") {
    StoreFixture fixture;
    CHECK(modeOf(fixture.path) == 0700);
    for (const char *name : {"guichet.db", "keyring.json", "machine.key", "guichet.db-wal"}) {
        INFO(name);
        CHECK(modeOf(fixture.path / name) == 0600);
    }
    CHECK(modeOf(fixture.path / "inbox") == 0700);
    const auto names = namesIn(fixture.path);
    for (const char *needed : {"guichet.db", "keyring.json", "lock", "inbox"}) {
        CHECK(names.contains(needed));
    }
    CHECK_FALSE(names.contains(".making"));

    must(fixture.store.settings().set(
        std::vector<std::pair<std::string, std::string>>{{"agency-name", "Motclairunique"}}, fixture.clock.now()));
    for (const char *name : {"guichet.db", "guichet.db-wal"}) {
        const Bytes bytes = must(readFile(fixture.path / name, 1U << 26U));
        CHECK(asText(bytes).find("Motclairunique") == std::string_view::npos);
        CHECK_FALSE(asText(bytes).starts_with("SQLite format 3"));
    }
}

TEST_CASE("a store is never made over another, nor in a folder with something in it", "[store]") {
    StoreFixture fixture;
    auto again = Store::create(fixture.wanted(), fixture.clock, fixture.random);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::StoreExists);
    CHECK(must(Store::identify(fixture.path)) == fixture.store.identity());

    NewStore elsewhere = fixture.wanted();
    elsewhere.folder = fixture.folder / "full";
    (void)fixture.folder.write("full/letter.txt", "dear");
    auto full = Store::create(elsewhere, fixture.clock, fixture.random);
    REQUIRE_FALSE(full);
    CHECK(full.error().code == ErrorCode::NotEmpty);
    CHECK(namesIn(elsewhere.folder) == std::set<std::string>{"letter.txt"});

    elsewhere.folder = fixture.folder / "no" / "such";
    auto nowhere = Store::create(elsewhere, fixture.clock, fixture.random);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::FolderMissing);
}

TEST_CASE("a store that can't be made leaves nothing behind", "[store]") {
    StoreFixture fixture;
    NewStore bad = fixture.wanted();
    bad.folder = fixture.folder / "new";
    SECTION("a weak PIN") { bad.adminPin = "111111"; }
    SECTION("a wrong agency") { bad.agency = "une caisse"; }
    SECTION("a station that no reference can begin with") { bad.station = "IO"; }
    SECTION("a wrong agent") { bad.admin.code = "D 1"; }
    const auto result = Store::create(bad, fixture.clock, fixture.random);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::BadValue);
    CHECK_FALSE(std::filesystem::exists(bad.folder));
}

TEST_CASE("what an interrupted creation left is cleared by the next, and only that", "[store]") {
    StoreFixture fixture;
    NewStore wanted = fixture.wanted();
    wanted.folder = fixture.folder / "half";
    (void)fixture.folder.write("half/.making", "");
    (void)fixture.folder.write("half/guichet.db", "half a database");
    (void)fixture.folder.write("half/machine.key", "short");
    auto made = must(Store::create(wanted, fixture.clock, fixture.random));
    CHECK(made.store.people().count() == 0);

    // A database without a keyring that was not being made is somebody's: it is not touched.
    wanted.folder = fixture.folder / "lost";
    (void)fixture.folder.write("lost/guichet.db", "a database");
    auto lost = Store::create(wanted, fixture.clock, fixture.random);
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code == ErrorCode::NotEmpty);
    CHECK(asText(must(readFile(fixture.folder / "lost" / "guichet.db", 100))) == "a database");
}

TEST_CASE("a creation that is killed at any moment leaves no store, or the whole one", "[store]") {
    const int afterMicroseconds = GENERATE(0, 300, 1000, 2000, 3000, 5000, 8000, 12000, 20000, 40000);
    CAPTURE(afterMicroseconds);
    StoreFixture fixture;
    NewStore wanted = fixture.wanted();
    wanted.folder = fixture.folder / "killed";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        SystemRandom random;
        (void)Store::create(wanted, fixture.clock, random);
        ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(afterMicroseconds));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    if (Store::identify(wanted.folder)) {
        CHECK(must(Store::open(wanted.folder, "D01", kPin, fixture.clock)).people().count() == 0);
    } else {
        CHECK(must(Store::create(wanted, fixture.clock, fixture.random)).store.people().count() == 0);
    }
}

TEST_CASE("a file that was begun in the store and left is gone at the next sign-in", "[store]") {
    StoreFixture fixture;
    const auto put = [&](const char *name) { std::ofstream(fixture.path / name) << "begun"; };
    put(".guichet-Xa1b2c");
    put(".guichet-backup-a1b2c3"); // another process may be making it
    put("other");
    must(Store::open(fixture.path, "D01", kPin, fixture.clock));
    CHECK_FALSE(std::filesystem::exists(fixture.path / ".guichet-Xa1b2c"));
    CHECK(std::filesystem::exists(fixture.path / ".guichet-backup-a1b2c3"));
    CHECK(std::filesystem::exists(fixture.path / "other"));
}

TEST_CASE("a folder without a store, or with a damaged one, says what is wrong", "[store]") {
    StoreFixture fixture;
    const auto codeOf = [&] { return Store::open(fixture.path, "D01", kPin, fixture.clock).error().code; };
    CHECK(Store::open(fixture.folder / "none", "D01", kPin, fixture.clock).error().code == ErrorCode::NoStore);
    CHECK_FALSE(std::filesystem::exists(fixture.folder / "none"));

    SECTION("no database") {
        std::filesystem::remove(fixture.path / "guichet.db");
        CHECK(codeOf() == ErrorCode::StoreDamaged);
    }
    SECTION("another file in its place") {
        (void)fixture.folder.write("store/guichet.db", std::string(8192, 'x'));
        CHECK(codeOf() == ErrorCode::StoreDamaged);
    }
    SECTION("a database that is not encrypted") {
        (void)fixture.folder.write("store/guichet.db", "SQLite format 3" + std::string(8192, '\0'));
        CHECK(codeOf() == ErrorCode::NotEncrypted);
    }
    SECTION("a keyring that is cut") {
        std::filesystem::resize_file(fixture.path / "keyring.json", 100);
        CHECK(codeOf() == ErrorCode::StoreDamaged);
    }
    SECTION("a keyring that was changed by hand") {
        const Bytes bytes = must(readFile(fixture.path / "keyring.json", 100000));
        std::string text(asText(bytes));
        const auto at = text.find("\"DEMO\"");
        REQUIRE(at != std::string::npos);
        text.replace(at, 6, "\"AUTRE\"");
        must(writeFile(fixture.path / "keyring.json", asBytes(text)));
        CHECK(codeOf() == ErrorCode::StoreDamaged);
    }
    SECTION("no machine key") {
        std::filesystem::remove(fixture.path / "machine.key");
        CHECK(codeOf() == ErrorCode::MachineKeyMissing);
        // The recovery code needs none, and makes one when it gives a new PIN.
        auto store = must(Store::openWithRecovery(fixture.path, fixture.created.recoveryCode, fixture.clock));
        CHECK_FALSE(store.signedIn());
        must(store.resetPin("D01", kOtherPin));
        CHECK(must(Store::open(fixture.path, "D01", kOtherPin, fixture.clock)).signedIn()->code == "D01");
    }
    SECTION("a newer store, which stays as it is") {
        fixture.store.database().execute("PRAGMA user_version = 9990");
        CHECK(codeOf() == ErrorCode::StoreNewer);
        CHECK(fixture.store.database().pragma("user_version") == 9990);
    }
}

TEST_CASE("the machine key may be kept elsewhere, and the folder alone then opens nothing", "[store]") {
    StoreFixture fixture;
    NewStore wanted = fixture.wanted();
    wanted.folder = fixture.folder / "apart";
    wanted.machineKey = fixture.folder / "elsewhere.key";
    (void)must(Store::create(wanted, fixture.clock, fixture.random));
    CHECK_FALSE(namesIn(wanted.folder).contains("machine.key"));
    CHECK(Store::open(wanted.folder, "D01", kPin, fixture.clock).error().code == ErrorCode::MachineKeyMissing);
    CHECK(Store::open(wanted.folder, "D01", kPin, fixture.clock, {wanted.machineKey}));
}

TEST_CASE("agents lock, come back and take each other's place without opening the store again", "[store]") {
    StoreFixture fixture;
    Store &store = fixture.store;
    must(store.addAgent({"A01", "Alix", Role::Agent, AgentState::Active}, kOtherPin));
    must(store.signIn("A01", kOtherPin));
    CHECK(store.signedIn()->role == Role::Agent);
    CHECK(store.signIn("D01", "00000000").error().code == ErrorCode::WrongPin);
    CHECK(store.signedIn()->code == "A01");
    store.lock();
    CHECK_FALSE(store.signedIn());
    CHECK(store.changePin(kOtherPin, kPin).error().code == ErrorCode::WhoActs);
    CHECK(store.people().count() == 0);
    must(store.signIn("D01", kPin));
    must(store.disableAgent("A01"));
    CHECK(store.signIn("A01", kOtherPin).error().code == ErrorCode::AgentDisabled);
    CHECK(must(store.agents()).at(1).state == AgentState::Disabled);
}

TEST_CASE("what is sealed for the store with nobody signed in is read by who signs in", "[store]") {
    StoreFixture fixture;
    const Bytes sealed = must(sealForStore(fixture.path, asBytes("a letter")));
    CHECK(asText(sealed).find("letter") == std::string_view::npos);
    const auto opened = fixture.store.openSealed(sealed);
    REQUIRE(opened);
    CHECK(asText(*opened) == "a letter");
    Bytes changed = sealed;
    changed.back() ^= 1U;
    CHECK_FALSE(fixture.store.openSealed(changed));
    CHECK_FALSE(fixture.store.openSealed(Bytes(3)));
}

TEST_CASE("several processes write at once and none loses anything", "[store]") {
    StoreFixture fixture;
    must(fixture.store.addAgent({"A01", "Alix", Role::Agent, AgentState::Active}, kOtherPin));
    constexpr int processes = 4;
    constexpr int each = 12;
    std::vector<pid_t> children;
    for (int p = 0; p < processes; ++p) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            int failed = 0;
            const SystemClock clock;
            SystemRandom random;
            auto store = Store::open(fixture.path, p % 2 == 0 ? "D01" : "A01", p % 2 == 0 ? kPin : kOtherPin, clock);
            failed += store ? 0 : 1;
            for (int i = 0; store && i < each; ++i) {
                Traits traits;
                traits.birthName = "NOM" + std::to_string(p);
                traits.givenNames = "Prenom";
                traits.born = {1950 + i, 1, 1};
                const auto added = inTransaction(store->database(), [&] {
                    return store->people().add(traits, std::nullopt, clock.now(),
                                               CivilDate{std::chrono::floor<std::chrono::days>(clock.now())}, random);
                });
                failed += added ? 0 : 1;
            }
            ::_exit(failed);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(fixture.store.people().count() == processes * each);
}

TEST_CASE("a writer that is killed leaves the store as it was or as it is after", "[store]") {
    const int afterMilliseconds = GENERATE(1, 3, 6, 10, 20, 35);
    CAPTURE(afterMilliseconds);
    StoreFixture fixture;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const SystemClock clock;
        SystemRandom random;
        auto store = Store::open(fixture.path, "D01", kPin, clock);
        while (store) {
            // Two at a time: never one.
            (void)inTransaction(store->database(), [&]() -> Result<void> {
                for (int i = 0; i < 2; ++i) {
                    Traits traits;
                    traits.birthName = "NOM";
                    traits.givenNames = "Prenom";
                    traits.born = {1950, 1, 1};
                    (void)store->people().add(traits, std::nullopt, clock.now(),
                                              CivilDate{std::chrono::floor<std::chrono::days>(clock.now())}, random);
                }
                return {};
            });
        }
        ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(afterMilliseconds * 1000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    auto store = must(Store::open(fixture.path, "D01", kPin, fixture.clock));
    CHECK(store.people().count() % 2 == 0);
    CHECK(store.database().pragma("user_version") == fixture.store.database().pragma("user_version"));
}

TEST_CASE("after a purge nothing of the record is left in any file of the store", "[store]") {
    StoreFixture fixture;
    Store &store = fixture.store;
    Traits traits;
    traits.birthName = "MARTIN";
    traits.givenNames = "Claude";
    traits.born = {1950, 1, 1};
    const std::string person = must(
        store.people().add(traits, std::nullopt, fixture.clock.now(),
                           {std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}}, fixture.random));
    must(inTransaction(store.database(), [&] { return store.people().purge(person); }));
    must(store.finishPurge());
    CHECK(std::filesystem::file_size(fixture.path / "guichet.db-wal") == 0);
    CHECK(store.people().get(person).error().code == ErrorCode::Nobody);
}

TEST_CASE("a second connection sees what the first has written, and that something was", "[store]") {
    StoreFixture fixture;
    Database other = must(fixture.store.connect());
    const auto version = other.dataVersion();
    must(fixture.store.settings().set(
        std::vector<std::pair<std::string, std::string>>{{"agency-name", "Caisse d’essai"}}, fixture.clock.now()));
    CHECK(other.dataVersion() != version);
    CHECK(Settings(other).value("agency-name") == "Caisse d’essai");
    // What is deleted is overwritten, on every connection.
    CHECK(other.pragma("secure_delete") == 1);
    CHECK(fixture.store.database().pragma("secure_delete") == 1);
}
