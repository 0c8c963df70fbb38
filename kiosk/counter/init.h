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

/// Makes a store with its keys, its first administrator and its register, whose first entry says that it was started.
/// It is made beside its place and renamed, so that an interruption leaves either nothing or all of it. Nobody needs to
/// be signed in. Errors: StoreExists, NotEmpty, FolderMissing (the folder's own folder), BadValue (codes, PIN), those
/// of `fill`.
[[nodiscard]] Result<OpenedCounter> openCounter(Machine &machine, const NewCounter &wanted, const FillStore &fill = {});

/// The paper that holds the recovery code, to be locked away. Errors: those of the layout.
[[nodiscard]] Result<Bytes> recoverySheet(const Desk &desk, const std::string &recoveryCode, const std::string &key);

/// A new PIN for somebody, by the recovery code and with nobody signed in: for when no administrator can sign in.
/// Returns the PIN. Errors: BadRecoveryCode, Nothing (no such agent), BadValue (the PIN), those of opening a store.
[[nodiscard]] Result<std::string> resetPinByRecovery(Machine &machine, const std::filesystem::path &folder,
                                                     std::string_view recoveryCode, std::string_view agent,
                                                     const std::optional<std::string> &pin);

} // namespace guichet::kiosk
