// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// The language tag of plain French (FALC, "facile à lire et à comprendre"), which only the pack has texts in: short
/// sentences, everyday words. It is not validated by its readers, and its papers say so.
inline constexpr std::string_view kPlainFrench = "fr-x-falc";

/// What the right-of-opposition pack says, in every language that it has: one source for the poster, the leaflet, the
/// slides, the letter and the e-mail, so that a correction reaches all of them. `{…}` in a text is a setting: {agency},
/// {address}, {phone}, {hours}, {operator-phone}, {operator-hours}.
struct Pack {
    struct Point {
        std::string id;
        Text title;
        Sentences says;
        std::string basis;    ///< articles; "" where the sources vouch for none: then `toCheck`
        bool toCheck = false; ///< the agency has to look at it; papers say so until it has
        bool inShort = false; ///< on the poster, which has room for little
        bool framed = false;  ///< stands out
        bool cover = false;   ///< on the front of the folded leaflet
        Text away;            ///< its title in what is read at home; empty: the same
        std::string sign;     ///< a pictogram (of Noto Sans Symbols 2) beside its title in plain French, or ""
    };
    /// A word that plain French can't do without.
    struct Word {
        std::string term;
        std::string means;
    };
    /// What is heard on the telephone by who waits.
    struct Message {
        int seconds = 0; ///< in which it is said, at most
        Text text;
    };
    Edition edition;
    Text title;
    Text greeting; ///< of a letter or an e-mail
    Text close;    ///< at its end
    Text sms;
    std::vector<Point> points; ///< in the order in which they are read
    std::vector<Message> messages;
    std::vector<Word> words; ///< explained in plain French

    /// French first, then plain French, then the others.
    [[nodiscard]] std::vector<std::string> languages() const;
};

/// Of the catalogue's pack.toml. Read at the first call, from any thread; null where it has a mistake. As long as the
/// catalogue.
[[nodiscard]] const Pack *packOf(const Catalogue &catalogue);

} // namespace guichet::kiosk
