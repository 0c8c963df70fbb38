// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/identify_model.h"

#include "kiosk/counter/identify.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

namespace guichet::ui {
IdentifyModel::IdentifyModel(KioskModel &kiosk) : ViewModel(kiosk), candidates_({"label", "about"}) {}

void IdentifyModel::forgetFound() {
    searched_ = false;
    people_.clear();
    candidates_.setRows({});
}

void IdentifyModel::setByNumber(bool byNumber) {
    forgetFound();
    set(byNumber_, byNumber);
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
    search_ = {};
    if (byNumber_) {
        search_.nir = number_.toStdString();
    } else {
        search_.born = readBirthDate(birth_.toStdString(), kiosk().today())->text();
        if (!letters_.trimmed().isEmpty()) {
            search_.name = letters_.trimmed().toStdString();
        }
    }
    using Found = std::vector<storage::FoundPerson>;
    ask<Found>(
        [search = search_](Seat &seat) -> Result<Found> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::findPersons(desk, search);
        },
        [this](Found found) {
            show(std::move(found));
            if (people_.size() == 1) {
                choose(0);
            }
        });
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
