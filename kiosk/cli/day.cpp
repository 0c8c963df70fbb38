// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/day.h"

#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace guichet::kiosk::cli {
namespace {

Result<Answer> day(Call &call, papers::DaySheet sheet) {
    GUICHET_ASSIGN(const PaperWish wish, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const auto items, dayItems(desk, sheet));
    GUICHET_ASSIGN(const MadePaper paper, daySheet(desk, sheet, items, wish.layout));
    const Delivered delivered = deliver(call, desk, paper, {}, {});
    const Texts say = kiosk::textsOf(desk, call.language(), today(desk));
    Json list = Json::array();
    Columns table;
    for (const DayItem &item : items) {
        list.push_back({{"what", item.what},
                        {"state", std::string(toText(item.state))},
                        {"count", item.count},
                        {"words", item.words}});
        table.add({stateWords(say, item.state), item.words});
    }
    return answer({{"items", list}, {"pages", paper.pages}, {"job", textOrNull(delivered.job)}}, table.text(),
                  delivered.but);
}

} // namespace

Result<Answer> dayOpen(Call &call) { return day(call, papers::DaySheet::Opening); }
Result<Answer> dayClose(Call &call) { return day(call, papers::DaySheet::Closing); }
Result<Answer> week(Call &call) { return day(call, papers::DaySheet::Week); }

Result<Answer> dayKit(Call &call) {
    constexpr int kUsual = 10;
    GUICHET_ASSIGN(const PaperWish wish, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(const std::optional<int> count, call.arguments().number("count", 1, kMostNumbered));
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const NumberedPapers kit, handReceipts(desk, count.value_or(kUsual), wish.layout));
    const Delivered delivered = deliver(call, desk, kit.paper, {}, {});
    std::string text;
    for (const std::string &number : kit.numbers) {
        text += (text.empty() ? "" : "\n") + number;
    }
    return answer({{"numbers", kit.numbers}, {"pages", kit.paper.pages}, {"job", textOrNull(delivered.job)}}, text,
                  delivered.but);
}

} // namespace guichet::kiosk::cli
