// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/station.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace guichet::test {
std::string required(const char *variable) {
    const char *value = std::getenv(variable);
    if (value == nullptr) {
        throw std::runtime_error(std::string(variable) + " is not set: run this through ctest");
    }
    return value;
}

std::string Answer::error() const {
    return json.is_object() && json.contains("error") ? json.at("error").value("code", "") : "";
}

Station::Station(std::string program) : program_(program.empty() ? required("GUICHET_PROGRAM") : std::move(program)) {
    for (const char *name : {"home", "data", "state", "config", "cache", "runtime"}) {
        std::filesystem::create_directory(folder_ / name);
    }
}

nlohmann::json Station::makeDemo(int persons) {
    const nlohmann::json made = done("", {"demo", "--persons", std::to_string(persons)});
    demoPin_ = made.at("pin").get<std::string>();
    return made;
}

void Station::setPin(std::string_view agent, std::string_view pin) {
    const std::string name = "pin-" + std::string(agent);
    pinFiles_[std::string(agent)] = folder_.write(name, std::string(pin) + "\n").string();
}

Command Station::command(std::string_view agent, std::vector<std::string> words) const {
    Command command;
    command.arguments = {"/usr/bin/env",
                         "-i",
                         "PATH=/usr/bin:/bin",
                         "LC_ALL=C.UTF-8",
                         "TZ=UTC",
                         "HOME=" + path("home"),
                         "XDG_DATA_HOME=" + path("data"),
                         "XDG_STATE_HOME=" + path("state"),
                         "XDG_CONFIG_HOME=" + path("config"),
                         "XDG_CACHE_HOME=" + path("cache"),
                         "XDG_RUNTIME_DIR=" + path("runtime")};
    for (const char *kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char *value = std::getenv(kept)) {
            command.arguments.push_back(std::string(kept) + "=" + value);
        }
    }
    if (!agent.empty() && !pinFiles_.contains(agent)) {
        command.arguments.push_back("GUICHET_PIN=" + demoPin_);
    }
    command.arguments.insert(command.arguments.end(), {program_, "--store", store()});
    if (!agent.empty()) {
        command.arguments.insert(command.arguments.end(), {"--agent", std::string(agent)});
        if (const auto file = pinFiles_.find(agent); file != pinFiles_.end()) {
            command.arguments.insert(command.arguments.end(), {"--pin-file", file->second});
        }
    }
    command.arguments.insert(command.arguments.end(), std::make_move_iterator(words.begin()),
                             std::make_move_iterator(words.end()));
    command.folder = folder_.path();
    command.limit = std::chrono::seconds(120);
    command.withoutNetwork = true;
    return command;
}

Answer Station::call(std::string_view agent, std::vector<std::string> words, std::string_view input) {
    Command asked = command(agent, std::move(words));
    asked.arguments.emplace_back("--json");
    asked.input = input;
    const Outcome outcome = run(asked);
    Answer answer{.status = outcome.status, .json = {}, .errors = outcome.errors};
    answer.json = nlohmann::json::parse(outcome.output, nullptr, false);
    std::string shown;
    for (const std::string &word : asked.arguments) {
        shown += word + ' ';
    }
    INFO(shown << "\nstatus " << outcome.status << "\n" << outcome.output << outcome.errors);
    REQUIRE(answer.json.is_object());
    return answer;
}

nlohmann::json Station::done(std::string_view agent, std::vector<std::string> words) {
    Answer answer = call(agent, words);
    std::string shown;
    for (const std::string &word : words) {
        shown += word + ' ';
    }
    INFO(shown << "\n" << answer.json.dump(2) << answer.errors);
    REQUIRE(answer.status == 0);
    return answer.json;
}

Outcome Station::text(std::string_view agent, std::vector<std::string> words) {
    return run(command(agent, std::move(words)));
}

std::filesystem::path journeyDocuments() { return required("GUICHET_SAMPLE_DOCUMENTS"); }

std::string takeInSamples(Station &station) {
    station.done("S01", {"import", journeyDocuments().string()});
    const nlohmann::json found = station.done("A01", {"person", "find", "--nir", kSampleNir});
    REQUIRE(found.at("persons").size() == 1);
    return found.at("persons").at(0).at("id").get<std::string>();
}

std::string bytesOf(const std::string &path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void checkKeys(const nlohmann::json &object, std::initializer_list<const char *> keys) {
    INFO(object.dump(2));
    REQUIRE(object.is_object());
    for (const char *key : keys) {
        INFO(key);
        CHECK(object.contains(key));
    }
}

} // namespace guichet::test
