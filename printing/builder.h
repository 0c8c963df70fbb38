// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/flow.h"
#include "printing/fonts.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Blocks become measured nodes.
namespace guichet::printing {

/// What blocks take from where they stand.
struct Surroundings {
    double size = 11; ///< of normal text
    Align align = Align::Start;
    bool bold = false;
    int depth = 0;
    bool top = false; ///< directly on the page: a table may turn it on its side
};

/// What the pages are like; the same for a whole paper. Points.
struct PageFrame {
    double width = 0;          ///< of the text, upright
    double height = 0;         ///< of the text on a page without the paper's header, upright
    double landscapeWidth = 0; ///< the same on its side
    double landscapeHeight = 0;
};

/// Nodes that share pages, or a foreign PDF's pages.
struct Section {
    Flow flow;
    bool landscape = false;
    std::optional<ForeignPages> foreign;
};

class Builder {
public:
    Builder(Fonts &fonts, Layout layout, std::string language, const PageFrame &frame);

    /// The top level: cut where a page must end (page breaks, tables on their side, foreign pages). `opening` comes
    /// first on the first page. Error: NotPrintable.
    [[nodiscard]] Result<std::vector<Section>> sections(const Blocks &blocks, Flow opening);

    [[nodiscard]] Flow flow(const Blocks &blocks, double width, const Surroundings &around);
    [[nodiscard]] Widths widths(const Blocks &blocks, const Surroundings &around);

    [[nodiscard]] std::shared_ptr<Text> text(const Runs &runs, const TextStyle &style);
    [[nodiscard]] const std::string &language() const { return language_; }
    [[nodiscard]] bool rightToLeft() const { return rightToLeft_; }
    [[nodiscard]] bool large() const { return large_; }
    [[nodiscard]] const PageFrame &frame() const { return frame_; }
    [[nodiscard]] double bodySize() const { return large_ ? 18 : 11; }
    /// A size of the standard layout, as this layout has it: nothing under 18 in the large one.
    [[nodiscard]] double scaled(double standardSize) const;
    [[nodiscard]] TextStyle style(double size) const;
    /// Where something `width` wide stands that is `x` from the start of a line `room` long.
    [[nodiscard]] double mirrored(double x, double width, double room) const {
        return rightToLeft_ ? room - x - width : x;
    }

    /// Text is in this language while it lives.
    class InLanguage {
    public:
        InLanguage(Builder &builder, std::string language);
        ~InLanguage();
        InLanguage(const InLanguage &) = delete;
        InLanguage &operator=(const InLanguage &) = delete;

    private:
        Builder &builder_;
        std::string outer_;
    };

private:
    friend class BlockBuilder;
    friend class TableBuilder;

    std::optional<Error> error_; ///< the first
    Fonts &fonts_;
    bool large_;
    bool rightToLeft_;
    std::string language_;
    PageFrame frame_;
    std::vector<ForeignPages> deferred_; ///< found inside other blocks; their pages come after
    bool landscape_ = false;             ///< the table just built wants its page on its side
};

/// A table's nodes at this width: one, or one for each part that it must be cut into. Sets `landscape` where it is
/// allowed and needed.
[[nodiscard]] std::vector<std::unique_ptr<Node>> buildTable(Builder &builder, const Table &table, double width,
                                                            const Surroundings &around, bool &landscape);
[[nodiscard]] Widths tableWidths(Builder &builder, const Table &table, const Surroundings &around);

/// Opens a PNG or JPEG as Image says. Error: NotPrintable.
struct OpenedPicture {
    std::shared_ptr<const Picture> picture;
    int width = 0;
    int height = 0;
};
[[nodiscard]] Result<OpenedPicture> openPicture(const Image &image);

/// Error: NotPrintable (too long).
[[nodiscard]] Result<std::shared_ptr<const QrModules>> makeQrCode(const std::string &text);

} // namespace guichet::printing
