// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/reports_model.h"

#include "kiosk/counter/activity.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "printing/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace guichet::ui {
namespace {

using kiosk::Channel;
using kiosk::EqualityGap;
using kiosk::EqualityMonth;
using kiosk::EqualityRow;

QString asWords(const std::string &text) { return QString::fromStdString(text); }

/// Of one row, within which its stacks stay.
QVariantList pointsOf(const std::vector<double> &values, double row, double apart) {
    constexpr double kUp = 0.16;
    constexpr double kMost = 0.5;
    const printing::DotStack stack = printing::stackDots(values, apart);
    const double up = std::min(kUp, kMost / static_cast<double>(stack.levels));
    QVariantList points;
    for (const auto &[value, level] : stack.dots) {
        points.push_back(QPointF(value, row + up * static_cast<double>(level)));
    }
    return points;
}

constexpr int kMarks = 7;
/// Of a scale that is so long, how far apart dots have to be.
constexpr double kDotShare = 0.028;

void setScale(QVariantMap &plot, double least, double greatest) {
    const printing::Scale scale = printing::roundScale(least, greatest, kMarks);
    plot["least"] = scale.from;
    plot["greatest"] = scale.to;
    plot["step"] = scale.step;
}

} // namespace

ReportsModel::ReportsModel(KioskModel &kiosk)
    : ViewModel(kiosk), periods_({"label", "picked"}), kinds_({"label", "picked"}), kind_(kiosk::kAllActs) {}

void ReportsModel::clear() {
    span_ = Span::ThreeMonths;
    kind_ = kiosk::kAllActs;
    made_.reset();
    done_.clear();
    kinds_.setRows({}); // the periods are always the same, and may have the focus
    ViewModel::clear();
}

kiosk::Period ReportsModel::period() const {
    const CivilDate today = kiosk().today();
    const CivilDate first = today.year() / today.month() / 1;
    constexpr int kQuarter = -3;
    constexpr int kYear = -12;
    switch (span_) {
    case Span::ThisMonth: return {first, today};
    case Span::LastMonth: return {kiosk::addMonths(first, -1), kiosk::addDays(first, -1)};
    case Span::ThreeMonths: return {kiosk::addMonths(first, kQuarter), kiosk::addDays(first, -1)};
    case Span::TwelveMonths: return {kiosk::addMonths(first, kYear), kiosk::addDays(first, -1)};
    }
    return {};
}

void ReportsModel::load() {
    showChoices();
    askToShow<kiosk::Equality>(
        [period = period()](Seat &seat) -> Result<kiosk::Equality> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::equality(desk, period);
        },
        [this](kiosk::Equality made) { show(std::move(made)); });
}

void ReportsModel::show(kiosk::Equality made) {
    made_ = std::move(made);
    noteRead();
    if (std::ranges::find(made_->rows, kind_, &EqualityRow::kind) == made_->rows.end()) {
        kind_ = kiosk::kAllActs;
    }
    showChoices();
}

void ReportsModel::showChoices() {
    const std::array labels{tr("This month"), tr("Last month"), tr("Last three months"), tr("Last twelve months")};
    QList<QVariantList> spans;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        spans.push_back({labels.at(i), span_ == static_cast<Span>(i)});
    }
    periods_.setRows(spans);
    QList<QVariantList> kinds;
    if (made_) {
        for (const EqualityRow &row : made_->rows) {
            if (!row.channel) { // once a kind
                kinds.push_back({asWords(row.title), row.kind == kind_});
            }
        }
    }
    kinds_.setRows(kinds);
    emit changed();
}

void ReportsModel::choosePeriod(int row) {
    if (waiting() || row < 0 || row >= periods_.count() || (made_ && static_cast<Span>(row) == span_)) {
        return;
    }
    span_ = static_cast<Span>(row);
    made_.reset();
    done_.clear();
    load();
}

void ReportsModel::chooseKind(int row) {
    if (!made_ || row < 0) {
        return;
    }
    int at = 0;
    for (const EqualityRow &one : made_->rows) {
        if (!one.channel && at++ == row) {
            kind_ = one.kind;
        }
    }
    showChoices();
}

QString ReportsModel::conclusion() const {
    if (!made_) {
        return {};
    }
    return made_->conclusion.empty() ? tr("These figures do not allow a conclusion.") : asWords(made_->conclusion);
}

bool ReportsModel::hasDots() const {
    return made_ && std::ranges::any_of(
                        made_->rows, [&](const EqualityRow &row) { return row.kind == kind_ && !row.tenths.empty(); });
}

bool ReportsModel::mixes() const {
    return made_ && std::ranges::count_if(made_->rows, [&](const EqualityRow &row) {
                        return row.kind == kind_ && row.channel.has_value();
                    }) > 1;
}

std::vector<const EqualityGap *> ReportsModel::shownGaps() const {
    std::vector<const EqualityGap *> shown;
    for (std::size_t i = 0; made_ && i < made_->gaps.size(); ++i) {
        const EqualityGap &gap = made_->gaps[i];
        if (kind_ == kiosk::kAllActs || kind_ == (gap.optout ? kiosk::kAllOptouts : kiosk::kAllRequests) ||
            kind_ == gap.kind) {
            shown.push_back(&gap);
        }
    }
    return shown;
}

std::vector<std::string> ReportsModel::shownMonths() const {
    return made_ ? kiosk::monthsOf(made_->months, kind_) : std::vector<std::string>();
}

QVariantMap ReportsModel::delays() const {
    QVariantMap plot;
    QVariantList rows;
    QStringList words;
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    double greatest = 0;
    std::vector<const EqualityRow *> channels;
    const std::vector<EqualityRow> all = made_ ? made_->rows : std::vector<EqualityRow>();
    for (const EqualityRow &row : all) {
        if (row.kind == kind_ && row.channel) {
            channels.push_back(&row);
            greatest = row.tenths.empty() ? greatest : std::max(greatest, row.tenths.back());
        }
    }
    setScale(plot, 0, greatest);
    const double apart = plot["greatest"].toDouble() * kDotShare;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const EqualityRow &row = *channels[i];
        const QString label = asWords(kiosk::channelWords(say, *row.channel));
        const QString note = asWords(kiosk::delayWords(say, row));
        const double place = static_cast<double>(channels.size() - 1 - i); // the first on top
        rows.push_back(QVariantMap{{"label", label},
                                   {"note", note},
                                   {"strong", *row.channel == Channel::Counter},
                                   {"points", pointsOf(row.tenths, place, apart)}});
        words.push_back(tr("%1: %2").arg(label, note));
    }
    plot["rows"] = rows;
    plot["unit"] = tr("days from deposit to answer");
    plot["before"] = QString();
    plot["after"] = QString();
    plot["words"] = words.join(QStringLiteral(". "));
    return plot;
}

QVariantMap ReportsModel::gaps() const {
    QVariantMap plot;
    QVariantList rows;
    QStringList words;
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    double least = 0;
    double greatest = 0;
    const std::vector<const EqualityGap *> shown = shownGaps();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const EqualityGap &gap = *shown[i];
        least = std::min<double>(least, gap.gap.low);
        greatest = std::max<double>(greatest, gap.gap.high);
        const QString note = asWords(kiosk::gapWords(say, gap));
        const double place = static_cast<double>(shown.size() - 1 - i);
        rows.push_back(QVariantMap{{"label", asWords(gap.title)},
                                   {"note", note},
                                   {"strong", true},
                                   {"points", QVariantList{QPointF(gap.gap.typical, place)}},
                                   {"low", gap.gap.low},
                                   {"high", gap.gap.high}});
        words.push_back(tr("%1: %2").arg(asWords(gap.title), note));
    }
    setScale(plot, least, greatest);
    plot["rows"] = rows;
    plot["unit"] = tr("days between counter and online");
    plot["before"] = tr("sooner at the counter");
    plot["after"] = tr("later at the counter");
    plot["words"] = words.join(QStringLiteral(". "));
    return plot;
}

QVariantMap ReportsModel::trend() const {
    QVariantMap plot;
    const std::vector<EqualityMonth> all = made_ ? made_->months : std::vector<EqualityMonth>();
    const std::vector<std::string> months = shownMonths();
    std::set<Channel> channels;
    double greatest = 0;
    for (const EqualityMonth &one : all) {
        if (one.kind == kind_) {
            channels.insert(one.channel);
            greatest = std::max(greatest, one.median);
        }
    }
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QStringList columns;
    for (const std::string &month : months) {
        columns.push_back(asWords(kiosk::monthWords(say, month)));
    }
    QVariantList lines;
    QStringList words;
    for (const Channel channel : months.size() < 2 ? std::set<Channel>() : channels) {
        const QString label = asWords(kiosk::channelWords(say, channel));
        QVariantList points;
        QStringList values;
        for (const EqualityMonth &one : all) {
            if (one.kind == kind_ && one.channel == channel) {
                const auto place = std::ranges::find(months, one.month) - months.begin();
                points.push_back(QPointF(static_cast<double>(place), one.median));
                values.push_back(tr("%1 in %2").arg(asWords(kiosk::daysNumber(say, one.median)), columns.at(place)));
            }
        }
        lines.push_back(QVariantMap{{"label", label}, {"strong", channel == Channel::Counter}, {"points", points}});
        words.push_back(tr("%1: %2").arg(label, values.join(QStringLiteral(", "))));
    }
    setScale(plot, 0, greatest);
    plot["columns"] = columns;
    plot["lines"] = lines;
    plot["unit"] = tr("days within which half of the answers came");
    plot["words"] = words.join(QStringLiteral(". "));
    return plot;
}

QString ReportsModel::missing() const {
    return made_ ? QString{} : unread() ? tr("Try again first") : tr("One moment…");
}

void ReportsModel::print() {
    if (!made_ || waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [made = *made_](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::equalityReport(desk, made, {}));
            return kiosk::sendPaper(desk, kiosk::jobFor(paper), paper.pdf);
        },
        [this](const storage::Job &job) { done_ = Wording::printed(job); });
}

void ReportsModel::printActivity() {
    if (waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [period = period()](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto made, kiosk::activity(desk, period));
            GUICHET_ASSIGN(const auto paper, kiosk::activityReport(desk, made, {}));
            return kiosk::sendPaper(desk, kiosk::jobFor(paper), paper.pdf);
        },
        [this](const storage::Job &job) { done_ = Wording::printed(job); });
}

} // namespace guichet::ui
