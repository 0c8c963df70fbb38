// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"

#include <algorithm>
#include <cstdlib>

namespace guichet::test {

std::vector<std::filesystem::path> sampleDocuments() {
    const char *named = std::getenv("GUICHET_SAMPLES");
    const std::filesystem::path folder = named != nullptr ? named : GUICHET_SOURCE_DIR "/../shared/samples/cda";
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".xml") {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace guichet::test
