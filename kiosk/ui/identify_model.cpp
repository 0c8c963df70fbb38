// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/identify_model.h"

#include "base/text.h"
#include "kiosk/counter/identify.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

#include <algorithm>
#include <chrono>

namespace guichet::ui {
namespace {

constexpr std::chrono::seconds kLookAtCardEvery{1};

/// As many letters of a name as a search takes.
std::string firstLetters(const std::string &name) {
    constexpr int kLetters = 3;
    return QString::fromStdString(nameKey(name)).left(kLetters).toStdString();
}

/// As far as the card says it, in the words of every list.
PersonWords wordsOf(const kiosk::CardPerson &named) {
    storage::Person person;
    person.traits.birthName = named.surname;
    person.traits.givenNames = named.firstName;
    person.traits.born = storage::BirthDate::parse(named.born).value_or(storage::BirthDate{});
    person.nir = named.nir;
    return Wording::person(person);
}

} // namespace

IdentifyModel::IdentifyModel(KioskModel &kiosk)
    : ViewModel(kiosk), cardPeople_({"label", "about"}), candidates_({"label", "about"}) {
    cardLooks_.setInterval(kLookAtCardEvery);
    connect(&cardLooks_, &QTimer::timeout, this, &IdentifyModel::lookAtCard);
}

void IdentifyModel::forgetFound() {
    searched_ = false;
    people_.clear();
    candidates_.setRows({});
}

void IdentifyModel::setByNumber(bool byNumber) {
    forgetFound();
    set(byCard_, false);
    set(byNumber_, byNumber);
}

void IdentifyModel::setByCard(bool byCard) {
    forgetFound();
    set(byNumber_, false);
    set(byCard_, byCard);
    if (byCard) {
        cardLooks_.start();
        lookAtCard();
    }
}

void IdentifyModel::lookAtCard() {
    if (!byCard_ && !onCard_) {
        cardLooks_.stop(); // after this look
    }
    askQuietly<kiosk::CardSight>([](Seat &seat) -> Result<kiosk::CardSight> { return seat.card->look(); },
                                 [this](Result<kiosk::CardSight> card) {
                                     if (card) {
                                         show(std::move(*card));
                                     }
                                 });
}

void IdentifyModel::show(kiosk::CardSight card) {
    using State = kiosk::CardSight::State;
    const bool other = onCard_ && card.state == State::Read && card.insertion != insertion_;
    if (other && std::ranges::find(card.people, *onCard_) == card.people.end()) {
        kiosk().setBanner(tr("Another Vitale card is in the reader: it is not the one of this visit, which goes on "
                             "without it."));
    }
    insertion_ = other ? card.insertion : insertion_;
    if (card == card_) {
        return;
    }
    card_ = std::move(card);
    QList<QVariantList> rows;
    for (const kiosk::CardPerson &person : card_.people) {
        const PersonWords words = wordsOf(person);
        rows.push_back({words.title, words.under});
    }
    cardPeople_.setRows(rows);
    emit changed();
}

QString IdentifyModel::cardWords() const {
    if (!byCard_) {
        return {};
    }
    switch (card_.state) {
    case kiosk::CardSight::State::NoReader:
        return tr("No card reader is plugged in: search by date of birth or by number.");
    case kiosk::CardSight::State::NoCard: return tr("Put the Vitale card into the reader, its chip first.");
    case kiosk::CardSight::State::NotVitale: return tr("This is not a Vitale card.");
    case kiosk::CardSight::State::Unreadable:
        return tr("The card could not be read: put it in again, or search without it.");
    case kiosk::CardSight::State::Read:
        return tr("The card says whom it names, not who holds it: who is here is asked next.");
    }
    return {};
}

QString IdentifyModel::birthGiven() const {
    if (byCard_) {
        return onCard_ ? QString::fromStdString(onCard_->born) : QString{};
    }
    return byNumber_ ? QString{} : birth_;
}

QString IdentifyModel::numberGiven() const {
    if (byCard_) {
        return onCard_ ? QString::fromStdString(onCard_->nir) : QString{};
    }
    return byNumber_ ? number_ : QString{};
}

void IdentifyModel::setBirth(const QString &birth) {
    forgetFound();
    birthEntered_ = false;
    set(birth_, birth);
}

void IdentifyModel::setLetters(const QString &letters) {
    forgetFound();
    set(letters_, letters);
}

void IdentifyModel::setNumber(const QString &number) {
    forgetFound();
    set(number_, number);
}

QString IdentifyModel::birthUnderstood() const { return Wording::typedDate(birth_, kiosk().today()).understood; }

QString IdentifyModel::birthProblem() const {
    return birthEntered_ && birth_.isEmpty() ? tr("Enter the date of birth")
                                             : Wording::typedDate(birth_, kiosk().today(), birthEntered_).problem;
}

bool IdentifyModel::enterBirth() {
    set(birthEntered_, true);
    return birthProblem().isEmpty();
}

QString IdentifyModel::numberMasked() const { return Wording::masked(number_); }

QString IdentifyModel::numberUnderstood() const {
    const auto nir = storage::parseNir(number_.toStdString());
    return nir ? QString::fromStdString(storage::formatNir(nir->full())) : QString{};
}

QString IdentifyModel::numberProblem() const {
    const auto nir = storage::parseNir(number_.toStdString());
    if (nir || nir.error().code == ErrorCode::NirLength) {
        return {};
    }
    return sentence(nir.error());
}

QString IdentifyModel::missing() const {
    if (byCard_) {
        return card_.people.empty()       ? tr("Put the card in")
               : card_.people.size() == 1 ? QString{}
                                          : tr("Choose who it is for");
    }
    if (byNumber_) {
        return storage::parseNir(number_.toStdString()) ? QString{} : tr("Enter the number");
    }
    return readBirthDate(birth_.toStdString(), kiosk().today()) ? QString{} : tr("Enter the date of birth");
}

QString IdentifyModel::found() const {
    if (!searched_) {
        return {};
    }
    return people_.empty() ? tr("Nobody was found.")
                           : tr("%n person(s) found: which one?", "", static_cast<int>(people_.size()));
}

void IdentifyModel::clear() {
    cardLooks_.stop();
    card_ = {};
    onCard_.reset();
    cardPeople_.setRows({});
    byCard_ = false;
    byNumber_ = false;
    birth_.clear();
    birthEntered_ = false;
    letters_.clear();
    number_.clear();
    search_ = {};
    forgetFound();
    ViewModel::clear();
}

void IdentifyModel::show(std::vector<storage::FoundPerson> people) {
    searched_ = true;
    people_ = std::move(people);
    QList<QVariantList> rows;
    for (const auto &found : people_) {
        const auto words = Wording::person(found.person);
        rows.push_back({words.title + QStringLiteral(", ") + words.under,
                        found.match == storage::Match::Near ? tr("Not all of it fits: check with care") : QString{}});
    }
    candidates_.setRows(rows);
    emit changed();
}

void IdentifyModel::find() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    if (byCard_) {
        chooseOnCard(0);
        return;
    }
    storage::PersonSearch wanted;
    if (byNumber_) {
        wanted.nir = number_.toStdString();
    } else {
        wanted.born = readBirthDate(birth_.toStdString(), kiosk().today())->text();
        if (!letters_.trimmed().isEmpty()) {
            wanted.name = letters_.trimmed().toStdString();
        }
    }
    search(wanted);
}

void IdentifyModel::chooseOnCard(int row) {
    if (!byCard_ || waiting() || row < 0 || row >= static_cast<int>(card_.people.size())) {
        return;
    }
    onCard_ = card_.people[static_cast<std::size_t>(row)];
    insertion_ = card_.insertion;
    if (!storage::parseNir(onCard_->nir)) { // the number is not on it, or is none
        searchByCardsBirth();
        return;
    }
    storage::PersonSearch wanted;
    wanted.nir = onCard_->nir;
    search(wanted);
}

void IdentifyModel::searchByCardsBirth() {
    storage::PersonSearch wanted;
    wanted.born = onCard_->born;
    wanted.name = firstLetters(onCard_->surname);
    search(wanted);
}

void IdentifyModel::search(const storage::PersonSearch &wanted) {
    search_ = wanted;
    using Found = std::vector<storage::FoundPerson>;
    ask<Found>(
        [wanted](Seat &seat) -> Result<Found> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::findPersons(desk, wanted);
        },
        [this](Found people) { foundBySearch(std::move(people)); });
}

void IdentifyModel::foundBySearch(std::vector<storage::FoundPerson> people) {
    if (byCard_ && people.empty() && search_.nir && !onCard_->born.empty()) { // a number may be new
        searchByCardsBirth();
        return;
    }
    show(std::move(people));
    if (byCard_ && people_.size() > 1) { // several share a number: the card says when each was born
        const auto fits = [this](const storage::FoundPerson &one) {
            return one.person.traits.born.text() == onCard_->born;
        };
        const auto first = std::ranges::find_if(people_, fits);
        if (std::ranges::count_if(people_, fits) == 1) {
            choose(static_cast<int>(first - people_.begin()));
        }
    } else if (people_.size() == 1) {
        choose(0);
    }
}

void IdentifyModel::choose(int row) {
    if (row < 0 || row >= static_cast<int>(people_.size())) {
        return;
    }
    const auto &person = people_[static_cast<std::size_t>(row)].person;
    kiosk().presence()->ask(person, kiosk::askableTraits(person, search_));
    kiosk().go(KioskModel::Presence);
}

void IdentifyModel::goOnWithoutName() {
    kiosk().serve(std::nullopt, Wording::nobody());
    kiosk().openPerson();
}

} // namespace guichet::ui
