// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/statement.h"

namespace guichet::kiosk::papers {
printing::Paper statementPaper(const Texts &say, const Letterhead &letterhead, const Making &making,
                               const StatementContent &content, bool readingCopy) {
    printing::Paper paper =
        headedPaper(say, letterhead, making, say("statement.title"), content.reference, "statement");
    if (readingCopy) {
        paper.blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    }
    printing::Facts facts;
    facts.rows.push_back(printing::fact(say("receipt.for"), content.person));
    facts.rows.push_back(printing::fact(say("statement.asked"), content.asked));
    facts.rows.push_back(printing::fact(say("statement.state"), printing::Runs{printing::bold(content.state)}));
    for (const auto &[label, value] : content.facts) {
        facts.rows.push_back(printing::fact(label, value));
    }
    paper.blocks.push_back({std::move(facts)});
    paper.blocks.push_back(printing::heading(2, say("statement.steps")));
    printing::Table table;
    table.columnShares = {0.22, 0.2, 0.22, 0.36};
    printing::Row head;
    for (const std::string_view id : {"statement.when", "statement.what", "statement.means", "statement.evidence"}) {
        head.cells.push_back(tableCell(say(id), true));
    }
    table.head.push_back(std::move(head));
    const auto orNone = [&](const std::string &text) { return text.empty() ? say("statement.none") : text; };
    for (const StatementStep &step : content.steps) {
        printing::Row row;
        row.cells.push_back(tableCell(step.when));
        row.cells.push_back(tableCell(step.what));
        row.cells.push_back(tableCell(orNone(step.means)));
        row.cells.push_back(tableCell(orNone(step.evidence)));
        table.body.push_back(std::move(row));
    }
    paper.blocks.push_back({std::move(table)});
    paper.blocks.push_back(printing::heading(2, say("statement.not-happened")));
    if (content.notHappened.empty()) {
        paper.blocks.push_back(printing::text(say("statement.all-happened")));
    } else {
        printing::List list;
        for (const std::string &sentence : content.notHappened) {
            list.items.push_back({printing::text(sentence)});
        }
        paper.blocks.push_back({std::move(list)});
    }
    return paper;
}

} // namespace guichet::kiosk::papers
