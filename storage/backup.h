// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/database.h"
#include "storage/secret.h"

#include <filesystem>

namespace guichet::storage {

/// Writes the database as it is at one moment to `file`, under the same key, while others go on reading and writing.
/// The copy is written beside its place, synced, opened and checked, and only then named `file`, over what was there.
/// Errors: FolderMissing, FileUnwritable, DiskFull, StoreDamaged (what was read or written does not hold).
[[nodiscard]] Result<void> backUp(Database &database, const Secret &key, const std::filesystem::path &file);

} // namespace guichet::storage
