// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/person_model.h"

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/records.h"
#include "kiosk/counter/register_checks.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/titles.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"
#include "storage/register/acts.h"

#include <algorithm>

namespace guichet::ui {
namespace {

/// In the order of the screens.
constexpr std::array kCountedCategories{document::Category::Result,        document::Category::Prescription,
                                        document::Category::Reimbursement, document::Category::Hospital,
                                        document::Category::Certificate,   document::Category::Other};

} // namespace

PersonModel::PersonModel(KioskModel &kiosk)
    : ViewModel(kiosk), categories_({"label", "amount"}), acts_({"title", "reference", "status", "detail"}) {
    for (const auto signal : {&KioskModel::screenChanged, &KioskModel::veilChanged}) {
        connect(&kiosk, signal, this, [this] { set(number_, QString{}); });
    }
}

void PersonModel::clear() {
    categories_.setRows({});
    acts_.setRows({});
    mayRead_ = false;
    notice_.clear();
    hasNumber_ = false;
    number_.clear();
    optouts_.clear();
    contact_.clear();
    receipts_.clear();
    ViewModel::clear();
}

void PersonModel::show(const Page &page) {
    QList<QVariantList> categories;
    int all = 0;
    for (const auto category : kCountedCategories) {
        const auto count = page.page.records.contains(category) ? page.page.records.at(category) : 0;
        all += count;
        if (category == document::Category::Other && count == 0) {
            continue;
        }
        categories.push_back({Wording::category(category), page.refusal ? QString{} : QString::number(count)});
    }
    categories_.setRows(categories);
    kiosk().setPersonLanguage(page.page.person.language);
    QList<QVariantList> acts;
    receipts_.clear();
    qsizetype title = 0;
    for (const auto *list : {&page.page.optouts, &page.page.requests}) {
        for (const auto &act : *list) {
            receipts_.emplace_back(act.receipt, act.reference);
            acts.push_back({page.titles.value(title++), QString::fromStdString(act.reference), Wording::status(act),
                            tr("received on %1").arg(Wording::day(act.received))});
        }
    }
    acts_.setRows(page.refusal ? QList<QVariantList>{} : acts); // by its receipt a case is found all the same
    optouts_ = page.page.optouts;
    mayRead_ = !page.refusal;
    hasNumber_ = !page.page.person.nir.empty();
    number_.clear();
    contact_ = page.refusal                ? QString{}
               : page.page.contact.empty() ? tr("not said yet")
                                           : ContactModel::words(kiosk(), page.page.contact);
    notice_ = page.refusal ? sentence(*page.refusal)
              : all == 0   ? tr("No document to show here. Each category says whom to ask for one.")
                           : QString{};
    emit changed();
    if (const auto brought = kiosk().takeReceipt(); !brought.empty()) {
        openReceipt(brought);
    }
}

void PersonModel::toggleNumber() {
    if (!number_.isEmpty() || !hasNumber() || waiting()) {
        set(number_, QString{});
        return;
    }
    ViewModel::ask<std::string>(
        [visit = kiosk().visit()](Seat &seat) -> Result<std::string> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::showNumber(desk, *visit.person, visit.presence);
        },
        [this](const std::string &number) {
            if (kiosk().screen() == KioskModel::Person && kiosk().veil() == KioskModel::Clear) {
                number_ = QString::fromStdString(storage::formatNir(number));
            }
        });
}

void PersonModel::openAct(int row) {
    const auto reference = row >= 0 && row < acts_.count() ? acts_.at(row, "reference").toString() : QString{};
    if (!reference.isEmpty()) {
        kiosk().openCase(reference.toStdString());
    }
}

void PersonModel::openContact() { kiosk().contact()->openForPerson(); }

void PersonModel::openReceipt(const std::string &reference) {
    if (kiosk().screen() != KioskModel::Person || kiosk().veil() != KioskModel::Clear) {
        return; // something else is done by now
    }
    const auto found = std::ranges::find_if(
        receipts_, [&](const auto &act) { return act.first == reference || act.second == reference; });
    if (found == receipts_.end()) {
        kiosk().setBanner(tr("This receipt is not one of this person’s, or not of this counter."));
    } else {
        kiosk().openCase(found->second);
    }
}

void PersonModel::takeReceipt(const QString &code, const QString &onUsKeys) {
    ViewModel::ask<std::string>(
        [spellings = std::vector{code.toStdString(), onUsKeys.toStdString()}](Seat &seat) -> Result<std::string> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::receiptOfOurs(desk, spellings);
        },
        [this](const std::string &reference) { openReceipt(reference); });
}

void PersonModel::load() {
    kiosk().papers()->refresh();
    const auto visit = kiosk().visit();
    if (!visit.person) {
        clear();
        ViewModel::ask<Done>([visit](Seat &seat) { return seat.beginVisit(visit); }, [](Done) {});
        return;
    }
    ViewModel::ask<Page>(
        [visit](Seat &seat) -> Result<Page> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(seat.beginVisit(visit));
            Page page;
            GUICHET_ASSIGN(page.page, kiosk::openPerson(desk, *visit.person));
            // Who is here looks on: what they may not be shown is not counted either.
            page.page.records.clear();
            if (const auto allowed = kiosk::mayDisclose(desk, page.page.person, visit.presence); !allowed) {
                page.refusal = allowed.error();
            } else {
                GUICHET_ASSIGN(const auto sealed, kiosk::listSealed(desk, *visit.person, visit.presence));
                for (const kiosk::SealedRecord &record : sealed) {
                    page.page.records[record.category] += storage::isCounted(record.state) ? 1 : 0;
                }
            }
            const auto &catalogue = desk.machine.catalogue;
            for (const auto *acts : {&page.page.optouts, &page.page.requests}) {
                for (const auto &act : *acts) {
                    page.titles.push_back(QString::fromStdString(kiosk::titleOf(catalogue, act, desk.language)));
                }
            }
            return page;
        },
        [this](const Page &page) { show(page); });
}

} // namespace guichet::ui
