// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace guichet::storage {
namespace {

using enum SettingKind;

// Papers, by the ids that their code goes by.
constexpr std::string_view kAll = "receipt-optout receipt-request slip statement form record";
constexpr std::string_view kReceipts = "receipt-optout receipt-request";

constexpr std::string_view kVeilAfter = "veil-after";
constexpr std::string_view kLockAfter = "lock-after";

constexpr std::array kRows{
    // The agency: what heads every paper.
    SettingRow{"agency-code", Text, "", "", false},
    SettingRow{"agency-name", Text, "", kAll, false},
    SettingRow{"agency-address", Text, "", "receipt-optout receipt-request slip statement form", false},
    SettingRow{"agency-phone", Phone, "", "receipt-optout receipt-request slip statement form", false},
    SettingRow{"agency-email", Email, "", "", false},
    SettingRow{"agency-hours", Text, "", "", false},
    SettingRow{"agency-timezone", TimeZone, "Europe/Paris", "", false},
    SettingRow{"agency-territory", Territory, "metropole", "", false},
    // Records are copies of the health insurance's own; a reliable copy in the sense of CSP L1111-29 only where the
    // agency says that the article covers it.
    SettingRow{"agency-reliable-copies", YesNo, "no", "", true},
    // The service in charge, which every receipt names with its address and telephone (CRPA R112-5, 2°).
    SettingRow{"service-name", Text, "", kReceipts, false},
    SettingRow{"service-address", Text, "", kReceipts, false},
    SettingRow{"service-phone", Phone, "", kReceipts, false},
    SettingRow{"service-email", Email, "", "", false},
    // Time limits that the agency promises or sets, and rules that the catalogue marks: "yes" once it has looked at
    // them.
    SettingRow{"service-rules-checked", YesNo, "no", "", true},
    // The languages of reading copies that a speaker has read and found right: "en", "en ar".
    SettingRow{"service-translations-validated", Text, "", "", false},
    // Where to go when nothing happens, or against a decision (CRPA R112-5; CSS R142-1; RGPD article 77).
    SettingRow{"remedy-appeal-name", Text, "Commission de recours amiable", "", false},
    SettingRow{"remedy-appeal-address", Text, "", "receipt-request", false},
    SettingRow{"remedy-court-name", Text, "Tribunal judiciaire (pôle social)", "", false},
    SettingRow{"remedy-court-address", Text, "", "", false},
    SettingRow{"remedy-mediator-address", Text, "", "", false},
    SettingRow{"remedy-cnil-address", Text, "CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07", "", true},
    SettingRow{"remedy-defender", Text, "09 69 39 00 00 ; Libre réponse 71120, 75342 Paris Cedex 07 (sans timbre)", "",
               true},
    // Who runs Mon espace santé, and what opt-outs are sent to.
    SettingRow{"operator-name", Text, "", "slip", false},
    SettingRow{"operator-address", Text, "", "slip", false},
    // Whom an opposition to the re-use of health data is written to (CSP R1461-9; the agency says who it is).
    SettingRow{"operator-snds-name", Text, "", "", true},
    SettingRow{"operator-snds-address", Text, "", "", true},
    SettingRow{"operator-phone", Phone, "3422", "", false},
    SettingRow{"operator-hours", Text, "du lundi au vendredi, de 8 h 30 à 17 h 30", "", false},
    // Who answers for personal data (RGPD articles 37 to 39).
    SettingRow{"dpo-name", Text, "", "", false},
    SettingRow{"dpo-address", Text, "", "", false},
    SettingRow{"dpo-phone", Phone, "", "", false},
    SettingRow{"dpo-email", Email, "", "", false},
    // Paper.
    SettingRow{"printer", Text, "", "", false},
    SettingRow{"printer-tray", Text, "", "", false},
    // Which printer was chosen, so that another under its name is noticed; and what it says even when all is well.
    SettingRow{"printer-identity", Text, "", "", false},
    SettingRow{"printer-usual", Text, "", "", false},
    // Where a paper that the first one does not print comes out by one touch, and which one it is.
    SettingRow{"printer-spare", Text, "", "", false},
    SettingRow{"printer-spare-identity", Text, "", "", false},
    SettingRow{"papers-folder", Path, "", "", false},
    // The agency's list may carry telephone numbers and e-mail addresses: kept only where it asks for them.
    SettingRow{"import-contact", YesNo, "no", "", false},
    // How long things are kept.
    SettingRow{"retention-prescription", Retention, "visit", "", false},
    SettingRow{"retention-certificate", Retention, "visit", "", false},
    SettingRow{"retention-result", Retention, "visit", "", false},
    SettingRow{"retention-hospital", Retention, "visit", "", false},
    SettingRow{"retention-reimbursement", Retention, "visit", "", false},
    SettingRow{"retention-other", Retention, "visit", "", false},
    // An opt-out: as long as a closed space is archived (CSP R1111-36).
    SettingRow{"retention-optout", Retention, "3653", "", true},
    // A request: the general limitation of civil actions (code civil, article 2224).
    SettingRow{"retention-request", Retention, "1826", "", true},
    // Who opened what: a year at most (CNIL, recommendation on logging of 14 October 2021).
    SettingRow{"retention-journal", Retention, "365", "", false},
    SettingRow{"retention-draft", Retention, "7", "", false},
    // The touchscreen left alone: when everything is hidden, and when the PIN is asked for.
    SettingRow{kVeilAfter, Minutes, "2", "", false},
    SettingRow{kLockAfter, Minutes, "10", "", false},
};

/// Those whose holidays the catalogue knows.
constexpr std::array<std::string_view, 9> kTerritories{"metropole",  "alsace-moselle", "guadeloupe",
                                                       "martinique", "guyane",         "la-reunion",
                                                       "mayotte",    "saint-martin",   "saint-barthelemy"};

const SettingRow *find(std::string_view key) {
    const auto *row = std::ranges::find_if(kRows, [&](const SettingRow &each) { return each.key == key; });
    return row == kRows.end() ? nullptr : row;
}

/// How many letters must be changed, added or left out to make one of the other.
std::size_t distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string nearest(std::string_view key) {
    return std::string(
        std::ranges::min_element(kRows, {}, [&](const SettingRow &row) { return distance(row.key, key); })->key);
}

bool isTimeZone(const std::string &name) {
    const bool named = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    });
    std::error_code ignored;
    return named && std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / name, ignored);
}

/// From 1 on.
bool isNumber(const std::string &value, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() && number >= 1 && number <= most;
}

/// Why the value does not fit, "" when it does.
std::string_view whyNot(SettingKind kind, const std::string &value) {
    const auto only = [&](std::string_view characters) {
        return value.find_first_not_of(characters) == std::string::npos;
    };
    switch (kind) {
    case Text:
        return countCharacters(value) <= 500 && value == toValidUtf8(value) ? "" : "500 caractères au plus, en UTF-8";
    case Phone:
        return only("0123456789 .+-()") && value.find_first_of("0123456789") != std::string::npos && value.size() <= 30
                   ? ""
                   : "des chiffres et des espaces";
    case Email: {
        const auto at = value.find('@');
        return at != std::string::npos && at > 0 && at + 1 < value.size() &&
                       value.find('@', at + 1) == std::string::npos &&
                       value.find_first_of(" \t\r\n") == std::string::npos && value.size() <= 254
                   ? ""
                   : "nom@domaine";
    }
    case TimeZone: return isTimeZone(value) ? "" : "Europe/Paris";
    case Territory:
        return std::ranges::find(kTerritories, value) != kTerritories.end() ? "" : "metropole, alsace-moselle, …";
    case Path: return value.starts_with('/') && value.find('\n') == std::string::npos ? "" : "/chemin/complet";
    case Retention: return value == "visit" || isNumber(value, 36500) ? "" : "visit, 1-36500";
    case Minutes: return isNumber(value, 60) ? "" : "1-60";
    case YesNo: return value == "yes" || value == "no" ? "" : "yes, no";
    }
    throw std::logic_error("no such kind of setting");
}

} // namespace

std::span<const SettingRow> settingRows() { return kRows; }

std::vector<Setting> Settings::list() {
    std::vector<Setting> settings;
    for (const SettingRow &row : kRows) {
        settings.push_back(*get(row.key));
    }
    return settings;
}

Result<Setting> Settings::get(std::string_view key) {
    const SettingRow *row = find(key);
    if (row == nullptr) {
        return fail(ErrorCode::UnknownSetting, std::string(key), nearest(key) + " ?");
    }
    auto statement = database_.prepare("SELECT value FROM setting WHERE key = ?1");
    statement.bind(1, key);
    if (statement.step()) {
        return Setting{std::string(key), statement.text(0), true, false};
    }
    return Setting{std::string(key), std::string(row->fallback), false, row->toBeChecked};
}

std::string Settings::value(std::string_view key) {
    auto setting = get(key);
    if (!setting) {
        throw std::logic_error("no such setting: " + std::string(key));
    }
    return std::move(setting->value);
}

Result<void> Settings::lockAfterVeil(std::span<const std::pair<std::string, std::string>> values) {
    bool lockGiven = false;
    const auto minutesThen = [&](std::string_view key) {
        std::string then = value(key);
        for (const auto &[given, to] : values) {
            if (given == key) {
                then = trim(to).empty() ? std::string(find(key)->fallback) : trim(to);
                lockGiven = lockGiven || key == kLockAfter;
            }
        }
        return then;
    };
    const std::string veil = minutesThen(kVeilAfter);
    const std::string lock = minutesThen(kLockAfter);
    if (std::stoi(veil) <= std::stoi(lock)) {
        return {};
    }
    return lockGiven ? fail(ErrorCode::BadValue, std::string(kLockAfter) + '=' + lock, veil + "-60")
                     : fail(ErrorCode::BadValue, std::string(kVeilAfter) + '=' + veil, "1-" + lock);
}

Result<void> Settings::set(std::span<const std::pair<std::string, std::string>> values, Instant at) {
    for (const auto &[key, given] : values) {
        const SettingRow *row = find(key);
        if (row == nullptr) {
            return fail(ErrorCode::UnknownSetting, key, nearest(key) + " ?");
        }
        const std::string value = trim(given);
        if (!value.empty()) {
            if (const std::string_view why = whyNot(row->kind, value); !why.empty()) {
                return fail(ErrorCode::BadValue, key + "=" + value, std::string(why));
            }
        }
        if (key == "agency-code" && value != this->value(key) && !this->value(key).empty()) {
            // The register's log and every reference carry it.
            return fail(ErrorCode::BadValue, key + "=" + value, this->value(key));
        }
    }
    GUICHET_TRY(lockAfterVeil(values));
    for (const auto &[key, given] : values) {
        if (const std::string value = trim(given); value.empty()) {
            database_.prepare("DELETE FROM setting WHERE key = ?1").with(key).run();
        } else {
            database_.prepare("INSERT OR REPLACE INTO setting (key, value, changed_at) VALUES (?1, ?2, ?3)")
                .with(key, value, at)
                .run();
        }
    }
    return {};
}

std::vector<MissingSetting> Settings::missing() {
    std::vector<MissingSetting> missing;
    for (const SettingRow &row : kRows) {
        if (!row.blocks.empty() && value(row.key).empty()) {
            missing.push_back({std::string(row.key), split(row.blocks, ' ')});
        }
    }
    return missing;
}

std::optional<std::string> Settings::firstMissing(std::string_view paper) {
    for (MissingSetting &setting : missing()) {
        if (std::ranges::find(setting.blocks, paper) != setting.blocks.end()) {
            return std::move(setting.key);
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::days> Settings::retention(std::string_view kind) {
    const std::string kept = value("retention-" + std::string(kind));
    if (kept == "visit") {
        return std::nullopt;
    }
    return std::chrono::days(std::stoi(kept));
}

std::chrono::minutes Settings::minutes(std::string_view key) { return std::chrono::minutes(std::stoi(value(key))); }

} // namespace guichet::storage
