// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "base/files.h"
#include "storage/check.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace guichet::storage {
namespace {

bool sync(const std::filesystem::path &path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    const bool done = ::fsync(fd) == 0;
    ::close(fd);
    return done;
}

/// The file and what SQLite puts beside it.
void removeDatabase(const std::filesystem::path &file) {
    std::error_code ignored;
    for (const char *suffix : {"", "-journal", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

} // namespace

Result<void> backUp(Database &database, const Secret &key, const std::filesystem::path &file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return fail(ErrorCode::FolderMissing, folder);
    }
    if (std::filesystem::is_directory(file, ignored)) {
        return fail(ErrorCode::FileUnwritable, file);
    }
    // VACUUM INTO wants a file that is empty or not there; made by us, it has the mode 0600.
    std::string temporary = (folder / ".guichet-backup-XXXXXX").string();
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (fd < 0) {
        return fail(writeError(), file);
    }
    ::close(fd);
    const auto give = [&](ErrorCode code, std::string context = {}) {
        removeDatabase(temporary);
        return fail(code, file, std::move(context));
    };
    try {
        database.prepare("VACUUM INTO ?1").with(temporary).run();
    } catch (const DatabaseError &error) {
        return give(error.isFull()     ? ErrorCode::DiskFull
                    : error.isBusy()   ? ErrorCode::Busy
                    : error.isDamage() ? ErrorCode::StoreDamaged
                                       : ErrorCode::FileUnwritable,
                    error.what());
    }
    {
        auto copy = Database::open(temporary, key.view(), Database::Mode::ReadOnly);
        if (!copy) {
            return give(ErrorCode::StoreDamaged, copy.error().context);
        }
        if (const auto problems = checkDatabase(*copy, temporary); !problems.empty()) {
            return give(ErrorCode::StoreDamaged, problems.front().part + ": " + problems.front().what);
        }
    }
    if (!sync(temporary, O_RDONLY) || ::rename(temporary.c_str(), file.c_str()) != 0) {
        return give(writeError());
    }
    sync(folder, O_RDONLY | O_DIRECTORY);
    return {};
}

} // namespace guichet::storage
