// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace guichet::test {
namespace {

/// A pipe whose ends close with it.
class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error(std::string("no pipe: ") + std::strerror(errno));
        }
    }
    ~Pipe() {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] int reading() const { return ends_[0]; }
    [[nodiscard]] int writing() const { return ends_[1]; }
    void closeEnd(std::size_t which) {
        if (ends_.at(which) >= 0) {
            ::close(ends_.at(which));
            ends_.at(which) = -1;
        }
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

bool writeWhole(const char *path, const char *text) {
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const auto size = static_cast<ssize_t>(std::strlen(text));
    const bool done = ::write(file, text, static_cast<std::size_t>(size)) == size;
    ::close(file);
    return done;
}

/// In the child, after fork: only what is safe there. A plain user needs a user namespace for it, as themselves.
bool leaveNetwork(const char *uidMap, const char *gidMap) {
    if (::unshare(CLONE_NEWNET) == 0) {
        return true;
    }
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && writeWhole("/proc/self/setgroups", "deny") &&
           writeWhole("/proc/self/uid_map", uidMap) && writeWhole("/proc/self/gid_map", gidMap);
}

std::string idMap(unsigned id) { return std::to_string(id) + " " + std::to_string(id) + " 1"; }

} // namespace

Outcome run(const Command &command) {
    Pipe input;
    Pipe output;
    Pipe errors;
    std::vector<char *> arguments;
    for (const std::string &argument : command.arguments) {
        arguments.push_back(const_cast<char *>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    const std::string uidMap = idMap(::getuid());
    const std::string gidMap = idMap(::getgid());

    const pid_t child = ::fork();
    if (child < 0) {
        throw std::runtime_error(std::string("fork: ") + std::strerror(errno));
    }
    if (child == 0) {
        ::setpgid(0, 0);
        ::dup2(input.reading(), STDIN_FILENO);
        ::dup2(output.writing(), STDOUT_FILENO);
        ::dup2(errors.writing(), STDERR_FILENO);
        if (command.withoutNetwork) {
            leaveNetwork(uidMap.c_str(), gidMap.c_str());
        }
        if (!command.folder.empty() && ::chdir(command.folder.c_str()) != 0) {
            ::_exit(126);
        }
        for (const auto &[name, value] : command.environment) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::setpgid(child, child);
    input.closeEnd(0);
    output.closeEnd(1);
    errors.closeEnd(1);

    Outcome outcome;
    std::size_t written = 0;
    bool outputOpen = true;
    bool errorsOpen = true;
    const auto deadline = std::chrono::steady_clock::now() + command.limit;
    struct sigaction ignore{};
    struct sigaction before{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    ::fcntl(input.writing(), F_SETFL, O_NONBLOCK);
    bool late = false;
    while (outputOpen || errorsOpen) {
        if (written == command.input.size()) {
            input.closeEnd(1);
        }
        std::array<pollfd, 3> watched{pollfd{outputOpen ? output.reading() : -1, POLLIN, 0},
                                      pollfd{errorsOpen ? errors.reading() : -1, POLLIN, 0},
                                      pollfd{input.writing(), POLLOUT, 0}};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0 || ::poll(watched.data(), watched.size(), static_cast<int>(left.count())) == 0) {
            late = true;
            ::kill(-child, SIGKILL);
            break;
        }
        std::array<char, 65536> buffer;
        const auto take = [&](const pollfd &from, std::string &into, bool &open) {
            if (from.fd < 0 || from.revents == 0) {
                return;
            }
            const ssize_t count = ::read(from.fd, buffer.data(), buffer.size());
            if (count > 0) {
                into.append(buffer.data(), static_cast<std::size_t>(count));
            } else {
                open = false;
            }
        };
        take(watched[0], outcome.output, outputOpen);
        take(watched[1], outcome.errors, errorsOpen);
        if (watched[2].fd >= 0 && watched[2].revents != 0) {
            const ssize_t count =
                ::write(input.writing(), command.input.data() + written, command.input.size() - written);
            // A program that does not read its input is not at fault.
            written = count > 0 ? written + static_cast<std::size_t>(count) : command.input.size();
        }
    }
    ::sigaction(SIGPIPE, &before, nullptr);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (late) {
        throw std::runtime_error(command.arguments.front() + " took more than " +
                                 std::to_string(command.limit.count()) + " s:\n" + outcome.output + outcome.errors);
    }
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (outcome.status == 127) {
        throw std::runtime_error(command.arguments.front() + " can't be started");
    }
    return outcome;
}

bool canLeaveNetwork() {
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string uidMap = idMap(::getuid());
        const std::string gidMap = idMap(::getgid());
        ::_exit(leaveNetwork(uidMap.c_str(), gidMap.c_str()) ? 0 : 1);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string textOfPdf(const std::filesystem::path &pdf) {
    const Outcome outcome = run({.arguments = {"pdftotext", "-layout", pdf.string(), "-"}});
    if (outcome.status != 0) {
        throw std::runtime_error(pdf.string() + ": " + outcome.errors);
    }
    return outcome.output;
}

std::string onOneLine(std::string_view text) {
    std::string line;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            gap = !line.empty();
            continue;
        }
        if (gap) {
            line += ' ';
            gap = false;
        }
        line += c;
    }
    return line;
}

} // namespace guichet::test
