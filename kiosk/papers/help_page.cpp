// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/help_page.h"

namespace guichet::kiosk::papers {
namespace {

printing::Block listOf(const std::vector<std::string> &sentences, printing::List::Marker marker) {
    printing::List list;
    list.marker = marker;
    for (const std::string &sentence : sentences) {
        list.items.push_back({printing::text(sentence)});
    }
    return {std::move(list)};
}

} // namespace

printing::Paper helpPage(const Texts &say, const Letterhead &letterhead, const Making &making, const HelpPage &page) {
    const std::string &language = say.language();
    printing::Paper paper = headedPaper(say, letterhead, making, page.title.in(language), {}, "help");
    paper.blocks.push_back({printing::Paragraph{.runs = printing::plain(page.about.in(language)),
                                                .align = printing::Align::Start,
                                                .kind = printing::Paragraph::Kind::Lead}});
    paper.blocks.push_back(printing::heading(1, say("help.steps")));
    paper.blocks.push_back(listOf(page.steps.in(language), printing::List::Marker::Decimal));
    paper.blocks.push_back(printing::heading(1, say("help.stuck")));
    paper.blocks.push_back(listOf(page.stuck.in(language), printing::List::Marker::Bullet));
    paper.blocks.push_back(printing::heading(1, say("help.keys")));
    printing::Facts keys;
    for (const HelpKey &key : say.catalogue().helpKeys()) {
        keys.rows.push_back(printing::fact(key.key.in(language), key.does.in(language)));
    }
    paper.blocks.push_back({std::move(keys)});
    return paper;
}

} // namespace guichet::kiosk::papers
