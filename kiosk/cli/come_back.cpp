// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/come_back.h"

#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> comeBack(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    Presence presence;
    GUICHET_ASSIGN(presence.who, parseWho(call.arguments().value("by").value_or("self")));
    GUICHET_ASSIGN(const MadePaper slip, comeBackSlip(desk, {}, presence, call.arguments().values("reference"), paper));
    const Delivered delivered = deliver(call, desk, slip, {}, {});
    return answer({{"pages", slip.pages}, {"job", textOrNull(delivered.job)}},
                  fmt::format(fmt::runtime(call.say("{} page(s).", "{} page(s).")), slip.pages), delivered.but);
}

} // namespace guichet::kiosk::cli
