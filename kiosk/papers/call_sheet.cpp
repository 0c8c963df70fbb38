// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/call_sheet.h"

#include <utility>

namespace guichet::kiosk::papers {
namespace {

/// In the type that is read at arm's length, beside a telephone.
printing::Block large(std::string words) {
    printing::Paragraph paragraph{{printing::bold(std::move(words))}};
    paragraph.kind = printing::Paragraph::Kind::Lead;
    return {std::move(paragraph)};
}

} // namespace

printing::Paper callSheet(const Texts &say, const Letterhead &letterhead, const Making &making,
                          const CallSheetContent &content) {
    printing::Paper paper = headedPaper(say, letterhead, making, say("call.title", {{"phone", content.phone}}),
                                        content.reference, "call-sheet");
    printing::Blocks &blocks = paper.blocks;
    blocks.push_back(printing::text(say("call.hours", {{"hours", content.hours}})));
    blocks.push_back(printing::heading(2, say("call.to-say")));
    for (const std::string &asked : content.asked) {
        blocks.push_back(large(say("call.i-ask", {{"asked", asked}})));
    }
    blocks.push_back(printing::heading(2, say("call.numbers")));
    const auto orRoom = [&](const std::string &text) { return text.empty() ? say("call.room") : text; };
    blocks.push_back(large(say("call.name", {{"name", content.person.names}})));
    blocks.push_back(large(say("call.born", {{"born", orRoom(content.person.born)}})));
    blocks.push_back(large(say("call.number", {{"number", orRoom(content.person.number)}})));
    blocks.push_back(large(say("call.serial", {{"serial", orRoom(content.vitaleSerial)}})));
    blocks.push_back(printing::text(say("call.serial-none")));
    const bool called = !content.answered.empty();
    if (!called) {
        blocks.push_back(printing::heading(2, say("call.to-ask")));
        blocks.push_back(tickBoxes(say, {"call.ask-proof", "call.ask-who", "call.ask-when"}));
    }
    blocks.push_back(printing::heading(2, called ? say("call.answered") : say("call.to-note")));
    printing::Facts facts;
    std::size_t line = 0;
    for (const char *id : {"call.note-when", "call.note-who", "call.note-reference", "call.note-said"}) {
        facts.rows.push_back(printing::fact(say(id), called ? content.answered.at(line) : say("call.room")));
        ++line;
    }
    blocks.push_back({std::move(facts)});
    blocks.push_back(
        printing::text(say(called ? "call.kept" : "call.bring-back", {{"reference", unbroken(content.reference)}})));
    return paper;
}

} // namespace guichet::kiosk::papers
