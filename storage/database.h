// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace guichet::storage {

class Database;
struct PreparedStatement;

/// One use of a prepared statement: bind, step, read. It is reset when it goes, and prepared only once per connection.
/// Columns and parameters are numbered as SQLite does: columns from 0, parameters from 1. A broken database (I/O,
/// corruption, a full disk, a constraint that our own code violates) throws DatabaseError.
class Statement {
public:
    Statement(Statement &&other) noexcept
        : prepared_(std::exchange(other.prepared_, nullptr)), statement_(other.statement_) {}
    Statement &operator=(Statement &&) = delete;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    Statement &bind(int parameter, std::string_view text);
    Statement &bind(int parameter, const char *text) { return bind(parameter, std::string_view(text)); }
    Statement &bind(int parameter, const std::string &text) { return bind(parameter, std::string_view(text)); }
    Statement &bind(int parameter, ByteView blob);
    Statement &bind(int parameter, const Bytes &blob) { return bind(parameter, ByteView(blob)); }
    Statement &bind(int parameter, const Digest &blob) { return bind(parameter, ByteView(blob)); }
    Statement &bind(int parameter, std::int64_t number);
    Statement &bind(int parameter, int number) { return bind(parameter, std::int64_t{number}); }
    /// As milliseconds since 1970, as every time of the store is kept.
    Statement &bind(int parameter, Instant at) { return bind(parameter, std::int64_t{at.time_since_epoch().count()}); }
    Statement &bindNull(int parameter);
    template <typename T>
    Statement &bind(int parameter, const std::optional<T> &value) {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }
    /// Binds the values to the parameters 1, 2, …
    template <typename... Values>
    Statement &with(const Values &...values) {
        int parameter = 0;
        (bind(++parameter, values), ...);
        return *this;
    }

    /// True when there is a row to read, false at the end.
    bool step();
    /// For what returns no rows. Afterwards other values can be bound, and it runs again.
    void run();

    [[nodiscard]] std::string text(int column) const; ///< "" for NULL
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] Digest digest(int column) const; ///< throws when it is not 32 bytes
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalNumber(int column) const;

private:
    friend class Database;
    explicit Statement(PreparedStatement &prepared);
    PreparedStatement *prepared_;
    sqlite3_stmt *statement_;
};

/// What a database does only when something is broken, or another process has written for more than 5 s (`busy`).
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(int code, const std::string &what) : std::runtime_error(what), code_(code) {}
    /// SQLite's extended result code.
    [[nodiscard]] int code() const { return code_; }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool isConstraint() const;
    /// Not a database, a wrong key, or a damaged page.
    [[nodiscard]] bool isDamage() const;
    /// Busy, DiskFull, StoreDamaged, FileUnwritable (no permission, a disk that is read-only or fails) or Unexpected,
    /// with `file` as detail and SQLite's own words as context.
    [[nodiscard]] Error asError(const std::filesystem::path &file) const;

private:
    int code_;
};

/// One connection to an encrypted SQLite file (SQLCipher), or to memory. Belongs to one thread.
/// The connection is set up so: WAL, synchronous=FULL, foreign keys, secure_delete,
/// trusted_schema off, busy time-out 5 s.
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    /// Opens `file` with the raw 32-byte key. Errors: FileNotFound (not Create), StoreDamaged (not a database under
    /// this key), NotEncrypted (`cipher_version` is empty, or the file is plain SQLite), Busy, DiskFull,
    /// FileUnwritable.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path &file, ByteView key, Mode mode);
    /// An unencrypted database in memory, for tests.
    [[nodiscard]] static Database memory();

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    /// The statement for this SQL, prepared once per connection. A second use of the same text before the first is
    /// gone gets a statement of its own.
    [[nodiscard]] Statement prepare(std::string_view sql);
    /// Runs a script of several statements.
    void execute(const std::string &sql);
    /// `PRAGMA name` as a number.
    [[nodiscard]] std::int64_t pragma(const std::string &name);
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t lastRowId() const;
    /// Changes when another connection has written (PRAGMA data_version).
    [[nodiscard]] std::int64_t dataVersion() { return pragma("data_version"); }
    [[nodiscard]] bool inTransaction() const;

    /// Everything this connection needs from SQLite directly (backup, checkpoint); only in `storage`.
    [[nodiscard]] sqlite3 *handle() const;

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// BEGIN IMMEDIATE … COMMIT. Rolled back when it goes without commit(). One at a time on a connection. With Read, a
/// deferred transaction that sees one state of the store and must not write.
class Transaction {
public:
    enum class Kind { Write, Read };
    /// Throws DatabaseError (isBusy) when another process writes for more than 5 s.
    explicit Transaction(Database &database, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &database_;
    bool open_ = true;
};

/// Runs `work` in one write transaction: committed when it returns a value, rolled back when it returns an error or
/// throws. A busy or full database becomes ErrorCode::Busy or DiskFull.
template <typename Work>
[[nodiscard]] auto inTransaction(Database &database, Work &&work) -> std::invoke_result_t<Work> {
    try {
        Transaction transaction(database);
        auto result = work();
        if (result) {
            transaction.commit();
        }
        return result;
    } catch (const DatabaseError &error) {
        if (error.isBusy()) {
            return fail(ErrorCode::Busy);
        }
        if (error.isFull()) {
            return fail(ErrorCode::DiskFull, "guichet.db");
        }
        throw;
    }
}

} // namespace guichet::storage
