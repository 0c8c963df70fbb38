// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guichet {

/// The file's bytes. Errors: FileNotFound, FileUnreadable (a folder, no permission), TooLarge (over `limitBytes`),
/// each with the path as detail.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path &path, std::size_t limitBytes);

/// What kept something from being written, by `errno` as the failed call left it: DiskFull (also where the process may
/// write no more, RLIMIT_FSIZE), else FileUnwritable.
[[nodiscard]] ErrorCode writeError();

/// writeFile() will do, as far as can be told beforehand. Errors: FolderMissing, FileUnwritable.
[[nodiscard]] Result<void> checkWritable(const std::filesystem::path &path);

/// Writes beside `path` under another name, mode 0600, syncs, then renames over what was there; on failure the old
/// file stays and nothing is left behind. Errors: FolderMissing (its folder), FileUnwritable (no permission, no name,
/// or a folder, a device or a pipe of that name), DiskFull.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path &path, ByteView bytes);

/// The user's own folder: `home`, the variable HOME, where it is an absolute path; else what the system says of the
/// user.
[[nodiscard]] std::filesystem::path homeFolder(const std::optional<std::string> &home);

} // namespace guichet
