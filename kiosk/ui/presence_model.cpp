// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/presence_model.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/come_back.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/refusals.h"
#include "kiosk/counter/titles.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"

#include <array>
#include <optional>

namespace guichet::ui {
namespace {

using kiosk::IdentitySeen;
using kiosk::Who;

/// The most frequent first; none: who is here has no title.
constexpr std::array<std::optional<Who>, 10> kWhos{Who::Self,   Who::Parent,  Who::Guardian, Who::Assistance,
                                                   Who::Proxy,  Who::Mandate, Who::Heir,     Who::Bearer,
                                                   Who::Helper, std::nullopt};
/// The sheet that tells a relative why, with a blank mandate.
constexpr std::string_view kRelative = "relative";
constexpr std::array kSeens{IdentitySeen::IdCard,
                            IdentitySeen::Passport,
                            IdentitySeen::ResidencePermit,
                            IdentitySeen::DrivingLicence,
                            IdentitySeen::Vitale,
                            IdentitySeen::Other,
                            IdentitySeen::None};

} // namespace

PresenceModel::PresenceModel(KioskModel &kiosk)
    : ViewModel(kiosk), traits_({"label", "picked"}), whos_({"label", "picked"}), seens_({"label", "picked"}),
      sheets_({"label"}) {
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
                               tr("A helper, with the person"),
                               tr("Somebody close, without any of these")};
    // A helper accompanies the person, who acts.
    const auto chosen = stranger_               ? std::nullopt
                        : presence_.accompanied ? std::optional(Who::Helper)
                                                : std::optional(presence_.who);
    QList<QVariantList> whos;
    for (std::size_t i = 0; i < kWhos.size(); ++i) {
        whos.push_back({whoLabels.at(i), kWhos.at(i) == chosen});
    }
    whos_.setRows(whos);
    QList<QVariantList> seens;
    for (const auto seen : kSeens) {
        seens.push_back({Wording::seen(seen), seenChosen_ && seen == presence_.seen});
    }
    seens_.setRows(seens);
    QList<QVariantList> sheets;
    for (const auto sheet : sheetsNow()) {
        sheets.push_back(
            {sheet == Sheet::WhyNot ? tr("Print why, and a blank mandate") : tr("Print what to come back with")});
    }
    sheets_.setRows(sheets);
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

bool PresenceModel::traitOfDigits() const {
    using enum kiosk::Trait;
    return !askable_.empty() &&
           (askable_[asked_] == BirthDate || askable_[asked_] == Number || askable_[asked_] == PostalCode);
}

QString PresenceModel::traitMatch() const { return matched_ ? tr("It matches.") : QString{}; }

void PresenceModel::setTrait(const QString &answer) {
    traitProblem_.clear();
    set(answer_, answer);
}

QString PresenceModel::whoDetail() const {
    if (stranger_) {
        return {};
    }
    if (presence_.accompanied) {
        return tr("The person is here and acts; the helper only accompanies. What is hidden from others stays hidden.");
    }
    switch (presence_.who) {
    case Who::Parent: return tr("For a minor. What the minor asked to keep to themselves stays hidden.");
    case Who::Guardian: return tr("A measure with representation, or a family authorisation.");
    case Who::Assistance: return tr("The protected person decides and signs; they must agree expressly.");
    case Who::Mandate: return tr("A written mandate for this, and both identities.");
    case Who::Heir: return tr("Heir, spouse or partner of somebody who has died.");
    case Who::Self:
    case Who::Proxy:
    case Who::Bearer:
    case Who::Helper: return {};
    }
    return {};
}

bool PresenceModel::asksName() const { return presence_.who != Who::Self; }

const kiosk::Title *PresenceModel::grounds() const { return kiosk().catalogue().title(kiosk::toText(presence_.who)); }

bool PresenceModel::asksMandateDay() const {
    const auto *title = grounds();
    return title != nullptr && title->mandateMonths && presence_.mandateSeen;
}

void PresenceModel::setMandateDay(const QString &typed) {
    mandateDay_ = typed;
    presence_.mandateFrom = Wording::typedDay(typed, kiosk().today()).day;
    showRows();
}

QString PresenceModel::mandateDayRead() const { return Wording::typedDay(mandateDay_, kiosk().today()).understood; }

QString PresenceModel::mandateDayProblem() const {
    const auto *title = grounds();
    const auto typed = Wording::typedDay(mandateDay_, kiosk().today());
    if (!typed.problem.isEmpty() || !typed.day || title == nullptr || !title->mandateMonths) {
        return typed.problem;
    }
    const auto end = kiosk::addMonths(*typed.day, *title->mandateMonths);
    return std::chrono::sys_days(end) > std::chrono::sys_days(kiosk().today())
               ? QString{}
               : tr("It held until %1: a new one is needed. What is asked is received all the same.")
                     .arg(Wording::day(kiosk::addDays(end, -1)));
}

bool PresenceModel::seesNothing() const {
    const auto *title = grounds();
    return title != nullptr && (!title->has(kiosk::TitleAct::See) || !kiosk::ageFits(*title, born_, kiosk().today()));
}

std::vector<PresenceModel::Sheet> PresenceModel::sheetsNow() const {
    std::vector<Sheet> sheets;
    const auto *title = grounds();
    if (stranger_ || seesNothing()) {
        sheets.push_back(Sheet::WhyNot);
    }
    const bool noMandate =
        title != nullptr && !title->mandate.empty() && (!presence_.mandateSeen || !mandateDayProblem().isEmpty());
    if (!stranger_ && presence_.who != Who::Bearer && seenChosen_ &&
        (presence_.seen == IdentitySeen::None || noMandate)) {
        sheets.push_back(Sheet::ComeBack);
    }
    return sheets;
}

void PresenceModel::setName(const QString &name) {
    presence_.name = trim(name.toStdString());
    emit changed();
}

QString PresenceModel::mandate() const {
    const auto *title = grounds();
    if (stranger_ || title == nullptr || title->mandate.empty()) {
        return {};
    }
    return tr("Seen: %1").arg(QString::fromStdString(title->mandate.in(kiosk().language())));
}

QString PresenceModel::possible() const {
    if (stranger_) {
        return tr(
            "Being close to somebody gives no right to see their file or to act for them, even with the same name "
            "or with the carte Vitale in hand. A paper that the person has signed can be received.");
    }
    if (seesNothing()) {
        return QString::fromStdString(kiosk::refusalWords(*grounds(), kiosk().language()));
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
    if (stranger_) {
        return tr("Say on what ground they act");
    }
    if (asksName() && presence_.name.empty()) {
        return tr("Enter who is here");
    }
    if (asksMandateDay() && !presence_.mandateFrom) {
        return tr("Write from which day it holds");
    }
    if (!seenChosen_) {
        return tr("Choose what was shown");
    }
    return {};
}

void PresenceModel::clear() {
    person_.clear();
    words_ = {};
    born_ = {};
    askable_.clear();
    asked_ = 0;
    answer_.clear();
    traitProblem_.clear();
    matched_ = false;
    presence_ = {};
    seenChosen_ = false;
    stranger_ = false;
    mandateDay_.clear();
    done_.clear();
    ViewModel::clear();
    showRows();
}

void PresenceModel::begin(const storage::Person &person) {
    clear();
    person_ = person.id;
    words_ = Wording::person(person);
    born_ = person.traits.born;
}

void PresenceModel::ask(const storage::Person &person, std::vector<kiosk::Trait> askable) {
    begin(person);
    number_ = Wording::number(person);
    askable_ = std::move(askable);
    showRows();
}

void PresenceModel::welcome(const storage::Person &person) {
    begin(person);
    showRows();
}

void PresenceModel::takeUp(const storage::Person &person, const kiosk::Presence &presence) {
    begin(person);
    presence_ = presence;
    seenChosen_ = true;
    if (presence.mandateFrom) {
        mandateDay_ = Wording::day(*presence.mandateFrom);
    }
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
        const auto who = kWhos.at(static_cast<std::size_t>(row));
        stranger_ = !who;
        presence_.accompanied = who == Who::Helper;
        presence_.who = presence_.accompanied ? Who::Self : who.value_or(Who::Self);
        presence_.mandateSeen = false;
        presence_.mandateFrom.reset();
        mandateDay_.clear();
        done_.clear();
        if (!asksName()) {
            presence_.name.clear();
        }
        showRows();
    }
}

void PresenceModel::toggleMandate() {
    presence_.mandateSeen = !presence_.mandateSeen;
    showRows();
}

void PresenceModel::chooseSeen(int row) {
    if (row >= 0 && row < static_cast<int>(kSeens.size())) {
        presence_.seen = kSeens.at(static_cast<std::size_t>(row));
        seenChosen_ = true;
        showRows();
    }
}

void PresenceModel::printSheet(int row) {
    const auto sheets = sheetsNow();
    if (row < 0 || row >= static_cast<int>(sheets.size()) || waiting()) {
        return;
    }
    done_.clear();
    ViewModel::ask<storage::Job>(
        [sheet = sheets[static_cast<std::size_t>(row)], person = person_, presence = presence_,
         visit = kiosk().visit().id,
         wish = kiosk::PaperWish{.layout = printing::Layout::Standard, .readingCopy = kiosk().readingCopy()}](
            Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, sheet == Sheet::WhyNot
                                                 ? kiosk::explainRefusal(desk, kRelative, wish)
                                                 : kiosk::comeBackSlip(desk, person, presence, {}, wish));
            auto job = kiosk::jobFor(paper);
            job.visit = visit;
            return kiosk::sendPaper(desk, job, paper.pdf);
        },
        [this](const storage::Job &job) {
            done_ = Wording::printed(job);
            kiosk().papers()->refresh();
        });
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
