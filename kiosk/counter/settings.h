// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/settings.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::kiosk {

/// All settings, in the order of the table. Error: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Setting>> listSettings(Desk &desk);
/// Errors: NotAllowed, UnknownSetting.
[[nodiscard]] Result<storage::Setting> getSetting(Desk &desk, std::string_view key);
/// All or none; which keys were set is journaled. Errors: NotAllowed, UnknownSetting, BadValue.
[[nodiscard]] Result<void> setSettings(Desk &desk, const std::vector<std::pair<std::string, std::string>> &values);
/// What is missing, and which papers it blocks. Error: NotAllowed.
[[nodiscard]] Result<std::vector<storage::MissingSetting>> missingSettings(Desk &desk);

} // namespace guichet::kiosk
