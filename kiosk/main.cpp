// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"
#if GUICHET_UI
#include "kiosk/ui/kiosk.h"
#endif

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace {

guichet::kiosk::cli::Touchscreen touchscreen() {
#if GUICHET_UI
    return [](guichet::kiosk::cli::Call &call) -> guichet::Result<int> {
        for (const char *later : {"person-display", "gallery"}) {
            if (call.arguments().has(later)) {
                return guichet::fail(guichet::ErrorCode::ScopeNotAvailable, std::string("--") + later);
            }
        }
        GUICHET_ASSIGN(guichet::kiosk::Machine & machine, call.machine());
        return guichet::ui::runKiosk({.machine = machine,
                                      .store = call.globals().store,
                                      .language = call.language(),
                                      .windowed = call.arguments().has("windowed")});
    };
#else
    return {};
#endif
}

} // namespace

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
    return guichet::kiosk::cli::run(std::vector<std::string>(argv + 1, argv + argc), surroundings, touchscreen());
}
