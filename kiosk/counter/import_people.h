// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace guichet::kiosk {

/// A row of the list about which there is something to say.
struct PeopleItem {
    enum class Outcome { Added, Changed, Unchanged, Rejected };
    std::size_t line = 0; ///< of the file, from 1; the header is line 1
    Outcome outcome = Outcome::Rejected;
    std::string person;              ///< id; empty when rejected
    std::optional<ErrorCode> reason; ///< why it was left out
    std::string column;              ///< which one is at fault; may be empty. Never what stands in it
    bool identityDiffers = false;    ///< the number was there with other traits, or somebody of the same traits
};
[[nodiscard]] std::string_view toText(PeopleItem::Outcome outcome);

struct PeopleReport {
    std::size_t rows = 0; ///< without the header and empty lines
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::vector<PeopleItem> items;    ///< the rejected ones and those whose identity differs, in the order of the file
    std::vector<std::string> ignored; ///< columns of the file that are none of the list's
};

struct PeopleWatch {
    std::size_t rowsAtOnce = 20'000; ///< matched and written together, while the next are read
    /// Called now and then with the bytes of the file that were read.
    std::function<void(std::size_t bytes)> progress;
    /// Asked now and then; true stops.
    std::function<bool()> stop;
};

/// Takes in the agency's list of insured people: UTF-8 CSV with a header, its columns in any order (CONTRACT section
/// 3), separated by commas or, where the header has them, by semicolons. Each row is matched as
/// storage::People::takeFromList() says; telephone and e-mail are kept only with the setting `import-contact`. A row
/// that can't be taken is named and left out. All in one transaction: the store has the whole list, or nothing of it.
/// Taken again, a list changes nothing. Errors: NotAllowed, BadRow (the header), MissingField (a column that must be
/// there, named), BadValue (a column that is there twice, named), FileUnreadable (its end was not reached),
/// StoppedUndone, and those that stop everything (Busy, DiskFull, RolledBack).
[[nodiscard]] Result<PeopleReport> importPeople(Desk &desk, std::istream &list, const PeopleWatch &watch = {});

} // namespace guichet::kiosk
