// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace guichet::storage {

/// The one spelling that JSON has in the register: RFC 8785, restricted to what every implementation writes alike.
/// Objects with ASCII keys sorted by byte, arrays, UTF-8 strings, true, false, null, and integers with |n| < 2^53; no
/// other number, at most 32 levels. Leaves and cores hold objects, arrays, strings and integers only.

/// Error: BadValue (a number that is not such an integer, a key that is not ASCII, text that is not UTF-8, too deep).
[[nodiscard]] Result<std::string> canonicalJson(const nlohmann::json &value);

/// The value, when `text` is to the byte what canonicalJson() writes for it (so a key twice, white space, another order
/// or another escape is an error). Error: BadValue.
[[nodiscard]] Result<nlohmann::json> parseCanonicalJson(std::string_view text);

[[nodiscard]] bool isCanonicalJson(std::string_view text);

} // namespace guichet::storage
