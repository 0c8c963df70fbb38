// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace guichet::storage {

/// References are what a person holds in hand and spells on the telephone: "K7-3F9Q-M2XD-4". The station's two
/// characters, eight random ones, and a check character, of Crockford's alphabet (no I, L, O, U). The check is ISO/IEC
/// 7064 MOD 37-2 over the values 0 to 31 (a number whose check would be 32 or more is not issued), so one wrong
/// character and two neighbours swapped are always found.

/// A station's code: two characters, as they begin its references. Lower case, O for 0 and I or L for 1 are taken
/// alike. Error: BadValue.
[[nodiscard]] Result<std::string> parseStationCode(std::string_view text);

/// A new reference. `station` is what parseStationCode() gives. Whether it is taken already is the caller's matter.
[[nodiscard]] std::string drawReference(std::string_view station, Random &random);

/// The reference as it is written, whatever the case, the spaces and the hyphens, with O for 0 and I or L for 1.
/// Error: BadReference (its detail is the text as given).
[[nodiscard]] Result<std::string> parseReference(std::string_view text);

} // namespace guichet::storage
