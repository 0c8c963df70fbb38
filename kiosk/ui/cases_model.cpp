// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/cases_model.h"

#include "kiosk/counter/day.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

#include <algorithm>
#include <ranges>

namespace guichet::ui {
namespace {

constexpr int kAtOnce = 30;

} // namespace

CasesModel::CasesModel(KioskModel &kiosk) : ViewModel(kiosk), rows_({"title", "reference", "status", "detail"}) {}

int CasesModel::unshown() const { return std::max(0, static_cast<int>(acts_.size()) - most_); }

void CasesModel::clear() {
    what_.clear();
    title_.clear();
    acts_.clear();
    most_ = kAtOnce;
    rows_.setRows({});
    ViewModel::clear();
}

void CasesModel::open(const std::string &what, const QString &title) {
    clear();
    what_ = what;
    title_ = title;
    load();
}

void CasesModel::load() {
    ask<std::vector<storage::Act>>(
        [what = what_](Seat &seat) -> Result<std::vector<storage::Act>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::dayActs(desk, what);
        },
        [this](const std::vector<storage::Act> &acts) { show(acts); });
}

void CasesModel::show(const std::vector<storage::Act> &acts) {
    acts_ = acts;
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
    rows_.setRows(rows);
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

} // namespace guichet::ui
