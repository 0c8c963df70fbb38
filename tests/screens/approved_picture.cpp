// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/likeness.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace guichet::test {

void checkAlike(const std::string &name, const QImage &now) {
    const std::filesystem::path kept = std::filesystem::path(GUICHET_SOURCE_DIR) / "tests/approved" / (name + ".png");
    const QImage small = reduced(now);
    const auto save = [&](const std::filesystem::path &file) {
        std::filesystem::create_directories(file.parent_path());
        REQUIRE(small.save(QString::fromStdString(file.string())));
    };
    if (const auto *set = std::getenv("GUICHET_APPROVE"); set != nullptr && std::string_view(set) == "1") {
        save(kept);
    }
    const auto where = difference(QImage(QString::fromStdString(kept.string())), small);
    if (where) {
        const std::filesystem::path seen = std::filesystem::path(GUICHET_DIFFERENCES) / (name + ".png");
        save(seen);
        FAIL_CHECK(name << " is not as it was approved, at " << where->x() << ", " << where->y() << " ("
                        << where->width() << " × " << where->height() << "); it is now " << seen.string()
                        << "; GUICHET_APPROVE=1 keeps it so");
    }
    CHECK_FALSE(where.has_value());
}

} // namespace guichet::test
