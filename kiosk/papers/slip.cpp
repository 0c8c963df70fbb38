// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/slip.h"

namespace guichet::kiosk::papers {
namespace {

std::string lineOf(const SlipPaperLine &line) {
    std::string text = line.person.names;
    for (const std::string &part : {line.person.born, line.person.number, oneLine(line.person.address)}) {
        if (!part.empty()) {
            text += "\n" + part;
        }
    }
    return text;
}

} // namespace

printing::Paper slipPaper(const Texts &say, const Letterhead &letterhead, const Making &making, const std::string &slip,
                          const std::vector<SlipPart> &parts) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("slip.title"), slip, "slip");
    bool first = true;
    for (const SlipPart &part : parts) {
        if (!first) {
            paper.blocks.push_back({printing::PageBreak{}});
        }
        first = false;
        printing::Facts facts;
        facts.rows.push_back(printing::fact(
            say("slip.to"),
            part.addressee + "\n" + (part.address.empty() ? say("slip.no-address") : oneLine(part.address))));
        facts.rows.push_back(printing::fact(say("slip.count"), std::to_string(part.lines.size())));
        paper.blocks.push_back({std::move(facts)});
        paper.blocks.push_back(printing::text(say("slip.please")));
        printing::Table table;
        table.columnShares = {0.05, 0.2, 0.28, 0.28, 0.19};
        printing::Row head;
        for (const std::string_view id : {"slip.line", "slip.reference", "slip.person", "slip.what", "slip.return"}) {
            head.cells.push_back(tableCell(say(id), true));
        }
        table.head.push_back(std::move(head));
        for (const SlipPaperLine &line : part.lines) {
            printing::Row row;
            row.cells.push_back(tableCell(std::to_string(line.line)));
            row.cells.push_back(tableCell(line.reference + "\n" + line.received));
            row.cells.push_back(tableCell(lineOf(line)));
            row.cells.push_back(tableCell(line.what + "\n" + line.seen));
            printing::TickBoxes answer;
            answer.boxes.push_back({false, printing::plain(say("slip.done-on"))});
            answer.boxes.push_back({false, printing::plain(say("slip.not-done"))});
            printing::Cell cell;
            cell.blocks.push_back({std::move(answer)});
            row.cells.push_back(std::move(cell));
            table.body.push_back(std::move(row));
        }
        paper.blocks.push_back({std::move(table)});
        paper.blocks.push_back(printing::text(say("slip.not-sent-yet")));
    }
    return paper;
}

} // namespace guichet::kiosk::papers
