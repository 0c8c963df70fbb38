// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/equality.h"

#include "base/text.h"
#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/pack_done.h"
#include "kiosk/papers/equality_report.h"
#include "kiosk/papers/words.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace guichet::kiosk {
namespace {

using papers::EqualityContent;

constexpr std::array kFigureColumns{"equality.column-count",   "equality.column-share",   "equality.column-median",
                                    "equality.column-ninth",   "equality.column-in-time", "equality.column-late",
                                    "equality.column-silence", "equality.column-missing", "equality.column-never",
                                    "equality.column-waiting"};

std::string countOr(const Texts &say, const std::optional<std::int64_t> &count) {
    return count ? std::to_string(*count) : say("equality.hidden");
}

/// What rounds to none or to all, and is not, is said to be little or nearly all.
std::string percentOr(const Texts &say, const std::optional<double> &share) {
    if (!share) {
        return say("equality.hidden");
    }
    constexpr long kHundred = 100;
    const long percent = std::lround(*share * static_cast<double>(kHundred));
    return percent == 0 && *share > 0          ? say("equality.below-one")
           : percent == kHundred && *share < 1 ? say("equality.nearly-all")
                                               : fmt::format("{}\u00a0%", percent);
}

std::string daysOr(const Texts &say, const std::optional<double> &days) {
    return days ? daysNumber(say, *days) : say("equality.hidden");
}

std::string nameOf(const Texts &say, const EqualityRow &row) {
    return row.channel ? channelWords(say, *row.channel) : say("equality.every-channel");
}

std::vector<std::string> cellsOf(const Texts &say, const EqualityRow &row) {
    std::vector<std::string> cells{countOr(say, row.count)};
    if (!row.channel) {
        cells.resize(kFigureColumns.size());
        return cells;
    }
    cells.push_back(percentOr(say, row.share));
    cells.push_back(daysOr(say, row.median));
    cells.push_back(daysOr(say, row.ninth));
    for (const Fate fate : kSettled) {
        cells.push_back(percentOr(say, row.shareOf(fate)));
    }
    cells.push_back(countOr(say, row.fates.at(static_cast<std::size_t>(Fate::Waiting))));
    return cells;
}

/// One after the other, of one kind each.
std::vector<EqualityContent::Act> actsOf(const Texts &say, const std::vector<EqualityRow> &rows) {
    std::vector<EqualityContent::Act> acts;
    std::string_view kind;
    for (const EqualityRow &row : rows) {
        if (acts.empty() || row.kind != kind) {
            acts.push_back({.title = row.title, .sum = isSum(row.kind), .rows = {}});
            kind = row.kind;
        }
        acts.back().rows.push_back({nameOf(say, row), cellsOf(say, row)});
    }
    return acts;
}

void addTrend(EqualityContent &content, const Texts &say, const std::vector<EqualityMonth> &all) {
    const std::vector<std::string> months = monthsOf(all, kAllActs);
    for (const std::string &month : months) {
        content.months.push_back(monthWords(say, month));
    }
    std::set<Channel> channels;
    for (const EqualityMonth &one : all) {
        channels.insert(one.channel);
    }
    for (const Channel channel : channels) {
        EqualityContent::Line line{
            .channel = channelWords(say, channel), .medians = {}, .ours = channel == Channel::Counter};
        for (const std::string &month : months) {
            const auto found = std::ranges::find_if(all, [&](const EqualityMonth &one) {
                return one.kind == kAllActs && one.channel == channel && one.month == month;
            });
            line.medians.push_back(found == all.end() ? std::nullopt : std::optional(found->median));
        }
        content.trend.push_back(std::move(line));
    }
}

/// By what, and each since when; what says an older text is no longer announced.
std::string announcedWords(const Desk &desk, const Texts &say, const std::vector<PackDone> &done, CivilDate until) {
    const Pack *pack = packOf(desk.machine.catalogue);
    std::map<std::string, CivilDate> since;
    for (const PackDone &one : done) {
        if (one.on <= until && (pack == nullptr || one.on >= pack->edition.validFrom)) {
            const auto [kind, first] = since.emplace(one.kind, one.on);
            kind->second = std::min(kind->second, one.on);
        }
    }
    std::vector<std::string> all;
    for (const auto &[kind, day] : since) {
        all.push_back(
            say("equality.announced-by", {{"kind", packKindWords(say, kind)}, {"day", papers::longDate(say, day)}}));
    }
    return all.empty() ? say("equality.not-announced") : say("equality.announced", {{"what", join(all, " ; ")}});
}

} // namespace

std::vector<std::string> monthsOf(const std::vector<EqualityMonth> &all, std::string_view kind) {
    std::set<std::string> known;
    for (const EqualityMonth &one : all) {
        if (one.kind == kind) {
            known.insert(one.month);
        }
    }
    std::vector<std::string> months;
    if (!known.empty()) {
        const auto last = parseDate(*known.rbegin() + "-01");
        for (auto day = parseDate(*known.begin() + "-01"); day && last && *day <= *last; *day = addMonths(*day, 1)) {
            months.push_back(formatDate(*day).substr(0, 7));
        }
    }
    return months;
}

std::string delayWords(const Texts &say, const EqualityRow &row) {
    if (!row.median || !row.ninth) {
        return say("equality.too-few");
    }
    const auto days = [&](double number) {
        return say(number < 2 ? "equality.day" : "equality.days", {{"count", daysNumber(say, number)}});
    };
    return say("equality.half-and-ninth", {{"median", days(*row.median)}, {"ninth", days(*row.ninth)}});
}

std::string monthWords(const Texts &say, const std::string &month) {
    const auto first = parseDate(month + "-01");
    return first ? say(fmt::format("date.month-{}", static_cast<unsigned>(first->month()))) + " " + month.substr(0, 4)
                 : month;
}

std::string gapWords(const Texts &say, const EqualityGap &gap) {
    return say("equality.gap-note", {{"days", signedDays(say, gap.gap.typical)},
                                     {"low", signedNumber(say, gap.gap.low)},
                                     {"high", signedNumber(say, gap.gap.high)}});
}

std::string equalityCsv(const Equality &equality) {
    std::string csv = "kind,title,channel,count,share,settled,in_time,late,silence,missing_pieces,never,waiting,"
                      "withdrawn,median_days,p90_days,hidden\r\n";
    const auto number = [](const auto &value) { return value ? fmt::format("{}", *value) : std::string(); };
    for (const EqualityRow &row : equality.rows) {
        std::vector<std::string> fields{row.kind, csvField(row.title),
                                        std::string(row.channel ? toText(*row.channel) : "all"), number(row.count)};
        fields.push_back(row.share ? fmt::format("{:.4f}", *row.share) : "");
        fields.push_back(number(row.settled));
        for (const auto &fate : row.fates) {
            fields.push_back(number(fate));
        }
        fields.push_back(number(row.median));
        fields.push_back(number(row.ninth));
        fields.emplace_back(row.hides ? "yes" : "no");
        csv += join(fields, ",") + "\r\n";
    }
    return csv;
}

Result<MadePaper> equalityReport(Desk &desk, const Equality &equality, const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::Report));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, desk.language, making.at.day);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    GUICHET_ASSIGN(const std::vector<PackDone> done, packDone(desk));

    EqualityContent content;
    content.period = say("equality.period", {{"from", papers::longDate(say, equality.period.from)},
                                             {"to", papers::longDate(say, equality.period.to)},
                                             {"day", papers::longDate(say, equality.asOf)}});
    content.conclusion = equality.conclusion.empty() ? say("equality.no-conclusion") : equality.conclusion;
    content.announced = announcedWords(desk, say, done, equality.asOf);
    for (const EqualityRow &row : equality.rows) {
        if (row.kind == kAllActs && row.channel) {
            content.delays.push_back({.channel = channelWords(say, *row.channel),
                                      .tenths = row.tenths,
                                      .note = delayWords(say, row),
                                      .ours = *row.channel == Channel::Counter});
        }
    }
    addTrend(content, say, equality.months);
    for (const EqualityGap &one : equality.gaps) {
        content.gaps.push_back({.title = one.title,
                                .typical = one.gap.typical,
                                .low = static_cast<double>(one.gap.low),
                                .high = static_cast<double>(one.gap.high),
                                .note = gapWords(say, one)});
    }
    for (const char *column : kFigureColumns) {
        content.columns.push_back(say(column));
    }
    content.acts = actsOf(say, equality.rows);
    content.counter = {say("equality.hours", {{"count", countOr(say, equality.hours)}}),
                       say("equality.visits",
                           {{"count", countOr(say, equality.visits)}, {"without", countOr(say, equality.unanswered)}})};

    content.checkpoint = desk.entries.checkpoint();
    GUICHET_ASSIGN(MadePaper made, makePaper(desk, {papers::equalityReport(say, letterhead, making, content)},
                                             wish.layout, say("equality.job")));
    GUICHET_TRY(journalReport(desk, "equality", equality.period, equalityCsv(equality)));
    return made;
}

} // namespace guichet::kiosk
