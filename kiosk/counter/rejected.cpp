// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/rejected.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/papers/rejected_sheet.h"

namespace guichet::kiosk {

Result<MadePaper> rejectedSheet(Desk &desk, const std::vector<std::string> &sentences, printing::Layout layout) {
    GUICHET_TRY(desk.require(Action::Import));
    const Texts say = textsOf(desk, desk.language, today(desk));
    return makePaper(desk, {papers::rejectedSheet(say, unheadedPaper(desk), sentences)}, layout, say("rejected.title"));
}

} // namespace guichet::kiosk
