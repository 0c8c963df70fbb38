// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace guichet::storage {

/// One thing that is wrong with a store.
struct Problem {
    std::string
        part; ///< "folder", "keyring", "machine-key", "file", "pages", "content", "references", "people", "records", …
    std::string what; ///< for people, and without anybody's data
    bool operator==(const Problem &) const = default;
};

/// Something else to check, by who knows it: the register, its projections. It may throw DatabaseError, which becomes a
/// problem of that part.
struct Checker {
    std::string part;
    std::function<std::vector<std::string>(Database &)> check;
};

/// What can be seen of a store without opening it: is everything there, is the file encrypted and of a length that it
/// can have, does the keyring read. For a store that can't be opened, and before opening any. `machineKey` as in
/// StoreOptions.
[[nodiscard]] std::vector<Problem> checkFolder(const std::filesystem::path &folder,
                                               const std::filesystem::path &machineKey = {});

/// Reads the whole of an open store: SQLCipher's check of each page, SQLite's of the structure and of the references,
/// the length of the file against the number of its pages (a page that was cut off has nothing left to check), records
/// without their bytes, and what `further` adds. Empty: nothing is wrong. Never throws DatabaseError.
[[nodiscard]] std::vector<Problem> checkDatabase(Database &database, const std::filesystem::path &file,
                                                 std::span<const Checker> further = {});

} // namespace guichet::storage
