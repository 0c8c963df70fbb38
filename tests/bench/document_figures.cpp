// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demo_store.h"
#include "tests/bench/figures.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace guichet::bench {

using nlohmann::json;

std::vector<Figure> documentFigures(const Ground &ground) {
    const std::filesystem::path documents = documentsOf(ground);
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
    const json items = store.importAll(documents);
    std::vector<double> times;
    std::vector<double> processor;
    double peak = 0;
    std::string slowest;
    std::string largest;
    for (const json &item : items) {
        const Run run = store.print(item);
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
    const std::vector<double> open = store.printAll(items, 1).rounds.front();
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
