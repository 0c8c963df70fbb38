// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/help_model.h"

#include "kiosk/counter/help.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/ui/colleague_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/news_model.h"
#include "kiosk/ui/wording.h"

#include <QMetaEnum>

namespace guichet::ui {
namespace {

QStringList wordsOf(const std::vector<std::string> &sentences) {
    QStringList words;
    for (const auto &sentence : sentences) {
        words.push_back(QString::fromStdString(sentence));
    }
    return words;
}

} // namespace

HelpModel::HelpModel(KioskModel &kiosk) : ViewModel(kiosk), keys_({"key", "does"}) {
    QList<QVariantList> rows;
    for (const auto &key : kiosk.catalogue().helpKeys()) {
        rows.push_back({QString::fromStdString(key.key.in(kiosk.language())),
                        QString::fromStdString(key.does.in(kiosk.language()))});
    }
    keys_.setRows(rows);
}

std::string HelpModel::pageOf(int screen) {
    const auto *name = QMetaEnum::fromType<KioskModel::Screen>().valueToKey(screen);
    std::string page;
    for (const auto letter : QByteArray(name)) {
        if (letter >= 'A' && letter <= 'Z') {
            page += page.empty() ? "" : "-";
            page += static_cast<char>(letter - 'A' + 'a');
        } else {
            page += letter;
        }
    }
    return page;
}

QString HelpModel::title() const {
    const auto *page = kiosk().catalogue().helpPage(pageOf(kiosk().screen()));
    return page == nullptr ? QString{} : QString::fromStdString(page->title.in(kiosk().language()));
}

QString HelpModel::about() const {
    const auto *page = kiosk().catalogue().helpPage(pageOf(kiosk().screen()));
    return page == nullptr ? QString{} : QString::fromStdString(page->about.in(kiosk().language()));
}

QStringList HelpModel::steps() const {
    const auto *page = kiosk().catalogue().helpPage(pageOf(kiosk().screen()));
    auto words = page == nullptr ? QStringList{} : wordsOf(page->steps.in(kiosk().language()));
    for (int step = 0; step < words.size(); ++step) {
        words[step] = QStringLiteral("%1. %2").arg(step + 1).arg(words[step]);
    }
    return words;
}

QStringList HelpModel::stuck() const {
    const auto *page = kiosk().catalogue().helpPage(pageOf(kiosk().screen()));
    return page == nullptr ? QStringList{} : wordsOf(page->stuck.in(kiosk().language()));
}

bool HelpModel::printable() const { return kiosk().mayServe(); }

bool HelpModel::canCall() const { return !kiosk().agent().isEmpty(); }

void HelpModel::clear() {
    open_ = false;
    done_.clear();
    ViewModel::clear();
}

void HelpModel::toggle() {
    const bool opens = !open_;
    clear();
    open_ = opens;
    emit changed();
}

void HelpModel::close() {
    if (open_) {
        clear();
        emit changed();
    }
}

void HelpModel::openNews() {
    close();
    kiosk().news()->open();
}

void HelpModel::callColleague() {
    close();
    kiosk().colleague()->call();
}

void HelpModel::print() {
    if (!printable() || waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [page = pageOf(kiosk().screen()), visit = kiosk().visit().id](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::printedHelp(desk, page, {}));
            auto job = kiosk::jobFor(paper);
            job.visit = visit;
            return kiosk::sendPaper(desk, job, paper.pdf);
        },
        [this](const storage::Job &job) { done_ = Wording::job(job); });
}

} // namespace guichet::ui
