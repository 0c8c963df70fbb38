// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/help.h"

#include "kiosk/papers/help_page.h"

namespace guichet::kiosk {

Result<MadePaper> printedHelp(Desk &desk, std::string_view page, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Print));
    const HelpPage *help = desk.machine.catalogue.helpPage(page);
    if (help == nullptr) {
        return fail(ErrorCode::Nothing, std::string(page));
    }
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, desk.language, making.at.day);
    return makePaper(desk, {papers::helpPage(say, letterhead, making, *help)}, paper.layout, say("help.job"));
}

} // namespace guichet::kiosk
