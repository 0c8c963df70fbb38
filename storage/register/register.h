// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "storage/database.h"
#include "storage/register/checkpoint.h"
#include "storage/register/leaf.h"
#include "storage/register/note.h"
#include "storage/register/seal.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::storage {

/// Where an entry is: which log of this store, and its place there.
struct EntryId {
    std::string origin; ///< the log's
    std::uint64_t index = 0;

    auto operator<=>(const EntryId &) const = default;
};

/// What a use case wants to be written.
struct EntryDraft {
    std::string kind;    ///< never names a scope or a form: "optout.registered"
    std::string agent;   ///< who is signed in: the agent's code; the leaf gets a pseudonym
    std::string core;    ///< canonical JSON object without "details" (formatCore); at most 400 bytes with it
    std::string details; ///< canonical JSON object: all that is kept beside the core
    std::string person;  ///< whose payload this is, for a purge; empty when nobody's
    std::optional<CivilDate> keepUntil; ///< the last day the payload is kept; nothing: as long as the register
    std::optional<Instant> at;          ///< the moment that the paper shows; nothing: now
};

/// What has been written.
struct Entry {
    EntryId id;
    Leaf leaf;
    std::string leafBytes;
    Digest leafHash{};
    Digest salt{};
    std::string core; ///< with its "details"
    std::string details;
};

/// An entry as it is stored: the payload may have been destroyed.
struct StoredEntry {
    EntryId id;
    std::string leafBytes;
    struct Payload {
        Digest salt{};
        std::string core;
        std::string details;
        std::string person;
        std::optional<CivilDate> keepUntil;
    };
    std::optional<Payload> payload;
};

/// A log of this store: one for each epoch, the last of them written to.
struct LogInfo {
    std::string origin;
    std::string agency;
    std::string station;
    int epoch = 1;
    std::uint64_t size = 0;
    VerifierKey key;
};

struct Verification {
    std::uint64_t entries = 0; ///< looked at, in all logs
    bool ok = true;
    struct Bad {
        EntryId entry;
        std::string what; ///< "leaf", "order", "clock", "node", "payload", "missing-payload", "key"
    };
    std::optional<Bad> firstBad; ///< the lowest index of the first log that has one
    Checkpoint head;             ///< of the current log, computed from the leaves' bytes
};

struct Purge {
    std::string agent;
    /// Payloads whose last day is before `today` go; with `person`, all of theirs (People), whatever their day.
    CivilDate today;
    std::string person;
};

/// The append-only register: logs of leaves with their Merkle trees, and beside them the payloads, which can be
/// destroyed alone. Every method runs on the thread of `database`; what writes does so inside the caller's open write
/// transaction (write() below gives one) and reads the head inside it, so that any number of processes may append.
/// Bugs (no transaction, a malformed kind) are std::logic_error; a broken database is DatabaseError.
class Register {
public:
    /// `database`, `clock` and `random` must outlive the register. `headFile` is kept outside the store
    /// (headFilePath()); empty: size and root are not kept anywhere else.
    /// Errors: StoreDamaged (the register was never started).
    [[nodiscard]] static Result<Register> open(Database &database, const Clock &clock, Random &random,
                                               std::filesystem::path headFile);

    /// Starts the first epoch of a new store, inside the caller's transaction: `log-started` is its entry 0.
    /// `station` as parseStationCode() gives it; `agency`: letters, digits, hyphens. Errors: BadValue, AlreadyDone.
    [[nodiscard]] static Result<Register> start(Database &database, const Clock &clock, Random &random,
                                                std::filesystem::path headFile, std::string_view agency,
                                                std::string_view station, std::string_view agent, const Seed &seed);

    Register(Register &&) noexcept;
    Register &operator=(Register &&) noexcept;
    ~Register();

    /// Runs `work` in a write transaction of the database (inTransaction()) and, once that is committed, keeps size and
    /// root outside the store. All that appends should run in it.
    template <typename Work>
    [[nodiscard]] auto write(Work &&work) {
        auto result = inTransaction(database(), std::forward<Work>(work));
        if (result) {
            saveHead();
        }
        return result;
    }

    /// A new log with a new key, for a store that was restored: entry 0, `log-started`, holds the old log's origin,
    /// size, root and key; the old log stays readable. Forgets a rollback.
    [[nodiscard]] Result<Entry> startEpoch(std::string_view agent, const Seed &seed);

    /// Appends one entry; before it `clock-went-back`, when its time is before its predecessor's.
    /// Errors: BadValue (core or details are not canonical, or too long), RolledBack.
    [[nodiscard]] Result<Entry> append(const EntryDraft &draft);

    /// Whether the register was smaller than, or different from, what was kept outside: nothing can be appended until a
    /// supervisor accepts it.
    [[nodiscard]] bool rolledBack();
    /// What was kept outside the store when it rolled back.
    [[nodiscard]] std::optional<Checkpoint> lostHead() const;
    /// A log never signs two heads that contradict each other, so an accepted rollback starts a new epoch; its second
    /// entry, `rollback-accepted`, holds size and root of the head that was lost. Error: AlreadyDone (not rolled back).
    [[nodiscard]] Result<Entry> acceptRollback(std::string_view agent, const Seed &seed);

    [[nodiscard]] LogInfo current();
    [[nodiscard]] std::vector<LogInfo> logs();
    /// The signing key of the current log.
    [[nodiscard]] const SigningKey &key();

    /// Error: Nothing.
    [[nodiscard]] Result<StoredEntry> get(const EntryId &id);
    /// What the register still holds of a person, by any of their entries (People), in the order it was written.
    [[nodiscard]] std::vector<StoredEntry> ofPerson(std::string_view person);
    /// Entries of one kind that still have their payload, in the order they were written. Reads every leaf: for once a
    /// day.
    [[nodiscard]] std::vector<StoredEntry> ofKind(std::string_view kind);
    /// What was written from one moment to another, the second not among them: its kind and when, in that order. Reads
    /// every leaf.
    struct Moment {
        std::string kind;
        Instant at;
    };
    [[nodiscard]] std::vector<Moment> between(Instant from, Instant to);
    /// Error: Nothing (no such entry, or its payload is destroyed).
    [[nodiscard]] Result<Seal> seal(const EntryId &id);

    [[nodiscard]] Checkpoint head();
    /// The current log's head, signed.
    [[nodiscard]] std::string checkpoint();
    /// A tlog-proof for the entry in its log's present tree, or in that of `checkpoint` (a note of that log).
    /// Errors: Nothing; VerifyFailed (the checkpoint is not this log's, is not of this tree, or is older than the
    /// entry).
    [[nodiscard]] Result<std::string> prove(const EntryId &id, std::string_view checkpoint = {});

    /// Whether the log that signed `checkpoint` has grown from it: its signature, and its root at that size.
    /// Error: VerifyFailed (not a checkpoint of a log of this store).
    [[nodiscard]] Result<bool> consistentWith(std::string_view checkpoint);
    /// From the first `oldSize` leaves of the current log to its head. 0 < oldSize <= size. Error: BadValue.
    [[nodiscard]] Result<std::vector<Digest>> consistencyProof(std::uint64_t oldSize);

    /// Looks at every byte: each leaf is canonical and at its place, hashes and nodes follow from the leaves, payloads
    /// that are still there match their digest and details, those that are not are listed by a purge.
    [[nodiscard]] Verification verify();

    /// Destroys payloads (salt, core, details; with them the projections that hang on them) and appends
    /// `payloads-purged` with their indices. Returns what went; nothing to destroy appends nothing.
    [[nodiscard]] Result<std::vector<EntryId>> purge(const Purge &purge);
    /// What purge() would destroy.
    [[nodiscard]] std::vector<EntryId> purgeable(const Purge &purge);
    /// Changes how long a payload is kept. Error: Nothing.
    [[nodiscard]] Result<void> keepUntil(const EntryId &id, std::optional<CivilDate> day);

    /// Who is behind a leaf's pseudonym. Error: Nothing.
    [[nodiscard]] Result<std::string> agentOf(std::string_view pseudonym);

    [[nodiscard]] Database &database() const;
    [[nodiscard]] Random &random() const;

    /// Keeps size and root outside the store; never goes back by itself. write() calls it. A file that can't be written
    /// is passed over: the register is whole without it.
    void saveHead();

private:
    struct State;
    explicit Register(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// `$XDG_STATE_HOME/guichet/<storeId>.head` (`~/.local/state` where the variable is not set).
[[nodiscard]] std::filesystem::path headFilePath(std::string_view storeId);

} // namespace guichet::storage
