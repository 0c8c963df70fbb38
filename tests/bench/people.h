// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "storage/people.h"

#include <cstdint>

namespace guichet::bench {

/// Somebody who can't be (department 00), the i-th of up to 12 million, with the names and dates of `random`.
[[nodiscard]] storage::Person inventedPerson(std::uint64_t i, SeededRandom &random);

} // namespace guichet::bench
