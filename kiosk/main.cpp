// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program.h"
#include "kiosk/cli/run.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

// The touchscreen is a program of its own, which takes this one's place: the commands start without Qt's libraries
// (15 MiB of memory and half of their start).
int main(int argc, char **argv) {
    guichet::giveLargeBlocksBack();
    return guichet::kiosk::cli::runProcess(argc, argv, [&](guichet::kiosk::cli::Call &) -> guichet::Result<int> {
        const std::filesystem::path program = guichet::siblingProgram("guichet-kiosk");
        if (program.empty()) {
            return guichet::fail(guichet::ErrorCode::NoDisplay);
        }
        ::execv(program.c_str(), argv);
        return guichet::fail(guichet::ErrorCode::Unexpected, program.string() + ": " + std::strerror(errno));
    });
}
