// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/database.h"

#include <functional>
#include <span>
#include <string_view>

namespace guichet::storage {

/// One numbered step of the schema.
struct Migration {
    int number; ///< 10, 20, …: strictly rising; the store's `user_version` after it
    std::string_view name;
    std::string_view sql;
};

/// The steps of this build, in order (made from storage/schema by CMake).
[[nodiscard]] std::span<const Migration> migrations();

/// The number that a store has after all of them.
[[nodiscard]] int schemaVersion();

/// Brings a database to this build's schema, one transaction a step, so that an interruption leaves it at a whole
/// step; several processes may call it at once. `backUp` is called once, before the first step, when the database is
/// not empty and there is something to do; its error stops everything. Errors: StoreNewer (its number as detail;
/// untouched), Busy, DiskFull, StoreDamaged (a step does not run on what is there), those of `backUp`.
[[nodiscard]] Result<void> migrate(Database &database, const std::function<Result<void>()> &backUp = {});
/// The same with other steps, and up to a number: tests go from every earlier version to the next.
[[nodiscard]] Result<void> migrate(Database &database, std::span<const Migration> steps,
                                   const std::function<Result<void>()> &backUp, int upTo);

} // namespace guichet::storage
