// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace guichet::test {

/// The published example documents, sorted, where they are present: in the folder named by GUICHET_SAMPLES, else beside
/// the sources. None elsewhere: then the test says so and is skipped.
[[nodiscard]] std::vector<std::filesystem::path> sampleDocuments();

} // namespace guichet::test
