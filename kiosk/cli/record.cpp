// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Json recordJson(const storage::Record &record) {
    Json warnings = Json::array();
    for (const document::Warning warning : record.warnings) {
        warnings.push_back(std::string(document::warningName(warning)));
    }
    return {{"id", record.id},
            {"category", std::string(document::categoryName(record.category))},
            {"title", textOrNull(record.title)},
            {"date", textOrNull(record.date)},
            {"author", textOrNull(record.author)},
            {"organisation", textOrNull(record.organisation)},
            {"media_type", textOrNull(record.mediaType)},
            {"source_sha256", toHex(record.sourceSha256)},
            {"visibility", visibilityWord(record.visibility)},
            {"visibility_marks", record.visibility.names()},
            {"state", std::string(storage::toText(record.state))},
            {"warnings", warnings},
            {"pages", record.pages ? Json(*record.pages) : Json(nullptr)}};
}

} // namespace

Result<Answer> recordList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const auto categories, categoriesOf(given));
    std::optional<Presence> presence;
    if (given.has("by")) {
        GUICHET_ASSIGN(presence, presenceOf(given));
    }
    GUICHET_ASSIGN(const auto records,
                   listRecords(desk, given.get("person"),
                               categories.empty() ? std::nullopt : std::optional(categories.front()), presence));
    Json list = Json::array();
    Columns table;
    for (const storage::Record &record : records) {
        list.push_back(recordJson(record));
        table.add({record.id, categoryWord(record.category, call.language()),
                   record.date.empty() ? call.say("sans date", "no date") : record.date, record.title,
                   stateWord(record.state, call.language())});
    }
    return answer({{"records", list}}, records.empty() ? call.say("Aucun document.", "No document.") : table.text());
}

Result<Answer> recordExport(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const Presence presence, presenceOf(call.arguments()));
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const Bytes bytes, exportRecord(desk, call.arguments().get("ID"), presence));
    GUICHET_TRY(call.writeOutput(bytes));
    const std::string digest = sha256Hex(bytes);
    return answer({{"sha256", digest}, {"bytes", bytes.size()}}, "SHA-256 " + digest);
}

} // namespace guichet::kiosk::cli
