// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace guichet::bench {

/// Writes `count` invented CDA documents of the shapes that come in (a letter, a prescription, a long table of results,
/// and a share of coded entries that no paper shows), 20 KB to 2 MB, test identities only.
void writeDocuments(const std::filesystem::path &folder, int count);

} // namespace guichet::bench
