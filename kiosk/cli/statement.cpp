// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/statement.h"

#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/letters.h"
#include "kiosk/counter/notices.h"
#include "storage/register/register.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <optional>

namespace guichet::kiosk::cli {
namespace {

Json lettersJson(const DueLetters &due) {
    Json to = Json::array();
    for (const LetterTo one : due.to) {
        to.push_back(std::string(toText(one)));
    }
    return {{"cause", std::string(toText(due.cause))}, {"to", to}};
}

} // namespace

Result<Answer> receipt(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(given));
    GUICHET_ASSIGN(const std::optional<int> number, given.number("number", 1, std::numeric_limits<int>::max()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadeReceipt made, receiptAgain(desk, given.get("REF"), number, paper));
    const Delivered delivered = deliver(call, desk, made.paper, made.person, made.reference);
    return answer({{"reference", made.act},
                   {"number", made.number},
                   {"of", made.count},
                   {"receipt", receiptJson(made)},
                   {"pages", made.paper.pages},
                   {"job", textOrNull(delivered.job)}},
                  fmt::format(fmt::runtime(call.say("Reçu {}, {} sur {}.", "Receipt {}, {} of {}.")), made.reference,
                              made.number, made.count),
                  delivered.but);
}

Result<Answer> statement(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadeStatement made, makeStatement(desk, call.arguments().get("REF"), paper));
    const Delivered delivered = deliver(call, desk, made.paper, made.act.person, {});
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Columns table;
    for (const storage::ActStep &step : made.steps) {
        table.add({step.on ? formatDate(*step.on) : formatInstant(step.at), statusWords(say, step.what),
                   meansWords(say, step.means), evidenceWords(say, step)});
    }
    std::string text = table.text();
    for (const std::string &sentence : made.notHappened) {
        text += "\n" + sentence;
    }
    return answer({{"reference", made.act.reference},
                   {"status", std::string(storage::actStatusName(made.act.status))},
                   {"steps", stepsJson(made.steps)},
                   {"not_happened", made.notHappened},
                   {"due_letters", lettersJson(dueLetters(desk, made.act))},
                   {"pages", made.paper.pages},
                   {"job", textOrNull(delivered.job)}},
                  text, delivered.but);
}

Result<Answer> letter(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    std::optional<LetterTo> to;
    if (const auto wanted = call.arguments().value("to")) {
        GUICHET_ASSIGN(to, parseLetterTo(*wanted));
    }
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadeLetter made, makeLetter(desk, call.arguments().get("REF"), to, paper));
    const Delivered delivered = deliver(call, desk, made.paper, made.act.person, {});
    return answer({{"reference", made.act.reference},
                   {"to", std::string(toText(made.to))},
                   {"due_letters", lettersJson(made.due)},
                   {"pages", made.paper.pages},
                   {"job", textOrNull(delivered.job)}},
                  call.say("Lettre à signer et à poster.", "Letter to be signed and posted."), delivered.but);
}

Result<Answer> notice(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadeNotice made, makeNotice(desk, call.arguments().get("REF"), paper));
    const Delivered delivered = deliver(call, desk, made.paper, made.act.person, {});
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    std::string text = call.say("Lettre à la personne, ", "Letter to the person, ") + meansWords(say, made.to) + ".";
    if (!made.forAgent.empty()) {
        text += "\n" + made.forAgent;
    }
    return answer({{"reference", made.act.reference},
                   {"cause", std::string(toText(made.cause))},
                   {"to", made.to},
                   {"instruction", textOrNull(made.forAgent)},
                   {"noted", made.noted},
                   {"pages", made.paper.pages},
                   {"job", textOrNull(delivered.job)}},
                  text, delivered.but);
}

} // namespace guichet::kiosk::cli
