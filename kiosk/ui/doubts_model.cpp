// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/doubts_model.h"

#include "base/text.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

#include <algorithm>

namespace guichet::ui {
namespace {

constexpr int kShownAtOnce = 50;

QString asWords(const std::string &text) { return QString::fromStdString(text); }

/// "MOULIN Odile, 3 avril 1941"
QString sideWords(const kiosk::DoubtSide &side) {
    const storage::Traits &traits = side.entry.traits;
    return DoubtsModel::tr("%1 %2, born: %3")
        .arg(asWords(traits.birthName), asWords(traits.givenNames), Wording::born(traits.born));
}

QString causeWords(const kiosk::OpenDoubt &doubt) {
    using enum storage::DoubtCause;
    if (!doubt.cause) {
        return DoubtsModel::tr("Whose document is it?");
    }
    switch (*doubt.cause) {
    case SharedNumber: return DoubtsModel::tr("Two people have one number");
    case Homonym: return DoubtsModel::tr("The same name, without a number");
    case SameTraits: return DoubtsModel::tr("The same name and birth, one without a last number");
    case NewNumber: return DoubtsModel::tr("The number changed");
    case OtherTraits: return DoubtsModel::tr("The same number, but the rest differs");
    case ByHand: return DoubtsModel::tr("Put together by a supervisor");
    }
    return {};
}

QString sexWords(storage::Sex sex) {
    switch (sex) {
    case storage::Sex::Female: return DoubtsModel::tr("woman");
    case storage::Sex::Male: return DoubtsModel::tr("man");
    case storage::Sex::Unknown: return {};
    }
    return {};
}

} // namespace

DoubtsModel::DoubtsModel(KioskModel &kiosk)
    : ViewModel(kiosk), rows_({"label", "detail"}), traits_({"label", "one", "other", "differs", "words"}),
      choiceRows_({"label", "detail", "picked"}), shown_(kShownAtOnce) {
    connect(&kiosk, &KioskModel::veilChanged, this, &DoubtsModel::maskNumbers);
}

void DoubtsModel::clear() {
    doubts_.clear();
    chosen_.reset();
    picked_.reset();
    numbersShown_ = false;
    shown_ = kShownAtOnce;
    done_.clear();
    rows_.setRows({});
    traits_.setRows({});
    choiceRows_.setRows({});
    ViewModel::clear();
}

void DoubtsModel::load() {
    askToShow<std::vector<kiosk::OpenDoubt>>(
        [](Seat &seat) -> Result<std::vector<kiosk::OpenDoubt>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::listDoubts(desk);
        },
        [this](std::vector<kiosk::OpenDoubt> doubts) { show(std::move(doubts)); });
}

void DoubtsModel::show(std::vector<kiosk::OpenDoubt> doubts) {
    doubts_ = std::move(doubts);
    noteRead();
    leave();
    showRows();
}

void DoubtsModel::leave() {
    chosen_.reset();
    picked_.reset();
    numbersShown_ = false;
    traits_.setRows({});
    choiceRows_.setRows({});
    setProblem({});
}

int DoubtsModel::unshown() const { return std::max(0, static_cast<int>(doubts_.size()) - shown_); }

void DoubtsModel::showRows() {
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < doubts_.size() && static_cast<int>(i) < shown_; ++i) {
        const kiosk::OpenDoubt &doubt = doubts_[i];
        const QString label = doubt.merged ? tr("Put together") : causeWords(doubt);
        const QString other = doubt.other ? sideWords(*doubt.other) : asWords(doubt.record->title);
        rows.push_back({label, tr("%1 – %2").arg(sideWords(doubt.person), other)});
    }
    rows_.setRows(rows);
    emit changed();
}

void DoubtsModel::showMore() {
    shown_ += kShownAtOnce;
    showRows();
}

void DoubtsModel::choose(int row) {
    if (waiting() || row < 0 || row >= static_cast<int>(doubts_.size())) {
        return;
    }
    leave();
    chosen_ = doubts_[static_cast<std::size_t>(row)];
    done_.clear();
    showTraits();
    showChoices();
}

QString DoubtsModel::why() const { return two() && !chosen_->merged ? causeWords(*chosen_) : QString{}; }

QString DoubtsModel::question() const {
    return !chosen_          ? QString{}
           : chosen_->merged ? tr("They were put together. Is it right?")
           : chosen_->other  ? tr("One person, or two?")
                             : causeWords(*chosen_);
}

bool DoubtsModel::hasNumbers() const {
    if (!two()) {
        return false;
    }
    const std::string &one = chosen_->person.entry.nir;
    const std::string &other = chosen_->other->entry.nir;
    return !one.empty() && !other.empty() && one != other;
}

void DoubtsModel::maskNumbers() {
    if (numbersShown_) {
        numbersShown_ = false;
        showTraits();
        emit changed();
    }
}

void DoubtsModel::toggleNumbers() {
    if (waiting() || !hasNumbers()) {
        return;
    }
    if (numbersShown_) {
        maskNumbers();
        return;
    }
    ask<bool>(
        [doubt = *chosen_](Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::showNumbers(desk, doubt));
            return true;
        },
        [this, id = chosen_->id](bool shown) {
            // It may be another doubt by now, or a screen that nobody is to read.
            if (chosen_ && chosen_->id == id && kiosk().veil() == KioskModel::Clear) {
                numbersShown_ = shown;
                showTraits();
            }
        });
}

void DoubtsModel::showTraits() {
    QList<QVariantList> rows;
    const auto addAs = [&](const QString &label, const QString &one, const QString &other, bool same) {
        const bool both = chosen_->other.has_value();
        if (one.isEmpty() && other.isEmpty()) {
            return;
        }
        const bool known = !one.isEmpty() && !other.isEmpty();
        const bool differs = both && known && !same;
        const QString left = one.isEmpty() ? tr("not known") : one;
        const QString right = both && other.isEmpty() ? tr("not known") : other;
        const QString words = !both     ? tr("%1: %2").arg(label, left)
                              : differs ? tr("%1: on the left %2, on the right %3. It differs.").arg(label, left, right)
                              : same    ? tr("%1: %2, for both.").arg(label, left)
                                        : tr("%1: on the left %2, on the right %3.").arg(label, left, right);
        rows.push_back({label, left, right, differs, words});
    };
    const auto add = [&](const QString &label, const QString &one, const QString &other) {
        addAs(label, one, other, nameKey(one.toStdString()) == nameKey(other.toStdString()));
    };
    const kiosk::DoubtSide none;
    const kiosk::DoubtSide &left = chosen_->person;
    const kiosk::DoubtSide &right = chosen_->other ? *chosen_->other : none;
    const storage::Traits &one = left.entry.traits;
    const storage::Traits &other = right.entry.traits;
    if (const auto &record = chosen_->record) {
        add(tr("Document"), asWords(record->title), {});
        add(tr("Date"), Wording::date(record->date), {});
        add(tr("From"), asWords(record->organisation), {});
    }
    add(tr("Birth name"), asWords(one.birthName), asWords(other.birthName));
    add(tr("Used name"), asWords(one.usedName), asWords(other.usedName));
    add(tr("Given names"), asWords(one.givenNames), asWords(other.givenNames));
    const auto born = [](const storage::BirthDate &day) { return day.known() ? Wording::born(day) : QString{}; };
    add(tr("Born"), born(one.born), born(other.born));
    add(tr("Sex"), sexWords(one.sex), sexWords(other.sex));
    const auto place = [](const storage::Traits &traits) {
        return asWords(trim(traits.birthPlace + " " + traits.birthPlaceCode));
    };
    add(tr("Birth place"), place(one), place(other));
    const auto rank = [](const storage::Person &entry) {
        return entry.rank ? QString::number(*entry.rank) : QString{};
    };
    add(tr("Rank under the number"), rank(left.entry), rank(right.entry));
    const auto number = [&](const std::string &nir) {
        return nir.empty() ? QString{} : asWords(numbersShown_ ? storage::formatNir(nir) : storage::maskNir(nir));
    };
    // What differs may be behind the dots.
    addAs(tr("Number"), number(left.entry.nir), number(right.entry.nir), left.entry.nir == right.entry.nir);
    add(tr("Address"), asWords(left.entry.address), asWords(right.entry.address));
    const auto count = [&](const kiosk::DoubtSide &side) { return tr("%n here", "", side.records); };
    add(tr("Documents"), count(left), chosen_->other ? count(right) : QString{});
    if (chosen_->other) { // how many there are is no trait
        QVariantList &last = rows.back();
        last[3] = false;
        last[4] = tr("%1: on the left %2, on the right %3.").arg(tr("Documents"), count(left), count(right));
    }
    traits_.setRows(rows);
}

std::vector<DoubtsModel::Choice> DoubtsModel::possible() const {
    if (!chosen_) {
        return {};
    }
    if (!chosen_->other) {
        return {Choice::Theirs};
    }
    return chosen_->merged ? std::vector{Choice::Two} : std::vector{Choice::First, Choice::Second, Choice::Two};
}

void DoubtsModel::showChoices() {
    QList<QVariantList> rows;
    for (const Choice choice : possible()) {
        const auto [label, detail] = [&]() -> std::pair<QString, QString> {
            switch (choice) {
            case Choice::First:
                return {tr("One person, as on the left"), tr("What is on the left is shown; the rest fills it in.")};
            case Choice::Second:
                return {tr("One person, as on the right"), tr("What is on the right is shown; the rest fills it in.")};
            case Choice::Two: return {tr("Two people"), tr("Each keeps what came in under their name.")};
            case Choice::Theirs: return {tr("It is this person’s"), tr("It counts among their documents.")};
            }
            return {};
        }();
        rows.push_back({label, detail, picked_ == choice});
    }
    choiceRows_.setRows(rows);
    emit changed();
}

void DoubtsModel::pick(int choice) {
    const auto all = possible();
    if (choice >= 0 && choice < static_cast<int>(all.size())) {
        picked_ = all[static_cast<std::size_t>(choice)];
        showChoices();
    }
}

QString DoubtsModel::action() const { return comparing() ? tr("Note the decision") : QString{}; }

QString DoubtsModel::missing() const { return comparing() && !picked_ ? tr("Choose what it is.") : QString{}; }

void DoubtsModel::decide() {
    if (!chosen_ || !picked_ || waiting()) {
        return;
    }
    using List = std::vector<kiosk::OpenDoubt>;
    const bool apart = *picked_ == Choice::Two;
    ask<List>(
        [doubt = *chosen_, choice = *picked_](Seat &seat) -> Result<List> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            const std::string &one = doubt.person.entry.id;
            switch (choice) {
            case Choice::First: GUICHET_TRY(kiosk::mergePersons(desk, one, doubt.other->entry.id)); break;
            case Choice::Second: GUICHET_TRY(kiosk::mergePersons(desk, doubt.other->entry.id, one)); break;
            case Choice::Two: GUICHET_TRY(kiosk::unmergePersons(desk, doubt.id)); break;
            case Choice::Theirs: GUICHET_TRY(kiosk::mergePersons(desk, doubt.id, one)); break;
            }
            return kiosk::listDoubts(desk);
        },
        [this, apart, document = !chosen_->other](List doubts) {
            done_ = document ? tr("Noted: the document is theirs.")
                    : apart  ? tr("Noted: two people.")
                             : tr("Noted: one person. To take it back, choose them in the list.");
            show(std::move(doubts));
        });
}

void DoubtsModel::back() {
    if (comparing()) {
        leave();
        emit changed();
    } else {
        kiosk().back();
    }
}

} // namespace guichet::ui
