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

template <class T>
void Look::set(T &field, T value) {
    if (field != value) {
        field = value;
        emit changed();
    }
}

void Look::setScheme(Scheme scheme) { set(scheme_, scheme); }

void Look::setTextPercent(int percent) { set(textPercent_, std::clamp(percent, kLeastPercent, kMostPercent)); }

QList<int> Look::sizes() {
    QList<int> all;
    for (int percent = kLeastPercent; percent <= kMostPercent; percent += kStepPercent) {
        all.push_back(percent);
    }
    return all;
}

void Look::setStill(bool still) { set(still_, still); }

void Look::setMirrored(bool mirrored) { set(mirrored_, mirrored); }

void Look::setScreen(double pixelsPerInch, QSizeF pixels) {
    double density = 1;
    if (pixelsPerInch >= kLeastBelievable && pixelsPerInch <= kMostBelievable) {
        const double room = std::min(std::max(pixels.width(), pixels.height()) / kLongSide,
                                     std::min(pixels.width(), pixels.height()) / kShortSide);
        density = std::min(std::round(pixelsPerInch / kUnitsPerInch * kSteps), std::floor(room * kSteps)) / kSteps;
        density = std::clamp(density, 1.0, kMostDensity);
    }
    set(density_, density);
}

void Look::reset() {
    setScheme(Light);
    setTextPercent(kLeastPercent);
    setStill(false);
    setMirrored(false);
}

} // namespace guichet::ui
