// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"

#include "base/files.h"
#include "storage/backup.h"
#include "storage/file_lock.h"
#include "storage/migrations.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <vector>

namespace guichet::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDatabase = "guichet.db";
/// There while a store is being made: what lies beside it belongs to nobody yet.
constexpr std::string_view kMaking = ".making";

fs::path machineKeyOf(const fs::path &folder, const fs::path &wanted) {
    return wanted.empty() ? folder / "machine.key" : wanted;
}

/// An empty file of mode 0600 that was not there.
Result<void> makeFile(const fs::path &file) {
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(writeError(), file);
    }
    ::close(fd);
    return {};
}

/// Removes files that a writeFile() had begun, when their process was killed. All who write in the folder by it hold
/// the keyring's lock: what is there while we hold it is nobody's. Nothing is lost where it can't be done now.
/// A backup that is being made (backUp()) goes without that lock, and keeps its file.
void clearLeftovers(const fs::path &folder) {
    const auto leftovers = [&] {
        std::vector<fs::path> found;
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(folder, ignored)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with(".guichet-") && !name.starts_with(".guichet-backup-") &&
                entry.is_regular_file(ignored)) {
                found.push_back(entry.path());
            }
        }
        return found;
    };
    if (leftovers().empty()) {
        return;
    }
    if (const auto lock = FileLock::take(folder, FileLock::kKeyring, std::chrono::milliseconds(0))) {
        for (const fs::path &file : leftovers()) {
            std::error_code ignored;
            fs::remove(file, ignored);
        }
    }
}

/// Removes what a creation makes, but the mark that one is going on.
void clear(const fs::path &folder) {
    std::error_code ignored;
    for (const char *made : {"guichet.db", "guichet.db-journal", "guichet.db-wal", "guichet.db-shm", "machine.key",
                             "lock", "inbox", "keyring.json"}) {
        fs::remove(folder / made, ignored);
    }
    for (const auto &entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(".guichet-")) { // a file that writeFile() had begun
            fs::remove(entry.path(), ignored);
        }
    }
}

/// The folder, empty, of mode 0700, marked as being made.
Result<void> claim(const fs::path &folder) {
    std::error_code ignored;
    const fs::path parent = fs::absolute(folder).parent_path();
    if (!fs::is_directory(parent, ignored)) {
        return fail(ErrorCode::FolderMissing, parent);
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        return fail(writeError(), folder);
    }
    if (!fs::is_directory(folder, ignored)) {
        return fail(ErrorCode::NotEmpty, folder);
    }
    if (fs::exists(folder / "keyring.json", ignored)) {
        return fail(ErrorCode::StoreExists, folder);
    }
    if (fs::exists(folder / kMaking, ignored)) {
        clear(folder);
    }
    for (const auto &entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename() != kMaking) {
            return fail(ErrorCode::NotEmpty, folder);
        }
    }
    if (::chmod(folder.c_str(), 0700) != 0) {
        return fail(writeError(), folder);
    }
    return makeFile(folder / kMaking);
}

/// The identity that the database itself holds.
StoreIdentity readIdentity(Database &database) {
    auto row = database.prepare("SELECT id, kind, agency, station, created_at FROM store");
    StoreIdentity identity;
    if (row.step()) {
        identity = {row.text(0), row.text(1) == "live" ? StoreKind::Live : StoreKind::Demo, row.text(2), row.text(3),
                    Instant(std::chrono::milliseconds(row.number(4)))};
    }
    return identity;
}

} // namespace

struct Store::State {
    fs::path folder;
    StoreIdentity identity;
    std::unique_ptr<MachineSecret> machine;
    Keyring keyring;
    Secret key;
    Database database;
    std::optional<SignedIn> signedIn;
    People people;
    Records records;
    Settings settings;
    Jobs jobs;
    Drafts drafts;
    Figures figures;

    State(fs::path at, StoreIdentity who, std::unique_ptr<MachineSecret> secret, Keyring ring, Secret databaseKey,
          Database opened)
        : folder(std::move(at)), identity(std::move(who)), machine(std::move(secret)), keyring(std::move(ring)),
          key(std::move(databaseKey)), database(std::move(opened)), people(database, identity.kind, identity.station),
          records(database, identity.station), settings(database), jobs(database, identity.station),
          drafts(database, identity.station), figures(database) {}

    /// Opens the database under the key, brings it to this build's schema, and compares it with the keyring.
    static Result<std::unique_ptr<State>> open(const fs::path &folder, std::unique_ptr<MachineSecret> machine,
                                               Keyring keyring, Secret key) {
        const fs::path file = folder / kDatabase;
        GUICHET_ASSIGN(StoreIdentity identity, keyring.identity());
        auto opened = Database::open(file, key.view(), Database::Mode::ReadWrite);
        if (!opened) {
            return fail(opened.error().code == ErrorCode::FileNotFound ? Error{ErrorCode::StoreDamaged, file, {}}
                                                                       : opened.error());
        }
        try {
            const std::string version = std::to_string(opened->pragma("user_version"));
            GUICHET_TRY(migrate(*opened, [&]() -> Result<void> {
                return backUp(*opened, key, folder / ("guichet-before-migration-from-" + version + ".db"));
            }));
            if (readIdentity(*opened) != identity) {
                return fail(ErrorCode::StoreDamaged, folder / "keyring.json");
            }
        } catch (const DatabaseError &error) {
            return fail(error.asError(file));
        }
        return std::make_unique<State>(folder, std::move(identity), std::move(machine), std::move(keyring),
                                       std::move(key), std::move(*opened));
    }
};

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store &&) noexcept = default;
Store &Store::operator=(Store &&) noexcept = default;
Store::~Store() = default;

Result<Store::Created> Store::create(const NewStore &wanted, const Clock &clock, Random &random) {
    if (wanted.agency.empty()) { // its other rules are the keyring's
        return fail(ErrorCode::BadValue, "agency", "A-Z 0-9 -");
    }
    std::error_code ignored;
    const bool folderWasThere = fs::exists(wanted.folder, ignored);
    GUICHET_TRY(claim(wanted.folder));
    auto machine = std::make_unique<MachineSecretFile>(machineKeyOf(wanted.folder, wanted.machineKey));
    Keyring keyring(wanted.folder, *machine, clock);
    const StoreIdentity identity{makeId(clock.now(), random), wanted.kind, wanted.agency, wanted.station, clock.now()};
    // Keys are the system's even in a demo store that is otherwise drawn from a seed.
    Secret key = Secret::random();
    Secret inboxPrivate;
    std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> inboxPublic{};
    crypto_box_keypair(inboxPublic.data(), inboxPrivate.writable().data());
    std::string recoveryCode;
    const auto make = [&]() -> Result<void> {
        const fs::path file = wanted.folder / kDatabase;
        // Made by us first, so that it has the mode 0600; SQLite's other files take it over.
        GUICHET_TRY(makeFile(file));
        GUICHET_TRY(makeFile(wanted.folder / "lock"));
        {
            GUICHET_ASSIGN(Database database, Database::open(file, key.view(), Database::Mode::Create));
            GUICHET_TRY(migrate(database));
            GUICHET_TRY(inTransaction(database, [&]() -> Result<void> {
                database
                    .prepare("INSERT INTO store (only, id, kind, agency, station, created_at, inbox_public_key, "
                             "inbox_private_key) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                    .with(identity.id, toText(identity.kind), identity.agency, identity.station, identity.createdAt,
                          ByteView(inboxPublic), inboxPrivate.view())
                    .run();
                const std::array<std::pair<std::string, std::string>, 1> agency{{{"agency-code", identity.agency}}};
                return Settings(database).set(agency, identity.createdAt);
            }));
        }
        if (::mkdir((wanted.folder / "inbox").c_str(), 0700) != 0) {
            return fail(writeError(), wanted.folder / "inbox");
        }
        AgentInfo admin = wanted.admin;
        admin.role = Role::Admin;
        const PinCost cost = wanted.pinCost                   ? *wanted.pinCost
                             : wanted.kind == StoreKind::Live ? PinCost::measured()
                                                              : PinCost::least();
        GUICHET_ASSIGN(recoveryCode, keyring.create(identity, inboxPublic, cost, admin, wanted.adminPin, key));
        return {};
    };
    Result<void> made;
    try {
        made = make();
    } catch (const DatabaseError &error) {
        made = fail(error.isFull() ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, wanted.folder / kDatabase,
                    error.what());
    }
    if (!made) {
        clear(wanted.folder);
        fs::remove(wanted.folder / kMaking, ignored);
        if (!folderWasThere) {
            fs::remove(wanted.folder, ignored);
        }
        return fail(made.error());
    }
    fs::remove(wanted.folder / kMaking, ignored);
    GUICHET_ASSIGN(auto state, State::open(wanted.folder, std::move(machine), std::move(keyring), std::move(key)));
    GUICHET_ASSIGN(const auto agents, state->keyring.agents());
    state->signedIn = SignedIn{agents.front().code, agents.front().name, agents.front().role};
    return Created{Store(std::move(state)), std::move(recoveryCode)};
}

Result<Store> Store::open(const fs::path &folder, std::string_view agent, std::string_view pin, const Clock &clock,
                          const StoreOptions &options) {
    auto machine = std::make_unique<MachineSecretFile>(machineKeyOf(folder, options.machineKey));
    Keyring keyring(folder, *machine, clock);
    GUICHET_ASSIGN(Unlocked unlocked, keyring.unlock(agent, pin));
    clearLeftovers(folder);
    GUICHET_ASSIGN(auto state,
                   State::open(folder, std::move(machine), std::move(keyring), std::move(unlocked.databaseKey)));
    state->signedIn = SignedIn{unlocked.agent.code, unlocked.agent.name, unlocked.agent.role};
    return Store(std::move(state));
}

Result<Store> Store::openWithRecovery(const fs::path &folder, std::string_view code, const Clock &clock,
                                      const StoreOptions &options) {
    auto machine = std::make_unique<MachineSecretFile>(machineKeyOf(folder, options.machineKey));
    Keyring keyring(folder, *machine, clock);
    GUICHET_ASSIGN(Secret key, keyring.recover(code));
    GUICHET_ASSIGN(auto state, State::open(folder, std::move(machine), std::move(keyring), std::move(key)));
    return Store(std::move(state));
}

Result<StoreIdentity> Store::identify(const fs::path &folder) {
    const MachineSecretFile none{fs::path()};
    const SystemClock clock;
    return Keyring(folder, none, clock).identity();
}

Result<std::vector<AgentInfo>> Store::agentsOf(const fs::path &folder) {
    const MachineSecretFile none{fs::path()};
    const SystemClock clock;
    return Keyring(folder, none, clock).agents();
}

const StoreIdentity &Store::identity() const { return state_->identity; }
const fs::path &Store::folder() const { return state_->folder; }
Database &Store::database() { return state_->database; }
People &Store::people() { return state_->people; }
Records &Store::records() { return state_->records; }
Settings &Store::settings() { return state_->settings; }
Jobs &Store::jobs() { return state_->jobs; }
Drafts &Store::drafts() { return state_->drafts; }
Figures &Store::figures() { return state_->figures; }

Result<Database> Store::connect() const {
    return Database::open(state_->folder / kDatabase, state_->key.view(), Database::Mode::ReadWrite);
}

const std::optional<SignedIn> &Store::signedIn() const { return state_->signedIn; }

Result<void> Store::signIn(std::string_view agent, std::string_view pin) {
    GUICHET_ASSIGN(const Unlocked unlocked, state_->keyring.unlock(agent, pin));
    if (!unlocked.databaseKey.equals(state_->key)) {
        return fail(ErrorCode::StoreDamaged, state_->folder / "keyring.json");
    }
    state_->signedIn = SignedIn{unlocked.agent.code, unlocked.agent.name, unlocked.agent.role};
    return {};
}

void Store::lock() { state_->signedIn.reset(); }

Result<std::vector<AgentInfo>> Store::agents() const { return state_->keyring.agents(); }

Result<void> Store::addAgent(const AgentInfo &agent, std::string_view pin) {
    return state_->keyring.add(agent, pin, state_->key);
}

Result<void> Store::disableAgent(std::string_view code) { return state_->keyring.disable(code); }

Result<void> Store::resetPin(std::string_view code, std::string_view newPin) {
    return state_->keyring.resetPin(code, newPin, state_->key);
}

Result<void> Store::changePin(std::string_view oldPin, std::string_view newPin) {
    if (!state_->signedIn) {
        return fail(ErrorCode::WhoActs);
    }
    return state_->keyring.changePin(state_->signedIn->code, oldPin, newPin);
}

Result<void> Store::finishPurge() {
    auto state = state_->database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    if (state.step() && state.number(0) != 0) {
        return fail(ErrorCode::Busy);
    }
    return {};
}

Result<void> Store::backUpDatabase(const fs::path &file) { return backUp(state_->database, state_->key, file); }

std::optional<Bytes> Store::openSealed(ByteView sealed) {
    if (sealed.size() < crypto_box_SEALBYTES) {
        return std::nullopt;
    }
    auto row = state_->database.prepare("SELECT inbox_public_key, inbox_private_key FROM store");
    if (!row.step()) {
        return std::nullopt;
    }
    const Bytes publicKey = row.blob(0);
    Bytes privateBytes = row.blob(1);
    const Secret privateKey = Secret::copyOf(privateBytes);
    sodium_memzero(privateBytes.data(), privateBytes.size());
    Bytes plain(sealed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(), publicKey.data(), privateKey.view().data()) !=
        0) {
        return std::nullopt;
    }
    return plain;
}

Result<Bytes> sealForStore(const fs::path &folder, ByteView bytes) {
    const MachineSecretFile none{fs::path()};
    const SystemClock clock;
    const Keyring keyring(folder, none, clock);
    GUICHET_ASSIGN(const Bytes publicKey, keyring.inboxPublicKey());
    Bytes sealed(bytes.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(sealed.data(), bytes.data(), bytes.size(), publicKey.data()) != 0) {
        return fail(ErrorCode::StoreDamaged, folder / "keyring.json");
    }
    return sealed;
}

} // namespace guichet::storage
