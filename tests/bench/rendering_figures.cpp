// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demo_store.h"
#include "tests/bench/figures.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace guichet::bench {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t kColdDocuments = 5; ///< the peer takes seconds for each

/// The official style sheet with Saxon and FOP.
class Peer {
public:
    explicit Peer(const Ground &ground) : folder_(ground.folder / "peer") {
        fs::create_directories(folder_);
        for (const auto &entry : fs::recursive_directory_iterator(ground.stylesheet)) {
            if (entry.path().filename() == "CDA-FO.xsl") {
                sheet_ = entry.path().string();
            }
        }
        if (sheet_.empty()) {
            throw std::runtime_error("no CDA-FO.xsl in " + ground.stylesheet.string());
        }
        for (const char *jar : {"Saxon-HE", "fop", "xmlgraphics-commons", "batik-all", "commons-io", "commons-logging",
                                "xml-apis-ext", "fontbox2", "xercesImpl"}) {
            const std::string path = std::string("/usr/share/java/") + jar + ".jar";
            if (!fs::exists(path)) {
                throw std::runtime_error(path +
                                         " is not there: apt-get install libsaxonhe-java fop default-jdk-headless");
            }
            jars_ += path + ":";
        }
        checked({"javac", "-cp", jars_, "-d", folder_.string(), GUICHET_BENCH_SOURCE_DIR "/SaxonFop.java"});
    }

    /// One document by two programs, from the first one's start to the second one's end.
    [[nodiscard]] Run cold(const std::string &document) const {
        const std::string fo = (folder_ / "cold.fo").string();
        const Run made =
            checked({"java", "-cp", jars_, "net.sf.saxon.Transform", "-s:" + document, "-xsl:" + sheet_, "-o:" + fo});
        Run all = checked({"fop", "-fo", fo, "-pdf", (folder_ / "cold.pdf").string()});
        all.milliseconds += made.milliseconds;
        all.peakMiB = std::max(all.peakMiB, made.peakMiB);
        return all;
    }

    /// The same as our printAll(): -1 where it failed.
    [[nodiscard]] DemoStore::Printed printAll(const std::vector<std::string> &documents, int rounds) const {
        std::vector<std::string> words{
            "java", "-cp", jars_ + folder_.string(), "SaxonFop", sheet_, std::to_string(rounds), folder_.string()};
        words.insert(words.end(), documents.begin(), documents.end());
        DemoStore::Printed printed;
        printed.run = checked(words);
        std::istringstream lines(printed.run.output);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream numbers(line);
            printed.rounds.emplace_back(std::istream_iterator<double>(numbers), std::istream_iterator<double>());
        }
        for (std::size_t i = 0; i < documents.size(); ++i) {
            printed.files.push_back(folder_ / (std::to_string(i) + ".pdf"));
        }
        return printed;
    }

private:
    static Run checked(const std::vector<std::string> &words) {
        Run run = runProgram(words);
        if (run.status != 0) {
            throw std::runtime_error(words.front() + " ended with " + std::to_string(run.status));
        }
        return run;
    }

    fs::path folder_;
    std::string sheet_;
    std::string jars_;
};

int wordsOf(const fs::path &pdf) {
    std::istringstream text(runProgram({"pdftotext", pdf.string(), "-"}).output);
    return static_cast<int>(std::distance(std::istream_iterator<std::string>(text), {}));
}

bool hasPdf(const fs::path &document) {
    std::ifstream file(document, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return text.find("application/pdf") != std::string::npos;
}

/// Microseconds for each word on paper, in the last round, of the documents that both have set from their own text.
double perWord(const DemoStore::Printed &printed, const std::vector<bool> &counted) {
    double milliseconds = 0;
    int words = 0;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (counted[i]) {
            milliseconds += printed.rounds.back()[i];
            words += wordsOf(printed.files[i]);
        }
    }
    return milliseconds * 1000 / words;
}

} // namespace

std::vector<Figure> renderingFigures(const Ground &ground) {
    if (ground.stylesheet.empty()) {
        Figure skipped;
        skipped.what = "documents to PDF beside the official style sheet with Saxon and FOP";
        skipped.skipped = "no --stylesheet was given";
        return {skipped};
    }
    const Peer peer(ground);
    const DemoStore store(ground, "rendering");
    const json items = store.importAll(documentsOf(ground));
    std::vector<std::string> documents;
    for (const json &item : items) {
        documents.push_back(item.at("path").get<std::string>());
    }

    double ours = 0;
    double theirs = 0;
    double ourPeak = 0;
    double theirPeak = 0;
    const std::size_t cold = std::min(kColdDocuments, documents.size());
    for (std::size_t i = 0; i < cold; ++i) { // from the first to the last, evenly
        const std::size_t at = i * (documents.size() - 1) / std::max<std::size_t>(cold - 1, 1);
        const Run mine = store.print(items[at]);
        const Run other = peer.cold(documents[at]);
        ours += mine.milliseconds;
        theirs += other.milliseconds;
        ourPeak = std::max(ourPeak, mine.peakMiB);
        theirPeak = std::max(theirPeak, other.peakMiB);
    }

    const DemoStore::Printed oursOnce = store.printAll(items, 1);
    const DemoStore::Printed theirsOnce = peer.printAll(documents, 1);
    const DemoStore::Printed oursWarm = store.printAll(items, 3);
    const DemoStore::Printed theirsWarm = peer.printAll(documents, 3);
    std::vector<bool> counted;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        counted.push_back(theirsWarm.rounds.back().at(i) >= 0 && !hasPdf(documents[i]));
    }
    const auto text = static_cast<int>(std::ranges::count(counted, true));
    const auto failed = static_cast<int>(std::ranges::count(theirsWarm.rounds.back(), -1));
    const std::string all = std::to_string(documents.size()) + " documents";
    const char *name = "Saxon and FOP";
    return {
        {.what = "one document, from a cold start, mean of " + std::to_string(cold),
         .value = ours / static_cast<double>(cold),
         .unit = "ms",
         .peer = name,
         .peerValue = theirs / static_cast<double>(cold),
         .limit = 1.0 / 50,
         .note = "`guichet print`, with sign-in and register, against two programs"},
        {.what = "peak memory of that",
         .value = ourPeak,
         .unit = "MiB",
         .peer = name,
         .peerValue = theirPeak,
         .limit = 1.0 / 10,
         .note = "of the larger of each one's two processes"},
        {.what = "a word printed, warm, " + std::to_string(text) + " documents without PDFs",
         .value = perWord(oursWarm, counted),
         .unit = "µs",
         .peer = name,
         .peerValue = perWord(theirsWarm, counted),
         .limit = 1.0 / 2,
         .note = "the third time in one process"},
        {.what = all + " in one process",
         .value = oursOnce.run.milliseconds,
         .unit = "ms",
         .peer = name,
         .peerValue = theirsOnce.run.milliseconds,
         .limit = 1.0 / 10,
         .note = "ours with their attachments; the other could not do " + std::to_string(failed)},
        {.what = "peak memory of that",
         .value = oursOnce.run.peakMiB,
         .unit = "MiB",
         .peer = "",
         .peerValue = {},
         .limit = 64,
         .note = "of the larger of its two processes; the other " +
                 std::to_string(static_cast<int>(theirsOnce.run.peakMiB)) + " MiB"},
    };
}

} // namespace guichet::bench
