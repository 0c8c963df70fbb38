// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/approved.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace guichet::test {
namespace {

std::string firstDifference(std::string_view expected, std::string_view got) {
    std::istringstream expectedLines{std::string(expected)};
    std::istringstream gotLines{std::string(got)};
    std::string expectedLine;
    std::string gotLine;
    for (int number = 1;; ++number) {
        const bool more = static_cast<bool>(std::getline(expectedLines, expectedLine));
        const bool moreGot = static_cast<bool>(std::getline(gotLines, gotLine));
        if (more != moreGot || expectedLine != gotLine) {
            return "line " + std::to_string(number) + "\n  expected: " + (more ? expectedLine : "(the end)") +
                   "\n  got:      " + (moreGot ? gotLine : "(the end)");
        }
        if (!more) {
            return "the last line's end";
        }
    }
}

} // namespace

void checkApproved(const std::filesystem::path &file, std::string_view text) {
    const std::filesystem::path path = std::filesystem::path(GUICHET_SOURCE_DIR) / file;
    if (const char *approve = std::getenv("GUICHET_APPROVE"); approve != nullptr && std::string_view(approve) == "1") {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(in), {}};
    if (expected != text) {
        FAIL(file.string() << " is not what is made now; GUICHET_APPROVE=1 writes it anew\n"
                           << firstDifference(expected, text));
    }
    SUCCEED();
}

} // namespace guichet::test
