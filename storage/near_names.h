// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guichet::storage {

/// Whether somebody who says or types these letters may mean this name: with one letter wrong or left out, two that
/// follow each other swapped, another spelling of the same sound (Philippe, Filip), or the beginning of a later part of
/// a compound name (DUPONT of MARTIN-DUPONT, TOUR of DE LA TOUR). `letters` is a nameKey() of one to three characters,
/// `name` is as it is written; one letter alone means only what begins with it. What begins with the letters is meant
/// too.
[[nodiscard]] bool mayMean(std::string_view letters, std::string_view name);

} // namespace guichet::storage
