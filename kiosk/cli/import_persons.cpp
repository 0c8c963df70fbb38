// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/import_people.h"

#include "kiosk/cli/actions.h"
#include "kiosk/cli/interrupt.h"
#include "kiosk/cli/words.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kMostFromInput = std::size_t{2} << 30U;

Json itemJson(const PeopleItem &item) {
    Json warnings = Json::array();
    if (item.identityDiffers) {
        warnings.push_back(std::string(document::warningName(document::Warning::IdentityDiffers)));
    }
    return {{"line", item.line},
            {"outcome", std::string(toText(item.outcome))},
            {"person", textOrNull(item.person)},
            {"reason", item.reason ? Json(std::string(errorName(*item.reason))) : Json(nullptr)},
            {"column", textOrNull(item.column)},
            {"warnings", warnings}};
}

/// "ligne 12, colonne born : « born » n’est pas une date."
std::string sentence(const PeopleItem &item, const Call &call) {
    return call.say("ligne ", "row ") + std::to_string(item.line) +
           (item.column.empty() ? "" : call.say(", colonne ", ", column ") + item.column) + call.say(" : ", ": ") +
           (item.reason ? errorMessage({*item.reason, item.column, {}}, call.language())
                        : call.say("quelqu’un d’autre a le même numéro, ou la même identité : à vérifier",
                                   "somebody else has the same number, or the same traits: to be checked"));
}

} // namespace

Result<Answer> importPersons(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const std::string path = call.arguments().values("FILE.csv").front();
    std::ifstream file;
    std::istringstream text;
    std::size_t size = 0;
    if (path == "-") {
        GUICHET_ASSIGN(const Bytes bytes, call.input(kMostFromInput));
        size = bytes.size();
        text.str(std::string(asText(bytes)));
    } else {
        std::error_code error;
        if (!std::filesystem::exists(path, error)) {
            return fail(ErrorCode::FileNotFound, path);
        }
        file.open(path, std::ios::binary);
        if (!file || !std::filesystem::is_regular_file(path, error)) {
            return fail(ErrorCode::FileUnreadable, path);
        }
        size = std::filesystem::file_size(path, error);
    }
    std::optional<PeopleReport> report;
    {
        Progress bar(call, size);
        const Interrupt interrupt;
        PeopleWatch watch;
        watch.progress = [&](std::size_t bytes) { bar.step(bytes); };
        watch.stop = [&] { return interrupt.asked(); };
        GUICHET_ASSIGN(report, importPeople(desk, path == "-" ? static_cast<std::istream &>(text) : file, watch));
    }
    Json items = Json::array();
    std::string lines;
    for (const PeopleItem &item : report->items) {
        items.push_back(itemJson(item));
        lines += sentence(item, call) + "\n";
    }
    for (const std::string &column : report->ignored) {
        lines += call.say("colonne ignorée : ", "column passed over: ") + column + "\n";
    }
    const auto count = [&](std::size_t number, Text one, Text several) {
        return counted(number, call.language(), one, several);
    };
    lines += count(report->rows, {"ligne", "row"}, {"lignes", "rows"}) + call.say(" : ", ": ") +
             count(report->added, {"ajoutée", "added"}, {"ajoutées", "added"}) + ", " +
             count(report->changed, {"changée", "changed"}, {"changées", "changed"}) + ", " +
             count(report->unchanged, {"déjà là", "already there"}, {"déjà là", "already there"}) + ", " +
             count(report->rejected, {"refusée", "rejected"}, {"refusées", "rejected"});
    std::optional<Error> but;
    if (report->rejected > 0) {
        but = Error{ErrorCode::PartlyDone, std::to_string(report->rejected), {}};
    }
    return answer({{"rows", report->rows},
                   {"added", report->added},
                   {"changed", report->changed},
                   {"unchanged", report->unchanged},
                   {"rejected", report->rejected},
                   {"ignored_columns", report->ignored},
                   {"items", items}},
                  lines, but);
}

} // namespace guichet::kiosk::cli
