// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"

#include <string_view>
#include <vector>

/// What changed for the agents with each version of the program: told to each of them once.
namespace guichet::kiosk {

/// What who is signed in has not read yet, the newest first; the catalogue's. Nothing where nobody is signed in.
[[nodiscard]] std::vector<const News *> unreadNews(const Desk &desk);
/// They have. Error: Busy.
[[nodiscard]] Result<void> markNewsRead(Desk &desk);
/// This agent is new: of what was before them nothing has changed.
/// Error: Busy.
[[nodiscard]] Result<void> beginNews(Desk &desk, std::string_view agent);

} // namespace guichet::kiosk
