// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/paper.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace guichet::printing {
namespace {

/// Writes members in the order they are given, which each caller keeps alphabetical.
class Json {
public:
    void string(std::string_view value) {
        static constexpr std::string_view kHex = "0123456789abcdef";
        out_ += '"';
        for (const char c : toValidUtf8(value)) {
            switch (c) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\t': out_ += "\\t"; break;
            case '\n': out_ += "\\n"; break;
            case '\f': out_ += "\\f"; break;
            case '\r': out_ += "\\r"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out_ += "\\u00";
                    out_ += kHex[static_cast<unsigned char>(c) >> 4];
                    out_ += kHex[static_cast<unsigned char>(c) & 15];
                } else {
                    out_ += c;
                }
            }
        }
        out_ += '"';
    }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void item() {
        if (!first_) {
            out_ += ',';
        }
        first_ = false;
    }
    void key(std::string_view name) {
        item();
        string(name);
        out_ += ':';
    }

    void member(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            key(name);
            string(value);
        }
    }
    void flag(std::string_view name, bool value) {
        if (value) {
            key(name);
            out_ += "true";
        }
    }
    void number(std::string_view name, long long value, long long usual) {
        if (value != usual) {
            key(name);
            out_ += std::to_string(value);
        }
    }
    void thousandths(std::string_view name, double value, double usual) { number(name, whole(value), whole(usual)); }
    void integer(long long value) { out_ += std::to_string(value); }

    static long long whole(double value) {
        return std::isfinite(value) ? std::llround(std::min(1e9, std::max(-1e9, value)) * 1000) : 0;
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void open(char bracket) {
        out_ += bracket;
        first_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        first_ = false;
    }

    std::string out_;
    bool first_ = true;
};

std::string_view name(Align align) {
    static constexpr std::array kNames{"start", "centre", "end", "justify"};
    return kNames.at(static_cast<std::size_t>(align));
}

class Writer {
public:
    Writer(Json &json, bool withSeal) : json_(json), withSeal_(withSeal) {}

    void blocks(const Blocks &blocks) {
        json_.beginArray();
        for (const Block &block : blocks) {
            if (block.partOfSeal && !withSeal_) {
                continue;
            }
            json_.item();
            json_.beginObject();
            seal_ = block.partOfSeal;
            std::visit([this](const auto &content) { write(content); }, block.content);
            json_.endObject();
        }
        json_.endArray();
    }

private:
    /// The members that follow `seal` in the alphabet are the last two of every block.
    void type(std::string_view name, bool seal) {
        json_.flag("seal", seal);
        json_.member("type", name);
    }

    void runs(std::string_view name, const Runs &runs) {
        if (runs.empty()) {
            return;
        }
        json_.key(name);
        json_.beginArray();
        for (const Run &run : runs) {
            json_.item();
            json_.beginObject();
            json_.flag("bold", run.bold);
            json_.flag("italic", run.italic);
            json_.member("language", run.language);
            json_.flag("large", run.large);
            json_.member("link", run.link);
            json_.flag("monospace", run.monospace);
            if (run.script != Script::Normal) {
                json_.member("script", run.script == Script::Superscript ? "super" : "sub");
            }
            json_.flag("small", run.small);
            json_.flag("strike", run.strike);
            json_.member("text", run.text);
            json_.flag("underline", run.underline);
            json_.endObject();
        }
        json_.endArray();
    }

    void list(std::string_view name, const Blocks &list) {
        if (!list.empty()) {
            json_.key(name);
            blocks(list);
        }
    }

    void bytes(std::string_view name, const std::shared_ptr<const Bytes> &bytes) {
        if (bytes) {
            json_.member(name, sha256Hex(*bytes));
        }
    }

    void write(const Paragraph &paragraph) {
        const bool seal = seal_;
        static constexpr std::array kKinds{"normal", "small", "quiet", "lead", "fine"};
        if (paragraph.align != Align::Start) {
            json_.member("align", name(paragraph.align));
        }
        if (paragraph.kind != Paragraph::Kind::Normal) {
            json_.member("kind", kKinds.at(static_cast<std::size_t>(paragraph.kind)));
        }
        runs("runs", paragraph.runs);
        type("paragraph", seal);
    }

    void write(const Heading &heading) {
        const bool seal = seal_;
        json_.number("level", heading.level, 0);
        runs("runs", heading.runs);
        type("heading", seal);
    }

    void write(const Facts &facts) {
        const bool seal = seal_;
        json_.key("rows");
        json_.beginArray();
        for (const Fact &fact : facts.rows) {
            json_.item();
            json_.beginObject();
            runs("label", fact.label);
            list("value", fact.value);
            json_.endObject();
        }
        json_.endArray();
        type("facts", seal);
    }

    void write(const Box &box) {
        const bool seal = seal_;
        list("blocks", box.blocks);
        json_.flag("seal", seal);
        runs("title", box.title);
        json_.member("type", "box");
    }

    void write(const List &list) {
        const bool seal = seal_;
        static constexpr std::array kMarkers{"bullet",      "dash",        "decimal",     "lower-alpha",
                                             "upper-alpha", "lower-roman", "upper-roman", "none"};
        json_.key("items");
        json_.beginArray();
        for (const Blocks &item : list.items) {
            json_.item();
            blocks(item);
        }
        json_.endArray();
        if (list.marker != List::Marker::Bullet) {
            json_.member("marker", kMarkers.at(static_cast<std::size_t>(list.marker)));
        }
        json_.flag("seal", seal);
        json_.number("start", list.start, 1);
        json_.member("type", "list");
    }

    void rows(std::string_view name, const std::vector<Row> &rows) {
        if (rows.empty()) {
            return;
        }
        json_.key(name);
        json_.beginArray();
        for (const Row &row : rows) {
            json_.item();
            json_.beginArray();
            for (const Cell &cell : row.cells) {
                json_.item();
                write(cell);
            }
            json_.endArray();
        }
        json_.endArray();
    }

    void write(const Cell &cell) {
        static constexpr std::array kVertical{"top", "middle", "bottom"};
        json_.beginObject();
        if (cell.align != Align::Start) {
            json_.member("align", name(cell.align));
        }
        list("blocks", cell.blocks);
        json_.number("columns", cell.columns, 1);
        if (cell.edges) {
            std::string edges;
            edges += cell.edges->top ? "t" : "";
            edges += cell.edges->right ? "r" : "";
            edges += cell.edges->bottom ? "b" : "";
            edges += cell.edges->left ? "l" : "";
            json_.key("edges");
            json_.string(edges);
        }
        json_.flag("heading", cell.heading);
        json_.number("rows", cell.rows, 1);
        if (cell.shade != Shade::None) {
            json_.member("shade", cell.shade == Shade::Head ? "head" : "light");
        }
        if (cell.verticalAlign != VerticalAlign::Top) {
            json_.member("verticalAlign", kVertical.at(static_cast<std::size_t>(cell.verticalAlign)));
        }
        json_.endObject();
    }

    void write(const Table &table) {
        const bool seal = seal_;
        rows("body", table.body);
        runs("caption", table.caption);
        if (!table.columnShares.empty()) {
            json_.key("columnShares");
            json_.beginArray();
            for (const double share : table.columnShares) {
                json_.item();
                json_.integer(Json::whole(share));
            }
            json_.endArray();
        }
        rows("foot", table.foot);
        rows("head", table.head);
        if (table.lines != Table::Lines::Grid) {
            json_.member("lines", table.lines == Table::Lines::None ? "none" : "rows");
        }
        type("table", seal);
    }

    void write(const Image &image) {
        const bool seal = seal_;
        json_.member("alternative", image.alternative);
        json_.thousandths("dpi", image.dpi, 96);
        json_.thousandths("maxHeightMm", image.maxHeightMm, 0);
        json_.thousandths("maxWidthMm", image.maxWidthMm, 0);
        json_.flag("seal", seal);
        bytes("sha256", image.bytes);
        json_.member("type", "image");
    }

    void write(const QrCode &code) {
        const bool seal = seal_;
        list("beside", code.beside);
        json_.flag("seal", seal);
        json_.thousandths("sideMm", code.sideMm, 42);
        json_.member("text", code.text);
        json_.member("type", "qrCode");
    }

    void write(const TickBoxes &boxes) {
        const bool seal = seal_;
        json_.key("boxes");
        json_.beginArray();
        for (const TickBox &box : boxes.boxes) {
            json_.item();
            json_.beginObject();
            runs("text", box.text);
            json_.flag("ticked", box.ticked);
            json_.endObject();
        }
        json_.endArray();
        json_.number("columns", boxes.columns, 1);
        type("tickBoxes", seal);
    }

    void write(const SignatureFrame &frame) {
        const bool seal = seal_;
        runs("caption", frame.caption);
        json_.thousandths("heightMm", frame.heightMm, 35);
        json_.flag("seal", seal);
        json_.member("type", "signatureFrame");
        json_.thousandths("widthMm", frame.widthMm, 85);
    }

    void write(const Rule &rule) {
        json_.flag("dashed", rule.dashed);
        type("rule", seal_);
    }

    void write(const Space &space) {
        json_.thousandths("heightMm", space.heightMm, 4);
        type("space", seal_);
    }

    void write(const PageBreak & /*pageBreak*/) { type("pageBreak", seal_); }

    void write(const ForeignPages &pages) {
        const bool seal = seal_;
        json_.member("alternative", pages.alternative);
        json_.number("pageCount", pages.pageCount, 0);
        json_.flag("seal", seal);
        bytes("sha256", pages.pdf);
        json_.member("type", "foreignPages");
    }

    void write(const Passage &passage) {
        const bool seal = seal_;
        list("blocks", passage.blocks);
        json_.member("language", passage.language);
        type("passage", seal);
    }

    void write(const DotPlot &plot) {
        const bool seal = seal_;
        json_.member("after", plot.after);
        json_.member("alternative", plot.alternative);
        json_.member("before", plot.before);
        json_.key("rows");
        json_.beginArray();
        for (const DotPlot::Row &row : plot.rows) {
            json_.item();
            json_.beginObject();
            numbers("dots", {row.dots.begin(), row.dots.end()});
            json_.member("label", row.label);
            json_.member("note", row.note);
            if (row.range) {
                numbers("range", {row.range->first, row.range->second});
            }
            json_.flag("strong", row.strong);
            json_.endObject();
        }
        json_.endArray();
        json_.member("scale", plot.scale);
        type("dotPlot", seal);
    }

    void write(const LinePlot &plot) {
        const bool seal = seal_;
        json_.member("alternative", plot.alternative);
        json_.key("columns");
        json_.beginArray();
        for (const std::string &column : plot.columns) {
            json_.item();
            json_.string(column);
        }
        json_.endArray();
        json_.key("lines");
        json_.beginArray();
        for (const LinePlot::Line &line : plot.lines) {
            json_.item();
            json_.beginObject();
            json_.member("label", line.label);
            json_.flag("strong", line.strong);
            numbers("values", line.values);
            json_.endObject();
        }
        json_.endArray();
        json_.member("scale", plot.scale);
        type("linePlot", seal);
    }

    /// In thousandths; what is not known as "".
    void numbers(std::string_view name, const std::vector<std::optional<double>> &values) {
        json_.key(name);
        json_.beginArray();
        for (const std::optional<double> &value : values) {
            json_.item();
            if (value) {
                json_.integer(Json::whole(*value));
            } else {
                json_.string("");
            }
        }
        json_.endArray();
    }

    Json &json_;
    bool withSeal_;
    bool seal_ = false; ///< of the block being written; read before its children are
};

} // namespace

bool isRightToLeft(std::string_view language) {
    for (const std::string_view code : {"ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "syr"}) {
        if (language == code || (language.starts_with(code) && language.substr(code.size()).starts_with("-"))) {
            return true;
        }
    }
    return false;
}

std::string isolated(std::string_view text) {
    // Hebrew, Arabic, Syriac and the like are U+0590 to U+08FF: their first byte in UTF-8 is D6 to DF, or E0 A0 to E0
    // A3.
    const bool rightToLeft = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD6U && byte <= 0xDFU;
    });
    if (!rightToLeft) {
        return std::string(text);
    }
    // U+2066 to U+2068 begin an isolate, U+2069 ends one.
    constexpr std::string_view kIsolate = "\xE2\x81";
    int depth = 0;
    bool matched = true;
    std::string bare;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool mark =
            text.substr(at, 2) == kIsolate && at + 2 < text.size() && text[at + 2] >= '\xA6' && text[at + 2] <= '\xA9';
        if (!mark) {
            bare += text[at];
            continue;
        }
        depth += text[at + 2] == '\xA9' ? -1 : 1;
        matched = matched && depth >= 0;
        at += 2;
    }
    return "\u200E\u2068" + (matched && depth == 0 ? std::string(text) : bare) + "\u2069";
}

Runs plain(std::string text) {
    Run run;
    run.text = std::move(text);
    return {std::move(run)};
}

Run bold(std::string text) {
    Run run;
    run.text = std::move(text);
    run.bold = true;
    return run;
}

Run italic(std::string text) {
    Run run;
    run.text = std::move(text);
    run.italic = true;
    return run;
}

Block text(std::string text) { return printing::text(plain(std::move(text))); }

Block text(Runs runs) {
    Paragraph paragraph;
    paragraph.runs = std::move(runs);
    return {std::move(paragraph)};
}

Block heading(int level, std::string text) { return {Heading{level, plain(std::move(text))}}; }

Fact fact(std::string label, std::string value) { return fact(std::move(label), plain(std::move(value))); }

Fact fact(std::string label, Runs value) { return {plain(std::move(label)), {text(std::move(value))}}; }

std::string canonicalBlocks(const Blocks &blocks, bool withSeal) {
    Json json;
    Writer(json, withSeal).blocks(blocks);
    return json.take();
}

Digest digestOf(const Paper &paper) {
    std::string bytes = "{\"blocks\":" + canonicalBlocks(paper.blocks, false);
    Json rest;
    rest.item(); // the comma after "blocks"
    rest.key("edition");
    rest.string(paper.templateEdition);
    rest.key("language");
    rest.string(paper.language);
    rest.key("template");
    rest.string(paper.templateName);
    return sha256(bytes + rest.take() + "}");
}

} // namespace guichet::printing
