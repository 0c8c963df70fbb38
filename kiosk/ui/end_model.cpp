// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/end_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {
namespace {

bool owed(const storage::Job &job) {
    return job.paper != storage::PaperState::InHand && job.state != storage::JobState::Cancelled;
}

} // namespace

EndModel::EndModel(KioskModel &kiosk) : ViewModel(kiosk), left_({"what", "state", "picked"}) {
    connect(kiosk.papers(), &PapersModel::changed, this, &EndModel::showRows);
}

void EndModel::showRows() {
    QList<QVariantList> rows;
    for (const auto &job : kiosk().papers()->jobs()) {
        if (owed(job)) {
            const auto id = QString::fromStdString(job.id);
            auto what = QString::fromStdString(job.what) + QStringLiteral(", ") + Wording::pages(job.pages);
            if (!job.reference.empty()) { // two receipts have the same words
                what += QStringLiteral(", ") + QString::fromStdString(job.reference);
            }
            rows.push_back({what, inHand_.contains(id) ? tr("In hand") : Wording::job(job), inHand_.contains(id)});
        }
    }
    left_.setRows(rows);
    emit changed();
}

QString EndModel::endSentence() const {
    return left_.count() == 0 ? tr("Nothing is left to hand over.")
                              : tr("Not in hand yet: tick what the person has. The rest stays owed.");
}

QString EndModel::action() const {
    const auto owing = left_.count() - static_cast<int>(inHand_.size());
    return owing > 0 ? tr("End, %n paper(s) owed", "", owing) : tr("End the visit");
}

QString EndModel::missing() const { return {}; }

void EndModel::clear() {
    inHand_.clear();
    left_.setRows({});
    ViewModel::clear();
}

void EndModel::load() {
    inHand_.clear();
    showRows();
    kiosk().papers()->refresh();
}

void EndModel::noteIn(kiosk::Place &place) const {
    auto ids = inHand_.values();
    ids.sort();
    place["in-hand"] = ids.join(u' ').toStdString();
}

void EndModel::takeUp(const kiosk::Place &place) {
    load();
    if (const auto inHand = kiosk::noted(place, "in-hand")) {
        const auto ids = QString::fromStdString(*inHand).split(u' ', Qt::SkipEmptyParts);
        inHand_ = {ids.begin(), ids.end()};
        showRows();
    }
}

void EndModel::toggle(int row) {
    int at = 0;
    for (const auto &job : kiosk().papers()->jobs()) {
        if (owed(job) && at++ == row) {
            const auto id = QString::fromStdString(job.id);
            if (!inHand_.remove(id)) {
                inHand_.insert(id);
            }
        }
    }
    showRows();
}

void EndModel::finish() {
    if (waiting()) {
        return;
    }
    std::vector<std::pair<std::string, int>> handed;
    for (const auto &job : kiosk().papers()->jobs()) {
        if (owed(job) && inHand_.contains(QString::fromStdString(job.id))) {
            handed.emplace_back(job.id, job.pages * job.copies);
        }
    }
    ask<Done>(
        [handed, visit = kiosk().visit()](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            for (const auto &[id, sheets] : handed) {
                GUICHET_TRY(kiosk::handedJob(desk, id, sheets));
            }
            return seat.endVisit(visit);
        },
        [this](Done) { kiosk().wipeVisit(); },
        [this](const Error &error) {
            if (error.code == ErrorCode::FileUnreadable || error.code == ErrorCode::FileUnwritable) {
                // The papers' folder: the next person does not wait for it.
                kiosk().wipeVisit();
                kiosk().setBanner(ViewModel::sentence(error));
                return;
            }
            kiosk().papers()->refresh();
        });
}

} // namespace guichet::ui
