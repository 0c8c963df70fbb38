// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::test {

/// What guichet-screens is asked for.
struct ScreensOptions {
    std::filesystem::path output; ///< made where it is not there
    bool all = false;             ///< every state with every value of every axis
    bool manual = false;          ///< those of README and docs, and no others
    std::vector<std::string> only;
    bool help = false;
};

/// Of the command line without the program's name. Errors: Usage, UnknownOption, MissingOption, BadValue.
[[nodiscard]] Result<ScreensOptions> parseScreensOptions(const std::vector<std::string> &words);
[[nodiscard]] std::string screensHelp();

} // namespace guichet::test
