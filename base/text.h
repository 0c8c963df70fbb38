// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet {

/// Valid UTF-8, no byte that is not part of a character (U+FFFD stands for what was not).
[[nodiscard]] std::string toValidUtf8(std::string_view text);

/// A name as it is compared and searched (CONTRACT section 2): without accents, case, spaces, hyphens or apostrophes;
/// œ as oe, ß as ss. "O’Brien-Léa" gives "obrienlea". Letters and digits of any script stay.
[[nodiscard]] std::string nameKey(std::string_view name);

/// How many characters (code points) UTF-8 text has; each with all its bytes, a view of `text`; and as numbers.
[[nodiscard]] std::size_t countCharacters(std::string_view text);
[[nodiscard]] std::vector<std::string_view> charactersOf(std::string_view text);
[[nodiscard]] std::u32string codePointsOf(std::string_view text);

[[nodiscard]] std::string trim(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string> &parts, std::string_view separator);
/// French text whose spaces before : ; ? ! » and after « are no-break ones (U+00A0), so that a mark never stands at the
/// wrong end of a line. A text that has no space there, as in other languages, stays as it is.
[[nodiscard]] std::string tieMarks(std::string text);
[[nodiscard]] std::string replaceAll(std::string text, std::string_view what, std::string_view with);
/// As it stands in the text or an attribute of XML or HTML.
[[nodiscard]] std::string escapeXml(std::string_view text);

} // namespace guichet
