// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <utility>

namespace guichet::storage {

/// One of many locks in the store's `lock` file, each a byte of it (open file description locks: between processes and
/// between threads, given back by the system when the process ends). Released when it goes.
class FileLock {
public:
    /// The keyring file as a whole; held for as long as it is read, changed and written.
    static constexpr std::int64_t kKeyring = 0;

    /// Waits for it. Errors: Busy (after `limit`), FileUnwritable (the lock file can't be made).
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path &folder, std::int64_t byte,
                                               std::chrono::milliseconds limit = std::chrono::seconds(5));

    FileLock(FileLock &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    FileLock &operator=(FileLock &&) = delete;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

private:
    explicit FileLock(int fd) : fd_(fd) {}
    int fd_;
};

} // namespace guichet::storage
