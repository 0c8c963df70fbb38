// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/cover.h"

#include "kiosk/papers/letterhead.h"

#include <utility>

namespace guichet::kiosk::papers {

printing::Paper cover(const Texts &say, printing::Paper frame, const std::string &mark, int records, int pages) {
    printing::Paper paper = ofTemplate(say, std::move(frame), say("cover.title", {{"mark", mark}}), "cover");
    paper.blocks = {printing::Block{printing::Facts{{printing::fact(say("cover.records"), std::to_string(records)),
                                                     printing::fact(say("cover.pages"), std::to_string(pages))}}},
                    printing::Block{printing::Paragraph{.runs = printing::plain(say("cover.sealed")),
                                                        .align = printing::Align::Start,
                                                        .kind = printing::Paragraph::Kind::Lead}}};
    return paper;
}

} // namespace guichet::kiosk::papers
