// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace guichet::printing {
namespace {

constexpr double kColumnSlack = 0.05;
constexpr int kMostColumns = 10'000; ///< before columns in which no cell begins are dropped

struct GridCell {
    const Cell *cell = nullptr;
    int row = 0;
    int rows = 1;
    int column = 0;
    int columns = 1;
};

/// Where each cell stands, as HTML places them.
struct Grid {
    int columns = 0;
    int headRows = 0;
    int rows = 0;                ///< head, body and foot together
    std::vector<GridCell> cells; ///< row by row, from the first column on
};

/// Places one part's rows from row `first` on; columns as they are written.
void placeRows(Grid &grid, const std::vector<Row> &rows, int first) {
    std::vector<int> busyUntil; // by column: the first row that is free again
    const int end = first + static_cast<int>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int row = first + static_cast<int>(i);
        std::size_t column = 0;
        for (const Cell &cell : rows[i].cells) {
            while (column < busyUntil.size() && busyUntil[column] > row) {
                ++column;
            }
            const int room = kMostColumns - static_cast<int>(column);
            const int columns = room > 1 ? std::clamp(cell.columns, 1, room) : 1;
            const int height = std::clamp(cell.rows, 1, end - row);
            if (busyUntil.size() < column + static_cast<std::size_t>(columns)) {
                busyUntil.resize(column + static_cast<std::size_t>(columns), 0);
            }
            // A cell that would run into one from above is cut short there.
            int free = 0;
            while (free < columns && busyUntil[column + static_cast<std::size_t>(free)] <= row) {
                busyUntil[column + static_cast<std::size_t>(free)] = row + height;
                ++free;
            }
            grid.cells.push_back({&cell, row, height, static_cast<int>(column), free});
            column += static_cast<std::size_t>(free);
        }
    }
}

Grid makeGrid(const Table &table) {
    Grid grid;
    grid.headRows = static_cast<int>(table.head.size());
    const int body = static_cast<int>(table.body.size());
    placeRows(grid, table.head, 0);
    placeRows(grid, table.body, grid.headRows);
    placeRows(grid, table.foot, grid.headRows + body);
    grid.rows = grid.headRows + body + static_cast<int>(table.foot.size());
    // Only columns in which a cell begins are columns: a cell over 1000 columns of a table of three covers three.
    std::vector<int> starts;
    starts.reserve(grid.cells.size());
    for (const GridCell &cell : grid.cells) {
        starts.push_back(cell.column);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    const auto place = [&](int column) {
        return static_cast<int>(std::lower_bound(starts.begin(), starts.end(), column) - starts.begin());
    };
    for (GridCell &cell : grid.cells) {
        const int begin = place(cell.column);
        cell.columns = std::max(1, place(cell.column + cell.columns) - begin);
        cell.column = begin;
    }
    grid.columns = static_cast<int>(starts.size());
    return grid;
}

/// What the columns need at the reference size, without the cells' padding.
struct Columns {
    std::vector<double> least;
    std::vector<double> most;
};

double sum(const std::vector<double> &values, std::size_t from, std::size_t count) {
    double total = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        total += values[i];
    }
    return total;
}

struct Insets {
    double x;
    double y;
};
Insets insets(double size) { return {size * 0.32, size * 0.2}; }

Surroundings cellSurroundings(const Cell &cell, double size, int depth) {
    Surroundings around;
    around.size = size;
    around.align = cell.align;
    around.bold = cell.heading;
    around.depth = depth + 1;
    return around;
}

/// The columns of one part of a table, by their place in the whole, from the first on.
using Part = std::vector<int>;

/// A cell's place in a part: its first column there, and how many of the part's columns it covers.
struct InPart {
    std::size_t first = 0;
    std::size_t count = 0; ///< 0: not in this part
};

InPart placeInPart(const Part &part, const GridCell &cell) {
    const auto first = std::lower_bound(part.begin(), part.end(), cell.column);
    const auto end = std::lower_bound(first, part.end(), cell.column + cell.columns);
    return {static_cast<std::size_t>(first - part.begin()), static_cast<std::size_t>(end - first)};
}

std::vector<Widths> measureCells(Builder &builder, const Grid &grid, double size, int depth) {
    std::vector<Widths> widths;
    widths.reserve(grid.cells.size());
    const double padding = 2 * insets(size).x;
    for (const GridCell &cell : grid.cells) {
        Widths one = builder.widths(cell.cell->blocks, cellSurroundings(*cell.cell, size, depth));
        one.least += padding;
        one.most = std::max(one.most + padding, one.least);
        widths.push_back(one);
    }
    return widths;
}

/// What a part's columns need for what its cells need, as much of them as stands in this part.
Columns columnsOf(const Grid &grid, const std::vector<Widths> &cells, const Part &part) {
    Columns columns;
    columns.least.assign(part.size(), 0);
    columns.most.assign(part.size(), 0);
    struct Spanning {
        InPart place;
        Widths widths;
    };
    std::vector<Spanning> spanning;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const InPart place = placeInPart(part, grid.cells[i]);
        if (place.count > 1) {
            spanning.push_back({place, cells[i]});
        } else if (place.count == 1) {
            columns.least[place.first] = std::max(columns.least[place.first], cells[i].least);
            columns.most[place.first] = std::max(columns.most[place.first], cells[i].most);
        }
    }
    std::stable_sort(spanning.begin(), spanning.end(),
                     [](const Spanning &a, const Spanning &b) { return a.place.count < b.place.count; });
    const auto spread = [](std::vector<double> &values, const std::vector<double> &weights, const InPart &place,
                           double wanted) {
        const double missing = wanted - sum(values, place.first, place.count);
        if (missing <= 0) {
            return;
        }
        const double weight = sum(weights, place.first, place.count);
        for (std::size_t i = place.first; i < place.first + place.count; ++i) {
            values[i] += missing * (weight > 0 ? weights[i] / weight : 1.0 / static_cast<double>(place.count));
        }
    };
    for (const Spanning &one : spanning) {
        const std::vector<double> weights = columns.most;
        spread(columns.most, weights, one.place, one.widths.most);
        spread(columns.least, weights, one.place, one.widths.least);
    }
    for (std::size_t i = 0; i < part.size(); ++i) {
        columns.most[i] = std::max(columns.most[i], columns.least[i]);
    }
    return columns;
}

/// CSS 2.1 section 17.5.2.2: each column its least, the rest shared out by what each would still like. The least
/// widths fit, or are cut in proportion (a word wider than the whole room).
std::vector<double> shareOut(const Columns &columns, const std::vector<double> &shares, double room) {
    const std::size_t count = columns.least.size();
    std::vector<double> least = columns.least;
    std::vector<double> most = columns.most;
    const double needed = sum(least, 0, count);
    if (needed > room) {
        // The widest give way first, to a common width at which all fit.
        double low = 0;
        double high = room;
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            double total = 0;
            for (const double width : least) {
                total += std::min(width, middle);
            }
            (total > room ? high : low) = middle;
        }
        for (double &width : least) {
            width = std::min(width, low);
        }
        return least;
    }
    // Wishes beyond the least are granted as far as there is room beside the others' least.
    std::vector<double> wished = least;
    const auto wishes = [&](std::size_t i) { return i < shares.size() && shares[i] > 0 && std::isfinite(shares[i]); };
    for (std::size_t i = 0; i < count; ++i) {
        if (wishes(i)) {
            wished[i] = std::max(least[i], std::min(shares[i], 1.0) * room);
        }
    }
    if (const double wanted = sum(wished, 0, count); wanted > room) {
        for (std::size_t i = 0; i < count; ++i) {
            wished[i] = least[i] + (wished[i] - least[i]) * (room - needed) / (wanted - needed);
        }
        return wished;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (wishes(i)) {
            least[i] = most[i] = wished[i];
        }
    }
    const double leastSum = sum(least, 0, count);
    const double mostSum = sum(most, 0, count);
    const double spare = room - leastSum;
    std::vector<double> widths(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (mostSum <= room) {
            widths[i] =
                most[i] + (room - mostSum) * (mostSum > 0 ? most[i] / mostSum : 1.0 / static_cast<double>(count));
        } else {
            widths[i] = least[i] + spare * (most[i] - least[i]) / (mostSum - leastSum);
        }
    }
    return widths;
}

class TableNode final : public Node {
public:
    struct Box {
        int row = 0;
        int rows = 1;
        int column = 0;
        int columns = 1;
        double x = 0;
        double width = 0;
        bool heading = false;
        Shade shade = Shade::None;
        VerticalAlign align = VerticalAlign::Top;
        Edges edges;
        Flow flow;
    };

    /// `boxes` by row, then column. `pageHeight`: the most that a page has room for.
    TableNode(int rowCount, std::vector<Box> boxes, Insets padding, double pageHeight)
        : rowCount_(rowCount), boxes_(std::move(boxes)), padding_(padding), pageHeight_(pageHeight) {
        firstBox_.assign(static_cast<std::size_t>(rowCount_) + 1, boxes_.size());
        for (std::size_t i = boxes_.size(); i-- > 0;) {
            firstBox_[static_cast<std::size_t>(boxes_[i].row)] = i;
        }
        for (auto row = static_cast<std::size_t>(rowCount_); row-- > 0;) {
            firstBox_[row] = std::min(firstBox_[row], firstBox_[row + 1]);
        }
    }

    void setCaption(std::unique_ptr<Node> caption) { caption_ = std::move(caption); }
    void setHead(Piece head) { head_ = std::move(head); }

    [[nodiscard]] double height() const override {
        if (height_ < 0) {
            Pass pass = begin();
            for (int row = nextRow_; row < rowCount_; ++row) {
                open(pass, row);
                close(pass, row, bottomOf(pass, row));
            }
            height_ = opening() + pass.y;
        }
        return height_;
    }

    [[nodiscard]] double minHeight() const override {
        if (done()) {
            return 0;
        }
        Pass pass = begin();
        open(pass, nextRow_);
        // The whole row where any page has room for it below caption and head, else its beginning; a caption that
        // leaves no page room for that is text of its own.
        for (const double row : {bottomOf(pass, nextRow_), leastOf(pass)}) {
            if (opening() + row <= pageHeight_) {
                return opening() + row;
            }
        }
        return captionIsLeft() ? caption_->minHeight() : head_.height + leastOf(pass);
    }

    [[nodiscard]] double forcedHeight() const override {
        if (done()) {
            return 0;
        }
        return captionIsLeft() ? caption_->forcedHeight() : head_.height + leastOfNextRow();
    }

    [[nodiscard]] bool done() const override { return nextRow_ >= rowCount_; }

    [[nodiscard]] Piece take(double available, bool force) override {
        Piece piece;
        if (done() || (!force && minHeight() > available + kColumnSlack)) {
            return piece;
        }
        piece.ops.emplace_back(TagBegin{Tag::Table, {}});
        double top = 0;
        if (captionIsLeft()) {
            const bool withRows = opening() + leastOfNextRow() <= available + kColumnSlack;
            const Piece caption = caption_->take(available, true);
            piece.add(caption, 0, 0);
            top = caption.height + padding_.y;
            if (!withRows) {
                piece.height = caption.height;
                piece.any = true;
                piece.ops.emplace_back(TagEnd{});
                height_ = -1;
                return piece;
            }
        }
        piece.add(head_, 0, top);
        top += head_.height;
        const Piece rows = takeRows(available - top, true);
        piece.add(rows, 0, top);
        piece.height = top + rows.height;
        piece.any = true;
        piece.ops.emplace_back(TagEnd{});
        return piece;
    }

    /// Rows only, as many as fit; `first`: one at least, or a part of it.
    [[nodiscard]] Piece takeRows(double room, bool first) {
        height_ = -1;
        Pass pass = begin();
        std::vector<Cut> cuts;
        bool split = false;
        while (nextRow_ < rowCount_) {
            Pass above = pass;
            open(pass, nextRow_);
            const double bottom = bottomOf(pass, nextRow_);
            if (bottom <= room + kColumnSlack) {
                finish(pass, bottom, cuts);
                close(pass, nextRow_, bottom);
                ++nextRow_;
                continuing_ = false;
                first = false;
                continue;
            }
            const bool fitsElsewhere = bottom - above.y <= pageHeight_ - head_.height;
            const bool worthIt = above.y + leastOf(pass) <= room + kColumnSlack;
            if (!first && (fitsElsewhere || !worthIt)) {
                pass = std::move(above);
                break;
            }
            // A row that is taller than a page goes on, and so does one that is alone on its page.
            split = true;
            splitRow(pass, room, first, cuts);
            break;
        }
        if (!split) {
            // Cells that reach over the end of the page show here what has room beside their rows.
            reaching_.clear();
            for (const Open &one : pass.open) {
                cut(one, pass.y, false, cuts);
                reaching_.push_back(one.box);
            }
            continuing_ = false;
        }
        Piece piece;
        piece.any = true;
        piece.height = pass.y;
        emit(piece, cuts);
        return piece;
    }

private:
    struct Open {
        std::size_t box;
        double top; ///< where it begins on this page
    };
    /// The rows of one page while they are placed.
    struct Pass {
        double y = 0;
        std::vector<Open> open; ///< boxes that are on this page and go on
    };
    /// What one page shows of a box.
    struct Cut {
        std::size_t box;
        double top;
        double bottom;
        Piece content;
        double shift; ///< of the content, down
    };

    [[nodiscard]] bool captionIsLeft() const { return caption_ && !caption_->done(); }

    [[nodiscard]] double opening() const {
        return (captionIsLeft() ? caption_->height() + padding_.y : 0) + head_.height;
    }

    [[nodiscard]] Pass begin() const {
        Pass pass;
        for (const std::size_t box : reaching_) {
            pass.open.push_back({box, 0});
        }
        return pass;
    }

    void open(Pass &pass, int row) const {
        if (continuing_ && row == nextRow_) {
            return; // this row's boxes were begun on an earlier page, and reach into this one
        }
        for (std::size_t box = firstBox_[static_cast<std::size_t>(row)];
             box < firstBox_[static_cast<std::size_t>(row) + 1]; ++box) {
            pass.open.push_back({box, pass.y});
        }
    }

    [[nodiscard]] bool endsBy(std::size_t box, int row) const { return boxes_[box].row + boxes_[box].rows - 1 <= row; }

    [[nodiscard]] double needs(std::size_t box) const { return boxes_[box].flow.height() + 2 * padding_.y; }

    /// A row is as high as the cells that end in it need.
    [[nodiscard]] double bottomOf(const Pass &pass, int row) const {
        double bottom = pass.y;
        for (const Open &one : pass.open) {
            if (endsBy(one.box, row)) {
                bottom = std::max(bottom, one.top + needs(one.box));
            }
        }
        return bottom;
    }

    [[nodiscard]] double leastOf(const Pass &pass) const {
        double least = 0;
        for (const Open &one : pass.open) {
            least = std::max(least, one.top - pass.y + boxes_[one.box].flow.minHeight() + 2 * padding_.y);
        }
        return least;
    }

    [[nodiscard]] double leastOfNextRow() const {
        Pass pass = begin();
        open(pass, nextRow_);
        return leastOf(pass);
    }

    void close(Pass &pass, int row, double bottom) const {
        std::erase_if(pass.open, [&](const Open &one) { return endsBy(one.box, row); });
        pass.y = bottom;
    }

    void finish(const Pass &pass, double bottom, std::vector<Cut> &cuts) {
        for (const Open &one : pass.open) {
            if (endsBy(one.box, nextRow_)) {
                cut(one, bottom, true, cuts);
            }
        }
    }

    /// Gives out a box's content down to `bottom`; `all`: everything that is left.
    void cut(const Open &one, double bottom, bool all, std::vector<Cut> &cuts, bool force = false) {
        Box &box = boxes_[one.box];
        const double room = bottom - one.top;
        const bool whole = all && !box.flow.started();
        Piece content = box.flow.take(all ? std::numeric_limits<double>::max() / 4 : room - 2 * padding_.y, force);
        double shift = 0;
        if (whole && box.align != VerticalAlign::Top) {
            const double spare = std::max(0.0, room - 2 * padding_.y - content.height);
            shift = box.align == VerticalAlign::Middle ? spare / 2 : spare;
        }
        cuts.push_back({one.box, one.top, bottom, std::move(content), shift});
    }

    void splitRow(Pass &pass, double room, bool first, std::vector<Cut> &cuts) {
        const std::size_t from = cuts.size();
        double bottom = pass.y;
        for (const Open &one : pass.open) {
            cut(one, room, false, cuts, first);
            const double height = cuts.back().content.height;
            bottom = std::max(bottom, one.top + height + 2 * padding_.y);
        }
        for (std::size_t i = from; i < cuts.size(); ++i) {
            cuts[i].bottom = bottom;
        }
        const bool over = std::all_of(pass.open.begin(), pass.open.end(), [&](const Open &one) {
            return !endsBy(one.box, nextRow_) || boxes_[one.box].flow.done();
        });
        reaching_.clear();
        for (const Open &one : pass.open) {
            if (!over || !endsBy(one.box, nextRow_)) {
                reaching_.push_back(one.box);
            }
        }
        continuing_ = !over;
        nextRow_ += over ? 1 : 0;
        pass.y = bottom;
    }

    void emit(Piece &piece, std::vector<Cut> &cuts) const {
        std::stable_sort(cuts.begin(), cuts.end(), [&](const Cut &a, const Cut &b) {
            return a.top != b.top ? a.top < b.top : boxes_[a.box].column < boxes_[b.box].column;
        });
        for (const Cut &one : cuts) {
            const Box &box = boxes_[one.box];
            if (box.shade != Shade::None) {
                piece.ops.emplace_back(
                    FillOp{box.x, one.top, box.width, one.bottom - one.top, box.shade == Shade::Head ? 0.88 : 0.95});
            }
        }
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const Cut &one = cuts[i];
            const Box &box = boxes_[one.box];
            if (i == 0 || cuts[i - 1].top != one.top) {
                piece.ops.emplace_back(TagBegin{Tag::Row, {}});
            }
            piece.ops.emplace_back(TagBegin{box.heading ? Tag::HeadCell : Tag::DataCell, {}, box.columns, box.rows});
            appendMoved(piece.ops, one.content.ops, box.x + padding_.x, one.top + padding_.y + one.shift);
            piece.ops.emplace_back(TagEnd{});
            if (i + 1 == cuts.size() || cuts[i + 1].top != one.top) {
                piece.ops.emplace_back(TagEnd{});
            }
        }
        constexpr double kThin = 0.5;
        constexpr double kGrey = 0.45;
        for (const Cut &one : cuts) {
            const Box &box = boxes_[one.box];
            const double right = box.x + box.width;
            if (box.edges.top) {
                piece.ops.emplace_back(LineOp{box.x, one.top, right, one.top, kThin, kGrey});
            }
            if (box.edges.bottom) {
                piece.ops.emplace_back(LineOp{box.x, one.bottom, right, one.bottom, kThin, kGrey});
            }
            if (box.edges.left) {
                piece.ops.emplace_back(LineOp{box.x, one.top, box.x, one.bottom, kThin, kGrey});
            }
            if (box.edges.right) {
                piece.ops.emplace_back(LineOp{right, one.top, right, one.bottom, kThin, kGrey});
            }
        }
    }

    int rowCount_;
    std::vector<Box> boxes_;
    std::vector<std::size_t> firstBox_; ///< by row
    Insets padding_;
    double pageHeight_;
    std::unique_ptr<Node> caption_;
    Piece head_;
    int nextRow_ = 0;
    bool continuing_ = false;           ///< the next row was begun on an earlier page
    std::vector<std::size_t> reaching_; ///< boxes that were begun on an earlier page and reach into the next row
    mutable double height_ = -1;
};

struct Plan {
    double size = 0;
    bool landscape = false;
    double room = 0;
    std::vector<Part> parts;
};

/// As many columns in each part as have room beside the first.
std::vector<Part> cutIntoParts(const Grid &grid, const std::vector<Widths> &cells, double scale, double room) {
    std::vector<Part> parts;
    Part part{0};
    for (int column = 1; column < grid.columns; ++column) {
        part.push_back(column);
        const std::vector<double> least = columnsOf(grid, cells, part).least;
        if (part.size() > 2 && sum(least, 0, least.size()) * scale > room) {
            part.pop_back();
            parts.push_back(std::move(part));
            part = {0, column};
        }
    }
    parts.push_back(std::move(part));
    return parts;
}

std::vector<double> sizesFor(const Builder &builder, double around) {
    if (builder.large()) {
        return {18};
    }
    std::vector<double> sizes;
    for (const double size : {10.0, 9.0, 8.0, 7.0}) {
        if (size <= around) {
            sizes.push_back(size);
        }
    }
    return sizes.empty() ? std::vector<double>{around} : sizes;
}

Part allColumns(const Grid &grid) {
    Part part;
    for (int column = 0; column < grid.columns; ++column) {
        part.push_back(column);
    }
    return part;
}

Plan makePlan(const Builder &builder, const Grid &grid, const std::vector<Widths> &cells,
              const std::vector<double> &sizes, double width, const Surroundings &around) {
    const Columns columns = columnsOf(grid, cells, allColumns(grid));
    const double least = sum(columns.least, 0, columns.least.size());
    Plan plan;
    const bool mayTurn = around.top && builder.frame().landscapeWidth > width;
    for (const bool turned : {false, true}) {
        if (turned && !mayTurn) {
            continue;
        }
        plan.landscape = turned;
        plan.room = turned ? builder.frame().landscapeWidth : width;
        for (const double size : sizes) {
            if (least * size / sizes.front() <= plan.room) {
                plan.size = size;
                plan.parts = {allColumns(grid)};
                return plan;
            }
        }
    }
    plan.size = builder.large() ? sizes.front() : std::min(sizes.front(), 8.0);
    plan.parts = cutIntoParts(grid, cells, plan.size / sizes.front(), plan.room);
    return plan;
}

Edges edgesOf(const Table &table, const Cell &cell) {
    if (cell.edges) {
        return *cell.edges;
    }
    switch (table.lines) {
    case Table::Lines::Grid: return {true, true, true, true};
    case Table::Lines::Rows: return {true, false, true, false};
    case Table::Lines::None: break;
    }
    return {};
}

/// One part of a table as a node.
class PartBuilder {
public:
    PartBuilder(Builder &builder, const Table &table, const Grid &grid, const Part &part, std::vector<double> widths,
                const Plan &plan, int depth)
        : builder_(builder), table_(table), grid_(grid), part_(part), widths_(std::move(widths)), plan_(plan),
          depth_(depth), padding_(insets(plan.size)),
          pageHeight_(plan.landscape ? builder.frame().landscapeHeight : builder.frame().height) {}

    [[nodiscard]] std::unique_ptr<TableNode> build(std::unique_ptr<Node> caption) {
        int headRows = grid_.headRows < grid_.rows ? grid_.headRows : 0;
        Piece head;
        if (headRows > 0) {
            TableNode node(headRows, boxes(0, headRows), padding_, pageHeight_);
            if (node.height() <= pageHeight_ * 0.4) {
                head = node.takeRows(node.height() + 1, true);
            } else {
                headRows = 0; // too tall to be repeated: printed once, and cut like other rows
            }
        }
        auto body =
            std::make_unique<TableNode>(grid_.rows - headRows, boxes(headRows, grid_.rows), padding_, pageHeight_);
        body->setHead(std::move(head));
        body->setCaption(std::move(caption));
        return body;
    }

private:
    [[nodiscard]] std::vector<TableNode::Box> boxes(int from, int to) {
        std::vector<double> starts{0};
        for (const double width : widths_) {
            starts.push_back(starts.back() + width);
        }
        std::vector<TableNode::Box> boxes;
        for (const GridCell &cell : grid_.cells) {
            if (cell.row < from || cell.row >= to) {
                continue;
            }
            const InPart place = placeInPart(part_, cell);
            if (place.count == 0) {
                continue;
            }
            const std::size_t begin = place.first;
            const std::size_t end = begin + place.count;
            TableNode::Box box;
            box.row = cell.row - from;
            box.rows = cell.rows;
            box.column = static_cast<int>(begin);
            box.columns = static_cast<int>(end - begin);
            box.width = starts[end] - starts[begin];
            box.x = builder_.mirrored(starts[begin], box.width, starts.back());
            box.heading = cell.cell->heading;
            box.shade = cell.cell->shade;
            box.align = cell.cell->verticalAlign;
            box.edges = edgesOf(table_, *cell.cell);
            if (builder_.rightToLeft()) {
                std::swap(box.edges.left, box.edges.right);
            }
            box.flow = builder_.flow(cell.cell->blocks, box.width - 2 * padding_.x,
                                     cellSurroundings(*cell.cell, plan_.size, depth_));
            boxes.push_back(std::move(box));
        }
        return boxes;
    }

    Builder &builder_;
    const Table &table_;
    const Grid &grid_;
    const Part &part_;
    std::vector<double> widths_;
    const Plan &plan_;
    int depth_;
    Insets padding_;
    double pageHeight_;
};

} // namespace

Widths tableWidths(Builder &builder, const Table &table, const Surroundings &around) {
    const Grid grid = makeGrid(table);
    const std::vector<double> sizes = sizesFor(builder, around.size);
    const Columns columns = columnsOf(grid, measureCells(builder, grid, sizes.front(), around.depth), allColumns(grid));
    // It is content with the smallest type where it must be.
    return {sum(columns.least, 0, columns.least.size()) * sizes.back() / sizes.front(),
            sum(columns.most, 0, columns.most.size())};
}

std::vector<std::unique_ptr<Node>> buildTable(Builder &builder, const Table &table, double width,
                                              const Surroundings &around, bool &landscape) {
    std::vector<std::unique_ptr<Node>> nodes;
    const Grid grid = makeGrid(table);
    const auto caption = [&](std::size_t part, std::size_t parts, double room) -> std::unique_ptr<Node> {
        Runs runs = table.caption;
        if (parts > 1) {
            Run number;
            number.text =
                (runs.empty() ? "" : " ") + ("(" + std::to_string(part + 1) + "/" + std::to_string(parts) + ")");
            runs.push_back(std::move(number));
        }
        if (runs.empty()) {
            return nullptr;
        }
        TextStyle style = builder.style(around.size);
        style.bold = true;
        return std::make_unique<TextNode>(builder.text(runs, style), room, Tag::Caption);
    };
    if (grid.columns == 0) {
        if (std::unique_ptr<Node> alone = caption(0, 1, width)) {
            nodes.push_back(std::move(alone));
        }
        return nodes;
    }
    const std::vector<double> sizes = sizesFor(builder, around.size);
    const std::vector<Widths> cells = measureCells(builder, grid, sizes.front(), around.depth);
    const Plan plan = makePlan(builder, grid, cells, sizes, width, around);
    landscape = plan.landscape;
    const double scale = plan.size / sizes.front();
    for (std::size_t i = 0; i < plan.parts.size(); ++i) {
        const Part &part = plan.parts[i];
        Columns own = columnsOf(grid, cells, part);
        std::vector<double> shares;
        for (std::size_t at = 0; at < part.size(); ++at) {
            own.least[at] *= scale;
            own.most[at] *= scale;
            shares.push_back(plan.parts.size() == 1 && at < table.columnShares.size() ? table.columnShares[at] : 0);
        }
        PartBuilder parts(builder, table, grid, part, shareOut(own, shares, plan.room), plan, around.depth);
        nodes.push_back(parts.build(caption(i, plan.parts.size(), plan.room)));
    }
    return nodes;
}

} // namespace guichet::printing
