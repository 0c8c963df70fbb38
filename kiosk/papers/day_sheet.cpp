// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/day_sheet.h"

#include "kiosk/papers/letterhead.h"
#include "kiosk/papers/printer_test_page.h"

#include <iterator>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

std::string aboutOf(const Texts &say, DaySheet sheet) {
    switch (sheet) {
    case DaySheet::Opening: return say("opening.about");
    case DaySheet::Closing: return say("closing.about");
    case DaySheet::Week: return say("week.about");
    }
    return {};
}

std::vector<const char *> ticksOf(DaySheet sheet) {
    switch (sheet) {
    case DaySheet::Opening:
        return {"opening.tick-print", "opening.tick-paper", "opening.tick-clock", "opening.tick-hand"};
    case DaySheet::Closing:
        return {"closing.tick-printer", "closing.tick-desk", "closing.tick-originals", "closing.tick-signed"};
    case DaySheet::Week: return {};
    }
    return {};
}

std::string templateOf(DaySheet sheet) {
    switch (sheet) {
    case DaySheet::Opening: return "opening";
    case DaySheet::Closing: return "closing";
    case DaySheet::Week: return "week";
    }
    return {};
}

} // namespace

std::string titleOf(const Texts &say, DaySheet sheet) {
    switch (sheet) {
    case DaySheet::Opening: return say("opening.title");
    case DaySheet::Closing: return say("closing.title");
    case DaySheet::Week: return say("week.title");
    }
    return {};
}

printing::Paper daySheet(const Texts &say, printing::Paper frame, DaySheet sheet, const std::vector<DayLine> &lines) {
    printing::Paper paper = ofTemplate(say, std::move(frame), titleOf(say, sheet), templateOf(sheet));
    paper.edgeMarks = sheet == DaySheet::Opening;
    paper.blocks = {printing::text(aboutOf(say, sheet))};

    printing::Facts facts;
    for (const DayLine &line : lines) {
        const printing::Run state = line.stressed ? printing::bold(line.state) : printing::Run{line.state};
        facts.rows.push_back({{state}, {printing::text(line.words)}});
    }
    paper.blocks.push_back(printing::Block{std::move(facts)});

    if (const std::vector<const char *> ticks = ticksOf(sheet); !ticks.empty()) {
        paper.blocks.push_back(printing::heading(1, say("opening.by-eye")));
        printing::TickBoxes boxes;
        for (const char *id : ticks) {
            boxes.boxes.push_back({false, printing::plain(say(id))});
        }
        paper.blocks.push_back(printing::Block{std::move(boxes)});
    }
    paper.blocks.push_back(printing::text(say("opening.seen-by")));
    if (sheet == DaySheet::Opening) {
        paper.blocks.push_back(printing::Block{printing::Rule{}});
        std::ranges::move(letterSamples(say), std::back_inserter(paper.blocks));
    }
    return paper;
}

} // namespace guichet::kiosk::papers
