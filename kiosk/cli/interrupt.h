// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::kiosk::cli {

/// While one lives, the first Ctrl-C (SIGINT, SIGTERM) is noted instead of ending the program, so that long work stops
/// between two of its steps; a second one ends it at once, as it would have before. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    [[nodiscard]] bool asked() const;
};

} // namespace guichet::kiosk::cli
