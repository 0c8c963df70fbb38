// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/look.h"
#include "tests/qml/states.h"

#include <QSize>

#include <array>
#include <string>
#include <vector>

namespace guichet::test {

/// What is spoken on the screens, and from which side they are read.
enum class Tongue { French, English, RightToLeft };

inline constexpr std::array kSizes{QSize(1280, 800), QSize(1920, 1080), QSize(1080, 1920)};
inline constexpr std::array kPercents{100, 150, 200};
inline constexpr std::array kSchemes{ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast};
inline constexpr std::array kTongues{Tongue::French, Tongue::English, Tongue::RightToLeft};

/// How one picture of a state is made.
struct Shot {
    std::size_t state = 0; ///< in the table
    QSize size = kSizes[0];
    int percent = 100;
    ui::Look::Scheme scheme = ui::Look::Light;
    Tongue tongue = Tongue::French;
    bool operator==(const Shot &) const = default;
};

/// "identify-many-1280x800-100-light-fr": a file's name without its ending.
[[nodiscard]] std::string nameOf(const Shot &shot, const std::vector<State> &states);

inline constexpr std::size_t kMostShots = 200;

/// At most kMostShots (and at least one a state), in the order of the states. By a fixed rule: each state at least
/// once; each two values of two of the axes (size, percent, scheme, tongue) together at least once; each screen in each
/// size and each scheme, as far as kMostShots lets it.
[[nodiscard]] std::vector<Shot> spread(const std::vector<State> &states);
/// Each state with all of 3 × 3 × 3 × 3.
[[nodiscard]] std::vector<Shot> everything(const std::vector<State> &states);

} // namespace guichet::test
