// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/look.h"

#include <algorithm>
#include <cmath>

namespace guichet::ui {
namespace {

constexpr double kUnitsPerInch = 96;
constexpr double kLeastBelievable = 50;
constexpr double kMostBelievable = 400;
constexpr double kMostDensity = 2;
constexpr double kLongSide = 960;
constexpr double kShortSide = 600;
constexpr double kSteps = 8;

} // namespace

void Look::setScheme(Scheme scheme) {
    if (scheme_ != scheme) {
        scheme_ = scheme;
        emit changed();
    }
}

void Look::setTextPercent(int percent) {
    percent = std::clamp(percent, kLeastPercent, kMostPercent);
    if (textPercent_ != percent) {
        textPercent_ = percent;
        emit changed();
    }
}

void Look::setStill(bool still) {
    if (still_ != still) {
        still_ = still;
        emit changed();
    }
}

void Look::setMirrored(bool mirrored) {
    if (mirrored_ != mirrored) {
        mirrored_ = mirrored;
        emit changed();
    }
}

void Look::setScreen(double pixelsPerInch, QSizeF pixels) {
    double density = 1;
    if (pixelsPerInch >= kLeastBelievable && pixelsPerInch <= kMostBelievable) {
        const double room = std::min(std::max(pixels.width(), pixels.height()) / kLongSide,
                                     std::min(pixels.width(), pixels.height()) / kShortSide);
        density = std::min(std::round(pixelsPerInch / kUnitsPerInch * kSteps), std::floor(room * kSteps)) / kSteps;
        density = std::clamp(density, 1.0, kMostDensity);
    }
    if (density_ != density) {
        density_ = density;
        emit changed();
    }
}

void Look::reset() {
    setScheme(Light);
    setTextPercent(kLeastPercent);
    setStill(false);
    setMirrored(false);
}

} // namespace guichet::ui
