// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/forms_model.h"

#include "kiosk/catalogue/form_search.h"
#include "kiosk/catalogue/refusals.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/refusals.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {

namespace {

/// As many as a queue of a morning takes.
constexpr int kForTheQueue = 10;

} // namespace

FormsModel::FormsModel(KioskModel &kiosk) : ViewModel(kiosk), lists_({"label", "picked"}), rows_({"title", "number"}) {}

QString FormsModel::under() const {
    return list_ == List::Numbered
               ? tr("One touch prints ten, each with its number and a receipt to tear off. They are keyed in later.")
               : tr("One touch prints one copy. Nothing is noted about anybody.");
}

void FormsModel::clear() {
    done_.clear();
    said_.clear();
    found_.clear();
    list_ = List::BlankForms;
    ViewModel::clear();
}

void FormsModel::load() {
    lists_.setRows({{tr("Blank forms"), list_ == List::BlankForms},
                    {tr("Ten for the queue, numbered"), list_ == List::Numbered},
                    {tr("Explain a refusal"), list_ == List::Refusals}});
    shown_.clear();
    if (sought()) {
        showForms();
    } else {
        showRefusals();
    }
    emit changed();
}

void FormsModel::choose(int list) {
    if (list < 0 || list >= lists_.count() || list == static_cast<int>(list_) || waiting()) {
        return;
    }
    clear();
    list_ = static_cast<List>(list);
    load();
}

void FormsModel::showForms() {
    const auto found = kiosk::findForms(kiosk().catalogue(), said_.toStdString());
    const bool onlyScopes = found.nothing && !found.scopes.empty();
    found_ = found.nothing && !onlyScopes ? Wording::noForm() : QString{};
    QList<QVariantList> rows;
    const bool numbered = list_ == List::Numbered;
    for (const auto *scope : found.scopes) {
        shown_.emplace_back(
            [id = scope->id, numbered](kiosk::Desk &desk, const kiosk::PaperWish &wish) -> Result<kiosk::MadePaper> {
                if (!numbered) {
                    return kiosk::blankOptoutForm(desk, {id}, wish);
                }
                GUICHET_ASSIGN(auto made, kiosk::numberedOptoutForms(desk, {id}, kForTheQueue, wish));
                return std::move(made.paper);
            });
        rows.push_back({QString::fromStdString(scope->title.in(kiosk().language())), tr("A refusal, an opt-out")});
    }
    for (const auto *form : onlyScopes ? std::vector<const kiosk::Form *>{} : found.forms) {
        shown_.emplace_back(
            [id = form->id, numbered](kiosk::Desk &desk, const kiosk::PaperWish &wish) -> Result<kiosk::MadePaper> {
                if (!numbered) {
                    return kiosk::blankForm(desk, id, wish);
                }
                GUICHET_ASSIGN(auto made, kiosk::numberedForms(desk, id, kForTheQueue, wish));
                return std::move(made.paper);
            });
        rows.push_back({QString::fromStdString(form->title.in(kiosk().language())), Wording::edition(*form)});
    }
    rows_.setRows(rows);
}

void FormsModel::showRefusals() {
    QList<QVariantList> rows;
    for (const auto &refusal : kiosk::refusalsOf(kiosk().catalogue())) {
        shown_.emplace_back([id = refusal.id](kiosk::Desk &desk, const kiosk::PaperWish &wish) {
            return kiosk::explainRefusal(desk, id, wish);
        });
        rows.push_back({QString::fromStdString(refusal.title.in(kiosk().language())),
                        QString::fromStdString(refusal.laws.front().basis)});
    }
    rows_.setRows(rows);
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
    ask<storage::Job>(
        [make = shown_[static_cast<std::size_t>(row)],
         visit = list_ == List::Numbered ? std::string() : kiosk().visit().id, // nobody's
         wish = kiosk::PaperWish{.layout = printing::Layout::Standard, .readingCopy = kiosk().readingCopy()}](
            Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, make(desk, wish));
            auto job = kiosk::jobFor(paper);
            job.visit = visit;
            return kiosk::sendPaper(desk, job, paper.pdf);
        },
        [this, title = rows_.at(row, "title").toString()](const storage::Job &job) {
            done_ = title + QStringLiteral(" – ") + Wording::job(job);
        });
}

} // namespace guichet::ui
