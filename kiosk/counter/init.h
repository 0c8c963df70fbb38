// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/sign_in.h"
#include "storage/people.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace guichet::kiosk {

struct NewCounter {
    std::filesystem::path folder;
    storage::StoreKind kind = storage::StoreKind::Live;
    std::string admin;              ///< code of the first administrator
    std::string adminName;          ///< empty: the code
    std::string agency;             ///< code
    std::string station;            ///< code
    std::optional<std::string> pin; ///< none: one is drawn
};

struct OpenedCounter {
    std::unique_ptr<Session> session; ///< the administrator is signed in
    std::string recoveryCode;         ///< shown once, kept nowhere
    std::string key;                  ///< the verifier key of the register
    std::string pin;
    bool pinDrawn = false;
};

/// What else goes into a new store before it gets its name; an error leaves no store at all.
using FillStore = std::function<Result<void>(Session &session)>;

/// A store that is made and not yet in its place: it goes with this, unless it is put there.
class PreparedCounter {
public:
    /// With its keys, its first administrator and its register, whose first entry says that it was started, beside its
    /// place. Nobody needs to be signed in. `machine` is borrowed and outlives it. Errors: StoreExists, NotEmpty,
    /// FolderMissing (the folder's own folder), BadValue (codes, PIN), those of `fill`.
    [[nodiscard]] static Result<PreparedCounter> make(Machine &machine, const NewCounter &wanted,
                                                      const FillStore &fill = {});
    PreparedCounter(PreparedCounter &&) noexcept;
    PreparedCounter &operator=(PreparedCounter &&) noexcept;
    ~PreparedCounter();

    [[nodiscard]] const std::string &recoveryCode() const; ///< shown once, kept nowhere
    /// Whether what was written down opens the store: it is tried. Error: BadRecoveryCode.
    [[nodiscard]] Result<void> tryRecoveryCode(std::string_view typed) const;
    /// Renamed to its place, and opened. Errors: NotEmpty (somebody was first), FileUnwritable.
    [[nodiscard]] Result<OpenedCounter> open();

private:
    struct State;
    explicit PreparedCounter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Makes a store and puts it in its place at once, so that an interruption leaves either nothing or all of it. Errors:
/// those of both.
[[nodiscard]] Result<OpenedCounter> openCounter(Machine &machine, const NewCounter &wanted, const FillStore &fill = {});

/// The paper that holds the recovery code, to be locked away. Errors: those of the layout.
[[nodiscard]] Result<Bytes> recoverySheet(const Desk &desk, const std::string &recoveryCode, const std::string &key);

/// A new PIN for somebody, by the recovery code and with nobody signed in: for when no administrator can sign in.
/// Returns the PIN. Errors: BadRecoveryCode, Nothing (no such agent), BadValue (the PIN), those of opening a store.
[[nodiscard]] Result<std::string> resetPinByRecovery(Machine &machine, const std::filesystem::path &folder,
                                                     std::string_view recoveryCode, std::string_view agent,
                                                     const std::optional<std::string> &pin);

} // namespace guichet::kiosk
