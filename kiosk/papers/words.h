// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/calendar.h"
#include "printing/paper.h"

#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// Dates, times and time limits as papers say them, in the language of the texts.

/// "24 novembre 2026", "1er décembre 2026".
[[nodiscard]] std::string longDate(const Texts &say, CivilDate day);
/// "24 novembre 2026 à 9 h 15".
[[nodiscard]] std::string dayAndTime(const Texts &say, const LocalTime &time);
/// "deux mois", "quinze jours" as "15 jours": numbers up to ten are words.
[[nodiscard]] std::string durationWords(const Texts &say, const DeadlineRule &rule);
/// "deux mois après la remise de la dernière pièce manquante": what stands where there is no date yet.
[[nodiscard]] std::string ruleWords(const Texts &say, const DeadlineRule &rule);

/// With spaces that a line is not broken at: a telephone number.
[[nodiscard]] std::string unbroken(std::string_view text);
using printing::isolated;

/// Boxes to be ticked by hand, each with the text of that id.
[[nodiscard]] printing::Block tickBoxes(const Texts &say, const std::vector<const char *> &ids);

/// "P. D.": the first letters of the first given name and of the birth name.
[[nodiscard]] std::string initials(std::string_view givenNames, std::string_view birthName);

} // namespace guichet::kiosk::papers
