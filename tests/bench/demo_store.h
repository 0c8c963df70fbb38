// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/measure.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::bench {

/// A demo store of its own for one measurement, worked through the real program.
class DemoStore {
public:
    DemoStore(const Ground &ground, const std::string &name);

    /// With `--json`. Throws where it ends with anything but 0 and 5 (some documents were rejected).
    [[nodiscard]] Run run(const std::vector<std::string> &words, const std::string &agent) const;
    [[nodiscard]] std::filesystem::path file(const char *name) const { return folder_ / name; }

    /// Imports a folder; what can be printed of it, each with "person", "record" and "path". Throws where nothing can.
    [[nodiscard]] nlohmann::json importAll(const std::filesystem::path &documents) const;
    /// One of them to PDF by `guichet print`, from the program's start to its end.
    [[nodiscard]] Run print(const nlohmann::json &item) const;

    /// All of them to PDF, again and again, by a process that opens the store once (guichet-bench-print).
    struct Printed {
        Run run;                                  ///< the whole process
        std::vector<std::vector<double>> rounds;  ///< milliseconds of each document
        std::vector<std::filesystem::path> files; ///< the PDF of each
    };
    [[nodiscard]] Printed printAll(const nlohmann::json &items, int rounds) const;

private:
    std::string program_;
    std::filesystem::path folder_;
    std::string pin_;
};

/// The folder of documents that is measured on: the samples, or our own, written now.
[[nodiscard]] std::filesystem::path documentsOf(const Ground &ground);

} // namespace guichet::bench
