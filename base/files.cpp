// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include "base/random.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace guichet {
namespace {

class FileHandle {
public:
    explicit FileHandle(int fd) : fd_(fd) {}
    FileHandle(const FileHandle &) = delete;
    FileHandle &operator=(const FileHandle &) = delete;
    ~FileHandle() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

bool writeAll(int fd, ByteView bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return false;
        }
        done += static_cast<std::size_t>(n);
    }
    return true;
}

std::filesystem::path folderOf(const std::filesystem::path &path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

/// Gives a file without a name (O_TMPFILE) one in its folder that nothing has. False: it can't be done.
bool giveName(int fd, const std::filesystem::path &folder, std::string &name) {
    const std::string unnamed = "/proc/self/fd/" + std::to_string(fd);
    for (int tries = 0; tries < 100; ++tries) {
        std::array<std::uint8_t, 8> drawn{};
        SystemRandom().fill(drawn);
        name = (folder / (".guichet-" + toHex(drawn))).string();
        if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            return true;
        }
        if (errno != EEXIST) {
            return false;
        }
    }
    return false;
}

bool isThere(const char *path) {
    struct stat info{};
    return ::stat(path, &info) == 0;
}

} // namespace

ErrorCode writeError() {
    return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
}

Result<Bytes> readFile(const std::filesystem::path &path, std::size_t limitBytes) {
    const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        return fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, path);
    }
    struct stat info{};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return fail(ErrorCode::FileUnreadable, path);
    }
    if (static_cast<std::uintmax_t>(info.st_size) > limitBytes) {
        return fail(ErrorCode::TooLarge, path);
    }
    Bytes bytes(static_cast<std::size_t>(info.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::read(file.get(), bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return fail(ErrorCode::FileUnreadable, path);
        }
        if (n == 0) {
            break; // it was cut while it was read: what is there is there
        }
        done += static_cast<std::size_t>(n);
    }
    bytes.resize(done);
    return bytes;
}

Result<void> checkWritable(const std::filesystem::path &path) {
    const std::filesystem::path folder = folderOf(path);
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return fail(ErrorCode::FolderMissing, folder);
    }
    // Over a device or a pipe, even through a link, the name would come to mean a file for every program here.
    const bool other = std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
    if (path.empty() || other || ::access(folder.c_str(), W_OK) != 0) {
        return fail(ErrorCode::FileUnwritable, path);
    }
    return {};
}

Result<void> writeFile(const std::filesystem::path &path, ByteView bytes) {
    GUICHET_TRY(checkWritable(path));
    const std::filesystem::path folder = folderOf(path);
    // Where the filesystem can, it has no name while it is written: whoever is killed meanwhile leaves nothing.
    constexpr mode_t kOwnerOnly = 0600;
    const bool mayLink = isThere("/proc/self/fd");
    const FileHandle unnamed(mayLink ? ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerOnly) : -1);
    std::string temporary = (folder / ".guichet-XXXXXX").string();
    const FileHandle named(unnamed.get() < 0 ? ::mkostemp(temporary.data(), O_CLOEXEC) : -1); // mode 0600
    const int file = unnamed.get() < 0 ? named.get() : unnamed.get();
    if (file < 0) {
        return fail(writeError(), path);
    }
    const bool written = writeAll(file, bytes) && ::fsync(file) == 0;
    if (!written || (unnamed.get() >= 0 && !giveName(file, folder, temporary)) ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
        const ErrorCode code = writeError();
        ::unlink(temporary.c_str());
        return fail(code, path);
    }
    const FileHandle folderHandle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folderHandle.get() >= 0) {
        ::fsync(folderHandle.get());
    }
    return {};
}

std::filesystem::path homeFolder(const std::optional<std::string> &home) {
    if (home && home->starts_with('/')) {
        return *home;
    }
    constexpr std::size_t kEnough = 16384;
    std::array<char, kEnough> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return found->pw_dir;
    }
    return "/";
}

} // namespace guichet
