// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/notice.h"

#include "kiosk/papers/words.h"

namespace guichet::kiosk::papers {
namespace {

void addPart(printing::Blocks &blocks, const std::string &title, const std::vector<std::string> &sentences,
             printing::List::Marker marker) {
    if (sentences.empty()) {
        return;
    }
    blocks.push_back(printing::heading(2, title));
    if (sentences.size() == 1) {
        blocks.push_back(printing::text(sentences.front()));
        return;
    }
    printing::List list;
    list.marker = marker;
    for (const std::string &sentence : sentences) {
        list.items.push_back({printing::text(sentence)});
    }
    blocks.push_back({std::move(list)});
}

} // namespace

printing::Paper notice(const Texts &say, const Letterhead &letterhead, const Making &making,
                       const NoticeContent &content, bool readingCopy) {
    printing::Paper paper = headedPaper(say, letterhead, making, content.title, content.reference, "notice");
    printing::Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    } else {
        for (const std::string &line : content.to) {
            paper.addressee.push_back(printing::plain(line));
        }
        // Name, address, place and time; the rest stands below: above the window there is room for a few lines only.
        paper.headerStart.resize(2);
        paper.headerEnd.resize(2);
    }
    if (!content.forAgent.empty()) {
        printing::Box box;
        box.blocks.push_back(
            printing::text(printing::Runs{printing::bold(say("notice.for-agent")), {" " + content.forAgent}}));
        blocks.push_back({std::move(box)});
    }
    blocks.push_back(printing::text(say("letter.madam")));
    blocks.push_back(printing::text(content.asked));
    blocks.push_back(
        {printing::Paragraph{{printing::bold(content.said)}, printing::Align::Start, printing::Paragraph::Kind::Lead}});
    printing::Facts facts;
    for (const auto &[label, value] : content.facts) {
        facts.rows.push_back(printing::fact(label, value));
    }
    blocks.push_back({std::move(facts)});
    for (const NoticePart &part : content.parts) {
        addPart(blocks, part.title, part.sentences, printing::List::Marker::Bullet);
    }
    if (content.remedies) {
        std::vector<std::string> ways;
        for (const RemediesMention::Way &way : content.remedies->ways()) {
            ways.push_back(way.text + (way.toCheck ? " " + say("receipt.to-check") : std::string()));
        }
        addPart(blocks, say("notice.disagree"), ways, printing::List::Marker::Decimal);
    }
    addWaysToReach(blocks, say, letterhead);
    blocks.push_back(printing::text(say("notice.bring", {{"reference", content.reference}})));
    blocks.push_back({printing::Paragraph{printing::plain(say("notice.written-by", {{"agent", making.agent}})),
                                          printing::Align::Start, printing::Paragraph::Kind::Quiet}});
    return paper;
}

} // namespace guichet::kiosk::papers
