// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/preferences.h"

namespace guichet::kiosk {

Result<MadePaper> printedPreferences(Desk &desk, const papers::Preferences &preferences, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Print));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    const Texts own = textsOf(desk, preferences.language, making.at.day);
    return makePaper(desk, {papers::preferencesCard(say, own, letterhead, making, preferences)}, paper.layout,
                     say("preferences.job"));
}

} // namespace guichet::kiosk
