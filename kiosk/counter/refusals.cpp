// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/refusals.h"

#include "kiosk/counter/requests.h"
#include "kiosk/papers/refusal_sheet.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace guichet::kiosk {

Result<MadePaper> explainRefusal(Desk &desk, std::string_view id, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Print));
    const Refusal *refusal = refusalOf(desk.machine.catalogue, id);
    if (refusal == nullptr) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const auto sheet = [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
        GUICHET_ASSIGN(const papers::RemediesMention remedies,
                       papers::RemediesMention::of(say, refusal->remedies, settings));
        return papers::refusalSheet(say, letterhead, making, *refusal, remedies, rulesChecked(settings), readingCopy);
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> sheets, withReadingCopy(desk, making.at.day, paper, sheet));
    for (const std::string &form : refusal->blanks) {
        GUICHET_ASSIGN(MadePaper blank, blankForm(desk, form, paper));
        std::ranges::move(blank.says, std::back_inserter(sheets));
    }
    return makePaper(desk, std::move(sheets), paper.layout, textsOf(desk, "fr", making.at.day)("refusal.job"));
}

} // namespace guichet::kiosk
