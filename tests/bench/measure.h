// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guichet::bench {

using Seconds = std::chrono::duration<double>;

/// One line of the table: a figure of ours, what it is compared with in the same run, and the limit of the comparison.
struct Figure {
    std::string what;
    double value = 0;
    std::string unit;                ///< "ms", "MiB", …
    std::string peer;                ///< named other program or operation; empty: the limit is on the value itself
    std::optional<double> peerValue; ///< in the same unit
    std::optional<double> limit;     ///< of value / peerValue, or of the value; nothing: only shown
    std::string note;
    std::string skipped; ///< why nothing was measured; then `what` is all there is

    [[nodiscard]] double measured() const { return peerValue ? value / *peerValue : value; }
    [[nodiscard]] bool holds() const { return !limit || measured() <= *limit; }
};

/// The q-th part (0 to 1) of some measurements; they are not empty.
[[nodiscard]] double quantile(std::vector<double> values, double q);
[[nodiscard]] inline double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

/// How long it takes, in milliseconds.
[[nodiscard]] double millisecondsOf(const std::function<void()> &work);

/// A program run to its end, its output read.
struct Run {
    int status = 0;
    double milliseconds = 0; ///< from before it was started until it was over
    double processorMs = 0;  ///< user and system time of it and of what it started
    double peakMiB = 0;      ///< the most memory that it, or one that it started, held at a time (ru_maxrss of wait4)
    std::string output;
};
/// `environment` is added to this process's own. Throws where it can't be started.
[[nodiscard]] Run runProgram(const std::vector<std::string> &arguments,
                             const std::vector<std::string> &environment = {});

/// A file that grows by 4 KiB and fdatasync, again and again; removed at the end.
class SyncedWrites {
public:
    explicit SyncedWrites(const std::filesystem::path &folder);
    ~SyncedWrites();
    SyncedWrites(const SyncedWrites &) = delete;
    SyncedWrites &operator=(const SyncedWrites &) = delete;
    /// How long one takes, in milliseconds.
    [[nodiscard]] double one();

private:
    std::filesystem::path path_;
    int file_;
};

} // namespace guichet::bench
