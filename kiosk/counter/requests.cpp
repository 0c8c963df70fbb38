// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/requests.h"

#include "base/iban.h"
#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/drafts.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/titles.h"
#include "kiosk/papers/request_form.h"
#include "kiosk/papers/tear_off.h"
#include "kiosk/papers/words.h"
#include "storage/nir.h"
#include "storage/register/canonical_json.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace guichet::kiosk {
namespace {

using nlohmann::json;
using storage::Act;
using storage::ActStatus;
using storage::ActType;

constexpr std::size_t kAnswerLimit = 4000; // characters of one answer

bool isYes(std::string_view text) { return text == "yes" || text == "oui" || text == "true" || text == "1"; }
bool isNo(std::string_view text) { return text == "no" || text == "non" || text == "false" || text == "0"; }

/// One answer as text; empty for null. Error: BadValue.
Result<std::string> textOf(const std::string &name, const json &value) {
    if (value.is_null()) {
        return std::string();
    }
    if (value.is_boolean()) {
        return std::string(value.get<bool>() ? "yes" : "no");
    }
    if (value.is_number()) {
        return value.dump();
    }
    if (!value.is_string()) {
        return fail(ErrorCode::BadValue, name);
    }
    const std::string text = trim(value.get<std::string>());
    if (text != toValidUtf8(text) || countCharacters(text) > kAnswerLimit) {
        return fail(ErrorCode::BadValue, name);
    }
    return text;
}

/// Euros, with cents or without: "12", "1 234,50", "12.5".
bool isAmount(const std::string &text) {
    std::size_t digits = 0;
    std::optional<std::size_t> cents;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            ++digits;
            cents = cents ? std::optional(*cents + 1) : cents;
        } else if ((c == ',' || c == '.') && !cents && digits > 0) {
            cents = 0;
        } else if (c != ' ' || cents) {
            return false;
        }
    }
    return digits > 0 && (!cents || (*cents >= 1 && *cents <= 2));
}

/// The answer as it is kept: yes and no in one spelling, everything else as it was written.
std::string kept(const Field &field, std::string text) {
    if (field.kind == FieldKind::YesNo && isYes(text)) {
        return "yes";
    }
    if (field.kind == FieldKind::YesNo && isNo(text)) {
        return "no";
    }
    return text;
}

bool holds(const Condition &when, const json &answers) {
    if (when.field.empty()) {
        return true;
    }
    const auto answer = answers.find(when.field);
    return answer != answers.end() && answer->is_string() && answer->get<std::string>() == when.is;
}

bool isMissing(const Field &field, const json &answers) {
    const auto answer = answers.find(field.id);
    return answer == answers.end() || (field.mustBeYes && *answer != "yes");
}

/// The form as it was kept, else as the catalogue has it. Of its remedies those that are still there: an address that
/// nobody answers at any more helps nobody. Error: UnknownForm.
Result<Form> keptForm(const Catalogue &catalogue, std::string_view id, const std::string &text) {
    const Form *present = catalogue.form(id);
    if (!text.empty() && (present == nullptr || present->source != text)) {
        if (Result<Form> form = parseForm(text)) {
            std::erase_if(form->remedies,
                          [&](const std::string &remedy) { return catalogue.remedy(remedy) == nullptr; });
            if (form->remedies.empty() && present != nullptr) {
                form->remedies = present->remedies;
            }
            return form;
        }
    }
    if (present == nullptr) {
        return fail(ErrorCode::UnknownForm, std::string(id));
    }
    return *present;
}

struct PieceStates {
    std::vector<std::string> given;
    std::vector<std::string> missing;
};
Result<PieceStates> readPieces(const Form &form, const std::vector<std::string> &pieces, const std::string &answers) {
    PieceStates states;
    for (const std::string &id : pieces) {
        if (std::ranges::find(form.pieces, id, &Piece::id) == form.pieces.end()) {
            return fail(ErrorCode::UnknownPiece, id);
        }
        if (std::ranges::find(states.given, id) == states.given.end()) {
            states.given.push_back(id);
        }
    }
    const json given = json::parse(answers);
    for (const Piece &piece : form.pieces) {
        if (piece.required && holds(piece.when, given) &&
            std::ranges::find(states.given, piece.id) == states.given.end()) {
            states.missing.push_back(piece.id);
        }
    }
    return states;
}

/// What silence means for a request: `complete` is the day on which the last piece was there, none while some are
/// missing. `toldMissing`: from when, and until when at the latest, time stood still (CRPA L114-5).
storage::DeemedRule deemedOf(const Desk &desk, const Texts &say, const Form &form, CivilDate received,
                             std::optional<CivilDate> complete, const std::optional<Suspension> &suspended) {
    storage::DeemedRule deemed;
    deemed.means = toText(form.silence);
    if (!form.silenceAfter) {
        deemed.rule = say("silence.none");
        return deemed;
    }
    DeadlineRule rule = *form.silenceAfter;
    const bool fromComplete = form.silence == Silence::Acceptance;
    rule.from = fromComplete && (!complete || *complete != received) ? Event::Complete : Event::Received;
    deemed.rule = papers::ruleWords(say, rule);
    if (form.silence == Silence::Refusal && suspended) {
        deemed.rule += say("silence.suspended");
    }
    if (complete) {
        deemed.on = fromComplete ? desk.calendar.lastDay(rule, *complete)
                                 : desk.calendar.lastDay(
                                       rule, received, suspended ? std::vector{*suspended} : std::vector<Suspension>{});
    }
    return deemed;
}

/// What the law says of when an answer is owed; null where it says nothing.
const DeadlineRule *answerOwed(const Form &form, const std::string &answers) {
    const json given = json::parse(answers);
    const auto found =
        std::ranges::find_if(form.answers, [&](const Form::Answer &answer) { return holds(answer.when, given); });
    return found == form.answers.end() ? nullptr : &found->by;
}

/// By when the person should have heard something.
std::optional<CivilDate> newsBy(const Desk &desk, const Form &form, const std::string &answers,
                                const storage::DeemedRule &deemed, CivilDate received, CivilDate entered) {
    if (deemed.means != toText(Silence::None)) {
        return deemed.on;
    }
    const DeadlineRule *owed = answerOwed(form, answers);
    return owed == nullptr ? desk.calendar.lastDay(desk.machine.catalogue.rule("news"), entered)
                           : desk.calendar.lastDay(*owed, received);
}

/// What completes "you asked …": of the first answer that says more than the form does.
const Text &askedIn(const Form &form, const std::string &answers) {
    const json given = json::parse(answers);
    for (const Field &field : form.fields) {
        for (const Option &option : field.options) {
            if (!option.asked.empty() && holds({field.id, option.id}, given)) {
                return option.asked;
            }
        }
    }
    return form.asked;
}

/// What a receipt says of a request as it stands in `act`: at its filing, or after something was added, when there are
/// `receiptsBefore` already.
Result<printing::Paper> receiptPaper(Desk &desk, const Texts &say, const Act &act, const Form &form,
                                     const ActMore &more, const papers::Making &making, std::size_t receiptsBefore,
                                     bool readingCopy) {
    const std::string &language = say.language();
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(papers::Letterhead letterhead, papers::Letterhead::of(settings));
    GUICHET_ASSIGN(papers::ServiceMention service, papers::ServiceMention::of(settings));
    GUICHET_ASSIGN(papers::RemediesMention remedies, papers::RemediesMention::of(say, form.remedies, settings));
    const storage::DeemedRule deemed = act.deemed.value_or(storage::DeemedRule{});

    papers::ReceiptContent content;
    content.title = receiptsBefore == 0 ? say("receipt.request-title")
                                        : say("receipt.next-title", {{"number", std::to_string(receiptsBefore + 1)}});
    content.reference = act.receipt;
    content.asked = {askedIn(form, act.answers).in(language)};
    content.weDo = form.next.in(language) + ".";
    if (!form.meanwhile.empty()) {
        content.weDo += " " + form.meanwhile.in(language);
    }
    content.ifNothingOn = newsBy(desk, form, act.answers, deemed, act.received, making.at.day);
    // Words are made again in the language of this paper; what was promised is the same.
    std::string rule = deemed.rule;
    if (form.silenceAfter) {
        DeadlineRule words = *form.silenceAfter;
        const bool fromReceipt = deemed.on && *deemed.on == desk.calendar.lastDay(words, act.received);
        words.from = fromReceipt || form.silence == Silence::Refusal ? Event::Received : Event::Complete;
        rule = papers::ruleWords(say, words);
        if (!fromReceipt && form.silence == Silence::Refusal) {
            rule += say("silence.suspended");
        }
    }
    content.ifNothingAfter = rule;
    switch (form.silence) {
    case Silence::Acceptance:
        content.ifNothing = say("receipt.then-accepted", {{"phone", papers::unbroken(service.phone())}});
        break;
    case Silence::Refusal:
        content.ifNothing = say("receipt.then-refused", {{"phone", papers::unbroken(service.phone())}});
        break;
    case Silence::None:
        content.ifNothing = say("receipt.come-back", {{"phone", papers::unbroken(service.phone())}});
        break;
    }
    content.person =
        personLine(say, act.initials,
                   bornWords(say, storage::BirthDate::parse(more.born).value_or(storage::BirthDate{})), more.number);
    content.by = byLine(say, act.by, act.identitySeen, act.signedHow);
    content.parts.push_back(
        {act.reference,
         form.title.in(language) + (form.number.empty() ? "" : " (" + papers::unbroken(form.number) + ")"),
         {},
         form.toCheck});
    content.state = statusWords(say, storage::actStatusName(act.status));
    content.stateMore = say(act.status == ActStatus::Incomplete ? "receipt.incomplete-more" : "receipt.filed-more");
    addAuthorityFact(content.facts, say, act.by, more);
    if (!more.note.empty()) {
        content.facts.emplace_back(say("receipt.agent-note"), more.note);
    }
    if (!more.earlier.empty()) {
        content.facts.emplace_back(say("receipt.earlier"), join(more.earlier, ", "));
    }
    std::vector<std::string> given;
    for (const std::string &id : act.piecesGiven) {
        given.push_back(missingWords(form, id, language));
    }
    if (!given.empty()) {
        content.facts.emplace_back(say("receipt.given"), join(given, " ; "));
    }
    content.facts.emplace_back(say("receipt.reply"), replyWords(say, more.reply));

    std::vector<std::string> missing;
    for (const std::string &id : act.piecesMissing) {
        missing.push_back(missingWords(form, id, language));
    }
    const DeadlineRule *owed = answerOwed(form, act.answers);
    papers::SilenceMention silence =
        form.silence == Silence::Acceptance
            ? papers::SilenceMention::acceptance(deemed.on, rule, form.silenceBasis, form.silenceToCheck)
        : form.silence == Silence::Refusal
            ? papers::SilenceMention::refusal(deemed.on, rule, form.silenceBasis, form.silenceToCheck)
            : papers::SilenceMention::none("(" + (owed == nullptr ? form.silenceBasis : owed->basis) + ")",
                                           owed == nullptr ? form.silenceToCheck : owed->toCheck);
    GUICHET_ASSIGN(const papers::Receipt receipt,
                   papers::Receipt::of(std::move(letterhead), making, receivedMention(desk, act), std::move(silence),
                                       std::move(service),
                                       missing.empty() || !act.completeBy
                                           ? papers::MissingMention::nothing()
                                           : papers::MissingMention::of(std::move(missing), *act.completeBy),
                                       std::move(remedies), std::move(content)));
    return receipt.paper(say, rulesChecked(settings), readingCopy);
}

std::map<std::string, papers::PaperAnswer> paperAnswers(const Texts &say, const Form &form, const std::string &text) {
    const json answers = json::parse(text);
    std::map<std::string, papers::PaperAnswer> printed;
    const auto words = [&](const Field &field, const json &value) {
        const std::string answer = value.is_string() ? value.get<std::string>() : std::string();
        if (field.kind == FieldKind::YesNo) {
            return answer == "yes" ? say("form.yes") : answer == "no" ? say("form.no") : answer;
        }
        const auto option = std::ranges::find(field.options, answer, &Option::id);
        if (option != field.options.end()) {
            return option->label.in(say.language());
        }
        const Result<CivilDate> day = field.kind == FieldKind::Date ? parseDate(answer) : fail(ErrorCode::BadDate);
        if (day) {
            return papers::longDate(say, *day);
        }
        if (const std::optional<std::string> iban = field.kind == FieldKind::Iban ? parseIban(answer) : std::nullopt) {
            return formatIban(*iban);
        }
        if (field.kind == FieldKind::Nir && storage::parseNir(answer)) {
            return storage::formatNir(answer);
        }
        return answer.empty() || field.unit.empty() ? answer : answer + "\u00a0" + field.unit;
    };
    for (const Field &field : form.fields) {
        const auto answer = answers.find(field.id);
        if (answer == answers.end()) {
            continue;
        }
        papers::PaperAnswer one;
        if (answer->is_array()) {
            for (const json &entry : *answer) {
                std::vector<std::string> row;
                for (const Field &item : field.items) {
                    row.push_back(entry.contains(item.id) ? words(item, entry.at(item.id)) : std::string());
                }
                one.rows.push_back(std::move(row));
            }
        } else {
            one.text = words(field, *answer);
        }
        printed.emplace(field.id, std::move(one));
    }
    return printed;
}

/// What was brought to a request later, checked against its form.
struct Came {
    std::vector<std::string> pieces;  ///< ids, each once
    std::string answers;              ///< all of them, the new among them; "" none came
    std::vector<std::string> missing; ///< what is missing then
    std::vector<std::string> toCheck;
};

/// Whether a later answer takes nothing away: it was missing, or not given at all.
bool mayAnswer(const Act &act, const json &answers, const std::string &field) {
    return !answers.contains(field) || std::ranges::any_of(act.piecesMissing, [&](const std::string &missing) {
        return missing == field || missing.starts_with(field + ".");
    });
}

Result<Came> whatCame(const Form &form, const Act &act, const RequestAddition &addition) {
    json answers = json::parse(act.answers);
    json later = addition.answers.empty() ? json::object() : json::parse(addition.answers, nullptr, false);
    if (!later.is_object()) {
        return fail(ErrorCode::BadValue, "--answers", "{\"field\": \"answer\"}");
    }
    Came came;
    for (const std::string &id : addition.pieces) {
        if (const auto field = std::ranges::find(form.fields, id, &Field::id); field != form.fields.end()) {
            if (!field->mustBeYes) {
                return fail(ErrorCode::FieldNotAPiece, id);
            }
            later[id] = "yes"; // a signature: on the paper that is there now
        } else if (std::ranges::find(form.pieces, id, &Piece::id) == form.pieces.end()) {
            return fail(id.find('.') == std::string::npos ? ErrorCode::UnknownPiece : ErrorCode::FieldNotAPiece, id);
        } else if (std::ranges::find(act.piecesGiven, id) != act.piecesGiven.end()) {
            return fail(ErrorCode::AlreadyDone, id);
        } else if (std::ranges::find(came.pieces, id) == came.pieces.end()) {
            came.pieces.push_back(id);
        }
    }
    for (const auto &[id, answer] : later.items()) {
        if (!mayAnswer(act, answers, id)) {
            return fail(ErrorCode::AlreadyDone, id);
        }
        answers[id] = answer;
    }
    GUICHET_ASSIGN(ReadAnswers read, readAnswers(form, answers.dump()));
    if (!later.empty()) {
        came.answers = read.json;
        came.toCheck = std::move(read.toCheck);
    }
    std::vector<std::string> given = came.pieces;
    given.insert(given.end(), act.piecesGiven.begin(), act.piecesGiven.end());
    GUICHET_ASSIGN(PieceStates states, readPieces(form, given, read.json));
    came.missing = std::move(read.missing);
    came.missing.insert(came.missing.end(), states.missing.begin(), states.missing.end());
    return came;
}

} // namespace

std::optional<Form> formOf(const Catalogue &catalogue, const Act &act) {
    Result<Form> form = keptForm(catalogue, act.subject, ActMore::parse(act.more).formText);
    return form ? std::optional(std::move(*form)) : std::nullopt;
}

std::string titleOf(const Catalogue &catalogue, const Act &act, std::string_view language) {
    if (act.type == storage::ActType::Optout) {
        const Scope *scope = catalogue.scope(act.subject);
        return scope == nullptr ? act.subject : scope->title.in(language);
    }
    const std::optional<Form> form = formOf(catalogue, act);
    return form ? form->title.in(language) : act.subject;
}

std::string missingWords(const Form &form, std::string_view id, std::string_view language) {
    for (const Piece &piece : form.pieces) {
        if (piece.id == id) {
            return piece.label.in(language);
        }
    }
    for (const Field &field : form.fields) {
        if (field.id == id) {
            return field.label.in(language);
        }
        for (const Field &item : field.items) {
            if (field.id + "." + item.id == id) {
                return field.label.in(language) + " : " + item.label.in(language);
            }
        }
    }
    return std::string(id);
}

bool looksRight(const Field &field, const std::string &answer) {
    switch (field.kind) {
    case FieldKind::Date: return parseDate(answer).has_value();
    case FieldKind::Number: return answer.find_first_not_of("0123456789., -") == std::string::npos;
    case FieldKind::Amount: return isAmount(answer);
    case FieldKind::Iban: return parseIban(answer).has_value();
    case FieldKind::Nir: return storage::parseNir(answer).has_value();
    case FieldKind::YesNo: return isYes(answer) || isNo(answer);
    case FieldKind::Choice: return std::ranges::find(field.options, answer, &Option::id) != field.options.end();
    case FieldKind::Email: return answer.find('@') != std::string::npos;
    case FieldKind::Phone: return answer.find_first_not_of("0123456789+.-() ") == std::string::npos;
    case FieldKind::List: return false; // a list that was answered by a text
    case FieldKind::Text:
    case FieldKind::LongText: return true;
    case FieldKind::Address: return !postalCode(answer).empty(); // one abroad may have none
    }
    return true;
}

Result<ReadAnswers> readAnswers(const Form &form, std::string_view text) {
    const json given = json::parse(text, nullptr, false);
    if (given.is_discarded() || !given.is_object()) {
        return fail(ErrorCode::BadValue, "--answers", "{\"field\": \"answer\"}");
    }
    ReadAnswers read;
    json answers = json::object();
    for (const auto &[name, value] : given.items()) {
        const auto field = std::ranges::find(form.fields, name, &Field::id);
        if (field == form.fields.end()) {
            return fail(ErrorCode::UnknownField, name);
        }
        if (field->kind != FieldKind::List || !value.is_array()) {
            GUICHET_ASSIGN(std::string answer, textOf(name, value));
            if (!answer.empty()) {
                if (!looksRight(*field, answer)) {
                    read.toCheck.push_back(name);
                }
                answers[name] = kept(*field, std::move(answer));
            }
            continue;
        }
        json rows = json::array();
        for (const json &row : value) {
            if (!row.is_object()) {
                return fail(ErrorCode::BadValue, name);
            }
            json columns = json::object();
            for (const auto &[column, cell] : row.items()) {
                const auto item = std::ranges::find(field->items, column, &Field::id);
                if (item == field->items.end()) {
                    return fail(ErrorCode::UnknownField, name + "." + column);
                }
                GUICHET_ASSIGN(std::string answer, textOf(name + "." + column, cell));
                if (!answer.empty()) {
                    if (!looksRight(*item, answer)) {
                        read.toCheck.push_back(name + "." + column);
                    }
                    columns[column] = kept(*item, std::move(answer));
                }
            }
            if (!columns.empty()) {
                rows.push_back(std::move(columns));
            }
        }
        if (!rows.empty()) {
            answers[name] = std::move(rows);
        }
    }
    for (const Field &field : form.fields) {
        if (!field.required || !holds(field.when, answers)) {
            continue;
        }
        if (isMissing(field, answers)) {
            read.missing.push_back(field.id);
            continue;
        }
        for (const Field &item : field.items) {
            const json &rows = answers.at(field.id);
            if (item.required && rows.is_array() &&
                std::ranges::any_of(rows, [&](const json &row) { return isMissing(item, row); })) {
                read.missing.push_back(field.id + "." + item.id);
            }
        }
    }
    GUICHET_ASSIGN(read.json, storage::canonicalJson(answers));
    return read;
}

namespace {

/// A wish as its form reads it, and the paper to be signed.
struct ReadWish {
    Form form;
    ReadAnswers answers;
    PieceStates pieces;
    MadePaper paper;
};

Result<ReadWish> readWish(Desk &desk, const RequestWish &wish, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(wish.person));
    GUICHET_TRY(wish.presence.check());
    ReadWish read;
    GUICHET_ASSIGN(read.form, keptForm(desk.machine.catalogue, wish.form, wish.formText));
    GUICHET_ASSIGN(read.answers, readAnswers(read.form, wish.answers));
    GUICHET_ASSIGN(read.pieces, readPieces(read.form, wish.pieces, read.answers.json));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const auto formIn = [&](const std::string &language, bool readingCopy) {
        const Texts say = textsOf(desk, language, making.at.day);
        return papers::requestForm(
            say, letterhead, making, read.form, paperPerson(say, person), representativeOf(say, wish.presence),
            paperAnswers(say, read.form, read.answers.json), read.pieces.given, false, readingCopy);
    };
    std::vector<printing::Paper> papers{formIn("fr", false)};
    GUICHET_ASSIGN(const std::string copy, readingLanguage(desk, paper));
    if (!copy.empty()) {
        papers.push_back(formIn(copy, true));
    }
    GUICHET_ASSIGN(read.paper,
                   makePaper(desk, std::move(papers), paper.layout, textsOf(desk, "fr", making.at.day)("form.job")));
    read.paper.purpose = storage::PaperPurpose::Sign;
    return read;
}

} // namespace

Result<MadePaper> requestForm(Desk &desk, const RequestWish &wish, const PaperWish &paper) {
    GUICHET_ASSIGN(ReadWish read, readWish(desk, wish, paper));
    return std::move(read.paper);
}

Result<PreparedRequest> prepareRequest(Desk &desk, const RequestWish &wish, const PaperWish &paper) {
    GUICHET_ASSIGN(ReadWish read, readWish(desk, wish, paper));
    PreparedRequest prepared;
    prepared.form = std::move(read.paper);
    prepared.missing = std::move(read.answers.missing);
    prepared.missing.insert(prepared.missing.end(), read.pieces.missing.begin(), read.pieces.missing.end());
    GUICHET_ASSIGN(prepared.draft, keepDraft(desk, ActType::Request, wish.person, wish.presence,
                                             {{"form", wish.form},
                                              {"answers", read.answers.json},
                                              {"pieces", wish.pieces},
                                              {"form-text", read.form.source}}));
    return prepared;
}

Result<RequestWish> requestDraft(Desk &desk, std::string_view draft) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(KeptDraft kept, findDraft(desk, ActType::Request, draft));
    const json content = json::parse(kept.content);
    RequestWish wish;
    wish.person = std::move(kept.person);
    wish.presence = std::move(kept.presence);
    wish.form = content.at("form").get<std::string>();
    wish.answers = content.at("answers").get<std::string>();
    wish.pieces = content.at("pieces").get<std::vector<std::string>>();
    wish.formText = content.value("form-text", "");
    return wish;
}

Result<void> dropRequestDraft(Desk &desk, std::string_view draft) {
    GUICHET_TRY(desk.require(Action::Request));
    return dropDraft(desk, ActType::Request, draft);
}

Result<MadePaper> blankForm(Desk &desk, std::string_view id, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(Form form, keptForm(desk.machine.catalogue, id, {}));
    const papers::SettingOf settings = settingsOf(desk);
    form.toCheck = form.toCheck && !rulesChecked(settings);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    GUICHET_ASSIGN(
        std::vector<printing::Paper> papers,
        withReadingCopy(desk, making.at.day, paper, [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
            return papers::requestForm(say, letterhead, making, form, {}, std::nullopt, {}, {}, true, readingCopy);
        }));
    return makePaper(desk, std::move(papers), paper.layout, textsOf(desk, "fr", making.at.day)("form.job"));
}

namespace {

papers::TearOff tearOffOf(const Texts &say, const Form &form) {
    papers::TearOff tearOff;
    tearOff.asked = {form.title.in(say.language()) +
                     (form.number.empty() ? "" : " (" + papers::unbroken(form.number) + ")")};
    tearOff.silenceToCheck = form.silenceToCheck;
    if (!form.silenceAfter) {
        tearOff.silence = say("receipt.silence-none", {{"basis", "(" + form.silenceBasis + ")"}});
        return tearOff;
    }
    const Values values{{"duration", papers::durationWords(say, *form.silenceAfter)}, {"basis", form.silenceBasis}};
    tearOff.silence = form.silence == Silence::Acceptance
                          ? say("tear.silence-accepts", values) + " " + say("receipt.attestation")
                          : say("tear.silence-refuses", values);
    return tearOff;
}

} // namespace

Result<NumberedPapers> numberedForms(Desk &desk, std::string_view id, int count, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(const Form form, keptForm(desk.machine.catalogue, id, {}));
    const papers::SettingOf settings = settingsOf(desk);
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    GUICHET_ASSIGN(const papers::ServiceMention service, papers::ServiceMention::of(settings));
    GUICHET_ASSIGN(const papers::RemediesMention remedies, papers::RemediesMention::of(say, form.remedies, settings));
    papers::TearOff tearOff = tearOffOf(say, form);
    NumberedPapers made;
    GUICHET_ASSIGN(made.numbers, drawNumbers(desk, count));
    std::vector<printing::Paper> copies;
    for (const std::string &number : made.numbers) {
        tearOff.number = number;
        copies.push_back(papers::requestForm(say, letterhead, making, form, {}, std::nullopt, {}, {}, true));
        papers::makeNumbered(copies.back(), say, tearOff, service, remedies, rulesChecked(settings));
    }
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(copies), paper.layout, say("form.job")));
    GUICHET_TRY(journalNumbers(desk, kNumberedForm, made.numbers));
    return made;
}

Result<FiledRequest> fileRequest(Desk &desk, const RequestWish &wish, const SigningNote &note, const PaperWish &paper,
                                 std::string_view draft) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(wish.person));
    GUICHET_ASSIGN(const Form form, keptForm(desk.machine.catalogue, wish.form, wish.formText));
    GUICHET_ASSIGN(ReadAnswers answers, readAnswers(form, wish.answers));
    GUICHET_ASSIGN(PieceStates pieces, readPieces(form, wish.pieces, answers.json));
    GUICHET_ASSIGN(storage::Signing signing, signingOf(desk, ActType::Request, person, wish.presence, note));
    GUICHET_ASSIGN(const Ground ground, groundOf(desk, person, wish.presence, TitleAct::File, &form));
    const CivilDate day = today(desk);
    const Texts french = textsOf(desk, "fr", day);

    FiledRequest filed;
    filed.toCheck = answers.toCheck;
    GUICHET_ASSIGN(ActMore more, moreOf(desk, person, note.contact));
    more.entitled = ground.entitled();
    more.gives = ground.gives;
    more.declared = wish.presence.who == Who::Bearer && knownAddress(desk, person, more.reply).has_value();
    more.note = replaceAll(trim(note.agentNote), "\n", " ");
    more.toCheck = answers.toCheck;
    more.form = form.edition.name;
    more.formFrom = formatDate(form.edition.validFrom);
    more.formText = form.source;
    storage::ActDraft act;
    act.subject = form.id;
    act.answers = answers.json;
    act.piecesGiven = pieces.given;
    act.piecesMissing = answers.missing;
    act.piecesMissing.insert(act.piecesMissing.end(), pieces.missing.begin(), pieces.missing.end());
    const bool complete = act.piecesMissing.empty();
    std::optional<Suspension> suspended;
    if (!complete) {
        act.completeBy = desk.calendar.lastDay(desk.machine.catalogue.rule("complete"), day);
        suspended = Suspension{day, *act.completeBy};
    }
    act.deemed = deemedOf(desk, french, form, signing.received,
                          complete ? std::optional(signing.received) : std::nullopt, suspended);
    act.due = newsBy(desk, form, act.answers, *act.deemed, signing.received, day);

    storage::Acts acts(desk.entries);
    const auto write = [&]() -> Result<storage::Signed> {
        for (const Act &open : acts.list({.type = ActType::Request, .person = person.id})) {
            if (open.subject == form.id && !storage::isFinal(open.type, open.status)) {
                filed.earlier.push_back(open);
                more.earlier.push_back(open.reference);
            }
        }
        act.reference = acts.drawReference();
        signing.acts = {act};
        const Act before = actBefore(signing, act);
        const papers::Making making = makingOf(desk, desk.agent, before.at);
        GUICHET_ASSIGN(signing.papers, receiptPapers(desk, day, paper, [&](const Texts &say, bool readingCopy) {
                           return receiptPaper(desk, say, before, form, more, making, 0, readingCopy);
                       }));
        GUICHET_ASSIGN(signing.more, more.json());
        GUICHET_ASSIGN(storage::Signed done, acts.sign(signing));
        if (!draft.empty()) {
            GUICHET_TRY(desk.store.drafts().remove(draft));
        }
        return done;
    };
    GUICHET_ASSIGN(storage::Signed done, desk.entries.write(write));
    filed.act = std::move(done.acts.front());
    GUICHET_ASSIGN(filed.receipt, receiptAgain(desk, filed.act.reference, 1, paper));
    if (more.declared) {
        if (Result<MadeNotice> letter = prepareNotice(desk, filed.act.reference, paper)) {
            filed.letter = std::move(*letter);
        }
    }
    return filed;
}

Result<FiledRequest> addToRequest(Desk &desk, std::string_view reference, const RequestAddition &addition,
                                  const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    storage::Acts acts(desk.entries);
    const CivilDate day = today(desk);
    const Instant now = desk.machine.clock.now();
    if (addition.pieces.empty() && addition.answers.empty()) {
        return fail(ErrorCode::MissingOption, "PIECE | --answers");
    }
    FiledRequest filed;
    const auto write = [&]() -> Result<storage::Signed> {
        GUICHET_ASSIGN(Act act, actOf(acts, ActType::Request, reference));
        ActMore more = ActMore::parse(act.more);
        GUICHET_ASSIGN(more.reply, contactOf(acts, act));
        GUICHET_ASSIGN(const Form form, keptForm(desk.machine.catalogue, act.subject, more.formText));
        GUICHET_ASSIGN(const Came came, whatCame(form, act, addition));
        filed.toCheck = came.toCheck;

        storage::Addition added;
        added.pieces = came.pieces;
        added.answers = came.answers;
        added.missing = came.missing;
        added.deemed = act.deemed;
        added.due = act.due;
        added.completeBy = act.completeBy;
        if (!came.answers.empty()) {
            act.answers = came.answers;
            if (act.deemed && act.deemed->means == toText(Silence::None)) { // another day may be owed by what they say
                added.due = newsBy(desk, form, act.answers, *act.deemed, act.received, desk.calendar.dayOf(act.at));
            }
        }
        if (came.missing.empty() && !act.piecesMissing.empty()) {
            std::optional<Suspension> suspended;
            if (act.completeBy) { // it stood still until the pieces came, or until the time set for them was over
                const CivilDate last = std::min(std::chrono::sys_days(day), std::chrono::sys_days(*act.completeBy));
                suspended = Suspension{desk.calendar.dayOf(act.at), last};
            }
            added.deemed = deemedOf(desk, textsOf(desk, "fr", day), form, act.received, day, suspended);
            added.due = newsBy(desk, form, act.answers, *added.deemed, act.received, day);
            added.completeBy = std::nullopt;
        }
        storage::ActChange change;
        change.agent = desk.agent;
        change.reference = act.reference;
        change.on = day; // in the agency's time zone: who checks the receipt elsewhere can't know that
        change.edition = papers::kTemplateEdition;
        change.keepUntil = keptUntil(desk, ActType::Request, day);
        change.at = now;

        act.piecesGiven.insert(act.piecesGiven.end(), came.pieces.begin(), came.pieces.end());
        act.piecesMissing = came.missing;
        act.deemed = added.deemed;
        act.completeBy = added.completeBy;
        act.status = act.status == ActStatus::Incomplete && came.missing.empty() ? ActStatus::Filed : act.status;
        GUICHET_ASSIGN(const std::vector<storage::EntryId> before, acts.receipts(act));
        const papers::Making making = makingOf(desk, desk.agent, now);
        GUICHET_ASSIGN(change.papers, receiptPapers(desk, day, paper, [&](const Texts &say, bool readingCopy) {
                           return receiptPaper(desk, say, act, form, more, making, before.size(), readingCopy);
                       }));
        return acts.add(change, added);
    };
    GUICHET_ASSIGN(storage::Signed changed, desk.entries.write(write));
    filed.act = std::move(changed.acts.front());
    GUICHET_ASSIGN(filed.receipt, receiptAgain(desk, filed.act.reference, std::nullopt, paper));
    return filed;
}

Result<Act> advanceRequest(Desk &desk, std::string_view reference, ActStatus to, std::string_view evidence) {
    GUICHET_TRY(desk.require(Action::Request));
    if (to != ActStatus::Forwarded && to != ActStatus::DecidedYes && to != ActStatus::DecidedNo &&
        to != ActStatus::Deemed) {
        return fail(ErrorCode::BadValue, "--to " + std::string(storage::actStatusName(to)),
                    "forwarded, decided-yes, decided-no, deemed");
    }
    if (to == ActStatus::Deemed) {
        storage::Acts acts(desk.entries);
        GUICHET_ASSIGN(const Act act, actOf(acts, ActType::Request, reference));
        // Nothing is said to be so before it is: silence has to have lasted.
        if (!act.deemed || !act.deemed->on ||
            std::chrono::sys_days(today(desk)) < std::chrono::sys_days(*act.deemed->on)) {
            return fail(ErrorCode::WrongState, std::string(storage::actStatusName(act.status)),
                        act.deemed && act.deemed->on ? formatDate(*act.deemed->on) : std::string());
        }
    }
    return takeStep(desk, ActType::Request, reference, to, evidence);
}

Result<Act> withdrawRequest(Desk &desk, std::string_view reference) {
    GUICHET_TRY(desk.require(Action::Request));
    return takeStep(desk, ActType::Request, reference, ActStatus::Withdrawn, {});
}

Result<std::vector<Act>> listRequests(Desk &desk, const RequestFilter &filter) {
    GUICHET_TRY(desk.require(Action::Request));
    storage::Acts acts(desk.entries);
    storage::ActFilter wanted{.type = ActType::Request, .person = filter.person, .status = filter.status};
    if (filter.due) {
        wanted.dueBefore = today(desk);
    }
    std::vector<Act> found = acts.list(wanted);
    if (!filter.form.empty()) {
        std::erase_if(found, [&](const Act &act) { return act.subject != filter.form; });
    }
    return found;
}

Result<ShownRequest> showRequest(Desk &desk, std::string_view reference) {
    GUICHET_TRY(desk.require(Action::Request));
    storage::Acts acts(desk.entries);
    ShownRequest shown;
    GUICHET_ASSIGN(shown.act, actOf(acts, ActType::Request, reference));
    GUICHET_ASSIGN(shown.steps, acts.steps(shown.act.reference));
    GUICHET_ASSIGN(shown.contact, contactOf(acts, shown.act));
    return shown;
}

} // namespace guichet::kiosk
