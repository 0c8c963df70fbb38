// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/forms_model.h"

#include "kiosk/catalogue/form_search.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {

FormsModel::FormsModel(KioskModel &kiosk) : ViewModel(kiosk), rows_({"title", "number"}) {}

void FormsModel::clear() {
    done_.clear();
    said_.clear();
    found_.clear();
    ViewModel::clear();
}

void FormsModel::load() {
    const auto found = kiosk::findForms(kiosk().catalogue(), said_.toStdString());
    found_ = found.nothing ? Wording::noForm() : QString{};
    shown_.clear();
    QList<QVariantList> rows;
    for (const auto *form : found.forms) {
        shown_.push_back(form->id);
        rows.push_back({QString::fromStdString(form->title.in(kiosk().language())), Wording::edition(*form)});
    }
    rows_.setRows(rows);
    emit changed();
}

void FormsModel::setSaid(const QString &said) {
    if (said_ != said) {
        said_ = said;
        load();
    }
}

void FormsModel::print(int row) {
    if (row < 0 || row >= static_cast<int>(shown_.size()) || waiting()) {
        return;
    }
    done_.clear();
    const auto &form = *kiosk().catalogue().form(shown_[static_cast<std::size_t>(row)]);
    ask<storage::Job>(
        [id = form.id, visit = kiosk().visit()](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::blankForm(desk, id, {}));
            auto job = kiosk::jobFor(paper);
            job.visit = visit.id;
            return kiosk::sendPaper(desk, job, paper.pdf);
        },
        [this, title = QString::fromStdString(form.title.in(kiosk().language()))](const storage::Job &job) {
            done_ = title + QStringLiteral(" – ") + Wording::job(job);
        });
}

} // namespace guichet::ui
