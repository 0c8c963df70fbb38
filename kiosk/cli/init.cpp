// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/init.h"

#include "base/files.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> init(Call &call) {
    const Arguments &given = call.arguments();
    const auto sheet = given.value("recovery-sheet");
    if (sheet) {
        GUICHET_TRY(checkWritable(*sheet));
    }
    GUICHET_ASSIGN(const auto pin, call.newPin());
    GUICHET_TRY(call.makeDefaultFolder());
    GUICHET_ASSIGN(Machine & machine, call.machine());
    GUICHET_ASSIGN(const OpenedCounter opened, openCounter(machine, {.folder = call.globals().store,
                                                                     .kind = storage::StoreKind::Live,
                                                                     .admin = given.get("admin"),
                                                                     .adminName = given.get("name"),
                                                                     .agency = given.get("agency"),
                                                                     .station = given.get("station"),
                                                                     .pin = pin}));
    // The store is there now, and the code is shown only once: what the sheet lacks does not hide it.
    std::optional<Error> but;
    if (sheet) {
        const auto pdf = recoverySheet(opened.session->desk(), opened.recoveryCode, opened.key);
        const auto written = pdf ? writeFile(*sheet, *pdf) : Result<void>(fail(pdf.error()));
        if (!written) {
            but = written.error();
        }
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
                  text + pinText, but);
}

} // namespace guichet::kiosk::cli
