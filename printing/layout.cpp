// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/layout.h"

#include "base/text.h"
#include "printing/builder.h"
#include "printing/draw.h"
#include "printing/flow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace guichet::printing {
namespace {

constexpr double kAboveFooter = 10; ///< points
constexpr double kForeignEdge = 6 * kPointsPerMm;

/// A sheet in points before they are magnified.
struct Geometry {
    explicit Geometry(const Sheet &sheet)
        : width(points(sheet.widthMm, sheet)), height(points(sheet.heightMm, sheet)), side(points(sheet.sideMm, sheet)),
          top(points(sheet.topMm, sheet)), bottom(points(sheet.bottomMm, sheet)) {}
    double width;
    double height;
    double side;
    double top;
    double bottom;

    /// What is so long on the sheet.
    static double points(double millimetres, const Sheet &sheet) {
        return millimetres * kPointsPerMm / sheet.magnification;
    }
};

/// What stands above and below the text of each page.
class PageEdges {
public:
    PageEdges(Builder &builder, const Paper &paper) : builder_(builder), paper_(paper) {}

    /// The page's number is put in: `{} / {}`.
    [[nodiscard]] Piece footer(double width, int page, int pages) {
        Piece piece;
        piece.any = true;
        piece.ops.emplace_back(LineOp{0, 0, width, 0, 0.6, 0.3});
        piece.height = 4;
        const double size = builder_.scaled(8.5);
        const Texts &same = texts(width);
        const std::shared_ptr<Text> &left = same.left;
        const std::shared_ptr<Text> &centre = same.centre;
        if (same.note) {
            addText(piece, same.note, 0, width);
            piece.height += 2;
        }
        const std::shared_ptr<Text> number = builder_.text(plain(numbered(page, pages)), style(size));
        constexpr double kGap = 12;
        const double middle = (width - centre->maxWidth()) / 2;
        const double end = width - number->maxWidth();
        if (left->maxWidth() + kGap <= middle && middle + centre->maxWidth() + kGap <= end) {
            addLine(piece, {{left, 0}, {centre, middle}, {number, end}}, width);
        } else if (left->maxWidth() + kGap <= end && paper_.footer.centre.empty()) {
            addLine(piece, {{left, 0}, {number, end}}, width);
        } else {
            addText(piece, left, 0, width);
            if (centre->maxWidth() + kGap <= end) {
                addLine(piece, {{centre, 0}, {number, end}}, width);
            } else {
                addText(piece, centre, 0, width);
                addLine(piece, {{number, end}}, width);
            }
        }
        return piece;
    }

    /// The least height that holds any page's footer.
    [[nodiscard]] double footerHeight(double width) { return footer(width, 8888, 8888).height; }

    /// At the top of pages 2 and on.
    [[nodiscard]] Piece running(double width) {
        Piece piece;
        const std::shared_ptr<Text> &text = texts(width).running;
        if (!text) {
            return piece;
        }
        piece.any = true;
        addText(piece, text, 0, width);
        piece.height += 2;
        piece.ops.emplace_back(LineOp{0, piece.height, width, piece.height, 0.4, 0.55});
        piece.height += 9;
        return piece;
    }

private:
    struct Placed {
        std::shared_ptr<Text> text;
        double x;
    };
    /// What is the same on every page of one width.
    struct Texts {
        std::shared_ptr<Text> note; ///< null: none
        std::shared_ptr<Text> left;
        std::shared_ptr<Text> centre;
        std::shared_ptr<Text> running; ///< null: none
    };

    [[nodiscard]] const Texts &texts(double width) {
        const auto [found, isNew] = texts_.try_emplace(width);
        if (isNew) {
            const TextStyle small = style(builder_.scaled(8.5));
            const Runs running = runningRuns();
            found->second = {paper_.footer.note.empty() ? nullptr : builder_.text(paper_.footer.note, small),
                             builder_.text(plain(paper_.footer.left), small),
                             builder_.text(plain(paper_.footer.centre), small),
                             running.empty() ? nullptr : builder_.text(running, style(builder_.scaled(9)))};
        }
        return found->second;
    }

    [[nodiscard]] Runs runningRuns() const {
        Runs runs;
        const auto part = [&](Runs more) {
            if (!runs.empty() && !more.empty()) {
                runs.push_back(plain(" · ")[0]);
            }
            runs.insert(runs.end(), more.begin(), more.end());
        };
        part(paper_.title.empty() ? Runs{} : plain(builder_.rightToLeft() ? paper_.title : isolated(paper_.title)));
        part(paper_.reference.empty() ? Runs{} : plain(paper_.reference));
        part(paper_.running);
        return runs;
    }

    [[nodiscard]] TextStyle style(double size) const {
        TextStyle style = builder_.style(size);
        style.grey = 0.2;
        return style;
    }

    [[nodiscard]] std::string numbered(int page, int pages) const {
        std::string text = paper_.footer.page;
        for (const int number : {page, pages}) {
            const std::size_t at = text.find("{}");
            if (at != std::string::npos) {
                text.replace(at, 2, std::to_string(number));
            }
        }
        return text;
    }

    static void addText(Piece &piece, const std::shared_ptr<Text> &text, double x, double width) {
        TextNode node(text, width, std::nullopt);
        const Piece lines = node.take(node.height() + 1, true);
        piece.add(lines, x, piece.height);
        piece.height += lines.height;
    }

    void addLine(Piece &piece, std::initializer_list<Placed> texts, double width) {
        double height = 0;
        for (const Placed &one : texts) {
            TextNode node(one.text, one.text->maxWidth() + 1, std::nullopt);
            const double room = one.text->maxWidth() + 1;
            const Piece line = node.take(node.height() + 1, true);
            piece.add(line, builder_.mirrored(one.x, room, width), piece.height);
            height = std::max(height, line.height);
        }
        piece.height += height;
    }

    Builder &builder_;
    const Paper &paper_;
    std::map<double, Texts> texts_; ///< by width: text stays broken at one
};

/// A paper's mark: the same on every page, whichever way it lies.
class PageMark {
public:
    // Falls away from where lines begin: the code of a receipt stands there, at its end.
    PageMark(Builder &builder, const std::string &words, const Geometry &page)
        : words_(cleanText(words)), rises_(builder.rightToLeft()) {
        if (words_.empty()) {
            return;
        }
        constexpr double kProbe = 100;
        constexpr double kLargest = 96;
        constexpr double kOfDiagonal = 0.8; // its corners stay clear of what printers leave blank
        const double room = kOfDiagonal * std::hypot(page.width, page.height);
        const double probed = builder.text(plain(words_), style(builder, kProbe))->maxWidth();
        const std::shared_ptr<Text> text =
            builder.text(plain(words_), style(builder, std::min(kLargest, kProbe * room / std::max(probed, 1.0))));
        text->wrap(text->maxWidth() + 1);
        outline_ = std::make_shared<const Outline>(*text);
    }

    /// The last that is drawn on the page.
    void addTo(Page &page) const {
        if (!outline_) {
            return;
        }
        std::vector<QrOp> codes;
        for (const Op &op : page.ops) {
            if (const auto *code = std::get_if<QrOp>(&op)) {
                codes.push_back(*code);
            }
        }
        page.ops.emplace_back(TagBegin{Tag::Figure, words_});
        const double slope = std::atan2(page.height, page.width);
        page.ops.emplace_back(MarkOp{outline_, page.width / 2, page.height / 2, rises_ ? -slope : slope, page.width,
                                     page.height, std::move(codes)});
        page.ops.emplace_back(TagEnd{});
    }

private:
    static TextStyle style(const Builder &builder, double size) {
        TextStyle style = builder.style(size);
        style.bold = true;
        style.align = Align::Start;
        return style;
    }

    std::string words_;
    bool rises_;
    std::shared_ptr<const Outline> outline_; ///< null: no mark
};

/// Lines along the four edges of a page, each at its distance, which stands beside it in millimetres.
void addEdgeMarks(Builder &builder, Page &page) {
    constexpr double kLength = 12 * kPointsPerMm;
    constexpr double kStep = 22 * kPointsPerMm;
    constexpr double kGap = 1 * kPointsPerMm;
    constexpr std::array kDistances{3, 5, 10};
    const auto number = [&](int millimetres, double x, double middle) {
        const std::shared_ptr<Text> text = builder.text(plain(std::to_string(millimetres)), builder.style(7));
        text->wrap(text->maxWidth() + 1);
        const auto &line = text->lines().front();
        page.ops.emplace_back(TextOp{text, 0, x, middle + line.ascent - text->height() / 2});
    };
    for (std::size_t i = 0; i < kDistances.size(); ++i) {
        const double at = kDistances[i] * kPointsPerMm;
        const double along = (static_cast<double>(i) - 1) * kStep;
        for (const double y : {at, page.height - at}) {
            const double x = page.width / 2 + along - kLength / 2;
            page.ops.emplace_back(LineOp{x, y, x + kLength, y, 0.5, 0});
            number(kDistances[i], x + kLength + kGap, y);
        }
        for (const double x : {at, page.width - at}) {
            const double y = page.height / 2 + along - kLength / 2;
            page.ops.emplace_back(LineOp{x, y, x, y + kLength, 0.5, 0});
            number(kDistances[i], x < page.width / 2 ? x + kGap : x - 3 * kGap, y - 2 * kGap);
        }
    }
}

/// The address of who is written to, where the window of an envelope shows it. `flow` is what stands above it.
void addWindow(Builder &builder, const Paper &paper, const Geometry &page, Flow &flow) {
    const auto at = [&](double millimetres) { return Geometry::points(millimetres, paper.sheet); };
    const double start = at(110) - page.side; // the same side in every language: envelopes are
    const double top = at(48) - page.top;
    const double end = at(88) - page.top;
    const auto downTo = [&](double place) {
        if (const double room = place - flow.height(); room > 0) {
            flow.add(std::make_unique<FixedNode>(room, std::vector<Op>{}));
        }
    };
    downTo(top);
    const double width = builder.frame().width - start;
    std::vector<ColumnsNode::Column> columns(1);
    columns[0].x = start;
    for (const Runs &line : paper.addressee) {
        columns[0].flow.add(
            std::make_unique<TextNode>(builder.text(line, builder.style(builder.bodySize())), width, Tag::Paragraph));
    }
    flow.add(std::make_unique<ColumnsNode>(std::move(columns), std::nullopt));
    downTo(end);
}

/// The paper's own header and title, first on page 1.
Flow opening(Builder &builder, const Paper &paper, const Geometry &page) {
    Flow flow;
    const double width = builder.frame().width;
    const auto lines = [&](const std::vector<Runs> &header, double room, bool first, Align align) {
        Flow column;
        for (std::size_t i = 0; i < header.size(); ++i) {
            TextStyle style = builder.style(builder.scaled(first && i == 0 ? 12.5 : 10));
            style.align = align;
            column.add(std::make_unique<TextNode>(builder.text(header[i], style), room, Tag::Paragraph));
        }
        return column;
    };
    if (!paper.headerStart.empty() || !paper.headerEnd.empty()) {
        std::vector<ColumnsNode::Column> columns(2);
        const double gap = 14;
        const double end = paper.headerEnd.empty() ? 0 : width * 0.36;
        const double start = width - end - (end > 0 ? gap : 0);
        columns[0].x = builder.mirrored(0, start, width);
        columns[0].flow = lines(paper.headerStart, start, true, Align::Start);
        columns[1].x = builder.mirrored(width - end, end, width);
        columns[1].flow = lines(paper.headerEnd, end, false, Align::End);
        auto node = std::make_unique<ColumnsNode>(std::move(columns), std::nullopt);
        node->after = paper.addressee.empty() ? builder.bodySize() * 1.4 : 0;
        flow.add(std::move(node));
    }
    if (!paper.addressee.empty()) {
        addWindow(builder, paper, page, flow);
    }
    if (!paper.showTitle) {
        return flow;
    }
    TextStyle titleStyle = builder.style(builder.large() ? 28 : 21);
    titleStyle.bold = true;
    titleStyle.accent = true;
    TextStyle referenceStyle = builder.style(builder.large() ? 20 : 15);
    referenceStyle.bold = true;
    referenceStyle.letterSpacing = 1;
    const double after = builder.bodySize() * 0.6;
    const auto title = paper.title.empty() ? nullptr : builder.text(plain(paper.title), titleStyle);
    const auto reference = paper.reference.empty() ? nullptr : builder.text(plain(paper.reference), referenceStyle);
    constexpr double kApart = 24;
    if (title && reference && title->maxWidth() + kApart + reference->maxWidth() <= width) {
        // Beside each other, on one base line.
        std::vector<ColumnsNode::Column> columns(2);
        const double room = reference->maxWidth() + 1;
        columns[0].x = builder.mirrored(0, width - room, width);
        columns[0].flow.add(std::make_unique<TextNode>(title, width - room, Tag::Heading1));
        auto referenceNode = std::make_unique<TextNode>(reference, room, Tag::Paragraph);
        columns[1].x = builder.mirrored(width - room, room, width);
        const double down = title->lines().front().ascent - reference->lines().front().ascent;
        columns[1].flow.add(std::make_unique<FixedNode>(std::max(0.0, down), std::vector<Op>{}));
        columns[1].flow.add(std::move(referenceNode));
        auto node = std::make_unique<ColumnsNode>(std::move(columns), std::nullopt);
        node->keepWithNext = true;
        node->after = after;
        flow.add(std::move(node));
        return flow;
    }
    if (title) {
        auto node = std::make_unique<TextNode>(title, width, Tag::Heading1);
        node->keepWithNext = true;
        node->after = reference ? builder.bodySize() * 0.1 : after;
        flow.add(std::move(node));
    }
    if (reference) {
        auto node = std::make_unique<TextNode>(reference, width, Tag::Paragraph);
        node->keepWithNext = true;
        node->after = after;
        flow.add(std::move(node));
    }
    return flow;
}

} // namespace

struct Engine::Parts {
    explicit Parts(const std::vector<std::filesystem::path> &folders) : fonts(folders) {}
    Fonts fonts;
};

Engine::Engine(std::vector<std::filesystem::path> fontFolders) : fontFolders_(std::move(fontFolders)) {}

Engine::~Engine() = default;

void Engine::startAhead() {
    ahead_ = std::async(std::launch::async, [folders = fontFolders_] {
        auto parts = std::make_shared<Parts>(folders);
        for (const bool bold : {false, true}) { // a word of each, which opens the files
            TextStyle style;
            style.bold = bold;
            (void)Text(parts->fonts.context(), plain("a"), style, "fr", false).maxWidth();
        }
        return parts;
    });
}

const std::shared_ptr<Engine::Parts> &Engine::parts() {
    if (!parts_) {
        parts_ = ahead_.valid() ? ahead_.get() : std::make_shared<Parts>(fontFolders_);
    }
    return parts_;
}

Result<LaidOutPaper> Engine::layOut(const Paper &paper, Layout layout) {
    Fonts &fonts = parts()->fonts;
    if (!fonts.usable()) {
        return fail(ErrorCode::NotPrintable, "Noto Sans", "the fonts-noto-core package is not installed");
    }
    auto content = std::make_unique<LaidOutPaper::Content>();
    content->engine = parts_;
    (void)fonts.takeUnknown(); // of a paper before

    const Geometry sheet(paper.sheet);
    const double width = sheet.width - 2 * sheet.side;
    const double landscapeWidth = sheet.height - 2 * sheet.side;
    PageFrame frame;
    Builder around(fonts, layout, paper.language, frame);
    PageEdges edges(around, paper);
    const double runningHeight = edges.running(width).height;
    const double footerHeight = edges.footerHeight(width);
    const double landscapeFooterHeight = edges.footerHeight(landscapeWidth);
    const double bottom = sheet.height - sheet.bottom - footerHeight - kAboveFooter;
    const double landscapeBottom = sheet.width - sheet.bottom - landscapeFooterHeight - kAboveFooter;
    frame.width = width;
    frame.height = bottom - sheet.top - runningHeight;
    frame.landscapeWidth = landscapeWidth;
    frame.landscapeHeight = landscapeBottom - sheet.top - runningHeight;
    if (std::min(frame.height, frame.landscapeHeight) < std::min(sheet.width, sheet.height) / 4) {
        return fail(ErrorCode::NotPrintable, "footer", "header and footer leave no room");
    }

    Builder builder(fonts, layout, paper.language, frame);
    GUICHET_ASSIGN(std::vector<Section> sections, builder.sections(paper.blocks, opening(builder, paper, sheet)));

    std::vector<Page> &pages = content->pages;
    std::vector<bool> withRunning;
    const auto newPage = [&](bool landscape) -> Page & {
        Page &page = pages.emplace_back();
        page.width = landscape ? sheet.height : sheet.width;
        page.height = landscape ? sheet.width : sheet.height;
        page.scale = paper.sheet.magnification;
        page.accent = paper.sheet.accent;
        withRunning.push_back(false);
        return page;
    };
    for (Section &section : sections) {
        if (section.foreign) {
            const ForeignPages &foreign = *section.foreign;
            TextStyle style = builder.style(builder.scaled(9));
            style.grey = 0.3;
            const std::shared_ptr<Text> description = builder.text(plain(foreign.alternative), style);
            for (int i = 0; i < foreign.pageCount; ++i) {
                const auto at = static_cast<std::size_t>(i);
                const bool sideways = at < foreign.sideways.size() && foreign.sideways[at];
                Page &page = newPage(sideways);
                const double footer = sideways ? landscapeFooterHeight : footerHeight;
                const double foot = page.height - sheet.bottom - footer - 4;
                description->wrap(sheet.width - 4 * kForeignEdge);
                page.ops.emplace_back(TagBegin{Tag::Figure, cleanText(foreign.alternative)});
                page.ops.emplace_back(ForeignOp{{foreign.pdf, i},
                                                description,
                                                kForeignEdge,
                                                kForeignEdge,
                                                page.width - 2 * kForeignEdge,
                                                foot - kForeignEdge});
                page.ops.emplace_back(TagEnd{});
            }
            continue;
        }
        while (!section.flow.done() || pages.empty()) {
            const bool first = pages.empty();
            const double top = first ? sheet.top : sheet.top + runningHeight;
            const double foot = section.landscape ? landscapeBottom : bottom;
            const Piece piece = section.flow.take(foot - top, true);
            if (!piece.any && !section.flow.done()) {
                return fail(ErrorCode::NotPrintable, paper.templateName, "a block does not fit on any page");
            }
            if (piece.any || first) {
                Page &page = newPage(section.landscape);
                withRunning.back() = !first;
                appendMoved(page.ops, piece.ops, sheet.side, top);
            }
        }
    }

    const PageMark mark(builder, paper.mark, sheet);
    const int count = static_cast<int>(pages.size());
    for (int i = 0; i < count; ++i) {
        Page &page = pages[static_cast<std::size_t>(i)];
        const double pageWidth = page.width - 2 * sheet.side;
        if (withRunning[static_cast<std::size_t>(i)]) {
            appendMoved(page.ops, edges.running(pageWidth).ops, sheet.side, sheet.top);
        }
        const Piece footer = edges.footer(pageWidth, i + 1, count);
        appendMoved(page.ops, footer.ops, sheet.side, page.height - sheet.bottom - footer.height);
        mark.addTo(page);
        if (paper.edgeMarks) {
            addEdgeMarks(builder, page);
        }
    }
    content->unknownCharacters = fonts.takeUnknown();
    content->paper.title = toValidUtf8(paper.title);
    content->paper.language = paper.language;
    content->paper.author = toValidUtf8(paper.author);
    content->paper.created = paper.created;
    content->paper.attachments = paper.attachments;
    content->paper.mark = paper.mark;
    content->paper.sheet = paper.sheet;
    return LaidOutPaper(std::move(content));
}

LaidOutPaper::LaidOutPaper(std::unique_ptr<const Content> content) : content_(std::move(content)) {}
LaidOutPaper::~LaidOutPaper() = default;
LaidOutPaper::LaidOutPaper(LaidOutPaper &&) noexcept = default;
LaidOutPaper &LaidOutPaper::operator=(LaidOutPaper &&) noexcept = default;

int LaidOutPaper::pageCount() const { return static_cast<int>(content_->pages.size()); }

PageSize LaidOutPaper::pageSize(int page) const {
    const Page &one = content_->pages.at(static_cast<std::size_t>(page));
    return {one.width * one.scale / kPointsPerMm, one.height * one.scale / kPointsPerMm};
}

const std::vector<char32_t> &LaidOutPaper::unknownCharacters() const { return content_->unknownCharacters; }

std::optional<ForeignPlace> LaidOutPaper::foreignPlace(int page) const {
    for (const Op &op : content_->pages.at(static_cast<std::size_t>(page)).ops) {
        if (const auto *foreign = std::get_if<ForeignOp>(&op)) {
            return foreign->place;
        }
    }
    return std::nullopt;
}

} // namespace guichet::printing
