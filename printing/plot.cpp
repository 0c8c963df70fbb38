// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/plot.h"

#include "printing/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>

namespace guichet::printing {
namespace {

constexpr double kGridGrey = 0.85;
constexpr double kOtherGrey = 0.35; ///< of what stands beside what the plot is about
constexpr double kHairline = 0.6;
constexpr int kLeastMarks = 3; // what spans zero needs as many
constexpr int kMostMarks = 9;
constexpr double kHighestStack = 12; ///< of dots, in sizes of the type

/// What the plots have in common: words at a place, and the style that they are set in.
class Canvas {
public:
    explicit Canvas(Builder &builder) : builder_(builder), size_(builder.scaled(9)) {}

    [[nodiscard]] double size() const { return size_; }
    [[nodiscard]] std::shared_ptr<Text> text(const std::string &words, double width, bool bold = false) const {
        TextStyle style = builder_.style(size_);
        style.bold = bold;
        std::shared_ptr<Text> text = builder_.text(plain(words), style);
        text->wrap(width);
        return text;
    }
    /// As wide as the widest, up to `most`.
    [[nodiscard]] double widthOf(const std::vector<std::string> &all, double most) const {
        double width = 0;
        for (const std::string &words : all) {
            width = std::max(width, words.empty() ? 0 : text(words, most, true)->maxWidth());
        }
        return std::min(width, most);
    }
    /// Lines from `top` on, each at `x` plus `share` of the room that it leaves of `width`.
    void put(const std::shared_ptr<Text> &words, double x, double top, double width, double share) {
        double y = top;
        for (std::size_t i = 0; i < words->lines().size(); ++i) {
            const Text::Line &line = words->lines()[i];
            ops.emplace_back(TextOp{words, i, x + (width - line.width) * share, y + line.ascent});
            y += line.height();
        }
    }
    void line(double x1, double y1, double x2, double y2, double thickness, double grey, bool dashed = false) {
        ops.emplace_back(LineOp{x1, y1, x2, y2, thickness, grey, dashed});
    }
    void mark(std::size_t kind, double x, double y, double radius, double grey) {
        ops.emplace_back(DotOp{x, y, radius, grey, kind % 2 == 0, kind % 4 >= 2});
    }

    std::vector<Op> ops;

private:
    Builder &builder_;
    double size_;
};

DrawnPlot drawRows(Builder &builder, const DotPlot &plot, const std::span<const DotPlot::Row> &part, double width) {
    Canvas canvas(builder);
    const double size = canvas.size();
    const double gap = size * 0.8;
    const double radius = size * 0.42;
    std::vector<std::string> labels;
    std::vector<std::string> notes;
    double least = 0;
    double greatest = 0;
    for (const DotPlot::Row &row : plot.rows) {
        labels.push_back(row.label);
        notes.push_back(row.note);
        const auto take = [&](double value) {
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        };
        std::ranges::for_each(row.dots, take);
        if (row.range) {
            take(row.range->first);
            take(row.range->second);
        }
    }
    const double labelWidth = canvas.widthOf(labels, width * 0.3);
    const double noteWidth = canvas.widthOf(notes, width * 0.3);
    const double left = labelWidth + gap + radius;
    const double right = width - (noteWidth > 0 ? noteWidth + gap : 0) - radius;
    constexpr double kBetween = 3; // sizes of the type, from mark to mark
    const auto marks = static_cast<int>((right - left) / (size * kBetween));
    const Scale scale = roundScale(least, greatest, std::clamp(marks, kLeastMarks, kMostMarks));
    const auto place = [&](double value) {
        return left + (right - left) * (value - scale.from) / (scale.to - scale.from);
    };

    double y = 0;
    if (!plot.before.empty() || !plot.after.empty()) {
        const double zero = place(0);
        const auto before = canvas.text(plot.before, std::max(1.0, zero - gap / 2));
        const auto after = canvas.text(plot.after, std::max(1.0, width - zero - gap / 2));
        canvas.put(before, 0, 0, zero - gap / 2, 1);
        canvas.put(after, zero + gap / 2, 0, width - zero - gap / 2, 0);
        y = std::max(before->height(), after->height()) + gap / 2;
    }
    const double top = y;
    std::vector<Op> rows; // over the grid
    std::swap(rows, canvas.ops);
    for (const DotPlot::Row &row : part) {
        const auto label = canvas.text(row.label, labelWidth, row.strong);
        const auto note = canvas.text(row.note, std::max(1.0, noteWidth), row.strong);
        std::vector<double> places;
        std::ranges::transform(row.dots, std::back_inserter(places), place);
        const DotStack stack = stackDots(std::move(places), 2 * radius);
        const auto levels = static_cast<double>(stack.levels);
        const double up = std::min(2 * radius, size * kHighestStack / levels); // else they cover each other
        const double height = std::max({label->height(), note->height(), up * levels}) + gap;
        const double middle = y + height / 2;
        const double bottom = middle + up / 2 * (levels - 1);
        canvas.put(label, 0, middle - label->height() / 2, labelWidth, 0);
        if (noteWidth > 0) {
            canvas.put(note, width - noteWidth, middle - note->height() / 2, noteWidth, 0);
        }
        const double grey = row.strong ? 0 : kOtherGrey;
        if (row.range) {
            const double low = place(row.range->first);
            const double high = place(row.range->second);
            canvas.line(low, middle, high, middle, 1.2, grey);
            for (const double end : {low, high}) {
                canvas.line(end, middle - radius * 0.8, end, middle + radius * 0.8, 1.2, grey);
            }
        }
        for (const auto &[x, level] : stack.dots) {
            canvas.mark(row.strong ? 0 : 1, x, bottom - up * static_cast<double>(level), radius * 0.92, grey);
        }
        y += height;
    }
    std::swap(rows, canvas.ops);
    for (const double value : scale.marks()) {
        const bool zero = value == 0 && scale.from < 0;
        canvas.line(place(value), top, place(value), y, zero ? 1.0 : kHairline, zero ? 0 : kGridGrey);
        const auto label = canvas.text(decimalNumber(value, builder.language()), width);
        canvas.put(label, place(value) - width / 2, y + gap / 4, width, 0.5);
    }
    canvas.ops.insert(canvas.ops.end(), rows.begin(), rows.end());
    const auto unit = canvas.text(plot.scale, width);
    y += gap / 4 + unit->height();
    canvas.put(unit, left, y, right - left, 1);
    return {y + unit->height(), std::move(canvas.ops)};
}

} // namespace

std::vector<DrawnPlot> drawPlot(Builder &builder, const DotPlot &plot, double width, double mostHeight) {
    std::vector<DrawnPlot> parts;
    const std::span<const DotPlot::Row> all(plot.rows);
    for (std::size_t first = 0; first == 0 || first < all.size();) {
        std::size_t count = all.size() - first;
        DrawnPlot drawn = drawRows(builder, plot, all.subspan(first, count), width);
        while (count > 1 && drawn.height > mostHeight) {
            count = (count + 1) / 2;
            drawn = drawRows(builder, plot, all.subspan(first, count), width);
        }
        parts.push_back(std::move(drawn));
        first += std::max<std::size_t>(count, 1);
    }
    return parts;
}

DrawnPlot drawPlot(Builder &builder, const LinePlot &plot, double width) {
    Canvas canvas(builder);
    const double size = canvas.size();
    const double gap = size * 0.8;
    const double radius = size * 0.36;
    double greatest = 0;
    std::vector<std::string> labels;
    for (const LinePlot::Line &line : plot.lines) {
        labels.push_back(line.label);
        for (const auto &value : line.values) {
            greatest = std::max(greatest, value.value_or(0));
        }
    }
    constexpr int kMarks = 6;
    const Scale scale = roundScale(0, greatest, kMarks);
    std::vector<std::string> marks;
    for (const double value : scale.marks()) {
        marks.push_back(decimalNumber(value, builder.language()));
    }
    const double markWidth = canvas.widthOf(marks, width);
    const double labelWidth = canvas.widthOf(labels, width * 0.3);
    const auto unit = canvas.text(plot.scale, width);
    canvas.put(unit, 0, 0, width, 0);
    const double top = unit->height() + gap;
    const double height = size * 14;
    const double left = markWidth + gap + radius;
    const double right = width - labelWidth - gap - radius;
    const auto down = [&](double value) { return top + height * (1 - value / scale.to); };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double y = down(scale.marks()[i]);
        canvas.line(left - radius, y, right + radius, y, kHairline, i == 0 ? 0 : kGridGrey);
        const auto label = canvas.text(marks[i], width);
        canvas.put(label, 0, y - label->height() / 2, markWidth, 1);
    }
    const std::size_t columns = plot.columns.size();
    const double apart = columns > 1 ? (right - left) / static_cast<double>(columns - 1) : 0;
    const auto across = [&](std::size_t column) { return left + apart * static_cast<double>(column); };
    const double columnWidth = canvas.widthOf(plot.columns, width);
    const auto every = static_cast<std::size_t>(apart > 0 ? std::max(1.0, std::ceil((columnWidth + gap) / apart)) : 1);
    double foot = 0;
    for (std::size_t column = 0; column < columns; column += every) {
        const auto label = canvas.text(plot.columns[column], width);
        canvas.put(label, across(column) - width / 2, top + height + gap / 2, width, 0.5);
        foot = std::max(foot, label->height());
    }
    // A line's name stands where the line ends, and none on another.
    std::vector<std::pair<double, std::size_t>> ends;
    for (std::size_t i = 0; i < plot.lines.size(); ++i) {
        const LinePlot::Line &line = plot.lines[i];
        const double grey = line.strong ? 0 : kOtherGrey;
        std::optional<std::pair<double, double>> before;
        std::optional<double> last;
        for (std::size_t column = 0; column < std::min(columns, line.values.size()); ++column) {
            const auto &value = line.values[column];
            if (!value) {
                before.reset(); // no line over what is not known
                continue;
            }
            const std::pair here{across(column), down(*value)};
            if (before) {
                canvas.line(before->first, before->second, here.first, here.second, line.strong ? 1.8 : 1, grey,
                            i >= 2);
            }
            before = here;
            last = here.second;
        }
        for (std::size_t column = 0; column < std::min(columns, line.values.size()); ++column) {
            if (const auto &value = line.values[column]) {
                canvas.mark(i, across(column), down(*value), radius, grey);
            }
        }
        if (last) {
            ends.emplace_back(*last, i);
        }
    }
    std::ranges::sort(ends);
    double free = -std::numeric_limits<double>::infinity();
    for (const auto &[y, i] : ends) {
        const auto label = canvas.text(plot.lines[i].label, labelWidth, plot.lines[i].strong);
        const double at = std::max(free, y - label->height() / 2);
        canvas.put(label, width - labelWidth, at, labelWidth, 0);
        free = at + label->height();
    }
    return {std::max(top + height + gap / 2 + foot, free), std::move(canvas.ops)};
}

} // namespace guichet::printing
