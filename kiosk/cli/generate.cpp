// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/help.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> generate(Call &call) {
    const std::string what = call.arguments().get("WHAT");
    std::string text;
    if (what == "man") {
        text = manualPage(call.language());
    } else if (what == "bash") {
        text = bashCompletion();
    } else {
        return fail(ErrorCode::BadValue, what, "man, bash");
    }
    GUICHET_TRY(call.writeOutput(asBytes(text)));
    return answer({{"bytes", text.size()}}, call.arguments().has("output") ? std::string() : text);
}

} // namespace guichet::kiosk::cli
