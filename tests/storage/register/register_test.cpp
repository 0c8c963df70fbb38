// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/merkle.h"
#include "storage/register/proof.h"
#include "storage/register/register.h"
#include "tests/storage/register/register_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <fstream>
#include <stdexcept>
#include <thread>

using namespace guichet;
using namespace guichet::storage;
using nlohmann::json;
using test::day;
using test::instant;
using test::must;
using test::RegisterFile;
using test::RegisterFixture;
using test::seedOf;

namespace {

json coreOf(Register &entries, std::uint64_t index) {
    return json::parse(must(entries.get({entries.current().origin, index})).payload->core);
}

Leaf leafOf(Register &entries, std::uint64_t index) {
    return must(parseLeaf(must(entries.get({entries.current().origin, index})).leafBytes));
}

EntryDraft of(std::string_view person, std::string_view until) {
    EntryDraft draft = RegisterFixture::draft();
    draft.person = person;
    draft.keepUntil = day(until);
    return draft;
}

} // namespace

TEST_CASE("a register begins with the entry that says so", "[register]") {
    RegisterFixture fixture;
    CHECK(fixture.entries.current().origin == "guichet/DEMO/K7.1");
    CHECK(fixture.entries.current().size == 1);
    CHECK(leafOf(fixture.entries, 0).kind == "log-started");
    CHECK(coreOf(fixture.entries, 0)["origin"] == "guichet/DEMO/K7.1");
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("a register is started once, for a station and an agency that can be written in an origin", "[register]") {
    FixedClock clock(instant("2026-11-24T08:15:30.123Z"));
    SeededRandom random(1);
    Database database = Database::memory();
    must(migrate(database));
    const auto start = [&](std::string_view agency, std::string_view station) {
        return inTransaction(
            database, [&] { return Register::start(database, clock, random, {}, agency, station, "A01", seedOf(7)); });
    };
    CHECK(Register::open(database, clock, random, {}).error().code == ErrorCode::StoreDamaged);
    CHECK(start("DEMO", "K77").error().code == ErrorCode::BadValue);
    CHECK(start("", "K7").error().code == ErrorCode::BadValue);
    CHECK(start("a/b", "K7").error().code == ErrorCode::BadValue);
    CHECK(start("DEMO", "k7").has_value());
    CHECK(start("DEMO", "K7").error().code == ErrorCode::AlreadyDone);
}

TEST_CASE("an entry has its place, its time, its digest, and a payload beside it", "[register]") {
    RegisterFixture fixture;
    const Entry entry = fixture.append();
    CHECK(entry.id == EntryId{"guichet/DEMO/K7.1", 1});
    CHECK(entry.leaf.index == 1);
    CHECK(entry.leaf.at == fixture.clock.now());
    CHECK(entry.leaf.station == "K7");
    CHECK(entry.leaf.digest == payloadDigest(entry.salt, entry.core));
    CHECK(entry.leafHash == merkleLeafHash(asBytes(entry.leafBytes)));
    CHECK(must(parseLeaf(entry.leafBytes)) == entry.leaf);
    CHECK(json::parse(entry.core)["details"] == toBase64(sha256(entry.details)));
    const StoredEntry stored = must(fixture.entries.get(entry.id));
    CHECK(stored.leafBytes == entry.leafBytes);
    REQUIRE(stored.payload);
    CHECK(stored.payload->salt == entry.salt);
    CHECK(stored.payload->core == entry.core);
    CHECK(stored.payload->details == entry.details);
    CHECK(fixture.append().salt != entry.salt);
    CHECK(fixture.entries.get({"guichet/DEMO/K7.1", 9}).error().code == ErrorCode::Nothing);
    CHECK(fixture.entries.get({"guichet/DEMO/K8.1", 0}).error().code == ErrorCode::Nothing);
}

TEST_CASE("what can't be an entry leaves the register as it was", "[register]") {
    RegisterFixture fixture;
    const Checkpoint before = fixture.entries.head();
    EntryDraft draft = RegisterFixture::draft();
    draft.core = R"({"a":"b" })";
    CHECK(fixture.entries.write([&] { return fixture.entries.append(draft); }).error().code == ErrorCode::BadValue);
    draft.core = R"({"a":")" + std::string(400, 'x') + R"("})";
    CHECK(fixture.entries.write([&] { return fixture.entries.append(draft); }).error().code == ErrorCode::BadValue);
    draft = RegisterFixture::draft();
    draft.details = "[]";
    CHECK(fixture.entries.write([&] { return fixture.entries.append(draft); }).error().code == ErrorCode::BadValue);
    // The caller's own failure takes the entry with it.
    CHECK_FALSE(fixture.entries.write([&]() -> Result<Entry> {
        must(fixture.entries.append(RegisterFixture::draft()));
        return fail(ErrorCode::DiskFull);
    }));
    CHECK(fixture.entries.head() == before);
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("writing outside a transaction, or as nobody, is a bug", "[register]") {
    RegisterFixture fixture;
    CHECK_THROWS_AS(fixture.entries.append(RegisterFixture::draft()), std::logic_error);
    CHECK_THROWS_AS(fixture.append(RegisterFixture::draft("paper.printed", "")), std::logic_error);
    CHECK_THROWS_AS(fixture.append(RegisterFixture::draft("Not A Kind")), std::logic_error);
}

TEST_CASE("an agent has one pseudonym a month, which only the store can resolve", "[register]") {
    RegisterFixture fixture;
    const std::string first = fixture.append().leaf.agent;
    CHECK(fixture.append().leaf.agent == first);
    CHECK(fixture.append(RegisterFixture::draft("paper.printed", "S01")).leaf.agent != first);
    fixture.clock.set(instant("2026-12-01T00:00:00Z"));
    const std::string next = fixture.append().leaf.agent;
    CHECK(next != first);
    CHECK(must(fixture.entries.agentOf(first)) == "A01");
    CHECK(must(fixture.entries.agentOf(next)) == "A01");
    CHECK(fixture.entries.agentOf("00000000").error().code == ErrorCode::Nothing);
}

TEST_CASE("leaves, nodes and logs refuse to be changed or deleted, payloads to be changed", "[register]") {
    RegisterFixture fixture;
    fixture.append();
    const auto sql = GENERATE("UPDATE register_leaf SET bytes = 'x'", "DELETE FROM register_leaf",
                              "UPDATE register_node SET hash = zeroblob(32)", "DELETE FROM register_node",
                              "UPDATE register_log SET origin = 'x'", "DELETE FROM register_log",
                              "UPDATE register_payload SET core = '{}'", "UPDATE register_payload SET details = '{}'",
                              "UPDATE register_payload SET salt = zeroblob(32)");
    CHECK_THROWS_AS(fixture.database.execute(sql), DatabaseError);
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("a clock that went back is an entry of its own", "[register]") {
    RegisterFixture fixture;
    fixture.append();
    fixture.clock.set(instant("2026-11-23T08:00:00Z"));
    const Entry entry = fixture.append();
    CHECK(entry.id.index == 3);
    CHECK(leafOf(fixture.entries, 2).kind == "clock-went-back");
    CHECK(leafOf(fixture.entries, 2).at == instant("2026-11-23T08:00:00Z"));
    CHECK(coreOf(fixture.entries, 2)["after"] == "2026-11-24T08:15:30.123Z");
    CHECK(coreOf(fixture.entries, 2)["at"] == "2026-11-23T08:00:00.000Z");
    CHECK(fixture.append().id.index == 4);
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("a paper made before another's entry was written is no clock that went back", "[register]") {
    RegisterFixture fixture;
    EntryDraft draft = RegisterFixture::draft();
    draft.at = fixture.clock.now();
    fixture.clock.advance(std::chrono::seconds(2));
    fixture.append();
    fixture.clock.advance(std::chrono::seconds(2));
    const Entry entry = fixture.append(draft);
    CHECK(entry.id.index == 2);
    CHECK(entry.leaf.at == leafOf(fixture.entries, 1).at);
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("checkpoints are signed by the log's key and consistent with one another", "[register]") {
    RegisterFixture fixture;
    std::vector<std::string> checkpoints{fixture.entries.checkpoint()};
    for (int i = 0; i < 20; ++i) {
        fixture.append();
        checkpoints.push_back(fixture.entries.checkpoint());
    }
    const VerifierKey key = fixture.entries.current().key;
    const Checkpoint head = must(openCheckpoint(checkpoints.back(), key));
    CHECK(head == fixture.entries.head());
    CHECK(head.size == 21);
    CHECK(head == fixture.entries.verify().head);
    for (const std::string &note : checkpoints) {
        const Checkpoint older = must(openCheckpoint(note, key));
        CHECK(must(fixture.entries.consistentWith(note)));
        const auto proof = must(fixture.entries.consistencyProof(older.size));
        CHECK(verifyMerkleConsistency(older.size, older.root, head.size, head.root, proof));
    }
    CHECK(fixture.entries.consistencyProof(0).error().code == ErrorCode::BadValue);
    CHECK(fixture.entries.consistencyProof(22).error().code == ErrorCode::BadValue);
}

TEST_CASE("a checkpoint of another tree is not consistent, one of another log is refused", "[register]") {
    RegisterFixture fixture;
    fixture.append();
    const SigningKey key("guichet/DEMO/K7.1", seedOf(7));
    CHECK_FALSE(must(fixture.entries.consistentWith(signCheckpoint({"guichet/DEMO/K7.1", 2, sha256("x")}, key))));
    Checkpoint larger = fixture.entries.head();
    larger.size = 9;
    CHECK_FALSE(must(fixture.entries.consistentWith(signCheckpoint(larger, key))));
    const SigningKey stranger("guichet/DEMO/K7.1", seedOf(8));
    CHECK_FALSE(fixture.entries.consistentWith(signCheckpoint(fixture.entries.head(), stranger)));
    const SigningKey other("guichet/DEMO/K8.1", seedOf(7));
    CHECK(fixture.entries.consistentWith(signCheckpoint({"guichet/DEMO/K8.1", 1, sha256("x")}, other)).error() ==
          Error{ErrorCode::VerifyFailed, "origin", {}});
    CHECK_FALSE(fixture.entries.consistentWith("x"));
}

TEST_CASE("any entry can be proven in any later tree", "[register]") {
    RegisterFixture fixture;
    std::vector<std::string> checkpoints{fixture.entries.checkpoint()};
    for (int i = 0; i < 33; ++i) {
        fixture.append();
        checkpoints.push_back(fixture.entries.checkpoint());
    }
    const VerifierKey key = fixture.entries.current().key;
    CHECK(rc::check("inclusion", [&] {
        const auto size = *rc::gen::inRange<std::size_t>(1, checkpoints.size() + 1);
        const auto index = *rc::gen::inRange<std::size_t>(0, size);
        const EntryId id{"guichet/DEMO/K7.1", index};
        const std::string &checkpoint = checkpoints.at(size - 1);
        const ProvenEntry proven = must(verifyProof(must(fixture.entries.prove(id, checkpoint)), key));
        RC_ASSERT(proven.leaf.index == index);
        RC_ASSERT(proven.checkpoint.size == size);
        RC_ASSERT(must(verifyProof(must(fixture.entries.prove(id)), key)).checkpoint.size == checkpoints.size());
    }));
    CHECK(fixture.entries.prove({"guichet/DEMO/K7.1", 5}, checkpoints.at(3)).error() ==
          Error{ErrorCode::VerifyFailed, "size", {}});
    CHECK(fixture.entries.prove({"guichet/DEMO/K7.1", 99}).error().code == ErrorCode::Nothing);
    CHECK_FALSE(fixture.entries.prove({"guichet/DEMO/K7.1", 0}, "x"));
}

TEST_CASE("a restored store goes on in a new log that says how the old one ended", "[register]") {
    RegisterFixture fixture;
    EntryDraft act = RegisterFixture::draft("optout.registered");
    act.core = R"({"type":"optout"})";
    const Entry old = fixture.append(act);
    const std::string oldCheckpoint = fixture.entries.checkpoint();
    const Checkpoint oldHead = fixture.entries.head();
    const LogInfo oldLog = fixture.entries.current();

    const Entry started = must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    CHECK(started.id == EntryId{"guichet/DEMO/K7.2", 0});
    const json core = json::parse(started.core);
    CHECK(core["old_origin"] == "guichet/DEMO/K7.1");
    CHECK(core["old_size"] == 2);
    CHECK(core["old_root"] == toBase64(oldHead.root));
    CHECK(core["old_key"] == oldLog.key.text());
    CHECK(fixture.entries.current().key != oldLog.key);

    CHECK(fixture.append().id == EntryId{"guichet/DEMO/K7.2", 1});
    CHECK(fixture.entries.logs().size() == 2);
    CHECK(must(fixture.entries.get(old.id)).leafBytes == old.leafBytes);
    CHECK(must(fixture.entries.consistentWith(oldCheckpoint)));
    CHECK(must(verifyProof(must(fixture.entries.prove(old.id)), oldLog.key)).leaf == old.leaf);
    CHECK(must(verifySeal(sealText(must(fixture.entries.seal(old.id))), oldLog.key)).leaf == old.leaf);
    const Verification verification = fixture.entries.verify();
    CHECK(verification.ok);
    CHECK(verification.entries == 4);
    CHECK(verification.head == fixture.entries.head());
}

TEST_CASE("an old log that is not as the new one says is found", "[register]") {
    RegisterFixture fixture;
    fixture.append();
    must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    fixture.database.execute("DROP TRIGGER register_leaf_kept; DROP TRIGGER register_node_kept;"
                             "DELETE FROM register_payload WHERE log = 1 AND position = 1;"
                             "DELETE FROM register_leaf WHERE log = 1 AND position = 1;"
                             "DELETE FROM register_node WHERE log = 1 AND ((position + 1) << level) > 1;");
    const Verification verification = fixture.entries.verify();
    CHECK_FALSE(verification.ok);
    CHECK(verification.firstBad->entry == EntryId{"guichet/DEMO/K7.1", 1});
}

TEST_CASE("a seal can be made again as it was", "[register]") {
    RegisterFixture fixture;
    EntryDraft draft = RegisterFixture::draft("optout.registered");
    draft.core = R"({"reference":"K7-01F9-M2XD-8","type":"optout"})";
    const Entry entry = fixture.append(draft);
    const Seal seal = must(fixture.entries.seal(entry.id));
    CHECK(seal == must(fixture.entries.seal(entry.id)));
    CHECK(must(verifySeal(sealText(seal), fixture.entries.current().key)).core.reference == "K7-01F9-M2XD-8");
}

TEST_CASE("a purge by day destroys payloads and lists them", "[register]") {
    RegisterFixture fixture;
    fixture.append(of("P1", "2026-11-24"));
    fixture.append(of("P1", "2026-11-25"));
    fixture.append(of("P2", "2026-11-24"));
    fixture.append();
    const Purge purge{"A01", day("2026-11-25"), {}};
    CHECK(fixture.entries.purgeable(purge).size() == 2);
    const auto gone = must(fixture.entries.write([&] { return fixture.entries.purge(purge); }));
    CHECK(gone == std::vector<EntryId>{{"guichet/DEMO/K7.1", 1}, {"guichet/DEMO/K7.1", 3}});
    CHECK_FALSE(must(fixture.entries.get(gone[0])).payload);
    CHECK(must(fixture.entries.get({"guichet/DEMO/K7.1", 2})).payload);
    CHECK(leafOf(fixture.entries, 5).kind == "payloads-purged");
    CHECK(must(fixture.entries.get({"guichet/DEMO/K7.1", 5})).payload->details ==
          R"({"purged":[{"log":"guichet/DEMO/K7.1","ranges":[[1,1],[3,3]]}]})");
    CHECK(fixture.entries.seal(gone[0]).error().code == ErrorCode::Nothing);
    CHECK(fixture.entries.verify().ok);
    // Nothing more to destroy, nothing more to say.
    CHECK(must(fixture.entries.write([&] { return fixture.entries.purge(purge); })).empty());
    CHECK(fixture.entries.current().size == 6);
}

TEST_CASE("a purge of one person destroys theirs in every log and nobody else's", "[register]") {
    RegisterFixture fixture;
    fixture.append(of("P1", "2036-01-01"));
    fixture.append(of("P1", "2036-01-01"));
    fixture.append(of("P2", "2036-01-01"));
    must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    fixture.append(of("P1", "2036-01-01"));
    must(fixture.entries.write([&] { return fixture.entries.purge({"A01", day("2026-11-25"), "P1"}); }));
    CHECK(must(fixture.entries.get({"guichet/DEMO/K7.2", 2})).payload->details ==
          R"({"purged":[{"log":"guichet/DEMO/K7.1","ranges":[[1,2]]},{"log":"guichet/DEMO/K7.2","ranges":[[1,1]]}]})");
    CHECK(must(fixture.entries.get({"guichet/DEMO/K7.1", 3})).payload->person == "P2");
    CHECK(fixture.entries.verify().ok);
}

TEST_CASE("what the register holds of a person is found in its order", "[register]") {
    RegisterFixture fixture;
    fixture.append(of("P1", "2036-01-01"));
    fixture.append(of("P2", "2036-01-01"));
    must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    fixture.append(of("P1", "2036-01-01"));
    const auto found = fixture.entries.ofPerson("P1");
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == EntryId{"guichet/DEMO/K7.1", 1});
    CHECK(found[1].id == EntryId{"guichet/DEMO/K7.2", 1});
    CHECK(found[1].payload->person == "P1");
    CHECK(found[1].payload->keepUntil == day("2036-01-01"));
    CHECK(must(fixture.entries.agentOf(must(parseLeaf(found[0].leafBytes)).agent)) == "A01");
    CHECK(fixture.entries.ofPerson("P3").empty());
}

TEST_CASE("entries of one kind are found in their order, but for those that were destroyed", "[register]") {
    RegisterFixture fixture;
    const auto kindOf = [](const char *kind, const char *until) {
        EntryDraft draft = of("P1", until);
        draft.kind = kind;
        return draft;
    };
    fixture.append(kindOf("day.kit", "2026-01-01"));
    fixture.append(kindOf("day.kit-more", "2036-01-01"));
    fixture.append(kindOf("day.kit", "2036-01-01"));
    must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    fixture.append(kindOf("day.kit", "2036-01-01"));
    CHECK(fixture.entries.ofKind("day.kit").size() == 3);
    must(fixture.entries.write([&] { return fixture.entries.purge({"A01", day("2027-01-01"), {}}); }));
    const auto found = fixture.entries.ofKind("day.kit");
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == EntryId{"guichet/DEMO/K7.1", 3});
    CHECK(found[1].id == EntryId{"guichet/DEMO/K7.2", 1});
    CHECK(fixture.entries.ofKind("day").empty());
}

TEST_CASE("what a screen asks the register reads an index, never a whole table", "[register][acts]") {
    RegisterFixture fixture;
    // Where the statements of register.cpp and acts.cpp begin, and what the caller chooses.
    const auto acts = [](const std::string &condition) {
        return "SELECT * FROM act a JOIN act_signing s ON s.receipt = a.receipt JOIN register_log g ON g.log = s.log "
               "WHERE " +
               condition;
    };
    const std::string entries = "SELECT * FROM register_leaf l JOIN register_log g ON g.log = l.log LEFT JOIN "
                                "register_payload p ON p.log = l.log AND p.position = l.position WHERE ";
    const auto sql = GENERATE_COPY(
        acts("a.reference = ?"), acts("s.person = ?"), acts("a.status = ?"), acts("a.receipt = ?"), acts("a.slip = ?"),
        acts("a.status = 'recorded' AND a.slip IS NULL"),
        acts("a.status IN ('recorded', 'sent') AND ifnull(a.due, '9') <= ?"),
        std::string("SELECT * FROM act_step t JOIN register_log g ON g.log = t.log WHERE t.reference = ?"),
        entries + "g.origin = ? AND l.position = ?", entries + "p.person = ? ORDER BY p.log, p.position",
        std::string("SELECT max(position) FROM register_leaf WHERE log = ?"),
        std::string("DELETE FROM register_payload WHERE log = ? AND position = ?"));
    auto row = fixture.database.prepare("EXPLAIN QUERY PLAN " + sql);
    std::string plan;
    while (row.step()) {
        plan += row.text(3) + "\n";
    }
    INFO(sql << "\n" << plan);
    CHECK(plan.find("SEARCH") != std::string::npos);
    CHECK(plan.find("SCAN a") == std::string::npos);
    CHECK(plan.find("SCAN s") == std::string::npos);
    CHECK(plan.find("SCAN l") == std::string::npos);
    CHECK(plan.find("SCAN p") == std::string::npos);
    CHECK(plan.find("SCAN t") == std::string::npos);
}

TEST_CASE("a payload that went without a purge is found", "[register]") {
    RegisterFixture fixture;
    fixture.append();
    fixture.append();
    fixture.database.execute("DELETE FROM register_payload WHERE position = 1");
    const Verification verification = fixture.entries.verify();
    CHECK_FALSE(verification.ok);
    REQUIRE(verification.firstBad);
    CHECK(verification.firstBad->entry.index == 1);
    CHECK(verification.firstBad->what == "missing-payload");
}

TEST_CASE("how long a payload is kept can be changed", "[register]") {
    RegisterFixture fixture;
    const Entry entry = fixture.append(of("P1", "2026-11-24"));
    must(fixture.entries.write([&] { return fixture.entries.keepUntil(entry.id, day("2027-01-01")); }));
    CHECK(must(fixture.entries.get(entry.id)).payload->keepUntil == day("2027-01-01"));
    must(fixture.entries.write([&] { return fixture.entries.keepUntil(entry.id, std::nullopt); }));
    CHECK(fixture.entries.purgeable({"A01", day("2099-01-01"), {}}).empty());
    CHECK(fixture.entries.write([&] { return fixture.entries.keepUntil({"x", 1}, std::nullopt); }).error().code ==
          ErrorCode::Nothing);
}

TEST_CASE("several connections append to one log without a gap", "[register]") {
    RegisterFile store;
    constexpr int kEach = 15;
    std::vector<std::thread> writers;
    std::vector<std::string> problems(3);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        writers.emplace_back([&store, &problems, i] {
            try {
                SystemRandom random;
                Database database = store.connect();
                Register entries = must(Register::open(database, store.clock, random, store.headFile));
                for (int entry = 0; entry < kEach; ++entry) {
                    must(entries.write([&] { return entries.append(RegisterFixture::draft()); }));
                }
            } catch (const std::exception &problem) {
                problems[i] = problem.what();
            }
        });
    }
    for (std::thread &writer : writers) {
        writer.join();
    }
    CHECK(problems == std::vector<std::string>(3));
    Database database = store.connect();
    Register entries = store.open(database);
    CHECK(entries.current().size == 3 * kEach + 1);
    CHECK(entries.verify().ok);
    CHECK_FALSE(entries.rolledBack());
}

TEST_CASE("a store that was set back is read-only until it is accepted", "[register]") {
    RegisterFile store;
    store.append(3);
    const auto saved = store.folder / "saved.db";
    std::filesystem::copy_file(store.file, saved);
    std::string lostCheckpoint;
    {
        Database database = store.connect();
        Register entries = store.open(database);
        must(entries.write([&] { return entries.append(RegisterFixture::draft()); }));
        lostCheckpoint = entries.checkpoint();
    }
    std::filesystem::copy_file(saved, store.file, std::filesystem::copy_options::overwrite_existing);

    Database database = store.connect();
    Register entries = store.open(database);
    REQUIRE(entries.rolledBack());
    CHECK(entries.lostHead()->size == 5);
    CHECK(entries.write([&] { return entries.append(RegisterFixture::draft()); }).error().code ==
          ErrorCode::RolledBack);
    CHECK(entries.current().size == 4);
    // What is there can still be read and checked.
    CHECK(entries.verify().ok);
    CHECK_FALSE(must(entries.consistentWith(lostCheckpoint)));

    Database second = store.connect();
    Register other = store.open(second);
    CHECK(other.rolledBack());

    const Entry accepted = must(entries.write([&] { return entries.acceptRollback("S01", seedOf(9)); }));
    CHECK(accepted.id == EntryId{"guichet/DEMO/K7.2", 1});
    CHECK(accepted.leaf.kind == "rollback-accepted");
    CHECK(json::parse(accepted.core)["lost_size"] == 5);
    CHECK(json::parse(accepted.core)["lost_origin"] == "guichet/DEMO/K7.1");
    CHECK_FALSE(entries.rolledBack());
    CHECK(must(entries.write([&] { return entries.append(RegisterFixture::draft()); })).id.index == 2);
    CHECK(entries.write([&] { return entries.acceptRollback("S01", seedOf(9)); }).error().code ==
          ErrorCode::AlreadyDone);

    // Another process, and the next time, see that it was accepted.
    CHECK(must(other.write([&] { return other.append(RegisterFixture::draft()); })).id.index == 3);
    CHECK_FALSE(store.open(database).rolledBack());
    CHECK(entries.verify().ok);
}

TEST_CASE("a register of the same size with other content is rolled back as well", "[register]") {
    RegisterFile store;
    store.append(3);
    const auto saved = store.folder / "saved.db";
    std::filesystem::copy_file(store.file, saved);
    store.append(2);
    std::filesystem::copy_file(saved, store.file, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::rename(store.headFile, store.folder / "saved.head");
    store.append(2);
    std::filesystem::rename(store.folder / "saved.head", store.headFile);
    Database database = store.connect();
    CHECK(store.open(database).rolledBack());
}

TEST_CASE("an epoch that a store has forgotten is not started twice", "[register]") {
    RegisterFile store;
    const auto saved = store.folder / "saved.db";
    std::filesystem::copy_file(store.file, saved);
    const auto newEpoch = [&store](std::uint8_t fill) {
        Database database = store.connect();
        Register entries = store.open(database);
        return must(entries.write([&] { return entries.startEpoch("S01", seedOf(fill)); })).id.origin;
    };
    CHECK(newEpoch(8) == "guichet/DEMO/K7.2");
    std::filesystem::copy_file(saved, store.file, std::filesystem::copy_options::overwrite_existing);
    CHECK(newEpoch(9) == "guichet/DEMO/K7.3");
    store.append(1);
    Database database = store.connect();
    CHECK(store.open(database).verify().ok);
}

TEST_CASE("a rollback stays accepted where the head can't be written", "[register]") {
    RegisterFile store;
    store.append(1);
    const auto saved = store.folder / "saved.db";
    std::filesystem::copy_file(store.file, saved);
    store.append(1);
    std::filesystem::copy_file(saved, store.file, std::filesystem::copy_options::overwrite_existing);
    const auto keptHead = store.folder / "kept.head";
    std::filesystem::copy_file(store.headFile, keptHead);
    Database database = store.connect();
    Register entries = store.open(database);
    must(entries.write([&] { return entries.acceptRollback("S01", seedOf(9)); }));
    std::filesystem::copy_file(keptHead, store.headFile, std::filesystem::copy_options::overwrite_existing);
    CHECK_FALSE(store.open(database).rolledBack());
}

TEST_CASE("the head that is kept outside never goes back by itself", "[register]") {
    RegisterFile store;
    Database first = store.connect();
    Database second = store.connect();
    Register one = store.open(first);
    Register two = store.open(second);
    const auto kept = [&store] {
        std::ifstream file(store.headFile);
        std::string origin;
        std::string size;
        std::getline(file, origin);
        std::getline(file, size);
        return size;
    };
    CHECK(kept() == "1");
    must(one.write([&] { return one.append(RegisterFixture::draft()); }));
    CHECK(kept() == "2");
    // An entry that is not committed is not kept.
    CHECK_FALSE(one.write([&]() -> Result<Entry> {
        must(one.append(RegisterFixture::draft()));
        return fail(ErrorCode::DiskFull);
    }));
    CHECK(kept() == "2");
    must(two.write([&] { return two.append(RegisterFixture::draft()); }));
    CHECK(kept() == "3");
    one.saveHead();
    CHECK(kept() == "3");
    CHECK((std::filesystem::status(store.headFile).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a head that is missing or torn is made again", "[register]") {
    RegisterFile store;
    store.append(1);
    const auto content = GENERATE("", "guichet/DEMO", "guichet/DEMO/K7.1\n9\n");
    std::ofstream(store.headFile, std::ios::trunc) << content;
    store.append(1);
    std::filesystem::remove(store.headFile);
    store.append(1);
    Database database = store.connect();
    Register entries = store.open(database);
    CHECK_FALSE(entries.rolledBack());
    std::ifstream file(store.headFile);
    std::string origin;
    std::getline(file, origin);
    CHECK(origin == "guichet/DEMO/K7.1");
}

TEST_CASE("a register without a place for its head works", "[register]") {
    RegisterFile store;
    store.headFile = "/proc/nowhere/store.head";
    store.append(2);
    Database database = store.connect();
    CHECK(store.open(database).verify().ok);
}

TEST_CASE("the head is kept in the user's state folder", "[register]") {
    const char *before = std::getenv("XDG_STATE_HOME");
    const std::optional<std::string> kept = before != nullptr ? std::optional<std::string>(before) : std::nullopt;
    ::setenv("XDG_STATE_HOME", "/var/state", 1);
    CHECK(headFilePath("S1") == "/var/state/guichet/S1.head");
    ::setenv("XDG_STATE_HOME", "relative", 1);
    CHECK(headFilePath("S1") == std::filesystem::path(std::getenv("HOME")) / ".local/state/guichet/S1.head");
    kept ? ::setenv("XDG_STATE_HOME", kept->c_str(), 1) : ::unsetenv("XDG_STATE_HOME");
}
