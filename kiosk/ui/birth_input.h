// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/people.h"

#include <string_view>

namespace guichet::ui {

/// A date of birth as somebody types it while another says it: "03041941", "3/4/41", "3 avril 1941", "3 april 41",
/// "1er mai 1950", "041941", "avril 1941", "1941", "1941-04-03", and "aujourd’hui", "hier", "avant-hier", "today",
/// "yesterday". Two digits of a year are the latest such year that is not after `today`. Errors: BadDate (not
/// understood, or no such day), FutureDate.
[[nodiscard]] Result<storage::BirthDate> readBirthDate(std::string_view typed, CivilDate today);

/// What is typed for a day not long ago, with its year: "25 novembre" and "25/11" are the last such days before or on
/// `today`. What has a year, and what is no day without one, stays as it is.
[[nodiscard]] std::string withRecentYear(std::string_view typed, CivilDate today);

} // namespace guichet::ui
