// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/words.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/kiosk/papers/outline.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::kiosk;
using nlohmann::json;
using test::ActFixture;
using test::must;

namespace {

/// Every receipt that the catalogue can lead to, and what each of them has to say (CRPA R112-5, L114-5, L112-6,
/// L111-2).
struct MentionsFixture : ActFixture {
    MentionsFixture() {
        set({{"service-email", "droits@exemple.invalid"}, {"remedy-mediator-address", "Le médiateur, 81000 VILLE"}});
    }

    Texts french() const { return {catalogue, "fr", calendar.dayOf(clock.now())}; }
    std::string dateAfter(int days) const {
        return papers::longDate(french(), addDays(calendar.dayOf(clock.now()), days));
    }

    /// An answer that the form takes.
    static json answerTo(const Field &field) {
        switch (field.kind) {
        case FieldKind::Date: return "2026-11-02";
        case FieldKind::Number:
        case FieldKind::Amount: return "12";
        case FieldKind::Iban: return "FR76 9999 9000 0012 3456 7890 167";
        case FieldKind::Nir: return "2 55 08 14 168 025 38";
        case FieldKind::YesNo: return "yes";
        case FieldKind::Choice: return field.options.front().id;
        case FieldKind::Phone: return "05 00 00 00 00";
        case FieldKind::Email: return "a@exemple.invalid";
        case FieldKind::List: {
            json row = json::object();
            for (const Field &item : field.items) {
                row[item.id] = answerTo(item);
            }
            return json::array({row});
        }
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Address: return "Exemple";
        }
        return nullptr;
    }
    RequestWish wish(const Form &form, bool complete) const {
        RequestWish made;
        made.person = person;
        made.form = form.id;
        made.presence.seen = IdentitySeen::IdCard;
        json answers = json::object();
        for (const Field &field : form.fields) {
            if (complete) {
                answers[field.id] = answerTo(field);
            }
        }
        for (const Piece &piece : form.pieces) {
            if (complete) {
                made.pieces.push_back(piece.id);
            }
        }
        made.answers = answers.dump();
        return made;
    }
    /// The remedies as they are printed, in their order.
    std::vector<std::string> ways(const std::vector<std::string> &remedies) {
        const papers::RemediesMention mention = must(papers::RemediesMention::of(french(), remedies, settingsOf(desk)));
        std::vector<std::string> texts;
        std::ranges::transform(mention.ways(), std::back_inserter(texts), &papers::RemediesMention::Way::text);
        return texts;
    }
};

std::string withoutSpaces(std::string text) {
    for (const char *space : {" ", "\n", "\u00a0", "\u202f"}) {
        text = replaceAll(std::move(text), space, "");
    }
    return text;
}

/// What the paper says, without spaces: hard ones among them.
std::string textOf(const MadeReceipt &receipt) {
    const printing::Paper &paper = receipt.paper.says.front();
    std::string head;
    for (const printing::Runs &line : paper.headerEnd) {
        for (const printing::Run &run : line) {
            head += run.text;
        }
    }
    return withoutSpaces(head + paper.title + paper.reference + test::plainText(paper.blocks));
}

bool says(const std::string &text, const std::string &mention) {
    return text.find(withoutSpaces(mention)) != std::string::npos;
}

/// All of `mentions` stand in `text`, each after the one before where `inOrder`.
void checkSays(const std::string &text, const std::vector<std::string> &mentions, bool inOrder = false) {
    std::size_t from = 0;
    for (const std::string &mention : mentions) {
        const std::size_t at = text.find(withoutSpaces(mention), from);
        INFO("mention: " << mention << "\n" << text);
        CHECK(at != std::string::npos);
        from = inOrder && at != std::string::npos ? at + 1 : 0;
    }
}

/// What every receipt says, whatever was asked.
std::vector<std::string> common(const MadeReceipt &receipt) {
    return {"Reçue le 24 novembre 2026",
            "Service chargé Service des droits, 1 place de l’Exemple, 81000 VILLE, téléphone 05 00 00 00 01, "
            "droits@exemple.invalid",
            "par l’agent A01",
            receipt.reference,
            "D. P.",
            "2 79 03 ••",
            "Vérifier ce reçu",
            receipt.seal.substr(0, 10)};
}

} // namespace

TEST_CASE_METHOD(MentionsFixture, "the receipt of every form says each mention, complete or not", "[mentions]") {
    std::size_t incomplete = 0;
    for (const Form &form : catalogue.forms()) {
        for (const bool complete : {true, false}) {
            INFO(form.id << (complete ? ", complete" : ", with nothing"));
            const FiledRequest filed = must(fileRequest(desk, wish(form, complete), {}, {}));
            const storage::Act &act = filed.act;
            const bool lacks = !act.piecesMissing.empty();
            incomplete += lacks ? 1 : 0;
            CHECK_FALSE((complete && lacks));
            const std::string text = textOf(filed.receipt);
            checkSays(text, {"En bref", "Vous avez demandé :", "Nous faisons :", "Sans nouvelles", "Pour D. P."}, true);
            checkSays(text, common(filed.receipt));
            checkSays(text, ways(form.remedies), true);
            const bool owed = complete && !form.answers.empty(); // the law gives a day: that of the first that holds
            checkSays(text, {owed ? form.answers.front().by.basis : form.silenceBasis});
            // Both the form and its rule of silence wait for the agency.
            CHECK(says(text, "(à vérifier par la caisse)") == form.toCheck);

            const std::string silence = form.silence == Silence::Acceptance ? "Le silence vaut acceptation"
                                        : form.silence == Silence::Refusal
                                            ? "Le silence vaut refus"
                                            : "Le silence ne vaut ni acceptation ni refus. (";
            if (form.silence == Silence::None) {
                checkSays(text, {silence, owed ? "Sans nouvelles le 24 janvier 2027" // two months, or three weeks
                                               : "Sans nouvelles le 15 décembre 2026"});
            } else if (lacks) { // no date yet: after what
                CHECK_FALSE(act.deemed->on);
                checkSays(text,
                          {silence + ", ",
                           form.silence == Silence::Acceptance
                               ? "après la remise de la dernière pièce manquante ("
                               : "après la réception, sans compter le temps laissé pour apporter ce qui manque ("});
            } else {
                const CivilDate on = calendar.lastDay(*form.silenceAfter, act.received);
                checkSays(text, {silence + " le " + papers::longDate(french(), on) + ", ", "après la réception ("});
            }
            if (form.silence == Silence::Acceptance) {
                checkSays(text, {"droit à une attestation (CRPA L232-3)"});
            }
            if (lacks) {
                checkSays(text,
                          {"À apporter avant le 24 décembre 2026", "n’est pas refusée pour cela (CRPA L114-5-1)"});
                for (const std::string &missing : act.piecesMissing) {
                    checkSays(text, {missingWords(form, missing, "fr")});
                }
            } else {
                checkSays(text, {"Pièces manquantes aucune"});
            }
        }
    }
    CHECK(incomplete > catalogue.forms().size() / 2);
}

TEST_CASE_METHOD(MentionsFixture, "the receipt of every scope says each mention", "[mentions]") {
    for (const Scope &scope : catalogue.scopes()) {
        for (const bool shown : {true, false}) {
            INFO(scope.id << (shown ? "" : ", without identity"));
            OptoutWish wish;
            wish.person = person;
            wish.scopes = {scope.id};
            wish.presence.seen = shown ? IdentitySeen::IdCard : IdentitySeen::None;
            if (!scope.detailKey.empty()) {
                wish.details = {{scope.detailKey, "Exemple"}};
            }
            const Result<RegisteredOptouts> done = registerOptout(desk, wish, {}, {});
            if (!scope.available) {
                CHECK(done.error().code == ErrorCode::ScopeNotAvailable);
                continue;
            }
            const MadeReceipt &receipt = must(done).receipt;
            const std::string text = textOf(receipt);
            const std::string due = papers::longDate(french(), must(done).acts.front().due.value());
            checkSays(text,
                      {"En bref", "Vous avez demandé : " + scope.asked.in("fr"),
                       "Nous faisons :", "Sans nouvelles le " + due, "Pour D. P."},
                      true);
            checkSays(text, common(receipt));
            checkSays(text, ways({scope.remedy}), true);
            // No date of acceptance: the answer that is owed, with its ground.
            checkSays(text, {"Le silence ne vaut ni acceptation ni refus. Une réponse est due le " + due + " ("});
            checkSays(text, scope.doesNot.in("fr"));
            checkSays(text, {scope.goBack.in("fr")});
            checkSays(text, {scope.reversible || shown ? "Pièces manquantes aucune"
                                                       : "À apporter avant le 24 décembre 2026"});
        }
    }
}

TEST_CASE_METHOD(MentionsFixture, "no form and no scope has a receipt without the settings that it names",
                 "[mentions]") {
    // The CNIL's address and the Defender's telephone have values of their own.
    const auto key = GENERATE("agency-name", "agency-address", "agency-phone", "service-name", "service-address",
                              "service-phone", "remedy-appeal-address");
    const auto names = [&](const std::vector<std::string> &remedies) {
        return !std::string_view(key).starts_with("remedy-") || std::ranges::any_of(remedies, [&](const auto &id) {
            const std::vector<std::string> &settings = catalogue.remedy(id)->settings;
            return std::ranges::find(settings, key) != settings.end();
        });
    };
    unset(key);
    const std::uint64_t before = entriesWritten();
    std::size_t refused = 0;
    for (const Form &form : catalogue.forms()) {
        if (names(form.remedies)) {
            INFO(form.id);
            CHECK(fileRequest(desk, wish(form, true), {}, {}).error() == Error{ErrorCode::MentionMissing, key, {}});
            ++refused;
        }
    }
    for (const Scope &scope : catalogue.scopes()) {
        if (scope.available && names({scope.remedy})) {
            INFO(scope.id);
            OptoutWish wish;
            wish.person = person;
            wish.scopes = {scope.id};
            wish.details =
                scope.detailKey.empty() ? decltype(wish.details){} : decltype(wish.details){{scope.detailKey, "x"}};
            CHECK(registerOptout(desk, wish, {}, {}).error() == Error{ErrorCode::MentionMissing, key, {}});
            ++refused;
        }
    }
    CHECK(refused > 0);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(MentionsFixture, "after an appeal comes the court, not the same appeal again", "[mentions]") {
    for (const char *id : {"appeal-cra", "appeal-cmra"}) {
        INFO(id);
        const std::string text = textOf(must(fileRequest(desk, wish(*catalogue.form(id), true), {}, {})).receipt);
        checkSays(
            text,
            {"si elle ne répond pas : saisir par écrit le tribunal judiciaire (pôle social), dans les deux mois"});
        CHECK_FALSE(says(text, "saisir par écrit la commission"));
    }
}
