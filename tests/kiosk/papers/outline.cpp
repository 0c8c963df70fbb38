// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/papers/outline.h"

#include "base/text.h"

#include <array>

namespace guichet::test {
namespace {

using namespace printing;

std::string words(const Runs &runs) {
    std::string text;
    for (const Run &run : runs) {
        std::string marks;
        marks += run.bold ? "*" : "";
        marks += run.italic ? "/" : "";
        marks += run.underline ? "_" : "";
        marks += run.strike ? "~" : "";
        marks += run.script == Script::Subscript ? "v" : run.script == Script::Superscript ? "^" : "";
        text += marks + replaceAll(run.text, "\n", "|") + std::string(marks.rbegin(), marks.rend());
    }
    return text;
}

std::string_view name(List::Marker marker) {
    static constexpr std::array<std::string_view, 8> kNames{"bullet",      "dash",        "decimal",     "lower-alpha",
                                                            "upper-alpha", "lower-roman", "upper-roman", "none"};
    return kNames.at(static_cast<std::size_t>(marker));
}

class Outline {
public:
    explicit Outline(int indent) : indent_(indent) {}

    std::string text;

    void operator()(const Paragraph &paragraph) {
        line((paragraph.kind == Paragraph::Kind::Small ? "S " : "P ") + words(paragraph.runs));
    }
    void operator()(const Heading &heading) { line("H" + std::to_string(heading.level) + " " + words(heading.runs)); }
    void operator()(const Facts &facts) {
        line("FACTS");
        for (const Fact &fact : facts.rows) {
            line(" " + words(fact.label) + ":");
            text += outline(fact.value, indent_ + 2);
        }
    }
    void operator()(const Box &box) {
        line("BOX " + words(box.title));
        text += outline(box.blocks, indent_ + 1);
    }
    void operator()(const List &list) {
        line("LIST " + std::string(name(list.marker)));
        for (const Blocks &item : list.items) {
            line(" item");
            text += outline(item, indent_ + 2);
        }
    }
    void operator()(const Table &table) {
        line(table.caption.empty() ? "TABLE" : "TABLE " + words(table.caption));
        rows(table.head, " head");
        rows(table.body, " row");
        rows(table.foot, " foot");
    }
    void operator()(const Image &) { line("IMAGE"); }
    void operator()(const QrCode &code) {
        line("QR");
        text += outline(code.beside, indent_ + 1);
    }
    void operator()(const TickBoxes &boxes) {
        line("TICKS");
        for (const TickBox &box : boxes.boxes) {
            line(std::string(box.ticked ? " [x] " : " [ ] ") + words(box.text));
        }
    }
    void operator()(const SignatureFrame &frame) { line("SIGN " + words(frame.caption)); }
    void operator()(const Rule &) { line("RULE"); }
    void operator()(const Space &) {}
    void operator()(const PageBreak &) { line("BREAK"); }
    void operator()(const DotPlot &plot) { line("PLOT " + plot.alternative); }
    void operator()(const LinePlot &plot) { line("PLOT " + plot.alternative); }
    void operator()(const Passage &passage) {
        line("IN " + passage.language);
        text += outline(passage.blocks, indent_ + 1);
    }
    void operator()(const ForeignPages &pages) { line("PDF " + std::to_string(pages.pageCount)); }

private:
    void line(const std::string &content) {
        text += std::string(static_cast<std::size_t>(indent_), ' ') + content + "\n";
    }

    void rows(const std::vector<Row> &rows, const std::string &what) {
        for (const Row &row : rows) {
            line(what);
            for (const Cell &cell : row.cells) {
                line("  cell" + std::string(cell.heading ? " th" : "") +
                     (cell.columns > 1 || cell.rows > 1
                          ? " " + std::to_string(cell.columns) + "x" + std::to_string(cell.rows)
                          : "") +
                     (cell.align == Align::Centre ? " centre"
                      : cell.align == Align::End  ? " end"
                                                  : ""));
                text += outline(cell.blocks, indent_ + 3);
            }
        }
    }

    int indent_;
};

/// Every run's text, one after the other.
struct Words {
    std::string text;

    void add(const Runs &runs) {
        for (const Run &run : runs) {
            text += run.text;
        }
    }
    void add(const Blocks &blocks) {
        for (const Block &block : blocks) {
            std::visit(*this, block.content);
        }
    }
    void operator()(const Paragraph &paragraph) { add(paragraph.runs); }
    void operator()(const Heading &heading) { add(heading.runs); }
    void operator()(const Facts &facts) {
        for (const Fact &fact : facts.rows) {
            add(fact.label);
            add(fact.value);
        }
    }
    void operator()(const List &list) {
        for (const Blocks &item : list.items) {
            add(item);
        }
    }
    void operator()(const Passage &passage) { add(passage.blocks); }
    void operator()(const Table &table) {
        add(table.caption);
        for (const auto *part : {&table.head, &table.body, &table.foot}) {
            for (const Row &row : *part) {
                for (const Cell &cell : row.cells) {
                    add(cell.blocks);
                }
            }
        }
    }
    void operator()(const Box &box) {
        add(box.title);
        add(box.blocks);
    }
    void operator()(const QrCode &code) { add(code.beside); }
    template <typename Other>
    void operator()(const Other &) {} // nothing else holds a text of a record or a receipt
};

} // namespace

std::string plainText(const Blocks &blocks) {
    Words words;
    words.add(blocks);
    return std::move(words.text);
}

std::string outline(const Blocks &blocks, int indent) {
    Outline all(indent);
    for (const Block &block : blocks) {
        std::visit(all, block.content);
    }
    return all.text;
}

} // namespace guichet::test
