// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/day_sheet.h"

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/printer_test_page.h"

#include <array>
#include <iterator>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

struct Kind {
    const char *name; ///< of the template
    const char *title;
    const char *about;
    std::vector<const char *> ticks;
};
const Kind &kindOf(DaySheet sheet) {
    static const std::array kKinds{
        Kind{"opening",
             "opening.title",
             "opening.about",
             {"opening.tick-print", "opening.tick-paper", "opening.tick-clock", "opening.tick-hand"}},
        Kind{"closing",
             "closing.title",
             "closing.about",
             {"closing.tick-printer", "closing.tick-desk", "closing.tick-originals", "closing.tick-signed"}},
        Kind{"week", "week.title", "week.about", {}},
    };
    return kKinds.at(static_cast<std::size_t>(sheet));
}

} // namespace

std::string titleOf(const Texts &say, DaySheet sheet) { return say(kindOf(sheet).title); }

printing::Paper daySheet(const Texts &say, printing::Paper frame, DaySheet sheet, const std::vector<DayLine> &lines) {
    const Kind &kind = kindOf(sheet);
    printing::Paper paper = ofTemplate(say, std::move(frame), say(kind.title), kind.name);
    paper.edgeMarks = sheet == DaySheet::Opening;
    paper.blocks = {printing::text(say(kind.about))};

    printing::Facts facts;
    for (const DayLine &line : lines) {
        const printing::Run state = line.stressed ? printing::bold(line.state) : printing::Run{line.state};
        facts.rows.push_back({{state}, {printing::text(line.words)}});
    }
    paper.blocks.push_back(printing::Block{std::move(facts)});

    if (!kind.ticks.empty()) {
        paper.blocks.push_back(printing::heading(1, say("opening.by-eye")));
        paper.blocks.push_back(tickBoxes(say, kind.ticks));
    }
    paper.blocks.push_back(printing::text(say("opening.seen-by")));
    if (sheet == DaySheet::Opening) {
        paper.blocks.push_back(printing::Block{printing::Rule{}});
        std::ranges::move(letterSamples(say), std::back_inserter(paper.blocks));
    }
    return paper;
}

} // namespace guichet::kiosk::papers
