// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/builder.h"

#include "printing/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace guichet::printing {
namespace {

constexpr int kDeepest = 200; ///< blocks inside blocks
constexpr int kIndented = 12; ///< deeper than this, lists and boxes take no more of the width
constexpr double kLeastWidth = 1;
constexpr double kRoomToSign = 45; ///< points, below a signature's caption
constexpr double kLeastPlot = 160;
constexpr double kMostPlot = 480;
constexpr double kFine = 6; ///< points, in the standard layout

std::string roman(int number) {
    constexpr std::array<std::pair<int, const char *>, 13> kDigits{{{1000, "m"},
                                                                    {900, "cm"},
                                                                    {500, "d"},
                                                                    {400, "cd"},
                                                                    {100, "c"},
                                                                    {90, "xc"},
                                                                    {50, "l"},
                                                                    {40, "xl"},
                                                                    {10, "x"},
                                                                    {9, "ix"},
                                                                    {5, "v"},
                                                                    {4, "iv"},
                                                                    {1, "i"}}};
    std::string text;
    for (const auto &[value, digits] : kDigits) {
        while (number >= value) {
            text += digits;
            number -= value;
        }
    }
    return text;
}

std::string letters(int number) {
    std::string text;
    for (; number > 0; number = (number - 1) / 26) {
        text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
    }
    return text;
}

std::string upper(std::string text) {
    for (char &c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

std::string marker(const List &list, std::size_t index) {
    const long long wide = static_cast<long long>(list.start) + static_cast<long long>(index);
    const int number = static_cast<int>(std::clamp<long long>(wide, -1'000'000'000, 1'000'000'000));
    const bool alphabetic = number >= 1;
    const bool romanic = number >= 1 && number < 4000;
    const std::string decimal = std::to_string(number) + ".";
    switch (list.marker) {
    case List::Marker::Bullet: return "•";
    case List::Marker::Dash: return "–";
    case List::Marker::Decimal: return decimal;
    case List::Marker::LowerAlpha: return alphabetic ? letters(number) + "." : decimal;
    case List::Marker::UpperAlpha: return alphabetic ? upper(letters(number)) + "." : decimal;
    case List::Marker::LowerRoman: return romanic ? roman(number) + "." : decimal;
    case List::Marker::UpperRoman: return romanic ? upper(roman(number)) + "." : decimal;
    case List::Marker::None: break;
    }
    return {};
}

} // namespace

/// One list of blocks into one flow.
class BlockBuilder {
public:
    BlockBuilder(Builder &builder, Flow &flow, double width, const Surroundings &around)
        : b_(builder), flow_(flow), width_(std::max(kLeastWidth, width)), around_(around) {}

    void operator()(const Paragraph &paragraph) {
        addText(paragraph.runs, paragraphStyle(paragraph), Tag::Paragraph, 0, around_.size * 0.28);
    }

    void operator()(const Heading &heading) {
        const int level = std::clamp(heading.level, 1, 4);
        constexpr std::array kTags{Tag::Heading1, Tag::Heading2, Tag::Heading3, Tag::Heading4};
        const TextStyle style = headingStyle(level);
        addText(heading.runs, style, kTags.at(static_cast<std::size_t>(level - 1)),
                style.size * (level == 1 ? 1 : 0.75), style.size * 0.25);
        last_->keepWithNext = true;
    }

    void operator()(const Facts &facts) {
        double label = 0;
        for (const Fact &fact : facts.rows) {
            label = std::max(label, b_.text(fact.label, labelStyle())->maxWidth());
        }
        const double gap = around_.size * 1.2;
        label = std::clamp(label, width_ * 0.15, width_ * (b_.large() ? 0.42 : 0.36));
        const double room = width_ - label - gap;
        Flow rows;
        for (const Fact &fact : facts.rows) {
            std::vector<ColumnsNode::Column> columns(2);
            columns[0].x = b_.mirrored(0, label, width_);
            columns[0].tag = Tag::Label;
            columns[0].flow.add(std::make_unique<TextNode>(b_.text(fact.label, labelStyle()), label, Tag::Paragraph));
            columns[1].x = b_.mirrored(label + gap, room, width_);
            columns[1].tag = Tag::Body;
            columns[1].flow = b_.flow(fact.value, room, inside());
            auto node = std::make_unique<ColumnsNode>(std::move(columns), Tag::Item);
            node->after = around_.size * 0.16;
            rows.add(std::move(node));
        }
        group(std::move(rows), Tag::List, around_.size * 0.5);
    }

    void operator()(const Box &box) {
        const bool framed = around_.depth < kIndented;
        const double padding = framed ? around_.size * 1.0 : 0;
        Surroundings within = inside();
        Flow content;
        BlockBuilder builder(b_, content, width_ - 2 * padding, within);
        if (!box.title.empty()) {
            builder(Heading{2, box.title});
        }
        builder.all(box.blocks);
        if (!framed) {
            group(std::move(content), Tag::Body, around_.size * 0.4);
            return;
        }
        auto node = std::make_unique<FrameNode>(std::move(content), width_, padding, b_.frame().height);
        spaced(*node, around_.size * 0.7);
        add(std::move(node));
    }

    void operator()(const List &list) {
        const double size = around_.size;
        double room = 0;
        std::vector<std::shared_ptr<Text>> markers;
        TextStyle style = b_.style(size);
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            markers.push_back(b_.text(plain(marker(list, i)), style));
            room = std::max(room, markers.back()->maxWidth());
        }
        room = around_.depth < kIndented ? std::min(room + size * 0.5, width_ / 2) : 0;
        const double indent = around_.depth < kIndented ? std::min(size * 0.6, width_ / 8) : 0;
        Flow items;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            std::vector<ColumnsNode::Column> columns(2);
            columns[0].x = b_.mirrored(indent, room, width_);
            columns[0].tag = Tag::Label;
            if (room > 0 && list.marker != List::Marker::None) {
                columns[0].flow.add(std::make_unique<TextNode>(markers[i], room, Tag::Paragraph));
            }
            const double contentRoom = width_ - indent - room;
            columns[1].x = b_.mirrored(indent + room, contentRoom, width_);
            columns[1].tag = Tag::Body;
            columns[1].flow = b_.flow(list.items[i], contentRoom, inside());
            auto node = std::make_unique<ColumnsNode>(std::move(columns), Tag::Item);
            node->after = size * 0.18;
            items.add(std::move(node));
        }
        group(std::move(items), Tag::List, size * 0.35);
    }

    void operator()(const Table &table) {
        bool landscape = false;
        std::vector<std::unique_ptr<Node>> nodes = buildTable(b_, table, width_, around_, landscape);
        b_.landscape_ = landscape;
        for (std::unique_ptr<Node> &node : nodes) {
            spaced(*node, around_.size * 0.6);
            add(std::move(node));
        }
    }

    void operator()(const Image &image) {
        Result<OpenedPicture> opened = openPicture(image);
        if (!opened) {
            b_.error_ = b_.error_ ? b_.error_ : opened.error();
            return;
        }
        const double dpi = image.dpi > 0 ? image.dpi : 96;
        double width = opened->width * 72 / dpi;
        double height = opened->height * 72 / dpi;
        // A picture of one row of a million points would be thinner than any printer draws: it is still a picture.
        const double mostWidth = image.maxWidthMm > 0 ? std::min(width_, image.maxWidthMm * kPointsPerMm) : width_;
        const double pageHeight = b_.frame().height * 0.9;
        const double mostHeight =
            image.maxHeightMm > 0 ? std::min(pageHeight, image.maxHeightMm * kPointsPerMm) : pageHeight;
        const double scale = std::min({1.0, mostWidth / width, mostHeight / height});
        width *= scale;
        height *= scale;
        double x = b_.mirrored(0, width, width_);
        if (around_.align == Align::Centre) {
            x = (width_ - width) / 2;
        } else if (around_.align == Align::End) {
            x = b_.mirrored(width_ - width, width, width_);
        }
        std::vector<Op> ops;
        ops.emplace_back(TagBegin{Tag::Figure, cleanText(image.alternative)});
        ops.emplace_back(PictureOp{opened->picture, x, 0, width, height});
        ops.emplace_back(TagEnd{});
        auto node = std::make_unique<PictureNode>(height, std::move(ops));
        spaced(*node, around_.size * 0.4);
        add(std::move(node));
    }

    void operator()(const QrCode &code) {
        Result<std::shared_ptr<const QrModules>> modules = makeQrCode(code.text);
        if (!modules) {
            b_.error_ = b_.error_ ? b_.error_ : modules.error();
            return;
        }
        // Four modules of quiet zone on each side (ISO/IEC 18004), inside the column.
        const double wanted = std::clamp(code.sideMm, 5.0, 160.0) * kPointsPerMm;
        const double quietShare = 4.0 / (*modules)->side;
        const double side = std::min(wanted, (code.beside.empty() ? width_ : width_ * 0.6) / (1 + 2 * quietShare));
        const double quiet = side * quietShare;
        const double whole = side + 2 * quiet;
        std::vector<Op> ops;
        ops.emplace_back(TagBegin{Tag::Figure, "QR"});
        ops.emplace_back(QrOp{*modules, quiet, quiet, side});
        ops.emplace_back(TagEnd{});
        if (b_.large()) {
            fixed(whole, std::move(ops), around_.size * 0.4);
            all(code.beside);
            return;
        }
        std::vector<ColumnsNode::Column> columns(2);
        columns[0].x = b_.mirrored(0, whole, width_);
        columns[0].flow.add(std::make_unique<FixedNode>(whole, std::move(ops)));
        const double gap = around_.size;
        const double room = width_ - whole - gap;
        columns[1].x = b_.mirrored(whole + gap, room, width_);
        columns[1].flow = b_.flow(code.beside, room, inside());
        auto node = std::make_unique<ColumnsNode>(std::move(columns), std::nullopt);
        spaced(*node, around_.size * 0.4);
        add(std::move(node));
    }

    void operator()(const TickBoxes &boxes) {
        const int across = std::clamp(boxes.columns, 1, 6);
        const double gap = around_.size * 0.8;
        const double columnWidth = (width_ - gap * (across - 1)) / across;
        const double side = around_.size * 0.95;
        const double textX = side + around_.size * 0.6;
        Flow rows;
        for (std::size_t first = 0; first < boxes.boxes.size(); first += static_cast<std::size_t>(across)) {
            std::vector<ColumnsNode::Column> columns;
            for (std::size_t i = first; i < std::min(boxes.boxes.size(), first + static_cast<std::size_t>(across));
                 ++i) {
                const TickBox &box = boxes.boxes[i];
                const double left = static_cast<double>(i - first) * (columnWidth + gap);
                ColumnsNode::Column tick;
                tick.x = b_.mirrored(left, side, width_);
                const double room = std::max(kLeastWidth, columnWidth - textX);
                const std::shared_ptr<Text> text = b_.text(box.text, b_.style(around_.size));
                text->wrap(room);
                // The box stands on the first line's baseline.
                const double down = text->lines().front().ascent - side + side * 0.1;
                std::vector<Op> ops;
                ops.emplace_back(TagBegin{Tag::Figure, box.ticked ? "☒" : "☐"});
                ops.emplace_back(TickOp{0, std::max(0.0, down), side, box.ticked});
                ops.emplace_back(TagEnd{});
                tick.flow.add(std::make_unique<FixedNode>(side + std::max(0.0, down), std::move(ops)));
                columns.push_back(std::move(tick));
                ColumnsNode::Column words;
                words.x = b_.mirrored(left + textX, room, width_);
                words.flow.add(std::make_unique<TextNode>(text, room, Tag::Paragraph));
                columns.push_back(std::move(words));
            }
            auto node = std::make_unique<ColumnsNode>(std::move(columns), std::nullopt);
            node->after = around_.size * 0.3;
            rows.add(std::move(node));
        }
        group(std::move(rows), Tag::Body, around_.size * 0.35);
    }

    void operator()(const SignatureFrame &frame) {
        const double padding = around_.size * 0.5;
        const double width = std::clamp(frame.widthMm * kPointsPerMm, std::min(40.0, width_), width_);
        const std::shared_ptr<Text> caption = b_.text(frame.caption, b_.style(b_.scaled(9)));
        caption->wrap(width - 2 * padding);
        const double least = caption->height() + 2 * padding + kRoomToSign;
        const double height =
            std::clamp(frame.heightMm * kPointsPerMm, least, std::max(least, b_.frame().height * 0.8));
        const double x = b_.mirrored(0, width, width_);
        std::vector<Op> ops;
        ops.emplace_back(FrameOp{x, 0, width, height, 3, 0.7});
        TextNode inside(caption, width - 2 * padding, Tag::Paragraph);
        appendMoved(ops, inside.take(caption->height() + 1, true).ops, x + padding, padding);
        fixed(height, std::move(ops), around_.size * 0.6);
    }

    void operator()(const Rule &rule) {
        std::vector<Op> ops;
        ops.emplace_back(LineOp{0, 0.3, width_, 0.3, 0.6, 0.45, rule.dashed});
        fixed(0.6, std::move(ops), around_.size * 0.6);
        last_->keepWithNext = true; // at the foot of a page it would part nothing
    }

    void operator()(const Space &space) {
        fixed(std::clamp(space.heightMm * kPointsPerMm, 0.0, b_.frame().height * 0.9), {}, 0);
    }

    void operator()(const PageBreak & /*pageBreak*/) {} // only between the paper's own blocks

    void operator()(const ForeignPages &pages) {
        b_.deferred_.push_back(pages);
        if (!pages.alternative.empty()) {
            (*this)(Paragraph{plain(pages.alternative), Align::Start, Paragraph::Kind::Quiet});
        }
    }

    void operator()(const Passage &passage) {
        const Builder::InLanguage in(b_, passage.language);
        all(passage.blocks);
    }

    void operator()(const DotPlot &plot) {
        for (DrawnPlot &part : drawPlot(b_, plot, width_, b_.frame().height * 0.9)) {
            figure(std::move(part), plot.alternative);
        }
    }
    void operator()(const LinePlot &plot) { figure(drawPlot(b_, plot, width_), plot.alternative); }
    void figure(DrawnPlot drawn, const std::string &alternative) {
        drawn.ops.insert(drawn.ops.begin(), Op(TagBegin{Tag::Figure, cleanText(alternative)}));
        drawn.ops.emplace_back(TagEnd{});
        fixed(drawn.height, std::move(drawn.ops), around_.size * 0.6);
    }

    void all(const Blocks &blocks) {
        if (around_.depth > kDeepest) {
            b_.error_ = b_.error_ ? b_.error_
                                  : std::optional<Error>(Error{ErrorCode::NotPrintable, "blocks inside blocks", {}});
            return;
        }
        for (const Block &block : blocks) {
            std::visit(*this, block.content);
        }
    }

    [[nodiscard]] TextStyle paragraphStyle(const Paragraph &paragraph) const {
        TextStyle style = b_.style(around_.size);
        switch (paragraph.kind) {
        case Paragraph::Kind::Normal: break;
        case Paragraph::Kind::Small: style.size = smaller(around_.size); break;
        case Paragraph::Kind::Quiet: style.grey = 0.27; break;
        case Paragraph::Kind::Lead: style.size = around_.size * (b_.large() ? 1.12 : 1.18); break;
        case Paragraph::Kind::Fine: style.size = b_.scaled(kFine); break;
        }
        style.align = paragraph.align == Align::Start ? around_.align : paragraph.align;
        style.bold = around_.bold;
        return style;
    }

    [[nodiscard]] TextStyle headingStyle(int level) const {
        constexpr std::array kStandard{1.4, 1.09, 1.0, 1.0};
        constexpr std::array kLarge{1.3, 1.15, 1.05, 1.0};
        TextStyle style =
            b_.style(around_.size * (b_.large() ? kLarge : kStandard).at(static_cast<std::size_t>(level - 1)));
        style.bold = true;
        style.accent = true;
        style.italic = level == 4;
        style.align = around_.align;
        return style;
    }

private:
    [[nodiscard]] double smaller(double size) const { return b_.large() ? std::max(18.0, size * 0.85) : size * 0.85; }

    [[nodiscard]] TextStyle labelStyle() const {
        TextStyle style = b_.style(around_.size);
        style.grey = 0.27;
        return style;
    }

    [[nodiscard]] Surroundings inside() const {
        Surroundings within = around_;
        ++within.depth;
        within.top = false;
        return within;
    }

    void add(std::unique_ptr<Node> node) {
        last_ = node.get();
        flow_.add(std::move(node));
    }

    static void spaced(Node &node, double space) { node.before = node.after = space; }

    void addText(const Runs &runs, const TextStyle &style, Tag tag, double before, double after) {
        auto node = std::make_unique<TextNode>(b_.text(runs, style), width_, tag);
        node->before = before;
        node->after = after;
        add(std::move(node));
    }

    void fixed(double height, std::vector<Op> ops, double space) {
        auto node = std::make_unique<FixedNode>(height, std::move(ops));
        spaced(*node, space);
        add(std::move(node));
    }

    void group(Flow flow, Tag tag, double space) {
        auto node = std::make_unique<GroupNode>(std::move(flow), tag);
        spaced(*node, space);
        add(std::move(node));
    }

    Builder &b_;
    Flow &flow_;
    double width_;
    Surroundings around_;
    Node *last_ = nullptr;

    friend class WidthMeter;
};

namespace {

/// What a list of blocks needs in width.
class WidthMeter {
public:
    WidthMeter(Builder &builder, const Surroundings &around)
        : b_(builder), around_(around), styles_(builder, scratch_, 1000, around) {}

    void operator()(const Paragraph &paragraph) { text(paragraph.runs, styles_.paragraphStyle(paragraph)); }
    void operator()(const Heading &heading) {
        text(heading.runs, styles_.headingStyle(std::clamp(heading.level, 1, 4)));
    }
    void operator()(const Facts &facts) {
        Widths labels;
        Widths values;
        for (const Fact &fact : facts.rows) {
            const std::shared_ptr<Text> label = b_.text(fact.label, b_.style(around_.size));
            labels.least = std::max(labels.least, label->minWidth());
            labels.most = std::max(labels.most, label->maxWidth());
            widen(values, b_.widths(fact.value, inside()));
        }
        // The label's column is a third of the whole at most, so its least width counts three times.
        const double gap = around_.size * 1.2;
        widen(widths_, {std::max(labels.least / 0.36, labels.least + gap + values.least / 0.64),
                        labels.most + gap + values.most});
    }
    void operator()(const Box &box) {
        Widths within = b_.widths(box.blocks, inside());
        if (!box.title.empty()) {
            const std::shared_ptr<Text> title = b_.text(box.title, styles_.headingStyle(2));
            widen(within, {title->minWidth(), title->maxWidth()});
        }
        const double padding = around_.depth < kIndented ? around_.size * 2.0 : 0;
        widen(widths_, {within.least + padding, within.most + padding});
    }
    void operator()(const List &list) {
        double markers = 0;
        Widths items;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            markers = std::max(markers, b_.text(plain(marker(list, i)), b_.style(around_.size))->maxWidth());
            widen(items, b_.widths(list.items[i], inside()));
        }
        const double indent = around_.depth < kIndented ? markers + around_.size * 1.1 : 0;
        widen(widths_, {items.least + indent, items.most + indent});
    }
    void operator()(const Table &table) { widen(widths_, tableWidths(b_, table, inside())); }
    void operator()(const Image &image) {
        const Result<OpenedPicture> opened = openPicture(image);
        if (opened) {
            double width = opened->width * 72 / (image.dpi > 0 ? image.dpi : 96);
            width = image.maxWidthMm > 0 ? std::min(width, image.maxWidthMm * kPointsPerMm) : width;
            // A picture can be made smaller, down to a third of a narrow column.
            widen(widths_, {std::min(width, 60.0), width});
        }
    }
    void operator()(const QrCode &code) {
        const double side = code.sideMm * kPointsPerMm * 1.2;
        widen(widths_, {side, side});
    }
    void operator()(const TickBoxes &boxes) {
        for (const TickBox &box : boxes.boxes) {
            const std::shared_ptr<Text> text = b_.text(box.text, b_.style(around_.size));
            const double tick = around_.size * 1.55;
            const double across = std::clamp(boxes.columns, 1, 6);
            widen(widths_, {(text->minWidth() + tick) * across, (text->maxWidth() + tick) * across});
        }
    }
    void operator()(const DotPlot & /*plot*/) { widen(widths_, {kLeastPlot, kMostPlot}); }
    void operator()(const LinePlot & /*plot*/) { widen(widths_, {kLeastPlot, kMostPlot}); }
    void operator()(const SignatureFrame &frame) { widen(widths_, {40, std::max(40.0, frame.widthMm * kPointsPerMm)}); }
    void operator()(const Rule & /*rule*/) {}
    void operator()(const Space & /*space*/) {}
    void operator()(const PageBreak & /*pageBreak*/) {}
    void operator()(const ForeignPages &pages) {
        if (!pages.alternative.empty()) {
            text(plain(pages.alternative), b_.style(around_.size));
        }
    }
    void operator()(const Passage &passage) {
        const Builder::InLanguage in(b_, passage.language);
        (void)all(passage.blocks);
    }

    [[nodiscard]] Widths all(const Blocks &blocks) {
        if (around_.depth <= kDeepest) {
            for (const Block &block : blocks) {
                std::visit(*this, block.content);
            }
        }
        return widths_;
    }

private:
    static void widen(Widths &to, const Widths &by) {
        to.least = std::max(to.least, by.least);
        to.most = std::max({to.most, by.most, by.least});
    }
    void text(const Runs &runs, const TextStyle &style) {
        const std::shared_ptr<Text> set = b_.text(runs, style);
        widen(widths_, {set->minWidth(), set->maxWidth()});
    }
    [[nodiscard]] Surroundings inside() const {
        Surroundings within = around_;
        ++within.depth;
        within.top = false;
        return within;
    }

    Builder &b_;
    Surroundings around_;
    Flow scratch_;
    BlockBuilder styles_;
    Widths widths_;
};

} // namespace

Builder::Builder(Fonts &fonts, Layout layout, std::string language, const PageFrame &frame)
    : fonts_(fonts), large_(layout == Layout::Large), rightToLeft_(isRightToLeft(language)),
      language_(std::move(language)), frame_(frame) {}

double Builder::scaled(double standardSize) const {
    return large_ ? std::max(18.0, standardSize * 18 / 11 * 0.9) : standardSize;
}

TextStyle Builder::style(double size) const {
    TextStyle style;
    style.size = size;
    style.smallSize = large_ ? std::max(18.0, size * 0.85) : size * 0.85;
    style.shrinkScripts = !large_;
    return style;
}

Builder::InLanguage::InLanguage(Builder &builder, std::string language)
    : builder_(builder), outer_(std::exchange(builder.language_, std::move(language))) {
    builder_.rightToLeft_ = isRightToLeft(builder_.language_);
}

Builder::InLanguage::~InLanguage() {
    builder_.language_ = std::move(outer_);
    builder_.rightToLeft_ = isRightToLeft(builder_.language_);
}

std::shared_ptr<Text> Builder::text(const Runs &runs, const TextStyle &style) {
    for (const Run &run : runs) {
        fonts_.provide(cleanText(run.text));
    }
    return std::make_shared<Text>(fonts_.context(), runs, style, language_, rightToLeft_);
}

Flow Builder::flow(const Blocks &blocks, double width, const Surroundings &around) {
    Flow flow;
    BlockBuilder(*this, flow, width, around).all(blocks);
    return flow;
}

Widths Builder::widths(const Blocks &blocks, const Surroundings &around) {
    return WidthMeter(*this, around).all(blocks);
}

Result<std::vector<Section>> Builder::sections(const Blocks &blocks, Flow opening) {
    std::vector<Section> sections;
    sections.emplace_back().flow = std::move(opening);
    Surroundings around;
    around.size = bodySize();
    around.top = true;
    const auto close = [&] {
        if (!sections.back().flow.empty() || sections.back().foreign) {
            sections.emplace_back();
        }
    };
    const auto flushForeign = [&] {
        for (ForeignPages &pages : deferred_) {
            if (pages.pageCount < 1 || !pages.pdf) {
                error_ = error_ ? error_ : std::optional<Error>(Error{ErrorCode::NotPrintable, "PDF", "no pages"});
            }
            close();
            sections.back().foreign = std::move(pages);
            close();
        }
        deferred_.clear();
    };
    std::size_t turnedBack = 0; // the section that follows a turned one only because it is upright
    const std::function<void(const Blocks &)> place = [&](const Blocks &some) {
        for (const Block &block : some) {
            if (const auto *passage = std::get_if<Passage>(&block.content)) { // a table in it may turn its page
                const InLanguage in(*this, passage->language);
                place(passage->blocks);
                continue;
            }
            if (std::holds_alternative<PageBreak>(block.content)) {
                close();
                continue;
            }
            if (const auto *pages = std::get_if<ForeignPages>(&block.content)) {
                deferred_.push_back(*pages);
                flushForeign();
                continue;
            }
            landscape_ = false;
            Flow one;
            BlockBuilder(*this, one, frame_.width, around).all({block});
            if (landscape_ != sections.back().landscape) {
                std::vector<std::unique_ptr<Node>> headings = sections.back().flow.takeTrailingHeadings();
                if (turnedBack > 0 && turnedBack + 1 == sections.size() && sections.back().flow.empty()) {
                    sections.pop_back(); // nothing but headings of a table that is turned as well
                } else {
                    close();
                }
                turnedBack = landscape_ ? 0 : sections.size() - 1;
                sections.back().landscape = landscape_;
                for (std::unique_ptr<Node> &heading : headings) {
                    sections.back().flow.add(std::move(heading));
                }
            }
            sections.back().flow.append(std::move(one));
            flushForeign();
        }
    };
    place(blocks);
    if (error_) {
        return fail(*error_);
    }
    if (sections.size() > 1 && sections.back().flow.empty() && !sections.back().foreign) {
        sections.pop_back();
    }
    return sections;
}

} // namespace guichet::printing
