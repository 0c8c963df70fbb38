// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/come_back.h"

#include "base/text.h"
#include "kiosk/papers/receipt.h"
#include "kiosk/papers/words.h"

#include <utility>

namespace guichet::kiosk::papers {

printing::Paper comeBack(const Texts &say, const Letterhead &letterhead, const Making &making, const ComeBack &content,
                         bool readingCopy) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("comeback.title"), {}, "come-back");
    printing::Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    }
    printing::List bring;
    bring.items.push_back({printing::text(say("comeback.identity"))});
    if (!content.mandate.empty()) {
        bring.items.push_back({printing::text(say("comeback.mandate", {{"mandate", content.mandate}}))});
    }
    bring.items.push_back({printing::text(say("comeback.this-paper"))});
    blocks.push_back({std::move(bring)});
    blocks.push_back(printing::text(say("comeback.no-copy")));
    if (content.sees || !content.references.empty()) {
        blocks.push_back(printing::heading(2, say("comeback.then")));
        printing::List then;
        if (content.sees) {
            then.items.push_back({printing::text(say("comeback.then-see"))});
        }
        if (!content.references.empty()) {
            then.items.push_back({printing::text(say("comeback.then-leaves") + " " + join(content.references, ", "))});
        }
        blocks.push_back({std::move(then)});
    }
    blocks.push_back(printing::text(say("comeback.meanwhile")));
    addWaysToReach(blocks, say, letterhead);
    return paper;
}

} // namespace guichet::kiosk::papers
