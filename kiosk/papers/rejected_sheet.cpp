// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/rejected_sheet.h"

#include "kiosk/papers/letterhead.h"

#include <utility>

namespace guichet::kiosk::papers {

printing::Paper rejectedSheet(const Texts &say, printing::Paper frame, const std::vector<std::string> &sentences) {
    printing::Paper paper = ofTemplate(say, std::move(frame), say("rejected.title"), "rejected");
    paper.blocks = {printing::text(say("rejected.about"))};
    printing::List list;
    for (const std::string &sentence : sentences) {
        list.items.push_back({printing::text(sentence)});
    }
    paper.blocks.push_back(printing::Block{std::move(list)});
    return paper;
}

} // namespace guichet::kiosk::papers
