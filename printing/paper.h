// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// What a paper says, as plain values: blocks that layout.h sets on pages. It knows nothing of what the paper is about.
///
/// All text is UTF-8; what is not valid, and control characters, are replaced by U+FFFD when the paper is laid out or
/// serialised. `\n` inside a run breaks the line. Lengths are millimetres on paper. Nothing here draws or measures.
namespace guichet::printing {

enum class Script { Normal, Superscript, Subscript };

/// A piece of text in one style.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    bool small = false;     ///< a step smaller than its paragraph; never under 18 points in the large layout
    bool large = false;     ///< half as large again as its paragraph: a pictogram
    bool monospace = false; ///< digits and letters of one width: references, serial numbers
    Script script = Script::Normal;
    std::string language; ///< BCP 47; empty: the paper's
    std::string link;     ///< where a click leads in the PDF ("https:…"); paper can't click: print the address too
};
using Runs = std::vector<Run>;

struct Block;
using Blocks = std::vector<Block>;

/// Start is left, or right in a language written from right to left.
enum class Align { Start, Centre, End, Justify };

struct Heading {
    int level = 1; ///< 1 to 4; the paper's own title stands above level 1
    Runs runs;
};

struct Paragraph {
    enum class Kind {
        Normal,
        Small, ///< 9 points
        Quiet, ///< in grey
        Lead,  ///< 13 points
        Fine   ///< 6 points: what a machine reads, or a person letter by letter
    };
    Runs runs;
    Align align = Align::Start;
    Kind kind = Kind::Normal;
};

struct Fact {
    Runs label;
    Blocks value;
};

/// Labels in one column, values in another.
struct Facts {
    std::vector<Fact> rows;
};

/// A frame with round corners around blocks; not cut between pages unless it is taller than one.
struct Box {
    Runs title; ///< may be empty
    Blocks blocks;
};

struct List {
    enum class Marker { Bullet, Dash, Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman, None };
    Marker marker = Marker::Bullet;
    int start = 1; ///< the first item's number
    std::vector<Blocks> items;
};

enum class VerticalAlign { Top, Middle, Bottom };
enum class Shade { None, Head, Light };

/// Which sides of a cell have a line.
struct Edges {
    bool top = false;
    bool right = false;
    bool bottom = false;
    bool left = false;
};

struct Cell {
    Blocks blocks;
    int columns = 1;            ///< colspan; taken as 1 where less, cut where it runs out of the table
    int rows = 1;               ///< rowspan within its part (head, body, foot); likewise
    Align align = Align::Start; ///< of the paragraphs that are at Start themselves
    VerticalAlign verticalAlign = VerticalAlign::Top;
    bool heading = false; ///< a row's or column's head (th): bold
    Shade shade = Shade::None;
    std::optional<Edges> edges; ///< instead of the table's lines
};

struct Row {
    std::vector<Cell> cells;
};

/// Columns are as wide as CSS `table-layout: auto` makes them. The head is repeated on each page that the table runs
/// over; the foot stands once, at the end.
struct Table {
    enum class Lines { None, Rows, Grid };
    Runs caption; ///< above the table; may be empty
    std::vector<Row> head;
    std::vector<Row> body;
    std::vector<Row> foot;
    Lines lines = Lines::Grid;
    /// Wishes, one a column: a share of the table's width from 0 to 1, 0 for automatic. May be shorter than the
    /// columns. Each column keeps what its longest word needs; where that leaves too little, wishes shrink together.
    std::vector<double> columnShares;
};

/// Decoded pixels, row after row without padding, 3 bytes (red, green, blue) each.
struct Raster {
    int width = 0;
    int height = 0;
    Bytes rgb;
};

/// A picture. A JPEG goes into the PDF as it is and is never decoded here: the preview shows `raster`, which
/// may be smaller in proportion, or a frame. A PNG is decoded here only where `raster` is not given: give it for what
/// comes from outside.
struct Image {
    std::shared_ptr<const Bytes> bytes; ///< PNG or JPEG; not null
    std::shared_ptr<const Raster> raster;
    double maxWidthMm = 0;   ///< 0: as wide as the column
    double maxHeightMm = 0;  ///< 0: as high as the page
    double dpi = 96;         ///< what the picture's own size means; it is made smaller to fit, never larger
    std::string alternative; ///< what it shows, in words; empty for an ornament
};

/// A QR code, error correction M, with its quiet zone, and blocks beside it (below it in the large layout).
struct QrCode {
    std::string text;   ///< at most 2300 bytes; smaller in the code's alphanumeric alphabet (0-9 A-Z space $%*+-./:)
    double sideMm = 42; ///< without the quiet zone
    Blocks beside;
};

/// Points on one scale from left to right, a row for each thing that is compared: ten dots that stand for all, or one
/// with the range that it may be in. Black and white say it all.
struct DotPlot {
    struct Row {
        std::string label;
        std::vector<double> dots; ///< those that would cover each other are stacked
        std::optional<std::pair<double, double>> range;
        std::string note;    ///< at the end of the row
        bool strong = false; ///< what the plot is about: black
    };
    std::vector<Row> rows;
    std::string scale; ///< what its numbers are
    /// What lies on either side of zero; where both are empty there is no more to zero than to any number.
    std::string before;
    std::string after;
    std::string alternative; ///< all of it in words
};

/// Values from column to column, a line for each thing that is compared, its name where it ends. The scale begins at 0.
struct LinePlot {
    struct Line {
        std::string label;
        std::vector<std::optional<double>> values; ///< one a column, 0 or more; none: the line is interrupted
        bool strong = false;
    };
    std::vector<std::string> columns;
    std::vector<Line> lines;
    std::string scale;
    std::string alternative;
};

struct TickBox {
    bool ticked = false;
    Runs text;
};

struct TickBoxes {
    std::vector<TickBox> boxes;
    int columns = 1;
};

/// An empty frame to sign in.
struct SignatureFrame {
    Runs caption; ///< what the signature means; inside the frame, at the top
    double widthMm = 85;
    double heightMm = 35;
};

/// A line to write on, or to part things.
struct Rule {
    bool dashed = false; ///< to be torn or cut along
};

struct Space {
    double heightMm = 4;
};

struct PageBreak {};

/// Pages of somebody else's PDF, each scaled onto a page of its own above our footer. The file is not opened here: its
/// pages were counted where it is safe to do so (pdf_assembly.h, inspectPdf).
struct ForeignPages {
    std::shared_ptr<const Bytes> pdf; ///< not null
    int pageCount = 0;                ///< 1 or more, as inspected
    std::vector<bool> sideways;       ///< pages that are wider than high; may be shorter than the pages
    std::string alternative;          ///< what it is, in words ("Compte rendu, 3 pages")
};

/// What somebody wrote in another language than the paper's: set as a paper in that language would be, from the right
/// where it is written so.
struct Passage {
    std::string language; ///< BCP 47
    Blocks blocks;
};

struct Block {
    std::variant<Paragraph, Heading, Facts, Box, List, Table, Image, QrCode, TickBoxes, SignatureFrame, Rule, Space,
                 PageBreak, ForeignPages, Passage, DotPlot, LinePlot>
        content;
    /// Left out of the paper's digest: the seal is made from the digest and printed on the paper.
    bool partOfSeal = false;
};

/// A file inside the PDF, as `receipt.json`.
struct Attachment {
    std::string name; ///< plain file name
    std::string mediaType;
    Bytes bytes;
    std::string description;
};

/// What every page carries below its text.
struct Footer {
    std::string left;
    std::string centre;
    std::string page = "page {} / {}"; ///< the page's number and the paper's pages, in that order
    Runs note; ///< full width above these, on every page ("copy made at the counter…"); may be empty
};

/// In sRGB, each from 0 to 1.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    bool operator==(const Colour &) const = default;
};

/// What a paper is set on: A4, unless it hangs on a wall, is folded, or is shown on a screen.
struct Sheet {
    double widthMm = 210; ///< of the page as it is read
    double heightMm = 297;
    double sideMm = 20;           ///< left blank on the left and on the right
    double topMm = 12;            ///< above the header
    double bottomMm = 10;         ///< below the footer
    double magnification = 1;     ///< of the type, and of all that is measured by it: 2.5 sets the body in 27.5 points
    std::optional<Colour> accent; ///< of the title and the headings; none: black
    /// What a printer is asked for: one side; both, turned as a book, or over the short edge, as what lies on its side.
    enum class Sides : std::uint8_t { One, LongEdge, ShortEdge };
    Sides sides = Sides::One;
    bool operator==(const Sheet &) const = default;
};

struct Paper {
    std::string title;           ///< printed as the first heading, and the PDF's title: never a person's name
    std::string reference;       ///< printed beside the title, or under it where there is no room; may be empty
    std::string language = "fr"; ///< BCP 47; "ar", "he" and the like are set from right to left
    std::string templateName;
    std::string templateEdition;
    std::vector<Runs> headerStart; ///< lines at the top of page 1: who issues it
    std::vector<Runs> headerEnd;   ///< facing them: where, when, by whom
    /// Lines that show through the window of an envelope (DL, on the right), in the body's size: on page 1, 110 mm from
    /// its left edge and 48 mm from its top one, or below the header where that is taller; the title comes after the
    /// window. Empty: none. No part of the paper's digest, nor is it kept.
    std::vector<Runs> addressee;
    Runs running; ///< at the top of pages 2 and on, after the title: the person, the date
    bool showTitle = true;
    Footer footer;
    std::string author; ///< the PDF's author: the agency
    /// Words across each page, over everything but QR codes, in hollow letters that leave what is under them legible
    /// and are still there on a black-and-white copy; drawn, so that no reader of text takes them for the paper's.
    /// Empty: none. No part of what the paper says: neither its digest nor what is kept of it has it.
    std::string mark;
    /// No part of what the paper says either, nor is it kept: what is kept is printed on A4.
    Sheet sheet;
    /// Lines at 3, 5 and 10 mm from each edge, with their numbers: what a printer cuts off is seen. No part of what the
    /// paper says either.
    bool edgeMarks = false;
    std::string created; ///< RFC 3339, when the paper was made; the PDF's dates come from here, never from a clock
    Blocks blocks;
    std::vector<Attachment> attachments;
};

/// True for "ar", "he-IL" and the like.
[[nodiscard]] bool isRightToLeft(std::string_view language);
/// Text that may be written from right to left, so that what stands around it keeps its order (Unicode TR 9, isolates);
/// other text as it is. Isolates of its own that don't match are left out.
[[nodiscard]] std::string isolated(std::string_view text);

/// `{{"text"}}` and `text("…")`: the common cases, short.
[[nodiscard]] Runs plain(std::string text);
[[nodiscard]] Run bold(std::string text);
[[nodiscard]] Run italic(std::string text);
[[nodiscard]] Block text(std::string text);
[[nodiscard]] Block text(Runs runs);
[[nodiscard]] Block heading(int level, std::string text);
[[nodiscard]] Fact fact(std::string label, std::string value);
[[nodiscard]] Fact fact(std::string label, Runs value);

/// The blocks as deterministic JSON: members in alphabetical order, those at their default left out (a member that is
/// added later changes no older digest), no white space, strings escaped as RFC 8785 says, millimetres and shares as
/// whole thousandths, images and PDFs as the SHA-256 of their bytes. A block is `{"type":"paragraph",…}`.
[[nodiscard]] std::string canonicalBlocks(const Blocks &blocks, bool withSeal = true);

/// SHA-256 of `{"blocks":[…],"edition":"…","language":"…","template":"…"}`, the blocks without those that are
/// `partOfSeal` (at any depth). The same digest means that the same was printed.
[[nodiscard]] Digest digestOf(const Paper &paper);

} // namespace guichet::printing
