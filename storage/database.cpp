// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <unordered_map>
#include <vector>

namespace guichet::storage {
namespace {

[[noreturn]] void raise(sqlite3 *handle, int code) {
    const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
    throw DatabaseError(extended, handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
}

bool isPlainSqlite(const std::filesystem::path &file) {
    std::array<char, 16> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), 15) == "SQLite format 3";
}

} // namespace

struct PreparedStatement {
    sqlite3_stmt *statement = nullptr;
    bool inUse = false;

    ~PreparedStatement() { sqlite3_finalize(statement); }
};

bool DatabaseError::isBusy() const { return (code_ & 0xFF) == SQLITE_BUSY || (code_ & 0xFF) == SQLITE_LOCKED; }
bool DatabaseError::isFull() const {
    // The index of the journal is a file that grows too; its own code does not tell why it could not.
    return (code_ & 0xFF) == SQLITE_FULL || code_ == SQLITE_IOERR_SHMSIZE;
}
bool DatabaseError::isConstraint() const { return (code_ & 0xFF) == SQLITE_CONSTRAINT; }
bool DatabaseError::isDamage() const {
    return (code_ & 0xFF) == SQLITE_NOTADB || (code_ & 0xFF) == SQLITE_CORRUPT || code_ == SQLITE_IOERR_READ ||
           code_ == SQLITE_IOERR_SHORT_READ || code_ == SQLITE_IOERR_DATA || code_ == SQLITE_IOERR_CORRUPTFS;
}

Error DatabaseError::asError(const std::filesystem::path &file) const {
    if (isBusy()) {
        return {ErrorCode::Busy, {}, {}};
    }
    if (isFull()) {
        return {ErrorCode::DiskFull, file, {}};
    }
    const int primary = code_ & 0xFF;
    const bool unwritable =
        primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN || primary == SQLITE_PERM || primary == SQLITE_IOERR;
    return {isDamage()   ? ErrorCode::StoreDamaged
            : unwritable ? ErrorCode::FileUnwritable
                         : ErrorCode::Unexpected,
            file, what()};
}

Statement::Statement(PreparedStatement &prepared) : prepared_(&prepared), statement_(prepared.statement) {
    prepared.inUse = true;
}

Statement::~Statement() {
    if (prepared_ != nullptr) {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        prepared_->inUse = false;
    }
}

Statement &Statement::bind(int parameter, std::string_view text) {
    // An empty view may have no data, which SQLite would take for NULL.
    const char *data = text.data() != nullptr ? text.data() : "";
    if (const int code = sqlite3_bind_text64(statement_, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        code != SQLITE_OK) {
        raise(sqlite3_db_handle(statement_), code);
    }
    return *this;
}

Statement &Statement::bind(int parameter, ByteView blob) {
    const void *data = blob.data() != nullptr ? static_cast<const void *>(blob.data()) : "";
    if (const int code = sqlite3_bind_blob64(statement_, parameter, data, blob.size(), SQLITE_TRANSIENT);
        code != SQLITE_OK) {
        raise(sqlite3_db_handle(statement_), code);
    }
    return *this;
}

Statement &Statement::bind(int parameter, std::int64_t number) {
    if (const int code = sqlite3_bind_int64(statement_, parameter, number); code != SQLITE_OK) {
        raise(sqlite3_db_handle(statement_), code);
    }
    return *this;
}

Statement &Statement::bindNull(int parameter) {
    if (const int code = sqlite3_bind_null(statement_, parameter); code != SQLITE_OK) {
        raise(sqlite3_db_handle(statement_), code);
    }
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    raise(sqlite3_db_handle(statement_), code);
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
}

std::string Statement::text(int column) const {
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(statement_, column));
    return data != nullptr ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                           : std::string();
}

Bytes Statement::blob(int column) const {
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(statement_, column));
    return data != nullptr ? Bytes(data, data + sqlite3_column_bytes(statement_, column)) : Bytes();
}

Digest Statement::digest(int column) const {
    const Bytes bytes = blob(column);
    Digest digest{};
    if (bytes.size() != digest.size()) {
        throw DatabaseError(SQLITE_CORRUPT, "a digest is not 32 bytes long");
    }
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_, column); }

bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::optional<std::string> Statement::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Statement::optionalNumber(int column) const {
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

struct Database::State {
    sqlite3 *handle = nullptr;
    /// So that a text is looked up without a copy of it.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const { return std::hash<std::string_view>{}(sql); }
    };
    std::unordered_map<std::string, std::vector<std::unique_ptr<PreparedStatement>>, Hash, std::equal_to<>> prepared;

    ~State() {
        prepared.clear();
        sqlite3_close_v2(handle);
    }
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path &file, ByteView key, Mode mode) {
    std::error_code ignored;
    if (mode != Mode::Create && !std::filesystem::exists(file, ignored)) {
        return fail(ErrorCode::FileNotFound, file);
    }
    if (isPlainSqlite(file)) {
        return fail(ErrorCode::NotEncrypted, file);
    }
    auto state = std::make_unique<State>();
    const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
                      : mode == Mode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                             : SQLITE_OPEN_READWRITE;
    if (sqlite3_open_v2(file.c_str(), &state->handle, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
        return fail(ErrorCode::FileUnreadable, file);
    }
    sqlite3_extended_result_codes(state->handle, 1);
    sqlite3_busy_timeout(state->handle, 5000);
    Database database(std::move(state));
    try {
        // Quietly: SQLCipher writes to standard error what our own message says better. It starts its log once it has a
        // key.
        std::string pragma = "PRAGMA key = \"x'" + toHex(key) + "'\"";
        database.execute(pragma);
        database.execute("PRAGMA cipher_log_level = NONE");
        std::fill(pragma.begin(), pragma.end(), '\0');
        auto version = database.prepare("PRAGMA cipher_version");
        if (!version.step() || version.text(0).empty()) {
            return fail(ErrorCode::NotEncrypted, file);
        }
        database.prepare("SELECT count(*) FROM sqlite_schema").run();
        if (mode != Mode::ReadOnly) {
            database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        }
        database.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;");
        // A page that is not in memory has to be decrypted again: with the usual 2 MiB a search among a million people
        // takes three times as long. This is the most; what is never read takes nothing.
        database.execute("PRAGMA cache_size = -262144");
    } catch (const DatabaseError &error) {
        Error why = error.asError(file);
        if (why.code == ErrorCode::Unexpected) { // a header that is not ours
            why.code = ErrorCode::StoreDamaged;
        }
        return fail(std::move(why));
    }
    return database;
}

Database Database::memory() {
    auto state = std::make_unique<State>();
    if (const int code = sqlite3_open_v2(":memory:", &state->handle,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        code != SQLITE_OK) {
        raise(state->handle, code);
    }
    sqlite3_extended_result_codes(state->handle, 1);
    Database database(std::move(state));
    database.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
    return database;
}

Statement Database::prepare(std::string_view sql) {
    auto found = state_->prepared.find(sql);
    if (found == state_->prepared.end()) {
        found = state_->prepared.try_emplace(std::string(sql)).first;
    }
    auto &statements = found->second;
    for (const auto &prepared : statements) {
        if (!prepared->inUse) {
            return Statement(*prepared);
        }
    }
    auto prepared = std::make_unique<PreparedStatement>();
    if (const int code = sqlite3_prepare_v3(state_->handle, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &prepared->statement, nullptr);
        code != SQLITE_OK) {
        raise(state_->handle, code);
    }
    statements.push_back(std::move(prepared));
    return Statement(*statements.back());
}

void Database::execute(const std::string &sql) {
    if (const int code = sqlite3_exec(state_->handle, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
        raise(state_->handle, code);
    }
}

std::int64_t Database::pragma(const std::string &name) {
    auto statement = prepare("PRAGMA " + name);
    return statement.step() ? statement.number(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(state_->handle); }
std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(state_->handle); }
bool Database::inTransaction() const { return sqlite3_get_autocommit(state_->handle) == 0; }
sqlite3 *Database::handle() const { return state_->handle; }

Transaction::Transaction(Database &database, Kind kind) : database_(database) {
    database_.prepare(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED").run();
}

Transaction::~Transaction() {
    if (open_ && database_.inTransaction()) {
        try {
            database_.prepare("ROLLBACK").run();
        } catch (const DatabaseError &) {
            // The connection has rolled back by itself (a full disk, a lost file): there is nothing left to undo.
        }
    }
}

void Transaction::commit() {
    database_.prepare("COMMIT").run();
    open_ = false;
}

} // namespace guichet::storage
