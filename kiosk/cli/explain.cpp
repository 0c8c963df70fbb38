// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/catalogue/refusals.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/refusals.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Json topicJson(const Refusal &refusal, const std::string &language) {
    Json basis = Json::array();
    for (const Refusal::Law &law : refusal.laws) {
        basis.push_back(law.basis);
    }
    return {{"id", refusal.id}, {"title", refusal.title.in(language)}, {"basis", basis}};
}

/// Needs no store, and nobody to sign in.
Result<Answer> listTopics(Call &call) {
    GUICHET_ASSIGN(Machine & machine, call.machine());
    Json topics = Json::array();
    Columns table;
    for (const Refusal &refusal : refusalsOf(machine.catalogue)) {
        topics.push_back(topicJson(refusal, call.language()));
        table.add({refusal.id, refusal.title.in(call.language())});
    }
    return answer({{"topics", topics}, {"pages", nullptr}, {"job", nullptr}}, table.text());
}

} // namespace

Result<Answer> explain(Call &call) {
    const std::string topic = call.arguments().value("TOPIC").value_or("");
    if (topic.empty()) {
        return listTopics(call);
    }
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const MadePaper sheet, explainRefusal(desk, topic, paper));
    const Delivered delivered = deliver(call, desk, sheet, {}, {});
    return answer({{"topics", Json::array({topicJson(*refusalOf(desk.machine.catalogue, topic), call.language())})},
                   {"pages", sheet.pages},
                   {"job", textOrNull(delivered.job)}},
                  fmt::format(fmt::runtime(call.say("{} page(s).", "{} page(s).")), sheet.pages), delivered.but);
}

} // namespace guichet::kiosk::cli
