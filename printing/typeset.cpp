// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/typeset.h"

#include "base/text.h"
#include "printing/fonts.h"

#include <glib.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace guichet::printing {
namespace {

constexpr int kLongestWord = 45;        ///< characters; a longer one is broken anywhere
constexpr double kWidestWord = 24;      ///< times its size; likewise
constexpr int kBrokenWord = 10;         ///< characters of such a word that a column has room for at least
constexpr int kLongestUnbroken = 4'000; ///< characters without a space that Pango is given in one piece
constexpr int kLongestParagraph = 40'000;

double points(int pangoUnits) { return static_cast<double>(pangoUnits) / PANGO_SCALE; }
int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

class Attributes {
public:
    Attributes() : list_(pango_attr_list_new()) {}
    ~Attributes() { pango_attr_list_unref(list_); }
    Attributes(const Attributes &) = delete;
    Attributes &operator=(const Attributes &) = delete;

    void add(PangoAttribute *attribute, std::size_t begin, std::size_t end) {
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_insert(list_, attribute);
    }
    [[nodiscard]] PangoAttrList *get() const { return list_; }

private:
    PangoAttrList *list_;
};

/// What stands within « and » begins and ends beside its mark. (Unicode's own rules, which Pango follows, keep : ; ? !
/// with the word before them, spaces or not.)
void tieQuotes(std::string_view text, Attributes &attributes) {
    const auto tie = [&](std::size_t first, std::size_t last) {
        const std::size_t end = static_cast<std::size_t>(g_utf8_next_char(text.data() + last) - text.data());
        attributes.add(pango_attr_allow_breaks_new(FALSE), first, end);
    };
    constexpr std::string_view kOpening = "« ";
    constexpr std::string_view kClosing = " »";
    for (std::size_t at = text.find(kOpening); at != std::string_view::npos; at = text.find(kOpening, at + 1)) {
        if (at + kOpening.size() < text.size()) {
            tie(at, at + kOpening.size());
        }
    }
    for (std::size_t at = text.find(kClosing); at != std::string_view::npos; at = text.find(kClosing, at + 1)) {
        if (at > 0) {
            const char *before = g_utf8_find_prev_char(text.data(), text.data() + at);
            tie(static_cast<std::size_t>(before - text.data()), at + 1);
        }
    }
}

} // namespace

std::string cleanText(std::string_view text) {
    const std::string valid = toValidUtf8(text);
    std::string out;
    out.reserve(valid.size());
    int unbroken = 0;
    int paragraph = 0;
    const char *next = nullptr;
    for (const char *at = valid.data(); at < valid.data() + valid.size(); at = next) {
        const gunichar character = g_utf8_get_char(at);
        next = g_utf8_next_char(at);
        if (character == '\r') {
            if (*next != '\n') {
                out += '\n';
            }
            unbroken = paragraph = 0;
        } else if (character == '\n' || character == 0x2028 || character == 0x2029 || character == 0x85) {
            out += '\n';
            unbroken = paragraph = 0;
        } else if (character == '\t') {
            out += ' ';
            unbroken = 0;
        } else if (character < 0x20 || (character >= 0x7F && character < 0xA0)) {
            out += "\xEF\xBF\xBD";
        } else if (character >= 0x202A && character <= 0x202E) {
            continue;
        } else {
            out.append(at, next);
            ++paragraph;
            unbroken = character == ' ' ? 0 : unbroken + 1;
            if (unbroken == kLongestUnbroken || (paragraph >= kLongestParagraph && character == ' ')) {
                out += '\n';
                unbroken = paragraph = 0;
            }
        }
    }
    return out;
}

void Text::Unref::operator()(PangoLayout *layout) const { g_object_unref(layout); }

Text::Text(PangoContext *context, const Runs &runs, const TextStyle &style, std::string_view language, bool rightToLeft)
    : layout_(pango_layout_new(context)), style_(style), rightToLeft_(rightToLeft) {
    std::string text;
    Attributes attributes;
    for (const Run &run : runs) {
        const std::size_t begin = text.size();
        text += cleanText(run.text);
        const std::size_t end = text.size();
        if (begin == end) {
            continue;
        }
        const bool bold = run.bold != style.bold && run.bold; // a bold paragraph has no lighter runs
        if (bold) {
            attributes.add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
        }
        if (run.italic != style.italic) {
            attributes.add(pango_attr_style_new(run.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL), begin, end);
        }
        if (run.underline) {
            attributes.add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), begin, end);
        }
        if (run.strike) {
            attributes.add(pango_attr_strikethrough_new(TRUE), begin, end);
        }
        if (run.monospace) {
            attributes.add(pango_attr_family_new(Fonts::kMonospace), begin, end);
        }
        constexpr double kLarge = 1.5;
        double size = run.small ? style.smallSize : run.large ? style.size * kLarge : style.size;
        if (run.script != Script::Normal) {
            attributes.add(pango_attr_rise_new(units(size * (run.script == Script::Superscript ? 0.35 : -0.15))), begin,
                           end);
            size *= style.shrinkScripts ? 0.68 : 1;
        }
        if (size != style.size) {
            attributes.add(pango_attr_size_new(units(size)), begin, end);
        }
        if (run.large) { // its font is taller: the lines stay as far apart
            attributes.add(pango_attr_line_height_new_absolute(units(size)), begin, end);
        }
        if (!run.language.empty()) {
            attributes.add(pango_attr_language_new(pango_language_from_string(run.language.c_str())), begin, end);
        }
        if (!run.link.empty()) {
            links_.push_back({run.link, static_cast<int>(begin), static_cast<int>(end)});
        }
    }
    if (!language.empty()) {
        // Inserted first, so that a run's own language comes after and wins.
        PangoAttribute *attribute = pango_attr_language_new(pango_language_from_string(std::string(language).c_str()));
        attribute->start_index = 0;
        attribute->end_index = static_cast<guint>(text.size());
        pango_attr_list_insert_before(attributes.get(), attribute);
    }
    // A word that must be broken gets no hyphen that nobody wrote.
    attributes.add(pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    tieQuotes(text, attributes);
    if (style.letterSpacing > 0) {
        attributes.add(pango_attr_letter_spacing_new(units(style.letterSpacing)), 0, text.size());
    }

    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, Fonts::kText);
    pango_font_description_set_size(font, units(style.size));
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout_.get(), font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_attributes(layout_.get(), attributes.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
}

Text::~Text() = default;

const Widths &Text::measured() {
    if (widths_) {
        return *widths_;
    }
    breakAt(-1);
    Widths &measured = widths_.emplace();
    // Advance widths by the byte at which each cluster begins.
    const char *text = pango_layout_get_text(layout_.get());
    std::vector<int> widths(std::char_traits<char>::length(text) + 1);
    const int lineCount = pango_layout_get_line_count(layout_.get());
    for (int i = 0; i < lineCount; ++i) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout_.get(), i);
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        measured.most = std::max(measured.most, points(logical.width));
        for (GSList *node = line->runs; node != nullptr; node = node->next) {
            const auto *run = static_cast<const PangoGlyphItem *>(node->data);
            for (int glyph = 0; glyph < run->glyphs->num_glyphs; ++glyph) {
                const int at = run->item->offset + run->glyphs->log_clusters[glyph];
                widths[static_cast<std::size_t>(at)] += run->glyphs->glyphs[glyph].geometry.width;
            }
        }
    }
    int attributeCount = 0;
    const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(layout_.get(), &attributeCount);
    int piece = 0; // its width, spaces at its end included
    int inked = 0; // without them
    int characters = 0;
    const auto endPiece = [&] {
        const bool broken = characters > kLongestWord || points(inked) > kWidestWord * style_.size;
        const double share = broken ? std::min(1.0, static_cast<double>(kBrokenWord) / characters) : 1;
        measured.least = std::max(measured.least, points(inked) * share);
        piece = inked = characters = 0;
    };
    int index = 0;
    for (const char *at = text; *at != '\0' && index < attributeCount; at = g_utf8_next_char(at), ++index) {
        if (index > 0 && attributes[index].is_line_break != 0) {
            endPiece();
        }
        piece += widths[static_cast<std::size_t>(at - text)];
        ++characters;
        if (attributes[index].is_white == 0) {
            inked = piece;
        }
    }
    endPiece();
    return measured;
}

void Text::breakAt(double width) {
    if (width == broken_) {
        return;
    }
    broken_ = width;
    // A thousandth over, so that a column as wide as its longest word holds it whatever was rounded.
    pango_layout_set_width(layout_.get(), width < 0 ? -1 : std::max(units(1), units(width + 0.02)));
    pango_layout_set_justify(layout_.get(), width >= 0 && style_.align == Align::Justify ? TRUE : FALSE);
}

void Text::measureLines(double width) {
    lines_.clear();
    const int count = pango_layout_get_line_count(layout_.get());
    lines_.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout_.get(), i);
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        Line measured;
        measured.ascent = points(-logical.y);
        measured.descent = points(logical.height + logical.y);
        if (rightToLeft_) {
            // Arabic's own line is 2.1 times its size, Latin's 1.4: one height for both, or they stand askew side by
            // side. Marks above and below letters have room in this one.
            measured.ascent = style_.size * 1.2;
            measured.descent = style_.size * 0.55;
        }
        measured.width = points(logical.width);
        const double room = std::max(0.0, width - measured.width);
        switch (style_.align) {
        case Align::Centre: measured.x = room / 2; break;
        case Align::End: measured.x = rightToLeft_ ? 0 : room; break;
        case Align::Start:
        case Align::Justify: measured.x = rightToLeft_ ? room : 0; break;
        }
        lines_.push_back(measured);
    }
}

void Text::wrap(double width) {
    constexpr double kRounding = 0.01;
    breakAt(widths_ && widths_->most <= width + kRounding ? -1 : width);
    measureLines(width);
}

double Text::height() const {
    double height = 0;
    for (const Line &line : lines_) {
        height += line.height();
    }
    return height;
}

PangoLayoutLine *Text::line(std::size_t index) const {
    return pango_layout_get_line_readonly(layout_.get(), static_cast<int>(index));
}

std::vector<Text::Stretch> Text::linksOn(std::size_t index) const {
    std::vector<Stretch> stretches;
    if (links_.empty()) {
        return stretches;
    }
    PangoLayoutLine *on = line(index);
    for (const Link &link : links_) {
        const int begin = std::max(link.begin, on->start_index);
        const int end = std::min(link.end, on->start_index + on->length);
        if (begin >= end) {
            continue;
        }
        int *ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(on, begin, end, &ranges, &count);
        // Ranges are from the layout's edge; the first thing on the line stands at its own offset there.
        int *whole = nullptr;
        int wholeCount = 0;
        pango_layout_line_get_x_ranges(on, on->start_index, on->start_index + on->length, &whole, &wholeCount);
        const int origin = wholeCount > 0 ? whole[0] : 0;
        for (int i = 0; i < count; ++i) {
            stretches.push_back({points(ranges[static_cast<std::ptrdiff_t>(2) * i] - origin),
                                 points(ranges[static_cast<std::ptrdiff_t>(2) * i + 1] - origin), link.target});
        }
        g_free(ranges);
        g_free(whole);
    }
    return stretches;
}

} // namespace guichet::printing
