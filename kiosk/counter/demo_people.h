// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "storage/people.h"

#include <vector>

namespace guichet::kiosk {

/// Invented people, of all ages on `today`: some have two names, some no whole date of birth, some no number, a few
/// are homonyms, some are children. Their numbers have a right key and a commune that does not exist, so that they
/// belong to nobody; each is different. The same random bytes give the same people.
[[nodiscard]] std::vector<storage::Person> demoPeople(int count, CivilDate today, Random &random);

} // namespace guichet::kiosk
