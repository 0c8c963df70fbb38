// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

/// What is prepared and not signed: nothing is registered, and it goes when its time is over. Who may is asked by the
/// caller.
namespace guichet::kiosk {

/// Who was there, as a draft keeps it: an object with the members by, name, seen and mandate.
[[nodiscard]] nlohmann::json presenceJson(const Presence &presence);
/// Error: BadValue.
[[nodiscard]] Result<Presence> presenceFrom(const nlohmann::json &kept);

/// What a draft keeps of any act; the rest is its own.
struct KeptDraft {
    std::string person;
    Presence presence;
    std::string content; ///< JSON object, as it was given to keepDraft()
};

/// In a transaction of its own; returns the draft's id. `content`: an object without the members by, name, seen
/// and mandate, which say who was there.
[[nodiscard]] Result<std::string> keepDraft(Desk &desk, storage::ActType type, const std::string &person,
                                            const Presence &presence, nlohmann::json content);
/// Error: Nothing (no such draft of this type, or its time is over).
[[nodiscard]] Result<KeptDraft> findDraft(Desk &desk, storage::ActType type, std::string_view draft);
/// In a transaction of its own. Error: as above.
[[nodiscard]] Result<void> dropDraft(Desk &desk, storage::ActType type, std::string_view draft);

} // namespace guichet::kiosk
