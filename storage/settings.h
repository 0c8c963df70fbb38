// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/database.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

enum class SettingKind {
    Text,      ///< one line or several, not blank, up to 500 characters
    Phone,     ///< digits, spaces, dots, +, -, (, )
    Email,     ///< something@something
    TimeZone,  ///< a name of the IANA database, "Europe/Paris"
    Territory, ///< whose public holidays count: "metropole", "alsace-moselle", "guadeloupe", …
    Path,      ///< absolute
    Retention, ///< "visit" or a number of days, 1 to 36500
    Minutes,   ///< 1 to 60
    YesNo,     ///< "yes" or "no"
};

/// One setting of the agency: the row of a table, the same for every store.
struct SettingRow {
    std::string_view key;
    SettingKind kind;
    /// The value where none is set; "" when the agency must give it, or may leave it out.
    std::string_view fallback;
    /// Which papers can't be made without it, separated by spaces: ids of papers; "" when it may be missing.
    std::string_view blocks;
    /// The law does not give the value, or it is not known for sure: printed only once the agency has looked at it.
    bool toBeChecked;
};
[[nodiscard]] std::span<const SettingRow> settingRows();

struct Setting {
    std::string key;
    std::string value;        ///< the agency's, else the fallback, else ""
    bool set = false;         ///< the agency gave it
    bool toBeChecked = false; ///< it is the fallback, and the agency should look at it
};

struct MissingSetting {
    std::string key;
    std::vector<std::string> blocks; ///< ids of papers
};

/// The settings of a store. Borrows the database, which outlives it; belongs to its thread.
class Settings {
public:
    explicit Settings(Database &database) : database_(database) {}

    /// All, in the order of the table.
    [[nodiscard]] std::vector<Setting> list();
    /// Error: UnknownSetting, with the nearest name as context.
    [[nodiscard]] Result<Setting> get(std::string_view key);
    /// The value, "" when there is none. A key that is not in the table is a bug (throws std::logic_error).
    [[nodiscard]] std::string value(std::string_view key);
    /// Several at once, all or none, in the caller's transaction; "" takes a value away. Errors: UnknownSetting,
    /// BadValue ("key=value: why"; where lock-after would come before veil-after too).
    [[nodiscard]] Result<void> set(std::span<const std::pair<std::string, std::string>> values, Instant at);
    /// What has neither value nor fallback and blocks a paper.
    [[nodiscard]] std::vector<MissingSetting> missing();
    /// The first setting that the paper misses; none when it can be made.
    [[nodiscard]] std::optional<std::string> firstMissing(std::string_view paper);

    /// How long records of a category or other kinds are kept ("retention-…"): none is until the end of the visit.
    [[nodiscard]] std::optional<std::chrono::days> retention(std::string_view kind);
    /// A setting that is a number of minutes.
    [[nodiscard]] std::chrono::minutes minutes(std::string_view key);

private:
    [[nodiscard]] Result<void> lockAfterVeil(std::span<const std::pair<std::string, std::string>> values);

    Database &database_;
};

} // namespace guichet::storage
