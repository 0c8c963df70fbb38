// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/hand_receipt.h"

#include "kiosk/papers/words.h"

#include <utility>

namespace guichet::kiosk::papers {

printing::Paper handReceipt(const Texts &say, const Letterhead &letterhead, const Making &making,
                            const std::string &number, const ServiceMention &service, const RemediesMention &remedies,
                            bool rulesChecked) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("hand.title"), number, "hand-receipt");
    printing::Blocks &blocks = paper.blocks;
    blocks.push_back({printing::Box{printing::plain(say("receipt.brief")),
                                    {printing::text(say("hand.brief", {{"phone", unbroken(service.phone())}}))}}});
    const auto room = [&](const char *id) {
        constexpr double kForAHandMm = 3;
        printing::Fact fact = printing::fact(say(id), say("hand.room"));
        fact.value.insert(fact.value.begin(), {printing::Space{kForAHandMm}});
        return fact;
    };
    printing::Facts facts;
    for (const char *id : {"hand.person", "hand.born", "hand.asked", "hand.asked-more"}) {
        facts.rows.push_back(room(id));
    }
    facts.rows.push_back(printing::fact(say("receipt.received"), say("hand.day-and-hour")));
    blocks.push_back({std::move(facts)});

    blocks.push_back(printing::heading(2, say("hand.silence")));
    blocks.push_back(tickBoxes(say, {"hand.silence-accepts", "hand.silence-refuses", "hand.silence-none"}));
    blocks.push_back(printing::heading(2, say("hand.missing")));
    blocks.push_back(tickBoxes(say, {"hand.missing-none", "hand.missing-what"}));
    blocks.push_back(printing::text(say("receipt.not-refused")));

    printing::Facts end;
    end.rows.push_back(printing::fact(say("receipt.service"),
                                      service.name() + ", " + oneLine(service.address()) + ", " +
                                          say("receipt.service-phone", {{"phone", unbroken(service.phone())}})));
    for (const RemediesMention::Way &way : remedies.ways()) {
        const bool open = way.toCheck && !rulesChecked;
        end.rows.push_back(
            printing::fact(say("hand.remedy"), way.text + (open ? " " + say("receipt.to-check") : std::string())));
    }
    end.rows.push_back(room("hand.agent"));
    blocks.push_back({std::move(end)});
    blocks.push_back(printing::text(say("hand.keyed", {{"number", unbroken(number)}})));
    return paper;
}

} // namespace guichet::kiosk::papers
