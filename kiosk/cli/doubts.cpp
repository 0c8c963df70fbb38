// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/doubts.h"

#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Json sideJson(const DoubtSide &side) {
    Json json = personJson(side.entry);
    json["records"] = side.records;
    return json;
}

std::string sideWords(const DoubtSide &side) {
    const storage::Traits &traits = side.entry.traits;
    return fmt::format("{} {} {} ({})", personName(side.entry), traits.born.text(), side.entry.nir, side.records);
}

std::string causeWords(const Call &call, const OpenDoubt &doubt) {
    if (!doubt.cause) {
        return call.say("à qui est ce document ?", "whose document is it?");
    }
    switch (*doubt.cause) {
    case storage::DoubtCause::SharedNumber: return call.say("un numéro pour deux personnes", "one number, two people");
    case storage::DoubtCause::Homonym: return call.say("homonyme sans numéro", "same name, no number");
    case storage::DoubtCause::SameTraits:
        return call.say("mêmes traits, numéro attendu", "same traits, number awaited");
    case storage::DoubtCause::NewNumber: return call.say("le numéro a changé", "the number changed");
    case storage::DoubtCause::OtherTraits: return call.say("même numéro, autres traits", "same number, other traits");
    case storage::DoubtCause::ByHand: return call.say("réunies par un responsable", "merged by a supervisor");
    }
    return {};
}

} // namespace

Result<Answer> doubtsList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto doubts, listDoubts(desk));
    Json list = Json::array();
    Columns table;
    for (const OpenDoubt &doubt : doubts) {
        Json record = nullptr;
        if (doubt.record) {
            record = {{"id", doubt.record->id},
                      {"category", std::string(document::categoryName(doubt.record->category))},
                      {"title", textOrNull(doubt.record->title)},
                      {"date", textOrNull(doubt.record->date)}};
        }
        list.push_back({{"id", doubt.id},
                        {"why", doubt.cause ? std::string(storage::toText(*doubt.cause)) : "record"},
                        {"state", doubt.merged ? "merged" : "open"},
                        {"together", doubt.together},
                        {"at", formatInstant(doubt.at)},
                        {"person", sideJson(doubt.person)},
                        {"other", doubt.other ? sideJson(*doubt.other) : Json(nullptr)},
                        {"record", record}});
        table.add({doubt.id, doubt.merged ? call.say("réunies", "merged") : causeWords(call, doubt),
                   sideWords(doubt.person),
                   doubt.other ? sideWords(*doubt.other) : doubt.record->title + " " + doubt.record->date});
    }
    return answer({{"doubts", list}}, table.text());
}

Result<Answer> doubtsMerge(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(mergePersons(desk, call.arguments().get("A"), call.arguments().get("B")));
    return doubtsList(call);
}

Result<Answer> doubtsUnmerge(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(unmergePersons(desk, call.arguments().get("ID")));
    return doubtsList(call);
}

} // namespace guichet::kiosk::cli
