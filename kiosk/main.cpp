// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char **argv) {
    std::ios::sync_with_stdio(false);
    guichet::kiosk::cli::Surroundings surroundings{
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .environment = [](const std::string &name) -> std::optional<std::string> {
            const char *value = std::getenv(name.c_str());
            return value == nullptr ? std::nullopt : std::optional<std::string>(value);
        },
        .inIsTerminal = ::isatty(STDIN_FILENO) == 1,
        .errIsTerminal = ::isatty(STDERR_FILENO) == 1,
    };
    return guichet::kiosk::cli::run(std::vector<std::string>(argv + 1, argv + argc), surroundings);
}
