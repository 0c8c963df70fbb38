// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/register.h"

#include "base/files.h"
#include "storage/register/canonical_json.h"
#include "storage/register/head_file.h"
#include "storage/register/merkle.h"
#include "storage/register/proof.h"
#include "storage/register/reference.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdlib>
#include <map>
#include <stdexcept>

namespace guichet::storage {
namespace {

using nlohmann::json;

constexpr std::string_view kLogStarted = "log-started";
constexpr std::string_view kClockWentBack = "clock-went-back";
constexpr std::string_view kRollbackAccepted = "rollback-accepted";
constexpr std::string_view kPayloadsPurged = "payloads-purged";
constexpr std::string_view kIdAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kPseudonymLength = 8;

std::int64_t asNumber(std::uint64_t number) { return static_cast<std::int64_t>(number); }
std::uint64_t asIndex(std::int64_t number) { return static_cast<std::uint64_t>(number); }

std::string originOf(std::string_view agency, std::string_view station, int epoch) {
    return fmt::format("guichet/{}/{}.{}", agency, station, epoch);
}

/// The epoch in an origin of this agency and station; 0 in any other.
int epochOf(std::string_view origin, std::string_view agency, std::string_view station) {
    const std::string head = fmt::format("guichet/{}/{}.", agency, station);
    int epoch = 0;
    if (origin.substr(0, head.size()) == head) {
        std::from_chars(origin.data() + head.size(), origin.data() + origin.size(), epoch);
    }
    return epoch;
}

bool isAgencyCode(std::string_view code) {
    return !code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    });
}

std::string written(const json &value) { return *canonicalJson(value); }

/// [[0,3],[7,7]]: indices as they are listed by a purge, in order and without gaps inside.
json rangesOf(const std::vector<std::uint64_t> &indices) {
    json ranges = json::array();
    for (const std::uint64_t index : indices) {
        if (!ranges.empty() && ranges.back()[1] == index - 1 && index > 0) {
            ranges.back()[1] = index;
        } else {
            ranges.push_back({index, index});
        }
    }
    return ranges;
}

/// First and last index of each range that purges list.
struct Ranges {
    std::map<std::uint64_t, std::uint64_t> lastByFirst;

    void add(std::uint64_t first, std::uint64_t last) {
        std::uint64_t &kept = lastByFirst[first];
        kept = std::max(kept, last);
    }
    [[nodiscard]] bool holds(std::uint64_t index) const {
        const auto after = lastByFirst.upper_bound(index);
        return after != lastByFirst.begin() && std::prev(after)->second >= index;
    }
};

/// What a `payloads-purged` entry's details list, by log. What has another shape lists nothing.
void collectPurged(std::string_view details, std::map<std::string, Ranges> &purged) {
    const json value = json::parse(details, nullptr, false);
    if (!value.is_object() || !value.contains("purged") || !value["purged"].is_array()) {
        return;
    }
    for (const json &log : value["purged"]) {
        if (!log.is_object() || !log.contains("log") || !log["log"].is_string() || !log.contains("ranges")) {
            continue;
        }
        for (const json &range : log["ranges"]) {
            if (range.is_array() && range.size() == 2 && range[0].is_number_unsigned() &&
                range[1].is_number_unsigned()) {
                purged[log["log"].get<std::string>()].add(range[0].get<std::uint64_t>(), range[1].get<std::uint64_t>());
            }
        }
    }
}

bool payloadMatches(const Leaf &leaf, ByteView salt, std::string_view core, std::string_view details) {
    if (salt.size() != Digest{}.size() || core.size() > kCoreLimitBytes) {
        return false;
    }
    Digest whole{};
    std::copy(salt.begin(), salt.end(), whole.begin());
    if (payloadDigest(whole, core) != leaf.digest) {
        return false;
    }
    const auto object = parseCanonicalJson(core);
    const auto disclosed = disclosedDetails(details);
    return object && object->is_object() && disclosed &&
           object->value("details", json()) == toBase64(sha256(*disclosed));
}

} // namespace

struct Register::State {
    Database *database;
    const Clock *clock;
    Random *random;
    std::filesystem::path headFile;

    /// The log that is written to, as last read.
    std::int64_t log = 0;
    LogInfo info;
    std::optional<SigningKey> key;

    bool rolledBack = false;
    std::optional<Checkpoint> lostHead;
    /// The epoch that makes up for a rollback, until its transaction is known to be committed.
    std::string acceptedBy;
    bool appended = false;

    [[nodiscard]] MerkleReader nodes(std::int64_t ofLog) const {
        return [this, ofLog](MerkleNode node) {
            auto row = database->prepare("SELECT hash FROM register_node WHERE log = ? AND level = ? AND position = ?");
            row.with(ofLog, node.level, asNumber(node.index));
            if (!row.step()) {
                throw DatabaseError(SQLITE_CORRUPT,
                                    fmt::format("no node {}/{} in the register", node.level, node.index));
            }
            return row.digest(0);
        };
    }

    [[nodiscard]] std::uint64_t sizeOf(std::int64_t ofLog) const {
        auto row = database->prepare("SELECT max(position) FROM register_leaf WHERE log = ?");
        row.with(ofLog);
        return row.step() && !row.isNull(0) ? asIndex(row.number(0)) + 1 : 0;
    }

    [[nodiscard]] std::optional<std::int64_t> logNamed(std::string_view origin) const {
        auto row = database->prepare("SELECT log FROM register_log WHERE origin = ?");
        row.with(origin);
        return row.step() ? std::optional(row.number(0)) : std::nullopt;
    }

    [[nodiscard]] LogInfo logInfo(std::int64_t ofLog) const {
        auto row =
            database->prepare("SELECT origin, agency, station, epoch, public_key FROM register_log WHERE log = ?");
        row.with(ofLog);
        if (!row.step()) {
            throw std::logic_error("no such log");
        }
        LogInfo found{row.text(0), row.text(1), row.text(2), static_cast<int>(row.number(3)), sizeOf(ofLog), {}};
        const Digest publicKey = row.digest(4);
        found.key.name = found.origin;
        std::copy(publicKey.begin(), publicKey.end(), found.key.key.begin());
        return found;
    }

    [[nodiscard]] Checkpoint headOf(std::int64_t ofLog, const std::string &origin) const {
        const std::uint64_t size = sizeOf(ofLog);
        return {origin, size, merkleRoot(size, nodes(ofLog))};
    }

    /// Another process may have started a new epoch. False when there is no log at all.
    bool refresh() {
        auto row = database->prepare("SELECT log, seed FROM register_log ORDER BY log DESC LIMIT 1");
        if (!row.step()) {
            return false;
        }
        if (const std::int64_t latest = row.number(0); latest != log || !key) {
            log = latest;
            info = logInfo(latest);
            const Digest seed = row.digest(1);
            key.emplace(info.origin, Seed(seed));
        }
        return true;
    }

    /// Whether the store holds all that was once kept outside, or somebody has accepted that it does not.
    [[nodiscard]] bool holds(const Checkpoint &kept) const {
        const auto ofLog = logNamed(kept.origin);
        if (ofLog && sizeOf(*ofLog) >= kept.size && merkleRoot(kept.size, nodes(*ofLog)) == kept.root) {
            return true;
        }
        // `rollback-accepted` is the second entry of its epoch; looked for where the file could not be written then.
        auto row = database->prepare("SELECT p.core FROM register_log g JOIN register_payload p ON p.log = g.log "
                                     "AND p.position = 1");
        while (row.step()) {
            const json core = json::parse(row.text(0), nullptr, false);
            if (core.is_object() && core.value("lost_origin", json()) == kept.origin &&
                core.value("lost_size", json()) == kept.size &&
                core.value("lost_root", json()) == toBase64(kept.root)) {
                return true;
            }
        }
        return false;
    }

    void compareWithHeadFile() {
        rolledBack = false;
        lostHead.reset();
        if (headFile.empty()) {
            return;
        }
        if (auto kept = readHeadFile(headFile); kept && !holds(*kept)) {
            rolledBack = true;
            lostHead = std::move(kept);
        }
    }

    [[nodiscard]] std::string pseudonymOf(std::string_view agent, Instant at) const {
        const std::string month = formatInstant(at).substr(0, 7);
        {
            auto row = database->prepare("SELECT pseudonym FROM register_pseudonym WHERE agent = ? AND month = ?");
            row.with(agent, month);
            if (row.step()) {
                return row.text(0);
            }
        }
        while (true) {
            std::string pseudonym;
            while (pseudonym.size() < kPseudonymLength) {
                pseudonym += kIdAlphabet[random->below(static_cast<std::uint32_t>(kIdAlphabet.size()))];
            }
            database
                ->prepare("INSERT INTO register_pseudonym (agent, month, pseudonym) VALUES (?, ?, ?) "
                          "ON CONFLICT (pseudonym) DO NOTHING")
                .with(agent, month, pseudonym)
                .run();
            if (database->changes() == 1) {
                return pseudonym;
            }
        }
    }

    /// Writes the entry at the end of the current log. `at` is not before its predecessor's, or says so.
    [[nodiscard]] Result<Entry> write(const EntryDraft &draft, Instant at, std::uint64_t index) {
        Entry entry;
        GUICHET_ASSIGN(entry.core, withDetails(draft.core, draft.details));
        entry.details = draft.details;
        entry.id = {info.origin, index};
        random->fill(entry.salt);
        entry.leaf = {
            pseudonymOf(draft.agent, at), at, payloadDigest(entry.salt, entry.core), index, draft.kind, info.station};
        entry.leafBytes = formatLeaf(entry.leaf);
        entry.leafHash = merkleLeafHash(asBytes(entry.leafBytes));

        database->prepare("INSERT INTO register_leaf (log, position, bytes) VALUES (?, ?, ?)")
            .with(log, asNumber(index), entry.leafBytes)
            .run();
        for (const auto &[node, hash] : merkleAppend(index, entry.leafHash, nodes(log))) {
            database->prepare("INSERT INTO register_node (log, level, position, hash) VALUES (?, ?, ?, ?)")
                .with(log, node.level, asNumber(node.index), hash)
                .run();
        }
        const std::optional<std::string> person = draft.person.empty() ? std::nullopt : std::optional(draft.person);
        const std::optional<std::string> day =
            draft.keepUntil ? std::optional(formatDate(*draft.keepUntil)) : std::nullopt;
        database
            ->prepare("INSERT INTO register_payload (log, position, salt, core, details, person, keep_until) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .with(log, asNumber(index), entry.salt, entry.core, entry.details, person, day)
            .run();
        appended = true;
        return entry;
    }

    [[nodiscard]] Result<Entry> startLog(std::string_view agency, std::string_view station, int epoch,
                                         std::string_view agent, const Seed &seed, const json &old) {
        const std::string origin = originOf(agency, station, epoch);
        const SigningKey newKey(origin, seed);
        database
            ->prepare("INSERT INTO register_log (origin, agency, station, epoch, public_key, seed) "
                      "VALUES (?, ?, ?, ?, ?, ?)")
            .with(origin, agency, station, epoch, newKey.verifier().key, seed)
            .run();
        refresh();
        json core = old;
        core["origin"] = origin;
        EntryDraft draft;
        draft.kind = kLogStarted;
        draft.agent = agent;
        draft.core = written(core);
        draft.details = "{}";
        return write(draft, clock->now(), 0);
    }

    void requireTransaction() const {
        if (!database->inTransaction()) {
            throw std::logic_error("the register is written to outside a transaction");
        }
    }
};

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register &&) noexcept = default;
Register &Register::operator=(Register &&) noexcept = default;
Register::~Register() = default;

Database &Register::database() const { return *state_->database; }
Random &Register::random() const { return *state_->random; }

Result<Register> Register::open(Database &database, const Clock &clock, Random &random,
                                std::filesystem::path headFile) {
    auto state = std::make_unique<State>(
        State{&database, &clock, &random, std::move(headFile), 0, {}, {}, false, {}, {}, false});
    if (!state->refresh()) {
        return fail(ErrorCode::StoreDamaged, "register");
    }
    try {
        state->compareWithHeadFile();
    } catch (const DatabaseError &error) {
        if (!error.isDamage()) {
            throw;
        }
        // A node is missing: it is not what it was, and verify() will say where.
        state->rolledBack = true;
        state->lostHead = readHeadFile(state->headFile);
    }
    return Register(std::move(state));
}

Result<Register> Register::start(Database &database, const Clock &clock, Random &random, std::filesystem::path headFile,
                                 std::string_view agency, std::string_view station, std::string_view agent,
                                 const Seed &seed) {
    GUICHET_ASSIGN(const std::string code, parseStationCode(station));
    if (!isAgencyCode(agency)) {
        return fail(ErrorCode::BadValue, std::string(agency));
    }
    auto state = std::make_unique<State>(
        State{&database, &clock, &random, std::move(headFile), 0, {}, {}, false, {}, {}, false});
    state->requireTransaction();
    if (state->refresh()) {
        return fail(ErrorCode::AlreadyDone, state->info.origin);
    }
    GUICHET_TRY(state->startLog(agency, code, 1, agent, seed, json::object()));
    return Register(std::move(state));
}

Result<Entry> Register::startEpoch(std::string_view agent, const Seed &seed) {
    state_->requireTransaction();
    state_->refresh();
    const LogInfo old = current();
    int epoch = old.epoch;
    if (!state_->headFile.empty()) {
        // An epoch that this store has forgotten is never started twice.
        if (const auto kept = readHeadFile(state_->headFile)) {
            epoch = std::max(epoch, epochOf(kept->origin, old.agency, old.station));
        }
    }
    const Checkpoint last = state_->headOf(state_->log, old.origin);
    GUICHET_ASSIGN(Entry entry, state_->startLog(old.agency, old.station, epoch + 1, agent, seed,
                                                 {{"old_key", old.key.text()},
                                                  {"old_origin", last.origin},
                                                  {"old_root", toBase64(last.root)},
                                                  {"old_size", last.size}}));
    state_->acceptedBy = state_->info.origin;
    return entry;
}

Result<Entry> Register::append(const EntryDraft &draft) {
    state_->requireTransaction();
    if (draft.agent.empty()) {
        throw std::logic_error("an entry without an agent: " + draft.kind);
    }
    state_->refresh();
    if (state_->acceptedBy != state_->info.origin && rolledBack()) {
        return fail(ErrorCode::RolledBack);
    }
    std::uint64_t index = state_->sizeOf(state_->log);
    const Instant now = state_->clock->now();
    Instant at = draft.at.value_or(now);
    if (index > 0) {
        auto row = state_->database->prepare("SELECT bytes FROM register_leaf WHERE log = ? AND position = ?");
        row.with(state_->log, asNumber(index - 1));
        const auto before = row.step() ? parseLeaf(row.text(0)) : fail(ErrorCode::VerifyFailed);
        if (!before) {
            return fail(ErrorCode::StoreDamaged, "register");
        }
        if (at < before->at && now >= before->at) {
            // Another process wrote between the paper and its entry: the clock is right, the order is the index.
            at = before->at;
        } else if (at < before->at) {
            EntryDraft wentBack;
            wentBack.kind = kClockWentBack;
            wentBack.agent = draft.agent;
            wentBack.core = written({{"after", formatInstant(before->at)}, {"at", formatInstant(at)}});
            wentBack.details = "{}";
            GUICHET_TRY(state_->write(wentBack, at, index));
            ++index;
        }
    }
    return state_->write(draft, at, index);
}

bool Register::rolledBack() {
    if (state_->rolledBack) {
        // Another process may have accepted it meanwhile.
        try {
            state_->compareWithHeadFile();
        } catch (const DatabaseError &error) {
            if (!error.isDamage()) {
                throw;
            }
            state_->rolledBack = true;
        }
    }
    return state_->rolledBack;
}

std::optional<Checkpoint> Register::lostHead() const { return state_->lostHead; }

Result<Entry> Register::acceptRollback(std::string_view agent, const Seed &seed) {
    state_->requireTransaction();
    if (!rolledBack()) {
        return fail(ErrorCode::AlreadyDone, "rollback");
    }
    if (!state_->lostHead) {
        return fail(ErrorCode::StoreDamaged, "register");
    }
    const Checkpoint lost = *state_->lostHead;
    GUICHET_TRY(startEpoch(agent, seed));
    EntryDraft draft;
    draft.kind = kRollbackAccepted;
    draft.agent = agent;
    draft.core = written({{"lost_origin", lost.origin}, {"lost_root", toBase64(lost.root)}, {"lost_size", lost.size}});
    draft.details = "{}";
    return append(draft);
}

LogInfo Register::current() {
    state_->refresh();
    LogInfo info = state_->info;
    info.size = state_->sizeOf(state_->log);
    return info;
}

std::vector<LogInfo> Register::logs() {
    std::vector<std::int64_t> numbers;
    auto row = state_->database->prepare("SELECT log FROM register_log ORDER BY log");
    while (row.step()) {
        numbers.push_back(row.number(0));
    }
    std::vector<LogInfo> found;
    found.reserve(numbers.size());
    for (const std::int64_t number : numbers) {
        found.push_back(state_->logInfo(number));
    }
    return found;
}

const SigningKey &Register::key() {
    state_->refresh();
    return *state_->key;
}

namespace {

constexpr std::string_view kStoredEntry =
    "SELECT g.origin, l.position, l.bytes, p.salt, p.core, p.details, p.person, p.keep_until FROM register_leaf l "
    "JOIN register_log g ON g.log = l.log "
    "LEFT JOIN register_payload p ON p.log = l.log AND p.position = l.position ";

StoredEntry storedEntryIn(const Statement &row) {
    StoredEntry entry{{row.text(0), asIndex(row.number(1))}, row.text(2), {}};
    if (!row.isNull(3)) {
        entry.payload = {row.digest(3), row.text(4), row.text(5), row.text(6), {}};
        if (const auto day = parseDate(row.text(7))) {
            entry.payload->keepUntil = *day;
        }
    }
    return entry;
}

} // namespace

Result<StoredEntry> Register::get(const EntryId &id) {
    auto row = state_->database->prepare(std::string(kStoredEntry) + "WHERE g.origin = ? AND l.position = ?");
    row.with(id.origin, asNumber(id.index));
    if (!row.step()) {
        return fail(ErrorCode::Nothing, fmt::format("{} {}", id.origin, id.index));
    }
    return storedEntryIn(row);
}

std::vector<StoredEntry> Register::ofPerson(std::string_view person) {
    auto row = state_->database->prepare(std::string(kStoredEntry) +
                                         "WHERE p.person IS NOT NULL AND p.person IN (SELECT ?1 UNION SELECT id FROM "
                                         "same_person WHERE of = ?1) ORDER BY p.log, p.position");
    row.with(person);
    std::vector<StoredEntry> entries;
    while (row.step()) {
        entries.push_back(storedEntryIn(row));
    }
    return entries;
}

std::vector<StoredEntry> Register::ofKind(std::string_view kind) {
    auto row =
        state_->database->prepare(std::string(kStoredEntry) +
                                  "WHERE instr(l.bytes, ?) > 0 AND p.position IS NOT NULL ORDER BY l.log, l.position");
    row.with(fmt::format(R"("kind":"{}")", kind));
    std::vector<StoredEntry> entries;
    while (row.step()) {
        entries.push_back(storedEntryIn(row));
    }
    return entries;
}

std::vector<Register::Moment> Register::between(Instant from, Instant to) {
    // All are written with as many digits: they compare as text.
    auto row = state_->database->prepare(
        "SELECT json_extract(bytes, '$.kind'), json_extract(bytes, '$.at') AS at FROM register_leaf "
        "WHERE at >= ?1 AND at < ?2 ORDER BY at, log, position");
    row.with(formatInstant(from), formatInstant(to));
    std::vector<Moment> moments;
    while (row.step()) {
        if (const auto at = parseInstant(row.text(1))) {
            moments.push_back({row.text(0), *at});
        }
    }
    return moments;
}

Result<Seal> Register::seal(const EntryId &id) {
    GUICHET_ASSIGN(const StoredEntry entry, get(id));
    if (!entry.payload) {
        return fail(ErrorCode::Nothing, fmt::format("{} {}", id.origin, id.index));
    }
    if (id.origin == current().origin) {
        return makeSeal(entry.leafBytes, entry.payload->salt, entry.payload->core, *state_->key);
    }
    auto row = state_->database->prepare("SELECT seed FROM register_log WHERE origin = ?");
    row.with(id.origin);
    row.step();
    return makeSeal(entry.leafBytes, entry.payload->salt, entry.payload->core,
                    SigningKey(id.origin, Seed(row.digest(0))));
}

Checkpoint Register::head() {
    state_->refresh();
    return state_->headOf(state_->log, state_->info.origin);
}

std::string Register::checkpoint() { return signCheckpoint(head(), key()); }

Result<std::string> Register::prove(const EntryId &id, std::string_view checkpoint) {
    GUICHET_ASSIGN(const StoredEntry entry, get(id));
    const auto log = state_->logNamed(id.origin);
    Proof proof{entry.leafBytes, id.index, {}, {}};
    Checkpoint head;
    if (checkpoint.empty()) {
        head = state_->headOf(*log, id.origin);
        auto row = state_->database->prepare("SELECT seed FROM register_log WHERE log = ?");
        row.with(*log);
        row.step();
        proof.checkpoint = signCheckpoint(head, SigningKey(id.origin, Seed(row.digest(0))));
    } else {
        GUICHET_ASSIGN(head, openCheckpoint(checkpoint, state_->logInfo(*log).key));
        if (head.size > state_->sizeOf(*log) || merkleRoot(head.size, state_->nodes(*log)) != head.root) {
            return fail(ErrorCode::VerifyFailed, "checkpoint");
        }
        if (id.index >= head.size) {
            return fail(ErrorCode::VerifyFailed, "size");
        }
        proof.checkpoint = checkpoint;
    }
    proof.hashes = merkleInclusionProof(id.index, head.size, state_->nodes(*log));
    return formatProof(proof);
}

Result<bool> Register::consistentWith(std::string_view checkpoint) {
    GUICHET_ASSIGN(const std::string text, uncheckedNoteText(checkpoint));
    GUICHET_ASSIGN(const Checkpoint claimed, parseCheckpoint(text));
    const auto log = state_->logNamed(claimed.origin);
    if (!log) {
        return fail(ErrorCode::VerifyFailed, "origin");
    }
    GUICHET_ASSIGN(const Checkpoint older, openCheckpoint(checkpoint, state_->logInfo(*log).key));
    return older.size <= state_->sizeOf(*log) && merkleRoot(older.size, state_->nodes(*log)) == older.root;
}

Result<std::vector<Digest>> Register::consistencyProof(std::uint64_t oldSize) {
    state_->refresh();
    const std::uint64_t size = state_->sizeOf(state_->log);
    if (oldSize == 0 || oldSize > size) {
        return fail(ErrorCode::BadValue, fmt::format("{}", oldSize));
    }
    return merkleConsistencyProof(oldSize, size, state_->nodes(state_->log));
}

namespace {

/// Goes through one log from its first leaf to its last.
class LogCheck {
public:
    LogCheck(Database &database, std::int64_t log, LogInfo info)
        : database_(database), log_(log), info_(std::move(info)) {}

    void run(std::map<std::string, Ranges> &purged) {
        checkKey();
        auto row = database_.prepare(
            "SELECT l.position, l.bytes, p.salt, p.core, p.details, p.position IS NOT NULL FROM register_leaf l "
            "LEFT JOIN register_payload p ON p.log = l.log AND p.position = l.position "
            "WHERE l.log = ? ORDER BY l.position");
        row.with(log_);
        while (row.step()) {
            const std::uint64_t position = asIndex(row.number(0));
            if (position != size_) {
                // Nothing after a gap is at its place.
                note(size_, "order");
                break;
            }
            const std::string bytes = row.text(1);
            const auto leaf = checkLeaf(bytes, position);
            checkNodes(merkleLeafHash(asBytes(bytes)), position);
            if (row.number(5) == 0) {
                missing_.push_back(position);
            } else if (leaf && !payloadMatches(*leaf, row.blob(2), row.text(3), row.text(4))) {
                note(position, "payload");
            } else if (leaf && leaf->kind == kPayloadsPurged) {
                collectPurged(row.text(4), purged);
            } else if (leaf && leaf->kind == kLogStarted) {
                started_ = json::parse(row.text(3), nullptr, false);
            }
            ++size_;
        }
        checkBeyond();
    }

    /// After all logs are read: a payload that is not there has been destroyed by a purge that says so.
    void checkMissing(const std::map<std::string, Ranges> &purged) {
        const auto listed = purged.find(info_.origin);
        for (const std::uint64_t index : missing_) {
            if (listed == purged.end() || !listed->second.holds(index)) {
                note(index, "missing-payload");
                return;
            }
        }
    }

    /// The next log says how this one ended.
    void checkEnd(const json &next) {
        const Checkpoint end = head();
        if (next.value("old_origin", json()) != end.origin || next.value("old_size", json()) != end.size ||
            next.value("old_root", json()) != toBase64(end.root) || next.value("old_key", json()) != info_.key.text()) {
            const json said = next.value("old_size", json());
            note(std::min(end.size, said.is_number_unsigned() ? said.get<std::uint64_t>() : end.size), "order");
        }
    }

    [[nodiscard]] Checkpoint head() const {
        return {info_.origin, size_, merkleRoot(size_, [this](MerkleNode node) {
                    // The root needs the last complete node of each level in the size's binary form.
                    return last_.at(static_cast<std::size_t>(node.level));
                })};
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const std::optional<Verification::Bad> &bad() const { return bad_; }
    [[nodiscard]] const json &started() const { return started_; }

private:
    void note(std::uint64_t index, const char *what) {
        if (!bad_ || index < bad_->entry.index) {
            bad_ = {{info_.origin, index}, what};
        }
    }

    void checkKey() {
        auto row = database_.prepare("SELECT seed FROM register_log WHERE log = ?");
        row.with(log_);
        row.step();
        if (SigningKey(info_.origin, Seed(row.digest(0))).verifier() != info_.key) {
            note(0, "key");
        }
    }

    std::optional<Leaf> checkLeaf(std::string_view bytes, std::uint64_t position) {
        const auto leaf = parseLeaf(bytes);
        if (!leaf || leaf->station != info_.station || (position == 0) != (leaf->kind == kLogStarted)) {
            note(position, "leaf");
            return leaf ? std::optional(*leaf) : std::nullopt;
        }
        if (leaf->index != position) {
            note(position, "order");
        }
        if (before_ && leaf->at < *before_ && leaf->kind != kClockWentBack) {
            note(position, "clock");
        }
        before_ = leaf->at;
        return *leaf;
    }

    void checkNodes(const Digest &leafHash, std::uint64_t position) {
        const auto computed = merkleAppend(
            position, leafHash, [this](MerkleNode node) { return last_.at(static_cast<std::size_t>(node.level)); });
        for (const auto &[node, hash] : computed) {
            const auto level = static_cast<std::size_t>(node.level);
            last_.at(level) = hash;
            auto row = database_.prepare("SELECT hash FROM register_node WHERE log = ? AND level = ? AND position = ?");
            row.with(log_, node.level, asNumber(node.index));
            if (!row.step() || row.blob(0) != Bytes(hash.begin(), hash.end())) {
                note(position, "node");
            }
        }
    }

    /// Nodes and payloads of leaves that are not there.
    void checkBeyond() {
        auto nodes = database_.prepare("SELECT min(((position + 1) << level) - 1) FROM register_node "
                                       "WHERE log = ?1 AND ((position + 1) << level) > ?2");
        nodes.with(log_, asNumber(size_));
        if (nodes.step() && !nodes.isNull(0)) {
            note(asIndex(nodes.number(0)), "node");
        }
        auto payloads = database_.prepare("SELECT min(position) FROM register_payload WHERE log = ? AND position >= ?");
        payloads.with(log_, asNumber(size_));
        if (payloads.step() && !payloads.isNull(0)) {
            note(asIndex(payloads.number(0)), "payload");
        }
        if (size_ == 0) {
            note(0, "order");
        }
    }

    Database &database_;
    std::int64_t log_;
    LogInfo info_;
    std::uint64_t size_ = 0;
    std::array<Digest, 64> last_{};
    std::optional<Instant> before_;
    std::vector<std::uint64_t> missing_;
    std::optional<Verification::Bad> bad_;
    json started_;
};

} // namespace

Verification Register::verify() {
    std::optional<Transaction> transaction;
    if (!state_->database->inTransaction()) {
        transaction.emplace(*state_->database, Transaction::Kind::Read);
    }
    std::vector<LogCheck> checks;
    {
        std::vector<std::int64_t> numbers;
        auto row = state_->database->prepare("SELECT log FROM register_log ORDER BY log");
        while (row.step()) {
            numbers.push_back(row.number(0));
        }
        for (const std::int64_t number : numbers) {
            checks.emplace_back(*state_->database, number, state_->logInfo(number));
        }
    }
    std::map<std::string, Ranges> purged;
    for (LogCheck &check : checks) {
        check.run(purged);
    }
    Verification result;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        LogCheck &check = checks[i];
        check.checkMissing(purged);
        if (i + 1 < checks.size() && checks[i + 1].started().is_object()) {
            check.checkEnd(checks[i + 1].started());
        }
        result.entries += check.size();
        if (!result.firstBad && check.bad()) {
            result.firstBad = check.bad();
            result.ok = false;
        }
    }
    if (!checks.empty()) {
        result.head = checks.back().head();
    }
    return result;
}

namespace {

struct Purgeable {
    std::int64_t log;
    EntryId id;
};

std::vector<Purgeable> findPurgeable(Database &database, const Purge &purge) {
    std::vector<Purgeable> found;
    auto row = database.prepare(
        purge.person.empty()
            ? "SELECT p.log, g.origin, p.position FROM register_payload p JOIN register_log g ON g.log = p.log "
              "WHERE p.keep_until < ? ORDER BY p.log, p.position"
            : "SELECT p.log, g.origin, p.position FROM register_payload p JOIN register_log g ON g.log = p.log "
              "WHERE p.person IN (SELECT ?1 UNION SELECT id FROM same_person WHERE of = ?1) ORDER BY p.log, "
              "p.position");
    row.with(purge.person.empty() ? formatDate(purge.today) : purge.person);
    while (row.step()) {
        found.push_back({row.number(0), {row.text(1), asIndex(row.number(2))}});
    }
    return found;
}

} // namespace

std::vector<EntryId> Register::purgeable(const Purge &purge) {
    std::vector<EntryId> ids;
    for (Purgeable &found : findPurgeable(*state_->database, purge)) {
        ids.push_back(std::move(found.id));
    }
    return ids;
}

Result<std::vector<EntryId>> Register::purge(const Purge &purge) {
    state_->requireTransaction();
    const std::vector<Purgeable> found = findPurgeable(*state_->database, purge);
    std::vector<EntryId> ids;
    if (found.empty()) {
        return ids;
    }
    std::map<std::string, std::vector<std::uint64_t>> byLog;
    for (const auto &[log, id] : found) {
        state_->database->prepare("DELETE FROM register_payload WHERE log = ? AND position = ?")
            .with(log, asNumber(id.index))
            .run();
        byLog[id.origin].push_back(id.index);
        ids.push_back(id);
    }
    json lists = json::array();
    for (const auto &[origin, indices] : byLog) {
        lists.push_back({{"log", origin}, {"ranges", rangesOf(indices)}});
    }
    EntryDraft draft;
    draft.kind = kPayloadsPurged;
    draft.agent = purge.agent;
    draft.core = written({{"count", ids.size()}, {"why", purge.person.empty() ? "retention" : "person"}});
    draft.details = written({{"purged", lists}});
    GUICHET_TRY(append(draft));
    return ids;
}

Result<void> Register::keepUntil(const EntryId &id, std::optional<CivilDate> day) {
    state_->requireTransaction();
    const std::optional<std::string> text = day ? std::optional(formatDate(*day)) : std::nullopt;
    state_->database
        ->prepare("UPDATE register_payload SET keep_until = ?1 WHERE position = ?3 "
                  "AND log = (SELECT log FROM register_log WHERE origin = ?2)")
        .with(text, id.origin, asNumber(id.index))
        .run();
    if (state_->database->changes() == 0) {
        return fail(ErrorCode::Nothing, fmt::format("{} {}", id.origin, id.index));
    }
    return {};
}

Result<std::string> Register::agentOf(std::string_view pseudonym) {
    auto row = state_->database->prepare("SELECT agent FROM register_pseudonym WHERE pseudonym = ?");
    row.with(pseudonym);
    if (!row.step()) {
        return fail(ErrorCode::Nothing, std::string(pseudonym));
    }
    return row.text(0);
}

void Register::saveHead() {
    if (!state_->appended) {
        return;
    }
    state_->appended = false;
    const Checkpoint now = head();
    const bool accepted = !state_->acceptedBy.empty() && state_->acceptedBy == now.origin;
    if (state_->rolledBack && !accepted) {
        return;
    }
    if (accepted) {
        state_->rolledBack = false;
        state_->lostHead.reset();
        state_->acceptedBy.clear();
    }
    if (!state_->headFile.empty()) {
        writeHeadFile(state_->headFile, now, accepted);
    }
}

std::filesystem::path headFilePath(std::string_view storeId) {
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
    };
    std::filesystem::path folder = variable("XDG_STATE_HOME").value_or("");
    if (!folder.is_absolute()) {
        folder = homeFolder(variable("HOME")) / ".local" / "state";
    }
    return folder / "guichet" / fmt::format("{}.head", storeId);
}

} // namespace guichet::storage
