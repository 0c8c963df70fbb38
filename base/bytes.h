// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
/// A SHA-256.
using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] ByteView asBytes(std::string_view text);
[[nodiscard]] std::string_view asText(ByteView bytes);

[[nodiscard]] std::string toHex(ByteView bytes); ///< lower case
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);
/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string toBase64(ByteView bytes);
/// RFC 4648 section 4, padding required; white space is passed over when `lenient` (XML bodies have it).
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text, bool lenient = false);

[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] Digest sha256(std::string_view text);
[[nodiscard]] std::string sha256Hex(ByteView bytes);

} // namespace guichet
