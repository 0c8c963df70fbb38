// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "kiosk/counter/access.h"
#include "printing/layout.h"

#include <string>

namespace guichet::storage {
class Register;
class Store;
} // namespace guichet::storage
namespace guichet::document {
class ReaderClient;
}
namespace guichet::kiosk {

class Calendar;
class Catalogue;
class Printers;

/// What stands outside the process, real or, in tests, not. Everything is borrowed and outlives the desk.
struct Machine {
    const Clock &clock;
    Random &random;
    document::ReaderClient &reader;
    Printers &printers;
    const Catalogue &catalogue;
    printing::Engine engine{};
};

/// One agent at work on one open store: what every use case gets. It belongs to one thread (a command, or the
/// touchscreen's worker); nothing in it is global.
struct Desk {
    Machine &machine;
    storage::Store &store;
    storage::Register &entries; ///< the store's register
    const Calendar &calendar;   ///< time zone and holidays of the agency's settings
    std::string agent;          ///< code of who is signed in
    storage::Role role;
    std::string language = "fr"; ///< of what people read

    /// Error: NotAllowed, with the action in words.
    [[nodiscard]] Result<void> require(Action action) const;
};

} // namespace guichet::kiosk
