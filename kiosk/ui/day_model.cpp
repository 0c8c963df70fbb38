// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/day_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {

namespace {

/// As many as a morning without the station needs.
constexpr int kKit = 10;

bool opens(const kiosk::DayItem &item) {
    return item.count > 0 && (item.what == "owed" || kiosk::countsActs(item.what));
}

} // namespace

DayModel::DayModel(KioskModel &kiosk)
    : ViewModel(kiosk), sheets_({"label", "picked"}), rows_({"state", "words", "good", "wrong", "opens"}) {}

void DayModel::clear() {
    items_.clear();
    rows_.setRows({});
    done_.clear();
    sheet_ = Sheet::Opening;
    sheets_.setRows({});
    ViewModel::clear();
}

QString DayModel::missing() const {
    return !items_.empty() ? QString{} : unread() ? tr("Try again first") : tr("One moment…");
}

void DayModel::load() {
    showSheets();
    emit changed();
    askToShow<std::vector<kiosk::DayItem>>(
        [sheet = sheet_](Seat &seat) -> Result<std::vector<kiosk::DayItem>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::dayItems(desk, sheet);
        },
        [this](const std::vector<kiosk::DayItem> &items) { show(items); });
}

void DayModel::show(const std::vector<kiosk::DayItem> &items) {
    using State = kiosk::DayItem::State;
    items_ = items;
    noteRead();
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QList<QVariantList> rows;
    for (const auto &item : items) {
        rows.push_back({QString::fromStdString(kiosk::stateWords(say, item.state)), QString::fromStdString(item.words),
                        item.state == State::Good, item.state == State::Wrong, opens(item)});
    }
    rows_.setRows(rows);
    emit changed();
}

QString DayModel::action() const {
    switch (sheet_) {
    case Sheet::Opening: return tr("Print the opening sheet");
    case Sheet::Closing: return tr("Print the closing sheet");
    case Sheet::Week: return tr("Print the sheet of the week");
    }
    return {};
}

void DayModel::showSheets() {
    QList<QVariantList> rows{{tr("Opening"), sheet_ == Sheet::Opening}, {tr("Closing"), sheet_ == Sheet::Closing}};
    if (kiosk().mayFollowUp()) {
        rows.push_back({tr("This week"), sheet_ == Sheet::Week});
    }
    sheets_.setRows(rows);
}

void DayModel::choose(int sheet) {
    const auto chosen = static_cast<Sheet>(sheet);
    if (chosen == sheet_ || waiting() || sheet < 0 || sheet >= sheets_.count()) {
        return;
    }
    clear();
    sheet_ = chosen;
    load();
}

void DayModel::open(int row) {
    if (row < 0 || row >= static_cast<int>(items_.size()) || !opens(items_[static_cast<std::size_t>(row)])) {
        return;
    }
    const auto &item = items_[static_cast<std::size_t>(row)];
    if (item.what == "owed") {
        kiosk().openOwed();
    } else {
        kiosk().openCases(item.what, QString::fromStdString(item.words));
    }
}

void DayModel::printKit() {
    if (waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto kit, kiosk::handReceipts(desk, kKit, printing::Layout::Standard));
            return kiosk::sendPaper(desk, kiosk::jobFor(kit.paper), kit.paper.pdf);
        },
        [this](const storage::Job &job) { showDone(job); });
}

void DayModel::showDone(const storage::Job &job) { done_ = Wording::printed(job); }

void DayModel::print() {
    if (items_.empty() || waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [items = items_, sheet = sheet_](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::daySheet(desk, sheet, items, printing::Layout::Standard));
            return kiosk::sendPaper(desk, kiosk::jobFor(paper), paper.pdf);
        },
        [this](const storage::Job &job) { showDone(job); });
}

} // namespace guichet::ui
