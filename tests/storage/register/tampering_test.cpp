// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody with the database's key could do to a register, and what verify() says to it.
#include "storage/register/merkle.h"
#include "storage/register/register.h"
#include "tests/storage/register/register_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::storage;
using test::must;
using test::RegisterFile;

namespace {

constexpr int kEntries = 5;

/// A second connection, which nothing refuses.
Database attacker(const RegisterFile &store) {
    Database database = store.connect();
    database.execute("DROP TRIGGER register_leaf_stays; DROP TRIGGER register_leaf_kept; DROP TRIGGER "
                     "register_node_stays; DROP TRIGGER register_node_kept; DROP TRIGGER register_payload_stays; "
                     "DROP TRIGGER register_log_stays; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; "
                     "PRAGMA ignore_check_constraints = ON;");
    return database;
}

struct Cell {
    std::string where; ///< of the UPDATE
    std::string column;
    Bytes bytes;
    std::uint64_t index; ///< of the entry that is bad when it is changed
};

std::vector<Cell> cells(Database &database) {
    std::vector<Cell> found;
    auto leaf = database.prepare("SELECT position, bytes FROM register_leaf ORDER BY position");
    while (leaf.step()) {
        found.push_back({"register_leaf WHERE position = " + leaf.text(0), "bytes", leaf.blob(1),
                         static_cast<std::uint64_t>(leaf.number(0))});
    }
    auto node = database.prepare("SELECT level, position, hash FROM register_node ORDER BY level, position");
    while (node.step()) {
        const auto last = ((static_cast<std::uint64_t>(node.number(1)) + 1) << node.number(0)) - 1;
        found.push_back({"register_node WHERE level = " + node.text(0) + " AND position = " + node.text(1), "hash",
                         node.blob(2), last});
    }
    auto payload = database.prepare("SELECT position, salt, core, details FROM register_payload ORDER BY position");
    while (payload.step()) {
        const std::string where = "register_payload WHERE position = " + payload.text(0);
        const auto index = static_cast<std::uint64_t>(payload.number(0));
        found.push_back({where, "salt", payload.blob(1), index});
        found.push_back({where, "core", payload.blob(2), index});
        found.push_back({where, "details", payload.blob(3), index});
    }
    return found;
}

void put(Database &database, const Cell &cell, const Bytes &bytes) {
    const auto space = cell.where.find(' ');
    const std::string sql =
        "UPDATE " + cell.where.substr(0, space) + " SET " + cell.column + " = ?" + cell.where.substr(space);
    auto row = database.prepare(sql);
    if (cell.column == "salt" || cell.column == "hash") {
        row.bind(1, ByteView(bytes));
    } else {
        row.bind(1, asText(bytes));
    }
    row.run();
    REQUIRE(database.changes() == 1);
}

} // namespace

TEST_CASE("any changed byte of a leaf, a node or a payload is found at its entry", "[register]") {
    RegisterFile store;
    store.append(kEntries - 1);
    Database database = store.connect();
    Register entries = store.open(database);
    REQUIRE(entries.verify().ok);
    Database second = attacker(store);
    std::size_t changes = 0;
    for (const Cell &cell : cells(second)) {
        INFO(cell.where << " " << cell.column);
        for (std::size_t i = 0; i < cell.bytes.size(); ++i) {
            Bytes changed = cell.bytes;
            changed[i] ^= static_cast<std::uint8_t>(1U << (i % 7));
            put(second, cell, changed);
            ++changes;
            const Verification verification = entries.verify();
            if (verification.ok || verification.firstBad->entry.index != cell.index) {
                CAPTURE(i);
                REQUIRE_FALSE(verification.ok);
                REQUIRE(verification.firstBad->entry.index == cell.index);
            }
            if (verification.entries != kEntries) {
                FAIL("not all entries were looked at");
            }
        }
        put(second, cell, cell.bytes);
    }
    CHECK(changes > 1000);
    CHECK(entries.verify().ok);
}

TEST_CASE("leaves, nodes and payloads that are missing, moved or too many are found", "[register]") {
    const auto [sql, index, what] = GENERATE(table<std::string, std::uint64_t, std::string>({
        {"DELETE FROM register_leaf WHERE position = 2", 2, "order"},
        {"DELETE FROM register_leaf WHERE position = 4", 4, "node"},
        {"DELETE FROM register_leaf", 0, "node"},
        {"DELETE FROM register_node WHERE level = 0 AND position = 3", 3, "node"},
        {"DELETE FROM register_node WHERE level = 2", 3, "node"},
        {"INSERT INTO register_node VALUES (1, 0, 5, zeroblob(32))", 5, "node"},
        {"INSERT INTO register_node VALUES (1, 3, 0, zeroblob(32))", 7, "node"},
        {"INSERT INTO register_leaf SELECT 1, 5, bytes FROM register_leaf WHERE position = 4", 5, "order"},
        {"INSERT INTO register_leaf SELECT 1, 9, bytes FROM register_leaf WHERE position = 4", 5, "order"},
        {"UPDATE register_leaf SET position = 99 WHERE position = 1; UPDATE register_leaf SET position = 1 WHERE "
         "position = 2; UPDATE register_leaf SET position = 2 WHERE position = 99",
         1, "order"},
        {"DELETE FROM register_payload WHERE position = 3", 3, "missing-payload"},
        {"INSERT INTO register_payload SELECT 1, 5, salt, core, details, person, keep_until FROM register_payload "
         "WHERE position = 4",
         5, "payload"},
        {"UPDATE register_log SET public_key = zeroblob(32)", 0, "key"},
        {"UPDATE register_log SET station = 'K8'", 0, "leaf"},
    }));
    RegisterFile store;
    store.append(kEntries - 1);
    Database second = attacker(store);
    Database database = store.connect();
    Register entries = store.open(database);
    second.execute(sql);
    INFO(sql);
    const Verification verification = entries.verify();
    REQUIRE(verification.firstBad);
    CHECK_FALSE(verification.ok);
    CHECK(verification.firstBad->entry.index == index);
    CHECK(verification.firstBad->what == what);
}

TEST_CASE("a tree that was rewritten as a whole is not the one whose head was kept or signed", "[register]") {
    RegisterFile store;
    store.append(kEntries - 1);
    Database database = store.connect();
    std::string checkpoint;
    {
        Register entries = store.open(database);
        checkpoint = entries.checkpoint();
    }
    // The last entry goes, with all that follows from it.
    Database second = attacker(store);
    second.execute("DELETE FROM register_payload WHERE position = 4; DELETE FROM register_leaf WHERE position = 4; "
                   "DELETE FROM register_node WHERE level = 0 AND position = 4");
    Register entries = store.open(database);
    CHECK(entries.verify().ok);
    CHECK(entries.rolledBack());
    CHECK_FALSE(must(entries.consistentWith(checkpoint)));
}

TEST_CASE("a register whose nodes are gone is read-only, and is still looked at", "[register]") {
    RegisterFile store;
    store.append(kEntries - 1);
    attacker(store).execute("DELETE FROM register_node WHERE level = 2");
    Database database = store.connect();
    Register entries = store.open(database);
    CHECK(entries.rolledBack());
    CHECK(entries.verify().firstBad->entry.index == 3);
}
