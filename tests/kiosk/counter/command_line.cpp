// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/counter/command_line.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <sstream>

namespace guichet::test {

std::string Said::error() const {
    return json.is_object() && json.contains("error") ? json["error"].value("code", "") : std::string();
}

CommandLine::CommandLine() {
    // What is kept outside the store is this test's own too.
    ::setenv("XDG_STATE_HOME", path("state").c_str(), 1);
    environment["HOME"] = folder.path().string();
}

Said CommandLine::words(const std::vector<std::string> &words, const std::string &input) const {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    kiosk::cli::Surroundings surroundings{
        .in = in, .out = out, .err = err, .environment = [this](const std::string &name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            return found == environment.end() ? std::nullopt : std::optional(found->second);
        }};
    Said said;
    said.status = kiosk::cli::run(words, surroundings);
    said.out = out.str();
    said.err = err.str();
    said.json = nlohmann::json::parse(said.out, nullptr, false);
    return said;
}

Said CommandLine::call(const std::string &agent, std::vector<std::string> words, const std::string &input) const {
    words.insert(words.begin(), {"--store", store(), "--json"});
    if (!agent.empty()) {
        words.insert(words.begin(), {"--agent", agent});
    }
    return this->words(words, input);
}

nlohmann::json CommandLine::done(const std::string &agent, const std::vector<std::string> &words) const {
    const Said said = call(agent, words);
    INFO(said.out << said.err);
    REQUIRE(said.status == 0);
    return said.json;
}

nlohmann::json CommandLine::makeDemo(int persons) {
    nlohmann::json made = done("", {"demo", "--persons", std::to_string(persons), "--now", "2026-03-02T08:00:00Z"});
    environment["GUICHET_PIN"] = made.at("pin").get<std::string>();
    return made;
}

} // namespace guichet::test
