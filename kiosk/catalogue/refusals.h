// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// What the law says where something is refused to a person, here or elsewhere, and what they can do.
struct Refusal {
    struct Law {
        Text says;
        std::string basis; ///< article or source; never empty
        bool toCheck = false;
    };
    std::string id;
    Text title;
    Text happened;         ///< what is refused, and in short what holds
    std::vector<Law> laws; ///< one at least
    Sentences answer;      ///< what they can say to who refuses
    Sentences steps;       ///< what they can do next
    std::vector<std::string> remedies;
    std::vector<std::string> blanks; ///< forms that go with it, to be filled in by hand
};

/// Those of the catalogue's refusals.toml, in its order. Read at the first call, from any thread; one with a mistake is
/// left out. As long as the catalogue.
[[nodiscard]] const std::vector<Refusal> &refusalsOf(const Catalogue &catalogue);
/// Null where there is none of that name.
[[nodiscard]] const Refusal *refusalOf(const Catalogue &catalogue, std::string_view id);

} // namespace guichet::kiosk
