// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/figures.h"

#include <set>
#include <utility>

namespace guichet::storage {

void Figures::count(CivilDate day, std::string_view what, std::string_view name, std::int64_t more) {
    database_
        .prepare("INSERT INTO tally (day, what, name, count) VALUES (?1, ?2, ?3, ?4) "
                 "ON CONFLICT DO UPDATE SET count = count + ?4")
        .with(formatDate(day), what, name, more)
        .run();
}

std::vector<Tally> Figures::tallies(CivilDate from, CivilDate to) {
    auto row = database_.prepare(
        "SELECT day, what, name, count FROM tally WHERE day BETWEEN ?1 AND ?2 ORDER BY day, what, name");
    row.with(formatDate(from), formatDate(to));
    std::vector<Tally> all;
    while (row.step()) {
        all.push_back({parseDate(row.text(0)).value(), row.text(1), row.text(2), row.number(3)});
    }
    return all;
}

void Figures::replace(std::span<const ChannelFigure> figures) {
    std::set<std::pair<std::string_view, std::string_view>> gone;
    for (const ChannelFigure &figure : figures) {
        if (gone.emplace(figure.channel, figure.month).second) {
            database_.prepare("DELETE FROM channel_figure WHERE channel = ?1 AND month = ?2")
                .with(figure.channel, figure.month)
                .run();
        }
    }
    for (const ChannelFigure &figure : figures) {
        database_
            .prepare("INSERT INTO channel_figure (channel, month, kind, days, outcome, count) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .with(figure.channel, figure.month, figure.kind, figure.days, figure.outcome, figure.count)
            .run();
    }
}

std::vector<ChannelFigure> Figures::ofMonths(std::string_view from, std::string_view to) {
    auto row = database_.prepare("SELECT channel, month, kind, days, outcome, count FROM channel_figure "
                                 "WHERE month BETWEEN ?1 AND ?2 ORDER BY row");
    row.with(from, to);
    std::vector<ChannelFigure> all;
    while (row.step()) {
        const auto days = row.optionalNumber(3);
        all.push_back({row.text(0), row.text(1), row.text(2),
                       days ? std::optional(static_cast<int>(*days)) : std::nullopt, row.text(4), row.number(5)});
    }
    return all;
}

} // namespace guichet::storage
