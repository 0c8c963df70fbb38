// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/paper.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using PangoContext = struct _PangoContext;
using PangoLayout = struct _PangoLayout;
using PangoLayoutLine = struct _PangoLayoutLine;

/// Runs of text as measured lines. Everything here is in points, y downwards.
namespace guichet::printing {

/// How a paragraph is set; its runs add to it.
struct TextStyle {
    double size = 11;
    double smallSize = 9; ///< of runs marked `small`
    bool bold = false;
    bool italic = false;
    double grey = 0;          ///< 0 black, 1 white
    bool accent = false;      ///< in the page's colour, where it has one
    double letterSpacing = 0; ///< points
    Align align = Align::Start;
    bool shrinkScripts = true; ///< super- and subscripts smaller than their line
};

/// Text as it can be set: valid UTF-8, `\r\n` and the separators U+2028 and U+2029 as `\n`, a tab as a space, other
/// control characters as U+FFFD, and no embedding or override of the direction of writing (it would show something else
/// than it says, and one without an end would turn what follows). A word of thousands of characters is parted, so that
/// no input takes more than linear time.
[[nodiscard]] std::string cleanText(std::string_view text);

/// The least width in which no word is broken, and the width on one line. Points.
struct Widths {
    double least = 0;
    double most = 0;
};

class Text {
public:
    struct Line {
        double ascent = 0;
        double descent = 0;
        double width = 0;
        double x = 0; ///< where it starts, for its alignment
        [[nodiscard]] double height() const { return ascent + descent; }
    };
    struct Link {
        std::string target;
        int begin = 0; ///< bytes of the whole text
        int end = 0;
    };

    /// `language` and `rightToLeft` are the paper's.
    Text(PangoContext *context, const Runs &runs, const TextStyle &style, std::string_view language, bool rightToLeft);
    ~Text();
    Text(const Text &) = delete;
    Text &operator=(const Text &) = delete;

    /// The longest piece that can't be broken between words. A piece of more than 45 characters (a digest, an
    /// address), or wider than 24 times its size, is no word: it is broken anywhere, and asks for no more than 10 of
    /// its characters.
    [[nodiscard]] double minWidth() { return measured().least; }
    /// On one line.
    [[nodiscard]] double maxWidth() { return measured().most; }

    /// Breaks the lines at this width: between words, and inside a word only where the word alone is wider. Text whose
    /// width nobody asked before is shaped but once.
    void wrap(double width);

    /// None before wrap().
    [[nodiscard]] const std::vector<Line> &lines() const { return lines_; }
    [[nodiscard]] double height() const;
    [[nodiscard]] PangoLayoutLine *line(std::size_t index) const;
    [[nodiscard]] const TextStyle &style() const { return style_; }
    /// Horizontal stretches of a line that are links: from, to (from the line's own start), target.
    struct Stretch {
        double from;
        double to;
        std::string target;
    };
    [[nodiscard]] std::vector<Stretch> linksOn(std::size_t index) const;

private:
    const Widths &measured();
    void breakAt(double width);
    void measureLines(double width);

    struct Unref {
        void operator()(PangoLayout *layout) const;
    };
    std::unique_ptr<PangoLayout, Unref> layout_;
    TextStyle style_;
    bool rightToLeft_;
    std::vector<Link> links_;
    std::vector<Line> lines_;
    std::optional<Widths> widths_; ///< when they were asked for
    double broken_ = -1;           ///< the width that Pango breaks it at; negative: none
};

} // namespace guichet::printing
