// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/operator_call.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"

#include "base/text.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/calendar.h"
#include "storage/register/register.h"
#include "storage/settings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guichet::kiosk::cli {
namespace {

using storage::Act;

Json optoutJson(const Act &act) {
    return {{"reference", act.reference},
            {"scope", act.subject},
            {"status", std::string(storage::actStatusName(act.status))},
            {"slip", textOrNull(act.slip)},
            {"due", dayJson(act.due)},
            {"receipt", act.receipt},
            {"received", formatDate(act.received)},
            {"edition", editionJson(act)}};
}

Result<Json> withSteps(Desk &desk, const std::vector<Act> &acts) {
    Json list = Json::array();
    for (const Act &act : acts) {
        storage::Acts stored(desk.entries);
        GUICHET_ASSIGN(const auto steps, stored.steps(act.reference));
        Json one = optoutJson(act);
        one["steps"] = stepsJson(steps);
        list.push_back(std::move(one));
    }
    return list;
}

std::string tableOf(const Call &call, const Desk &desk, const std::vector<Act> &acts) {
    if (acts.empty()) {
        return call.say("Aucune opposition.", "No opt-out.");
    }
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Columns table;
    for (const Act &act : acts) {
        table.add({act.reference, titleOf(desk.machine.catalogue, act, call.language()),
                   statusWords(say, storage::actStatusName(act.status)), act.due ? formatDate(*act.due) : "",
                   act.slip});
    }
    return table.text();
}

Result<Answer> actsAnswer(const Call &call, Desk &desk, const std::vector<Act> &acts) {
    GUICHET_ASSIGN(const Json list, withSteps(desk, acts));
    return answer({{"optouts", list}}, tableOf(call, desk, acts));
}

/// `--person`, `--scope`, `--detail`, `--by`…
Result<OptoutWish> wishOf(const Arguments &given) {
    OptoutWish wish;
    if (!given.has("person")) {
        return fail(ErrorCode::MissingOption, "--person");
    }
    wish.person = given.get("person");
    wish.scopes = given.values("scope");
    for (const std::string &detail : given.values("detail")) {
        const std::size_t equals = detail.find('=');
        if (equals == std::string::npos) {
            return fail(ErrorCode::ScopeDetail, detail);
        }
        wish.details.emplace_back(detail.substr(0, equals), detail.substr(equals + 1));
    }
    GUICHET_ASSIGN(wish.presence, presenceOf(given, IdentitySeen::None));
    return wish;
}

bool contains(const std::vector<Wait> &waits, Wait wait) { return std::ranges::find(waits, wait) != waits.end(); }

Json waitsJson(const std::vector<Wait> &waits) {
    Json list = Json::array();
    for (const Wait wait : waits) {
        list.push_back(std::string(toText(wait)));
    }
    return list;
}

/// What it waits for, and the command that says that this is over.
std::string waitMessage(const Call &call, const Desk &desk, Wait wait) {
    const std::string words = waitWords(kiosk::textsOf(desk, call.language(), today(desk)), wait);
    const std::string_view command = wait == Wait::Identity ? "guichet optout identity"
                                     : wait == Wait::Letter ? "guichet notice"
                                     : wait == Wait::Copy   ? "guichet optout copy-done"
                                                            : "guichet doubts, guichet import-persons";
    return call.say("attend : ", "waits: ") + words +
           fmt::format(fmt::runtime(call.say(" (« {} »)", " (“{}”)")), command);
}

Json references(const std::vector<Act> &acts) {
    Json list = Json::array();
    for (const Act &act : acts) {
        list.push_back(act.reference);
    }
    return list;
}

} // namespace

Result<Answer> optoutScopes(Call &call) {
    GUICHET_ASSIGN(Machine & machine, call.machine());
    Json scopes = Json::array();
    std::string text;
    for (const Scope &scope : machine.catalogue.scopes()) {
        const std::string &language = call.language();
        Json one{{"id", scope.id},
                 {"title", scope.title.in(language)},
                 {"does", joined(scope.does.in(language))},
                 {"does_not", joined(scope.doesNot.in(language))},
                 {"basis", join(scope.basis, ", ")},
                 {"remedy", nullptr},
                 {"reversible", scope.reversible},
                 {"available", scope.available},
                 {"go_back", scope.goBack.in(language)},
                 {"stands_for", scope.standsFor},
                 {"detail", textOrNull(scope.detailKey)}};
        if (const Remedy *remedy = machine.catalogue.remedy(scope.remedy)) {
            // No store is open here: what an agency has set is on its receipts.
            Values values;
            for (const std::string &key : remedy->settings) {
                const auto row = std::ranges::find(storage::settingRows(), key, &storage::SettingRow::key);
                values.emplace_back(key, row == storage::settingRows().end() ? key : std::string(row->fallback));
            }
            one["remedy"] = fill(remedy->text.in(language), values);
        }
        scopes.push_back(std::move(one));
        text += (text.empty() ? "" : "\n\n") + scope.id + " — " + scope.title.in(language);
        if (!scope.available) {
            text += call.say(" (pas encore ouvert)", " (not available yet)");
        }
        text += "\n  + " + joined(scope.does.in(language)) + "\n  − " + joined(scope.doesNot.in(language));
    }
    return answer({{"scopes", scopes}}, text);
}

Result<Answer> optoutPrepare(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const OptoutWish wish, wishOf(call.arguments()));
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const PreparedOptout prepared, prepareOptout(desk, wish, paper));
    const Delivered delivered = deliver(call, desk, prepared.form, wish.person, {});
    return answer({{"draft", prepared.draft}, {"pages", prepared.form.pages}, {"job", textOrNull(delivered.job)}},
                  fmt::format(fmt::runtime(call.say("Brouillon {}. À signer ; rien n’est encore enregistré.",
                                                    "Draft {}. To be signed; nothing is registered yet.")),
                              prepared.draft),
                  delivered.but);
}

Result<Answer> optoutBlank(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(const std::optional<int> numbered, numberedOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    const std::vector<std::string> scopes = call.arguments().values("scope");
    if (numbered) {
        GUICHET_ASSIGN(const NumberedPapers made, numberedOptoutForms(desk, scopes, *numbered, paper));
        return blankAnswer(call, desk, made.paper, made.numbers);
    }
    GUICHET_ASSIGN(const MadePaper blank, blankOptoutForm(desk, scopes, paper));
    return blankAnswer(call, desk, blank, {});
}

Result<Answer> optoutRegister(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const SigningNote note, signingNoteOf(given));
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(given));
    GUICHET_TRY(call.checkOutput());
    const std::string draft = given.value("draft").value_or("");
    GUICHET_ASSIGN(OptoutWish wish, draft.empty() ? wishOf(given) : optoutDraft(desk, draft));
    if (!draft.empty()) {
        GUICHET_TRY(addShown(given, wish.presence));
    }
    GUICHET_ASSIGN(const RegisteredOptouts done, registerOptout(desk, wish, note, paper, draft));
    const Delivered delivered = deliver(call, desk, done.receipt.paper, wish.person, done.receipt.reference);
    deliverToBearer(call, desk, wish.presence, done.receipt.reference, paper);
    const Json letter = deliverLetter(call, desk, done.letter);
    std::vector<Wait> waits = done.waits;
    if (!letter.is_null() && !letter.at("job").is_null()) {
        std::erase(waits, Wait::Letter);
    }
    Json optouts = Json::array();
    for (const Act &act : done.acts) {
        optouts.push_back(optoutJson(act));
    }
    if (done.serialUnusual) {
        call.message(call.say("le numéro de série de la carte n’a pas 5 à 12 chiffres : gardé tel quel",
                              "the card’s serial number is not 5 to 12 digits: kept as it is"));
    }
    for (const Wait wait : waits) {
        call.message(waitMessage(call, desk, wait));
    }
    std::string text = tableOf(call, desk, done.acts);
    if (!done.earlier.empty()) {
        text += "\n" + call.say("Déjà demandé, en cours : ", "Asked already, open: ");
        for (std::size_t i = 0; i < done.earlier.size(); ++i) {
            text += (i == 0 ? "" : ", ") + done.earlier[i].reference;
        }
    }
    text += "\n" + call.say("Reçu ", "Receipt ") + done.receipt.reference;
    return answer({{"optouts", optouts},
                   {"receipt", receiptJson(done.receipt)},
                   {"job", textOrNull(delivered.job)},
                   {"earlier", references(done.earlier)},
                   {"held", done.held},
                   {"awaits_copy", contains(waits, Wait::Copy)},
                   {"waits", waitsJson(waits)},
                   {"letter", letter}},
                  text, delivered.but);
}

Result<Answer> optoutList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(ListWish wish, listWishOf(call, desk, storage::ActType::Optout));
    GUICHET_ASSIGN(const std::vector<Act> acts,
                   listOptouts(desk, {.person = std::move(wish.person), .status = wish.status, .due = wish.due}));
    return actsAnswer(call, desk, acts);
}

Result<Answer> optoutShow(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const ShownOptout shown, showOptout(desk, call.arguments().get("REF")));
    Json one = optoutJson(shown.act);
    one["steps"] = stepsJson(shown.steps);
    one["transmit_by"] = formatDate(shown.transmitBy);
    one["held"] = contains(shown.waits, Wait::Identity);
    one["awaits_copy"] = contains(shown.waits, Wait::Copy);
    one["waits"] = waitsJson(shown.waits);
    one["contact"] = contactJson(shown.contact);
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Columns table;
    for (const storage::ActStep &step : shown.steps) {
        table.add({step.on ? formatDate(*step.on) : formatInstant(step.at), statusWords(say, step.what),
                   meansWords(say, step.means), evidenceWords(say, step)});
    }
    for (const Wait wait : shown.waits) {
        table.add({"", waitMessage(call, desk, wait)});
    }
    return answer({{"optouts", Json::array({one})}}, tableOf(call, desk, {shown.act}) + "\n" + table.text(2) + "\n" +
                                                         say("receipt.reply") + call.say(" : ", ": ") +
                                                         replyWords(say, shown.contact));
}

Result<Answer> optoutSlip(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    const auto again = call.arguments().value("again");
    GUICHET_ASSIGN(const MadeSlip made, again ? slipAgain(desk, *again, paper) : makeSlip(desk, paper));
    const Delivered delivered = deliver(call, desk, made.paper, {}, {});
    Json lines = Json::array();
    for (const storage::SlipLine &line : made.slip.lines) {
        lines.push_back(line.reference);
    }
    return answer(
        {{"slip", made.slip.id},
         {"references", lines},
         {"held", made.held},
         {"pages", made.paper.pages},
         {"job", textOrNull(delivered.job)}},
        fmt::format(fmt::runtime(call.say("Bordereau {} : {} demande(s). Rien n’est encore parti ; à son départ : "
                                          "« guichet optout send --slip {} … ».",
                                          "Slip {}: {} request(s). Nothing has left yet; once it does: “guichet optout "
                                          "send --slip {} …”.")),
                    made.slip.id, made.slip.lines.size(), made.slip.id),
        delivered.but);
}

Result<Answer> optoutSend(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    Sending sending;
    sending.slip = given.value("slip").value_or("");
    sending.references = given.values("reference");
    if (sending.slip.empty() == sending.references.empty()) {
        return fail(ErrorCode::MissingOption, "--slip | --reference");
    }
    sending.means = given.get("means");
    sending.evidence = given.get("evidence");
    GUICHET_ASSIGN(sending.on, given.date("on"));
    GUICHET_ASSIGN(const std::vector<Act> acts, sendOptouts(desk, sending));
    return actsAnswer(call, desk, acts);
}

Result<Answer> optoutConfirm(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Act act, confirmOptout(desk, call.arguments().get("REF"), call.arguments().get("evidence")));
    return actsAnswer(call, desk, {act});
}

Result<Answer> optoutRefuse(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Act act, refuseOptout(desk, call.arguments().get("REF"), call.arguments().get("reason")));
    return actsAnswer(call, desk, {act});
}

Result<Answer> optoutWithdraw(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Act act, withdrawOptout(desk, call.arguments().get("REF")));
    return actsAnswer(call, desk, {act});
}

Result<Answer> optoutContact(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto wish, contactWishOf(call.arguments()));
    GUICHET_TRY(changeContact(desk, storage::ActType::Optout, call.arguments().get("REF"),
                              wish.value_or(storage::ContactPreference{})));
    return optoutShow(call);
}

Result<Answer> optoutIdentity(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Presence presence, presenceOf(call.arguments(), IdentitySeen::None));
    GUICHET_ASSIGN(const Act act, showIdentity(desk, call.arguments().get("REF"), presence));
    return actsAnswer(call, desk, {act});
}

Result<Answer> optoutCopyDone(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const Act act,
                   copyDone(desk, given.get("REF"), given.value("evidence").value_or(""), given.has("waived")));
    return actsAnswer(call, desk, {act});
}

Result<Answer> optoutCall(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    const Arguments &given = call.arguments();
    const std::string reference = given.get("REF");
    if (!given.has("answered-by")) {
        if (given.has("proof") || given.has("file-number") || given.has("said") || given.has("on")) {
            return fail(ErrorCode::MissingOption, "--answered-by");
        }
        GUICHET_ASSIGN(const MadePaper sheet, callSheet(desk, reference, paper.layout));
        const Delivered delivered = deliver(call, desk, sheet, {}, {});
        return answer({{"pages", sheet.pages}, {"job", textOrNull(delivered.job)}},
                      call.say("Feuille d’appel.", "Call sheet."), delivered.but);
    }
    GUICHET_ASSIGN(const std::optional<CivilDate> on, given.date("on"));
    const CallAnswer answered{given.get("answered-by"), given.get("file-number"), given.get("said"), given.has("proof"),
                              on};
    GUICHET_ASSIGN(const NotedCall noted, noteCall(desk, reference, answered, paper.layout));
    const Delivered delivered = deliver(call, desk, noted.paper, {}, {});
    GUICHET_ASSIGN(const Json list, withSteps(desk, noted.acts));
    return answer({{"optouts", list}, {"pages", noted.paper.pages}, {"job", textOrNull(delivered.job)}},
                  call.say("Appel gardé comme preuve.", "The call is kept as evidence."), delivered.but);
}

} // namespace guichet::kiosk::cli
