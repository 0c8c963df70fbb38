// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guichet {

/// An account's number (ISO 13616), in capitals without spaces: two letters, two check digits that are right (ISO/IEC
/// 7064 MOD 97-10), and 11 to 30 letters and digits, 23 for France. Spaces are passed over, small letters taken.
[[nodiscard]] std::optional<std::string> parseIban(std::string_view text);
/// As it is written on paper: in groups of four.
[[nodiscard]] std::string formatIban(std::string_view iban);

} // namespace guichet
