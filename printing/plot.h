// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/builder.h"

#include <vector>

/// Plots become what is drawn.
namespace guichet::printing {

/// A drawing `width` points wide.
struct DrawnPlot {
    double height = 0;
    std::vector<Op> ops;
};
/// No higher than `mostHeight`: its rows are parted where they are, each part with the whole plot's scale.
[[nodiscard]] std::vector<DrawnPlot> drawPlot(Builder &builder, const DotPlot &plot, double width, double mostHeight);
[[nodiscard]] DrawnPlot drawPlot(Builder &builder, const LinePlot &plot, double width);

} // namespace guichet::printing
