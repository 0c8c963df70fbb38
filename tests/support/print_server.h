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
    /// Ends it at once, as a crash would: it alone, without its children.
    void kill();
    /// Sends it a signal, if it runs.
    void signal(int number) const;
    /// Its number, -1 once it has ended.
    [[nodiscard]] int process() const { return pid_; }

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

    struct Settings {
        bool keepsJobs = false;                    ///< PreserveJobHistory and PreserveJobFiles
        std::string onError = "retry-current-job"; ///< printer-error-policy
        int spoolKb = 0;                           ///< how much it has room for; 0: as the disk
        bool bothSides = false;                    ///< the printer prints on both sides of a sheet
    };

    /// Why it can't be started here (not root, a program is missing); nothing where it can.
    [[nodiscard]] static std::optional<std::string> whyNot();

    /// Whether Settings::spoolKb has an effect here: a container may not let anybody mount.
    [[nodiscard]] static bool limitsSpool();

    /// Starts it and waits until the queue is there. Throws std::runtime_error with what the programs said.
    PrintServer() : PrintServer(Settings()) {}
    explicit PrintServer(Settings settings);
    ~PrintServer();
    PrintServer(const PrintServer &) = delete;
    PrintServer &operator=(const PrintServer &) = delete;

    [[nodiscard]] std::string host() const { return "127.0.0.1"; }
    [[nodiscard]] int port() const { return port_; }
    /// What a program that is started needs to find it, and to hear who announces itself.
    [[nodiscard]] std::map<std::string, std::string> environment() const;

    // The printer's faults, from the next job on. One at a time.
    /// It reports this reason (an IPP keyword: "media-empty") while it has a job, and prints nothing.
    void obstruct(const std::string &reason);
    /// It says that a job is done, and nothing came out: with a reason, which stays, or without a word.
    void lie(const std::string &reason = {});
    /// It says nothing any more, and prints nothing.
    void stall();
    /// A job has come to it whole since, and waits in it. While it is still being sent, the printer is busy with it for
    /// minutes if the sender dies.
    [[nodiscard]] bool hasStalled() const;
    /// The cause is gone: it goes on.
    void clear();

    // And those of its surroundings.
    /// CUPS's own program for the printer ends each job like this (backend(7)): it failed; a password is wanted; the
    /// job is to be held; the queue to be stopped.
    enum class Backend { Failed = 1, AuthRequired = 2, Hold = 3, Stop = 4 };
    void breakBackend(Backend how);
    /// The printer is switched off, in the middle of a page if there is one.
    void unplug();
    /// It is there again; or another one in its place.
    void plug(bool another = false);
    /// A second printer, which has no queue and announces itself under this name, and what came out of it.
    void announce(const std::string &name);
    [[nodiscard]] std::vector<Bytes> printedBySecond() const;
    /// This process hears such printers too, as what is started with environment() does. Before it listens for the
    /// first time, as the address is read once.
    void hear() const;
    void stopCups();
    void startCups();
    /// CUPS does nothing any more, and is there: what is asked of it waits.
    void freezeCups();
    void thawCups();
    /// Somebody has a connection to CUPS just now.
    [[nodiscard]] bool isAsked() const;
    /// What an administrator does at the queue: "cupsdisable", "cupsenable", "cupsreject", "cupsaccept", or "lpadmin"
    /// with `options`.
    void administer(const std::string &program, const std::vector<std::string> &options = {});
    /// What came out of the printer so far, in the order of its jobs.
    [[nodiscard]] std::vector<Bytes> printed() const;
    /// What the printer was asked for with the newest of them: "IPP_SIDES=one-sided", a line each.
    [[nodiscard]] std::string asked() const;
    /// Where CUPS keeps what it has to print.
    [[nodiscard]] std::filesystem::path spool() const;
    /// The whole of its folder: what the printing system and the printer left anywhere, but for what came out.
    [[nodiscard]] const TemporaryFolder &folder() const { return folder_; }
    /// What the programs wrote, for a test that fails.
    [[nodiscard]] std::string logs() const;

private:
    void start();
    void write(const char *name, const std::string &text);
    [[nodiscard]] std::vector<Bytes> documents(const char *folder) const;
    std::unique_ptr<Background> launch(std::vector<std::string> arguments, const std::function<void()> &prepare = {});

    const Settings settings_;
    TemporaryFolder folder_;
    int port_ = 0;
    int printerPort_ = 0;
    // Stopped from the last one on.
    std::unique_ptr<Background> bus_;
    std::unique_ptr<Background> avahi_;
    std::unique_ptr<Background> printer_;
    std::unique_ptr<Background> second_;
    std::unique_ptr<Background> cups_;
};

} // namespace guichet::test
