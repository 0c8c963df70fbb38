// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/come_back.h"

#include "kiosk/counter/titles.h"
#include "kiosk/papers/come_back.h"
#include "storage/store.h"

#include <utility>

namespace guichet::kiosk {

Result<MadePaper> comeBackSlip(Desk &desk, const std::string &person, const Presence &presence,
                               const std::vector<std::string> &references, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Print));
    const Title *title = desk.machine.catalogue.title(toText(presence.who));
    if (title == nullptr) {
        return fail(ErrorCode::TextMissing, "titles." + std::string(toText(presence.who)));
    }
    bool sees = title->has(TitleAct::See);
    if (!person.empty()) {
        GUICHET_ASSIGN(const storage::Person whose, desk.store.people().get(person));
        GUICHET_ASSIGN(const Ground ground, groundOf(desk, whose, presence, TitleAct::See));
        sees = ground.gives;
    }
    std::vector<std::string> known;
    for (const std::string &reference : references) {
        GUICHET_ASSIGN(const storage::Act act, storage::Acts(desk.entries).get(reference));
        known.push_back(act.reference);
    }
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const auto slip = [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
        return papers::comeBack(
            say, letterhead, making,
            {title->mandate.empty() ? std::string() : title->mandate.in(say.language()), sees, known}, readingCopy);
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> papers, withReadingCopy(desk, making.at.day, paper, slip));
    return makePaper(desk, std::move(papers), paper.layout, textsOf(desk, "fr", making.at.day)("comeback.job"));
}

} // namespace guichet::kiosk
