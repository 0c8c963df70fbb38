// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/version.h"

#include "kiosk/catalogue/catalogue.h"
#include "storage/migrations.h"
#include "storage/register/seal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> version(Call &call) {
    const int schema = storage::schemaVersion();
    GUICHET_ASSIGN(const Machine &machine, call.machine());
    const std::string &catalogue = machine.catalogue.edition();
    return answer(
        {{"version", GUICHET_VERSION}, {"schema", schema}, {"seal", storage::kSealVersion}, {"catalogue", catalogue}},
        fmt::format(fmt::runtime(call.say("guichet {} (base {}, sceau {}, catalogue {})",
                                          "guichet {} (schema {}, seal {}, catalogue {})")),
                    GUICHET_VERSION, schema, storage::kSealVersion, catalogue));
}

} // namespace guichet::kiosk::cli
