// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/left_visits_model.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <QLocale>
#include <QTime>

namespace guichet::ui {

LeftVisitsModel::LeftVisitsModel(KioskModel &kiosk) : ViewModel(kiosk), rows_({"label"}) {}

void LeftVisitsModel::clear() {
    left_.clear();
    rows_.setRows({});
    ViewModel::clear();
}

void LeftVisitsModel::show(std::vector<Left> left) {
    left_ = std::move(left);
    QList<QVariantList> rows;
    for (const auto &one : left_) {
        rows.push_back({one.label});
    }
    rows_.setRows(rows);
    emit changed();
}

void LeftVisitsModel::refresh() {
    askQuietly<std::vector<Left>>(
        [](Seat &seat) -> Result<std::vector<Left>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto visits, kiosk::leftVisits(desk));
            std::vector<Left> left;
            for (const auto &one : visits) {
                const auto begun = desk.calendar.localTime(one.begun);
                const auto time = QLocale().toString(QTime(begun.hour, begun.minute), QLocale::ShortFormat);
                left.push_back({one.id, tr("Begun at %1 by %2").arg(time, QString::fromStdString(one.agent))});
            }
            return left;
        },
        [this](Result<std::vector<Left>> left) {
            if (left) {
                show(std::move(*left));
            } else {
                setProblem(sentence(left.error()));
            }
        });
}

void LeftVisitsModel::takeUp(int row) {
    if (row < 0 || row >= static_cast<int>(left_.size()) || waiting()) {
        return;
    }
    struct Again {
        Seat::TakenUp visit;
        std::optional<storage::Person> person;
    };
    ask<Again>(
        [id = left_[static_cast<std::size_t>(row)].id](Seat &seat) -> Result<Again> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            Again again;
            GUICHET_ASSIGN(again.visit, seat.takeUpVisit(id));
            if (const auto &person = again.visit.visit.person) {
                GUICHET_ASSIGN(again.person, desk.store.people().get(*person));
            }
            return again;
        },
        [this](const Again &again) { kiosk().takeUp(again.visit, again.person); },
        [this](const Error &) { refresh(); });
}

} // namespace guichet::ui
