// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/equality_report.h"

#include "base/text.h"
#include "printing/scale.h"

#include <algorithm>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using printing::Block;
using printing::Blocks;

constexpr double kFirstColumn = 0.19; ///< of the table's width: no channel's name is broken

Block quiet(std::string words) {
    return {printing::Paragraph{printing::plain(std::move(words)), printing::Align::Start,
                                printing::Paragraph::Kind::Quiet}};
}

std::string joined(const std::vector<std::string> &parts) { return join(parts, "; "); }

void addDelays(Blocks &blocks, const Texts &say, const EqualityContent &content) {
    if (content.delays.empty()) {
        return;
    }
    blocks.push_back(printing::heading(1, say("equality.delays")));
    printing::DotPlot plot;
    std::vector<std::string> words;
    for (const EqualityContent::Delay &delay : content.delays) {
        plot.rows.push_back(
            {.label = delay.channel, .dots = delay.tenths, .range = {}, .note = delay.note, .strong = delay.ours});
        words.push_back(say("equality.of", {{"what", delay.channel}, {"says", delay.note}}));
    }
    if (std::ranges::all_of(plot.rows, [](const auto &row) { return row.dots.empty(); })) {
        for (std::string &line : words) { // too few for a plot
            blocks.push_back(printing::text(std::move(line)));
        }
    } else {
        plot.scale = say("equality.axis");
        plot.alternative = joined(words);
        blocks.push_back({std::move(plot)});
        blocks.push_back(quiet(say("equality.delays-about")));
    }
    if (content.delays.size() > 1) {
        blocks.push_back(quiet(say("equality.mixed")));
    }
}

void addTrend(Blocks &blocks, const Texts &say, const EqualityContent &content) {
    if (content.months.size() < 2 || content.trend.empty()) {
        return;
    }
    blocks.push_back(printing::heading(1, say("equality.trend")));
    printing::LinePlot plot;
    plot.columns = content.months;
    std::vector<std::string> words;
    for (const EqualityContent::Line &line : content.trend) {
        plot.lines.push_back({.label = line.channel, .values = line.medians, .strong = line.ours});
        std::vector<std::string> values;
        for (std::size_t i = 0; i < line.medians.size(); ++i) {
            if (const auto &median = line.medians[i]) {
                values.push_back(content.months.at(i) + " " + printing::decimalNumber(*median, say.language()));
            }
        }
        words.push_back(say("equality.of", {{"what", line.channel}, {"says", join(values, ", ")}}));
    }
    plot.scale = say("equality.axis");
    plot.alternative = joined(words);
    blocks.push_back({std::move(plot)});
    blocks.push_back(quiet(say("equality.trend-about")));
}

void addGaps(Blocks &blocks, const Texts &say, const EqualityContent &content) {
    blocks.push_back(printing::heading(1, say("equality.gap")));
    if (content.gaps.empty()) {
        blocks.push_back(printing::text(say("equality.no-gap")));
        return;
    }
    printing::DotPlot plot;
    std::vector<std::string> words;
    for (const EqualityContent::Gap &gap : content.gaps) {
        plot.rows.push_back({.label = gap.title,
                             .dots = {gap.typical},
                             .range = std::pair(gap.low, gap.high),
                             .note = gap.note,
                             .strong = true});
        words.push_back(say("equality.of", {{"what", gap.title}, {"says", gap.note}}));
    }
    plot.before = say("equality.sooner");
    plot.after = say("equality.slower");
    plot.scale = say("equality.gap-axis");
    plot.alternative = joined(words);
    blocks.push_back({std::move(plot)});
    blocks.push_back(quiet(say("equality.gap-about")));
}

printing::Cell number(std::string words, bool head = false) {
    printing::Run run{std::move(words)};
    run.small = head;
    printing::Cell made;
    made.blocks = {printing::text(printing::Runs{std::move(run)})};
    made.align = printing::Align::End;
    made.verticalAlign = head ? printing::VerticalAlign::Bottom : printing::VerticalAlign::Top;
    return made;
}

/// Its title and the heads of its columns stand above it on each page that it is on.
printing::Table tableOf(const EqualityContent &content, const EqualityContent::Act &act) {
    printing::Table table;
    table.lines = printing::Table::Lines::Rows;
    table.columnShares = {kFirstColumn};
    table.columnShares.resize(content.columns.size() + 1,
                              (1 - kFirstColumn) / static_cast<double>(content.columns.size()));
    printing::Cell title = tableCell(act.title, true);
    title.columns = static_cast<int>(content.columns.size()) + 1;
    title.shade = act.sum ? printing::Shade::Head : printing::Shade::Light;
    printing::Row heads;
    heads.cells.emplace_back();
    for (const std::string &column : content.columns) {
        heads.cells.push_back(number(column, true));
    }
    table.head = {{{std::move(title)}}, std::move(heads)};
    for (const EqualityContent::Act::Row &row : act.rows) {
        printing::Row line;
        line.cells.push_back(tableCell(row.channel));
        for (const std::string &words : row.cells) {
            line.cells.push_back(number(words));
        }
        table.body.push_back(std::move(line));
    }
    return table;
}

void addFigures(Blocks &blocks, const Texts &say, const EqualityContent &content) {
    blocks.push_back(printing::heading(1, say("equality.figures")));
    if (content.acts.empty()) {
        blocks.push_back(printing::text(say("equality.nothing")));
    }
    for (const EqualityContent::Act &act : content.acts) {
        blocks.push_back({tableOf(content, act)});
    }
}

} // namespace

printing::Paper equalityReport(const Texts &say, const Letterhead &letterhead, const Making &making,
                               const EqualityContent &content) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("equality.title"), {}, "equality");
    paper.headerEnd.resize(2); // place and time: no agent is on the wall
    paper.blocks.push_back(printing::text(content.period));
    paper.blocks.push_back(
        {printing::Box{printing::plain(say("equality.brief")),
                       {{printing::Paragraph{printing::plain(content.conclusion), printing::Align::Start,
                                             printing::Paragraph::Kind::Lead}},
                        printing::text(content.announced)}}});
    addDelays(paper.blocks, say, content);
    addGaps(paper.blocks, say, content);
    addTrend(paper.blocks, say, content);
    addFigures(paper.blocks, say, content);
    for (const std::string &sentence : content.counter) {
        paper.blocks.push_back(printing::text(sentence));
    }
    paper.blocks.push_back(printing::heading(1, say("equality.reading")));
    printing::List reading;
    for (const char *sentence : {"equality.reading-hidden", "equality.reading-shares", "equality.reading-silence",
                                 "equality.reading-sources", "equality.reading-gap"}) {
        reading.items.push_back({printing::text(say(sentence))});
    }
    paper.blocks.push_back({std::move(reading)});
    paper.blocks.push_back(printing::heading(1, say("equality.check")));
    paper.blocks.push_back(printing::text(say("equality.check-about")));
    printing::Run code;
    code.text = content.checkpoint;
    code.monospace = true;
    code.small = true;
    paper.blocks.push_back(printing::text({std::move(code)}));
    return paper;
}

} // namespace guichet::kiosk::papers
