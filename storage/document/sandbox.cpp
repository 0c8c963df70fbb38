// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/sandbox.h"

#include "storage/document/wire.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>

namespace guichet::document {
namespace {

constexpr bool kSanitized = GUICHET_SANITIZED; // a sanitizer reserves terabytes of addresses

void limit(decltype(RLIMIT_AS) what, rlim_t value) {
    const rlimit limits{value, value};
    setrlimit(what, &limits); // lowering is always allowed; a lower limit that is there already stays
}

/// Landlock's words that the headers of older systems lack.
constexpr std::uint64_t kAllFiles1 = (1ULL << 13) - 1; // execute to make_sym
constexpr std::uint64_t kRefer = 1ULL << 13;           // version 2
constexpr std::uint64_t kTruncate = 1ULL << 14;        // version 3
constexpr std::uint64_t kDeviceControl = 1ULL << 15;   // version 5
constexpr std::uint64_t kAllTcp = 3;                   // version 4
constexpr std::uint64_t kAllScopes = 3;                // version 6: abstract sockets, signals

struct Ruleset { // landlock_ruleset_attr of version 6; older kernels take its beginning
    std::uint64_t files;
    std::uint64_t network;
    std::uint64_t scopes;
};

// Where fonts, their settings and their index are, and poppler's tables of character sets.
constexpr std::array kReadable{"/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
                               "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/poppler"};

/// True when from now on only the folders of fonts can be opened, and these for reading alone.
bool landlock() {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, 1U /* LANDLOCK_CREATE_RULESET_VERSION */);
    if (version < 1) {
        return false;
    }
    Ruleset ruleset{kAllFiles1, 0, 0};
    std::size_t size = sizeof ruleset.files;
    if (version >= 2) {
        ruleset.files |= kRefer;
    }
    if (version >= 3) {
        ruleset.files |= kTruncate;
    }
    if (version >= 4) {
        ruleset.network = kAllTcp;
        size = sizeof ruleset.files + sizeof ruleset.network;
    }
    if (version >= 5) {
        ruleset.files |= kDeviceControl;
    }
    if (version >= 6) {
        ruleset.scopes = kAllScopes;
        size = sizeof ruleset;
    }
    const long rules = syscall(SYS_landlock_create_ruleset, &ruleset, size, 0U);
    if (rules < 0) {
        return false;
    }
    const auto descriptor = static_cast<int>(rules);
    for (const char *folder : kReadable) {
        const int parent = open(folder, O_PATH | O_CLOEXEC);
        if (parent < 0) {
            continue; // not on this system
        }
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        beneath.parent_fd = parent;
        syscall(SYS_landlock_add_rule, descriptor, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0U);
        close(parent);
    }
    const bool restricted = syscall(SYS_landlock_restrict_self, descriptor, 0U) == 0;
    close(descriptor);
    return restricted;
}

bool writeTo(const char *path, const std::string &text) {
    const int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    const bool written = descriptor >= 0 && write(descriptor, text.data(), text.size()) == ssize_t(text.size());
    if (descriptor >= 0) {
        close(descriptor);
    }
    return written;
}

/// Where there is no Landlock: a file system of its own, in which there is nothing but the folders of fonts. Needs a
/// user namespace, which some systems refuse; false then, and nothing has changed that matters.
bool ownFileSystem() {
    const uid_t user = getuid();
    const gid_t group = getgid();
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC) != 0) {
        return false;
    }
    // Nothing can be mounted before the user is somebody in there; 65534 gains no right outside.
    writeTo("/proc/self/setgroups", "deny");
    if (!writeTo("/proc/self/uid_map", "65534 " + std::to_string(user) + " 1") ||
        !writeTo("/proc/self/gid_map", "65534 " + std::to_string(group) + " 1")) {
        return false;
    }
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "mode=0755,size=64k") != 0) {
        return false;
    }
    umask(022);
    for (const char *folder : kReadable) {
        const std::string inside = std::string("/tmp") + folder;
        std::error_code error;
        if (!std::filesystem::is_directory(folder, error)) {
            continue;
        }
        std::filesystem::create_directories(inside, error);
        if (mount(folder, inside.c_str(), nullptr, MS_BIND, nullptr) != 0) {
            return false;
        }
    }
    umask(0777);
    if (chdir("/tmp") != 0 || syscall(SYS_pivot_root, ".", ".") != 0 || umount2(".", MNT_DETACH) != 0 ||
        chdir("/") != 0) {
        return false;
    }
    return mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) ==
           0;
}

class Filter {
public:
    /// What is not named fails with EPERM: libraries live with that, and an attacker gains nothing.
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {}

    template <std::size_t N>
    void allow(const std::array<const char *, N> &names) {
        for (const char *name : names) {
            // A name that this architecture or library does not know is no call that could be made.
            if (const int number = seccomp_syscall_resolve_name(name); number != __NR_SCMP_ERROR) {
                add(SCMP_ACT_ALLOW, number, {});
            }
        }
    }
    /// Fails as on an older kernel: the C library has another way then.
    void unknown(const char *name) {
        if (const int number = seccomp_syscall_resolve_name(name); number != __NR_SCMP_ERROR) {
            add(SCMP_ACT_ERRNO(ENOSYS), number, {});
        }
    }
    void allowIf(const char *name, std::initializer_list<scmp_arg_cmp> conditions) {
        if (const int number = seccomp_syscall_resolve_name(name); number != __NR_SCMP_ERROR) {
            add(SCMP_ACT_ALLOW, number, conditions);
        }
    }
    [[nodiscard]] Result<void> load() {
        if (!context_ || failed_ != 0) {
            return fail(ErrorCode::ReaderFailed, "seccomp", std::strerror(-failed_));
        }
        const int status = seccomp_load(context_.get());
        if (status != 0) {
            return fail(ErrorCode::ReaderFailed, "seccomp", std::strerror(-status));
        }
        return {};
    }

private:
    void add(std::uint32_t action, int number, std::initializer_list<scmp_arg_cmp> conditions) {
        const int status = seccomp_rule_add_array(context_.get(), action, number,
                                                  static_cast<unsigned>(conditions.size()), conditions.begin());
        // Some calls exist on other architectures only: libseccomp says EDOM or EINVAL for these.
        if (status != 0 && status != -EDOM && status != -EINVAL) {
            failed_ = status;
        }
    }

    std::unique_ptr<void, decltype(&seccomp_release)> context_;
    int failed_ = 0;
};

scmp_arg_cmp argument(unsigned index, scmp_compare compare, std::uint64_t value, std::uint64_t second = 0) {
    return scmp_arg_cmp{index, compare, value, second};
}

Result<void> filterCalls(bool mayOpen) {
    Filter filter;
    filter.allow(std::array{
        // the pipe and memory
        "read", "write", "readv", "writev", "pread64", "lseek", "_llseek", "close", "poll", "ppoll", "ppoll_time64",
        "munmap", "mremap", "madvise", "brk", "fadvise64", "fadvise64_64",
        // what files there are
        "fstat", "fstat64", "newfstatat", "fstatat64", "statx", "stat", "stat64", "lstat", "lstat64", "access",
        "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "statfs", "statfs64", "fstatfs",
        "fstatfs64", "fcntl", "fcntl64",
        // itself
        "exit", "exit_group", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn", "sigaltstack", "getpid",
        "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "getuid32", "geteuid32", "getgid32", "getegid32",
        "futex", "futex_time64", "set_robust_list", "rseq", "membarrier", "restart_syscall", "sched_yield",
        "sched_getaffinity", "getrlimit", "ugetrlimit", "getrusage", "sysinfo", "uname",
        // time and chance
        "clock_gettime", "clock_gettime64", "clock_getres", "clock_getres_time64", "gettimeofday", "time", "nanosleep",
        "clock_nanosleep", "clock_nanosleep_time64", "alarm", "setitimer", "getrandom"});
    for (const char *call : {"mmap", "mmap2", "mprotect"}) { // no code but what is there
        filter.allowIf(call, {argument(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
    }
    filter.allowIf("prlimit64", {argument(2, SCMP_CMP_EQ, 0)}); // to look, not to raise
    const auto self = static_cast<std::uint64_t>(getpid());
    filter.allowIf("tgkill", {argument(0, SCMP_CMP_EQ, self)}); // abort()
    filter.allowIf("kill", {argument(0, SCMP_CMP_EQ, self)});
    for (const char *call : {"clone3", "openat2", "futex_waitv", "map_shadow_stack"}) {
        filter.unknown(call);
    }
    if (kSanitized) { // by which it asks whether memory can be read
        filter.allow(std::array{"pipe", "pipe2"});
    }
    if (mayOpen) { // where Landlock says which
        constexpr std::uint64_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
        filter.allowIf("openat", {argument(2, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY)});
        filter.allowIf("open", {argument(1, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY)});
    }
    return filter.load();
}

} // namespace

void dropEverything() {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(0777);
    // From 3 on; the C library of Debian 12 has the call, its kernel may not.
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) {
        for (int descriptor = 3; descriptor < 4096; ++descriptor) {
            close(descriptor);
        }
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_MEMLOCK, 0);
    if (!kSanitized) {
        limit(RLIMIT_AS, rlim_t{1536} << 20);
    }
}

Result<void> shutIn(void (*preload)()) {
    bool fonts = landlock();
    if (!fonts) {
        preload();
        fonts = ownFileSystem();
    }
    return filterCalls(fonts);
}

std::uint32_t tryTheDoors() {
    std::uint32_t refused = 0;
    const auto check = [&refused](std::uint32_t protection, long result) {
        refused |= result < 0 ? protection : 0;
        return result;
    };
    const auto tryFile = [&check](std::uint32_t protection, const char *path, int flags) {
        const int descriptor = open(path, flags, 0600);
        check(protection, descriptor);
        if (descriptor >= 0) {
            close(descriptor);
        }
    };
    check(wire::NoNetwork, socket(AF_INET, SOCK_STREAM, 0));
    check(wire::NoSocket, socket(AF_UNIX, SOCK_STREAM, 0));
    tryFile(wire::NoWriting, "/dev/null", O_WRONLY);
    tryFile(wire::NoReading, "/proc/self/status", O_RDONLY);
    tryFile(wire::NoReading, "/etc/passwd", O_RDONLY);
    const std::array<char *, 1> nothing{nullptr};
    check(wire::NoProgram, execve("/proc/self/exe", nothing.data(), nothing.data()));
    const long child = check(wire::NoProcess, syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    if (child == 0) {
        _exit(0);
    }
    check(wire::NoSignal, kill(getppid(), 0));
    check(wire::NoTracing, ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr));
    return refused;
}

} // namespace guichet::document
