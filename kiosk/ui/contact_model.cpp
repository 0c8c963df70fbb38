// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/contact_model.h"

#include "kiosk/counter/act_common.h"
#include "kiosk/counter/titles.h"
#include "kiosk/ui/act_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::ui {
namespace {

using storage::ContactPreference;

constexpr std::string_view kOtherAddress = "other-address";
constexpr std::string_view kTelephone = "telephone";
constexpr std::string_view kEmail = "email";

std::optional<ContactPreference> firstOf(const std::vector<ContactPreference> &wishes) {
    return wishes.empty() ? std::nullopt : std::optional(wishes.front());
}

} // namespace

ContactModel::ContactModel(KioskModel &kiosk) : ViewModel(kiosk), rows_({"label", "picked"}) {}

QString ContactModel::words(const KioskModel &kiosk, const std::vector<ContactPreference> &wishes) {
    const kiosk::Texts say(kiosk.catalogue(), kiosk.language(), kiosk.today());
    return QString::fromStdString(kiosk::replyWords(say, wishes));
}

QString ContactModel::title() const { return tr("How is the person told?"); }

QString ContactModel::under() const {
    if (std::holds_alternative<OfPerson>(subject_)) {
        return tr("Of all that is signed from now on. For one request it can be said otherwise.");
    }
    return tr("Of this request alone. It is printed on the receipt, and every letter keeps to it.");
}

QString ContactModel::detailLabel() const {
    return means_ == kOtherAddress ? tr("Which address")
           : means_ == kTelephone  ? tr("Which number")
           : means_ == kEmail      ? tr("Which e-mail address")
                                   : QString{};
}

bool ContactModel::digits() const { return means_ == kTelephone; }

QString ContactModel::known() const {
    return means_ == kTelephone && known_.phone ? tr("Empty: the number that is known")
           : means_ == kEmail && known_.email   ? tr("Empty: the address that is known")
                                                : QString{};
}

QString ContactModel::missing() const {
    if (means_.empty()) {
        return tr("Choose how");
    }
    return !detailLabel().isEmpty() && known().isEmpty() && detail_.trimmed().isEmpty() ? tr("Write where to")
                                                                                        : QString{};
}

void ContactModel::clear() {
    subject_ = {};
    known_ = {};
    means_.clear();
    detail_.clear();
    rows_.setRows({});
    ViewModel::clear();
}

void ContactModel::openForPerson() { open(OfPerson{}, std::nullopt); }

void ContactModel::openForAct(const storage::Act &act) { open(OfAct{act.type, act.reference}, std::nullopt); }

void ContactModel::openForSigning(ActModel &act) { open(QPointer(&act), act.contactWish()); }

void ContactModel::open(Subject subject, std::optional<ContactPreference> now) {
    clear();
    subject_ = std::move(subject);
    showRows();
    kiosk().openContact();
    ask<Known>(
        [subject = subject_, now = std::move(now), visit = kiosk().visit()](Seat &seat) -> Result<Known> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            std::string id = visit.person.value_or(std::string());
            Known known{.now = now};
            if (const auto *of = std::get_if<OfAct>(&subject)) {
                storage::Acts acts(desk.entries);
                GUICHET_ASSIGN(const auto act, kiosk::actOf(acts, of->type, of->reference));
                GUICHET_ASSIGN(const auto wishes, kiosk::contactOf(acts, act));
                known.now = firstOf(wishes);
                id = act.person;
            }
            GUICHET_ASSIGN(const auto person, desk.store.people().get(id));
            known.phone = !person.phone.empty();
            known.email = !person.email.empty();
            if (!known.now && !std::holds_alternative<OfAct>(subject)) {
                GUICHET_ASSIGN(const auto wishes, desk.store.people().contact(id));
                known.now = firstOf(wishes);
            }
            if (!now && !kiosk::mayDisclose(desk, person, visit.presence) && known.now) {
                known.now->detail.clear(); // an address that may be kept from whoever is here
            }
            return known;
        },
        [this](const Known &known) { show(known); });
}

void ContactModel::show(const Known &known) {
    known_ = known;
    means_ = known.now ? known.now->means : std::string();
    detail_ = known.now ? QString::fromStdString(known.now->detail) : QString{};
    showRows();
}

void ContactModel::showRows() {
    QList<QVariantList> rows;
    for (const auto &means : kiosk::contactMeans()) {
        rows.push_back({Wording::capital(words(kiosk(), {{means, {}}})), means == means_});
    }
    rows_.setRows(rows);
    emit changed();
}

void ContactModel::choose(int row) {
    const auto all = kiosk::contactMeans();
    if (row >= 0 && row < static_cast<int>(all.size()) && all[static_cast<std::size_t>(row)] != means_) {
        means_ = all[static_cast<std::size_t>(row)];
        detail_.clear(); // it was of another kind
        showRows();
    }
}

void ContactModel::note() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    ContactPreference wish{means_, detailLabel().isEmpty() ? std::string() : detail_.trimmed().toStdString()};
    ask<ContactPreference>(
        [subject = subject_, wish = std::move(wish), visit = kiosk().visit()](Seat &seat) -> Result<ContactPreference> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            if (const auto *of = std::get_if<OfAct>(&subject)) {
                GUICHET_TRY(kiosk::changeContact(desk, of->type, of->reference, wish));
                return wish;
            }
            const auto id = visit.person.value_or(std::string());
            if (std::holds_alternative<OfPerson>(subject)) {
                GUICHET_TRY(kiosk::changePersonContact(desk, id, visit.presence, wish));
                return wish;
            }
            GUICHET_ASSIGN(const auto person, desk.store.people().get(id));
            return kiosk::checkedContact(person, wish);
        },
        [this](const ContactPreference &checked) {
            if (const auto *signing = std::get_if<QPointer<ActModel>>(&subject_); signing != nullptr && *signing) {
                (*signing)->setContact(checked);
            }
            kiosk().back();
        });
}

} // namespace guichet::ui
