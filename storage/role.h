// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::storage {

/// What an agent's slot in the keyring says of them. What each may do is the counter's matter.
enum class Role { Agent, Supervisor, Admin };

} // namespace guichet::storage
