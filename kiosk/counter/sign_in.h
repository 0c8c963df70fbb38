// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guichet::kiosk {

/// Somebody at work on an open store: owns everything that a Desk borrows but the machine. Belongs to one thread.
class Session {
public:
    /// Opens the store and signs in. `machine` is borrowed and outlives the session. `delays` measures the waits after
    /// wrong PINs, likewise borrowed; null: they pass in real time, whatever the machine's clock shows. Errors: those
    /// of storage::Store::open() (WhoActs, WrongPin, TooSoon, LockedOut, AgentDisabled, NoStore, StoreDamaged…), and
    /// those of the calendar where a setting of the agency is wrong.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(Machine &machine, const std::filesystem::path &folder,
                                                               std::string_view agent, std::string_view pin,
                                                               std::string_view language = "fr",
                                                               const Clock *delays = nullptr);
    /// The same with a store that is open already, as it comes from storage::Store::create() with its register started.
    [[nodiscard]] static Result<std::unique_ptr<Session>> of(Machine &machine, storage::Store store,
                                                             std::string_view language = "fr");
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] Desk &desk();

    /// A colleague takes over, or the same agent comes back; on failure nothing changes. Errors: those of
    /// storage::Keyring::unlock().
    [[nodiscard]] Result<void> signIn(std::string_view agent, std::string_view pin);
    /// Makes the calendar again, after the time zone or the territory was set.
    [[nodiscard]] Result<void> reloadCalendar();

private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace guichet::kiosk
