// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/call.h"

namespace guichet::kiosk::cli {

/// Opens the touchscreen and returns the exit status once it is closed; empty where the program was built without it.
using Touchscreen = std::function<Result<int>(Call &call)>;

/// The whole program: parses, runs the command, prints its answer. Returns the exit status of the process (0 to 5).
/// Whatever a command throws (a bug, a broken disk) ends here.
[[nodiscard]] int run(const std::vector<std::string> &words, Surroundings &surroundings,
                      const Touchscreen &touchscreen = {});

/// The same with a process's own arguments, streams and environment: what `main` returns.
[[nodiscard]] int runProcess(int argc, char **argv, const Touchscreen &touchscreen);

} // namespace guichet::kiosk::cli
