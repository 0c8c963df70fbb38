// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/version.h"

#include "storage/migrations.h"
#include "storage/register/seal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> version(Call &call) {
    const int schema = storage::schemaVersion();
    return answer(
        {{"version", GUICHET_VERSION}, {"schema", schema}, {"seal", storage::kSealVersion}},
        fmt::format(fmt::runtime(call.say("guichet {} (base {}, sceau {})", "guichet {} (schema {}, seal {})")),
                    GUICHET_VERSION, schema, storage::kSealVersion));
}

} // namespace guichet::kiosk::cli
