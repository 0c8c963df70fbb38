// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/journal.h"

#include "storage/register/canonical_json.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk {
namespace {

/// Where the agency has not said otherwise (retention-journal).
constexpr std::chrono::days kKeptFor{365};

} // namespace

Result<void> journal(const Desk &desk, const Happening &happening) {
    storage::Core core;
    const std::size_t dot = happening.kind.find('.');
    core.type = happening.kind.substr(0, dot);
    core.what = dot == std::string::npos ? std::string() : happening.kind.substr(dot + 1);
    core.by = happening.by;
    GUICHET_ASSIGN(const std::string coreText, storage::formatCore(core));
    nlohmann::json details = nlohmann::json::object();
    for (const auto &[key, value] : happening.details) {
        details[key] = value;
    }
    GUICHET_ASSIGN(const std::string detailsText, storage::canonicalJson(details));
    const Instant now = desk.machine.clock.now();
    const auto lastDay =
        std::chrono::floor<std::chrono::days>(now) + desk.store.settings().retention("journal").value_or(kKeptFor);
    GUICHET_TRY(desk.entries.append({.kind = happening.kind,
                                     .agent = desk.agent,
                                     .core = coreText,
                                     .details = detailsText,
                                     .person = happening.person,
                                     .keepUntil = happening.stays ? std::nullopt : std::optional(CivilDate{lastDay}),
                                     .at = now}));
    return {};
}

Result<void> journalAlone(const Desk &desk, const Happening &happening) {
    return desk.entries.write([&] { return journal(desk, happening); });
}

} // namespace guichet::kiosk
