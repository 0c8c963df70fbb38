// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/desk.h"

#include <filesystem>
#include <string>

namespace guichet::ui {

struct KioskOptions {
    kiosk::Machine
        &machine; ///< borrowed; used by the worker alone until runKiosk() returns, but for clock and catalogue
    std::filesystem::path store;
    std::string language = "fr";
    bool windowed = false;      ///< in a window, instead of the whole screen
    bool personDisplay = false; ///< a second one for the person, on the second screen for as long as there is one
    std::filesystem::path personKeypad; ///< the input device of a keypad that is the person's; empty: none
    std::filesystem::path callSignal;   ///< a program that carries an agent's call (CallSignal); empty: none
};

/// Opens the gallery of the screens' components, without a store, and returns when it is closed: 0. Errors: NoDisplay,
/// and status 1 as runKiosk() has it.
[[nodiscard]] Result<int> runGallery(CivilDate today, const std::string &language);

/// Opens the touchscreen and returns when it is closed: 0. Where there is no store the assistant of the first
/// run makes one. Errors: NoStore (nor a display to make one on), NoDisplay (no display to open it on), FileNotFound
/// (there is no such program as `callSignal`, or it may not be run), and status 1 with Qt's own words on standard error
/// where the screens can't be loaded.
[[nodiscard]] Result<int> runKiosk(const KioskOptions &options);

} // namespace guichet::ui
