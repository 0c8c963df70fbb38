// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/who.h"

#include <optional>
#include <string>

namespace guichet::kiosk {

struct Desk;

/// From "next person" to "end of visit": who is served, who is here for them, and the papers made meanwhile. Held in
/// memory by the touchscreen; the papers themselves are jobs in the store, under the visit's id, so that a crash loses
/// none. A command is a visit of its own.
struct Visit {
    std::string id;
    std::optional<std::string> person; ///< none: served without a name
    Presence presence;
    std::string language = "fr"; ///< of the person
};

} // namespace guichet::kiosk
