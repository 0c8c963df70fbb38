// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/sign_in.h"
#include "tests/bench/documents.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"
#include "tests/bench/station.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace guichet::bench {
namespace {

using nlohmann::json;

/// A demo store of its own for one measurement, worked through the real program.
class DemoStore {
public:
    DemoStore(const Ground &ground, const std::string &name)
        : program_(ground.program.string()), folder_(ground.folder / name) {
        std::filesystem::create_directories(folder_ / "state");
        const json made = json::parse(run({"demo", "--persons", "1"}, "").output);
        pin_ = made.at("pin").get<std::string>();
    }

    Run run(std::vector<std::string> words, const std::string &agent) const {
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

    [[nodiscard]] std::filesystem::path file(const char *name) const { return folder_ / name; }
    [[nodiscard]] const std::string &pin() const { return pin_; }

private:
    std::string program_;
    std::filesystem::path folder_;
    std::string pin_;
};

/// Documents to PDF at a counter that is open: what an agent waits for after a touch.
std::vector<double> atOpenCounter(const DemoStore &store, const json &items) {
    ::setenv("XDG_STATE_HOME", store.file("state").c_str(), 1);
    Station station;
    const auto session = must(kiosk::Session::open(station.machine, store.file("store"), "A01", store.pin()));
    kiosk::Desk &desk = session->desk();
    kiosk::Presence presence;
    presence.seen = kiosk::IdentitySeen::IdCard;
    std::vector<double> times;
    for (const json &item : items) {
        kiosk::RecordChoice choice;
        choice.records = {item.at("record").get<std::string>()};
        times.push_back(millisecondsOf([&] {
            const kiosk::PreparedRecords prepared =
                must(kiosk::prepareRecords(desk, item.at("person").get<std::string>(), choice, presence, {}));
            static_cast<void>(must(kiosk::recordsToFile(desk, prepared, presence)));
        }));
    }
    return times;
}

} // namespace

std::vector<Figure> documentFigures(const Ground &ground) {
    std::filesystem::path documents = ground.samples;
    if (documents.empty()) {
        documents = ground.folder / "documents";
        std::filesystem::create_directories(documents);
        writeDocuments(documents, ground.documents);
    }
    std::vector<std::string> xmllint{"xmllint", "--noout"};
    for (const auto &entry : std::filesystem::recursive_directory_iterator(documents)) {
        if (entry.is_regular_file()) {
            xmllint.push_back(entry.path().string());
        }
    }

    // Both once before, so that the files are in memory for both.
    std::vector<double> peer;
    std::vector<double> ours;
    std::vector<double> peerProcessor;
    std::vector<double> ourProcessor;
    json imported;
    static_cast<void>(runProgram(xmllint));
    for (int i = 0; i < ground.repeats; ++i) {
        const Run lint = runProgram(xmllint);
        peer.push_back(lint.milliseconds);
        peerProcessor.push_back(lint.processorMs);
        const DemoStore store(ground, "import-" + std::to_string(i));
        const Run run = store.run({"import", documents.string()}, "S01");
        imported = json::parse(run.output);
        ours.push_back(run.milliseconds);
        ourProcessor.push_back(run.processorMs);
    }
    const int files = imported.at("files").get<int>();
    const int taken = imported.at("imported").get<int>() + imported.at("replaced").get<int>();

    const DemoStore store(ground, "print");
    json items = json::array();
    const json report = json::parse(store.run({"import", documents.string()}, "S01").output);
    for (const json &item : report.at("items")) {
        if (item.at("record").is_string() && item.at("person").is_string()) {
            items.push_back(item);
        }
    }
    if (items.empty()) {
        throw std::runtime_error("none of the documents could be printed");
    }
    std::vector<double> times;
    std::vector<double> processor;
    double peak = 0;
    std::string slowest;
    std::string largest;
    for (const json &item : items) {
        const Run run = store.run({"print", "--person", item.at("person"), "--record", item.at("record"), "--output",
                                   store.file("out.pdf").string()},
                                  "A01");
        const std::string name = std::filesystem::path(item.at("path").get<std::string>()).filename();
        if (times.empty() || run.milliseconds > *std::max_element(times.begin(), times.end())) {
            slowest = name;
        }
        if (run.peakMiB > peak) {
            peak = run.peakMiB;
            largest = name;
        }
        times.push_back(run.milliseconds);
        processor.push_back(run.processorMs);
    }
    const std::vector<double> open = atOpenCounter(store, items);
    return {
        {.what = "import of " + std::to_string(files) + " documents (" + std::to_string(taken) + " taken)",
         .value = median(ours),
         .unit = "ms",
         .peer = "xmllint --noout",
         .peerValue = median(peer),
         .limit = 5,
         .note = "the whole command, from start to exit; of processor time " +
                 std::to_string(static_cast<int>(median(ourProcessor))) + " ms, " +
                 std::to_string(static_cast<int>(median(peerProcessor))) + " ms"},
        {.what = "one document to PDF, median of " + std::to_string(open.size()),
         .value = median(open),
         .unit = "ms",
         .peer = "",
         .peerValue = {},
         .limit = 50,
         .note = "at an open counter, the first one with its reader and fonts; slowest " +
                 std::to_string(static_cast<int>(*std::max_element(open.begin(), open.end()))) + " ms"},
        {.what = "the same by `guichet print`, median of " + std::to_string(times.size()),
         .value = median(times),
         .unit = "ms",
         .peer = "",
         .peerValue = {},
         .limit = {},
         .note = "the whole command, from start to exit; of processor time " +
                 std::to_string(static_cast<int>(median(processor))) + " ms; slowest " +
                 std::to_string(static_cast<int>(*std::max_element(times.begin(), times.end()))) + " ms, " + slowest},
        {.what = "peak memory of print",
         .value = peak,
         .unit = "MiB",
         .peer = "",
         .peerValue = {},
         .limit = 40,
         .note = "of the larger of its two processes; " + largest},
    };
}

} // namespace guichet::bench
