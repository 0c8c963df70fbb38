// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::document {

struct ZipLimits {
    std::size_t entries = 10'000;
    std::uint64_t fileBytes = std::uint64_t{64} << 20;   ///< of one file, unpacked
    std::uint64_t totalBytes = std::uint64_t{192} << 20; ///< of all that is unpacked
    std::uint64_t ratio = 200;                           ///< of all that is unpacked to the archive …
    std::uint64_t freeBytes = std::uint64_t{16} << 20;   ///< … beyond this much, which is harmless at any ratio
};

/// A file of an archive.
struct ZipFile {
    std::string name;                 ///< without a leading "./", with "/" between its parts, valid UTF-8
    Bytes bytes;                      ///< empty where there is a problem, and where it was not wanted
    std::optional<ErrorCode> problem; ///< TooLarge, BadArchive (its bytes are damaged)
};

/// Lists the files of a ZIP archive in memory, and unpacks those whose name is wanted. Nothing is written anywhere, so
/// a name can do no harm here; an archive that tries is refused all the same, whole, as nobody means well with it.
///
/// Errors: BadArchive (no whole central directory, a name with "..", from the root or of a drive, a name twice, a link
/// or a device), TooLarge (more than the limits), Encrypted, each with what is wrong in `context`. For the reader
/// process only.
[[nodiscard]] Result<std::vector<ZipFile>>
readZip(ByteView archive, const std::function<bool(std::string_view name)> &wanted, const ZipLimits &limits = {});

/// The path in its plain form ("\" as "/", without "." and empty parts); none where it leads out of its folder.
[[nodiscard]] std::optional<std::string> plainPath(std::string_view path);

} // namespace guichet::document
