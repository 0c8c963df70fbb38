// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/request_form.h"

#include "base/text.h"

#include <algorithm>

namespace guichet::kiosk::papers {
namespace {

using printing::Blocks;
using printing::Runs;

constexpr int kBlankRows = 3;

/// The columns of a list, with rows to write in where the form is blank.
printing::Table listTable(const Texts &say, const Field &field, const PaperAnswer &answer, bool blank) {
    printing::Table table;
    constexpr double kDateShare = 0.2; // room to write a day by hand
    const auto dates = std::ranges::count(field.items, FieldKind::Date, &Field::kind);
    const auto others = static_cast<double>(std::max<std::ptrdiff_t>(std::ssize(field.items) - dates, 1));
    const double share = (1 - kDateShare * static_cast<double>(dates)) / others;
    printing::Row head;
    for (const Field &item : field.items) {
        table.columnShares.push_back(!blank ? 0 : item.kind == FieldKind::Date ? kDateShare : share);
        head.cells.push_back(tableCell(item.label.in(say.language()), true));
    }
    table.head.push_back(std::move(head));
    for (const std::vector<std::string> &values : answer.rows) {
        printing::Row row;
        for (const std::string &value : values) {
            row.cells.push_back(tableCell(value));
        }
        table.body.push_back(std::move(row));
    }
    for (int i = 0; blank && i < kBlankRows; ++i) {
        printing::Row row;
        for (std::size_t column = 0; column < field.items.size(); ++column) {
            row.cells.push_back(cellToWriteIn());
        }
        table.body.push_back(std::move(row));
    }
    return table;
}

} // namespace

printing::Paper requestForm(const Texts &say, const Letterhead &letterhead, const Making &making, const Form &form,
                            const PaperPerson &person, const std::optional<PaperRepresentative> &representative,
                            const std::map<std::string, PaperAnswer> &answers,
                            const std::vector<std::string> &piecesGiven, bool blank, bool readingCopy) {
    const std::string &language = say.language();
    printing::Paper paper =
        headedPaper(say, letterhead, making, form.title.in(language), {}, blank ? "blank-form" : "request-form");
    Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead.validated(say.language())));
    }
    if (!form.number.empty()) {
        blocks.push_back(printing::text(say("form.number-of-form", {{"number", form.number}})));
    }
    if (blank && form.toCheck) {
        blocks.push_back(printing::text(Runs{{say("form.content") + " "}, printing::italic(say("receipt.to-check"))}));
    }
    if (!blank) {
        blocks.push_back(toSignNote(say));
    }
    blocks.push_back(printing::heading(2, say("form.person")));
    blocks.push_back(personFacts(say, person, representative));
    blocks.push_back(printing::heading(2, say("form.answers")));
    const auto isGiven = [&](const Condition &when) {
        if (blank || when.field.empty()) {
            return true;
        }
        const auto answer = answers.find(when.field);
        if (answer == answers.end()) {
            return true; // not known yet: the place stays
        }
        const auto field = std::ranges::find(form.fields, when.field, &Field::id);
        if (field == form.fields.end()) {
            return true;
        }
        const auto option = std::ranges::find(field->options, when.is, &Option::id);
        return answer->second.text == when.is ||
               (option != field->options.end() && answer->second.text == option->label.in(language));
    };
    // Who fills it in alone has to see what is for others: "Only if …".
    const auto onlyIf = [&](const Condition &when) -> std::string {
        const auto field = std::ranges::find(form.fields, when.field, &Field::id);
        if (!blank || when.field.empty() || field == form.fields.end()) {
            return {};
        }
        const auto option = std::ranges::find(field->options, when.is, &Option::id);
        const std::string answer = option != field->options.end() ? option->label.in(language)
                                   : when.is == "yes"             ? say("form.yes")
                                   : when.is == "no"              ? say("form.no")
                                                                  : when.is;
        return say("form.only-if", {{"question", field->label.in(language)}, {"answer", answer}});
    };
    printing::Table table;
    table.lines = printing::Table::Lines::Rows;
    table.columnShares = {0.4, 0.6};
    Blocks lists;
    printing::List signatures;
    for (const Field &field : form.fields) {
        if (!isGiven(field.when)) {
            continue;
        }
        // Whether a form is signed is for the agent to see on it, not for the form to ask: it has no question.
        if (field.mustBeYes && field.question.empty()) {
            const std::string condition = onlyIf(field.when);
            signatures.items.push_back(
                {printing::text(field.label.in(language) + (condition.empty() ? "" : " (" + condition + ")"))});
            continue;
        }
        const auto found = answers.find(field.id);
        const PaperAnswer answer = found == answers.end() ? PaperAnswer{} : found->second;
        std::string label = field.label.in(language);
        if (blank && field.required) {
            label += " *";
        }
        const std::string condition = onlyIf(field.when);
        if (field.kind == FieldKind::List && (blank || !answer.rows.empty())) {
            lists.push_back(printing::heading(3, label));
            if (!condition.empty()) {
                lists.push_back(printing::text(condition));
            }
            lists.push_back({listTable(say, field, answer, blank)});
            continue;
        }
        printing::Row row;
        row.cells.push_back(tableCell(label));
        if (blank) { // who fills it in alone has nobody to ask
            const std::string example =
                field.example.empty() ? std::string() : say("form.example", {{"example", field.example}});
            for (const std::string &more : {condition, field.help.in(language), field.why.in(language), example}) {
                if (!more.empty()) {
                    printing::Run run{more};
                    run.small = true;
                    row.cells.back().blocks.push_back({printing::Paragraph{{std::move(run)}}});
                }
            }
        }
        if (blank && (field.kind == FieldKind::Choice || field.kind == FieldKind::YesNo)) {
            printing::TickBoxes boxes;
            if (field.kind == FieldKind::YesNo) {
                boxes.boxes.push_back({false, printing::plain(say("form.yes"))});
                boxes.boxes.push_back({false, printing::plain(say("form.no"))});
            }
            for (const Option &option : field.options) {
                boxes.boxes.push_back({false, printing::plain(option.label.in(language))});
            }
            printing::Cell cell;
            cell.blocks.push_back({std::move(boxes)});
            row.cells.push_back(std::move(cell));
        } else if (blank) {
            row.cells.push_back(cellToWriteIn());
            if (!field.unit.empty()) {
                printing::Paragraph unit{printing::plain(field.unit)};
                unit.align = printing::Align::End;
                row.cells.back().blocks.push_back({std::move(unit)});
            }
        } else if (answer.text.empty()) {
            row.cells.push_back(tableCell(say("form.not-answered")));
        } else {
            row.cells.push_back(tableCell(answer.text));
        }
        table.body.push_back(std::move(row));
    }
    if (!table.body.empty()) {
        blocks.push_back({std::move(table)});
    }
    for (printing::Block &block : lists) {
        blocks.push_back(std::move(block));
    }
    if (blank) {
        blocks.push_back(printing::text(say("form.required-note")));
        if (!signatures.items.empty()) {
            blocks.push_back(printing::text(say("form.signed-by")));
            blocks.push_back({std::move(signatures)});
        }
    }
    if (!form.pieces.empty()) {
        blocks.push_back(printing::heading(2, say("form.pieces")));
        printing::TickBoxes boxes;
        for (const Piece &piece : form.pieces) {
            if (!isGiven(piece.when)) {
                continue;
            }
            const bool given = std::ranges::find(piecesGiven, piece.id) != piecesGiven.end();
            std::vector<std::string> how;
            if (const std::string condition = onlyIf(piece.when); !condition.empty()) {
                how.push_back(condition);
            }
            if (piece.originalOnly || piece.returned) {
                how.push_back(say(piece.returned ? "form.original-returned" : "form.original-only"));
            }
            if (piece.indispensable) {
                how.push_back(say("form.indispensable"));
            }
            const std::string more = how.empty() ? std::string() : " (" + join(how, ", ") + ")";
            boxes.boxes.push_back({given, printing::plain(piece.label.in(language) + more)});
        }
        blocks.push_back({std::move(boxes)});
        blocks.push_back(printing::text(say("form.pieces-note")));
    }
    if (!form.notAsked.in(language).empty()) {
        blocks.push_back(printing::heading(2, say("form.not-asked")));
        printing::List list;
        for (const std::string &sentence : form.notAsked.in(language)) {
            list.items.push_back({{printing::text(sentence)}});
        }
        blocks.push_back({std::move(list)});
    }
    std::vector<std::string> captions;
    for (const SignatureLine &line : form.signatures) {
        if (isGiven(line.when)) {
            const std::string condition = onlyIf(line.when);
            captions.push_back(line.label.in(language) + (line.apart ? " " + say("form.signed-apart") : "") +
                               (condition.empty() ? "" : " " + condition));
        }
    }
    addSignatures(blocks, say, captions);
    return paper;
}

} // namespace guichet::kiosk::papers
