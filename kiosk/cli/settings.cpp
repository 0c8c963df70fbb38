// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/settings.h"

#include "base/text.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Json settingsJson(const std::vector<storage::Setting> &settings) {
    Json all = Json::object();
    for (const storage::Setting &setting : settings) {
        all[setting.key] = textOrNull(setting.value);
    }
    return all;
}

std::string oneLine(const std::string &value) { return replaceAll(value, "\n", " / "); }

Json missingJson(const std::vector<storage::MissingSetting> &missing) {
    Json all = Json::array();
    for (const storage::MissingSetting &one : missing) {
        all.push_back({{"key", one.key}, {"blocks", one.blocks}});
    }
    return all;
}

} // namespace

Result<Answer> settingsList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto settings, listSettings(desk));
    GUICHET_ASSIGN(const auto missing, missingSettings(desk));
    Columns table;
    for (const storage::Setting &setting : settings) {
        table.add(
            {setting.key, setting.value.empty() ? "–" : oneLine(setting.value),
             setting.toBeChecked ? call.say("à vérifier par l’agence", "to be checked by the agency") : std::string()});
    }
    return answer({{"settings", settingsJson(settings)}, {"missing", missingJson(missing)}}, table.text());
}

Result<Answer> settingsGet(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const storage::Setting setting, getSetting(desk, call.arguments().get("KEY")));
    return answer({{"settings", settingsJson({setting})}}, setting.value);
}

Result<Answer> settingsSet(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    std::vector<std::pair<std::string, std::string>> values;
    for (const std::string &pair : call.arguments().values("KEY=VALUE")) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return fail(ErrorCode::Usage, pair + call.say(" : écrire CLÉ=VALEUR", ": write KEY=VALUE"));
        }
        values.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    GUICHET_TRY(setSettings(desk, values));
    std::vector<storage::Setting> now;
    for (const auto &[key, value] : values) {
        GUICHET_ASSIGN(storage::Setting setting, getSetting(desk, key));
        now.push_back(std::move(setting));
    }
    GUICHET_ASSIGN(const auto missing, missingSettings(desk));
    return answer({{"settings", settingsJson(now)}, {"missing", missingJson(missing)}},
                  call.say("Enregistré.", "Saved."));
}

Result<Answer> settingsCheck(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto settings, listSettings(desk));
    GUICHET_ASSIGN(const auto missing, missingSettings(desk));
    Columns table;
    for (const storage::MissingSetting &one : missing) {
        table.add({one.key, call.say("bloque : ", "blocks: ") + join(one.blocks, ", ")});
    }
    return answer({{"settings", settingsJson(settings)}, {"missing", missingJson(missing)}},
                  missing.empty() ? call.say("Rien ne manque.", "Nothing is missing.") : table.text());
}

} // namespace guichet::kiosk::cli
