// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace guichet::document {

/// Where the bytes stop being UTF-8 (RFC 3629); their number when they never do.
[[nodiscard]] std::size_t validUtf8Prefix(ByteView bytes);

/// The place of the first character that XML 1.0 forbids in valid UTF-8 (controls, U+FFFE, U+FFFF), npos without one.
[[nodiscard]] std::size_t findForbidden(std::string_view text);

/// ASCII letters made small, everything else as it is.
[[nodiscard]] std::string smallLetters(std::string_view text);

/// Valid UTF-8 with "?" in the place of each of them.
[[nodiscard]] std::string withoutForbidden(std::string text);

} // namespace guichet::document
