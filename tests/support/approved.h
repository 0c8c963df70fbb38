// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace guichet::test {

/// Fails the test unless `text` is what the file holds, and shows the first line that differs. With GUICHET_APPROVE=1
/// in the environment the file is written instead: look at the difference before it is committed.
/// `file` is relative to the source folder.
void checkApproved(const std::filesystem::path &file, std::string_view text);

} // namespace guichet::test
