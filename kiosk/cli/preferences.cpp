// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/preferences.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> preferences(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(given));
    // A card is what its code can say: the code is the one check of the values.
    const std::string code =
        fmt::format("GPREF1.{}.{}.{}.{}", given.value("language").value_or("fr"), given.value("size").value_or("100"),
                    given.value("colours").value_or("L"), given.value("speed").value_or("2"));
    const std::optional<papers::Preferences> wished = papers::readPreferences(code);
    if (!wished) {
        return fail(ErrorCode::BadValue, code, "--language XX, --size 100…200, --colours L|D|C, --speed 0…4");
    }
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadePaper card, printedPreferences(desk, *wished, paper));
    const Delivered delivered = deliver(call, desk, card, {}, {});
    return answer(
        {{"code", papers::preferencesCode(*wished)}, {"pages", card.pages}, {"job", textOrNull(delivered.job)}},
        papers::preferencesCode(*wished), delivered.but);
}

} // namespace guichet::kiosk::cli
