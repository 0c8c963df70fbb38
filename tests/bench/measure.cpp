// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace guichet::bench {

double quantile(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    const double place = std::ceil(q * static_cast<double>(values.size())) - 1;
    return values.at(static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(values.size() - 1))));
}

double millisecondsOf(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Run runProgram(const std::vector<std::string> &arguments, const std::vector<std::string> &environment) {
    std::vector<char *> words;
    for (const std::string &word : arguments) {
        words.push_back(const_cast<char *>(word.c_str()));
    }
    words.push_back(nullptr);
    std::vector<char *> variables;
    for (const std::string &variable : environment) {
        variables.push_back(const_cast<char *>(variable.c_str()));
    }
    for (char **variable = environ; *variable != nullptr; ++variable) {
        variables.push_back(*variable);
    }
    variables.push_back(nullptr);

    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    Run result;
    pid_t child = 0;
    int failed = 0;
    struct rusage usage{};
    result.milliseconds = millisecondsOf([&] {
        failed = ::posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), variables.data());
        ::close(ends[1]);
        if (failed != 0) {
            return;
        }
        std::array<char, 65536> buffer;
        for (;;) {
            const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
            if (count <= 0) {
                break;
            }
            result.output.append(buffer.data(), static_cast<std::size_t>(count));
        }
        int status = 0;
        ::wait4(child, &status, 0, &usage);
        result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    });
    ::close(ends[0]);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw std::runtime_error(arguments.front() + ": " + std::strerror(failed));
    }
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    result.processorMs = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    result.peakMiB = static_cast<double>(usage.ru_maxrss) / 1024;
    return result;
}

SyncedWrites::SyncedWrites(const std::filesystem::path &folder)
    : path_(folder / "synced"), file_(::open(path_.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600)) {
    if (file_ < 0) {
        throw std::runtime_error(path_.string() + ": " + std::strerror(errno));
    }
}

SyncedWrites::~SyncedWrites() {
    ::close(file_);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

double SyncedWrites::one() {
    std::array<char, 4096> block;
    block.fill('x');
    return millisecondsOf([&] {
        if (::write(file_, block.data(), block.size()) != static_cast<ssize_t>(block.size()) ||
            ::fdatasync(file_) != 0) {
            throw std::runtime_error(path_.string() + ": " + std::strerror(errno));
        }
    });
}

} // namespace guichet::bench
