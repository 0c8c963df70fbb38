// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <filesystem>
#include <vector>

namespace guichet::bench {

/// What is measured on.
struct Ground {
    std::filesystem::path program;              ///< the real `guichet`
    std::filesystem::path folder;               ///< empty, on the disk that is measured
    std::filesystem::path samples;              ///< documents to import; empty: our own
    std::filesystem::path stylesheet;           ///< folder of the official CDA-FO.xsl; empty: nothing is beside it
    int documents = 60;                         ///< how many of our own
    int repeats = 5;                            ///< of a whole import
    std::vector<int> people{10'000, 1'000'000}; ///< sizes of the register of people, growing
    int searches = 20'000;
    int optouts = 300;
    int starts = 15;  ///< of the touchscreen
    int visits = 20;  ///< at the touchscreen, at most 31
    int frames = 600; ///< of a list that is scrolled
};

/// Import of the documents against `xmllint --noout` on the same files, one document to PDF, memory of `print`.
/// The small process first: what a child inherits of its parent's size counts as its own.
[[nodiscard]] std::vector<Figure> documentFigures(const Ground &ground);

/// Documents to PDF beside the official style sheet with Saxon and FOP: cold, warm, all at once, and their memory.
/// Skipped without the style sheet. Throws where it is given and something that it needs is not there.
[[nodiscard]] std::vector<Figure> renderingFigures(const Ground &ground);

/// The list of insured people against `sqlite3 .import` of the same file into a plain table with two indexes.
[[nodiscard]] std::vector<Figure> listFigures(const Ground &ground);

/// Searches by number and by date of birth with three letters.
[[nodiscard]] std::vector<Figure> peopleFigures(const Ground &ground);

/// A registered opt-out, from the call of the use case until it is on the disk, against a bare synced write there.
[[nodiscard]] std::vector<Figure> optoutFigures(const Ground &ground);

/// The touchscreen without a display, drawn by the processor: its start and memory against an empty window, from touch
/// to change, and frames while it scrolls, imports and prints.
[[nodiscard]] std::vector<Figure> screenFigures(const Ground &ground);

} // namespace guichet::bench
