// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/migrations.h"
#include "storage/register/leaf.h"
#include "storage/register/register.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <string>

namespace guichet::test {

inline Instant instant(std::string_view text) { return must(parseInstant(text)); }
inline CivilDate day(std::string_view text) { return must(parseDate(text)); }

inline storage::Seed seedOf(std::uint8_t fill) {
    storage::Seed seed{};
    seed.fill(fill);
    return seed;
}

/// The core of an opt-out with everything that it can say but its details.
inline storage::Core optoutCore(std::string reference = "K7-3F9Q-M2XD-4") {
    storage::Core core;
    core.type = "optout";
    core.reference = std::move(reference);
    core.scopes = {"ens-objection", "ens-closure"};
    core.by = "self";
    core.number = "27903";
    core.initials = "P. D.";
    core.date = day("2026-11-24");
    core.due = day("2026-12-24");
    core.edition = "2026-11";
    return core;
}

/// A new register of station K7 in memory, with a fixed clock and the same salts each time.
struct RegisterFixture {
    FixedClock clock{instant("2026-11-24T08:15:30.123Z")};
    SeededRandom random{1};
    storage::Database database = storage::Database::memory();
    storage::Register entries;

    RegisterFixture() : entries(started(database, clock, random, {})) {}

    static storage::Register started(storage::Database &database, const Clock &clock, Random &random,
                                     const std::filesystem::path &headFile) {
        must(storage::migrate(database));
        return must(inTransaction(database, [&] {
            return storage::Register::start(database, clock, random, headFile, "DEMO", "K7", "A01", seedOf(7));
        }));
    }

    static storage::EntryDraft draft(std::string kind = "paper.printed", std::string agent = "A01") {
        storage::EntryDraft wanted;
        wanted.kind = std::move(kind);
        wanted.agent = std::move(agent);
        wanted.core = R"({"what":"test"})";
        wanted.details = R"({"pages":2})";
        return wanted;
    }

    storage::Entry append(const storage::EntryDraft &wanted) {
        return must(entries.write([&] { return entries.append(wanted); }));
    }
    storage::Entry append() { return append(draft()); }
};

/// The same in an encrypted file, with its head kept beside it.
struct RegisterFile {
    TemporaryFolder folder;
    std::filesystem::path file = folder / "guichet.db";
    std::filesystem::path headFile = folder / "state/store.head";
    FixedClock clock{instant("2026-11-24T08:15:30.123Z")};
    SystemRandom random;
    Bytes key = Bytes(32, 0x42);

    RegisterFile() {
        storage::Database database = connect(storage::Database::Mode::Create);
        RegisterFixture::started(database, clock, random, headFile).saveHead();
    }
    [[nodiscard]] storage::Database connect(storage::Database::Mode mode = storage::Database::Mode::ReadWrite) const {
        return must(storage::Database::open(file, key, mode));
    }
    [[nodiscard]] storage::Register open(storage::Database &database) {
        return must(storage::Register::open(database, clock, random, headFile));
    }
    void append(int count) {
        storage::Database database = connect();
        storage::Register entries = open(database);
        for (int i = 0; i < count; ++i) {
            must(entries.write([&] { return entries.append(RegisterFixture::draft()); }));
        }
    }
};

} // namespace guichet::test
