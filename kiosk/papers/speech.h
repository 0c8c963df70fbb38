// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "printing/paper.h"

#include <string>
#include <vector>

/// What a voice reads of a paper. The blocks are those that are printed: who listens hears what others read.
namespace guichet::kiosk::papers {

/// One sentence, or one row of a table.
struct Sentence {
    std::string shown;    ///< as it is written, on one line
    std::string said;     ///< as a voice reads it right (spoken_words.h)
    std::string language; ///< BCP 47, of both
    bool heading = false;
    bool operator==(const Sentence &) const = default;
};
using Speech = std::vector<Sentence>;

/// Everything that the blocks say, in their order. A row of a table is said with the column's heads before its cells
/// ("Analyse : Glycémie. Résultat : 5,2."), a box with whether it is ticked, a picture by what it shows; pages of a
/// foreign PDF, which no voice can read, are named and said to be unread. Left out: what only a machine reads (codes,
/// the seal letter by letter), lines to write on, cells without text. `say` has the words between, in the language of
/// what does not name its own.
[[nodiscard]] Speech speechOf(const printing::Blocks &blocks, const Texts &say);
/// With its title first, who issues it, and what stands at the foot of each page, said once. `say`: of any language;
/// the paper's is taken.
[[nodiscard]] Speech speechOf(const printing::Paper &paper, const Texts &say);

} // namespace guichet::kiosk::papers
