// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::test {

/// What a command answered with --json.
struct Answer {
    int status = 0;
    nlohmann::json json; ///< of what was printed
    std::string errors;

    /// The code of the error that it failed with, "" when it did not.
    [[nodiscard]] std::string error() const;
};

/// A counter with one store, worked through the real program as somebody at a terminal would: a home of its own, no
/// network, nothing else in the environment. Everything is removed at the end.
class Station {
public:
    /// The program is the one that GUICHET_PROGRAM names, unless it is given.
    explicit Station(std::string program = {});

    /// Makes a demo store; the PIN of its three agents is kept for what follows.
    nlohmann::json makeDemo(int persons);
    /// Says by which PIN an agent acts from now on; without this an agent of a demo store acts by the store's.
    void setPin(std::string_view agent, std::string_view pin);

    /// Runs a command; `agent` "" for those that ask for nobody. What it prints must be one JSON object.
    [[nodiscard]] Answer call(std::string_view agent, std::vector<std::string> words, std::string_view input = {});
    /// The same, and the test fails unless it ended with 0.
    nlohmann::json done(std::string_view agent, std::vector<std::string> words);
    /// Text for people instead of JSON.
    [[nodiscard]] Outcome text(std::string_view agent, std::vector<std::string> words);

    [[nodiscard]] const TemporaryFolder &folder() const { return folder_; }
    [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }
    [[nodiscard]] std::string store() const { return path("store"); }

    /// What would be run, to be run in another way.
    [[nodiscard]] Command command(std::string_view agent, std::vector<std::string> words) const;

private:
    TemporaryFolder folder_;
    std::string program_;
    std::map<std::string, std::string, std::less<>> pinFiles_;
    std::string demoPin_;
};

/// The documents that the journeys bring in: of one invented person.
[[nodiscard]] std::filesystem::path journeyDocuments();
inline constexpr const char *kSampleNir = "284047599900133";
/// Brings them in; that person's id.
[[nodiscard]] std::string takeInSamples(Station &station);

/// What a file holds; nothing where there is none.
[[nodiscard]] std::string bytesOf(const std::string &path);
/// A variable that ctest sets for the journeys. Throws std::runtime_error without it.
[[nodiscard]] std::string required(const char *variable);

/// Fails the test unless the object has each of these keys.
void checkKeys(const nlohmann::json &object, std::initializer_list<const char *> keys);

} // namespace guichet::test
