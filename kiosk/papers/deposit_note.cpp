// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/deposit_note.h"

#include "kiosk/papers/words.h"

#include <algorithm>
#include <utility>

namespace guichet::kiosk::papers {
printing::Paper depositNote(const Texts &say, const Letterhead &letterhead, const Making &making,
                            const std::string &bearer, const std::vector<DepositLine> &lines) {
    printing::Paper paper = headedPaper(
        say, letterhead, making, say(lines.size() == 1 ? "deposit.title-one" : "deposit.title"), {}, "deposit-note");
    const auto registered =
        std::ranges::count_if(lines, [](const DepositLine &line) { return !line.reference.empty(); });
    printing::Facts facts;
    facts.rows.push_back(printing::fact(say(lines.size() == 1 ? "deposit.by-one" : "deposit.by"),
                                        bearer.empty() ? say("hand.room") : isolated(bearer)));
    facts.rows.push_back(printing::fact(say("deposit.on"), dayAndTime(say, making.at)));
    facts.rows.push_back(printing::fact(say("deposit.registered"), std::to_string(registered)));
    if (registered < std::ssize(lines)) {
        facts.rows.push_back(
            printing::fact(say("deposit.not-registered"), std::to_string(std::ssize(lines) - registered)));
    }
    paper.blocks.push_back({std::move(facts)});
    paper.blocks.push_back(printing::text(say(lines.size() == 1 ? "deposit.own-receipt" : "deposit.own-receipts")));
    printing::Table table;
    table.columnShares = {0.1, 0.28, 0.28, 0.34};
    printing::Row head;
    for (const char *id : {"slip.line", "deposit.paper", "slip.reference", "deposit.received"}) {
        head.cells.push_back(tableCell(say(id), true));
    }
    table.head.push_back(std::move(head));
    int number = 0;
    for (const DepositLine &line : lines) {
        const std::string none = say("deposit.none");
        table.body.push_back(
            {{tableCell(std::to_string(++number)), tableCell(line.paperNumber.empty() ? none : line.paperNumber),
              tableCell(line.reference.empty() ? none : line.reference),
              tableCell(line.reference.empty() ? say("deposit.to-see-to") : longDate(say, line.received))}});
    }
    paper.blocks.push_back({std::move(table)});
    paper.blocks.push_back(printing::text(say("deposit.speaks-of-nobody")));
    return paper;
}

} // namespace guichet::kiosk::papers
