// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/opt_outs_model.h"

#include "kiosk/counter/requests.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/wording.h"

#include <algorithm>
#include <map>

namespace guichet::ui {
namespace {

constexpr std::string_view kRefusal = "ens-refusal";
constexpr std::string_view kClosure = "ens-closure";
constexpr std::string_view kDeletion = "ens-deletion";

QStringList toList(const std::vector<std::string> &sentences) {
    QStringList list;
    for (const auto &sentence : sentences) {
        list.push_back(QString::fromStdString(sentence));
    }
    return list;
}

} // namespace

OptOutsModel::OptOutsModel(KioskModel &kiosk)
    : ActModel(kiosk, kOptOutsPart), answers_({"label", "about", "picked"}), scopes_({"label", "picked"}) {}

const kiosk::Scope *OptOutsModel::scope() const { return kiosk().catalogue().scope(scope_); }

bool OptOutsModel::asksWhatOfData() const { return scope_ == kRefusal || scope_ == kClosure; }

bool OptOutsModel::asksCopy() const { return scope_ == kDeletion; }

std::vector<std::string> OptOutsModel::chosenScopes() const {
    std::vector<std::string> scopes{scope_};
    if (asksWhatOfData() && (answer_ == kErase || answer_ == kEraseAfterCopy)) {
        scopes.emplace_back(kDeletion);
    }
    return scopes;
}

QString OptOutsModel::title() const {
    switch (stage_) {
    case Choosing: break;
    case Signing: return earlier() ? tr("The paper is signed already") : tr("The paper is to be read and signed");
    case Registered: return tr("Recorded");
    case Removed: return tr("Removed");
    }
    const auto *chosen = scope();
    if (chosen == nullptr) {
        return {};
    }
    const auto words = QString::fromStdString(chosen->title.in(kiosk().language()));
    return scope_ == kRefusal ? tr("“%1”").arg(words) : words;
}

QString OptOutsModel::under() const {
    switch (stage_) {
    case Choosing: return kiosk().personTitle() + QStringLiteral(" · ") + kiosk().personUnder();
    case Signing: return tr("Nothing is recorded before it is signed.");
    case Registered: return receiptWay();
    case Removed: return {};
    }
    return {};
}

std::optional<kiosk::Scope> OptOutsModel::saidScope() const {
    const auto *chosen = scope();
    return chosen == nullptr ? std::nullopt : std::optional(chosen->askedWith(chosenScopes()));
}

QStringList OptOutsModel::does() const {
    const auto said = saidScope();
    return said ? toList(said->does.in(kiosk().language())) : QStringList{};
}

QStringList OptOutsModel::doesNot() const {
    const auto said = saidScope();
    return said ? toList(said->doesNot.in(kiosk().language())) : QStringList{};
}

QString OptOutsModel::already() const {
    const auto scopes = kiosk::expandScopes(kiosk().catalogue(), chosenScopes(), {});
    if (stage_ != Choosing || !scopes ||
        !kiosk().person()->mayRead()) { // not said yet which document, which professional
        return {};
    }
    QStringList open;
    for (const auto &act : kiosk().person()->optouts()) {
        const auto same = std::ranges::find(*scopes, act.subject, &kiosk::Scope::id);
        if (same != scopes->end() && !storage::isFinal(act.type, act.status)) {
            open.push_back(tr("%1, on %2 (%3): %4")
                               .arg(QString::fromStdString((*same)->title.in(kiosk().language())),
                                    Wording::day(act.received), QString::fromStdString(act.reference),
                                    Wording::status(act)));
        }
    }
    if (open.isEmpty()) {
        return {};
    }
    open.prepend(tr("Asked already. Asking again is possible; what was asked stays, and its date counts."));
    return open.join(u'\n');
}

QString OptOutsModel::question() const {
    return asksWhatOfData() ? tr("And what is already in it?") : asksCopy() ? tr("A paper copy first?") : QString{};
}

bool OptOutsModel::asksDetail() const {
    const auto *chosen = scope();
    return chosen != nullptr && !chosen->detailKey.empty();
}

QString OptOutsModel::detailLabel() const {
    return asksDetail() ? QString::fromStdString(scope()->detailLabel.in(kiosk().language())) : QString{};
}

QString OptOutsModel::action() const {
    switch (stage_) {
    case Choosing: return printed() ? tr("Go on to the signature") : tr("Print the paper to sign");
    case Signing: return tr("Record it");
    case Registered: return tr("Done");
    case Removed: return tr("Start again");
    }
    return {};
}

QString OptOutsModel::actionIcon() const {
    switch (stage_) {
    case Choosing: return printed() ? QStringLiteral("go-next") : QStringLiteral("printer-symbolic");
    case Signing: return QStringLiteral("document-sign");
    case Registered: return QStringLiteral("dialog-ok-apply");
    case Removed: return QStringLiteral("go-next");
    }
    return {};
}

bool OptOutsModel::canCall() const {
    return stage_ == Registered && leaves() && kiosk().person()->mayRead() && scope() != nullptr &&
           scope()->addressee == "operator";
}

QString OptOutsModel::missing() const {
    if (stage_ == Choosing) {
        if ((asksWhatOfData() || asksCopy()) && !answer_) {
            return tr("Choose an answer");
        }
        if (declined()) {
            return tr("The person does not want this");
        }
        if (asksDetail() && detail_.trimmed().isEmpty()) {
            return tr("Say which one");
        }
    }
    if (stage_ == Signing) {
        return signingMissing();
    }
    return {};
}

void OptOutsModel::showRows() {
    if (asksWhatOfData()) {
        answers_.setRows({{tr("Archived for ten years"), tr("Nothing can be seen. Re-opening can be asked for."),
                           answer_ == kArchive},
                          {tr("Erased within three months"), tr("For good, without a paper copy."), answer_ == kErase},
                          {tr("Erased, a paper copy first"), tr("For good. It leaves once the copy is handed over."),
                           answer_ == kEraseAfterCopy}});
    } else if (asksCopy()) {
        answers_.setRows(
            {{tr("No, without a copy"), tr("It leaves with the next slip."), answer_ == kErase},
             {tr("Yes, a copy first"), tr("It leaves once the copy is handed over."), answer_ == kEraseAfterCopy}});
    } else {
        answers_.setRows({});
    }
    QList<QVariantList> scopes;
    for (const auto &other : kiosk().catalogue().scopes()) {
        if (other.available && other.id != scope_) {
            scopes.push_back({QString::fromStdString(other.title.in(kiosk().language())), false});
        }
    }
    scopes_.setRows(scopes);
    showSignings();
}

void OptOutsModel::clear() {
    stage_ = Choosing;
    scope_ = kRefusal;
    answer_.reset();
    detail_.clear();
    wish_ = {};
    ActModel::clear();
}

void OptOutsModel::load() {
    if (stage_ == Registered || stage_ == Removed) {
        clear();
    }
    showRows();
}

void OptOutsModel::noteIn(kiosk::Place &place) const {
    if (stage_ == Registered || stage_ == Removed) {
        return;
    }
    place["stage"] = std::to_string(stage_);
    place["scope"] = scope_;
    if (answer_) {
        place["answer"] = std::to_string(*answer_);
    }
    place["detail"] = detail_.toStdString();
    noteAct(place);
}

void OptOutsModel::goOnFrom(const kiosk::Place &place) {
    clear();
    const auto value = [&](const char *name) { return kiosk::noted(place, name).value_or(std::string()); };
    if (const auto *noted = kiosk().catalogue().scope(value("scope")); noted != nullptr && noted->available) {
        scope_ = noted->id;
        detail_ = QString::fromStdString(value("detail"));
        for (const int answer : {kArchive, kErase, kEraseAfterCopy}) {
            if (value("answer") == std::to_string(answer)) {
                answer_ = answer;
            }
        }
        takeUpAct(place);
        takeUpDraft(
            place, value("stage") == std::to_string(Signing),
            [this](kiosk::Desk &desk, std::string_view draft, const kiosk::PaperWish &paper) -> Result<TakenUp> {
                GUICHET_ASSIGN(const auto wish, kiosk::optoutDraft(desk, draft));
                GUICHET_ASSIGN(auto form, kiosk::optoutForm(desk, wish, paper));
                return TakenUp{std::move(form), maker(wish), [this, wish] { wish_ = wish; }};
            },
            kiosk::dropOptoutDraft);
    }
    showRows();
}

std::optional<bool> OptOutsModel::erases() const {
    return answer_ ? std::optional(*answer_ != kArchive) : std::nullopt;
}

void OptOutsModel::setDetail(const QString &detail) {
    forgetAgreement();
    set(detail_, detail);
}

void OptOutsModel::answer(int row) {
    if (row >= 0 && row < answers_.count()) {
        answer_ = asksCopy() ? row + kErase : row;
        forgetAgreement();
        showRows();
    }
}

void OptOutsModel::chooseScope(int row) {
    int at = 0;
    for (const auto &other : kiosk().catalogue().scopes()) {
        if (other.available && other.id != scope_ && at++ == row) {
            scope_ = other.id;
            answer_.reset();
            detail_.clear();
            forgetAgreement();
            break;
        }
    }
    showRows();
}

void OptOutsModel::next() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    switch (stage_) {
    case Choosing:
        forgetEarlier(); // where that failed
        prepare();
        break;
    case Signing: registerSigned(); break;
    case Registered: kiosk().openPerson(); break;
    case Removed: load(); break;
    }
}

void OptOutsModel::back() {
    if (stage_ == Signing) {
        stage_ = Choosing; // all that is written stays, the draft too
        forgetEarlier();
        showRows();
        return;
    }
    kiosk().back();
}

kiosk::OptoutWish OptOutsModel::wishNow() const {
    kiosk::OptoutWish wish;
    const auto &visit = kiosk().visit();
    wish.person = visit.person.value_or(std::string{});
    wish.scopes = chosenScopes();
    if (asksDetail()) {
        wish.details.emplace_back(scope()->detailKey, detail_.trimmed().toStdString());
    }
    if (asksWhatOfData() && answer_ == kArchive) {
        wish.details.emplace_back("archive", "ten-years"); // the person's own choice, and not only what the law does
    }
    if (answer_ == kErase || answer_ == kEraseAfterCopy) {
        wish.details.emplace_back("copy", copyFirst() ? "first" : "none");
    }
    wish.presence = visit.presence;
    return wish;
}

void OptOutsModel::prepare() {
    if (printed()) {
        toSigning();
        return;
    }
    wish_ = wishNow();
    prepareWith(maker(wish_), kiosk::dropOptoutDraft);
}

ActModel::MakeDraft OptOutsModel::maker(kiosk::OptoutWish wish) {
    return [wish = std::move(wish)](kiosk::Desk &desk, const kiosk::PaperWish &paper) -> Result<Drafted> {
        GUICHET_ASSIGN(auto prepared, kiosk::prepareOptout(desk, wish, paper));
        return Drafted{std::move(prepared.draft), std::move(prepared.form)};
    };
}

bool OptOutsModel::printed() const { return draftStands() && wishNow() == wish_; }

void OptOutsModel::prepared() {
    stage_ = Signing;
    showRows();
}

void OptOutsModel::registered() {
    stage_ = Registered;
    showRows();
}

void OptOutsModel::removed() {
    stage_ = Removed;
    showRows();
}

QString OptOutsModel::receiptOwed() const { return tr("It is recorded; the receipt is not printed yet."); }

void OptOutsModel::registerSigned() {
    registerWith([wish = wish_](kiosk::Desk &desk, const kiosk::SigningNote &note, const kiosk::PaperWish &paper,
                                const std::string &draft) -> Result<ActModel::Registered> {
        GUICHET_ASSIGN(auto done, kiosk::registerOptout(desk, wish, note, paper, draft));
        QStringList outcome;
        std::map<CivilDate, QStringList> owed;
        for (const auto &act : done.acts) {
            const auto title = QString::fromStdString(kiosk::titleOf(desk.machine.catalogue, act, desk.language));
            outcome.push_back(title + QStringLiteral(" – ") + Wording::status(act));
            if (act.due) {
                owed[*act.due].push_back(title);
            }
        }
        for (const auto &[due, titles] : owed) {
            outcome.push_back(
                owed.size() == 1
                    ? tr("An answer is owed by %1.").arg(Wording::day(due))
                    : tr("An answer is owed by %1 for: %2.").arg(Wording::day(due), titles.join(QStringLiteral(", "))));
        }
        std::vector<std::string> awaiting;
        for (const auto &act : done.acts) {
            if (std::ranges::find(done.held, act.subject) != done.held.end()) {
                awaiting.push_back(act.reference);
            }
        }
        const auto say = kiosk::textsOf(desk, desk.language, kiosk::today(desk));
        if (done.letter) { // it is made next
            std::erase(done.waits, kiosk::Wait::Letter);
        }
        for (const auto wait : done.waits) {
            outcome.push_back(tr("It waits: %1.").arg(QString::fromStdString(kiosk::waitWords(say, wait))));
        }
        if (done.letter) {
            outcome.push_back(postLetter());
        }
        const bool leaves = done.waits.empty();
        return ActModel::Registered{outcome, std::move(done.receipt), std::move(done.letter), std::move(awaiting),
                                    leaves};
    });
}

} // namespace guichet::ui
