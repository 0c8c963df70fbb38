// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/layout.h"
#include "printing/typeset.h"

#include <optional>
#include <variant>
#include <vector>

/// What stands on a page, ready to draw: points from the page's top left corner.
namespace guichet::printing {

enum class Tag {
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Paragraph,
    Table,
    Row,
    HeadCell,
    DataCell,
    List,
    Item,
    Label,
    Body,
    Figure,
    Caption
};

/// The PDF's structure. What is drawn stands in the innermost tag only: one that has tags in it draws nothing itself.
struct TagBegin {
    Tag tag;
    std::string alternative; ///< of a Figure
    int columns = 1;         ///< of a cell
    int rows = 1;
};
struct TagEnd {};

struct TextOp {
    std::shared_ptr<const Text> text;
    std::size_t line = 0;
    double x = 0;
    double baseline = 0;
};
struct FillOp {
    double x, y, width, height, grey;
};
struct LineOp {
    double x1, y1, x2, y2, thickness, grey;
    bool dashed = false;
};
/// A mark around a point.
struct DotOp {
    double x, y, radius, grey;
    bool filled;
    bool square;
};
struct FrameOp {
    double x, y, width, height, radius, thickness;
};
struct TickOp {
    double x, y, side;
    bool ticked;
};

/// A picture that can be drawn: a Cairo surface that carries the JPEG as it came, or decoded pixels.
struct Outline;
struct Picture;
struct PictureOp {
    std::shared_ptr<const Picture> picture;
    double x, y, width, height;
};

struct QrModules {
    int side = 0;
    std::vector<bool> dark; ///< row after row
};
struct QrOp {
    std::shared_ptr<const QrModules> modules;
    double x, y, side;
};
struct LinkOp {
    double x, y, width, height;
    std::string target;
};
/// Room for a page of a foreign PDF.
struct ForeignOp {
    ForeignPlace place;
    std::shared_ptr<const Text> description;
    double x, y, width, height;
};

/// One line of text in hollow letters around a point, turned clockwise.
struct MarkOp {
    std::shared_ptr<const Outline> outline;
    double x, y;
    double radians;
    double pageWidth, pageHeight;
    std::vector<QrOp> spared; ///< on these nothing is drawn
};

using Op = std::variant<TagBegin, TagEnd, TextOp, FillOp, LineOp, DotOp, FrameOp, TickOp, PictureOp, QrOp, LinkOp,
                        ForeignOp, MarkOp>;

/// In points that are drawn `scale` times as large.
struct Page {
    double width = 0;
    double height = 0;
    double scale = 1;
    std::optional<Colour> accent;
    std::vector<Op> ops;
};

struct LaidOutPaper::Content {
    std::shared_ptr<void> engine; ///< the fonts that the text was measured with
    Paper paper;                  ///< what the PDF needs beside its pages; its blocks are gone
    std::vector<Page> pages;
    std::vector<char32_t> unknownCharacters;
};

} // namespace guichet::printing
