// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/request_model.h"

#include "base/text.h"
#include "kiosk/catalogue/form_search.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guichet::ui {
namespace {

/// What is noted of an answer and of the entries of a list, before its key.
const std::string kAnswer = "answer ";
const std::string kEntries = "entries ";

/// As many fields as a screen shows without scrolling.
constexpr std::size_t kMostOnAPage = 4;

QString text(const kiosk::Text &words, const std::string &language) {
    return QString::fromStdString(words.in(language));
}

bool isYesNo(const kiosk::Field &field) { return field.kind == kiosk::FieldKind::YesNo; }

/// What fields of one page have in common: "parent1" of "parent1-name".
std::string groupOf(const kiosk::Field &field) { return field.id.substr(0, field.id.find('-')); }

printing::Runs wordsOf(const kiosk::Text &text, const kiosk::Texts &say) {
    printing::Run run{text.in(say.language())};
    run.language = text.has(say.language()) ? say.language() : "fr";
    return {run};
}

QString joined(const printing::Runs &runs) {
    QString text;
    for (const auto &run : runs) {
        text += QString::fromStdString(run.text);
    }
    return text;
}

} // namespace

RequestModel::RequestModel(KioskModel &kiosk)
    : ActModel(kiosk), forms_({"label", "about", "picked"}),
      fields_({"label", "hint", "value", "masked", "understood", "trouble", "digits", "choices", "picked"}),
      read_({"label", "value"}), pieces_({"label", "about", "picked"}), signatories_({"label", "about"}) {}

std::string RequestModel::Line::key() const {
    return list.empty() ? field->id : list + '/' + std::to_string(entry) + '/' + field->id;
}

const kiosk::Form *RequestModel::form() const { return kiosk().catalogue().form(form_); }

bool RequestModel::applies(const kiosk::Condition &when) const {
    const auto found = answers_.find(when.field);
    return when.field.empty() || (found != answers_.end() && found->second.toStdString() == when.is);
}

std::optional<bool> RequestModel::mayApply(const kiosk::Condition &when) const {
    const auto found = answers_.find(when.field);
    const bool open = !when.field.empty() && (found == answers_.end() || found->second.isEmpty());
    return open ? std::nullopt : std::optional(applies(when));
}

QString RequestModel::conditionWords(const kiosk::Condition &when) const {
    const auto field = std::ranges::find(form()->fields, when.field, &kiosk::Field::id);
    if (field == form()->fields.end()) {
        return {};
    }
    const auto option = std::ranges::find(field->options, when.is, &kiosk::Option::id);
    const auto answer = option != field->options.end() ? text(option->label, kiosk().language())
                        : when.is == "yes"             ? tr("Yes")
                        : when.is == "no"              ? tr("No")
                                                       : QString::fromStdString(when.is);
    return tr("Only if “%1”: %2").arg(text(field->label, kiosk().language()), answer);
}

std::vector<RequestModel::Page> RequestModel::pages() const {
    std::vector<Page> pages;
    if (form() == nullptr) {
        return pages;
    }
    std::string group;
    for (const auto &field : form()->fields) {
        if (!applies(field.when)) {
            continue;
        }
        if (field.kind == kiosk::FieldKind::List) {
            const auto found = entries_.find(field.id);
            const auto count = found == entries_.end() ? 1 : found->second;
            for (std::size_t entry = 0; entry < count; ++entry) {
                Page page;
                for (const auto &column : field.items) {
                    page.push_back({&column, field.id, entry, false});
                }
                if (entry + 1 == count) {
                    page.push_back({&field, {}, count, true});
                }
                pages.push_back(std::move(page));
            }
            group.clear();
            continue;
        }
        const auto own = groupOf(field);
        const bool together = !pages.empty() && !group.empty() && pages.back().size() < kMostOnAPage &&
                              (own == group || pages.back().size() < 3);
        if (!together) {
            pages.emplace_back();
        }
        group = own;
        pages.back().push_back({&field, {}, 0, false});
    }
    return pages;
}

RequestModel::Page RequestModel::lines() const {
    Page lines;
    const auto all = pages();
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
    case Pieces: return form() == nullptr ? QString{} : text(form()->title, kiosk().language());
    case Signing: return tr("The paper is to be read and signed");
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
            .arg(pages().size() + 1);
    case Pieces:
        return pieces_.count() == 0
                   ? tr("Read the answers out, then print the paper to sign.")
                   : tr("Tick what is there. What is missing can be brought later: the date counts from today.");
    case Signing: return tr("Nothing is filed before it is signed.");
    case Filed: return tr("The receipt is on its way to the printer. Hand it over.");
    case Removed: return {};
    }
    return {};
}

QString RequestModel::piecesNote() const {
    if (form() == nullptr) {
        return {};
    }
    const auto missing = std::ranges::count_if(form()->pieces, [this](const auto &piece) {
        return piece.required && applies(piece.when) && !given_.contains(piece.id);
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
                           return line.apart && mayApply(line.when) != false;
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
        for (const auto &line : lines()) {
            if (!line.addsEntry && !troubleOf(line, false).isEmpty()) {
                return tr("Correct what is marked");
            }
            if (!line.addsEntry && isUnfinishedDate(line)) {
                return tr("Finish the date, or empty it");
            }
        }
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
    if (stage_ != Filling || pages().size() < 2) {
        return {};
    }
    return whole_ ? tr("Page by page") : tr("The whole form");
}

printing::Facts RequestModel::facts(const kiosk::Texts &say) const {
    printing::Facts facts;
    for (const auto &page : pages()) {
        for (const auto &line : page) {
            if (line.addsEntry) {
                continue;
            }
            const auto value = answerTo(line).toStdString();
            const auto option = std::ranges::find(line.field->options, value, &kiosk::Option::id);
            auto answer = printing::plain(value);
            if (value.empty()) {
                answer = printing::plain(say("theirs.not-answered"));
            } else if (isYesNo(*line.field)) {
                answer = printing::plain(say(value == "yes" ? "theirs.yes" : "theirs.no"));
            } else if (option != line.field->options.end()) {
                answer = wordsOf(option->label, say);
            } else if (line.field->kind == kiosk::FieldKind::Date) {
                if (const auto day = readBirthDate(value, kiosk().today())) {
                    answer = printing::plain(Wording::numbers(day->text()).toStdString());
                }
            }
            facts.rows.push_back({wordsOf(line.field->label, say), {printing::text(std::move(answer))}});
        }
    }
    return facts;
}

QList<QVariantList> RequestModel::answerRows() const {
    QList<QVariantList> rows;
    for (const auto &fact : facts({kiosk().catalogue(), kiosk().language(), kiosk().today()}).rows) {
        rows.push_back({joined(fact.label), joined(std::get<printing::Paragraph>(fact.value.front().content).runs)});
    }
    return rows;
}

printing::Blocks RequestModel::answered(const kiosk::Texts &say) const {
    printing::TickBoxes pieces;
    if (form() != nullptr) {
        for (const auto &piece : form()->pieces) {
            if (applies(piece.when)) {
                pieces.boxes.push_back({given_.contains(piece.id), wordsOf(piece.label, say)});
            }
        }
    }
    printing::Blocks blocks{{facts(say)}};
    if (!pieces.boxes.empty()) {
        blocks.push_back(printing::heading(2, say("theirs.pieces")));
        blocks.push_back({std::move(pieces)});
    }
    return blocks;
}

bool RequestModel::isUnfinishedDate(const Line &line) const {
    return line.field->kind == kiosk::FieldKind::Date &&
           !Wording::typedDate(answerTo(line), kiosk().today(), true).problem.isEmpty();
}

QString RequestModel::answerTo(const Line &line) const {
    const auto found = answers_.find(line.key());
    if (found == answers_.end()) {
        return {};
    }
    const auto typed = found->second.trimmed();
    return line.field->recent ? QString::fromStdString(withRecentYear(typed.toStdString(), kiosk().today())) : typed;
}

QString RequestModel::troubleOf(const Line &line, bool entered) const {
    const auto found = answers_.find(line.key());
    if (found == answers_.end() || found->second.isEmpty()) {
        return {};
    }
    if (line.field->kind == kiosk::FieldKind::Date) {
        return Wording::typedDate(answerTo(line), kiosk().today(), entered).problem;
    }
    if (line.field->kind == kiosk::FieldKind::Nir) {
        const auto nir = storage::parseNir(found->second.toStdString());
        return nir ? QString{} : sentence(nir.error());
    }
    return {};
}

void RequestModel::showForms() {
    const auto &language = kiosk().language();
    const auto found = kiosk::findForms(kiosk().catalogue(), said_.toStdString());
    found_ = found.nothing ? Wording::noForm() : QString{};
    shown_.clear();
    QList<QVariantList> rows;
    for (const auto *form : found.forms) {
        shown_.push_back(form->id);
        rows.push_back({text(form->title, language), Wording::edition(*form), form->id == form_});
    }
    forms_.setRows(rows);
}

QList<QVariantList> RequestModel::signatoryRows() const {
    QList<QVariantList> rows;
    if (stage_ != Pieces || form() == nullptr) {
        return rows;
    }
    for (const auto &line : form()->signatures) {
        const auto signs = mayApply(line.when);
        if (signs == false) {
            continue;
        }
        QStringList about;
        if (!signs) {
            about.push_back(conditionWords(line.when));
        }
        if (line.apart) {
            about.push_back(tr("May sign on another day and elsewhere"));
        }
        rows.push_back({text(line.label, kiosk().language()), about.join(QStringLiteral(". "))});
    }
    return rows;
}

void RequestModel::showRows() {
    const auto &language = kiosk().language();
    showForms();

    QList<QVariantList> fields;
    if (stage_ == Filling) {
        for (const auto &line : lines()) {
            if (line.addsEntry) {
                fields.push_back({text(line.field->label, language),
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  false,
                                  QStringList{tr("Add another one")},
                                  -1});
                continue;
            }
            const auto found = answers_.find(line.key());
            const auto value = found == answers_.end() ? QString{} : found->second;
            QStringList choices;
            int picked = -1;
            if (isYesNo(*line.field)) {
                choices = {tr("Yes"), tr("No")};
                picked = value == QStringLiteral("yes") ? 0 : value == QStringLiteral("no") ? 1 : -1;
            }
            for (const auto &option : line.field->options) {
                if (value.toStdString() == option.id) {
                    picked = static_cast<int>(choices.size());
                }
                choices.push_back(text(option.label, language));
            }
            const bool date = line.field->kind == kiosk::FieldKind::Date;
            const bool digits =
                date || line.field->kind == kiosk::FieldKind::Nir || line.field->kind == kiosk::FieldKind::Number ||
                line.field->kind == kiosk::FieldKind::Amount || line.field->kind == kiosk::FieldKind::Phone;
            const auto read =
                date ? readBirthDate(answerTo(line).toStdString(), kiosk().today()) : fail(ErrorCode::BadDate);
            const auto question = text(line.field->question, language);
            auto label = question.isEmpty() ? text(line.field->label, language) : question;
            if (!line.list.empty() && line.entry > 0) {
                label += QStringLiteral(" (%1)").arg(line.entry + 1);
            }
            if (!line.field->required) {
                label = tr("%1 – optional").arg(label);
            }
            const bool number = line.field->kind == kiosk::FieldKind::Nir;
            const auto hint = line.field->recent ? tr("yesterday, 25 november")
                              : date             ? tr("03041941, 3 april 41")
                                                 : QString::fromStdString(line.field->example);
            fields.push_back({label, hint, value, number ? Wording::masked(value) : value,
                              read ? Wording::born(*read) : QString{}, troubleOf(line, insisted_), digits, choices,
                              picked});
        }
    }
    fields_.mendRows(fields);

    read_.setRows(stage_ == Pieces ? answerRows() : QList<QVariantList>{});
    QList<QVariantList> pieces;
    if (form() != nullptr) {
        for (const auto &piece : form()->pieces) {
            if (applies(piece.when)) {
                const auto about = piece.originalOnly ? tr("The original")
                                   : piece.required   ? QString{}
                                                      : tr("If there is one");
                pieces.push_back({text(piece.label, language), about, given_.contains(piece.id)});
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
    form_.clear();
    page_ = 0;
    whole_ = false;
    insisted_ = false;
    answers_.clear();
    entries_.clear();
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
        place.erase("screen"); // over: the person's page comes next
        return;
    }
    place["said"] = said_.toStdString();
    place["form"] = form_;
    place["stage"] = std::to_string(stage_);
    place["page"] = std::to_string(page_);
    place["whole"] = whole_ ? "yes" : "no";
    place["given"] = join({given_.begin(), given_.end()}, " ");
    for (const auto &[key, answer] : answers_) {
        place[kAnswer + key] = answer.toStdString();
    }
    for (const auto &[list, count] : entries_) {
        place[kEntries + list] = std::to_string(count);
    }
    noteAct(place);
}

void RequestModel::takeUp(const kiosk::Place &place) {
    clear();
    bool signing = false;
    for (const auto &[name, value] : place) {
        const auto number = QString::fromStdString(value).toInt();
        if (name == "said") {
            said_ = QString::fromStdString(value);
        } else if (name == "form" && kiosk().catalogue().form(value) != nullptr) {
            form_ = value;
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
        } else if (name.starts_with(kAnswer)) {
            answers_[name.substr(kAnswer.size())] = QString::fromStdString(value);
        } else if (name.starts_with(kEntries) && number > 0) {
            entries_[name.substr(kEntries.size())] = static_cast<std::size_t>(number);
        }
    }
    if (form() == nullptr) {
        stage_ = Choosing;
    }
    page_ = std::min(page_, std::max<std::size_t>(pages().size(), 1) - 1);
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
    if (std::ranges::find(shown_, form_) == shown_.end()) {
        form_.clear(); // nobody goes on with a form that is out of sight
    }
    showRows();
}

void RequestModel::chooseFirst() {
    if (!said_.trimmed().isEmpty() && found_.isEmpty()) {
        chooseForm(0);
    }
}

void RequestModel::chooseForm(int row) {
    if (row >= 0 && row < static_cast<int>(shown_.size()) && shown_[static_cast<std::size_t>(row)] != form_) {
        form_ = shown_[static_cast<std::size_t>(row)];
        answers_.clear();
        entries_.clear();
        given_.clear();
        forgetAgreement();
        showRows();
    }
}

void RequestModel::setField(int row, const QString &value) {
    const auto all = lines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_[all[static_cast<std::size_t>(row)].key()] = value;
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
    if (line.addsEntry) {
        entries_[line.field->id] = line.entry + 1;
        page_ += whole_ ? 0 : 1;
    } else if (isYesNo(*line.field)) {
        answers_[line.key()] = choice == 0 ? QStringLiteral("yes") : QStringLiteral("no");
    } else if (choice >= 0 && choice < static_cast<int>(line.field->options.size())) {
        answers_[line.key()] = QString::fromStdString(line.field->options[static_cast<std::size_t>(choice)].id);
    }
    showRows();
    if (line.addsEntry && whole_) {
        emit fieldWanted(row);
    }
}

void RequestModel::toggleWhole() {
    const auto all = pages();
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
        all, [this](const Line &line) { return !line.addsEntry && !troubleOf(line, true).isEmpty(); });
    if (wrong != all.end()) {
        emit fieldWanted(static_cast<int>(wrong - all.begin()));
    }
}

void RequestModel::togglePiece(int row) {
    int at = 0;
    for (const auto &piece : form()->pieces) {
        if (applies(piece.when) && at++ == row) {
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
        if (!whole_ && page_ + 1 < pages().size()) {
            ++page_;
        } else {
            stage_ = Pieces;
        }
        break;
    case Pieces: prepare(); break;
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
        page_ = pages().empty() ? 0 : pages().size() - 1;
        break;
    case Signing:
        stage_ = Pieces; // all that is written stays, the draft too
        break;
    }
    showRows();
}

std::string RequestModel::answersJson() const {
    auto answers = nlohmann::json::object();
    for (const auto &page : pages()) {
        for (const auto &line : page) {
            auto value = line.addsEntry ? std::string() : answerTo(line).toStdString();
            if (value.empty()) {
                continue;
            }
            if (line.field->kind == kiosk::FieldKind::Date) {
                if (const auto day = readBirthDate(value, kiosk().today())) {
                    value = day->text();
                }
            }
            if (line.list.empty()) {
                answers[line.field->id] = value;
            } else {
                auto &entries = answers[line.list];
                if (entries.is_null()) {
                    entries = nlohmann::json::array();
                }
                while (entries.size() <= line.entry) {
                    entries.push_back(nlohmann::json::object());
                }
                entries[line.entry][line.field->id] = value;
            }
        }
    }
    return answers.dump();
}

kiosk::RequestWish RequestModel::wishNow() const {
    const auto visit = kiosk().visit();
    kiosk::RequestWish wish;
    wish.person = visit.person.value_or(std::string{});
    wish.form = form_;
    wish.formText = form()->source;
    wish.answers = answersJson();
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

bool RequestModel::printed() const { return draftStands() && wishNow() == wish_; }

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
        return Registered{outcome, std::move(filed.receipt)};
    });
}

} // namespace guichet::ui
