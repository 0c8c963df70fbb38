// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_lock.h"

#include "base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace guichet::storage {

Result<FileLock> FileLock::take(const std::filesystem::path &folder, std::int64_t byte,
                                std::chrono::milliseconds limit) {
    const auto file = folder / "lock";
    FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.fd_ < 0) {
        return fail(writeError(), file);
    }
    struct flock range{};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = byte;
    range.l_len = 1;
    const auto end = std::chrono::steady_clock::now() + limit;
    while (::fcntl(lock.fd_, F_OFD_SETLK, &range) != 0) {
        if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
            return fail(ErrorCode::FileUnwritable, file);
        }
        if (std::chrono::steady_clock::now() >= end) {
            return fail(ErrorCode::Busy);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return lock;
}

FileLock::~FileLock() {
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

} // namespace guichet::storage
