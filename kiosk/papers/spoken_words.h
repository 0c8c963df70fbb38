// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"

#include <string>
#include <string_view>

namespace guichet::kiosk::papers {

/// The text as a voice reads it right, in the language of `say`: numbers of people and references by their groups,
/// dates in words, amounts, units of measure, abbreviations; lines to write on and dots that mask are not read out.
/// What is not known stays as it is written. French first: in English the same, in other languages only what needs no
/// words. Takes any text, of any length, and never fails.
[[nodiscard]] std::string spokenWords(std::string_view text, const Texts &say);

} // namespace guichet::kiosk::papers
