// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/power_cut.h"

#include <utility>

namespace guichet::kiosk::papers {

printing::Paper powerCutSheet(const Texts &say, const Letterhead &letterhead, const Making &making) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("cut.title"), {}, "power-cut");
    paper.blocks.push_back(printing::text(say("cut.about")));
    printing::List steps;
    steps.marker = printing::List::Marker::Decimal;
    for (const char *id : {"cut.go-on", "cut.form", "cut.receipt", "cut.stamp", "cut.give", "cut.numbered",
                           "cut.documents", "cut.key-in", "cut.sealed"}) {
        printing::Paragraph step{printing::plain(say(id))};
        step.kind = printing::Paragraph::Kind::Lead;
        steps.items.push_back({{std::move(step)}});
    }
    paper.blocks.push_back({std::move(steps)});
    paper.blocks.push_back(printing::heading(2, say("cut.where")));
    printing::Facts where;
    for (const char *id : {"cut.manager", "cut.telephone", "cut.spare-key", "cut.blank-forms", "cut.stamp-place"}) {
        constexpr double kForAHandMm = 3;
        printing::Fact fact = printing::fact(say(id), say("hand.room"));
        fact.value.insert(fact.value.begin(), {printing::Space{kForAHandMm}});
        where.rows.push_back(std::move(fact));
    }
    paper.blocks.push_back({std::move(where)});
    return paper;
}

} // namespace guichet::kiosk::papers
