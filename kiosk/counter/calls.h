// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/calls.h"

#include <string_view>
#include <vector>

/// An agent who needs a colleague beside them, now, and can't say so aloud. Whoever is at another window on the same
/// store sees it there; where there is none nobody does, and nothing here says that somebody was told.
namespace guichet::kiosk {

/// Journaled with it. Where the agent has a call open already it is that one, so that a key that is pressed again and
/// again asks once. Errors: NotAllowed, Busy, and those of the register.
[[nodiscard]] Result<storage::Call> callColleague(Desk &desk);
/// Those of the last quarter of an hour that are not over, one's own too; the oldest first. Error: NotAllowed.
[[nodiscard]] Result<std::vector<storage::Call>> openCalls(Desk &desk);
/// One comes; journaled. Errors: NotAllowed, Nothing (it is over), AlreadyDone (a colleague comes already), Busy.
[[nodiscard]] Result<void> answerCall(Desk &desk, std::string_view id);
/// It is over, or was a mistake. Errors: NotAllowed, Busy.
[[nodiscard]] Result<void> endCall(Desk &desk, std::string_view id);

} // namespace guichet::kiosk
