// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/refusal_sheet.h"

#include <utility>

namespace guichet::kiosk::papers {
namespace {

printing::Block bulletsOf(const std::vector<std::string> &sentences, printing::List::Marker marker) {
    printing::List list;
    list.marker = marker;
    for (const std::string &sentence : sentences) {
        list.items.push_back({printing::text(sentence)});
    }
    return {std::move(list)};
}

/// The mark of what the agency has to look at, or nothing.
void mark(const Texts &say, printing::Runs &runs, bool toCheck) {
    if (toCheck) {
        runs.push_back(printing::italic(" " + say("receipt.to-check")));
    }
}

} // namespace

printing::Paper refusalSheet(const Texts &say, const Letterhead &letterhead, const Making &making,
                             const Refusal &refusal, const RemediesMention &remedies, bool rulesChecked,
                             bool readingCopy) {
    const std::string &language = say.language();
    printing::Paper paper = headedPaper(say, letterhead, making, refusal.title.in(language), {}, "refusal");
    printing::Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    }
    printing::Paragraph happened{printing::plain(refusal.happened.in(language))};
    happened.kind = printing::Paragraph::Kind::Lead;
    blocks.push_back({std::move(happened)});

    blocks.push_back(printing::heading(1, say("refusal.law")));
    printing::List laws;
    for (const Refusal::Law &law : refusal.laws) {
        printing::Runs runs = printing::plain(law.says.in(language) + " (" + law.basis + ")");
        mark(say, runs, law.toCheck && !rulesChecked);
        laws.items.push_back({printing::text(std::move(runs))});
    }
    blocks.push_back({std::move(laws)});

    blocks.push_back(printing::heading(1, say("refusal.answer")));
    printing::List answers;
    for (const std::string &sentence : refusal.answer.in(language)) {
        answers.items.push_back({printing::text(say("refusal.quoted", {{"sentence", sentence}}))});
    }
    blocks.push_back({std::move(answers)});
    blocks.push_back(printing::heading(1, say("refusal.steps")));
    blocks.push_back(bulletsOf(refusal.steps.in(language), printing::List::Marker::Decimal));

    blocks.push_back(printing::heading(1, say("refusal.where")));
    printing::List ways;
    for (const RemediesMention::Way &way : remedies.ways()) {
        printing::Runs runs = printing::plain(way.text);
        mark(say, runs, way.toCheck && !rulesChecked);
        ways.items.push_back({printing::text(std::move(runs))});
    }
    blocks.push_back({std::move(ways)});
    printing::Paragraph informs{printing::plain(say("refusal.informs"))};
    informs.kind = printing::Paragraph::Kind::Small;
    blocks.push_back({std::move(informs)});
    return paper;
}

} // namespace guichet::kiosk::papers
