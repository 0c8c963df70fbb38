// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/command.h"

#include <string>

namespace guichet::kiosk::cli {

/// `guichet --help`: every command with a line each, then the global options. Ends with a line feed, as the others do.
[[nodiscard]] std::string overallHelp(std::string_view language);
/// `guichet person --help`: the commands that begin with that word.
[[nodiscard]] std::string groupHelp(std::string_view group, std::string_view language);
/// `guichet person find --help`.
[[nodiscard]] std::string commandHelp(const Command &command, std::string_view language);

/// The manual page, in man(7).
[[nodiscard]] std::string manualPage(std::string_view language);
/// The completion for bash.
[[nodiscard]] std::string bashCompletion();

} // namespace guichet::kiosk::cli
