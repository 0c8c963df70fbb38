// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/request_model.h"

#include "base/text.h"
#include "kiosk/catalogue/form_search.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

#include <algorithm>

namespace guichet::ui {
namespace {

QString joined(const printing::Runs &runs) {
    QString text;
    for (const auto &run : runs) {
        text += QString::fromStdString(run.text);
    }
    return text;
}

} // namespace

RequestModel::RequestModel(KioskModel &kiosk)
    : ActModel(kiosk, kRequestPart), answers_(kiosk), forms_({"label", "about", "picked"}),
      fields_(FormAnswers::roles()), read_({"label", "value"}), pieces_({"label", "about", "picked"}),
      signatories_({"label", "about"}) {}

FormAnswers::Page RequestModel::lines() const {
    FormAnswers::Page lines;
    const auto all = answers_.pages();
    for (std::size_t page = 0; page < all.size(); ++page) {
        if (whole_ || page == page_) {
            lines.insert(lines.end(), all[page].begin(), all[page].end());
        }
    }
    return lines;
}

QString RequestModel::title() const {
    switch (stage_) {
    case Choosing: return tr("A request");
    case Filling:
    case Pieces: return form() == nullptr ? QString{} : Wording::inLanguage(form()->title, kiosk().language());
    case Signing: return earlier() ? tr("The paper is signed already") : tr("The paper is to be read and signed");
    case Filed: return tr("Received");
    case Removed: return tr("Removed");
    }
    return {};
}

QString RequestModel::under() const {
    switch (stage_) {
    case Choosing: return kiosk().personTitle() + QStringLiteral(" · ") + kiosk().personUnder();
    case Filling:
        if (whole_) {
            return tr("The whole form. What is not known may stay empty: the request is received all the same.");
        }
        return tr("Page %1 of %2. What is not known may stay empty: the request is received all the same.")
            .arg(page_ + 1)
            .arg(answers_.pages().size() + 1);
    case Pieces:
        return pieces_.count() == 0
                   ? tr("Read the answers out, then print the paper to sign.")
                   : tr("Tick what is there. What is missing can be brought later: the date counts from today.");
    case Signing: return tr("Nothing is filed before it is signed.");
    case Filed: return receiptWay();
    case Removed: return {};
    }
    return {};
}

QString RequestModel::piecesNote() const {
    if (form() == nullptr) {
        return {};
    }
    const auto missing = std::ranges::count_if(form()->pieces, [this](const auto &piece) {
        return piece.required && answers_.applies(piece.when) && !given_.contains(piece.id);
    });
    if (pieces_.count() == 0) {
        return tr("This request needs no document beside.");
    }
    return missing == 0 ? tr("Nothing is missing.")
                        : tr("%n document(s) missing: the receipt lists them, with the day to bring them by.", "",
                             static_cast<int>(missing));
}

QString RequestModel::edition() const {
    return stage_ != Pieces || form() == nullptr ? QString{} : tr("Form %1").arg(Wording::edition(*form()));
}

QString RequestModel::signedElsewhere() const {
    const bool apart = stage_ == Pieces && form() != nullptr &&
                       std::ranges::any_of(form()->signatures, [this](const kiosk::SignatureLine &line) {
                           return line.apart && answers_.mayApply(line.when) != false;
                       });
    return apart ? tr("The paper can be taken along, signed elsewhere on another day, and brought back here.")
                 : QString{};
}

QString RequestModel::action() const {
    switch (stage_) {
    case Choosing:
    case Filling: return tr("Continue");
    case Pieces: return printed() ? tr("Go on to the signature") : tr("Print the paper to sign");
    case Signing: return tr("File it");
    case Filed: return tr("Done");
    case Removed: return tr("Start again");
    }
    return {};
}

QString RequestModel::actionIcon() const {
    switch (stage_) {
    case Choosing:
    case Filling: return QStringLiteral("go-next");
    case Pieces: return printed() ? QStringLiteral("go-next") : QStringLiteral("printer-symbolic");
    case Signing: return QStringLiteral("document-sign");
    case Filed: return QStringLiteral("dialog-ok-apply");
    case Removed: return QStringLiteral("go-next");
    }
    return {};
}

QString RequestModel::missing() const {
    if (stage_ == Choosing && form() == nullptr) {
        return tr("Choose a form");
    }
    if (stage_ == Filling) {
        return answers_.missingOn(lines());
    }
    if (stage_ == Pieces && declined()) {
        return tr("The person does not want this");
    }
    if (stage_ == Signing) {
        return signingMissing();
    }
    return {};
}

QString RequestModel::otherView() const {
    if (stage_ != Filling || answers_.pages().size() < 2) {
        return {};
    }
    return whole_ ? tr("Page by page") : tr("The whole form");
}

QList<QVariantList> RequestModel::answerRows() const {
    QList<QVariantList> rows;
    for (const auto &fact : answers_.facts({kiosk().catalogue(), kiosk().language(), kiosk().today()}).rows) {
        rows.push_back({joined(fact.label), joined(std::get<printing::Paragraph>(fact.value.front().content).runs)});
    }
    return rows;
}

printing::Blocks RequestModel::answered(const kiosk::Texts &say) const {
    printing::TickBoxes pieces;
    if (form() != nullptr) {
        for (const auto &piece : form()->pieces) {
            if (answers_.applies(piece.when)) {
                pieces.boxes.push_back({given_.contains(piece.id), wordsOf(piece.label, say)});
            }
        }
    }
    printing::Blocks blocks{{answers_.facts(say)}};
    if (!pieces.boxes.empty()) {
        blocks.push_back(printing::heading(2, say("theirs.pieces")));
        blocks.push_back({std::move(pieces)});
    }
    return blocks;
}

void RequestModel::showForms() {
    const auto &language = kiosk().language();
    const auto found = kiosk::findForms(kiosk().catalogue(), said_.toStdString());
    const bool refusal = found.nothing && !found.scopes.empty();
    found_ = refusal ? tr("A refusal, an opt-out: %1. It is asked for from the person’s page.")
                           .arg(QString::fromStdString(found.scopes.front()->title.in(language)))
             : found.nothing ? Wording::noForm()
                             : QString{};
    shown_.clear();
    QList<QVariantList> rows;
    for (const auto *form : found.forms) {
        shown_.push_back(form->id);
        rows.push_back({Wording::inLanguage(form->title, language), Wording::edition(*form), form == this->form()});
    }
    forms_.setRows(rows);
}

QList<QVariantList> RequestModel::signatoryRows() const {
    QList<QVariantList> rows;
    if (stage_ != Pieces || form() == nullptr) {
        return rows;
    }
    for (const auto &line : form()->signatures) {
        const auto signs = answers_.mayApply(line.when);
        if (signs == false) {
            continue;
        }
        QStringList about;
        if (!signs) {
            about.push_back(answers_.conditionWords(line.when));
        }
        if (line.apart) {
            about.push_back(tr("May sign on another day and elsewhere"));
        }
        rows.push_back({Wording::inLanguage(line.label, kiosk().language()), about.join(QStringLiteral(". "))});
    }
    return rows;
}

void RequestModel::showRows() {
    const auto &language = kiosk().language();
    showForms();

    QList<QVariantList> fields;
    if (stage_ == Filling) {
        for (const auto &line : lines()) {
            fields.push_back(answers_.row(line, insisted_));
        }
    }
    fields_.mendRows(fields);

    read_.setRows(stage_ == Pieces ? answerRows() : QList<QVariantList>{});
    QList<QVariantList> pieces;
    if (form() != nullptr) {
        for (const auto &piece : form()->pieces) {
            if (answers_.applies(piece.when)) {
                const auto about = piece.originalOnly ? tr("The original")
                                   : piece.required   ? QString{}
                                                      : tr("If there is one");
                pieces.push_back({Wording::inLanguage(piece.label, language), about, given_.contains(piece.id)});
            }
        }
    }
    pieces_.setRows(pieces);
    signatories_.setRows(signatoryRows());
    showSignings();
}

void RequestModel::clear() {
    stage_ = Choosing;
    said_.clear();
    answers_.setForm(nullptr);
    page_ = 0;
    whole_ = false;
    insisted_ = false;
    given_.clear();
    wish_ = {};
    fields_.setRows({});
    pieces_.setRows({});
    ActModel::clear();
}

void RequestModel::load() {
    if (stage_ == Filed || stage_ == Removed) {
        clear();
    }
    showRows();
}

void RequestModel::noteIn(kiosk::Place &place) const {
    if (stage_ == Filed || stage_ == Removed) {
        return;
    }
    place["said"] = said_.toStdString();
    place["form"] = form() == nullptr ? std::string() : form()->id;
    place["stage"] = std::to_string(stage_);
    place["page"] = std::to_string(page_);
    place["whole"] = whole_ ? "yes" : "no";
    place["given"] = join({given_.begin(), given_.end()}, " ");
    answers_.noteIn(place);
    noteAct(place);
}

bool RequestModel::begin(std::string_view form, std::string_view answers) {
    const bool written = stage_ != Choosing && stage_ != Filed && stage_ != Removed && answers_.json() != "{}";
    if (hasDraft() || waiting() || written) {
        return false;
    }
    clear();
    answers_.setForm(kiosk().catalogue().form(form));
    answers_.fill(answers);
    stage_ = answers_.form() == nullptr ? Choosing : Filling;
    showRows();
    return true;
}

void RequestModel::goOnFrom(const kiosk::Place &place) {
    clear();
    answers_.setForm(kiosk().catalogue().form(kiosk::noted(place, "form").value_or(std::string())));
    answers_.takeUp(place);
    bool signing = false;
    for (const auto &[name, value] : place) {
        const auto number = QString::fromStdString(value).toInt();
        if (name == "said") {
            said_ = QString::fromStdString(value);
        } else if (name == "stage" && number >= Choosing && number <= Signing) {
            signing = number == Signing;
            stage_ = signing ? Pieces : static_cast<Stage>(number); // where one comes back to from the signature
        } else if (name == "page" && number > 0) {
            page_ = static_cast<std::size_t>(number);
        } else if (name == "whole") {
            whole_ = value == "yes";
        } else if (name == "given" && !value.empty()) {
            const auto pieces = split(value, ' ');
            given_ = {pieces.begin(), pieces.end()};
        }
    }
    if (form() == nullptr) {
        stage_ = Choosing;
    }
    page_ = std::min(page_, std::max<std::size_t>(answers_.pages().size(), 1) - 1);
    takeUpAct(place);
    takeUpDraft(
        place, signing,
        [this](kiosk::Desk &desk, std::string_view draft, const kiosk::PaperWish &paper) -> Result<TakenUp> {
            GUICHET_ASSIGN(const auto wish, kiosk::requestDraft(desk, draft));
            GUICHET_ASSIGN(auto form, kiosk::requestForm(desk, wish, paper));
            return TakenUp{std::move(form), maker(wish), [this, wish] { wish_ = wish; }};
        },
        kiosk::dropRequestDraft);
    showRows();
}

void RequestModel::setSaid(const QString &said) {
    if (said_ == said) {
        return;
    }
    said_ = said;
    showForms();
    if (form() != nullptr && std::ranges::find(shown_, form()->id) == shown_.end()) {
        answers_.setForm(nullptr); // nobody goes on with a form that is out of sight
    }
    showRows();
}

void RequestModel::chooseFirst() {
    if (!said_.trimmed().isEmpty() && found_.isEmpty()) {
        chooseForm(0);
    }
}

void RequestModel::chooseForm(int row) {
    if (row < 0 || row >= static_cast<int>(shown_.size())) {
        return;
    }
    const auto *chosen = kiosk().catalogue().form(shown_[static_cast<std::size_t>(row)]);
    if (chosen != form()) {
        answers_.setForm(chosen);
        given_.clear();
        forgetAgreement();
        showRows();
    }
}

void RequestModel::setField(int row, const QString &value) {
    const auto all = lines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_.set(all[static_cast<std::size_t>(row)], value);
        forgetAgreement();
        showRows();
    }
}

void RequestModel::chooseField(int row, int choice) {
    const auto all = lines();
    if (row < 0 || row >= static_cast<int>(all.size())) {
        return;
    }
    const auto &line = all[static_cast<std::size_t>(row)];
    forgetAgreement();
    answers_.choose(line, choice);
    if (line.addsEntry && !whole_) {
        ++page_;
    }
    showRows();
    if (line.addsEntry && whole_) {
        emit fieldWanted(row);
    }
}

void RequestModel::confirmField(int row) {
    const auto all = lines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_.confirm(all[static_cast<std::size_t>(row)]);
        showRows();
    }
}

void RequestModel::toggleWhole() {
    const auto all = answers_.pages();
    if (otherView().isEmpty()) {
        return;
    }
    insisted_ = false;
    whole_ = !whole_;
    page_ = std::min(page_, all.size() - 1);
    int row = 0;
    for (std::size_t page = 0; whole_ && page < page_; ++page) {
        row += static_cast<int>(all[page].size());
    }
    showRows();
    emit fieldWanted(row);
}

void RequestModel::insist() {
    if (stage_ != Filling) {
        return;
    }
    insisted_ = true;
    showRows();
    const auto all = lines();
    const auto wrong = std::ranges::find_if(
        all, [this](const FormAnswers::Line &line) { return !answers_.troubleOf(line, true).isEmpty(); });
    if (wrong != all.end()) {
        emit fieldWanted(static_cast<int>(wrong - all.begin()));
    }
}

void RequestModel::togglePiece(int row) {
    int at = 0;
    for (const auto &piece : form()->pieces) {
        if (answers_.applies(piece.when) && at++ == row) {
            if (given_.erase(piece.id) == 0) {
                given_.insert(piece.id);
            }
        }
    }
    forgetAgreement();
    showRows();
}

void RequestModel::next() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    insisted_ = false;
    switch (stage_) {
    case Choosing:
        stage_ = Filling;
        page_ = 0;
        break;
    case Filling:
        if (!whole_ && page_ + 1 < answers_.pages().size()) {
            ++page_;
        } else {
            stage_ = Pieces;
        }
        break;
    case Pieces:
        forgetEarlier(); // where that failed
        prepare();
        break;
    case Signing: fileSigned(); break;
    case Filed: kiosk().openPerson(); return;
    case Removed: load(); return;
    }
    showRows();
}

void RequestModel::back() {
    insisted_ = false;
    switch (stage_) {
    case Choosing:
    case Filed:
    case Removed: kiosk().back(); return;
    case Filling:
        if (!whole_ && page_ > 0) {
            --page_;
        } else {
            stage_ = Choosing;
        }
        break;
    case Pieces:
        stage_ = Filling;
        page_ = answers_.pages().empty() ? 0 : answers_.pages().size() - 1;
        break;
    case Signing:
        stage_ = Pieces; // all that is written stays, the draft too
        forgetEarlier();
        break;
    }
    showRows();
}

kiosk::RequestWish RequestModel::wishNow() const {
    const auto visit = kiosk().visit();
    kiosk::RequestWish wish;
    wish.person = visit.person.value_or(std::string{});
    wish.form = form()->id;
    wish.formText = form()->source;
    wish.answers = answers_.json();
    wish.pieces = {given_.begin(), given_.end()};
    wish.presence = visit.presence;
    return wish;
}

void RequestModel::prepare() {
    if (printed()) {
        toSigning();
        return;
    }
    wish_ = wishNow();
    prepareWith(maker(wish_), kiosk::dropRequestDraft);
}

ActModel::MakeDraft RequestModel::maker(kiosk::RequestWish wish) {
    return [wish = std::move(wish)](kiosk::Desk &desk, const kiosk::PaperWish &paper) -> Result<Drafted> {
        GUICHET_ASSIGN(auto prepared, kiosk::prepareRequest(desk, wish, paper));
        return Drafted{std::move(prepared.draft), std::move(prepared.form)};
    };
}

bool RequestModel::printed() const { return form() != nullptr && draftStands() && wishNow() == wish_; }

void RequestModel::prepared() {
    stage_ = Signing;
    showRows();
}

void RequestModel::registered() {
    stage_ = Filed;
    showRows();
}

void RequestModel::removed() {
    stage_ = Removed;
    showRows();
}

QString RequestModel::receiptOwed() const { return tr("It is filed; the receipt is not printed yet."); }

void RequestModel::fileSigned() {
    registerWith([wish = wish_](kiosk::Desk &desk, const kiosk::SigningNote &note, const kiosk::PaperWish &paper,
                                const std::string &draft) -> Result<Registered> {
        GUICHET_ASSIGN(auto filed, kiosk::fileRequest(desk, wish, note, paper, draft));
        QStringList outcome{Wording::status(filed.act)};
        const auto form = kiosk::formOf(desk.machine.catalogue, filed.act);
        for (const auto &missing : filed.act.piecesMissing) {
            outcome.push_back(
                tr("Missing: %1").arg(QString::fromStdString(kiosk::missingWords(*form, missing, desk.language))));
        }
        if (filed.act.completeBy) {
            outcome.push_back(tr("To be brought by %1.").arg(Wording::day(*filed.act.completeBy)));
        }
        if (filed.letter) {
            outcome.push_back(postLetter());
        }
        return Registered{outcome, std::move(filed.receipt), std::move(filed.letter)};
    });
}

} // namespace guichet::ui
