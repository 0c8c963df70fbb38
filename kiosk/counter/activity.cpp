// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/activity.h"

#include "base/text.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/report_common.h"
#include "kiosk/papers/activity_report.h"
#include "kiosk/papers/words.h"
#include "storage/register/acts.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace guichet::kiosk {
namespace {

using Group = ActivityRow::Group;
using storage::JobState;
using storage::PaperState;

constexpr std::array<std::string_view, 4> kGroupNames{"papers", "optouts", "requests", "faults"};
constexpr std::array<const char *, 4> kGroupTitles{"activity.papers", "activity.optouts", "activity.requests",
                                                   "activity.faults"};
constexpr std::string_view kPaper = "paper";
constexpr std::string_view kPages = "pages";
constexpr std::string_view kFault = "fault";
constexpr std::string_view kTrouble = "trouble";
constexpr std::array<std::pair<std::string_view, const char *>, 3> kFaultWords{
    {{"stopped", "activity.stopped"}, {"failed", "activity.failed"}, {"unknown", "activity.unknown"}}};

/// A title says how many documents there are, and whose cover they have.
std::string kindOfPaper(const Texts &say, const storage::Job &job) {
    return job.what.starts_with(kRecordsTitle) ? say("activity.records") : job.what;
}

bool isOut(const storage::Job &job) { return job.paper == PaperState::CameOut || job.paper == PaperState::InHand; }

void addActs(Desk &desk, const Texts &say, Activity &made) {
    std::map<std::tuple<Group, std::string, std::string, std::string>, std::int64_t> counts;
    for (const storage::ActCourse &course : storage::Acts(desk.entries).courses(made.period.from, made.period.to)) {
        const Group group = course.type == storage::ActType::Optout ? Group::Optouts : Group::Requests;
        ++counts[{group, titleOfKind(desk, say, course.subject), course.subject,
                  std::string(storage::actStatusName(course.status))}];
    }
    for (const auto &[key, count] : counts) {
        const auto &[group, title, kind, state] = key;
        made.rows.push_back({.group = group,
                             .kind = kind,
                             .title = title,
                             .state = state,
                             .stateTitle = statusWords(say, state),
                             .count = count,
                             .pages = {}});
    }
}

std::string faultWords(const Texts &say, const std::string &state) {
    const auto *found = std::ranges::find(kFaultWords, state, &std::pair<std::string_view, const char *>::first);
    return found == kFaultWords.end() ? state : say(found->second);
}

void addTallies(Desk &desk, const Texts &say, Activity &made) {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    for (const storage::Tally &tally : desk.store.figures().tallies(made.period.from, made.period.to)) {
        counts[{tally.what, tally.name}] += tally.count;
    }
    for (const auto &[key, count] : counts) {
        const auto &[what, name] = key;
        ActivityRow row{.group = Group::Faults,
                        .kind = name,
                        .title = {},
                        .state = {},
                        .stateTitle = {},
                        .count = count,
                        .pages = {}};
        if (what == kPaper) {
            const auto pages = counts.find({std::string(kPages), name});
            row.group = Group::Papers;
            row.title = name;
            row.pages = pages == counts.end() ? 0 : pages->second;
        } else if (what == kFault) {
            row.title = faultWords(say, name);
        } else if (what == kTrouble) {
            row.title = troubleWords(say, name);
        } else {
            continue;
        }
        made.rows.push_back(std::move(row));
    }
}

} // namespace

std::string_view toText(Group group) { return kGroupNames.at(static_cast<std::size_t>(group)); }

Result<Activity> activity(Desk &desk, const Period &period) {
    GUICHET_TRY(desk.require(Action::Report));
    GUICHET_TRY(checkPeriod(desk, period));
    const Texts say = textsOf(desk, desk.language, today(desk));
    Activity made{.period = period, .rows = {}};
    addActs(desk, say, made);
    addTallies(desk, say, made);
    std::ranges::stable_sort(made.rows, {}, [](const ActivityRow &row) { return std::tie(row.group, row.title); });
    return made;
}

std::string activityCsv(const Activity &activity) {
    std::string csv = "group,kind,title,state,count,pages\r\n";
    for (const ActivityRow &row : activity.rows) {
        csv += join({std::string(toText(row.group)), csvField(row.kind), csvField(row.title), row.state,
                     std::to_string(row.count), row.pages ? std::to_string(*row.pages) : std::string()},
                    ",") +
               "\r\n";
    }
    return csv;
}

Result<MadePaper> activityReport(Desk &desk, const Activity &activity, const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::Report));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, desk.language, making.at.day);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    papers::ActivityContent content;
    content.period = say("activity.period", {{"from", papers::longDate(say, activity.period.from)},
                                             {"to", papers::longDate(say, activity.period.to)}});
    for (std::size_t group = 0; group < kGroupNames.size(); ++group) {
        papers::ActivityContent::Part part{.title = say(kGroupTitles.at(group)), .withPages = false, .lines = {}};
        for (const ActivityRow &row : activity.rows) {
            if (static_cast<std::size_t>(row.group) == group) {
                part.withPages = part.withPages || row.pages;
                part.lines.push_back({row.title, row.stateTitle, std::to_string(row.count),
                                      row.pages ? std::to_string(*row.pages) : std::string()});
            }
        }
        content.parts.push_back(std::move(part));
    }
    GUICHET_ASSIGN(MadePaper made, makePaper(desk, {papers::activityReport(say, letterhead, making, content)},
                                             wish.layout, say("activity.job")));
    GUICHET_TRY(journalReport(desk, "activity", activity.period, activityCsv(activity)));
    return made;
}

void countPaper(Desk &desk, const storage::Job &before, const storage::Job &after) {
    storage::Figures &figures = desk.store.figures();
    const CivilDate day = today(desk);
    if (!isOut(before) && isOut(after)) {
        const Texts say = textsOf(desk, "fr", day);
        const std::string kind = kindOfPaper(say, after);
        figures.count(day, kPaper, kind);
        figures.count(day, kPages, kind, std::int64_t{after.pages} * after.copies);
    }
    const bool fell =
        after.state == JobState::Stopped || after.state == JobState::Failed || after.state == JobState::Unknown;
    // What was taken back, or sent elsewhere, is no fault of a printer that took it.
    if (after.state != before.state && fell && !before.recalled && before.state != JobState::Stopped) {
        figures.count(day, kFault, storage::toText(after.state));
    }
}

Result<void> countTrouble(Desk &desk, std::string_view trouble) {
    return storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
        desk.store.figures().count(today(desk), kTrouble, trouble);
        return {};
    });
}

} // namespace guichet::kiosk
