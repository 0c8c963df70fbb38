// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/statement.h"

#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/counter/calendar.h"
#include "storage/register/register.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> statement(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(checkOutput(call));
    GUICHET_ASSIGN(const MadeStatement made, makeStatement(desk, call.arguments().get("REF"), paper));
    GUICHET_ASSIGN(const Json job, deliver(call, desk, made.paper, made.act.person, {}));
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Columns table;
    for (const storage::ActStep &step : made.steps) {
        table.add({step.on ? formatDate(*step.on) : formatInstant(step.at), statusWords(say, step.what),
                   meansWords(say, step.means), step.evidence});
    }
    std::string text = table.text();
    for (const std::string &sentence : made.notHappened) {
        text += "\n" + sentence;
    }
    return answer({{"reference", made.act.reference},
                   {"status", std::string(storage::actStatusName(made.act.status))},
                   {"steps", stepsJson(made.steps)},
                   {"not_happened", made.notHappened},
                   {"pages", made.paper.pages},
                   {"job", job}},
                  text);
}

} // namespace guichet::kiosk::cli
