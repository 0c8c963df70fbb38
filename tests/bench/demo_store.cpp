// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demo_store.h"

#include "tests/bench/documents.h"

#include <fstream>
#include <stdexcept>

namespace guichet::bench {

using nlohmann::json;

DemoStore::DemoStore(const Ground &ground, const std::string &name)
    : program_(ground.program.string()), folder_(ground.folder / name) {
    std::filesystem::create_directories(folder_ / "state");
    const json made = json::parse(run({"demo", "--persons", "1"}, "").output);
    pin_ = made.at("pin").get<std::string>();
}

Run DemoStore::run(const std::vector<std::string> &words, const std::string &agent) const {
    std::vector<std::string> arguments{program_, "--store", (folder_ / "store").string(), "--json"};
    if (!agent.empty()) {
        arguments.insert(arguments.end(), {"--agent", agent});
    }
    arguments.insert(arguments.end(), words.begin(), words.end());
    Run result = runProgram(arguments, {"GUICHET_PIN=" + pin_, "XDG_STATE_HOME=" + (folder_ / "state").string()});
    // 5: some documents were rejected (numbers of the live root among the samples); the rest went in.
    if (result.status != 0 && result.status != 5) {
        std::string line;
        for (const std::string &word : arguments) {
            line += word + ' ';
        }
        throw std::runtime_error(line + "ended with " + std::to_string(result.status) + ": " + result.output);
    }
    return result;
}

json DemoStore::importAll(const std::filesystem::path &documents) const {
    json items = json::array();
    const json report = json::parse(run({"import", documents.string()}, "S01").output);
    for (const json &item : report.at("items")) {
        if (item.at("record").is_string() && item.at("person").is_string()) {
            items.push_back(item);
        }
    }
    if (items.empty()) {
        throw std::runtime_error("none of the documents could be printed");
    }
    return items;
}

Run DemoStore::print(const json &item) const {
    return run(
        {"print", "--person", item.at("person"), "--record", item.at("record"), "--output", file("out.pdf").string()},
        "A01");
}

DemoStore::Printed DemoStore::printAll(const json &items, int rounds) const {
    const std::filesystem::path output = file("printed");
    std::filesystem::create_directories(output);
    std::ofstream(file("items.json")) << items.dump();
    Printed printed;
    printed.run =
        runProgram({std::filesystem::path(program_).replace_filename("guichet-bench-print").string(),
                    file("store").string(), file("items.json").string(), std::to_string(rounds), output.string()},
                   {"GUICHET_PIN=" + pin_, "XDG_STATE_HOME=" + file("state").string()});
    if (printed.run.status != 0) {
        throw std::runtime_error("guichet-bench-print: " + printed.run.output);
    }
    printed.rounds = json::parse(printed.run.output).get<std::vector<std::vector<double>>>();
    for (std::size_t i = 0; i < items.size(); ++i) {
        printed.files.push_back(output / (std::to_string(i) + ".pdf"));
    }
    return printed;
}

std::filesystem::path documentsOf(const Ground &ground) {
    if (!ground.samples.empty()) {
        return ground.samples;
    }
    const std::filesystem::path documents = ground.folder / "documents";
    if (!std::filesystem::exists(documents)) {
        std::filesystem::create_directories(documents);
        writeDocuments(documents, ground.documents);
    }
    return documents;
}

} // namespace guichet::bench
