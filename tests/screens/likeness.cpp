// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace guichet::test {
namespace {

constexpr int kBits = 3; // that are dropped of each colour's eight
constexpr int kRadius = 4;
constexpr float kSigma = 1.5F;
constexpr float kMost = 12; // of 255, in any of the three colours
/// So many pixels of a reduced picture are no accident.
constexpr int kFew = 4;

/// One colour of a picture, row by row.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    [[nodiscard]] float at(int x, int y) const {
        const auto column = static_cast<std::size_t>(std::clamp(x, 0, width - 1));
        const auto row = static_cast<std::size_t>(std::clamp(y, 0, height - 1));
        return values[row * static_cast<std::size_t>(width) + column];
    }
};

Plane planeOf(const QImage &picture, int (*colour)(QRgb)) {
    Plane plane{picture.width(), picture.height(), {}};
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            plane.values.push_back(static_cast<float>(colour(picture.pixel(x, y))));
        }
    }
    return plane;
}

Plane blurred(const Plane &plane, int dx, int dy) {
    std::array<float, 2 * kRadius + 1> weights{};
    float sum = 0;
    for (int i = -kRadius; i <= kRadius; ++i) {
        const auto distance = static_cast<float>(i) / kSigma;
        sum += weights.at(static_cast<std::size_t>(i + kRadius)) = std::exp(-distance * distance / 2);
    }
    Plane made{plane.width, plane.height, {}};
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            float value = 0;
            for (int i = -kRadius; i <= kRadius; ++i) {
                value += weights.at(static_cast<std::size_t>(i + kRadius)) * plane.at(x + i * dx, y + i * dy);
            }
            made.values.push_back(value / sum);
        }
    }
    return made;
}

Plane soft(const QImage &picture, int (*colour)(QRgb)) {
    return blurred(blurred(planeOf(picture, colour), 1, 0), 0, 1);
}

/// How far a value is from those that the other picture has there and half a reduced pixel about it.
float apart(float value, const Plane &other, int x, int y) {
    float least = other.at(x, y);
    float most = least;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const float between =
                (other.at(x, y) + other.at(x + dx, y) + other.at(x, y + dy) + other.at(x + dx, y + dy)) / 4;
            least = std::min(least, between);
            most = std::max(most, between);
        }
    }
    return std::max({0.0F, least - value, value - most});
}

} // namespace

QImage reduced(const QImage &picture) {
    QImage made(picture.width() / kReduced, picture.height() / kReduced, QImage::Format_RGB32);
    for (int y = 0; y < made.height(); ++y) {
        for (int x = 0; x < made.width(); ++x) {
            std::array<int, 3> sums{};
            for (int i = 0; i < kReduced * kReduced; ++i) {
                const auto pixel = picture.pixel(x * kReduced + i % kReduced, y * kReduced + i / kReduced);
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
            for (int &sum : sums) {
                constexpr int kStep = 1 << kBits;
                sum = std::min(255, (sum / (kReduced * kReduced) + kStep / 2) / kStep * kStep);
            }
            made.setPixel(x, y, qRgb(sums[0], sums[1], sums[2]));
        }
    }
    return made;
}

std::optional<QRect> difference(const QImage &kept, const QImage &now) {
    if (kept.size() != now.size()) {
        return QRect(QPoint(0, 0), kept.size().expandedTo(now.size()) * kReduced);
    }
    QRect where;
    int count = 0;
    using Colour = int (*)(QRgb);
    for (const Colour colour : {Colour{qRed}, Colour{qGreen}, Colour{qBlue}}) {
        const auto before = soft(kept, colour);
        const auto after = soft(now, colour);
        for (int y = 0; y < before.height; ++y) {
            for (int x = 0; x < before.width; ++x) {
                if (std::max(apart(before.at(x, y), after, x, y), apart(after.at(x, y), before, x, y)) > kMost) {
                    where = where.united(QRect(x * kReduced, y * kReduced, kReduced, kReduced));
                    ++count;
                }
            }
        }
    }
    return count < kFew ? std::nullopt : std::optional(where);
}

} // namespace guichet::test
