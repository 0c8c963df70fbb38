// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/optout_form.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using printing::Blocks;
using printing::Runs;

constexpr std::string_view kToWrite = "…………………………………………";

constexpr double kFrameMm = 42; ///< to sign in
constexpr double kLineMm = 3;   ///< between lines to write on

bool asked(const std::vector<ScopeChoice> &choices, std::string_view scope) {
    return std::ranges::any_of(choices, [&](const ScopeChoice &choice) { return choice.scope->id == scope; });
}

printing::Cell sentencesCell(const std::vector<std::string> &sentences) {
    printing::List list;
    for (const std::string &sentence : sentences) {
        list.items.push_back({printing::text(sentence)});
    }
    printing::Cell cell;
    cell.blocks.push_back({std::move(list)});
    return cell;
}

} // namespace

printing::Block personFacts(const Texts &say, const PaperPerson &person,
                            const std::optional<PaperRepresentative> &representative) {
    const std::array<std::pair<std::string, std::string>, 4> known{{{say("form.names"), person.names},
                                                                    {say("form.born"), person.born},
                                                                    {say("form.number"), person.number},
                                                                    {say("form.address"), oneLine(person.address)}}};
    if (std::ranges::all_of(known, [](const auto &fact) { return fact.second.empty(); })) {
        printing::Table table;
        table.lines = printing::Table::Lines::Rows;
        table.columnShares = {0.3, 0.7};
        for (const auto &[label, value] : known) {
            table.body.push_back({{tableCell(label), cellToWriteIn()}});
        }
        return {std::move(table)};
    }
    printing::Facts facts;
    for (const auto &[label, value] : known) {
        facts.rows.push_back(printing::fact(label, value.empty() ? std::string(kToWrite) : value));
    }
    if (representative) {
        facts.rows.push_back(printing::fact(say("form.acting"), representative->name + ", " + representative->title));
    }
    return {std::move(facts)};
}

printing::Block toSignNote(const Texts &say) {
    printing::Box box;
    box.blocks.push_back(printing::text(Runs{printing::bold(say("form.to-sign")), {" " + say("form.not-registered")}}));
    return {std::move(box)};
}

void addSignatures(Blocks &blocks, const Texts &say, const std::vector<std::string> &captions) {
    blocks.push_back(printing::heading(2, say("form.signature")));
    printing::Table table;
    table.lines = printing::Table::Lines::None;
    table.columnShares = {0.5, 0.5};
    const auto place = [&](printing::Cell cell) { // two a row
        if (table.body.empty() || table.body.back().cells.size() == 2) {
            table.body.emplace_back();
        }
        table.body.back().cells.push_back(std::move(cell));
    };
    for (const std::string &caption : captions) {
        printing::SignatureFrame frame;
        frame.caption = printing::plain(caption + "\n" + say("form.made-at"));
        frame.heightMm = kFrameMm;
        printing::Cell cell;
        cell.blocks.push_back({std::move(frame)});
        place(std::move(cell));
    }
    printing::Cell mark;
    mark.blocks.push_back(printing::text(Runs{printing::bold(say("form.cannot-write")), {" " + say("form.mark")}}));
    for (const std::string_view line : {"form.witness-1", "form.witness-2", "form.agent-note"}) {
        mark.blocks.push_back(printing::text(say(line)));
        mark.blocks.push_back({printing::Space{kLineMm}});
    }
    if (captions.size() % 2 == 0) {
        mark.columns = 2;
    }
    place(std::move(mark));
    blocks.push_back({std::move(table)});
}

printing::Paper optoutForm(const Texts &say, const Letterhead &letterhead, const Making &making,
                           const PaperPerson &person, const std::optional<PaperRepresentative> &representative,
                           const std::vector<ScopeChoice> &choices, DataChoice data, bool readingCopy) {
    const std::string &language = say.language();
    printing::Paper paper = headedPaper(say, letterhead, making, say("form.optout-title"), {}, "optout-form");
    Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    }
    blocks.push_back(toSignNote(say));
    blocks.push_back(printing::heading(2, say("form.person")));
    blocks.push_back(personFacts(say, person, representative));
    blocks.push_back(printing::heading(2, say("form.i-ask")));
    std::vector<std::string> scopes;
    for (const ScopeChoice &choice : choices) {
        if (choice.ticked) {
            scopes.push_back(choice.scope->id);
        }
    }
    for (const ScopeChoice &choice : choices) {
        printing::TickBoxes tick;
        Runs runs{printing::bold(choice.scope->title.in(language))};
        if (!choice.detail.empty()) {
            runs.push_back({"\n" + choice.scope->detailLabel.in(language) + " : " + choice.detail});
        } else if (!choice.ticked && !choice.scope->detailKey.empty()) {
            runs.push_back({"\n" + choice.scope->detailLabel.in(language) + " : " + std::string(kToWrite)});
        }
        tick.boxes.push_back({choice.ticked, std::move(runs)});
        printing::Box box; // what is asked and what it does stay on one page
        box.blocks.push_back({std::move(tick)});
        printing::Table table;
        table.lines = printing::Table::Lines::Grid;
        table.columnShares = {0.5, 0.5};
        printing::Row head;
        head.cells.push_back(tableCell(say("form.does"), true));
        head.cells.push_back(tableCell(say("form.does-not"), true));
        table.head.push_back(std::move(head));
        printing::Row row;
        const Scope said = choice.scope->askedWith(scopes);
        row.cells.push_back(sentencesCell(said.does.in(language)));
        row.cells.push_back(sentencesCell(said.doesNot.in(language)));
        table.body.push_back(std::move(row));
        box.blocks.push_back({std::move(table)});
        blocks.push_back({std::move(box)});
    }
    // Opposing is not erasing: a choice of its own, with both sides in sight and neither ticked for the person.
    if (asked(choices, "ens-refusal") || asked(choices, "ens-closure") || asked(choices, "ens-deletion")) {
        printing::Box box; // both sides on one page
        box.title = printing::plain(say("form.already-there"));
        printing::TickBoxes boxes;
        boxes.boxes.push_back({data == DataChoice::Archive, printing::plain(say("form.archived"))});
        const bool afterCopy = data == DataChoice::EraseAfterCopy;
        boxes.boxes.push_back({data == DataChoice::Erase || afterCopy, printing::plain(say("form.erased"))});
        box.blocks.push_back({std::move(boxes)});
        box.blocks.push_back(printing::text((data == DataChoice::Unsaid ? say("form.no-choice") + " " : std::string()) +
                                            say(afterCopy ? "form.after-copy" : "form.copy-first")));
        blocks.push_back({std::move(box)});
    }
    blocks.push_back(printing::text(Runs{printing::bold(say("form.vitale")), {" " + say("form.vitale-serial")}}));
    addSignatures(blocks, say, {representative ? say("form.sign-representative") : say("form.sign-person")});
    return paper;
}

} // namespace guichet::kiosk::papers
