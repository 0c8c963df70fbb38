// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::kiosk::papers {

/// How somebody wants a screen to be. Nothing of who they are.
struct Preferences {
    enum class Colours { Light, Dark, HighContrast };

    std::string language = "fr"; ///< BCP 47, two letters
    int textPercent = 100;       ///< 100 to 200, in steps of 25
    Colours colours = Colours::Light;
    int speed = 2; ///< of the voice, 0 to 4

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// "GPREF1.AR.150.C.2": version, language, size, colours (L, D, C), speed; in the alphabet of the smallest codes.
[[nodiscard]] std::string preferencesCode(const Preferences &preferences);
/// What such a code says, in capitals or not; nothing where any of it is not as preferencesCode() writes it.
[[nodiscard]] std::optional<Preferences> readPreferences(std::string_view code);

/// A card to cut out and to show at the next visit: a code that holds the preferences, which this counter does not
/// keep. `own`: the texts in the person's language, beside the French of `say`.
[[nodiscard]] printing::Paper preferencesCard(const Texts &say, const Texts &own, const Letterhead &letterhead,
                                              const Making &making, const Preferences &preferences);

} // namespace guichet::kiosk::papers
