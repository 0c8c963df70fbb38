// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/database.h"
#include "storage/figures.h"
#include "storage/jobs.h"
#include "storage/keyring.h"
#include "storage/people.h"
#include "storage/records.h"
#include "storage/settings.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::storage {

/// What a new store is made with.
struct NewStore {
    std::filesystem::path folder; ///< made with mode 0700; may be there already when it is empty
    StoreKind kind = StoreKind::Demo;
    std::string agency;
    std::string station;
    AgentInfo admin; ///< code and name; the role is Admin
    std::string adminPin;
    /// What Argon2id costs: PinCost::measured() for a live store, PinCost::least() for a demo store when absent.
    std::optional<PinCost> pinCost;
    /// Where the machine's secret is kept; `machine.key` in the folder when empty. Elsewhere it is safer: whoever
    /// copies the folder alone then has nothing to try PINs on.
    std::filesystem::path machineKey;
};

struct StoreOptions {
    std::filesystem::path machineKey; ///< as in NewStore
};

/// Who is signed in.
struct SignedIn {
    std::string code;
    std::string name;
    Role role = Role::Agent;
};

/// An open store: one folder with `guichet.db` (and its -wal, -shm), `keyring.json`, `lock`, `inbox/`, all encrypted or
/// without anybody's data. It belongs to one thread; another thread asks for a connection of its own with connect().
/// Any number of processes may have it open.
class Store {
public:
    struct Created;

    /// Makes a store and opens it with its administrator signed in. It exists once `keyring.json` does, which is
    /// written last: what an interrupted call left is cleared by the next. Errors: StoreExists, NotEmpty, FolderMissing
    /// (the folder's own folder), BadValue (codes, PIN), FileUnwritable, DiskFull.
    [[nodiscard]] static Result<Created> create(const NewStore &wanted, const Clock &clock, Random &random);

    /// Opens it and signs in; an older store is backed up and migrated first. Errors: those of Keyring::unlock(),
    /// StoreDamaged, NotEncrypted, StoreNewer, Busy. `clock` measures the waits after wrong PINs: the system's but in
    /// tests. It is borrowed and outlives the store.
    [[nodiscard]] static Result<Store> open(const std::filesystem::path &folder, std::string_view agent,
                                            std::string_view pin, const Clock &clock, const StoreOptions &options = {});
    /// Opens it with the recovery code, nobody signed in. Errors: BadRecoveryCode and those of open().
    [[nodiscard]] static Result<Store> openWithRecovery(const std::filesystem::path &folder, std::string_view code,
                                                        const Clock &clock, const StoreOptions &options = {});

    /// What the folder says of itself without being opened. Errors: NoStore, StoreDamaged.
    [[nodiscard]] static Result<StoreIdentity> identify(const std::filesystem::path &folder);
    /// The agents that a sign-in screen offers. Errors: NoStore, StoreDamaged.
    [[nodiscard]] static Result<std::vector<AgentInfo>> agentsOf(const std::filesystem::path &folder);

    Store(Store &&) noexcept;
    Store &operator=(Store &&) noexcept;
    ~Store();

    [[nodiscard]] const StoreIdentity &identity() const;
    [[nodiscard]] const std::filesystem::path &folder() const;
    [[nodiscard]] Database &database();
    /// One more connection, for one other thread. Errors: those of Database::open().
    [[nodiscard]] Result<Database> connect() const;

    /// Nobody after lock().
    [[nodiscard]] const std::optional<SignedIn> &signedIn() const;
    /// Somebody else, or the same again, takes the place of who is signed in; on failure nothing changes. Errors: those
    /// of Keyring::unlock().
    [[nodiscard]] Result<void> signIn(std::string_view agent, std::string_view pin);
    /// Nobody is signed in; the database stays open.
    void lock();

    // Who may work here; the caller has checked that an administrator asks (Keyring has the errors).
    [[nodiscard]] Result<std::vector<AgentInfo>> agents() const;
    [[nodiscard]] Result<void> addAgent(const AgentInfo &agent, std::string_view pin);
    [[nodiscard]] Result<void> disableAgent(std::string_view code);
    [[nodiscard]] Result<void> resetPin(std::string_view code, std::string_view newPin);
    /// Of who is signed in. Error: WhoActs when nobody is.
    [[nodiscard]] Result<void> changePin(std::string_view oldPin, std::string_view newPin);

    [[nodiscard]] People &people();
    [[nodiscard]] Records &records();
    [[nodiscard]] Settings &settings();
    [[nodiscard]] Jobs &jobs();
    [[nodiscard]] Drafts &drafts();
    [[nodiscard]] Figures &figures();

    /// Ends a purge: nothing of what was deleted stays in the write-ahead log. Error: Busy when another process reads
    /// it just now.
    [[nodiscard]] Result<void> finishPurge();

    /// A copy of the database under the same key; see backUp().
    [[nodiscard]] Result<void> backUpDatabase(const std::filesystem::path &file);

    /// Opens what was sealed to the store's public key. None when it was not.
    [[nodiscard]] std::optional<Bytes> openSealed(ByteView sealed);

private:
    struct State;
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

struct Store::Created {
    Store store;
    std::string recoveryCode; ///< shown once, kept nowhere
};

/// Seals bytes so that only somebody signed in to the store can read them; nobody needs to be. Errors: NoStore,
/// StoreDamaged.
[[nodiscard]] Result<Bytes> sealForStore(const std::filesystem::path &folder, ByteView bytes);

} // namespace guichet::storage
