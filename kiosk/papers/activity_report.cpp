// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/activity_report.h"

#include <algorithm>

namespace guichet::kiosk::papers {
namespace {

printing::Row row(const std::vector<std::string> &words, bool head) {
    printing::Row made;
    for (const std::string &one : words) {
        made.cells.push_back(tableCell(one, head));
    }
    made.cells.back().align = printing::Align::End;
    return made;
}

printing::Table tableOf(const Texts &say, const ActivityContent::Part &part) {
    const bool states = std::ranges::any_of(part.lines, [](const auto &line) { return !line.state.empty(); });
    const auto rowOf = [&](const std::string &title, const std::string &state, const std::string &pages,
                           const std::string &count, bool head) {
        std::vector<std::string> words{title};
        if (states) {
            words.push_back(state);
        }
        if (part.withPages) {
            words.push_back(pages);
        }
        words.push_back(count);
        return row(words, head);
    };
    printing::Table table;
    table.lines = printing::Table::Lines::Rows;
    table.head = {
        rowOf(say("activity.what"), say("activity.state"), say("activity.pages"), say("activity.count"), true)};
    for (const ActivityContent::Line &line : part.lines) {
        table.body.push_back(rowOf(line.title, line.state, line.pages, line.count, false));
    }
    table.columnShares = states           ? std::vector{0.5, 0.38, 0.12}
                         : part.withPages ? std::vector{0.7, 0.15, 0.15}
                                          : std::vector{0.85, 0.15};
    return table;
}

} // namespace

printing::Paper activityReport(const Texts &say, const Letterhead &letterhead, const Making &making,
                               const ActivityContent &content) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("activity.title"), {}, "activity");
    paper.blocks.push_back(printing::text(content.period));
    paper.blocks.push_back(printing::text(say("activity.about")));
    for (const ActivityContent::Part &part : content.parts) {
        paper.blocks.push_back(printing::heading(1, part.title));
        if (part.lines.empty()) {
            paper.blocks.push_back(printing::text(say("activity.none")));
        } else {
            paper.blocks.push_back({tableOf(say, part)});
        }
    }
    return paper;
}

} // namespace guichet::kiosk::papers
