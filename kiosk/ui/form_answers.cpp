// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/form_answers.h"

#include "base/text.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/birth_input.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/view_model.h"
#include "kiosk/ui/wording.h"
#include "storage/nir.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guichet::ui {
namespace {

using kiosk::FieldKind;

/// What is noted of an answer, of the entries of a list and of what was confirmed, before its key.
const std::string kAnswer = "answer ";
const std::string kEntries = "entries ";
const std::string kConfirmed = "confirmed ";

/// As many fields as a screen shows without scrolling.
constexpr std::size_t kMostOnAPage = 4;

/// Of a column of an entry of a list.
std::string keyOf(const std::string &list, std::size_t entry, const std::string &column) {
    return list + '/' + std::to_string(entry) + '/' + column;
}

bool isYesNo(const kiosk::Field &field) { return field.kind == FieldKind::YesNo; }

/// What fields of one page have in common: "parent1" of "parent1-name".
std::string groupOf(const kiosk::Field &field) { return field.id.substr(0, field.id.find('-')); }

bool takesDigits(FieldKind kind) {
    return kind == FieldKind::Date || kind == FieldKind::Nir || kind == FieldKind::Number ||
           kind == FieldKind::Amount || kind == FieldKind::Phone;
}

} // namespace

printing::Runs wordsOf(const kiosk::Text &text, const kiosk::Texts &say) {
    printing::Run run{text.in(say.language())};
    run.language = text.has(say.language()) ? say.language() : "fr";
    return {run};
}

std::string FormAnswers::Line::key() const { return list.empty() ? field->id : keyOf(list, entry, field->id); }

void FormAnswers::setForm(const kiosk::Form *form) {
    forget();
    form_ = form;
}

void FormAnswers::forget() {
    answers_.clear();
    entries_.clear();
    confirmed_.clear();
}

QString FormAnswers::value(const Line &line) const {
    const auto found = answers_.find(line.key());
    return found == answers_.end() ? QString{} : found->second;
}

bool FormAnswers::applies(const kiosk::Condition &when) const {
    const auto found = answers_.find(when.field);
    return when.field.empty() || (found != answers_.end() && found->second.toStdString() == when.is);
}

std::optional<bool> FormAnswers::mayApply(const kiosk::Condition &when) const {
    const auto found = answers_.find(when.field);
    const bool open = !when.field.empty() && (found == answers_.end() || found->second.isEmpty());
    return open ? std::nullopt : std::optional(applies(when));
}

QString FormAnswers::conditionWords(const kiosk::Condition &when) const {
    const auto field = std::ranges::find(form_->fields, when.field, &kiosk::Field::id);
    if (field == form_->fields.end()) {
        return {};
    }
    const auto &language = kiosk_.language();
    const auto option = std::ranges::find(field->options, when.is, &kiosk::Option::id);
    const auto answer = option != field->options.end() ? Wording::inLanguage(option->label, language)
                        : when.is == "yes"             ? tr("Yes")
                        : when.is == "no"              ? tr("No")
                                                       : QString::fromStdString(when.is);
    return tr("Only if “%1”: %2").arg(Wording::inLanguage(field->label, language), answer);
}

std::vector<FormAnswers::Page> FormAnswers::pages() const {
    std::vector<Page> pages;
    if (form_ == nullptr) {
        return pages;
    }
    std::string group;
    for (const auto &field : form_->fields) {
        if (!applies(field.when)) {
            continue;
        }
        if (field.kind == FieldKind::List) {
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

QString FormAnswers::answerTo(const Line &line) const {
    const auto typed = value(line).trimmed();
    return line.field->recent ? QString::fromStdString(withRecentYear(typed.toStdString(), kiosk_.today())) : typed;
}

QString FormAnswers::troubleOf(const Line &line, bool entered) const {
    if (line.addsEntry || value(line).isEmpty() || confirmed_.contains(line.key())) {
        return {};
    }
    const auto answer = answerTo(line);
    if (line.field->kind == FieldKind::Date) {
        return Wording::typedDate(answer, kiosk_.today(), entered).problem;
    }
    if (line.field->kind == FieldKind::Nir) {
        const auto nir = storage::parseNir(answer.toStdString());
        return nir ? QString{} : ViewModel::sentence(nir.error());
    }
    if (!entered || kiosk::looksRight(*line.field, answer.toStdString())) {
        return {};
    }
    switch (line.field->kind) {
    case FieldKind::Iban: return tr("This is not an IBAN: a letter or a digit may be wrong.");
    case FieldKind::Email: return tr("This is not an e-mail address: it has no @.");
    case FieldKind::Phone: return tr("This is not a telephone number.");
    case FieldKind::Number: return tr("This is not a number.");
    case FieldKind::Amount: return tr("This is not an amount in euros.");
    case FieldKind::Address: return tr("No postcode of five digits in it.");
    default: return {};
    }
}

QString FormAnswers::missingOn(const Page &lines) const {
    for (const auto &line : lines) {
        if (!troubleOf(line, false).isEmpty()) {
            return tr("Correct what is marked, or confirm it");
        }
        if (!troubleOf(line, true).isEmpty()) {
            return line.field->kind == FieldKind::Date ? tr("Finish the date, or empty it")
                                                       : tr("Look again at an answer");
        }
    }
    return {};
}

printing::Facts FormAnswers::facts(const kiosk::Texts &say) const {
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
            } else if (line.field->kind == FieldKind::Date) {
                if (const auto day = readBirthDate(value, kiosk_.today())) {
                    answer = printing::plain(Wording::numbers(day->text()).toStdString());
                }
            }
            facts.rows.push_back({wordsOf(line.field->label, say), {printing::text(std::move(answer))}});
        }
    }
    return facts;
}

std::string FormAnswers::json(const std::set<std::string> *only) const {
    auto answers = nlohmann::json::object();
    for (const auto &page : pages()) {
        for (const auto &line : page) {
            auto value = line.addsEntry ? std::string() : answerTo(line).toStdString();
            const auto &field = line.list.empty() ? line.field->id : line.list;
            if (value.empty() || (only != nullptr && !only->contains(field))) {
                continue;
            }
            if (line.field->kind == FieldKind::Date) {
                if (const auto day = readBirthDate(value, kiosk_.today())) {
                    value = day->text();
                }
            }
            if (line.list.empty()) {
                answers[field] = value;
                continue;
            }
            auto &entries = answers[field];
            if (entries.is_null()) {
                entries = nlohmann::json::array();
            }
            while (entries.size() <= line.entry) {
                entries.push_back(nlohmann::json::object());
            }
            entries[line.entry][line.field->id] = value;
        }
    }
    return answers.dump();
}

QList<QByteArray> FormAnswers::roles() {
    return {"label", "hint", "value", "masked", "understood", "trouble", "odd", "digits", "choices", "picked"};
}

QVariantList FormAnswers::row(const Line &line, bool entered) const {
    const auto &language = kiosk_.language();
    if (line.addsEntry) {
        const QString none;
        return {Wording::inLanguage(line.field->label, language),
                none,
                none,
                none,
                none,
                none,
                false,
                false,
                QStringList{tr("Add another one")},
                -1};
    }
    const auto typed = value(line);
    QStringList choices;
    int picked = -1;
    if (isYesNo(*line.field)) {
        choices = {tr("Yes"), tr("No")};
        picked = typed == QStringLiteral("yes") ? 0 : typed == QStringLiteral("no") ? 1 : -1;
    }
    for (const auto &option : line.field->options) {
        if (typed.toStdString() == option.id) {
            picked = static_cast<int>(choices.size());
        }
        choices.push_back(Wording::inLanguage(option.label, language));
    }
    const bool date = line.field->kind == FieldKind::Date;
    const auto read = date ? readBirthDate(answerTo(line).toStdString(), kiosk_.today()) : fail(ErrorCode::BadDate);
    const auto question = Wording::inLanguage(line.field->question, language);
    auto label = question.isEmpty() ? Wording::inLanguage(line.field->label, language) : question;
    if (!line.list.empty() && line.entry > 0) {
        label += QStringLiteral(" (%1)").arg(line.entry + 1);
    }
    if (!line.field->required) {
        label = tr("%1 – optional").arg(label);
    }
    const auto hint = line.field->recent ? tr("yesterday, 25 november")
                      : date             ? tr("03041941, 3 april 41")
                                         : QString::fromStdString(line.field->example);
    const auto trouble = troubleOf(line, entered);
    return {label,
            hint,
            typed,
            line.field->kind == FieldKind::Nir ? Wording::masked(typed) : typed,
            read ? Wording::born(*read) : QString{},
            trouble,
            !trouble.isEmpty(),
            takesDigits(line.field->kind),
            choices,
            picked};
}

void FormAnswers::set(const Line &line, const QString &value) {
    answers_[line.key()] = value;
    confirmed_.erase(line.key());
}

void FormAnswers::choose(const Line &line, int choice) {
    if (line.addsEntry) {
        entries_[line.field->id] = line.entry + 1;
    } else if (isYesNo(*line.field)) {
        answers_[line.key()] = choice == 0 ? QStringLiteral("yes") : QStringLiteral("no");
    } else if (choice >= 0 && choice < static_cast<int>(line.field->options.size())) {
        answers_[line.key()] = QString::fromStdString(line.field->options[static_cast<std::size_t>(choice)].id);
    }
}

void FormAnswers::confirm(const Line &line) { confirmed_.insert(line.key()); }

void FormAnswers::fill(std::string_view json) {
    const auto given = nlohmann::json::parse(json, nullptr, false);
    if (!given.is_object()) {
        return;
    }
    for (const auto &[field, answer] : given.items()) {
        if (answer.is_string()) {
            answers_[field] = QString::fromStdString(answer.get<std::string>());
        }
        std::size_t entry = 0;
        for (const auto &row : answer.is_array() ? answer : nlohmann::json::array()) {
            for (const auto &[column, cell] : row.items()) {
                answers_[keyOf(field, entry, column)] = QString::fromStdString(cell.get<std::string>());
            }
            entries_[field] = ++entry;
        }
    }
}

void FormAnswers::noteIn(kiosk::Place &place) const {
    for (const auto &[key, answer] : answers_) {
        place[kAnswer + key] = answer.toStdString();
    }
    for (const auto &[list, count] : entries_) {
        place[kEntries + list] = std::to_string(count);
    }
    for (const auto &key : confirmed_) {
        place[kConfirmed + key] = "yes";
    }
}

void FormAnswers::takeUp(const kiosk::Place &place) {
    for (const auto &[name, value] : place) {
        const auto number = QString::fromStdString(value).toInt();
        if (name.starts_with(kAnswer)) {
            answers_[name.substr(kAnswer.size())] = QString::fromStdString(value);
        } else if (name.starts_with(kEntries) && number > 0) {
            entries_[name.substr(kEntries.size())] = static_cast<std::size_t>(number);
        } else if (name.starts_with(kConfirmed)) {
            confirmed_.insert(name.substr(kConfirmed.size()));
        }
    }
}

} // namespace guichet::ui
