// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"
#include "kiosk/ui/kiosk.h"

namespace {

guichet::Result<int> show(guichet::kiosk::cli::Call &call) {
    GUICHET_ASSIGN(guichet::kiosk::Machine & machine, call.machine());
    if (call.arguments().has("gallery")) {
        return guichet::ui::runGallery(std::chrono::floor<std::chrono::days>(machine.clock.now()), call.language());
    }
    GUICHET_TRY(call.makeDefaultFolder()); // a store may be made in it
    return guichet::ui::runKiosk({.machine = machine,
                                  .store = call.globals().store,
                                  .language = call.language(),
                                  .windowed = call.arguments().has("windowed"),
                                  .personDisplay = call.arguments().has("person-display"),
                                  .personKeypad = call.arguments().get("person-keypad"),
                                  .callSignal = call.arguments().get("call-signal")});
}

} // namespace

// Started by `guichet kiosk` in its own place, with the same arguments.
int main(int argc, char **argv) { return guichet::kiosk::cli::runProcess(argc, argv, show); }
