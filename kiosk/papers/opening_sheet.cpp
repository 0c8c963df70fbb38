// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/opening_sheet.h"

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/printer_test_page.h"

#include <iterator>
#include <utility>

namespace guichet::kiosk::papers {

printing::Paper openingSheet(const Texts &say, printing::Paper frame, const std::vector<OpeningLine> &lines) {
    printing::Paper paper = ofTemplate(say, std::move(frame), say("opening.title"), "opening");
    paper.edgeMarks = true;
    paper.blocks = {printing::text(say("opening.about"))};

    printing::Facts facts;
    for (const OpeningLine &line : lines) {
        const printing::Run state = line.stressed ? printing::bold(line.state) : printing::Run{line.state};
        facts.rows.push_back({{state}, {printing::text(line.words)}});
    }
    paper.blocks.push_back(printing::Block{std::move(facts)});

    paper.blocks.push_back(printing::heading(1, say("opening.by-eye")));
    printing::TickBoxes boxes;
    for (const char *id : {"opening.tick-print", "opening.tick-paper", "opening.tick-clock", "opening.tick-hand"}) {
        boxes.boxes.push_back({false, printing::plain(say(id))});
    }
    paper.blocks.push_back(printing::Block{std::move(boxes)});
    paper.blocks.push_back(printing::text(say("opening.seen-by")));
    paper.blocks.push_back(printing::Block{printing::Rule{}});
    std::ranges::move(letterSamples(say), std::back_inserter(paper.blocks));
    return paper;
}

} // namespace guichet::kiosk::papers
