// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/cases_model.h"

#include "kiosk/counter/day.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <string_view>

namespace guichet::ui {
namespace {

constexpr int kAtOnce = 30;

constexpr std::string_view kToSend = "to-send";
constexpr std::string_view kUnposted = "unposted";
/// How a slip leaves, as Sending::means has it.
constexpr std::array<std::string_view, 4> kMeans{"registered-post", "hand", "internal-mail", "post"};

} // namespace

CasesModel::CasesModel(KioskModel &kiosk)
    : ViewModel(kiosk), rows_({"title", "reference", "status", "detail"}), slips_({"label", "detail"}),
      meansRows_({"label", "picked"}) {}

int CasesModel::unshown() const { return std::max(0, static_cast<int>(acts_.size()) - most_); }

void CasesModel::clear() {
    what_.clear();
    title_.clear();
    acts_.clear();
    most_ = kAtOnce;
    rows_.setRows({});
    slip_.clear();
    done_.clear();
    ViewModel::clear();
    showRows();
}

QString CasesModel::leftOnDay() const { return Wording::typedDay(leftOn_, kiosk().today()).understood; }

QString CasesModel::leftOnProblem() const { return Wording::typedDay(leftOn_, kiosk().today()).problem; }

QString CasesModel::action() const {
    return sending() ? tr("It has left") : what_ == kToSend && !acts_.empty() ? tr("Print the slip") : QString{};
}

QString CasesModel::missing() const {
    if (!sending()) {
        return {};
    }
    if (means_.empty()) {
        return tr("Choose how it left");
    }
    if (evidence_.trimmed().isEmpty()) {
        return tr("Write by what it is known");
    }
    return !leftOn_.trimmed().isEmpty() && leftOnDay().isEmpty() ? tr("Finish the date, or empty it") : QString{};
}

void CasesModel::open(const std::string &what, const QString &title) {
    clear();
    what_ = what;
    title_ = title;
    load();
}

void CasesModel::load() {
    askToShow<std::vector<storage::Act>>(
        [what = what_](Seat &seat) -> Result<std::vector<storage::Act>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::dayActs(desk, what);
        },
        [this](const std::vector<storage::Act> &acts) { show(acts); });
}

void CasesModel::show(const std::vector<storage::Act> &acts) {
    acts_ = acts;
    noteRead();
    showRows();
}

void CasesModel::showRows() {
    QList<QVariantList> rows;
    for (const auto &act : acts_ | std::views::take(most_)) {
        const auto title = kiosk::titleOf(kiosk().catalogue(), act, kiosk().language());
        QStringList detail{QString::fromStdString(act.initials), tr("received on %1").arg(Wording::day(act.received))};
        detail.removeAll(QString{});
        rows.push_back({QString::fromStdString(title), QString::fromStdString(act.reference), Wording::status(act),
                        detail.join(QStringLiteral(" · "))});
    }
    rows_.setRows(sending() ? QList<QVariantList>{} : rows);

    std::map<std::string, int> bySlip;
    for (const auto &act : acts_) {
        if (what_ == kUnposted) {
            ++bySlip[act.slip];
        }
    }
    slipIds_.clear();
    QList<QVariantList> slips;
    for (const auto &[slip, count] : bySlip) {
        slipIds_.push_back(slip);
        slips.push_back(
            {tr("Slip %1 has left").arg(QString::fromStdString(slip)), tr("%n request(s) on it", "", count)});
    }
    slips_.setRows(sending() ? QList<QVariantList>{} : slips);

    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QList<QVariantList> means;
    for (const auto one : kMeans) {
        means.push_back({Wording::capital(QString::fromStdString(kiosk::meansWords(say, one))), means_ == one});
    }
    meansRows_.setRows(sending() ? means : QList<QVariantList>{});
    emit changed();
}

void CasesModel::showMore() {
    most_ += kAtOnce;
    showRows();
}

void CasesModel::choose(int row) {
    if (row >= 0 && row < rows_.count()) {
        kiosk().openCase(acts_[static_cast<std::size_t>(row)].reference);
    }
}

void CasesModel::chooseSlip(int row) {
    if (row >= 0 && row < static_cast<int>(slipIds_.size()) && !waiting()) {
        slip_ = slipIds_[static_cast<std::size_t>(row)];
        means_.clear();
        evidence_.clear();
        leftOn_.clear();
        done_.clear();
        setProblem({});
        showRows();
    }
}

void CasesModel::chooseMeans(int row) {
    if (row >= 0 && row < static_cast<int>(kMeans.size())) {
        means_ = kMeans.at(static_cast<std::size_t>(row));
        showRows();
    }
}

void CasesModel::next() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    if (sending()) {
        noteSent();
    } else if (!action().isEmpty()) {
        printSlip({});
    }
}

void CasesModel::printAgain() {
    if (sending() && !waiting()) {
        printSlip(slip_);
    }
}

void CasesModel::printSlip(const std::string &again) {
    done_.clear();
    struct Printed {
        QString slip;
        int held = 0;
        std::optional<storage::Job> job;
        std::optional<Error> trouble; ///< of its paper: it is made all the same
    };
    ask<Printed>(
        [again](Seat &seat) -> Result<Printed> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto made,
                           again.empty() ? kiosk::makeSlip(desk, {}) : kiosk::slipAgain(desk, again, {}));
            Printed printed{QString::fromStdString(made.slip.id), static_cast<int>(made.held.size()), {}, {}};
            if (auto sent = kiosk::sendPaper(desk, kiosk::jobFor(made.paper), made.paper.pdf)) {
                printed.job = std::move(*sent);
            } else {
                printed.trouble = sent.error();
            }
            return printed;
        },
        [this, again](const Printed &printed) {
            done_ = tr("Slip %1").arg(printed.slip) + QStringLiteral(" – ") +
                    (printed.job ? Wording::job(*printed.job) : tr("made, not printed yet"));
            if (printed.held > 0) {
                done_ += u' ' + tr("%n still wait(s); each says for what.", "", printed.held);
            }
            if (again.empty()) {
                load();
            }
            if (printed.trouble) {
                setProblem(sentence(*printed.trouble));
            }
        });
}

void CasesModel::noteSent() {
    kiosk::Sending sent{.slip = slip_,
                        .references = {},
                        .means = means_,
                        .evidence = evidence_.trimmed().toStdString(),
                        .on = Wording::typedDay(leftOn_, kiosk().today()).day};
    ask<int>(
        [sent = std::move(sent)](Seat &seat) -> Result<int> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto acts, kiosk::sendOptouts(desk, sent));
            return static_cast<int>(acts.size());
        },
        [this](int count) {
            slip_.clear();
            done_ = tr("%n request(s) noted as sent; none of them is done yet.", "", count);
            load();
        });
}

void CasesModel::back() {
    if (!sending()) {
        kiosk().back();
        return;
    }
    slip_.clear();
    setProblem({});
    showRows();
}

} // namespace guichet::ui
