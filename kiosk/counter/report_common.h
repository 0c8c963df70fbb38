// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"

#include <string>
#include <string_view>

/// What the reports have in common.
namespace guichet::kiosk {

/// From one day to another, both among them.
struct Period {
    CivilDate from{};
    CivilDate to{};
};
/// Errors: BadValue (the wrong way round, or more than ten years), FutureDate (`from`).
[[nodiscard]] Result<void> checkPeriod(const Desk &desk, const Period &period);

/// Kinds that are sums of others.
inline constexpr std::string_view kAllActs = "all";
inline constexpr std::string_view kAllOptouts = "optouts";
inline constexpr std::string_view kAllRequests = "requests";
[[nodiscard]] bool isSum(std::string_view kind);
/// What a report of another channel does not part into scopes and forms.
inline constexpr std::string_view kOtherOptouts = "other-optouts";
inline constexpr std::string_view kOtherRequests = "other-requests";
/// Of a scope, a form, or one of the above; the id where the catalogue has it no more.
[[nodiscard]] std::string titleOfKind(const Desk &desk, const Texts &say, std::string_view kind);

/// In quotes where CSV needs them (RFC 4180).
[[nodiscard]] std::string csvField(const std::string &field);

/// "report.made", which stays: what a report said can be compared later with the one that is shown. `csv`: its figures.
[[nodiscard]] Result<void> journalReport(const Desk &desk, std::string_view report, const Period &period,
                                         std::string_view csv);

} // namespace guichet::kiosk
