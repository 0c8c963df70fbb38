// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/letter.h"

#include "base/text.h"
#include "kiosk/papers/letterhead.h"

#include <utility>

namespace guichet::kiosk::papers {
namespace {

void addLines(printing::Blocks &blocks, const std::string &lines, printing::Align align = printing::Align::Start) {
    for (const std::string &line : split(lines, '\n')) {
        if (!line.empty()) {
            printing::Paragraph paragraph{printing::plain(line)};
            paragraph.align = align;
            blocks.push_back({std::move(paragraph)});
        }
    }
}

} // namespace

printing::Paper letter(const Texts &say, printing::Paper frame, const LetterContent &content, bool readingCopy) {
    constexpr int kLinesForReasons = 5;
    constexpr double kLineToWriteMm = 8;
    printing::Paper paper = ofTemplate(say, std::move(frame), content.title, "letter");
    printing::Blocks &blocks = paper.blocks;
    addLines(blocks, content.from.names + "\n" + content.from.address);
    if (!content.from.number.empty()) {
        addLines(blocks, say("letter.number", {{"number", content.from.number}}));
    }
    addLines(blocks, content.to, printing::Align::End);
    addLines(blocks, say("letter.made-on", {{"date", content.date}}), printing::Align::End);
    blocks.push_back({printing::Space{}});
    blocks.push_back({printing::Paragraph{{printing::bold(say("letter.subject", {{"subject", content.subject}}))}}});
    blocks.push_back({printing::Space{}});
    for (const std::string &paragraph : content.paragraphs) {
        blocks.push_back(printing::text(paragraph));
    }
    if (content.reasons) {
        blocks.push_back(printing::text(say("letter.reasons")));
        for (int line = 0; line < kLinesForReasons && !readingCopy; ++line) {
            blocks.push_back({printing::Space{kLineToWriteMm}});
            blocks.push_back({printing::Rule{}});
        }
    }
    blocks.push_back(printing::text(say("letter.greeting")));
    blocks.push_back(printing::text(say("letter.joined", {{"list", join(content.joined, " ; ")}})));
    if (!readingCopy) {
        addSignatures(blocks, say, {say("form.sign-person")});
    }
    return paper;
}

} // namespace guichet::kiosk::papers
