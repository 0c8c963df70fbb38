// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"

#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// The forms that fit what somebody says. Borrowed from the catalogue that was searched.
struct FoundForms {
    std::vector<const Form *> forms; ///< the best first; every form, in its order, where nothing is sought or found
    bool nothing = false;            ///< something is sought, and no form has it
    /// What can be opposed and fits more than half of the words, likewise; all that can, where nothing is sought.
    std::vector<const Scope *> scopes;
};

/// Searches titles, numbers and what people say (`said`), in every language that a form has, for the words of `said`:
/// without case, accents and apostrophes ("j'ai", "jai"), and without those that the catalogue ignores. A word of three
/// letters or more fits whatever begins with it; one of five or more, or a whole word nearly of that length, also with
/// one slip: a letter too many, one too few, another one, or two that changed places. Shorter words fit as they stand,
/// or are not counted: they are still being typed. First the forms that most words fit, then those where they stand in
/// one sentence, that they fit more exactly, that have them in more sentences; a form that half or fewer of the best
/// one's words fit is left out. Of a long text the first words are taken.
[[nodiscard]] FoundForms findForms(const Catalogue &catalogue, std::string_view said);

} // namespace guichet::kiosk
