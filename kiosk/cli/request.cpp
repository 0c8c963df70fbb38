// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/requests.h"

#include "base/files.h"
#include "base/text.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/calendar.h"
#include "storage/register/register.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

using storage::Act;

constexpr std::size_t kAnswersLimitBytes = 1U << 20U;

Json conditionJson(const Condition &when) {
    return when.field.empty() ? Json(nullptr) : Json{{"field", when.field}, {"is", when.is}};
}

Json fieldJson(const Field &field, const std::string &language) {
    Json options = Json::array();
    for (const kiosk::Option &option : field.options) {
        options.push_back({{"id", option.id}, {"label", option.label.in(language)}});
    }
    Json items = Json::array();
    for (const Field &item : field.items) {
        items.push_back(fieldJson(item, language));
    }
    return {{"id", field.id},
            {"label", field.label.in(language)},
            {"kind", std::string(toText(field.kind))},
            {"required", field.required},
            {"question", textOrNull(field.question.in(language))},
            {"help", textOrNull(field.help.in(language))},
            {"why", textOrNull(field.why.in(language))},
            {"example", textOrNull(field.example)},
            {"unit", textOrNull(field.unit)},
            {"when", conditionJson(field.when)},
            {"options", options},
            {"items", items}};
}

Json formJson(const Form &form, const std::string &language) {
    Json fields = Json::array();
    for (const Field &field : form.fields) {
        fields.push_back(fieldJson(field, language));
    }
    Json pieces = Json::array();
    for (const Piece &piece : form.pieces) {
        pieces.push_back({{"id", piece.id},
                          {"label", piece.label.in(language)},
                          {"required", piece.required},
                          {"indispensable", piece.indispensable},
                          {"original", piece.originalOnly || piece.returned},
                          {"returned", piece.returned},
                          {"when", conditionJson(piece.when)}});
    }
    Json signatures = Json::array();
    for (const SignatureLine &line : form.signatures) {
        signatures.push_back({{"id", line.id},
                              {"label", line.label.in(language)},
                              {"apart", line.apart},
                              {"when", conditionJson(line.when)}});
    }
    return {{"id", form.id},
            {"title", form.title.in(language)},
            {"number", textOrNull(form.number)},
            {"edition", form.edition.name},
            {"valid_from", formatDate(form.edition.validFrom)},
            {"group", form.group},
            {"fields", fields},
            {"pieces", pieces},
            {"signatures", signatures},
            {"not_asked", form.notAsked.in(language)},
            {"silence",
             {{"after", form.silenceAfter ? Json(form.silenceAfter->iso()) : Json(nullptr)},
              {"means", std::string(toText(form.silence))},
              {"basis", textOrNull(form.silenceBasis)},
              {"to_check", form.silenceToCheck}}},
            {"addressee", form.addressee},
            {"remedies", form.remedies}};
}

Json missingLabels(const Desk &desk, const Act &act, const std::string &language) {
    Json list = Json::array();
    if (const std::optional<Form> form = formOf(desk.machine.catalogue, act)) {
        for (const std::string &id : act.piecesMissing) {
            list.push_back({{"id", id}, {"label", missingWords(*form, id, language)}});
        }
    }
    return list;
}

Json requestJson(const Desk &desk, const Act &act, const std::string &language) {
    return {{"reference", act.reference},
            {"form", act.subject},
            {"status", std::string(storage::actStatusName(act.status))},
            {"received", formatDate(act.received)},
            {"deemed", deemedJson(act.deemed)},
            {"due", dayJson(act.due)},
            {"missing", act.piecesMissing},
            {"edition", editionJson(act)},
            {"missing_labels", missingLabels(desk, act, language)},
            {"complete_by", dayJson(act.completeBy)}};
}

std::string requestTable(const Call &call, const Desk &desk, const std::vector<Act> &acts) {
    if (acts.empty()) {
        return call.say("Aucune demande.", "No request.");
    }
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Columns table;
    for (const Act &act : acts) {
        table.add({act.reference, titleOf(desk.machine.catalogue, act, call.language()),
                   statusWords(say, storage::actStatusName(act.status)), formatDate(act.received),
                   act.deemed && act.deemed->on ? formatDate(*act.deemed->on) : ""});
    }
    return table.text();
}

Result<Answer> requestsAnswer(const Call &call, Desk &desk, const std::vector<Act> &acts) {
    Json list = Json::array();
    for (const Act &act : acts) {
        storage::Acts stored(desk.entries);
        GUICHET_ASSIGN(const auto steps, stored.steps(act.reference));
        Json one = requestJson(desk, act, call.language());
        one["steps"] = stepsJson(steps);
        list.push_back(std::move(one));
    }
    return answer({{"requests", list}}, requestTable(call, desk, acts));
}

/// What `--answers` names, or standard input. Errors: those of readFile().
Result<std::optional<std::string>> answersOf(Call &call) {
    const auto file = call.arguments().value("answers");
    if (!file) {
        return std::optional<std::string>();
    }
    GUICHET_ASSIGN(const Bytes bytes,
                   *file == "-" ? call.input(kAnswersLimitBytes) : readFile(*file, kAnswersLimitBytes));
    return std::optional(std::string(asText(bytes)));
}

/// `--person`, `--form`, `--answers`, `--piece`, `--by`…
Result<RequestWish> wishOf(Call &call) {
    const Arguments &given = call.arguments();
    RequestWish wish;
    for (const char *option : {"person", "form"}) {
        if (!given.has(option)) {
            return fail(ErrorCode::MissingOption, std::string("--") + option);
        }
    }
    wish.person = given.get("person");
    wish.form = given.get("form");
    wish.pieces = given.values("piece");
    GUICHET_ASSIGN(const std::optional<std::string> answers, answersOf(call));
    wish.answers = answers.value_or(wish.answers);
    GUICHET_ASSIGN(wish.presence, presenceOf(given, IdentitySeen::None));
    return wish;
}

Answer filedAnswer(Call &call, Desk &desk, const FiledRequest &filed, const Delivered &delivered) {
    Json json = requestJson(desk, filed.act, call.language());
    json["receipt"] = receiptJson(filed.receipt);
    json["job"] = textOrNull(delivered.job);
    json["to_check"] = filed.toCheck;
    json["letter"] = deliverLetter(call, desk, filed.letter);
    Json earlier = Json::array();
    for (const Act &act : filed.earlier) {
        earlier.push_back(act.reference);
    }
    json["earlier"] = earlier;
    std::string text = requestTable(call, desk, {filed.act});
    if (const std::optional<Form> form = formOf(desk.machine.catalogue, filed.act)) {
        for (const std::string &id : filed.act.piecesMissing) {
            text += "\n  " + call.say("manque : ", "missing: ") + missingWords(*form, id, call.language());
        }
    }
    for (const std::string &id : filed.toCheck) {
        text += "\n  " + call.say("à vérifier : ", "to be checked: ") + id;
    }
    text += "\n" + call.say("Reçu ", "Receipt ") + filed.receipt.reference;
    return answer(json, text, delivered.but);
}

Result<Answer> checkFolder(const Call &call, const std::string &folder) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return fail(ErrorCode::FolderMissing, folder);
    }
    // A whole catalogue, or a folder of forms alone.
    Json forms = Json::array();
    std::vector<CatalogueMistake> mistakes;
    if (std::filesystem::exists(std::filesystem::path(folder) / "scopes.toml", ignored)) {
        mistakes = checkCatalogue(folder);
        for (const Form &form : checkForms(std::filesystem::path(folder) / "forms").forms) {
            forms.push_back(formJson(form, call.language()));
        }
    } else {
        CheckedForms checked = checkForms(folder);
        mistakes = std::move(checked.mistakes);
        for (const Form &form : checked.forms) {
            forms.push_back(formJson(form, call.language()));
        }
    }
    Json list = Json::array();
    std::string text;
    for (const CatalogueMistake &mistake : mistakes) {
        list.push_back({{"file", mistake.file}, {"line", mistake.line}, {"what", mistake.what}});
        text += fmt::format("{}{}:{}: {}", text.empty() ? "" : "\n", mistake.file, mistake.line, mistake.what);
    }
    std::optional<Error> but;
    if (!mistakes.empty()) {
        but = Error{ErrorCode::CatalogueMistake,
                    fmt::format("{}:{}: {}", mistakes.front().file, mistakes.front().line, mistakes.front().what),
                    {}};
    } else {
        text = fmt::format(fmt::runtime(call.say("{} formulaire(s), aucune erreur.", "{} form(s), no mistake.")),
                           forms.size());
    }
    return answer({{"forms", forms}, {"mistakes", list}}, text, but);
}

} // namespace

Result<Answer> requestForms(Call &call) {
    if (const auto folder = call.arguments().value("check")) {
        return checkFolder(call, *folder);
    }
    GUICHET_ASSIGN(Machine & machine, call.machine());
    const auto wanted = call.arguments().value("form");
    if (wanted && machine.catalogue.form(*wanted) == nullptr) {
        return fail(ErrorCode::UnknownForm, *wanted);
    }
    Json forms = Json::array();
    std::string text;
    for (const Form &form : machine.catalogue.forms()) {
        if (wanted && form.id != *wanted) {
            continue;
        }
        forms.push_back(formJson(form, call.language()));
        text += (text.empty() ? "" : "\n") + form.id + " — " + form.title.in(call.language()) +
                (form.number.empty() ? "" : " (" + form.number + ")");
        for (const Field &field : form.fields) {
            if (wanted) {
                text += "\n  " + field.id + (field.required ? " * " : "   ") + field.label.in(call.language());
            }
        }
        for (const Piece &piece : form.pieces) {
            if (wanted) {
                text += "\n  --piece " + piece.id + (piece.required ? " * " : "   ") + piece.label.in(call.language());
            }
        }
    }
    return answer({{"forms", forms}}, text);
}

Result<Answer> requestPrepare(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const RequestWish wish, wishOf(call));
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const PreparedRequest prepared, prepareRequest(desk, wish, paper));
    const Delivered delivered = deliver(call, desk, prepared.form, wish.person, {});
    return answer({{"draft", prepared.draft},
                   {"pages", prepared.form.pages},
                   {"missing", prepared.missing},
                   {"job", textOrNull(delivered.job)}},
                  fmt::format(fmt::runtime(call.say("Brouillon {}. À signer ; rien n’est encore enregistré.",
                                                    "Draft {}. To be signed; nothing is registered yet.")),
                              prepared.draft),
                  delivered.but);
}

Result<Answer> requestBlank(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(const std::optional<int> numbered, numberedOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    const std::string form = call.arguments().get("FORM");
    if (numbered) {
        GUICHET_ASSIGN(const NumberedPapers made, numberedForms(desk, form, *numbered, paper));
        return blankAnswer(call, desk, made.paper, made.numbers);
    }
    GUICHET_ASSIGN(const MadePaper blank, blankForm(desk, form, paper));
    return blankAnswer(call, desk, blank, {});
}

Result<Answer> requestFile(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const SigningNote note, signingNoteOf(given));
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(given));
    GUICHET_TRY(call.checkOutput());
    const std::string draft = given.value("draft").value_or("");
    GUICHET_ASSIGN(RequestWish wish, draft.empty() ? wishOf(call) : requestDraft(desk, draft));
    if (!draft.empty()) { // what came since the draft was made
        for (const std::string &piece : given.values("piece")) {
            wish.pieces.push_back(piece);
        }
        GUICHET_TRY(addShown(given, wish.presence));
    }
    GUICHET_ASSIGN(const FiledRequest filed, fileRequest(desk, wish, note, paper, draft));
    const Delivered delivered = deliver(call, desk, filed.receipt.paper, wish.person, filed.receipt.reference);
    deliverToBearer(call, desk, wish.presence, filed.act.reference, paper);
    return filedAnswer(call, desk, filed, delivered);
}

Result<Answer> requestList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(ListWish wish, listWishOf(call, desk, storage::ActType::Request));
    std::string form = call.arguments().value("form").value_or("");
    if (!form.empty() && desk.machine.catalogue.form(form) == nullptr) {
        return fail(ErrorCode::UnknownForm, form);
    }
    GUICHET_ASSIGN(
        const std::vector<Act> acts,
        listRequests(
            desk, {.person = std::move(wish.person), .status = wish.status, .form = std::move(form), .due = wish.due}));
    return requestsAnswer(call, desk, acts);
}

Result<Answer> requestShow(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const ShownRequest shown, showRequest(desk, call.arguments().get("REF")));
    Json one = requestJson(desk, shown.act, call.language());
    one["steps"] = stepsJson(shown.steps);
    one["contact"] = contactJson(shown.contact);
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    return answer({{"requests", Json::array({one})}}, requestTable(call, desk, {shown.act}) + "\n" +
                                                          say("receipt.reply") + call.say(" : ", ": ") +
                                                          replyWords(say, shown.contact));
}

Result<Answer> requestAddPiece(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const std::optional<std::string> answers, answersOf(call));
    const RequestAddition addition{call.arguments().values("PIECE"), answers.value_or("")};
    GUICHET_ASSIGN(const FiledRequest filed, addToRequest(desk, call.arguments().get("REF"), addition, paper));
    const Delivered delivered = deliver(call, desk, filed.receipt.paper, filed.act.person, filed.act.reference);
    Answer done = filedAnswer(call, desk, filed, delivered);
    // The same keys as the other follow-up commands have, beside those of `file`.
    GUICHET_ASSIGN(const Answer list, requestsAnswer(call, desk, {filed.act}));
    Json json = Json::parse(done.json);
    json["requests"] = Json::parse(list.json)["requests"];
    return answer(json, done.text, delivered.but);
}

Result<Answer> requestAdvance(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto to, statusOf(call.arguments(), "to", storage::ActType::Request));
    GUICHET_ASSIGN(const Act act,
                   advanceRequest(desk, call.arguments().get("REF"), to.value_or(storage::ActStatus::Incomplete),
                                  call.arguments().value("evidence").value_or("")));
    return requestsAnswer(call, desk, {act});
}

Result<Answer> requestWithdraw(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Act act, withdrawRequest(desk, call.arguments().get("REF")));
    return requestsAnswer(call, desk, {act});
}

Result<Answer> requestContact(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto wish, contactWishOf(call.arguments()));
    GUICHET_TRY(changeContact(desk, storage::ActType::Request, call.arguments().get("REF"),
                              wish.value_or(storage::ContactPreference{})));
    return requestShow(call);
}

} // namespace guichet::kiosk::cli
