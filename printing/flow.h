// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/page_content.h"

#include <memory>
#include <vector>

/// Measured boxes, and how they are cut into pages. Points; y downwards; a node is given out from its top, piece by
/// piece, and remembers what is left.
namespace guichet::printing {

/// What one page took of a node or flow: drawing, from the piece's top left corner.
struct Piece {
    bool any = false; ///< false: nothing fitted, and nothing was taken
    double height = 0;
    std::vector<Op> ops;

    void add(const Piece &other, double x, double y);
};

/// `ops` moved by x, y.
void appendMoved(std::vector<Op> &to, const std::vector<Op> &ops, double x, double y);

class Node {
public:
    virtual ~Node() = default;
    /// Of all that is left.
    [[nodiscard]] virtual double height() const = 0;
    /// The least room in which take() gives something without being forced.
    [[nodiscard]] virtual double minHeight() const = 0;
    /// The least room that take() keeps to when it is forced.
    [[nodiscard]] virtual double forcedHeight() const { return minHeight(); }
    /// As much as fits. `force`: something at least, even where it does not fit (the page is empty).
    [[nodiscard]] virtual Piece take(double available, bool force) = 0;
    [[nodiscard]] virtual bool done() const = 0;

    double before = 0; ///< space to what stands above and below: the larger of the two neighbours', none at page edges
    double after = 0;
    bool keepWithNext = false;
};

inline constexpr double kPointsPerMm = 72 / 25.4;

/// Nodes one below the other.
class Flow {
public:
    void add(std::unique_ptr<Node> node);
    /// All of another flow, of which nothing was taken yet.
    void append(Flow other);
    [[nodiscard]] bool empty() const { return nodes_.empty(); }
    [[nodiscard]] double height() const;
    [[nodiscard]] double minHeight() const;
    [[nodiscard]] double forcedHeight() const;
    [[nodiscard]] Piece take(double available, bool force);
    [[nodiscard]] bool done() const;
    [[nodiscard]] bool started() const { return started_; }
    /// Takes the nodes at the end that may not be parted from what follows.
    [[nodiscard]] std::vector<std::unique_ptr<Node>> takeTrailingHeadings();

private:
    [[nodiscard]] double chainHeight(std::size_t from, bool forced) const;

    std::vector<std::unique_ptr<Node>> nodes_;
    std::size_t next_ = 0;
    bool started_ = false;
};

/// Lines of text; two lines at least stay together at each end.
class TextNode final : public Node {
public:
    TextNode(std::shared_ptr<Text> text, double width, std::optional<Tag> tag);
    [[nodiscard]] double height() const override;
    [[nodiscard]] double minHeight() const override;
    [[nodiscard]] double forcedHeight() const override { return done() ? 0 : text_->lines()[next_].height(); }
    [[nodiscard]] Piece take(double available, bool force) override;
    [[nodiscard]] bool done() const override { return next_ >= text_->lines().size(); }

private:
    std::shared_ptr<Text> text_;
    std::optional<Tag> tag_;
    std::size_t next_ = 0;
};

/// A drawing that is not cut.
class FixedNode : public Node {
public:
    FixedNode(double height, std::vector<Op> ops) : height_(height), ops_(std::move(ops)) {}
    [[nodiscard]] double height() const override { return done_ ? 0 : height_; }
    [[nodiscard]] double minHeight() const override { return height_; }
    [[nodiscard]] Piece take(double available, bool force) override;
    [[nodiscard]] bool done() const override { return done_; }

protected:
    double height_;
    std::vector<Op> ops_;
    bool done_ = false;
};

/// A picture, whole; made smaller where headings stand above it and leave no page room for both.
class PictureNode final : public FixedNode {
public:
    using FixedNode::FixedNode;
    [[nodiscard]] double forcedHeight() const override;
    [[nodiscard]] Piece take(double available, bool force) override;
};

/// A round frame around a flow; cut only where it is taller than a whole page.
class FrameNode final : public Node {
public:
    FrameNode(Flow flow, double width, double padding, double pageHeight)
        : flow_(std::move(flow)), width_(width), padding_(padding), pageHeight_(pageHeight) {}
    [[nodiscard]] double height() const override { return flow_.height() + 2 * padding_; }
    [[nodiscard]] double minHeight() const override;
    [[nodiscard]] double forcedHeight() const override { return flow_.forcedHeight() + 2 * padding_; }
    [[nodiscard]] Piece take(double available, bool force) override;
    [[nodiscard]] bool done() const override { return done_; }

private:
    Flow flow_;
    double width_;
    double padding_;
    double pageHeight_;
    bool done_ = false;
};

/// Flows side by side that go on together: a label and its value, a marker and its item.
class ColumnsNode final : public Node {
public:
    struct Column {
        double x = 0;
        Flow flow;
        std::optional<Tag> tag;
    };
    ColumnsNode(std::vector<Column> columns, std::optional<Tag> tag) : columns_(std::move(columns)), tag_(tag) {}
    [[nodiscard]] double height() const override;
    [[nodiscard]] double minHeight() const override;
    [[nodiscard]] double forcedHeight() const override;
    [[nodiscard]] Piece take(double available, bool force) override;
    [[nodiscard]] bool done() const override;

private:
    std::vector<Column> columns_;
    std::optional<Tag> tag_;
};

/// A flow in a tag of its own (a list around its items).
class GroupNode final : public Node {
public:
    GroupNode(Flow flow, Tag tag) : flow_(std::move(flow)), tag_(tag) {}
    [[nodiscard]] double height() const override { return flow_.height(); }
    [[nodiscard]] double minHeight() const override { return flow_.minHeight(); }
    [[nodiscard]] double forcedHeight() const override { return flow_.forcedHeight(); }
    [[nodiscard]] Piece take(double available, bool force) override;
    [[nodiscard]] bool done() const override { return flow_.done(); }

private:
    Flow flow_;
    Tag tag_;
};

} // namespace guichet::printing
