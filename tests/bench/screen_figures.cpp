// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/documents.h"
#include "tests/bench/figures.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace guichet::bench {
namespace {

using nlohmann::json;

const std::vector<std::string> kNoDisplay{"QT_QPA_PLATFORM=offscreen", "QT_QUICK_BACKEND=software"};

struct Start {
    std::vector<double> milliseconds;
    std::vector<double> processorMs;
    std::vector<double> peakMiB;

    void add(const std::vector<std::string> &words) {
        auto environment = kNoDisplay;
        environment.emplace_back("GUICHET_TEST_ONE_FRAME=1");
        const Run run = runProgram(words, environment);
        if (run.status != 0) {
            throw std::runtime_error(words.front() + " ended with " + std::to_string(run.status));
        }
        milliseconds.push_back(run.milliseconds);
        processorMs.push_back(run.processorMs);
        peakMiB.push_back(run.peakMiB);
    }
};

std::vector<Figure> startFigures(const Ground &ground) {
    const auto store = (ground.folder / "start").string();
    if (runProgram({ground.program.string(), "--store", store, "demo", "--persons", "1"}).status != 0) {
        throw std::runtime_error("no demo store could be made in " + store);
    }
    const std::vector<std::string> ours{ground.program.string(), "--store", store, "kiosk", "--windowed"};
    const std::vector<std::string> peer{(ground.program.parent_path() / "guichet-bench-window").string()};
    auto withWords = peer;
    withWords.emplace_back("Guichet");
    Start kiosk;
    Start empty;
    Start words;
    for (int i = 0; i <= ground.starts; ++i) {
        if (i == 1) { // the first start fills the caches
            kiosk = {};
            empty = {};
            words = {};
        }
        kiosk.add(ours);
        empty.add(peer);
        words.add(withWords);
    }
    return {{.what = "start of the touchscreen until sign-in is shown, median",
             .value = median(kiosk.milliseconds),
             .unit = "ms",
             .peer = "an empty Qt Quick window",
             .peerValue = median(empty.milliseconds),
             .limit = 1.3,
             .note = ""},
            {.what = "  the same in processor time, which other programs disturb less",
             .value = median(kiosk.processorMs),
             .unit = "ms",
             .peer = "an empty Qt Quick window",
             .peerValue = median(empty.processorMs),
             .limit = {},
             .note = ""},
            {.what = "  for the scale: a Qt Quick window with one line of words",
             .value = median(words.milliseconds),
             .unit = "ms",
             .peer = "an empty Qt Quick window",
             .peerValue = median(empty.milliseconds),
             .limit = {},
             .note = ""},
            {.what = "its memory then, peak",
             .value = median(kiosk.peakMiB),
             .unit = "MiB",
             .peer = "an empty Qt Quick window",
             .peerValue = median(empty.peakMiB),
             .limit = 2,
             .note = ""}};
}

/// A limit on some of the frames that were waited for.
Figure frames(std::string what, const std::vector<double> &times, double part, double limit) {
    return {.what = std::move(what),
            .value = quantile(times, part),
            .unit = "ms",
            .peer = "",
            .peerValue = {},
            .limit = limit,
            .note = std::to_string(times.size()) + " measured"};
}

} // namespace

std::vector<Figure> screenFigures(const Ground &ground) {
    auto figures = startFigures(ground);
    auto documents = ground.samples;
    if (documents.empty()) {
        documents = ground.folder / "screen-documents";
        writeDocuments(documents, ground.documents);
    }
    const auto program = ground.program.parent_path() / "guichet-bench-screens";
    const Run run = runProgram({program.string(), std::to_string(ground.people.back()), std::to_string(ground.visits),
                                std::to_string(ground.frames), ground.program.string(), documents.string()},
                               kNoDisplay);
    if (run.status != 0) {
        throw std::runtime_error(program.string() + " ended with " + std::to_string(run.status));
    }
    const auto found = json::parse(run.output);
    std::vector<double> touches;
    for (const auto &[name, times] : found.at("touches").items()) {
        const auto some = times.get<std::vector<double>>();
        touches.insert(touches.end(), some.begin(), some.end());
        figures.push_back({.what = "  touch to change: " + name + ", median",
                           .value = median(some),
                           .unit = "ms",
                           .peer = "",
                           .peerValue = {},
                           .limit = {},
                           .note = ""});
    }
    const std::string among = " among " + std::to_string(ground.people.back()) + " people";
    figures.push_back(frames("touch to change" + among + ", 95th percentile", touches, 0.95, 100));
    constexpr double kThirtyASecond = 1000.0 / 30;
    figures.push_back(frames("a frame of 10000 records scrolled, 99th percentile",
                             found.at("scrolled").get<std::vector<double>>(), 0.99, kThirtyASecond));
    figures.push_back(
        frames("the longest frame during an import", found.at("importing").get<std::vector<double>>(), 1, 100));
    figures.push_back(
        frames("the longest frame while records are printed", found.at("printing").get<std::vector<double>>(), 1, 100));
    return figures;
}

} // namespace guichet::bench
