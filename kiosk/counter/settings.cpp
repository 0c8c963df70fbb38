// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/settings.h"

#include "base/text.h"
#include "kiosk/counter/journal.h"
#include "storage/register/register.h"
#include "storage/store.h"

namespace guichet::kiosk {

Result<std::vector<storage::Setting>> listSettings(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManageSettings));
    return desk.store.settings().list();
}

Result<storage::Setting> getSetting(Desk &desk, std::string_view key) {
    GUICHET_TRY(desk.require(Action::ManageSettings));
    return desk.store.settings().get(key);
}

Result<void> setSettings(Desk &desk, const std::vector<std::pair<std::string, std::string>> &values) {
    GUICHET_TRY(desk.require(Action::ManageSettings));
    return desk.entries.write([&]() -> Result<void> {
        GUICHET_TRY(desk.store.settings().set(values, desk.machine.clock.now()));
        std::vector<std::string> keys;
        for (const auto &[key, value] : values) {
            keys.push_back(key);
        }
        return journal(desk, {.kind = "settings.set", .person = {}, .by = {}, .details = {{"keys", join(keys, " ")}}});
    });
}

Result<std::vector<storage::MissingSetting>> missingSettings(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManageSettings));
    return desk.store.settings().missing();
}

} // namespace guichet::kiosk
