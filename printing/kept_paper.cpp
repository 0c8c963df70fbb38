// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/kept_paper.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guichet::printing {
namespace {

using KeptJson = nlohmann::json;

constexpr double kThousandth = 0.001;

KeptJson written(const Runs &runs) {
    // As a paragraph's are, so that there is one spelling of a run.
    const KeptJson paragraph = KeptJson::parse(canonicalBlocks({text(runs)})).at(0);
    return paragraph.value("runs", KeptJson::array());
}

KeptJson written(const std::vector<Runs> &lines) {
    KeptJson list = KeptJson::array();
    for (const Runs &line : lines) {
        list.push_back(written(line));
    }
    return list;
}

/// Reads what canonicalBlocks() has written: a member that is not there has its default. Throws KeptJson::exception or
/// std::out_of_range for anything else.
class Reader {
public:
    static Runs runs(const KeptJson &list) {
        Runs runs;
        for (const KeptJson &one : list) {
            Run run;
            run.text = one.at("text").get<std::string>();
            run.bold = one.value("bold", false);
            run.italic = one.value("italic", false);
            run.underline = one.value("underline", false);
            run.strike = one.value("strike", false);
            run.small = one.value("small", false);
            run.large = one.value("large", false);
            run.monospace = one.value("monospace", false);
            run.language = one.value("language", "");
            run.link = one.value("link", "");
            const std::string script = one.value("script", "");
            run.script = script == "super" ? Script::Superscript : script == "sub" ? Script::Subscript : Script::Normal;
            runs.push_back(std::move(run));
        }
        return runs;
    }

    static std::vector<Runs> lines(const KeptJson &list) {
        std::vector<Runs> lines;
        for (const KeptJson &one : list) {
            lines.push_back(runs(one));
        }
        return lines;
    }

    static Blocks blocks(const KeptJson &list) {
        Blocks blocks;
        for (const KeptJson &one : list) {
            blocks.push_back(block(one));
        }
        return blocks;
    }

private:
    static Runs runsIn(const KeptJson &object, const char *key) {
        return object.contains(key) ? runs(object.at(key)) : Runs{};
    }
    static Blocks blocksIn(const KeptJson &object, const char *key) {
        return object.contains(key) ? blocks(object.at(key)) : Blocks{};
    }
    static double millimetres(const KeptJson &object, const char *key, double otherwise) {
        return object.contains(key) ? object.at(key).get<int>() * kThousandth : otherwise;
    }
    template <typename Enum, std::size_t Count>
    static Enum oneOf(const KeptJson &object, const char *key, const std::array<std::string_view, Count> &names,
                      Enum otherwise) {
        if (!object.contains(key)) {
            return otherwise;
        }
        const auto name = object.at(key).get<std::string>();
        const auto *const found = std::ranges::find(names, name);
        if (found == names.end()) {
            throw std::out_of_range(name);
        }
        return static_cast<Enum>(found - names.begin());
    }
    static Align align(const KeptJson &object) {
        static constexpr std::array<std::string_view, 4> kNames{"start", "centre", "end", "justify"};
        return oneOf(object, "align", kNames, Align::Start);
    }

    static Block block(const KeptJson &object) {
        const auto type = object.at("type").get<std::string>();
        if (type == "paragraph") {
            static constexpr std::array<std::string_view, 5> kKinds{"normal", "small", "quiet", "lead", "fine"};
            return {Paragraph{runsIn(object, "runs"), align(object),
                              oneOf(object, "kind", kKinds, Paragraph::Kind::Normal)}};
        }
        if (type == "heading") {
            return {Heading{object.value("level", 0), runsIn(object, "runs")}};
        }
        if (type == "facts") {
            Facts facts;
            for (const KeptJson &row : object.at("rows")) {
                facts.rows.push_back({runsIn(row, "label"), blocksIn(row, "value")});
            }
            return {std::move(facts)};
        }
        if (type == "box") {
            return {Box{runsIn(object, "title"), blocksIn(object, "blocks")}};
        }
        if (type == "list") {
            static constexpr std::array<std::string_view, 8> kMarkers{
                "bullet", "dash", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "none"};
            List list;
            list.marker = oneOf(object, "marker", kMarkers, List::Marker::Bullet);
            list.start = object.value("start", 1);
            for (const KeptJson &item : object.at("items")) {
                list.items.push_back(blocks(item));
            }
            return {std::move(list)};
        }
        if (type == "table") {
            return {table(object)};
        }
        if (type == "qrCode") {
            return {QrCode{object.value("text", ""), millimetres(object, "sideMm", 42), blocksIn(object, "beside")}};
        }
        if (type == "tickBoxes") {
            TickBoxes boxes;
            boxes.columns = object.value("columns", 1);
            for (const KeptJson &box : object.at("boxes")) {
                boxes.boxes.push_back({box.value("ticked", false), runsIn(box, "text")});
            }
            return {std::move(boxes)};
        }
        if (type == "signatureFrame") {
            return {SignatureFrame{runsIn(object, "caption"), millimetres(object, "widthMm", 85),
                                   millimetres(object, "heightMm", 35)}};
        }
        if (type == "rule") {
            return {Rule{object.value("dashed", false)}};
        }
        if (type == "space") {
            return {Space{millimetres(object, "heightMm", 4)}};
        }
        if (type == "passage") {
            return {Passage{object.value("language", ""), blocksIn(object, "blocks")}};
        }
        if (type == "dotPlot") {
            return {dotPlot(object)};
        }
        if (type == "linePlot") {
            return {linePlot(object)};
        }
        if (type == "pageBreak") {
            return {PageBreak{}};
        }
        throw std::out_of_range(type);
    }

    static std::vector<std::optional<double>> numbers(const KeptJson &object, const char *key) {
        std::vector<std::optional<double>> all;
        for (const KeptJson &one : object.value(key, KeptJson::array())) {
            all.push_back(one.is_number() ? std::optional(one.get<double>() * kThousandth) : std::nullopt);
        }
        return all;
    }
    static DotPlot dotPlot(const KeptJson &object) {
        DotPlot plot;
        for (const KeptJson &one : object.at("rows")) {
            DotPlot::Row row{.label = one.value("label", ""),
                             .dots = {},
                             .range = {},
                             .note = one.value("note", ""),
                             .strong = one.value("strong", false)};
            for (const auto &dot : numbers(one, "dots")) {
                row.dots.push_back(dot.value_or(0));
            }
            if (const auto range = numbers(one, "range"); range.size() == 2) {
                row.range = std::pair(range[0].value_or(0), range[1].value_or(0));
            }
            plot.rows.push_back(std::move(row));
        }
        plot.scale = object.value("scale", "");
        plot.before = object.value("before", "");
        plot.after = object.value("after", "");
        plot.alternative = object.value("alternative", "");
        return plot;
    }
    static LinePlot linePlot(const KeptJson &object) {
        LinePlot plot;
        plot.columns = object.at("columns").get<std::vector<std::string>>();
        for (const KeptJson &one : object.at("lines")) {
            plot.lines.push_back({.label = one.value("label", ""),
                                  .values = numbers(one, "values"),
                                  .strong = one.value("strong", false)});
        }
        plot.scale = object.value("scale", "");
        plot.alternative = object.value("alternative", "");
        return plot;
    }

    static Table table(const KeptJson &object) {
        static constexpr std::array<std::string_view, 3> kLines{"none", "rows", "grid"};
        Table table;
        table.caption = runsIn(object, "caption");
        table.head = rows(object, "head");
        table.body = rows(object, "body");
        table.foot = rows(object, "foot");
        table.lines = oneOf(object, "lines", kLines, Table::Lines::Grid);
        for (const KeptJson &share : object.value("columnShares", KeptJson::array())) {
            table.columnShares.push_back(share.get<int>() * kThousandth);
        }
        return table;
    }

    static std::vector<Row> rows(const KeptJson &object, const char *key) {
        static constexpr std::array<std::string_view, 3> kShades{"none", "head", "light"};
        static constexpr std::array<std::string_view, 3> kVertical{"top", "middle", "bottom"};
        std::vector<Row> rows;
        for (const KeptJson &list : object.value(key, KeptJson::array())) {
            Row row;
            for (const KeptJson &one : list) {
                Cell cell;
                cell.blocks = blocksIn(one, "blocks");
                cell.columns = one.value("columns", 1);
                cell.rows = one.value("rows", 1);
                cell.align = align(one);
                cell.verticalAlign = oneOf(one, "verticalAlign", kVertical, VerticalAlign::Top);
                cell.heading = one.value("heading", false);
                cell.shade = oneOf(one, "shade", kShades, Shade::None);
                if (one.contains("edges")) {
                    const auto edges = one.at("edges").get<std::string>();
                    const auto has = [&](char side) { return edges.find(side) != std::string::npos; };
                    cell.edges = Edges{has('t'), has('r'), has('b'), has('l')};
                }
                row.cells.push_back(std::move(cell));
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }
};

} // namespace

std::string keepPaper(const Paper &paper) {
    // They are JSON already, and long: put in as they are. Inside a string each quotation mark has a backslash before
    // it, so these are types of blocks.
    const std::string blocks = canonicalBlocks(paper.blocks, false);
    for (const char *type : {R"("type":"image")", R"("type":"foreignPages")"}) {
        if (blocks.find(type) != std::string::npos) {
            throw std::logic_error("a paper with pictures is not kept");
        }
    }
    std::string kept = KeptJson{{"author", paper.author}}.dump();
    kept.back() = ',';
    kept += "\"blocks\":" + blocks + ',';
    kept += KeptJson{{"created", paper.created},
                     {"edition", paper.templateEdition},
                     {"foot",
                      {{"centre", paper.footer.centre},
                       {"left", paper.footer.left},
                       {"note", written(paper.footer.note)},
                       {"page", paper.footer.page}}},
                     {"headEnd", written(paper.headerEnd)},
                     {"headStart", written(paper.headerStart)},
                     {"language", paper.language},
                     {"reference", paper.reference},
                     {"running", written(paper.running)},
                     {"showTitle", paper.showTitle},
                     {"template", paper.templateName},
                     {"title", paper.title}}
                .dump()
                .substr(1);
    return kept;
}

Result<Paper> readKeptPaper(std::string_view text) {
    try {
        const KeptJson kept = KeptJson::parse(text);
        Paper paper;
        paper.author = kept.at("author").get<std::string>();
        paper.blocks = Reader::blocks(kept.at("blocks"));
        paper.created = kept.at("created").get<std::string>();
        paper.templateEdition = kept.at("edition").get<std::string>();
        const KeptJson &foot = kept.at("foot");
        paper.footer = {foot.at("left").get<std::string>(), foot.at("centre").get<std::string>(),
                        foot.at("page").get<std::string>(), Reader::runs(foot.at("note"))};
        paper.headerEnd = Reader::lines(kept.at("headEnd"));
        paper.headerStart = Reader::lines(kept.at("headStart"));
        paper.language = kept.at("language").get<std::string>();
        paper.reference = kept.at("reference").get<std::string>();
        paper.running = Reader::runs(kept.at("running"));
        paper.showTitle = kept.at("showTitle").get<bool>();
        paper.templateName = kept.at("template").get<std::string>();
        paper.title = kept.at("title").get<std::string>();
        return paper;
    } catch (const KeptJson::exception &) {
        return fail(ErrorCode::BadValue, "paper");
    } catch (const std::out_of_range &) {
        return fail(ErrorCode::BadValue, "paper");
    }
}

} // namespace guichet::printing
