// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/register/checkpoint.h"

#include <filesystem>
#include <optional>

namespace guichet::storage {

/// The register's size and root, kept outside the store so that a store that was set back is noticed. The text of a
/// checkpoint, not signed: it guards against a restored disk, not against who owns the account.

/// None when there is no file, or one that a crash has left empty or torn.
[[nodiscard]] std::optional<Checkpoint> readHeadFile(const std::filesystem::path &file);

/// Writes it (0600, folders made on the way) under a lock that other processes respect. A larger size of the same log
/// stays, unless `always`. What can't be written is passed over: the register is whole without it.
void writeHeadFile(const std::filesystem::path &file, const Checkpoint &head, bool always);

} // namespace guichet::storage
