// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/news_model.h"

#include "kiosk/counter/news.h"
#include "kiosk/ui/kiosk_model.h"

namespace guichet::ui {

NewsModel::NewsModel(KioskModel &kiosk) : ViewModel(kiosk), changes_({"words", "heading"}) {}

void NewsModel::clear() {
    shown_ = false;
    unread_ = false;
    ViewModel::clear();
}

void NewsModel::show(const std::vector<const kiosk::News *> &news) {
    QList<QVariantList> rows;
    for (const auto *one : news) {
        rows.push_back({tr("Version %1").arg(QString::fromStdString(one->version)), true});
        for (const auto &sentence : one->changes.in(kiosk().language())) {
            rows.push_back({QString::fromStdString(sentence), false});
        }
    }
    changes_.setRows(rows);
    shown_ = true;
    emit changed();
}

void NewsModel::welcome(const std::vector<const kiosk::News *> &unread) {
    if (unread.empty() || kiosk().screen() != KioskModel::Home) {
        return; // who comes back into a visit goes on with it; they are told at their next sign-in
    }
    unread_ = true;
    show(unread);
}

void NewsModel::open() {
    std::vector<const kiosk::News *> all;
    for (const auto &one : kiosk().catalogue().news()) {
        all.push_back(&one);
    }
    show(all);
}

void NewsModel::close() {
    const bool toNote = unread_;
    clear();
    emit changed();
    if (toNote) {
        askQuietly<Done>(
            [](Seat &seat) -> Result<Done> {
                GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
                GUICHET_TRY(kiosk::markNewsRead(desk));
                return Done{};
            },
            [](const auto &) {}); // what is not written is shown once more
    }
}

} // namespace guichet::ui
