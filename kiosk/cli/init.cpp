// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/init.h"

#include "base/files.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> init(Call &call) {
    if (call.globals().now) {
        return fail(ErrorCode::NotADemoStore, "--now");
    }
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const auto pin, call.newPin());
    GUICHET_ASSIGN(Machine & machine, call.machine());
    GUICHET_ASSIGN(const OpenedCounter opened, openCounter(machine, {.folder = call.globals().store,
                                                                     .kind = storage::StoreKind::Live,
                                                                     .admin = given.get("admin"),
                                                                     .adminName = given.get("name"),
                                                                     .agency = given.get("agency"),
                                                                     .station = given.get("station"),
                                                                     .pin = pin}));
    if (const auto sheet = given.value("recovery-sheet")) {
        GUICHET_ASSIGN(const Bytes pdf, recoverySheet(opened.session->desk(), opened.recoveryCode, opened.key));
        GUICHET_TRY(writeFile(*sheet, pdf));
    }
    const std::string text = fmt::format(fmt::runtime(call.say("Espace de données : {}\n"
                                                               "Code de secours, montré cette fois seulement : {}\n"
                                                               "Clé du registre : {}",
                                                               "Store: {}\n"
                                                               "Recovery code, shown this once only: {}\n"
                                                               "Register’s key: {}")),
                                         call.globals().store.string(), opened.recoveryCode, opened.key);
    const std::string pinText =
        opened.pinDrawn
            ? "\n" + call.say("Code personnel, montré cette fois seulement : ", "PIN, shown this once only: ") +
                  opened.pin
            : std::string();
    return answer({{"store", call.globals().store.string()},
                   {"recovery_code", opened.recoveryCode},
                   {"key", opened.key},
                   {"pin", opened.pinDrawn ? Json(opened.pin) : Json(nullptr)}},
                  text + pinText);
}

} // namespace guichet::kiosk::cli
