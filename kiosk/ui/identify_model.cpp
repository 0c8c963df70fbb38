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
#include <utility>

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

std::string firstWord(const std::string &names) { return nameKey(names.substr(0, names.find(' '))); }

/// All that the card says of them is what the store says: the whole date of birth, and the first given name.
bool isSurely(const storage::FoundPerson &found, const kiosk::CardPerson &onCard) {
    const storage::Traits &traits = found.person.traits;
    return found.match == storage::Match::Exact && traits.born.whole() && traits.born.text() == onCard.born &&
           !onCard.firstName.empty() && firstWord(traits.givenNames) == firstWord(onCard.firstName);
}

} // namespace

IdentifyModel::IdentifyModel(KioskModel &kiosk)
    : ViewModel(kiosk), cardPeople_({"label", "about"}), candidates_({"label", "about"}) {
    cardLooks_.setInterval(kLookAtCardEvery);
    connect(&cardLooks_, &QTimer::timeout, this, &IdentifyModel::lookAtCard);
}

void IdentifyModel::forgetFound() {
    ++turn_;
    searched_ = noneFits_ = false;
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

void IdentifyModel::lookForReader() {
    askQuietly<bool>([](Seat &seat) -> Result<bool> { return seat.card->there(); },
                     [this](Result<bool> there) { set(cardThere_, there.value_or(false)); });
}

void IdentifyModel::lookAtCard() {
    if (!byCard_ && !onCard_) {
        cardLooks_.stop();
        return;
    }
    if (std::exchange(looking_, true)) {
        return; // a slow card is looked at once at a time
    }
    askQuietly<kiosk::CardSight>([](Seat &seat) -> Result<kiosk::CardSight> { return seat.card->look(); },
                                 [this](Result<kiosk::CardSight> card) {
                                     looking_ = false;
                                     if (card) {
                                         show(std::move(*card));
                                     }
                                 });
}

/// Another card than the one by which who is served was found.
void IdentifyModel::sayOtherCard(const kiosk::CardSight &card) {
    const bool other = card.state == kiosk::CardSight::State::Read && card.insertion != insertion_;
    if (other && std::ranges::find(card.people, *onCard_) == card.people.end()) {
        kiosk().setBanner(tr("Another Vitale card is in the reader: it is not the one of this visit, which goes on "
                             "without it."));
    }
    insertion_ = other ? card.insertion : insertion_;
}

void IdentifyModel::show(kiosk::CardSight card) {
    set(cardThere_, card.state != kiosk::CardSight::State::NoReader);
    if (onCard_ && kiosk().screen() != KioskModel::Identify) {
        sayOtherCard(card);
    } else if (onCard_ && card.insertion != insertion_) { // who was chosen is not on it
        onCard_.reset();
        forgetFound();
    }
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
    case kiosk::CardSight::State::LeftBehind:
        return tr("The card of the visit before is still in the reader: give it back.");
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
    looking_ = false;
    if (byCard_ || onCard_) {
        askQuietly<Done>(
            [](Seat &seat) -> Result<Done> {
                seat.card->forget();
                return Done{};
            },
            [](Result<Done>) {});
    }
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
        searchByBirth(*onCard_);
        return;
    }
    storage::PersonSearch wanted;
    wanted.nir = onCard_->nir;
    search(wanted, onCard_);
}

void IdentifyModel::searchByBirth(const kiosk::CardPerson &onCard) {
    storage::PersonSearch wanted;
    wanted.born = onCard.born;
    wanted.name = firstLetters(onCard.surname);
    search(wanted, onCard);
}

void IdentifyModel::search(const storage::PersonSearch &wanted, const std::optional<kiosk::CardPerson> &onCard) {
    search_ = wanted;
    using Found = std::vector<storage::FoundPerson>;
    ask<Found>(
        [wanted](Seat &seat) -> Result<Found> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::findPersons(desk, wanted);
        },
        [this, onCard, turn = turn_](Found people) {
            if (turn == turn_) {
                foundBySearch(std::move(people), onCard);
            }
        });
}

void IdentifyModel::foundBySearch(std::vector<storage::FoundPerson> people,
                                  const std::optional<kiosk::CardPerson> &onCard) {
    if (onCard && people.empty() && search_.nir && !onCard->born.empty()) { // a number may be new
        searchByBirth(*onCard);
        return;
    }
    noneFits_ = false;
    show(std::move(people));
    if (!onCard) {
        // Who fits only nearly stays in the list, with its warning.
        if (people_.size() == 1 && people_.front().match != storage::Match::Near) {
            choose(0);
        }
        return;
    }
    // Several may share a number, a birth date, or both: by itself only who is surely the one on the card is chosen.
    const auto fits = [&](const storage::FoundPerson &one) { return isSurely(one, *onCard); };
    if (std::ranges::count_if(people_, fits) == 1) {
        choose(static_cast<int>(std::ranges::find_if(people_, fits) - people_.begin()));
    } else {
        set(noneFits_, std::ranges::none_of(people_, fits));
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
