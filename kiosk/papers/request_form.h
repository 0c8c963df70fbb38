// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/optout_form.h"

#include <map>
#include <string>
#include <vector>

namespace guichet::kiosk::papers {

/// An answer as it is printed: one value, or the rows of a list, each with a value a column.
struct PaperAnswer {
    std::string text; ///< "" not answered
    std::vector<std::vector<std::string>> rows;
};

/// A request's form. Filled, to be read again and signed; or blank (`answers` and `person` empty), to be filled in by
/// hand. What is asked only in some cases is left out of a filled form where the case is not given. A blank one says
/// which signatures it is incomplete without, and where `form.toCheck` that the agency has to look at it.
[[nodiscard]] printing::Paper requestForm(const Texts &say, const Letterhead &letterhead, const Making &making,
                                          const Form &form, const PaperPerson &person,
                                          const std::optional<PaperRepresentative> &representative,
                                          const std::map<std::string, PaperAnswer> &answers,
                                          const std::vector<std::string> &piecesGiven, bool blank,
                                          bool readingCopy = false);

} // namespace guichet::kiosk::papers
