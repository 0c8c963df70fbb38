// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/run.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::test {

/// What a command answered.
struct Said {
    int status = 0;
    std::string out;
    std::string err;
    nlohmann::json json; ///< of `out`, where it is JSON

    [[nodiscard]] std::string error() const;
};

/// The program, run in this process, with its own folder, environment and input.
class CommandLine {
public:
    CommandLine();

    TemporaryFolder folder;
    std::map<std::string, std::string> environment;

    [[nodiscard]] std::string store() const { return (folder / "store").string(); }
    [[nodiscard]] std::string path(std::string_view name) const { return (folder / name).string(); }

    /// The words as they are.
    [[nodiscard]] Said words(const std::vector<std::string> &words, const std::string &input = {}) const;
    /// With `--store`, `--json`, and `--agent` where it is not empty.
    [[nodiscard]] Said call(const std::string &agent, std::vector<std::string> words,
                            const std::string &input = {}) const;
    /// The same; the test fails where the status is not 0.
    nlohmann::json done(const std::string &agent, const std::vector<std::string> &words) const;

    /// A demo store at a fixed moment, whose PIN every later call has.
    nlohmann::json makeDemo(int persons = 5);
};

} // namespace guichet::test
