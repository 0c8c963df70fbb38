// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/pack_model.h"

#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/printers.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace guichet::ui {
namespace {

/// What goes to people; the rest hangs, lies or is heard somewhere.
constexpr std::array<std::string_view, 3> kSent{"email", "letter", "sms"};
constexpr int kShownBefore = 5;

/// Nothing where something else is typed.
std::optional<int> numberIn(const QString &typed) {
    bool whole = false;
    const int number = QString(typed).remove(QLatin1Char(' ')).remove(QChar(0x202F)).toInt(&whole);
    return whole && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

PackModel::PackModel(KioskModel &kiosk)
    : ViewModel(kiosk), kinds_({"label", "picked"}), languages_({"label", "picked"}), papers_({"title", "spoken"}),
      kind_(kiosk::packKinds().front()), language_("fr") {}

void PackModel::forgetTyped() {
    where_.clear();
    on_.clear();
    count_.clear();
}

void PackModel::clear() {
    forgetTyped();
    printed_.clear();
    noted_.clear();
    kind_ = kiosk::packKinds().front();
    language_ = "fr";
    ViewModel::clear();
}

Result<PackModel::Known> PackModel::read(Seat &seat) {
    GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
    Known known;
    GUICHET_ASSIGN(known.done, kiosk::packDone(desk));
    GUICHET_ASSIGN(known.promises, kiosk::packPromises(desk, known.done));
    std::set<std::string, std::less<>> sizes;
    for (const kiosk::PackPaper &paper : kiosk::packPapers()) {
        sizes.emplace(paper.size);
    }
    known.lacking = kiosk::lackingSizes(desk, std::move(sizes));
    return known;
}

void PackModel::load() {
    showChoices();
    ask<Known>(&PackModel::read, [this](Known known) { show(std::move(known)); });
}

void PackModel::show(Known known) {
    known_ = std::move(known);
    isKnown_ = true;
    emit promiseChanged();
    showChoices();
}

void PackModel::loadPromise() {
    using Promises = std::vector<kiosk::PackPromise>;
    ask<Promises>(
        [](Seat &seat) -> Result<Promises> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::packPromises(desk);
        },
        [this](Promises promises) { show({.done = {}, .promises = std::move(promises), .lacking = {}}); },
        [this](const Error &) { forgetPromise(); });
}

void PackModel::forgetPromise() {
    known_ = {};
    isKnown_ = false;
    emit promiseChanged();
}

QString PackModel::wordsOf(const kiosk::PackPromise &promise) const {
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    return QString::fromStdString(kiosk::promiseWords(say, promise));
}

QString PackModel::promise() const { return known_.promises.empty() ? QString{} : wordsOf(known_.promises.front()); }

void PackModel::showChoices() {
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QList<QVariantList> kinds;
    for (const std::string_view kind : kiosk::packKinds()) {
        kinds.push_back({Wording::capital(QString::fromStdString(kiosk::packKindWords(say, kind))), kind == kind_});
    }
    kinds_.setRows(kinds);
    QList<QVariantList> languages;
    QString tongue;
    if (const kiosk::Pack *pack = kiosk::packOf(kiosk().catalogue()); pack != nullptr && !file()) {
        for (const std::string &language : pack->languages()) {
            const QString name = QString::fromStdString(
                language == kiosk::kPlainFrench ? say("sheets.plain") : say.withLanguage(language)("theirs.language"));
            languages.push_back({name, language == language_});
            tongue = language == language_ ? name : tongue;
        }
    }
    languages_.setRows(languages);
    QList<QVariantList> papers;
    shown_.clear();
    const QString kind = QString::fromStdString(kiosk::packKindWords(say, kind_));
    for (const kiosk::PackPaper &paper : kiosk::packPapers()) {
        if (paper.kind == kind_ && !known_.lacking.contains(paper.size)) {
            shown_.emplace_back(paper.name);
            const QString title = QString::fromStdString(kiosk::packPaperWords(say, paper.name));
            papers.push_back({title, QStringList{kind, title, tongue}.join(QStringLiteral(", "))});
        }
    }
    papers_.setRows(papers);
    emit changed();
}

void PackModel::chooseKind(int row) {
    if (row < 0 || row >= static_cast<int>(kiosk::packKinds().size()) || waiting()) {
        return;
    }
    kind_ = kiosk::packKinds().at(static_cast<std::size_t>(row));
    forgetTyped(); // it was about the other
    printed_.clear();
    noted_.clear();
    setProblem({});
    showChoices();
}

void PackModel::chooseLanguage(int row) {
    const kiosk::Pack *pack = kiosk::packOf(kiosk().catalogue());
    if (pack == nullptr || row < 0 || row >= languages_.count() || waiting()) {
        return;
    }
    printed_.clear();
    language_ = pack->languages().at(static_cast<std::size_t>(row));
    showChoices();
}

QString PackModel::owed() const {
    const auto found = std::ranges::find(known_.promises, kind_, &kiosk::PackPromise::kind);
    return found == known_.promises.end() ? QString{} : wordsOf(*found);
}

QList<QString> PackModel::before() const {
    QList<QString> all;
    for (auto one = known_.done.rbegin(); one != known_.done.rend() && all.size() < kShownBefore; ++one) {
        if (one->kind == kind_) {
            const QString where = Wording::capital(QString::fromStdString(one->where));
            all.push_back(one->count
                              ? tr("%1, %2, to %3").arg(where, Wording::day(one->on), QLocale().toString(*one->count))
                              : tr("%1, %2").arg(where, Wording::day(one->on)));
        }
    }
    return all;
}

QString PackModel::onDay() const { return Wording::typedDay(on_, kiosk().today()).understood; }

QString PackModel::onProblem() const { return Wording::typedDay(on_, kiosk().today()).problem; }

bool PackModel::file() const {
    return std::ranges::find(kiosk::packPapers(), kind_, &kiosk::PackPaper::kind) == kiosk::packPapers().end();
}

bool PackModel::sent() const { return std::ranges::find(kSent, kind_) != kSent.end(); }

QString PackModel::missing() const {
    if (where_.trimmed().isEmpty()) {
        return tr("Write where, or to whom");
    }
    if (!on_.trimmed().isEmpty() && !Wording::typedDay(on_, kiosk().today()).day) {
        return tr("Finish the date, or empty it");
    }
    return sent() && !count_.trimmed().isEmpty() && !numberIn(count_) ? tr("Write a number, or nothing") : QString{};
}

void PackModel::print(int row) {
    if (row < 0 || row >= static_cast<int>(shown_.size()) || waiting()) {
        return;
    }
    printed_.clear();
    ask<storage::Job>(
        [name = shown_[static_cast<std::size_t>(row)], language = language_](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::packPaper(desk, name, language));
            kiosk::PaperJob job = kiosk::jobFor(paper);
            job.label.clear(); // its title, which may be in any language
            return kiosk::sendPaper(desk, job, paper.pdf);
        },
        [this](const storage::Job &job) { printed_ = Wording::printed(job); });
}

void PackModel::note() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    noted_.clear();
    const kiosk::PackDone did{.kind = kind_,
                              .where = where_.trimmed().toStdString(),
                              .on = Wording::typedDay(on_, kiosk().today()).day.value_or(kiosk().today()),
                              .count = sent() ? numberIn(count_) : std::nullopt};
    ask<Known>(
        [did](Seat &seat) -> Result<Known> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::notePackDone(desk, did));
            return read(seat);
        },
        [this](Known known) {
            forgetTyped();
            noted_ = tr("Noted in the register.");
            show(std::move(known));
        });
}

} // namespace guichet::ui
