// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/check.h"

#include "storage/keyring.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace guichet::storage {
namespace {

constexpr std::uintmax_t kPage = 4096; // SQLCipher 4

std::uintmax_t lengthOf(const std::filesystem::path &file) {
    std::error_code error;
    const auto length = std::filesystem::file_size(file, error);
    return error ? 0 : length;
}

/// Runs one check; a database that breaks on the way is a problem of that part.
template <typename Check>
void collect(std::vector<Problem> &problems, const std::string &part, Check &&check) {
    try {
        for (std::string &what : check()) {
            problems.push_back({part, std::move(what)});
        }
    } catch (const DatabaseError &error) {
        problems.push_back({part, error.what()});
    }
}

std::vector<std::string> rows(Database &database, const std::string &pragma, std::string_view fine) {
    std::vector<std::string> found;
    auto statement = database.prepare("PRAGMA " + pragma);
    while (statement.step()) {
        if (std::string text = statement.text(0); text != fine) {
            found.push_back(std::move(text));
        }
    }
    return found;
}

std::vector<std::string> checkLength(Database &database, const std::filesystem::path &file) {
    // What is still in the write-ahead log is brought into the file first, where nobody is in the way.
    database.execute("PRAGMA wal_checkpoint(PASSIVE)");
    const auto pages = static_cast<std::uintmax_t>(database.pragma("page_count"));
    const auto size = static_cast<std::uintmax_t>(database.pragma("page_size"));
    const auto length = lengthOf(file);
    if (length % size != 0) {
        return {fmt::format("{} bytes is no whole number of pages", length)};
    }
    // Another process may have written since; then the file is at least not cut.
    const bool settled = lengthOf(file.string() + "-wal") == 0 || [&] {
        auto state = database.prepare("PRAGMA wal_checkpoint(PASSIVE)");
        return state.step() && state.number(0) == 0 && state.number(1) == state.number(2);
    }();
    if (settled && length != pages * size) {
        return {fmt::format("{} pages are there, {} should be", length / size, pages)};
    }
    return {};
}

std::vector<std::string> checkReferences(Database &database) {
    std::vector<std::string> found;
    auto statement = database.prepare("PRAGMA foreign_key_check");
    while (statement.step()) {
        found.push_back(fmt::format("{} row {} refers to nothing in {}", statement.text(0), statement.number(1),
                                    statement.text(2)));
    }
    return found;
}

/// person_key is an index made by hand, which no reference holds to.
std::vector<std::string> checkPeople(Database &database) {
    auto has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'person_key'");
    if (!has.step()) {
        return {};
    }
    auto keys = database.prepare("SELECT count(*) FROM person_key WHERE person NOT IN (SELECT row FROM person)");
    auto people = database.prepare("SELECT id FROM person WHERE row NOT IN (SELECT person FROM person_key)");
    std::vector<std::string> found;
    if (keys.step() && keys.number(0) > 0) {
        found.push_back(fmt::format("{} search keys lead to nobody", keys.number(0)));
    }
    while (people.step()) {
        found.push_back("person " + people.text(0) + " has no search key");
    }
    return found;
}

/// Who is the same as somebody: that one speaks for both, and has nobody else to speak for it.
std::vector<std::string> checkSamePeople(Database &database) {
    auto has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'same_person'");
    if (!has.step()) {
        return {}; // a store of an earlier version
    }
    auto chains =
        database.prepare("SELECT p.id FROM person p JOIN person l ON l.row = p.same_as WHERE p.same_as IS NOT "
                         "NULL AND (l.same_as IS NOT NULL OR l.row = p.row)");
    std::vector<std::string> found;
    while (chains.step()) {
        found.push_back("person " + chains.text(0) + " is the same as somebody who speaks for nobody");
    }
    return found;
}

std::vector<std::string> checkRecords(Database &database) {
    auto has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'record_bytes'");
    if (!has.step()) {
        return {}; // a store of an earlier version
    }
    auto statement =
        database.prepare("SELECT id FROM record WHERE row NOT IN (SELECT record FROM record_bytes) ORDER BY row");
    std::vector<std::string> found;
    while (statement.step()) {
        found.push_back("record " + statement.text(0) + " has lost its bytes");
    }
    return found;
}

} // namespace

std::vector<Problem> checkFolder(const std::filesystem::path &folder, const std::filesystem::path &machineKey) {
    std::vector<Problem> problems;
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        problems.push_back({"folder", errorMessage({ErrorCode::NoStore, folder, {}})});
        return problems;
    }
    const SystemClock clock;
    const MachineSecretFile machine(machineKey.empty() ? folder / "machine.key" : machineKey);
    const Keyring keyring(folder, machine, clock);
    if (auto agents = keyring.agents(); !agents) {
        problems.push_back({"keyring", errorMessage(agents.error())});
    }
    if (auto secret = machine.get(); !secret) {
        problems.push_back({"machine-key", errorMessage(secret.error())});
    }
    const auto file = folder / "guichet.db";
    std::array<char, 16> head{};
    std::ifstream stream(file, std::ios::binary);
    if (!stream.is_open()) {
        problems.push_back({"file", errorMessage({std::filesystem::exists(file, ignored) ? ErrorCode::FileUnreadable
                                                                                         : ErrorCode::FileNotFound,
                                                  file,
                                                  {}})});
        return problems;
    }
    stream.read(head.data(), head.size());
    const auto length = lengthOf(file);
    if (std::string_view(head.data(), head.size()).starts_with("SQLite format 3")) {
        problems.push_back({"file", errorMessage({ErrorCode::NotEncrypted, file, {}})});
    } else if (length == 0 || length % kPage != 0) {
        problems.push_back({"file", fmt::format("guichet.db: {} bytes is no whole number of pages", length)});
    }
    return problems;
}

std::vector<Problem> checkDatabase(Database &database, const std::filesystem::path &file,
                                   std::span<const Checker> further) {
    std::vector<Problem> problems;
    collect(problems, "file", [&] { return checkLength(database, file); });
    collect(problems, "pages", [&] { return rows(database, "cipher_integrity_check", ""); });
    collect(problems, "content", [&] { return rows(database, "integrity_check", "ok"); });
    collect(problems, "references", [&] { return checkReferences(database); });
    collect(problems, "people", [&] { return checkPeople(database); });
    collect(problems, "people", [&] { return checkSamePeople(database); });
    collect(problems, "records", [&] { return checkRecords(database); });
    for (const Checker &checker : further) {
        collect(problems, checker.part, [&] { return checker.check(database); });
    }
    return problems;
}

} // namespace guichet::storage
