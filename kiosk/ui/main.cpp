// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"
#include "kiosk/ui/kiosk.h"

namespace {

guichet::Result<int> show(guichet::kiosk::cli::Call &call) {
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
}

} // namespace

// Started by `guichet kiosk` in its own place, with the same arguments.
int main(int argc, char **argv) { return guichet::kiosk::cli::runProcess(argc, argv, show); }
