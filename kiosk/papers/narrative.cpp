// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/narrative.h"

#include "base/text.h"
#include "kiosk/papers/record_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using document::Node;
using printing::Align;
using printing::Blocks;
using printing::Run;
using printing::Runs;

/// What an element hands down to the text in it.
struct Style {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    printing::Script script = printing::Script::Normal;
    std::string link;
    std::string language;
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool hasStyle(const Node &node, std::string_view wanted) {
    for (const std::string &code : split(lower(node.attribute("styleCode")), ' ')) {
        if (code == wanted) {
            return true;
        }
    }
    return false;
}

Style styled(Style style, const Node &node) {
    const bool boldItalics = hasStyle(node, "bolditalics") || hasStyle(node, "bolditalic");
    style.bold = style.bold || boldItalics || hasStyle(node, "bold") || hasStyle(node, "emphasis");
    style.italic = style.italic || boldItalics || hasStyle(node, "italics") || hasStyle(node, "italic");
    style.underline = style.underline || hasStyle(node, "underline");
    style.strike = style.strike || hasStyle(node, "strikethrough") || node.attribute("revised") == "delete";
    if (!node.attribute("language").empty()) {
        style.language = node.attribute("language");
    }
    return style;
}

int number(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Elements that stand in a line of text; every other one breaks it.
bool isInline(const Node &node) {
    static constexpr std::string_view kInline[] = {"",    "content", "linkHtml", "sub",
                                                   "sup", "br",      "footnote", "footnoteRef"};
    return std::find(std::begin(kInline), std::end(kInline), node.element) != std::end(kInline);
}

bool hasTextOrMedia(const Node &node) {
    return node.isText() ? node.text.find_first_not_of(" \t\r\n") != std::string::npos
                         : node.element == "renderMultiMedia" ||
                               std::any_of(node.children.begin(), node.children.end(), hasTextOrMedia);
}

class Converter {
public:
    Converter(const document::Document &document, const PlaceMedia &place, bool rightToLeft)
        : document_(document), place_(place), rightToLeft_(rightToLeft) {}

    Blocks section(const Node &narrative) {
        countNotes(narrative);
        Blocks out = blocks(narrative, styled({}, narrative), Align::Start);
        for (Blocks &note : notes_) {
            out.insert(out.end(), std::make_move_iterator(note.begin()), std::make_move_iterator(note.end()));
        }
        return out;
    }

private:
    [[nodiscard]] std::optional<Align> alignOf(const Node &node) const {
        const std::string align = lower(node.attribute("align"));
        if (align == "left") {
            return rightToLeft_ ? Align::End : Align::Start;
        }
        if (align == "center") {
            return Align::Centre;
        }
        if (align == "right" || align == "char") {
            return rightToLeft_ ? Align::Start : Align::End;
        }
        if (align == "justify") {
            return Align::Justify;
        }
        return std::nullopt;
    }

    /// The children of `node` as blocks: lines of text become paragraphs, elements that are blocks stand between them.
    Blocks blocks(const Node &node, const Style &style, Align align) {
        Blocks out;
        Runs line;
        for (const Node &child : node.children) {
            flow(child, style, align, line, out);
        }
        flush(line, align, out);
        if (out.empty() && !node.attribute("nullFlavor").empty()) {
            out.push_back(printing::text(nullFlavorInWords(node.attribute("nullFlavor"))));
        }
        return out;
    }

    void flow(const Node &node, const Style &style, Align align, Runs &line, Blocks &out) {
        if (node.isText()) {
            append(line, node.text, style);
        } else if (node.element == "br") {
            lineBreak(line, style);
        } else if (isInline(node)) {
            inlineElement(node, style, align, line, out);
        } else {
            flush(line, align, out);
            block(node, style, align, out);
        }
    }

    void inlineElement(const Node &node, const Style &outer, Align align, Runs &line, Blocks &out) {
        Style style = styled(outer, node);
        if (node.element == "sub") {
            style.script = printing::Script::Subscript;
        } else if (node.element == "sup") {
            style.script = printing::Script::Superscript;
        } else if (node.element == "linkHtml" && isWebAddress(node.attribute("href"))) {
            style.link = node.attribute("href");
        } else if (node.element == "footnote" || node.element == "footnoteRef") {
            note(node, style, line);
            return;
        }
        const std::size_t start = line.size();
        const std::size_t blocksBefore = out.size();
        for (const Node &child : node.children) {
            flow(child, style, align, line, out);
        }
        if (node.element == "linkHtml" && !node.attribute("href").empty()) {
            const std::string shown = blocksBefore == out.size() ? textSince(line, start) : std::string();
            if (trim(shown) != node.attribute("href")) {
                append(line,
                       (trim(shown).empty() ? "" : " (") + std::string(node.attribute("href")) +
                           (trim(shown).empty() ? "" : ")"),
                       outer);
            }
        }
        if (node.attribute("revised") == "delete" && hasTextOrMedia(node)) {
            append(line, " [supprimé]", outer);
        }
        if (!hasTextOrMedia(node) && !node.attribute("nullFlavor").empty()) {
            append(line, nullFlavorInWords(node.attribute("nullFlavor")), style);
        }
    }

    /// Notes have their numbers before the text is gone through: a reference may stand before its note.
    void countNotes(const Node &node) {
        const bool note = node.element == "footnote" || node.element == "footnoteRef";
        if (note && hasTextOrMedia(node)) {
            if (!node.attribute("ID").empty()) {
                noteIds_.emplace(node.attribute("ID"), notes_.size());
            }
            noteNumbers_.emplace(&node, notes_.size());
            notes_.emplace_back();
        }
        for (const Node &child : node.children) {
            countNotes(child);
        }
    }

    static std::string markOf(std::size_t index) { return "[" + std::to_string(index + 1) + "]"; }

    /// A note's mark in the line; its text goes below the section.
    void note(const Node &node, const Style &style, Runs &line) {
        if (const std::string referred(node.attribute("IDREF")); !referred.empty()) {
            const auto found = noteIds_.find(referred);
            append(line, found == noteIds_.end() ? "[voir la note « " + referred + " »]" : markOf(found->second),
                   style);
        }
        const auto number = noteNumbers_.find(&node);
        if (number == noteNumbers_.end()) {
            return;
        }
        const std::size_t index = number->second;
        const std::string mark = markOf(index);
        append(line, mark, style);
        Blocks text = blocks(node, style, Align::Start);
        Runs start{Run{.text = mark + " "}};
        auto *first = text.empty() ? nullptr : std::get_if<printing::Paragraph>(&text.front().content);
        if (first != nullptr) {
            first->runs.insert(first->runs.begin(), start.begin(), start.end());
            first->kind = printing::Paragraph::Kind::Small;
        } else {
            text.insert(text.begin(), printing::text(std::move(start)));
        }
        notes_[index] = std::move(text);
    }

    void block(const Node &node, const Style &outer, Align align, Blocks &out) {
        const Style style = styled(outer, node);
        const std::size_t before = out.size();
        if (node.element == "table") {
            table(node, style, alignOf(node).value_or(Align::Start), out);
        } else if (node.element == "list") {
            list(node, style, align, out);
        } else if (node.element == "renderMultiMedia") {
            media(node, style, align, out);
        } else {
            // paragraph, caption, item out of place, or an element that CDA does not know: its content, in order
            const Align own = alignOf(node).value_or(align);
            Blocks inner = blocks(node, node.element == "caption" ? boldOf(style) : style, own);
            out.insert(out.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
        }
        if (node.attribute("revised") == "delete" && out.size() > before) {
            out.push_back({printing::Paragraph{{{.text = "[supprimé]"}}, align, printing::Paragraph::Kind::Small}});
        }
    }

    void list(const Node &node, const Style &style, Align align, Blocks &out) {
        printing::List list;
        list.marker = marker(node);
        for (const Node &child : node.children) {
            if (child.element == "item") {
                list.items.push_back(blocks(child, styled(style, child), align));
                if (child.attribute("revised") == "delete") {
                    list.items.back().push_back(printing::text("[supprimé]"));
                }
            } else if (child.element == "caption") {
                Blocks caption = blocks(child, boldOf(styled(style, child)), align);
                out.insert(out.end(), caption.begin(), caption.end());
            } else if (hasTextOrMedia(child)) {
                Blocks stray;
                Runs line;
                flow(child, style, align, line, stray);
                flush(line, align, stray);
                list.items.push_back(std::move(stray));
            }
        }
        if (!list.items.empty()) {
            out.push_back({std::move(list)});
        }
    }

    static printing::List::Marker marker(const Node &node) {
        using Marker = printing::List::Marker;
        if (hasStyle(node, "arabic")) {
            return Marker::Decimal;
        }
        if (hasStyle(node, "littleroman")) {
            return Marker::LowerRoman;
        }
        if (hasStyle(node, "bigroman")) {
            return Marker::UpperRoman;
        }
        if (hasStyle(node, "littlealpha")) {
            return Marker::LowerAlpha;
        }
        if (hasStyle(node, "bigalpha")) {
            return Marker::UpperAlpha;
        }
        return node.attribute("listType") == "ordered" ? Marker::Decimal : Marker::Bullet;
    }

    void media(const Node &node, const Style &style, Align align, Blocks &out) {
        // The caption stands with the picture.
        Blocks words = blocks(node, style, align);
        // One reference, or several separated by spaces (IDREFS).
        for (const std::string &reference : split(node.attribute("referencedObject"), ' ')) {
            if (reference.empty()) {
                continue;
            }
            if (const document::Media *found = document_.media(reference)) {
                Blocks placed = place_(*found);
                out.insert(out.end(), std::make_move_iterator(placed.begin()), std::make_move_iterator(placed.end()));
            } else {
                out.push_back(printing::text("[Image ou document « " + reference + " » absent du fichier]"));
            }
        }
        out.insert(out.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    }

    void table(const Node &node, const Style &style, Align align, Blocks &out) {
        printing::Table table;
        const std::string border = lower(node.attribute("border"));
        const std::string rules = lower(node.attribute("rules"));
        table.lines = border == "0" && rules.empty() ? printing::Table::Lines::Rows : printing::Table::Lines::Grid;
        Blocks stray;
        Runs line;
        for (const Node &child : node.children) {
            if (child.element == "caption") {
                caption(child, boldOf(styled(style, child)), align, table, out);
            } else if (child.element == "thead" || child.element == "tfoot" || child.element == "tbody") {
                auto &part = child.element == "thead" ? table.head : child.element == "tfoot" ? table.foot : table.body;
                rowsOf(child, styled(style, child), alignOf(child).value_or(align), child.element == "thead", part,
                       stray, line);
            } else if (child.element == "tr") {
                row(child, style, align, false, table.body, stray, line);
            } else {
                flow(child, style, align, line, stray); // col, colgroup and what has no place in a table
            }
        }
        flush(line, align, stray);
        if (!table.head.empty() || !table.body.empty() || !table.foot.empty()) {
            if (table.body.empty() && table.foot.empty()) {
                std::swap(table.body, table.head); // a table of heads alone
            }
            out.push_back({std::move(table)});
        } else if (!table.caption.empty()) {
            out.push_back(printing::text(std::move(table.caption))); // a table of nothing but its caption
        }
        out.insert(out.end(), std::make_move_iterator(stray.begin()), std::make_move_iterator(stray.end()));
    }

    /// Above the table: its own caption where it is a line of text, else blocks before it.
    void caption(const Node &node, const Style &style, Align align, printing::Table &table, Blocks &out) {
        Blocks inner = blocks(node, style, align);
        if (inner.size() == 1 && table.caption.empty()) {
            if (auto *paragraph = std::get_if<printing::Paragraph>(&inner.front().content)) {
                table.caption = std::move(paragraph->runs);
                return;
            }
        }
        out.insert(out.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
    }

    void rowsOf(const Node &part, const Style &style, Align align, bool head, std::vector<printing::Row> &rows,
                Blocks &stray, Runs &line) {
        flush(line, align, stray); // what stands before a part or row, in it and behind it is not one line
        for (const Node &child : part.children) {
            if (child.element == "tr") {
                row(child, style, align, head, rows, stray, line);
            } else {
                flow(child, style, align, line, stray);
            }
        }
        flush(line, align, stray);
    }

    void row(const Node &node, const Style &outer, Align outerAlign, bool head, std::vector<printing::Row> &rows,
             Blocks &stray, Runs &line) {
        const Style style = styled(outer, node);
        const Align align = alignOf(node).value_or(outerAlign);
        flush(line, outerAlign, stray);
        printing::Row row;
        for (const Node &child : node.children) {
            if (child.element == "td" || child.element == "th") {
                flush(line, align, stray);
                row.cells.push_back(cell(child, style, align, head));
            } else {
                flow(child, style, align, line, stray);
            }
        }
        flush(line, align, stray);
        if (!row.cells.empty()) {
            if (node.attribute("revised") == "delete") {
                row.cells.back().blocks.push_back(printing::text("[supprimé]"));
            }
            rows.push_back(std::move(row));
        }
    }

    printing::Cell cell(const Node &node, const Style &outer, Align outerAlign, bool head) {
        printing::Cell cell;
        cell.heading = node.element == "th";
        cell.shade = head || cell.heading ? printing::Shade::Head : printing::Shade::None;
        cell.align = alignOf(node).value_or(outerAlign);
        cell.columns = std::clamp(number(node.attribute("colspan"), 1), 1, 1000);
        cell.rows = std::clamp(number(node.attribute("rowspan"), 1), 1, 65534);
        const std::string valign = lower(node.attribute("valign"));
        cell.verticalAlign = valign == "middle"   ? printing::VerticalAlign::Middle
                             : valign == "bottom" ? printing::VerticalAlign::Bottom
                                                  : printing::VerticalAlign::Top;
        printing::Edges edges{hasStyle(node, "toprule"), hasStyle(node, "rrule"), hasStyle(node, "botrule"),
                              hasStyle(node, "lrule")};
        if (edges.top || edges.right || edges.bottom || edges.left) {
            cell.edges = edges;
        }
        // The table aligns what is in the cell; its paragraphs keep an alignment of their own only where they have one.
        cell.blocks = blocks(node, styled(outer, node), Align::Start);
        if (node.attribute("revised") == "delete") {
            cell.blocks.push_back(printing::text("[supprimé]"));
        }
        return cell;
    }

    // Text

    static Style boldOf(Style style) {
        style.bold = true;
        return style;
    }

    static bool isWebAddress(std::string_view address) {
        const std::string start = lower(address.substr(0, 8));
        return start.starts_with("http://") || start.starts_with("https://") || start.starts_with("mailto:");
    }

    static std::string textSince(const Runs &line, std::size_t start) {
        std::string text;
        for (std::size_t i = start; i < line.size(); ++i) {
            text += line[i].text;
        }
        return text;
    }

    /// Adds text to the line: white space is one space, none at the start of a line.
    static void append(Runs &line, std::string_view text, const Style &style) {
        std::string folded;
        char last = line.empty() ? '\n' : line.back().text.back();
        for (const char c : text) {
            if (!isSpace(c)) {
                folded += c;
                last = c;
            } else if (last != ' ' && last != '\n') {
                folded += ' ';
                last = ' ';
            }
        }
        if (!folded.empty()) {
            line.push_back({.text = std::move(folded),
                            .bold = style.bold,
                            .italic = style.italic,
                            .underline = style.underline,
                            .strike = style.strike,
                            .script = style.script,
                            .language = style.language,
                            .link = style.link});
        }
    }

    static void lineBreak(Runs &line, const Style &style) {
        if (!line.empty() && line.back().text.back() == ' ') {
            line.back().text.pop_back();
            if (line.back().text.empty()) {
                line.pop_back();
            }
        }
        if (line.empty()) {
            return; // an empty first line
        }
        line.push_back({.text = "\n", .language = style.language});
    }

    static Runs trimmed(Runs line) {
        while (!line.empty()) {
            std::string &text = line.back().text;
            while (!text.empty() && isSpace(text.back())) {
                text.pop_back();
            }
            if (!text.empty()) {
                break;
            }
            line.pop_back();
        }
        return line;
    }

    static void flush(Runs &line, Align align, Blocks &out) {
        Runs runs = trimmed(std::move(line));
        line.clear();
        if (!runs.empty()) {
            out.push_back({printing::Paragraph{std::move(runs), align, printing::Paragraph::Kind::Normal}});
        }
    }

    const document::Document &document_;
    const PlaceMedia &place_;
    bool rightToLeft_;
    std::vector<Blocks> notes_; ///< in the order of their marks
    std::map<const Node *, std::size_t> noteNumbers_;
    std::map<std::string, std::size_t, std::less<>> noteIds_;
};

} // namespace

printing::Blocks narrativeBlocks(const Node &narrative, const document::Document &document, const PlaceMedia &place,
                                 bool rightToLeft) {
    return Converter(document, place, rightToLeft).section(narrative);
}

} // namespace guichet::kiosk::papers
