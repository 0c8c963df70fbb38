// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/presence_model.h"

#include "base/text.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/wording.h"

#include <array>

namespace guichet::ui {
namespace {

using kiosk::IdentitySeen;
using kiosk::Who;

/// The most frequent first.
constexpr std::array kWhos{Who::Self,    Who::Parent, Who::Guardian, Who::Assistance, Who::Proxy,
                           Who::Mandate, Who::Heir,   Who::Bearer,   Who::Helper};
constexpr std::array kSeens{IdentitySeen::IdCard,
                            IdentitySeen::Passport,
                            IdentitySeen::ResidencePermit,
                            IdentitySeen::DrivingLicence,
                            IdentitySeen::Vitale,
                            IdentitySeen::Other,
                            IdentitySeen::None};

} // namespace

PresenceModel::PresenceModel(KioskModel &kiosk)
    : ViewModel(kiosk), traits_({"label", "picked"}), whos_({"label", "picked"}), seens_({"label", "picked"}) {
    showRows();
}

void PresenceModel::showRows() {
    QList<QVariantList> traits;
    for (std::size_t i = 0; i < askable_.size(); ++i) {
        traits.push_back({Wording::trait(askable_[i]), i == asked_});
    }
    traits_.setRows(traits);
    const std::array whoLabels{tr("The person"),
                               tr("A parent"),
                               tr("A guardian"),
                               tr("With assistance"),
                               tr("With a proxy"),
                               tr("With a mandate"),
                               tr("An heir"),
                               tr("Somebody who brings a paper"),
                               tr("A helper, with the person")};
    QList<QVariantList> whos;
    for (std::size_t i = 0; i < kWhos.size(); ++i) {
        whos.push_back({whoLabels.at(i), kWhos.at(i) == presence_.who});
    }
    whos_.setRows(whos);
    QList<QVariantList> seens;
    for (const auto seen : kSeens) {
        seens.push_back({Wording::seen(seen), seenChosen_ && seen == presence_.seen});
    }
    seens_.setRows(seens);
    emit changed();
}

const QString &PresenceModel::under() const {
    const bool asksBirth = asksTrait() && std::ranges::find(askable_, kiosk::Trait::BirthDate) != askable_.end();
    return asksBirth ? number_ : words_.under;
}

QString PresenceModel::traitMasked() const {
    return !askable_.empty() && askable_[asked_] == kiosk::Trait::Number ? Wording::masked(answer_) : answer_;
}

QString PresenceModel::traitLabel() const { return askable_.empty() ? QString{} : Wording::trait(askable_[asked_]); }

QString PresenceModel::traitHint() const { return askable_.empty() ? QString{} : Wording::traitHint(askable_[asked_]); }

QString PresenceModel::traitMatch() const { return matched_ ? tr("It matches.") : QString{}; }

void PresenceModel::setTrait(const QString &answer) {
    traitProblem_.clear();
    set(answer_, answer);
}

QString PresenceModel::whoDetail() const {
    switch (presence_.who) {
    case Who::Self: return {};
    case Who::Parent: return tr("For a minor. What the minor asked to keep to themselves stays hidden.");
    case Who::Guardian: return tr("A measure with representation, or a family authorisation.");
    case Who::Assistance: return tr("The protected person decides and signs; they must agree expressly.");
    case Who::Proxy:
        return tr("A health insurance proxy covers a few matters for one month: neither records nor opt-outs.");
    case Who::Mandate: return tr("A written mandate for this, and both identities.");
    case Who::Heir: return tr("Heir, spouse or partner of somebody who has died.");
    case Who::Bearer:
        return tr(
            "Hands in a paper that the person has signed, and learns nothing. The receipt goes to the one who signed.");
    case Who::Helper: return tr("The person is here and acts; the helper only accompanies.");
    }
    return {};
}

void PresenceModel::setName(const QString &name) {
    presence_.name = trim(name.toStdString());
    emit changed();
}

QString PresenceModel::mandate() const {
    const auto *title = kiosk().catalogue().title(kiosk::toText(presence_.who));
    if (title == nullptr || title->mandate.empty()) {
        return {};
    }
    return tr("Seen: %1").arg(QString::fromStdString(title->mandate.in(kiosk().language())));
}

QString PresenceModel::possible() const {
    if (presence_.who == Who::Bearer) {
        return tr("Papers can be received. Nothing about the person is shown or printed.");
    }
    if (seenChosen_ && presence_.seen == IdentitySeen::None) {
        return tr("Without a document: requests and opt-outs can be received, blank forms printed. Nothing held about "
                  "the person is shown.");
    }
    return {};
}

QString PresenceModel::missing() const {
    if (asksTrait() && answer_.trimmed().isEmpty()) {
        return tr("Ask for one more thing");
    }
    if (asksName() && presence_.name.empty()) {
        return tr("Enter who is here");
    }
    if (!seenChosen_) {
        return tr("Choose what was shown");
    }
    return {};
}

void PresenceModel::clear() {
    person_.clear();
    words_ = {};
    askable_.clear();
    asked_ = 0;
    answer_.clear();
    traitProblem_.clear();
    matched_ = false;
    presence_ = {};
    seenChosen_ = false;
    ViewModel::clear();
    showRows();
}

void PresenceModel::ask(const storage::Person &person, std::vector<kiosk::Trait> askable) {
    clear();
    person_ = person.id;
    words_ = Wording::person(person);
    number_ = Wording::number(person);
    askable_ = std::move(askable);
    showRows();
}

void PresenceModel::welcome(const std::string &person, const PersonWords &words) {
    clear();
    person_ = person;
    words_ = words;
    showRows();
}

void PresenceModel::chooseTrait(int row) {
    if (row >= 0 && row < static_cast<int>(askable_.size())) {
        asked_ = static_cast<std::size_t>(row);
        answer_.clear();
        traitProblem_.clear();
        showRows();
    }
}

void PresenceModel::chooseWho(int row) {
    if (row >= 0 && row < static_cast<int>(kWhos.size())) {
        presence_.who = kWhos.at(static_cast<std::size_t>(row));
        presence_.mandateSeen = false;
        if (!asksName()) {
            presence_.name.clear();
        }
        showRows();
    }
}

void PresenceModel::toggleMandate() {
    presence_.mandateSeen = !presence_.mandateSeen;
    emit changed();
}

void PresenceModel::chooseSeen(int row) {
    if (row >= 0 && row < static_cast<int>(kSeens.size())) {
        presence_.seen = kSeens.at(static_cast<std::size_t>(row));
        seenChosen_ = true;
        showRows();
    }
}

void PresenceModel::checkTrait() {
    if (!asksTrait() || answer_.trimmed().isEmpty() || waiting()) {
        return;
    }
    auto answer = answer_.trimmed().toStdString();
    const auto trait = askable_[asked_];
    if (trait == kiosk::Trait::BirthDate) {
        const auto born = readBirthDate(answer, kiosk().today());
        if (!born) {
            traitProblem_ = sentence(born.error());
            emit changed();
            return;
        }
        answer = born->text();
    }
    ViewModel::ask<bool>(
        [person = person_, trait, answer](Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::answerMatches(desk, person, trait, answer);
        },
        [this](bool matches) {
            matched_ = matches;
            if (matches) {
                emit traitMatched();
            }
            traitProblem_ =
                matches ? QString{} : tr("No match: “%1”. Ask again, or for something else.").arg(traitMasked());
            answer_.clear();
            if (matches && missing().isEmpty()) {
                proceed();
            }
        });
}

void PresenceModel::confirm() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    if (asksTrait()) {
        checkTrait();
        return;
    }
    proceed();
}

void PresenceModel::proceed() {
    if (const auto whole = presence_.check(); !whole) {
        setProblem(sentence(whole.error()));
        return;
    }
    kiosk().serve(person_, words_);
    kiosk().setPresence(presence_, Wording::presence(presence_));
    kiosk().openPerson();
}

} // namespace guichet::ui
