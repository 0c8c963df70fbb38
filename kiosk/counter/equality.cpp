// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/equality.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/small_numbers.h"
#include "kiosk/counter/visit.h"
#include "printing/scale.h"
#include "storage/register/acts.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <utility>

namespace guichet::kiosk {
namespace {

using storage::ActStatus;
using storage::ActType;

constexpr std::array<std::string_view, kChannels> kChannelNames{"counter", "post", "telephone", "online"};
constexpr std::array<const char *, kChannels> kChannelWords{"equality.counter", "equality.post", "equality.telephone",
                                                            "equality.online"};
constexpr std::array<std::string_view, kFates> kFateNames{"in-time", "late",    "silence",  "missing-pieces",
                                                          "never",   "waiting", "withdrawn"};
constexpr std::string_view kRefusal = "ens-refusal"; ///< stands for two scopes
constexpr std::array<std::string_view, 3> kVerdictNames{"as-well", "later", "unclear"};

template <typename Enum>
std::size_t at(Enum value) {
    return static_cast<std::size_t>(value);
}

/// What is known of one kind in one channel.
struct Heap {
    std::array<std::int64_t, kFates> fates{};
    Delays delays;
    std::map<std::string, Delays> months; ///< of the deposit

    void add(Fate fate, std::optional<int> days, const std::string &month, std::int64_t count) {
        fates[at(fate)] += count;
        if (days) {
            delays[*days] += count;
            months[month][*days] += count;
        }
    }
    [[nodiscard]] std::int64_t of(std::span<const Fate> some) const {
        std::int64_t sum = 0;
        for (const Fate fate : some) {
            sum += fates[at(fate)];
        }
        return sum;
    }
    [[nodiscard]] std::int64_t count() const { return std::accumulate(fates.begin(), fates.end(), std::int64_t{0}); }
};

struct KindHeaps {
    bool optout = false;
    std::array<Heap, kChannels> channels;
};
/// Those alone, and their sums.
using Kinds = std::map<std::string, KindHeaps, std::less<>>;

Fate fateOf(const storage::ActCourse &course, std::optional<CivilDate> decided, CivilDate today) {
    const bool silenceDecides = course.deemed && course.deemed->means != "none";
    const std::optional<CivilDate> promised = course.due      ? course.due
                                              : course.deemed ? course.deemed->on
                                                              : std::nullopt;
    const bool refused = course.status == ActStatus::Refused || course.status == ActStatus::DecidedNo;
    const bool answered = refused || course.status == ActStatus::Confirmed || course.status == ActStatus::DecidedYes;
    if (course.status == ActStatus::Withdrawn) {
        return Fate::Withdrawn;
    }
    if (answered && refused && course.missesPieces) {
        return Fate::MissingPieces;
    }
    if (answered) {
        return promised && decided && *decided > *promised ? Fate::Late : Fate::InTime;
    }
    if (course.status == ActStatus::Deemed || (silenceDecides && course.deemed->on && *course.deemed->on < today)) {
        return Fate::Silence;
    }
    return promised && *promised < today ? Fate::Never : Fate::Waiting;
}

std::string monthOf(CivilDate day) {
    return fmt::format("{:04}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

bool beginsMonth(CivilDate day) { return day.day() == std::chrono::day(1); }

/// The other channels are known by whole months: only then are they of the same time as the counter.
bool isOfWholeMonths(const Period &period) { return beginsMonth(period.from) && beginsMonth(addDays(period.to, 1)); }

class Gathering {
public:
    Gathering(Desk &desk, const Period &period) : desk_(desk), period_(period) {}

    Kinds take() && {
        counter();
        others();
        return std::move(kinds_);
    }

private:
    void add(const std::string &kind, bool optout, Channel channel, Fate fate, std::optional<int> days,
             const std::string &month, std::int64_t count) {
        for (const std::string_view one : {std::string_view(kind), optout ? kAllOptouts : kAllRequests, kAllActs}) {
            KindHeaps &its = kinds_[std::string(one)];
            its.optout = optout;
            its.channels.at(at(channel)).add(fate, days, month, count);
        }
    }

    struct Ended {
        Fate fate = Fate::Waiting;
        std::optional<int> days;
        bool refused = false;

        /// Of two halves the one that stands for both: what was done, the sooner; else what has no answer, for it is
        /// owed still; else the last refusal.
        [[nodiscard]] auto rank() const {
            const int answer = days.value_or(0);
            switch (fate) {
            case Fate::InTime:
            case Fate::Late:
            case Fate::MissingPieces: return refused ? std::pair(4, -answer) : std::pair(0, answer);
            case Fate::Silence: return std::pair(1, 0);
            case Fate::Never: return std::pair(2, 0);
            case Fate::Waiting: return std::pair(3, 0);
            case Fate::Withdrawn: break;
            }
            return std::pair(5, 0);
        }
    };
    Ended endOf(const storage::ActCourse &course) const {
        std::optional<CivilDate> decided = course.decidedOn;
        if (!decided && course.decidedAt) {
            decided = desk_.calendar.dayOf(*course.decidedAt);
        }
        const Fate fate = fateOf(course, decided, today(desk_));
        // A day that was written wrongly, before the deposit, is taken as the same day.
        return {fate,
                isAnswer(fate) && decided ? std::optional(std::max(0, daysBetween(course.deposited, *decided)))
                                          : std::nullopt,
                course.status == ActStatus::Refused};
    }

    void counter() {
        const std::vector<storage::ActCourse> courses = storage::Acts(desk_.entries).courses(period_.from, period_.to);
        // Who refuses the space signs for two scopes, of which the operator applies one: that is one act.
        const Scope *refusal = desk_.machine.catalogue.scope(kRefusal);
        std::map<std::string, std::vector<const storage::ActCourse *>> halves; // by receipt
        for (const storage::ActCourse &course : courses) {
            if (refusal != nullptr &&
                std::ranges::find(refusal->standsFor, course.subject) != refusal->standsFor.end()) {
                halves[course.receipt].push_back(&course);
            }
        }
        const auto isHalf = [&](const storage::ActCourse &course) {
            const auto found = halves.find(course.receipt);
            return found != halves.end() && found->second.size() > 1 &&
                   std::ranges::find(found->second, &course) != found->second.end();
        };
        for (const storage::ActCourse &course : courses) {
            Ended ended = endOf(course);
            const bool half = isHalf(course);
            if (half) {
                const auto &both = halves.find(course.receipt)->second;
                if (both.front() != &course) {
                    continue;
                }
                for (const storage::ActCourse *other : both) {
                    const Ended its = endOf(*other);
                    ended = its.rank() < ended.rank() ? its : ended;
                }
            }
            add(half ? std::string(kRefusal) : course.subject, course.type == ActType::Optout, Channel::Counter,
                ended.fate, ended.days, monthOf(course.deposited), 1);
        }
    }

    /// Of the months that lie in the period whole.
    void others() {
        const CivilDate first =
            beginsMonth(period_.from) ? period_.from : addMonths(period_.from.year() / period_.from.month() / 1, 1);
        const CivilDate next = addDays(period_.to, 1);
        const CivilDate last = addDays(next.year() / next.month() / 1, -1);
        for (const storage::ChannelFigure &figure : desk_.store.figures().ofMonths(monthOf(first), monthOf(last))) {
            const auto channel = std::ranges::find(kChannelNames, figure.channel) - kChannelNames.begin();
            const auto fate = std::ranges::find(kFateNames, figure.outcome) - kFateNames.begin();
            const bool optout = figure.kind == kOtherOptouts || desk_.machine.catalogue.scope(figure.kind) != nullptr;
            add(figure.kind, optout, static_cast<Channel>(channel), static_cast<Fate>(fate), figure.days, figure.month,
                figure.count);
        }
    }

    Desk &desk_;
    const Period &period_;
    Kinds kinds_;
};

/// Sums first, then by title.
std::vector<std::pair<std::string, std::string>> kindsInOrder(const Desk &desk, const Texts &say, const Kinds &all) {
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const std::string_view sum : {kAllActs, kAllOptouts, kAllRequests}) {
        if (all.contains(sum)) {
            kinds.emplace_back(sum, titleOfKind(desk, say, sum));
        }
    }
    const auto alone = static_cast<std::ptrdiff_t>(kinds.size());
    for (const auto &[kind, its] : all) {
        if (!isSum(kind)) {
            kinds.emplace_back(kind, titleOfKind(desk, say, kind));
        }
    }
    std::ranges::sort(kinds.begin() + alone, kinds.end(), {}, &std::pair<std::string, std::string>::second);
    return kinds;
}

/// The cells of the table, how they add up, and which of them are hidden.
class Table {
public:
    explicit Table(const Kinds &kinds) {
        for (const auto &[kind, its] : kinds) {
            CellSum whole{add(kind, kAll, kCountCell, 0), {}};
            for (std::size_t channel = 0; channel < kChannels; ++channel) {
                const Heap &heap = its.channels.at(channel);
                if (heap.count() == 0) {
                    continue;
                }
                for (std::size_t fate = 0; fate < kFates; ++fate) {
                    add(kind, channel, fate, heap.fates.at(fate));
                }
                const std::size_t settled = add(kind, channel, kSettledCell, heap.of(kSettled));
                const std::size_t count = add(kind, channel, kCountCell, heap.count());
                CellSum ended{settled, {}};
                for (const Fate fate : kSettled) {
                    ended.parts.push_back(place(kind, channel, at(fate)));
                }
                sums_.push_back(std::move(ended));
                sums_.push_back(
                    {count,
                     {settled, place(kind, channel, at(Fate::Waiting)), place(kind, channel, at(Fate::Withdrawn))}});
                whole.parts.push_back(count);
                values_[whole.whole] += heap.count();
            }
            sums_.push_back(std::move(whole));
        }
        for (const auto &[where, cell] : cells_) {
            const auto &[kind, channel, what] = where;
            if (isSum(kind)) {
                addUp(kinds, kind, channel, what, cell);
            }
        }
        hidden_ = hiddenCells(values_, sums_);
    }

    [[nodiscard]] std::optional<std::int64_t> count(const std::string &kind) const {
        return shown(kind, kAll, kCountCell);
    }
    [[nodiscard]] std::optional<std::int64_t> count(const std::string &kind, std::size_t channel) const {
        return shown(kind, channel, kCountCell);
    }
    [[nodiscard]] std::optional<std::int64_t> settled(const std::string &kind, std::size_t channel) const {
        return shown(kind, channel, kSettledCell);
    }
    [[nodiscard]] std::optional<std::int64_t> fate(const std::string &kind, std::size_t channel,
                                                   std::size_t fate) const {
        return shown(kind, channel, fate);
    }

private:
    static constexpr std::size_t kSettledCell = kFates;
    static constexpr std::size_t kCountCell = kFates + 1;
    static constexpr std::size_t kAll = kChannels;
    using Where = std::tuple<std::string, std::size_t, std::size_t>;

    std::size_t add(const std::string &kind, std::size_t channel, std::size_t what, std::int64_t value) {
        cells_.emplace(Where{kind, channel, what}, values_.size());
        values_.push_back(value);
        return values_.size() - 1;
    }
    [[nodiscard]] std::size_t place(const std::string &kind, std::size_t channel, std::size_t what) const {
        return cells_.at({kind, channel, what});
    }
    [[nodiscard]] std::optional<std::int64_t> shown(const std::string &kind, std::size_t channel,
                                                    std::size_t what) const {
        const std::size_t cell = place(kind, channel, what);
        return hidden_.at(cell) ? std::nullopt : std::optional(values_.at(cell));
    }
    void addUp(const Kinds &kinds, const std::string &sum, std::size_t channel, std::size_t what, std::size_t cell) {
        CellSum all{cell, {}};
        for (const auto &[kind, its] : kinds) {
            const bool part = sum == kAllActs ? kind == kAllOptouts || kind == kAllRequests
                                              : !isSum(kind) && its.optout == (sum == kAllOptouts);
            if (const auto found = cells_.find({kind, channel, what}); part && found != cells_.end()) {
                all.parts.push_back(found->second);
            }
        }
        sums_.push_back(std::move(all));
    }

    std::map<Where, std::size_t> cells_;
    std::vector<std::int64_t> values_;
    std::vector<CellSum> sums_;
    std::vector<bool> hidden_;
};

/// To a tenth of a day; to a whole one where numbers are hidden that a fraction would tell.
std::optional<double> quantileOfSeveral(const Delays &delays, double p, bool hides) {
    if (casesIn(delays) < kSmall) {
        return std::nullopt;
    }
    constexpr double kTenth = 10;
    const double days = quantile(delays, p).value_or(0);
    return hides ? std::round(days) : std::round(days * kTenth) / kTenth;
}

/// Behind each of the ten there are several.
std::vector<double> tenForAll(const Delays &delays) {
    constexpr int kTen = 10;
    std::vector<double> ten;
    for (int i = 0; i < kTen && casesIn(delays) >= kTen * kSmall; ++i) {
        ten.push_back(quantileOfSeveral(delays, (i + 0.5) / kTen, true).value_or(0));
    }
    return ten;
}

EqualityRow rowOf(const Table &table, const std::string &kind, std::size_t channel, const Heap &heap, bool shares) {
    constexpr double kNinth = 0.9;
    EqualityRow row;
    row.channel = static_cast<Channel>(channel);
    row.count = table.count(kind, channel);
    row.settled = table.settled(kind, channel);
    if (const auto all = table.count(kind); row.count && all && shares) {
        row.share = static_cast<double>(*row.count) / static_cast<double>(*all);
    }
    row.hides = !row.count || !row.settled;
    for (std::size_t fate = 0; fate < kFates; ++fate) {
        row.fates.at(fate) = table.fate(kind, channel, fate);
        row.hides = row.hides || !row.fates.at(fate);
    }
    row.median = quantileOfSeveral(heap.delays, 0.5, row.hides);
    row.ninth = quantileOfSeveral(heap.delays, kNinth, row.hides);
    row.tenths = tenForAll(heap.delays);
    return row;
}

/// So much of it has an answer, a tenth at most left out, that its delays speak for all. Computed from what is shown
/// alone, so that what it comes to gives nothing away.
bool isMostlyAnswered(const EqualityRow &row) {
    if (!row.count) {
        return false;
    }
    std::int64_t answered = 0;
    for (const Fate fate : kAnswers) {
        answered += row.fates.at(at(fate)).value_or(0);
    }
    constexpr std::int64_t kOneInTen = 10;
    const std::int64_t asked = *row.count - row.fates.at(at(Fate::Withdrawn)).value_or(0);
    return (asked - answered) * kOneInTen <= asked;
}

/// A gap of one kind, where there is one.
std::optional<EqualityGap> gapOfKind(const std::array<Heap, kChannels> &channels,
                                     const std::array<EqualityRow, kChannels> &rows) {
    const Heap &counter = channels.at(at(Channel::Counter));
    const Heap &online = channels.at(at(Channel::Online));
    const auto gap = gapOf(counter.delays, online.delays);
    if (!gap) {
        return std::nullopt;
    }
    EqualityGap found{.kind = {}, .title = {}, .gap = *gap};
    constexpr int kAsGoodAsNone = 1; // day
    const auto speaks = [&](Channel channel) {
        const Heap &heap = channels.at(at(channel));
        // Of some the agency's report does not say how long they took.
        const bool dated = casesIn(heap.delays) * 10 >= heap.of(kAnswers) * 9;
        return dated && isMostlyAnswered(rows.at(at(channel)));
    };
    if (speaks(Channel::Counter) && speaks(Channel::Online)) {
        found.verdict = gap->low > 0 ? Verdict::Later : gap->high <= kAsGoodAsNone ? Verdict::AsWell : Verdict::Unclear;
    }
    return found;
}

/// Each by its title; more than three by their number.
std::string several(const Texts &say, const std::vector<std::string> &titles) {
    constexpr std::size_t kNamed = 3;
    return titles.size() <= kNamed ? join(titles, ", ")
                                   : say("equality.so-many", {{"count", std::to_string(titles.size())}});
}

/// One sentence of what is sure; and that there is more, where there is.
std::string conclusionOf(const Texts &say, const std::vector<EqualityGap> &gaps) {
    std::vector<std::string> later;
    std::vector<std::string> asWell;
    for (const EqualityGap &gap : gaps) {
        if (gap.verdict == Verdict::Later) {
            later.push_back(
                say("equality.title-and-days", {{"title", gap.title}, {"days", signedDays(say, gap.gap.typical)}}));
        } else if (gap.verdict == Verdict::AsWell) {
            asWell.push_back(gap.title);
        }
    }
    if (later.empty() && asWell.empty()) {
        return {};
    }
    std::string sentence =
        later.empty() ? say("equality.as-well", {{"which", several(say, asWell)}})
                      : say("equality.later", {{"which", several(say, later)}}) +
                            (asWell.empty() ? "" : say("equality.and-as-well", {{"which", several(say, asWell)}}));
    if (later.size() + asWell.size() < gaps.size()) {
        sentence += say("equality.and-unclear");
    }
    return sentence + ".";
}

/// From opening, or the first entry of a day, to closing, or the last.
std::int64_t hoursOpen(Desk &desk, const Period &period) {
    struct Day {
        std::optional<Instant> opened, closed;
        Instant first, last;
    };
    std::map<std::chrono::sys_days, Day> days;
    for (const auto &[kind, when] :
         desk.entries.between(desk.calendar.startOf(period.from), desk.calendar.startOf(addDays(period.to, 1)))) {
        Day &day = days.try_emplace(desk.calendar.dayOf(when), Day{{}, {}, when, when}).first->second;
        day.last = when;
        if (kind == "day.opened" && !day.opened) {
            day.opened = when;
        }
        if (kind == "day.closed") {
            day.closed = when;
        }
    }
    std::chrono::milliseconds open{0};
    for (const auto &[date, day] : days) {
        open += std::max(std::chrono::milliseconds(0), day.closed.value_or(day.last) - day.opened.value_or(day.first));
    }
    return std::chrono::round<std::chrono::hours>(open).count();
}

void countVisits(Desk &desk, Equality &equality) {
    std::int64_t all = 0;
    std::int64_t without = 0;
    for (const storage::Tally &tally : desk.store.figures().tallies(equality.period.from, equality.period.to)) {
        if (tally.what == kVisitTally) {
            all += tally.count;
            without += tally.name == kUnansweredVisit ? tally.count : 0;
        }
    }
    const std::vector<bool> hidden = hiddenCells({all, without, all - without}, {{0, {1, 2}}});
    equality.visits = hidden[0] ? std::nullopt : std::optional(all);
    equality.unanswered = hidden[1] ? std::nullopt : std::optional(without);
}

} // namespace

std::string_view toText(Channel channel) { return kChannelNames.at(at(channel)); }
std::string channelWords(const Texts &say, Channel channel) { return say(kChannelWords.at(at(channel))); }
std::string_view toText(Fate fate) { return kFateNames.at(at(fate)); }
std::optional<Fate> fateFrom(std::string_view text) {
    const auto *found = std::ranges::find(kFateNames, text);
    return found == kFateNames.end() ? std::nullopt : std::optional(static_cast<Fate>(found - kFateNames.begin()));
}
bool isAnswer(Fate fate) { return std::ranges::find(kAnswers, fate) != kAnswers.end(); }
std::string_view toText(Verdict verdict) { return kVerdictNames.at(at(verdict)); }

std::optional<double> EqualityRow::shareOf(Fate fate) const {
    const auto &part = fates.at(at(fate));
    return part && settled && *settled > 0 ? std::optional(static_cast<double>(*part) / static_cast<double>(*settled))
                                           : std::nullopt;
}

std::string daysNumber(const Texts &say, double days) {
    constexpr double kTenth = 10;
    return printing::decimalNumber(std::round(days * kTenth) / kTenth, say.language());
}

std::string signedNumber(const Texts &say, double days) { return (days > 0 ? "+" : "") + daysNumber(say, days); }

std::string signedDays(const Texts &say, double days) {
    const bool one = std::abs(days) < 2;
    return say(one ? "equality.day" : "equality.days", {{"count", signedNumber(say, days)}});
}

Result<Equality> equality(Desk &desk, const Period &period) {
    GUICHET_TRY(desk.require(Action::Report));
    GUICHET_TRY(checkPeriod(desk, period));
    const Texts say = textsOf(desk, desk.language, today(desk));
    const Kinds kinds = Gathering(desk, period).take();
    const Table table(kinds);
    const bool wholeMonths = isOfWholeMonths(period);
    Equality made{.period = period, .asOf = today(desk)};
    for (const auto &[kind, title] : kindsInOrder(desk, say, kinds)) {
        const auto &channels = kinds.find(kind)->second.channels;
        std::array<EqualityRow, kChannels> rows;
        const auto put = [&](EqualityRow row) {
            row.kind = kind;
            row.title = title;
            made.rows.push_back(std::move(row));
        };
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            const Heap &heap = channels.at(channel);
            if (heap.count() == 0) {
                continue;
            }
            rows.at(channel) = rowOf(table, kind, channel, heap, wholeMonths);
            put(rows.at(channel));
            for (const auto &[month, delays] : heap.months) {
                if (const auto median = quantileOfSeveral(delays, 0.5, true)) {
                    made.months.push_back({kind, month, static_cast<Channel>(channel), *median});
                }
            }
        }
        EqualityRow whole;
        whole.count = wholeMonths ? table.count(kind) : std::nullopt;
        whole.hides = !whole.count;
        put(std::move(whole));
        if (auto gap = isSum(kind) ? std::nullopt : gapOfKind(channels, rows)) {
            gap->kind = kind;
            gap->title = title;
            gap->optout = kinds.find(kind)->second.optout;
            made.gaps.push_back(std::move(*gap));
        }
    }
    made.conclusion = conclusionOf(say, made.gaps);
    made.hours = hoursOpen(desk, period);
    countVisits(desk, made);
    return made;
}

} // namespace guichet::kiosk
