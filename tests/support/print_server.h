// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guichet::test {

/// A program that runs beside the test, with its children, until it is stopped or the test ends.
class Background {
public:
    /// `log` takes its output. `prepare` runs in the child, before the program.
    Background(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
               std::filesystem::path log, const std::function<void()> &prepare = {});
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    [[nodiscard]] bool running();
    /// Asks it to end, and ends it after 5 seconds.
    void stop();

private:
    int pid_ = -1;
};

/// Waits until the condition holds; false after the limit. Asks every 20 ms.
[[nodiscard]] bool waitFor(const std::function<bool()> &condition,
                           std::chrono::seconds limit = std::chrono::seconds(20));

/// CUPS with one queue, `guichet`, and behind it a printer that speaks IPP: real ones, private, on loopback.
class PrintServer {
public:
    static constexpr const char *kQueue = "guichet";

    /// Why it can't be started here (not root, a program is missing); nothing where it can.
    [[nodiscard]] static std::optional<std::string> whyNot();

    /// Starts it and waits until the queue is there. Throws std::runtime_error with what the programs said.
    PrintServer();
    ~PrintServer();
    PrintServer(const PrintServer &) = delete;
    PrintServer &operator=(const PrintServer &) = delete;

    [[nodiscard]] std::string host() const { return "127.0.0.1"; }
    [[nodiscard]] int port() const { return port_; }
    /// What a program that is started needs to find it (CUPS_SERVER).
    [[nodiscard]] std::map<std::string, std::string> environment() const;

    /// From now on the printer reports this reason (an IPP keyword: "media-empty") while it has a job, and prints
    /// nothing.
    void obstruct(const std::string &reason);
    /// The cause is gone: it goes on.
    void clear();
    /// What came out of the printer so far, in the order of its jobs.
    [[nodiscard]] std::vector<Bytes> printed() const;
    /// What the programs wrote, for a test that fails.
    [[nodiscard]] std::string logs() const;

private:
    void start();

    TemporaryFolder folder_;
    int port_ = 0;
    int printerPort_ = 0;
    std::vector<std::unique_ptr<Background>> programs_; ///< stopped from the last one on
};

} // namespace guichet::test
