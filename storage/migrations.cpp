// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <limits>
#include <stdexcept>
#include <string>

namespace guichet::storage {
namespace {

void checkOrder(std::span<const Migration> steps) {
    int last = 0;
    for (const Migration &step : steps) {
        if (step.number <= last) {
            throw std::logic_error("the migrations are not in strictly rising order");
        }
        last = step.number;
    }
}

/// While it lives, a table that others refer to may be dropped and made anew (SQLite, "Making Other Kinds Of Table
/// Schema Changes"): what refers to it is not deleted with it.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(Database &database) : database_(database) {
        database_.execute("PRAGMA foreign_keys = OFF");
    }
    ~WithoutForeignKeys() { database_.execute("PRAGMA foreign_keys = ON"); }
    WithoutForeignKeys(const WithoutForeignKeys &) = delete;
    WithoutForeignKeys &operator=(const WithoutForeignKeys &) = delete;

private:
    Database &database_;
};

/// Every row refers to one that is there.
bool refersToWhatIsThere(Database &database) { return !database.prepare("PRAGMA foreign_key_check").step(); }

int numberOf(Database &database) { return static_cast<int>(database.pragma("user_version")); }

} // namespace

int schemaVersion() { return migrations().back().number; }

Result<void> migrate(Database &database, const std::function<Result<void>()> &backUp) {
    return migrate(database, migrations(), backUp, std::numeric_limits<int>::max());
}

Result<void> migrate(Database &database, std::span<const Migration> steps, const std::function<Result<void>()> &backUp,
                     int upTo) {
    checkOrder(steps);
    const int newest = steps.empty() ? 0 : steps.back().number;
    const int before = numberOf(database);
    if (before > newest) {
        return fail(ErrorCode::StoreNewer, std::to_string(before));
    }
    if (before == newest || before >= upTo) {
        return {};
    }
    if (before != 0 && backUp) {
        GUICHET_TRY(backUp());
    }
    const WithoutForeignKeys withoutForeignKeys(database);
    for (const Migration &step : steps) {
        if (step.number > upTo) {
            break;
        }
        GUICHET_TRY(inTransaction(database, [&]() -> Result<void> {
            // Another process may have taken this step while we waited for it.
            if (numberOf(database) >= step.number) {
                return {};
            }
            try {
                database.execute(std::string(step.sql));
                database.execute("PRAGMA user_version = " + std::to_string(step.number));
            } catch (const DatabaseError &error) {
                if (error.isBusy() || error.isFull()) {
                    throw;
                }
                return fail(ErrorCode::StoreDamaged, "migration " + std::to_string(step.number), error.what());
            }
            if (!refersToWhatIsThere(database)) {
                return fail(ErrorCode::StoreDamaged, "migration " + std::to_string(step.number), "foreign keys");
            }
            return {};
        }));
    }
    return {};
}

} // namespace guichet::storage
