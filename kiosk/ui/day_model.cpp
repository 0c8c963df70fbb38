// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/day_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {

DayModel::DayModel(KioskModel &kiosk) : ViewModel(kiosk), rows_({"state", "words", "good", "wrong"}) {}

void DayModel::clear() {
    items_.clear();
    rows_.setRows({});
    done_.clear();
    ViewModel::clear();
}

QString DayModel::missing() const { return items_.empty() ? tr("One moment…") : QString{}; }

void DayModel::load() {
    ask<std::vector<kiosk::DayItem>>(
        [](Seat &seat) -> Result<std::vector<kiosk::DayItem>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::openingItems(desk);
        },
        [this](const std::vector<kiosk::DayItem> &items) { show(items); });
}

void DayModel::show(const std::vector<kiosk::DayItem> &items) {
    using State = kiosk::DayItem::State;
    items_ = items;
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QList<QVariantList> rows;
    for (const auto &item : items) {
        rows.push_back({QString::fromStdString(kiosk::stateWords(say, item.state)), QString::fromStdString(item.words),
                        item.state == State::Good, item.state == State::Wrong});
    }
    rows_.setRows(rows);
    emit changed();
}

void DayModel::print() {
    if (items_.empty() || waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [items = items_](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto sheet, kiosk::openingSheet(desk, items, printing::Layout::Standard));
            return kiosk::sendPaper(desk, kiosk::jobFor(sheet), sheet.pdf);
        },
        [this](const storage::Job &job) {
            done_ = QString::fromStdString(job.label.empty() ? job.what : job.label) + QStringLiteral(" – ") +
                    Wording::job(job);
        });
}

} // namespace guichet::ui
