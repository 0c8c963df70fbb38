// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/keyring.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// Who may work here. Each change is journaled. Errors of all: NotAllowed, and those of storage::Keyring.
[[nodiscard]] Result<std::vector<storage::AgentInfo>> listAgents(Desk &desk);

/// Adds an agent; without a PIN one is drawn. Returns the PIN that they sign in with.
[[nodiscard]] Result<std::string> addAgent(Desk &desk, const storage::AgentInfo &agent,
                                           const std::optional<std::string> &pin);
/// Their keys are destroyed. Error: WrongState (the last administrator).
[[nodiscard]] Result<void> disableAgent(Desk &desk, std::string_view code);
/// For one who forgot their PIN or was locked out; without a PIN one is drawn, and returned.
[[nodiscard]] Result<std::string> resetPin(Desk &desk, std::string_view code, const std::optional<std::string> &pin);
/// One's own. Without a new one, one is drawn; returned.
[[nodiscard]] Result<std::string> changeOwnPin(Desk &desk, std::string_view oldPin,
                                               const std::optional<std::string> &newPin);

} // namespace guichet::kiosk
