// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/add_person_model.h"

#include "kiosk/counter/identify.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

namespace guichet::ui {
AddPersonModel::AddPersonModel(KioskModel &kiosk) : ViewModel(kiosk), sexes_({"label", "picked"}) { showSexes(); }

void AddPersonModel::showSexes() {
    using storage::Sex;
    sexes_.setRows(
        {{tr("Woman"), sex_ == Sex::Female}, {tr("Man"), sex_ == Sex::Male}, {tr("Not said"), sex_ == Sex::Unknown}});
}

QString AddPersonModel::birthUnderstood() const {
    return birth_.isEmpty() ? tr("Unknown") : Wording::typedDate(birth_, kiosk().today()).understood;
}

QString AddPersonModel::birthProblem() const {
    return Wording::typedDate(birth_, kiosk().today(), birthEntered_).problem;
}

void AddPersonModel::setBirth(const QString &birth) {
    birthEntered_ = false;
    set(birth_, birth);
}

bool AddPersonModel::enterBirth() {
    set(birthEntered_, true);
    return birthProblem().isEmpty();
}

QString AddPersonModel::numberMasked() const { return Wording::masked(number_); }

QString AddPersonModel::numberProblem() const {
    if (number_.isEmpty()) {
        return {};
    }
    const auto nir = storage::parseNir(number_.toStdString());
    return nir || nir.error().code == ErrorCode::NirLength ? QString{} : sentence(nir.error());
}

QString AddPersonModel::missing() const {
    if (birthName_.trimmed().isEmpty()) {
        return tr("Enter the birth name");
    }
    if (givenNames_.trimmed().isEmpty()) {
        return tr("Enter the first names");
    }
    if (!birth_.isEmpty() && !readBirthDate(birth_.toStdString(), kiosk().today())) {
        return tr("Check the date of birth");
    }
    if (!number_.isEmpty() && !storage::parseNir(number_.toStdString())) {
        return tr("Check the number");
    }
    return {};
}

void AddPersonModel::clear() {
    birthName_.clear();
    givenNames_.clear();
    birth_.clear();
    birthEntered_ = false;
    birthPlace_.clear();
    number_.clear();
    sex_ = storage::Sex::Unknown;
    showSexes();
    ViewModel::clear();
}

void AddPersonModel::startWith(const QString &birth, const QString &number) {
    clear();
    birth_ = birth;
    number_ = number;
    emit changed();
}

void AddPersonModel::chooseSex(int row) {
    static constexpr std::array order{storage::Sex::Female, storage::Sex::Male, storage::Sex::Unknown};
    if (row >= 0 && row < static_cast<int>(order.size())) {
        sex_ = order.at(static_cast<std::size_t>(row));
        showSexes();
    }
}

void AddPersonModel::add() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    storage::Traits traits;
    traits.birthName = birthName_.trimmed().toStdString();
    traits.givenNames = givenNames_.simplified().toStdString();
    traits.birthPlace = birthPlace_.trimmed().toStdString();
    traits.sex = sex_;
    if (!birth_.isEmpty()) {
        traits.born = *readBirthDate(birth_.toStdString(), kiosk().today());
    }
    storage::Person person;
    person.traits = traits;
    std::optional<std::string> nir;
    if (!number_.isEmpty()) {
        nir = number_.toStdString();
        person.nir = storage::parseNir(*nir)->full();
    }
    ask<std::string>(
        [traits, nir](Seat &seat) -> Result<std::string> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::addPerson(desk, traits, nir);
        },
        [this, person](const std::string &id) mutable {
            person.id = id;
            kiosk().presence()->welcome(person);
            kiosk().go(KioskModel::Presence);
        });
}

} // namespace guichet::ui
