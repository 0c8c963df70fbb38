// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"
#include "storage/people.h"
#include "storage/role.h"
#include "storage/secret.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

[[nodiscard]] std::string_view toText(Role role);            ///< "agent", "supervisor", "admin"
[[nodiscard]] Result<Role> parseRole(std::string_view text); ///< Error: BadValue

enum class AgentState {
    Active,
    Disabled, ///< their keys are destroyed
    Locked,   ///< after too many wrong PINs
};
[[nodiscard]] std::string_view toText(AgentState state); ///< "active", "disabled", "locked"

/// Who may work here, as a list shows them.
struct AgentInfo {
    std::string code;
    std::string name;
    Role role = Role::Agent;
    AgentState state = AgentState::Active;
    bool operator==(const AgentInfo &) const = default;
};

/// What Argon2id costs (RFC 9106): passes over memory.
struct PinCost {
    std::uint64_t passes = 1;
    std::size_t memoryBytes = 8192;
    bool operator==(const PinCost &) const = default;

    /// As little as the algorithm allows: demo stores and tests.
    [[nodiscard]] static PinCost least() { return {}; }
    /// 19 MiB, and as many passes as take 0.5 to 1 s of this machine's processor (at least 2).
    [[nodiscard]] static PinCost measured();
};

/// Where the secret that belongs to this machine, not to the store, comes from. A file here; on a machine with a TPM,
/// something that unseals it.
class MachineSecret {
public:
    virtual ~MachineSecret() = default;
    /// Error: MachineKeyMissing.
    [[nodiscard]] virtual Result<Secret> get() const = 0;
    /// The same, made when there is none.
    [[nodiscard]] virtual Result<Secret> getOrMake() const = 0;
};

/// 32 bytes in a file of mode 0600.
class MachineSecretFile final : public MachineSecret {
public:
    explicit MachineSecretFile(std::filesystem::path file) : file_(std::move(file)) {}
    [[nodiscard]] Result<Secret> get() const override;
    [[nodiscard]] Result<Secret> getOrMake() const override;

private:
    std::filesystem::path file_;
};

/// What every part of the store is bound to, in clear in the keyring and again, encrypted, in the database.
struct StoreIdentity {
    std::string id;
    StoreKind kind = StoreKind::Demo;
    std::string agency;  ///< letters, digits and hyphens, at most 32
    std::string station; ///< two characters of Crockford's alphabet, the first of every reference
    Instant createdAt{};
    bool operator==(const StoreIdentity &) const = default;
};

/// A PIN has 6 to 12 digits, which are not all the same, do not count up or down, and do not repeat one, two or three
/// digits. Error: BadValue.
[[nodiscard]] Result<void> checkPin(std::string_view pin);
/// Eight digits from the system's generator that pass checkPin().
[[nodiscard]] std::string drawPin();

/// How long to wait after that many wrong PINs in a row: nothing after the first two, then 5 s, 15 s, 60 s, 5, 15, 30
/// and 60 minutes. None: locked (from the tenth).
[[nodiscard]] std::optional<std::chrono::seconds> delayAfter(int wrongPins);

/// Who opened the keyring.
struct Unlocked {
    AgentInfo agent;
    Secret databaseKey;
};

/// The file `keyring.json` of a store: who may open it. Each call reads the file, and what changes it does so under
/// the store's lock file and leaves it as it was or as it is after. Usable from any thread and any number of processes.
///
/// An agent's slot is an X25519 pair: the public key in clear, the private key sealed twice with XChaCha20-Poly1305,
/// inside under Argon2id(PIN, salt), outside under the machine's secret; associated data: store, slot, role,
/// parameters. The recovery slot has the inner layer only. The database key is sealed to each public key, so that it
/// can be given to a new agent without anybody's PIN.
///
/// Tries are counted, and the count is on the disk before a PIN is tried. The wait after wrong PINs is measured on the
/// clock that never goes back; after a restart of the machine it is due again in full.
class Keyring {
public:
    /// Nothing is read yet. `machine` and `clock` are borrowed and outlive it. The clock is the system's but in tests:
    /// a clock that stands still never lets a wait pass.
    Keyring(std::filesystem::path folder, const MachineSecret &machine, const Clock &clock);

    /// Writes the first keyring, with one administrator, and returns the recovery code: groups of four, "7K2M-…", to be
    /// shown once. Errors: StoreExists, BadValue (agency, station, agent, PIN), those of writeFile().
    [[nodiscard]] Result<std::string> create(const StoreIdentity &store, ByteView inboxPublicKey, PinCost cost,
                                             const AgentInfo &admin, std::string_view pin, const Secret &databaseKey);

    /// Errors: NoStore, StoreDamaged.
    [[nodiscard]] Result<StoreIdentity> identity() const;
    /// The key that what comes in with nobody signed in is sealed to (crypto_box_seal). Errors: NoStore, StoreDamaged.
    [[nodiscard]] Result<Bytes> inboxPublicKey() const;
    /// In the order in which they were added. Errors: NoStore, StoreDamaged.
    [[nodiscard]] Result<std::vector<AgentInfo>> agents() const;

    /// Errors: WhoActs (no code), WrongPin (an unknown agent too, after the same time), TooSoon (the wait in words),
    /// LockedOut, AgentDisabled, MachineKeyMissing, NoStore, StoreDamaged.
    [[nodiscard]] Result<Unlocked> unlock(std::string_view code, std::string_view pin);
    /// The database key by the recovery code: groups, case, O/0, I/L/1 are taken alike. Errors: BadRecoveryCode,
    /// NoStore, StoreDamaged.
    [[nodiscard]] Result<Secret> recover(std::string_view recoveryCode) const;

    /// Adds an agent. `code` is up to 32 letters, digits and - _ . (whose case is kept, and does not matter
    /// afterwards), `name` what receipts show. Errors: AgentExists, BadValue (code, name, PIN).
    [[nodiscard]] Result<void> add(const AgentInfo &agent, std::string_view pin, const Secret &databaseKey);
    /// Destroys the agent's keys. Errors: Nothing (no such agent), AlreadyDone, WrongState (the last administrator who
    /// is not disabled).
    [[nodiscard]] Result<void> disable(std::string_view code);
    /// Errors: those of unlock() for the old one, BadValue for the new one.
    [[nodiscard]] Result<void> changePin(std::string_view code, std::string_view oldPin, std::string_view newPin);
    /// A new pair under a new PIN, for one who forgot it, was locked out, or was disabled. Errors: Nothing, BadValue.
    [[nodiscard]] Result<void> resetPin(std::string_view code, std::string_view newPin, const Secret &databaseKey);

    /// What is wrong with the file, in words, without opening anything; "" when nothing is. A store that has none, or
    /// whose machine key is missing, says so.
    [[nodiscard]] std::string problem() const;

private:
    struct File;
    struct Slot;
    struct OpenSlot;
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "keyring.json"; }
    [[nodiscard]] Result<File> load() const;
    [[nodiscard]] Result<void> save(const File &keyring) const;
    [[nodiscard]] Result<Slot> makeSlot(const File &keyring, const AgentInfo &agent, std::string_view pin,
                                        const Secret &databaseKey) const;
    [[nodiscard]] Result<OpenSlot> open(std::string_view code, std::string_view pin);
    [[nodiscard]] Result<void> countTry(std::string_view code);
    template <typename Change>
    [[nodiscard]] Result<void> change(Change &&change) const;

    std::filesystem::path folder_;
    const MachineSecret &machine_;
    const Clock &clock_;
};

} // namespace guichet::storage
