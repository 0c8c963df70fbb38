// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/people.h"
#include "storage/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// The register's kind of entry for a record in doubt that a supervisor gave to somebody.
inline constexpr std::string_view kRecordGiven = "record.given";

/// What a supervisor compares: an entry by itself, and how many records came in under it, whatever their state.
struct DoubtSide {
    storage::Person entry;
    int records = 0;
};

/// Something that a supervisor has to decide, or has decided and may take back.
struct OpenDoubt {
    std::string id;                           ///< of the doubt, or of the record
    std::optional<storage::DoubtCause> cause; ///< of two entries; none: whose this record is
    bool merged = false;                      ///< it was said that they are one
    bool together = false;                    ///< they are one person meanwhile
    Instant at{};                             ///< since when
    DoubtSide person;                         ///< the entry that came second, or under which the record stands
    std::optional<DoubtSide> other;           ///< the one it may be
    std::optional<storage::Record> record;
};

/// What nobody has decided, the oldest first; records after people; then who was merged, the latest first. Names and
/// numbers of many are in it, so that it was opened is journaled. Error: NotAllowed.
[[nodiscard]] Result<std::vector<OpenDoubt>> listDoubts(Desk &desk);

/// The numbers of both sides are shown whole, to be compared: journaled under each of them. Errors: NotAllowed.
[[nodiscard]] Result<void> showNumbers(Desk &desk, const OpenDoubt &doubt);

/// The two are one person, for whom `person` speaks; or, where `person` is a record, it is the person's called `other`.
/// In the register under both. Nothing is moved but such a record. Errors: NotAllowed, Nobody, AlreadyDone.
[[nodiscard]] Result<void> mergePersons(Desk &desk, std::string_view person, std::string_view other);

/// They are two: `id` is a doubt, or an entry of somebody. What came in under it goes with it; a record is in doubt
/// again. In the register under both. Errors: NotAllowed, Nothing, AlreadyDone.
[[nodiscard]] Result<void> unmergePersons(Desk &desk, std::string_view id);

} // namespace guichet::kiosk
