// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"

#include <string>
#include <vector>

namespace guichet::kiosk {

/// Opt-outs and requests in every state that they can have, for the people given (ids, all adults; the same one may act
/// several times), through the use cases that the counter itself goes through. A supervisor is signed in. With nobody
/// there is nothing to do. Errors: those of the use cases.
[[nodiscard]] Result<void> addDemoActs(Desk &desk, const std::vector<std::string> &people, CivilDate today);

} // namespace guichet::kiosk
