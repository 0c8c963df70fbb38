// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow.h"

#include <algorithm>

namespace guichet::printing {
namespace {

/// What rounding may add up to.
constexpr double kSlack = 0.05;
/// A picture is not made smaller than this to stand under its headings.
constexpr double kLeastOfPicture = 0.25;

struct Mover {
    double x;
    double y;

    void operator()(TagBegin & /*op*/) const {}
    void operator()(TagEnd & /*op*/) const {}
    void operator()(TextOp &op) const {
        op.x += x;
        op.baseline += y;
    }
    void operator()(LineOp &op) const {
        op.x1 += x;
        op.x2 += x;
        op.y1 += y;
        op.y2 += y;
    }
    void operator()(MarkOp & /*op*/) const {} // it belongs to the page, not to what stands on it
    template <typename Area>
    void operator()(Area &op) const {
        op.x += x;
        op.y += y;
    }
};

} // namespace

void appendMoved(std::vector<Op> &to, const std::vector<Op> &ops, double x, double y) {
    const std::size_t from = to.size();
    to.insert(to.end(), ops.begin(), ops.end());
    for (std::size_t i = from; i < to.size(); ++i) {
        std::visit(Mover{x, y}, to[i]);
    }
}

void Piece::add(const Piece &other, double x, double y) {
    any = any || other.any;
    appendMoved(ops, other.ops, x, y);
}

void Flow::add(std::unique_ptr<Node> node) { nodes_.push_back(std::move(node)); }

void Flow::append(Flow other) {
    for (std::unique_ptr<Node> &node : other.nodes_) {
        nodes_.push_back(std::move(node));
    }
}

double Flow::height() const {
    double height = 0;
    for (std::size_t i = next_; i < nodes_.size(); ++i) {
        height += (i > next_ ? std::max(nodes_[i - 1]->after, nodes_[i]->before) : 0) + nodes_[i]->height();
    }
    return height;
}

double Flow::chainHeight(std::size_t from, bool forced) const {
    double height = 0;
    for (std::size_t i = from; i < nodes_.size(); ++i) {
        height += i > from ? std::max(nodes_[i - 1]->after, nodes_[i]->before) : 0;
        if (!nodes_[i]->keepWithNext || i + 1 == nodes_.size()) {
            return height + (forced ? nodes_[i]->forcedHeight() : nodes_[i]->minHeight());
        }
        height += nodes_[i]->height();
    }
    return height;
}

double Flow::minHeight() const { return next_ < nodes_.size() ? chainHeight(next_, false) : 0; }

double Flow::forcedHeight() const { return next_ < nodes_.size() ? chainHeight(next_, true) : 0; }

bool Flow::done() const { return next_ >= nodes_.size(); }

Piece Flow::take(double available, bool force) {
    Piece piece;
    double after = 0;
    bool headingsOnly = true; // a page may not end with them: what follows is forced as they were
    while (next_ < nodes_.size()) {
        Node &node = *nodes_[next_];
        const double gap = piece.any ? std::max(after, node.before) : 0;
        const double room = available - piece.height - gap;
        const bool forced = force && (!piece.any || (headingsOnly && chainHeight(next_, true) <= room + kSlack));
        if (!forced && chainHeight(next_, false) > room + kSlack) {
            break;
        }
        const Piece taken = node.take(room, forced);
        if (!taken.any) {
            if (node.done()) { // nothing to show in it
                ++next_;
                continue;
            }
            break;
        }
        piece.add(taken, 0, piece.height + gap);
        piece.height += gap + taken.height;
        started_ = true;
        headingsOnly = headingsOnly && node.keepWithNext;
        if (!node.done()) {
            break;
        }
        after = node.after;
        nodes_[next_].reset();
        ++next_;
    }
    return piece;
}

std::vector<std::unique_ptr<Node>> Flow::takeTrailingHeadings() {
    std::vector<std::unique_ptr<Node>> headings;
    while (nodes_.size() > next_ && nodes_.back()->keepWithNext) {
        headings.insert(headings.begin(), std::move(nodes_.back()));
        nodes_.pop_back();
    }
    return headings;
}

TextNode::TextNode(std::shared_ptr<Text> text, double width, std::optional<Tag> tag)
    : text_(std::move(text)), tag_(tag) {
    text_->wrap(width);
}

double TextNode::height() const {
    double height = 0;
    for (std::size_t i = next_; i < text_->lines().size(); ++i) {
        height += text_->lines()[i].height();
    }
    return height;
}

double TextNode::minHeight() const {
    const std::vector<Text::Line> &lines = text_->lines();
    const std::size_t left = lines.size() - next_;
    if (left <= 3) {
        return height();
    }
    return lines[next_].height() + lines[next_ + 1].height();
}

Piece TextNode::take(double available, bool force) {
    const std::vector<Text::Line> &lines = text_->lines();
    const std::size_t left = lines.size() - next_;
    std::size_t count = 0;
    double height = 0;
    while (count < left && height + lines[next_ + count].height() <= available + kSlack) {
        height += lines[next_ + count].height();
        ++count;
    }
    if (count < left) {
        if (left - count == 1 && count > (force ? 2U : 0U)) {
            --count;
        }
        if (count < 2 && !force) {
            count = 0;
        }
        if (force) {
            count = std::max<std::size_t>(count, 1);
        }
    }
    Piece piece;
    if (count == 0) {
        return piece;
    }
    piece.any = true;
    if (tag_) {
        piece.ops.emplace_back(TagBegin{*tag_, {}});
    }
    for (std::size_t i = 0; i < count; ++i, ++next_) {
        const Text::Line &line = lines[next_];
        for (const Text::Stretch &stretch : text_->linksOn(next_)) {
            piece.ops.emplace_back(
                LinkOp{line.x + stretch.from, piece.height, stretch.to - stretch.from, line.height(), stretch.target});
        }
        piece.ops.emplace_back(TextOp{text_, next_, line.x, piece.height + line.ascent});
        piece.height += line.height();
    }
    if (tag_) {
        piece.ops.emplace_back(TagEnd{});
    }
    return piece;
}

Piece FixedNode::take(double available, bool force) {
    Piece piece;
    if (done_ || (height_ > available + kSlack && !force)) {
        return piece;
    }
    piece.any = true;
    piece.height = height_;
    piece.ops = std::move(ops_);
    done_ = true;
    return piece;
}

double PictureNode::forcedHeight() const { return height_ * kLeastOfPicture; }

Piece PictureNode::take(double available, bool force) {
    Piece piece = FixedNode::take(available, force);
    const double scale = available / height_;
    if (piece.any && scale < 1 && scale >= kLeastOfPicture) {
        piece.height = available;
        for (Op &op : piece.ops) {
            if (auto *picture = std::get_if<PictureOp>(&op)) {
                picture->x += picture->width * (1 - scale) / 2;
                picture->width *= scale;
                picture->height *= scale;
            }
        }
    }
    return piece;
}

double FrameNode::minHeight() const {
    const double whole = height();
    return whole <= pageHeight_ ? whole : flow_.minHeight() + 2 * padding_;
}

Piece FrameNode::take(double available, bool force) {
    const double whole = height();
    Piece piece;
    if (whole > available + kSlack && whole <= pageHeight_ && !force) {
        return piece;
    }
    const Piece inside = flow_.take(available - 2 * padding_, force);
    done_ = flow_.done();
    if (!inside.any && !(done_ && whole <= available + kSlack)) {
        return piece;
    }
    piece.any = true;
    piece.height = inside.height + 2 * padding_;
    piece.ops.emplace_back(FrameOp{0, 0, width_, piece.height, 8, 0.9});
    appendMoved(piece.ops, inside.ops, padding_, padding_);
    return piece;
}

double ColumnsNode::height() const {
    double height = 0;
    for (const Column &column : columns_) {
        height = std::max(height, column.flow.height());
    }
    return height;
}

double ColumnsNode::minHeight() const {
    double height = 0;
    for (const Column &column : columns_) {
        height = std::max(height, column.flow.minHeight());
    }
    return height;
}

double ColumnsNode::forcedHeight() const {
    double height = 0;
    for (const Column &column : columns_) {
        height = std::max(height, column.flow.forcedHeight());
    }
    return height;
}

bool ColumnsNode::done() const {
    return std::all_of(columns_.begin(), columns_.end(), [](const Column &column) { return column.flow.done(); });
}

Piece ColumnsNode::take(double available, bool force) {
    Piece piece;
    if (!force && minHeight() > available + kSlack) {
        return piece;
    }
    if (tag_) {
        piece.ops.emplace_back(TagBegin{*tag_, {}});
    }
    for (Column &column : columns_) {
        const Piece taken = column.flow.take(available, force);
        if (!taken.any) {
            continue;
        }
        if (column.tag) {
            piece.ops.emplace_back(TagBegin{*column.tag, {}});
        }
        piece.add(taken, column.x, 0);
        piece.height = std::max(piece.height, taken.height);
        if (column.tag) {
            piece.ops.emplace_back(TagEnd{});
        }
    }
    if (tag_) {
        piece.ops.emplace_back(TagEnd{});
    }
    return piece;
}

Piece GroupNode::take(double available, bool force) {
    Piece piece = flow_.take(available, force);
    if (piece.any) {
        piece.ops.insert(piece.ops.begin(), TagBegin{tag_, {}});
        piece.ops.emplace_back(TagEnd{});
    }
    return piece;
}

} // namespace guichet::printing
