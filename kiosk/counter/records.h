// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "storage/document/document.h"
#include "storage/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// What the agent's screen shows of a record as long as it is sealed: neither title nor author.
struct SealedRecord {
    std::string id;
    document::Category category = document::Category::Other;
    std::string date;         ///< "YYYY-MM-DD", "" without one
    std::optional<int> pages; ///< once somebody has laid it out
    storage::RecordState state = storage::RecordState::Current;
};

/// The person's records, the newest first, as the agent sees them: sealed. What those who are here may not be shown is
/// not among them. Errors: NotAllowed, Nobody, those of mayDisclose().
[[nodiscard]] Result<std::vector<SealedRecord>> listSealed(Desk &desk, std::string_view person,
                                                           const Presence &presence);

/// The headers whole. With `presence`: for those who are here, without what they may not be shown. Without: the list
/// of an agent at work without the person, with the marks of visibility. Errors: NotAllowed, Nobody; NotForThem and
/// IdentityNotShown (mayDisclose()).
[[nodiscard]] Result<std::vector<storage::Record>> listRecords(Desk &desk, std::string_view person,
                                                               std::optional<document::Category> category,
                                                               const std::optional<Presence> &presence);

/// One record's header, unsealed by the touch of who is here, which is journaled. Errors: NotAllowed, Nothing,
/// NotForThem, IdentityNotShown.
[[nodiscard]] Result<storage::Record> unsealRecord(Desk &desk, std::string_view id, const Presence &presence);

/// The document as it came, to the byte, for those who are here; journaled. Errors: as for unsealRecord(),
/// StoreDamaged.
[[nodiscard]] Result<Bytes> exportRecord(Desk &desk, std::string_view id, const Presence &presence);

} // namespace guichet::kiosk
